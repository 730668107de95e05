<?php
/**
 * What the editor and the settings ask this server: it reads feeds that a browser can't.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Declares the routes. */
function register_routes(): void {
	$text = array(
		'type'    => 'string',
		'default' => '',
	);
	register_rest_route(
		'iom-widgets/v1',
		'/choices',
		array(
			'callback'            => __NAMESPACE__ . '\\answer_choices',
			// Whoever writes can show a feed, and so have the server ask for it.
			'permission_callback' => static fn() => current_user_can( 'edit_posts' ),
			'args'                => array_fill_keys( array( 'src', 'feed', 'lang', 'languages' ), $text ),
		)
	);
	register_rest_route(
		'iom-widgets/v1',
		'/inspect',
		array(
			'methods'             => 'POST',
			'callback'            => static fn( $request ) => inspect( (string) $request['src'] ),
			'permission_callback' => static fn() => current_user_can( 'manage_options' ),
			'args'                => array( 'src' => $text ),
		)
	);
	register_rest_route(
		'iom-widgets/v1',
		'/fetch',
		array(
			'methods'             => 'POST',
			'callback'            => __NAMESPACE__ . '\\fetch_now',
			'permission_callback' => static fn() => current_user_can( 'manage_options' ),
		)
	);
}

/**
 * What can be chosen of a feed, the address for its link, and the feed itself where browsers can't read it.
 *
 * @param \WP_REST_Request $request Says which feed, and in which language.
 */
function answer_choices( $request ): array {
	$attributes = array_filter( array_map( __NAMESPACE__ . '\\text', $request->get_params() ), 'strlen' );
	$chosen     = feed_of( $attributes );
	$url        = address_in( $chosen['src'], $attributes );
	$feed       = is_web_address( $url ) ? read_feed( $url ) : null;
	$problem    = records()[ $url ]['problem'] ?? '';
	$link       = '' !== $chosen['link'] ? address_in( $chosen['link'], $attributes ) : text( $feed['home_page_url'] ?? '' );
	return array(
		'src'     => $chosen['src'],
		'link'    => is_web_address( $link ) ? $link : '',
		'title'   => text( $feed['title'] ?? '' ),
		'problem' => '' === $url ? '' : ( is_web_address( $url ) ? ( '' === $problem ? '' : problem_in_words( $problem, $url ) ) : __( 'This is not a web address: it must begin with https://.', 'iom-widgets' ) ),
		'choices' => (object) ( $feed ? choices_of( $feed ) : array() ),
		'feed'    => is_converted( $feed ) ? array_diff_key( $feed, array( '_converted' => 0 ) ) : null,
	);
}

/** Asks for all feeds of the site again, and says how it went. */
function fetch_now(): array {
	$lines = array();
	foreach ( feeds() as $feed ) {
		$urls = array_unique( array_merge( array_keys( records_of( $feed['src'] ) ), array( address_in( $feed['src'], array() ) ) ) );
		foreach ( $urls as $url ) {
			delete_transient( key_of( $url ) );
			read_feed( $url );
			$lines[] = line_of_record( $url, records()[ $url ] ?? array() );
		}
		// The next page asks for the list of its parts again, too.
		foreach ( OFFICIAL as $language ) {
			delete_transient( key_of( preg_replace( '~feed\.json$~', 'index.json', str_replace( '{lang}', $language, $feed['src'] ) ), 'parts of ' ) );
		}
	}
	return $lines ? $lines : array( line( 'note', __( 'There is no feed to fetch yet: enter its address above.', 'iom-widgets' ) ) );
}

/**
 * What is remembered of an address, in a line.
 *
 * @param string $url    Address.
 * @param array  $record One of records().
 */
function line_of_record( string $url, array $record ): array {
	if ( '' === ( $record['problem'] ?? 'network' ) ) {
		/* translators: 1: an address, 2: number of items, 3: a date and a time. */
		return line( 'good', sprintf( __( '%1$s: items: %2$d, fetched on %3$s.', 'iom-widgets' ), $url, $record['items'], when( $record['time'] ) ) );
	}
	$text = $url . ': ' . problem_in_words( $record['problem'] ?? 'network', $url );
	if ( ! empty( $record['good'] ) ) {
		/* translators: %s: a date and a time. */
		$text .= ' ' . sprintf( __( 'Pages show the copy of %s.', 'iom-widgets' ), when( $record['good'] ) );
	}
	return line( 'bad', $text );
}

/**
 * A moment in the site's time zone, as the site writes it.
 *
 * @param int $time Seconds since 1970.
 */
function when( int $time ): string {
	return (string) wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $time );
}
