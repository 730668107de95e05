<?php
/**
 * The feed on the server: fetched now and then, and never lost.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Seconds for which a copy of a feed is as good as new. */
const FRESH = 5 * MINUTE_IN_SECONDS;

/** Seconds for which a feed that didn't answer is left alone. */
const PAUSE = MINUTE_IN_SECONDS;

/** Items that are kept: more than a fallback shows. */
const MOST_ITEMS = 50;

/**
 * A feed as an array: from the cache, else from the network, else the last good copy.
 *
 * @param string $url Address; WordPress asks only public ones.
 * @return array|null Null where there never was one.
 */
function read_feed( string $url ): ?array {
	$key  = 'iom_widgets_' . md5( $url );
	$kept = get_option( $key, null );
	if ( get_transient( $key ) ) {
		return $kept;
	}
	$feed = fetch_feed( $url );
	set_transient( $key, 1, $feed ? FRESH : PAUSE );
	if ( $feed ) {
		update_option( $key, $feed, false );
	}
	return $feed ?? $kept;
}

/**
 * Asks for a feed.
 *
 * @param string $url Address.
 * @return array|null Null for anything but a feed.
 */
function fetch_feed( string $url ): ?array {
	$response = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => 3,
			'limit_response_size' => 5000000,
		)
	);
	if ( 200 !== wp_remote_retrieve_response_code( $response ) ) {
		return null;
	}
	$feed = json_decode( wp_remote_retrieve_body( $response ), true );
	if ( ! is_array( $feed ) || ! ( is_array( $feed['items'] ?? null ) || is_array( $feed['_iom'] ?? null ) ) ) {
		return null;
	}
	$feed['items'] = array_slice( array_filter( (array) ( $feed['items'] ?? array() ), 'is_array' ), 0, MOST_ITEMS );
	return $feed;
}
