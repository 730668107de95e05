<?php
/**
 * What stands inside an element until its script has run, and for readers and crawlers without script: plain HTML made
 * from the feed, or at least a link.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * The fallback of an element.
 *
 * @param string     $name       Name of the element, such as `news-feed`.
 * @param array      $attributes Its attributes.
 * @param array|null $feed       Its feed, null where there never was one.
 * @param string     $link       HTML of the link to the organization's news; empty where nobody has set one.
 */
function fallback( string $name, array $attributes, ?array $feed, string $link ): string {
	$inside = $feed ? describe( $name, $feed, $attributes, language_of( $attributes ) ) : '';
	if ( '' !== $inside ) {
		return $inside;
	}
	if ( '' !== $link ) {
		return $link;
	}
	$title = text( $feed['title'] ?? '' );
	return '' === $title ? '' : link_to( text( $feed['home_page_url'] ?? '' ), $title );
}

/**
 * The link that the settings have for a feed.
 *
 * @param string $url        Address, empty for none.
 * @param array  $attributes Attributes of the element.
 */
function default_link( string $url, array $attributes ): string {
	return '' === $url ? '' : link_to( address_in( $url, $attributes ), __( 'All news', 'iom-widgets' ) );
}

/**
 * What a feed holds for an element.
 *
 * @param string $name       Name of the element.
 * @param array  $feed       The feed.
 * @param array  $attributes Attributes of the element.
 * @param string $language   Two letters.
 */
function describe( string $name, array $feed, array $attributes, string $language ): string {
	$iom = is_array( $feed['_iom'] ?? null ) ? $feed['_iom'] : array();
	switch ( $name ) {
		case 'news-feed':
			$limit = max( 1, (int) ( $attributes['limit'] ?? 5 ) );
			return lines( array_map( __NAMESPACE__ . '\\item', array_slice( shown( $feed, $language ), 0, $limit ) ) );
		case 'press-release':
			$items = shown( $feed, $language );
			$ids   = array_column( $items, null, 'id' );
			$item  = $ids[ (string) ( $attributes['item-id'] ?? '' ) ] ?? ( $items[0] ?? null );
			return $item ? '<p>' . item( $item ) . '</p>' . body( $item, text( $feed['home_page_url'] ?? '' ) ) : '';
		case 'press-contact':
			$id = (string) ( $attributes['contact-id'] ?? '' );
			return lines(
				array_map(
					__NAMESPACE__ . '\\contact',
					array_filter( entries( $iom, 'contacts' ), static fn( $contact ) => '' === $id || text( $contact['id'] ?? '' ) === $id )
				)
			);
		case 'org-chart':
			return tree( entries( $iom, 'organization' ) );
		case 'site-menu':
			return nested( entries( $iom, 'menu' ) );
		case 'about':
			return isset( $iom['mission']['text'] ) ? wpautop( esc_html( text( $iom['mission']['text'] ) ) ) : '';
		case 'key-figures':
			return lines(
				array_map(
					static fn( $figure ) => esc_html( text( $figure['value'] ?? '' ) . ' ' . text( $figure['label'] ?? '' ) ),
					entries( $iom, 'figures' )
				)
			);
		case 'office-map':
			return lines( array_map( __NAMESPACE__ . '\\named', entries( $iom, 'offices' ) ) );
		case 'link-cards':
			$sections = array_column( entries( $iom, 'sections' ), null, 'id' );
			return lines( array_map( __NAMESPACE__ . '\\named', entries( $sections[ (string) ( $attributes['section'] ?? '' ) ] ?? array(), 'cards' ) ) );
		default:
			return '';
	}
}

/**
 * The items that may be shown now, in a language; where there is none, in that of the feed, or of its first item.
 *
 * @param array  $feed     The feed.
 * @param string $language Two letters.
 */
function shown( array $feed, string $language ): array {
	$open = array_filter(
		$feed['items'],
		static function ( $item ) {
			$embargo = $item['_iom']['embargo_until'] ?? null;
			return null === $embargo || ( is_string( $embargo ) && false !== strtotime( $embargo ) && strtotime( $embargo ) <= time() );
		}
	);
	$own  = static fn( $item ) => strtolower( substr( text( $item['language'] ?? $feed['language'] ?? $language ), 0, 2 ) );
	$has  = array_map( $own, $open );
	$them = array_intersect( array( $language, strtolower( substr( text( $feed['language'] ?? '' ), 0, 2 ) ) ), $has );
	$one  = reset( $them ) ?: ( reset( $has ) ?: $language );
	return array_values( array_filter( $open, static fn( $item ) => $own( $item ) === $one ) );
}

/**
 * An item in one line: its title as a link, and its day.
 *
 * @param array $item The item.
 */
function item( array $item ): string {
	$title = text( $item['title'] ?? '' ) ?: text( $item['summary'] ?? '' ) ?: text( $item['id'] ?? '' );
	$day   = strtotime( substr( text( $item['date_published'] ?? '' ), 0, 10 ) );
	return link_to( text( $item['url'] ?? '' ), $title )
		. ( $day ? sprintf( ' <time datetime="%s">%s</time>', esc_attr( gmdate( 'Y-m-d', $day ) ), esc_html( date_i18n( get_option( 'date_format' ), $day, true ) ) ) : '' );
}

/**
 * The body of a release, with what WordPress lets authors write. Relative addresses in it lead from the page of the
 * release, not from this one.
 *
 * @param array  $item The item.
 * @param string $home Address of the feed's site, where the release names no page.
 */
function body( array $item, string $home ): string {
	$page = text( $item['url'] ?? '' ) ?: $home;
	$html = text( $item['content_html'] ?? '' );
	if ( preg_match( '#^https?://#i', $page ) ) {
		$html = preg_replace_callback(
			'/(\s(?:href|src)\s*=\s*)(["\'])\s*(?!#)([^"\']*)\2/i',
			static fn( $found ) => $found[1] . $found[2] . esc_attr( \WP_Http::make_absolute_url( html_entity_decode( $found[3] ), $page ) ) . $found[2],
			$html
		);
	}
	return isset( $item['content_html'] ) ? wp_kses_post( (string) $html ) : wpautop( esc_html( text( $item['content_text'] ?? '' ) ) );
}

/**
 * A contact in one line.
 *
 * @param array $contact The contact.
 */
function contact( array $contact ): string {
	$parts = array( esc_html( text( $contact['name'] ?? '' ) ), esc_html( text( $contact['office'] ?? '' ) ) );
	foreach ( entries( $contact, 'phones' ) as $phone ) {
		$number  = text( $phone['number'] ?? '' );
		$parts[] = preg_match( '/^\+[1-9]\d{1,14}$/', $number ) ? sprintf( '<a href="tel:%s">%s</a>', esc_attr( $number ), esc_html( text( $phone['text'] ?? $number ) ) ) : '';
	}
	$email   = text( $contact['email'] ?? '' );
	$parts[] = is_email( $email ) ? sprintf( '<a href="%s">%s</a>', esc_url( 'mailto:' . $email ), esc_html( $email ) ) : '';
	return implode( ', ', array_filter( $parts, 'strlen' ) );
}

/**
 * Something with a name or title, as a link where it has a page.
 *
 * @param array $entry An office or a card.
 */
function named( array $entry ): string {
	return link_to( text( $entry['url'] ?? '' ), text( $entry['name'] ?? $entry['title'] ?? '' ) );
}

/**
 * Menu entries as nested lists.
 *
 * @param array $entries Entries of one level.
 * @param int   $depth   How deep it may still go.
 */
function nested( array $entries, int $depth = 3 ): string {
	return lines( array_map( static fn( $entry ) => named( $entry ) . ( $depth > 1 ? nested( entries( $entry, 'entries' ), $depth - 1 ) : '' ), $entries ) );
}

/**
 * Units, a flat list, as nested lists. A unit whose parent doesn't exist stands at the top.
 *
 * @param array $units The units.
 */
function tree( array $units ): string {
	$ids   = array_column( $units, 'id', 'id' );
	$below = array();
	foreach ( $units as $unit ) {
		$parent             = text( $unit['parent'] ?? '' );
		$below[ isset( $ids[ $parent ] ) ? $parent : '' ][] = $unit;
	}
	$draw = static function ( string $id, int $depth ) use ( &$draw, &$below ): string {
		$units = $below[ $id ] ?? array();
		unset( $below[ $id ] ); // Units in a circle are drawn once.
		return $depth ? lines( array_map( static fn( $unit ) => named( $unit ) . $draw( text( $unit['id'] ?? '' ) ?: '-', $depth - 1 ), $units ) ) : '';
	};
	return $draw( '', 20 );
}

/**
 * A list; nothing where there is nothing to list.
 *
 * @param string[] $lines HTML of each.
 */
function lines( array $lines ): string {
	$lines = array_filter( $lines, 'strlen' );
	return $lines ? '<ul><li>' . implode( '</li><li>', $lines ) . '</li></ul>' : '';
}

/**
 * A link, or the text alone where the address is not one of the web.
 *
 * @param string $url  Address.
 * @param string $text Words of the link.
 */
function link_to( string $url, string $text ): string {
	$url = esc_url( $url, array( 'http', 'https' ) );
	return '' === $url ? esc_html( $text ) : sprintf( '<a href="%s">%s</a>', $url, esc_html( $text ) );
}

/**
 * Text of a feed, whatever stands there.
 *
 * @param mixed $value What stands there.
 */
function text( $value ): string {
	return is_string( $value ) || is_int( $value ) || is_float( $value ) ? trim( (string) $value ) : '';
}

/**
 * A list of a feed, whatever stands there: only entries that can be read.
 *
 * @param mixed  $holder What the list stands in.
 * @param string $key    Its name.
 */
function entries( $holder, string $key ): array {
	return is_array( $holder ) && is_array( $holder[ $key ] ?? null ) ? array_values( array_filter( $holder[ $key ], 'is_array' ) ) : array();
}
