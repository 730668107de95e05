<?php
/**
 * What can be chosen of a feed, for people who don't know what is called how in it.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** So many of a kind are offered. */
const MOST_CHOICES = 500;

/**
 * The choices, by where they come from.
 *
 * @param array $feed The feed.
 * @return array[] Lists with `value` and `label`.
 */
function choices_of( array $feed ): array {
	$iom   = is_array( $feed['_iom'] ?? null ) ? $feed['_iom'] : array();
	$items = $feed['items'];
	$codes = array_merge( ...array_map( static fn( $item ) => is_array( $item['_iom']['countries'] ?? null ) ? $item['_iom']['countries'] : array(), $items ) ?: array( array() ) );
	$tags  = array_merge( ...array_map( static fn( $item ) => is_array( $item['tags'] ?? null ) ? $item['tags'] : array(), $items ) ?: array( array() ) );
	$kinds = array_map( static fn( $item ) => text( $item['_iom']['kind'] ?? '' ), $items );

	$contacts = entries( $iom, 'contacts' );
	$offices  = entries( $iom, 'offices' );
	$of       = static fn( array $entries, string $field ) => array_map( static fn( $entry ) => text( $entry[ $field ] ?? '' ), $entries );
	$own      = static fn( array $entries, string $list ) => array_merge( ...array_map( static fn( $entry ) => is_array( $entry[ $list ] ?? null ) ? $entry[ $list ] : array(), $entries ) ?: array( array() ) );
	return array(
		'items'            => named_choices( $items, 'title' ),
		'tags'             => plain_choices( $tags ),
		'countries'        => plain_choices( $codes ),
		'kinds'            => plain_choices( $kinds, is_array( $iom['labels'] ?? null ) ? $iom['labels'] : array() ),
		'contacts'         => named_choices( $contacts, 'name', 'role' ),
		'contactCountries' => plain_choices( $own( $contacts, 'countries' ) ),
		'offices'          => named_choices( $offices, 'name', 'city' ),
		'officeCountries'  => plain_choices( $of( $offices, 'country' ) ),
		'officeKinds'      => plain_choices( $of( $offices, 'kind' ) ),
		'regions'          => plain_choices( $of( $offices, 'region' ) ),
		'units'            => named_choices( entries( $iom, 'organization' ), 'name' ),
		'sections'         => named_choices( entries( $iom, 'sections' ), 'title' ),
		'figures'          => named_choices( entries( $iom, 'figures' ), 'label' ),
	);
}

/**
 * Choices by `id`.
 *
 * @param array  $entries Entries of the feed.
 * @param string $name    Field with the name.
 * @param string $more    Field that is said after it.
 */
function named_choices( array $entries, string $name, string $more = '' ): array {
	$choices = array();
	foreach ( array_slice( $entries, 0, MOST_CHOICES ) as $entry ) {
		$id = text( $entry['id'] ?? '' );
		if ( '' !== $id ) {
			$label     = array_filter( array( text( $entry[ $name ] ?? '' ), '' === $more ? '' : text( $entry[ $more ] ?? '' ) ), 'strlen' );
			$choices[] = array(
				'value' => $id,
				'label' => implode( ' – ', array_unique( $label ) ) ?: $id,
			);
		}
	}
	return $choices;
}

/**
 * Choices that are what they are called, or have a name elsewhere; in alphabetical order.
 *
 * @param array $values Any values; what is no text goes.
 * @param array $labels Names by value.
 */
function plain_choices( array $values, array $labels = array() ): array {
	$values = array_unique( array_filter( array_map( __NAMESPACE__ . '\\text', $values ), 'strlen' ) );
	sort( $values, SORT_NATURAL | SORT_FLAG_CASE );
	return array_map(
		static fn( $value ) => array(
			'value' => $value,
			'label' => text( $labels[ $value ] ?? '' ) ?: $value,
		),
		array_slice( $values, 0, MOST_CHOICES )
	);
}
