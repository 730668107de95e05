<?php
/**
 * What the server asks for: fetched now and then, and never lost.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Seconds for which a copy is as good as new. */
const FRESH = 5 * MINUTE_IN_SECONDS;

/** Seconds for which an address that gave nothing is left alone. */
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
	return read_kept( $url, __NAMESPACE__ . '\\to_feed' );
}

/**
 * What stands at an address: from the cache, else from the network, else the last good copy.
 *
 * @param string   $url  Address.
 * @param callable $read Takes what JSON there is, and gives what to keep of it: an array, or null where it is something else.
 * @param string   $kind Says what is kept, where it isn't a feed.
 * @return array|null Null where there never was anything.
 */
function read_kept( string $url, callable $read, string $kind = '' ): ?array {
	$key  = key_of( $url, $kind );
	$kept = get_option( $key, null );
	if ( get_transient( $key ) ) {
		return $kept;
	}
	list( $status, $json ) = fetch_json( $url );

	$new = is_array( $json ) ? $read( $json, $url ) : null;
	set_transient( $key, in_array( $status, array( 404, 410 ), true ) ? 'gone' : 'asked', null === $new ? PAUSE : FRESH );
	if ( null !== $new ) {
		update_option( $key, $new, false );
	}
	return $new ?? $kept;
}

/**
 * Whether the server of an address said last that there is nothing, even if there is a copy from before.
 *
 * @param string $url Address of a feed that was read.
 */
function is_gone( string $url ): bool {
	return 'gone' === get_transient( key_of( $url ) );
}

/**
 * The name that the copy of an address is kept under.
 *
 * @param string $url  Address.
 * @param string $kind What is kept of it, where that isn't a feed.
 */
function key_of( string $url, string $kind = '' ): string {
	return 'iom_widgets_' . md5( $kind . $url );
}

/**
 * Asks for JSON. A server that gave no answer isn't waited for again while the page is made.
 *
 * @param string $url Address.
 * @return array Status of the answer, 0 without one, and what stands in it.
 */
function fetch_json( string $url ): array {
	static $silent = array();

	$server = preg_replace( '~^(\w+://[^/]*).*~s', '$1', $url );
	if ( isset( $silent[ $server ] ) ) {
		return array( 0, null );
	}
	$response = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => 3,
			'limit_response_size' => 5000000,
		)
	);
	$status   = (int) wp_remote_retrieve_response_code( $response );
	if ( ! $status ) {
		$silent[ $server ] = true;
	}
	return array( $status, 200 === $status ? json_decode( wp_remote_retrieve_body( $response ), true ) : null );
}

/**
 * What is kept of a feed.
 *
 * @param array $feed What stands at its address.
 * @return array|null Null for anything but a feed.
 */
function to_feed( array $feed ): ?array {
	if ( ! is_array( $feed['items'] ?? null ) && ! is_array( $feed['_iom'] ?? null ) ) {
		return null;
	}
	$feed['items'] = array_slice( array_filter( (array) ( $feed['items'] ?? array() ), 'is_array' ), 0, MOST_ITEMS );
	return $feed;
}
