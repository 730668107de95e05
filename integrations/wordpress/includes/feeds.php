<?php
/**
 * The feeds of the site: by name, so that an address that changes is changed in one place.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * The feeds that blocks, widgets and shortcodes can name; the first is shown where none is named.
 *
 * @return array[] By a short name for `feed="…"`; each with `name`, `src` and `link`, an address for all news or empty.
 */
function feeds(): array {
	$feeds = get_option( 'iom_widgets_feeds', null );
	if ( is_array( $feeds ) ) {
		return $feeds;
	}
	// Version 0.1 had one address.
	$src = (string) get_option( 'iom_widgets_src', '' );
	return '' === $src ? array() : array(
		'default' => array(
			'name' => __( 'Default feed', 'iom-widgets' ),
			'src'  => $src,
			'link' => '',
		),
	);
}

/**
 * The feed that an element shows: the address it names, else the feed it names, else the first of the site.
 *
 * @param array $attributes Its attributes.
 * @return string[] `src` and `link`; both are empty where nobody has set a feed.
 */
function feed_of( array $attributes ): array {
	$feeds = feeds();
	$none  = array(
		'src'  => '',
		'link' => '',
	);
	$src   = trim( (string) ( $attributes['src'] ?? '' ) );
	if ( '' === $src ) {
		return array_intersect_key( $feeds[ (string) ( $attributes['feed'] ?? '' ) ] ?? ( reset( $feeds ) ?: $none ), $none );
	}
	$links = array_column( $feeds, 'link', 'src' );
	return array(
		'src'  => $src,
		'link' => $links[ $src ] ?? '',
	);
}

/** Whether a text is an address that leads to the web; `{lang}` may be in it. */
function is_web_address( string $text ): bool {
	return 1 === preg_match( '~^https?://[^\s"\'<>/]+(/[^\s"\'<>]*)?$~i', $text );
}

/**
 * The feeds as they were typed into the settings: rows without an address go, one whose address is none stays as it was.
 *
 * @param mixed $rows What was sent: a list with `id`, `name`, `src` and `link`.
 * @return array[] As feeds() gives them.
 */
function check_feeds( $rows ): array {
	$before = feeds();
	$feeds  = array();
	foreach ( is_array( $rows ) ? $rows : array() as $key => $row ) {
		$row  = array_map( 'trim', array_filter( is_array( $row ) ? $row : array(), 'is_string' ) );
		$id   = isset( $row['id'] ) ? sanitize_key( $row['id'] ) : ( is_string( $key ) ? sanitize_key( $key ) : '' );
		$kept = $before[ $id ] ?? array();
		foreach ( array( 'src', 'link' ) as $field ) {
			$typed = $row[ $field ] ?? '';
			if ( '' !== $typed && ! is_web_address( $typed ) ) {
				/* translators: %s: what somebody has typed. */
				$message = 'src' === $field ? __( '“%s” is not the address of a feed: it must begin with https://. The setting is as before.', 'iom-widgets' ) : __( '“%s” is not a web address: it must begin with https://. The setting is as before.', 'iom-widgets' );
				add_settings_error( 'iom_widgets_feeds', 'iom-widgets-' . $field, esc_html( sprintf( $message, $typed ) ) );
				$row[ $field ] = $kept[ $field ] ?? '';
			}
		}
		if ( '' === ( $row['src'] ?? '' ) ) {
			continue;
		}
		$name = sanitize_text_field( $row['name'] ?? '' );
		if ( '' === $name ) {
			$name = $feeds ? (string) wp_parse_url( $row['src'], PHP_URL_HOST ) : __( 'Default feed', 'iom-widgets' );
		}
		$feeds[ free_id( $id, $name, $feeds ) ] = array(
			'name' => $name,
			'src'  => $row['src'],
			'link' => $row['link'] ?? '',
		);
	}
	return $feeds;
}

/**
 * The short name of a feed: the one it has, else one made from its name.
 *
 * @param string $id    The one it has; empty for a new feed.
 * @param string $name  Its name.
 * @param array  $feeds Feeds before it, by their short names.
 */
function free_id( string $id, string $name, array $feeds ): string {
	$base = '' !== $id ? $id : ( sanitize_key( remove_accents( str_replace( ' ', '-', $name ) ) ) ?: 'feed' );
	$free = $base;
	for ( $number = 2; isset( $feeds[ $free ] ); $number++ ) {
		$free = "$base-$number";
	}
	return $free;
}
