<?php
/**
 * The language of an element, and what `{lang}` stands for in its address.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Languages there are feeds in where an element doesn't say; the first is for all other pages. As the elements have it. */
const OFFICIAL = array( 'en', 'ar', 'es', 'fr', 'ru', 'zh' );

/**
 * The language of an element: its own, or the page's.
 *
 * @param array $attributes Its attributes.
 * @return string Such as `fr`, where that is `fr-CA`.
 */
function language_of( array $attributes ): string {
	return strtolower( (string) strtok( (string) ( $attributes['lang'] ?? get_bloginfo( 'language' ) ), '-_' ) );
}

/**
 * An address as a browser asks for it: `{lang}` is the language of the element where there is a feed in it.
 *
 * @param string $src        Address.
 * @param array  $attributes Attributes of the element.
 */
function address_in( string $src, array $attributes ): string {
	$language = language_of( $attributes );
	$offered  = array_values( array_filter( preg_split( '/[^a-z]+/', strtolower( (string) ( $attributes['languages'] ?? '' ) ) ) ) ) ?: OFFICIAL;
	return str_replace( '{lang}', in_array( $language, $offered, true ) ? $language : $offered[0], $src );
}
