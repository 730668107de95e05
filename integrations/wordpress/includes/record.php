<?php
/**
 * What was fetched last, and how: for the settings, for Site Health and for editors.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Addresses that are remembered. */
const MOST_RECORDS = 50;

/**
 * Remembers how a request went.
 *
 * @param string     $url     Address.
 * @param array|null $feed    The feed, null where there was none.
 * @param string     $problem What problem_of() gives; empty where all is well.
 */
function record_fetch( string $url, ?array $feed, string $problem ): void {
	$records = records();
	$before  = $records[ $url ] ?? array();
	unset( $records[ $url ] );
	$records[ $url ] = array(
		'time'    => time(),
		'problem' => $problem,
		'items'   => null === $feed ? ( $before['items'] ?? 0 ) : count( $feed['items'] ),
		'good'    => '' === $problem ? time() : ( $before['good'] ?? 0 ),
		'since'   => '' === $problem ? 0 : ( ( $before['since'] ?? 0 ) ?: time() ),
	);
	update_option( 'iom_widgets_records', array_slice( $records, -MOST_RECORDS, null, true ), false );
}

/**
 * What is remembered.
 *
 * @return array[] By address; each with `time` of the last request, `problem` or an empty text, `items`, time of the last `good`
 *                 answer, and `since` when there is none (0 where there is). Times are seconds since 1970.
 */
function records(): array {
	return array_filter( (array) get_option( 'iom_widgets_records', array() ), 'is_array' );
}

/**
 * The records of a feed, in all languages that were asked for.
 *
 * @param string $src Address, perhaps with `{lang}`.
 */
function records_of( string $src ): array {
	$pattern = '~^' . str_replace( preg_quote( '{lang}', '~' ), '[a-z]{2,3}', preg_quote( $src, '~' ) ) . '$~';
	// A part is as good as the whole: lists read that.
	$folder = preg_match( '~^(.*/)feed\.json$~', $src, $found ) ? '~^' . str_replace( preg_quote( '{lang}', '~' ), '[a-z]{2,3}', preg_quote( $found[1], '~' ) ) . '~' : $pattern;
	return array_filter( records(), static fn( $url ) => preg_match( $pattern, $url ) || preg_match( $folder, $url ), ARRAY_FILTER_USE_KEY );
}

/**
 * The feeds of the site that have failed for some time.
 *
 * @param int $seconds For how long.
 * @return array[] Each with `name` and `url` of the feed, `problem` and `since`.
 */
function failing( int $seconds ): array {
	$failing = array();
	foreach ( feeds() as $feed ) {
		foreach ( records_of( $feed['src'] ) as $url => $record ) {
			// One that never was there may be a language without a feed.
			if ( $record['since'] && $record['since'] <= time() - $seconds && ( $record['good'] || false === strpos( $feed['src'], '{lang}' ) ) ) {
				$failing[] = array(
					'name'    => $feed['name'],
					'url'     => $url,
					'problem' => $record['problem'],
					'since'   => $record['since'],
				);
			}
		}
	}
	return $failing;
}
