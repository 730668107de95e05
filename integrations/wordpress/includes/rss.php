<?php
/**
 * RSS and Atom as feeds: read by WordPress' own parser into items. A browser can't read them, so the page has the items.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * Whether a document is RSS or Atom.
 *
 * @param string $body Its text.
 */
function is_xml_feed( string $body ): bool {
	return 1 === preg_match( '/^(<\?xml[^>]*>|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<(rss|feed|rdf:RDF)\b/s', substr( $body, 0, 5000 ) );
}

/**
 * A document in RSS or Atom as a JSON Feed.
 *
 * @param string $body Its text.
 * @param string $url  Its address.
 * @return array|null Null where it can't be read.
 */
function from_xml_feed( string $body, string $url ): ?array {
	require_once ABSPATH . WPINC . '/class-simplepie.php';
	require_once ABSPATH . WPINC . '/class-wp-simplepie-sanitize-kses.php';
	$pie = new \SimplePie();
	// Its constructor has made another one, which lets through what WordPress doesn't.
	$pie->sanitize = new class() extends \WP_SimplePie_Sanitize_KSES {
		/**
		 * As WordPress does it, which would leave what stands inside of a script as text.
		 *
		 * @param string $data What stands in the document.
		 * @param int    $type What SimplePie takes it for.
		 * @param string $base What relative addresses count from.
		 */
		public function sanitize( $data, $type, $base = '' ) {
			return parent::sanitize( preg_replace( '@<(script|style)\b[^>]*>.*?</\1\s*>@si', '', $data ) ?? '', $type, $base );
		}
	};
	$pie->enable_cache( false );
	$pie->set_raw_data( $body );
	if ( ! $pie->init() || $pie->error() ) {
		return null;
	}
	$language = (string) $pie->get_language();
	$items    = array();
	foreach ( $pie->get_items( 0, MOST_ITEMS ) as $item ) {
		$items[] = from_xml_item( $item );
	}
	return filled(
		array(
			'version'       => 'https://jsonfeed.org/version/1.1',
			'title'         => plain( $pie->get_title() ),
			'home_page_url' => is_web_address( (string) $pie->get_permalink() ) ? (string) $pie->get_permalink() : $url,
			'description'   => plain( $pie->get_description() ),
			'language'      => preg_match( '/^[a-z]{2,3}(-[a-z0-9]+)*$/i', $language ) ? $language : '',
			'items'         => $items,
			'_converted'    => true,
		)
	) + array( 'items' => array() );
}

/**
 * An entry as an item.
 *
 * @param object $item SimplePie's; the name of its class differs between versions of WordPress.
 */
function from_xml_item( $item ): array {
	$html       = (string) $item->get_content();
	$enclosure  = $item->get_enclosure();
	$picture    = $enclosure && 0 === strpos( (string) $enclosure->get_type(), 'image/' ) ? $enclosure->get_link() : ( $enclosure ? $enclosure->get_thumbnail() : '' );
	$categories = array();
	foreach ( (array) $item->get_categories() as $category ) {
		$categories[] = plain( $category ? $category->get_label() : '' );
	}
	return filled(
		array(
			'id'             => (string) $item->get_id(),
			'url'            => esc_url_raw( html_entity_decode( (string) $item->get_permalink() ), array( 'http', 'https' ) ),
			'title'          => plain( $item->get_title() ),
			'summary'        => wp_trim_words( plain( $item->get_description() ), 40 ),
			'content_html'   => $html,
			'image'          => esc_url_raw( html_entity_decode( (string) $picture ), array( 'http', 'https' ) ),
			'date_published' => (string) $item->get_gmdate( 'Y-m-d\TH:i:s\Z' ),
			'tags'           => array_values( array_unique( array_filter( $categories, 'strlen' ) ) ),
		)
	);
}

/**
 * Only the fields that there is something in; `0` is something.
 *
 * @param array $fields Fields of a feed or an item.
 */
function filled( array $fields ): array {
	return array_filter( $fields, static fn( $value ) => '' !== $value && array() !== $value );
}

/**
 * HTML as a text.
 *
 * @param string|null $html HTML, with entities.
 */
function plain( $html ): string {
	return trim( preg_replace( '/\s+/u', ' ', html_entity_decode( wp_strip_all_tags( (string) $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ) );
}

/**
 * Whether a feed was RSS or Atom.
 *
 * @param array|null $feed What read_feed() gives.
 */
function is_converted( ?array $feed ): bool {
	return ! empty( $feed['_converted'] );
}

/**
 * The feed inside of its element: only what that shows.
 *
 * @param string $name       Name of the element, such as `news-feed`.
 * @param array  $attributes Its attributes.
 * @param array  $feed       The feed.
 */
function inline_feed( string $name, array $attributes, array $feed ): string {
	unset( $feed['_converted'] );
	$many = 'news-feed' === $name ? max( 1, (int) ( $attributes['limit'] ?? 5 ) ) : 1;
	if ( array_intersect_key( $attributes, array_flip( array( 'more', 'item-id', 'open' ) ) + array_flip( NARROWING ) ) ) {
		$many = MOST_ITEMS;
	}
	$feed['items'] = array_slice( $feed['items'], 0, $many );
	if ( 'news-feed' === $name && 'here' !== ( $attributes['open'] ?? '' ) ) {
		foreach ( $feed['items'] as &$item ) {
			unset( $item['content_html'] );
			$item['content_text'] = $item['summary'] ?? '';
		}
		unset( $item );
	}
	// No `<` in it: it ends neither the script nor is it taken for HTML by what works on the text of a page.
	return '<script type="application/feed+json">' . wp_json_encode( $feed, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) . '</script>';
}
