<?php
/**
 * A publication has a feed for each part: an element is given the smallest one that holds what it shows.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** The file that has everything, in the folder of a publication. */
const WHOLE = 'feed.json';

/** Parts of the elements that show always the same one. */
const PARTS = array(
	'org-chart'   => 'organization',
	'site-menu'   => 'menu',
	'about'       => 'about',
	'key-figures' => 'figures',
	'office-map'  => 'offices',
	'sdg-grid'    => 'goals',
);

/** Attributes of a list that choose among all items. */
const NARROWING = array( 'tags', 'countries', 'kind', 'search', 'controls' );

/**
 * The address to write for an element: of a part where the publication has one that is enough, else of the whole feed.
 * `{lang}` stays in it, since what a file is called follows from what was asked for alone, and is the same in all
 * languages.
 *
 * @param string $name       Name of the element, such as `news-feed`.
 * @param array  $attributes Attributes that are written, `src` among them.
 */
function smallest_src( string $name, array $attributes ): string {
	$src = (string) ( $attributes['src'] ?? '' );
	if ( ! preg_match( '~^https?://[^?#]+/feed\.json$~', $src ) ) {
		return $src;
	}
	if ( ! asks_publication( $name, $attributes ) ) {
		return $src;
	}
	$folder = substr( address_in( $src, $attributes ), 0, -strlen( WHOLE ) );
	$path   = enough_for( $name, $attributes, parts_in( $folder ) );
	// What the index names may be gone.
	if ( null === $path || ! read_feed( $folder . $path ) || is_gone( $folder . $path ) ) {
		return $src;
	}
	return substr( $src, 0, -strlen( WHOLE ) ) . $path;
}

/**
 * Whether the publication of a feed is asked what it has.
 *
 * @param string $name       Name of the element, such as `news-feed`.
 * @param array  $attributes Its attributes.
 */
function asks_publication( string $name, array $attributes ): bool {
	/**
	 * Filters whether an element takes the part of a feed that it shows, else it takes the whole; and whether it leads to the
	 * page of plain HTML.
	 *
	 * @param bool   $is_wanted  True.
	 * @param string $name       Name of the element, such as `news-feed`.
	 * @param array  $attributes Its attributes.
	 */
	return (bool) apply_filters( 'iom_widgets_smallest_feed', true, $name, $attributes );
}

/**
 * What the folder of a publication has, as to_parts() gives it.
 *
 * @param string $folder Address, with a slash at its end.
 */
function parts_in( string $folder ): array {
	return read_kept( $folder . 'index.json', __NAMESPACE__ . '\\to_parts', 'parts of ' ) ?? array();
}

/** Elements of which the pages of plain HTML have all there is. */
const IN_TEXT = array( 'news-feed', 'press-release', 'press-contact' );

/**
 * The address of the publication's page of plain HTML, for weak lines and browsers without script; an empty text where it
 * has none.
 *
 * @param string $name       Name of the element, such as `news-feed`.
 * @param array  $attributes Its attributes, `src` among them: the address of the whole feed.
 */
function text_page( string $name, array $attributes ): string {
	$src = (string) ( $attributes['src'] ?? '' );
	if ( ! in_array( $name, IN_TEXT, true ) || ! preg_match( '~^https?://[^?#]+/feed\.json$~', $src ) || ! asks_publication( $name, $attributes ) ) {
		return '';
	}
	$folder = substr( address_in( $src, $attributes ), 0, -strlen( WHOLE ) );
	$texts  = parts_in( $folder )['texts'] ?? array();
	$path   = $texts[ language_of( $attributes ) ] ?? reset( $texts );
	return $path ? $folder . $path : '';
}

/**
 * The part that holds all that an element shows.
 *
 * @param string $name       Name of the element.
 * @param array  $attributes Its attributes.
 * @param array  $parts      What to_parts() gives.
 * @return string|null Path from the folder of the publication; null where there is none.
 */
function enough_for( string $name, array $attributes, array $parts ): ?string {
	$part = $parts[ wanted( $name, $attributes ) ] ?? null;
	$many = abs( (float) ( $attributes['limit'] ?? 0 ) );
	return null === $part || ( null !== $part['items'] && $many > $part['items'] ) ? null : $part['path'];
}

/**
 * Which part an element shows, and of which section or item; an empty text for what needs all items.
 *
 * @param string $name       Name of the element.
 * @param array  $attributes Its attributes.
 */
function wanted( string $name, array $attributes ): string {
	$item = isset( $attributes['item-id'] ) ? 'item/' . $attributes['item-id'] : null;
	switch ( $name ) {
		case 'news-feed':
			return array_intersect_key( $attributes, array_flip( NARROWING ) ) ? '' : 'news';
		case 'press-release':
			return $item ?? 'release';
		case 'press-contact':
			return $item ?? 'contacts';
		case 'link-cards':
			return isset( $attributes['section'] ) ? 'section/' . $attributes['section'] : 'sections';
		default:
			return PARTS[ $name ] ?? '';
	}
}

/**
 * What is kept of a publication's index: its parts by what they hold, `news` or `item/ID`. Only files as iom-feed names
 * them, in the folder of the publication or right below it.
 *
 * @param array  $index What stands in index.json.
 * @param string $url   Its address.
 * @return array[] Each with `path` and `items`: how many a light list has, null for what holds all of a part; `texts` has the
 *                 paths of its pages of plain HTML, by language.
 */
function to_parts( array $index, string $url ): array {
	$folder = substr( $url, 0, -strlen( 'index.json' ) );
	$parts  = array();
	foreach ( entries( $index, 'parts' ) as $part ) {
		$path = text( $part['url'] ?? '' );
		// Where the address of the publication is known, it stands before.
		$path = 0 === strpos( $path, $folder ) ? substr( $path, strlen( $folder ) ) : $path;
		if ( ! preg_match( '~^([\p{L}\p{N}_\~-]+/)?[\p{L}\p{N}_\~-]+\.json$~u', $path ) ) {
			continue;
		}
		$value  = $part['value'] ?? null;
		$parts += array(
			text( $part['part'] ?? '' ) . ( null === $value ? '' : '/' . text( $value ) ) => array(
				'path'  => implode( '/', array_map( 'rawurlencode', explode( '/', $path ) ) ),
				'items' => is_int( $part['items'] ?? null ) ? $part['items'] : null,
			),
		);
	}
	foreach ( entries( $index, 'texts' ) as $page ) {
		$path = text( $page['url'] ?? '' );
		$path = 0 === strpos( $path, $folder ) ? substr( $path, strlen( $folder ) ) : $path;
		if ( preg_match( '~^text/([a-z-]+/)?[a-z-]+\.html$~', $path ) ) {
			$parts['texts'][ strtolower( (string) strtok( text( $page['language'] ?? '' ), '-_' ) ) ] = $path;
		}
	}
	return $parts;
}
