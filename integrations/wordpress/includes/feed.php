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
 * @param callable $read Takes what there is as an array, and gives what to keep of it: an array, or null where it is something else.
 * @param string   $kind Says what is kept, where it isn't a feed.
 * @return array|null Null where there never was anything.
 */
function read_kept( string $url, callable $read, string $kind = '' ): ?array {
	$key  = key_of( $url, $kind );
	$kept = get_option( $key, null );
	if ( get_transient( $key ) ) {
		return $kept;
	}
	note_use( $url, $kind );
	return refresh( $url, $read, $kind ) ?? $kept;
}

/**
 * Asks for what stands at an address, and keeps it.
 *
 * @param string   $url      Address.
 * @param callable $read     As for read_kept().
 * @param string   $kind     As for read_kept().
 * @param int      $lifetime Seconds until a page asks again; 0 for what is usual.
 * @return array|null Null where there is nothing now.
 */
function refresh( string $url, callable $read, string $kind = '', int $lifetime = 0 ): ?array {
	$key     = key_of( $url, $kind );
	$answer  = fetch_document( $url );
	$data    = to_array( $answer, $url );
	$new     = null === $data ? null : $read( $data, $url );
	$problem = null === $new ? problem_of( $answer, $data ) : '';
	set_transient( $key, '' === $problem ? 'fresh' : $problem, $lifetime ?: ( '' === $problem ? FRESH : PAUSE ) );
	if ( null !== $new ) {
		update_option( $key, $new, false );
	}
	if ( '' === $kind ) {
		record_fetch( $url, $new, $problem );
	}
	return $new;
}

/**
 * What was wrong with a feed when it was asked for last.
 *
 * @param string $url Address of a feed that was just read.
 * @return string What problem_of() gives; empty where all is well.
 */
function last_problem( string $url ): string {
	$problem = (string) get_transient( key_of( $url ) );
	return 'fresh' === $problem ? '' : $problem;
}

/**
 * Whether the server of an address said last that there is nothing, even if there is a copy from before.
 *
 * @param string $url Address of a feed that was read.
 */
function is_gone( string $url ): bool {
	return in_array( last_problem( $url ), array( 'http-404', 'http-410' ), true );
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
