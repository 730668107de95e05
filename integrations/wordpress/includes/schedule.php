<?php
/**
 * WordPress' own schedule asks for what pages show, every five minutes: then visitors never wait for it.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** The event, and the name of its interval. */
const EVENT = 'iom_widgets_fetch';

/** Seconds for which pages rely on the schedule: where it doesn't run, they ask themselves again after that. */
const RELIANCE = DAY_IN_SECONDS / 2;

/** What is kept of a publication or a feed, by its kind. */
const READERS = array(
	''          => __NAMESPACE__ . '\\to_feed',
	'parts of ' => __NAMESPACE__ . '\\to_parts',
);

/**
 * Adds the interval.
 *
 * @param array[] $intervals Those that are there.
 */
function add_interval( array $intervals ): array {
	return $intervals + array(
		EVENT => array(
			'interval' => FRESH,
			'display'  => __( 'Every five minutes', 'iom-widgets' ),
		),
	);
}

/**
 * Has the schedule ask for an address from now on.
 *
 * @param string $url  Address that a page has asked for.
 * @param string $kind What is kept of it.
 */
function note_use( string $url, string $kind ): void {
	$used = used();
	$key  = key_of( $url, $kind );
	if ( ! isset( $used[ $key ] ) ) {
		$used[ $key ] = array(
			'url'  => $url,
			'kind' => $kind,
			'time' => time(),
		);
		update_option( 'iom_widgets_used', array_slice( $used, -MOST_RECORDS, null, true ), false );
	}
	if ( ! wp_next_scheduled( EVENT ) ) {
		wp_schedule_event( time() + FRESH, EVENT, EVENT );
	}
}

/**
 * The addresses that pages have asked for in the last month; those that they still show are noted again after that.
 *
 * @return array[] By the name of the copy; each with `url`, `kind` and `time`.
 */
function used(): array {
	return array_filter( (array) get_option( 'iom_widgets_used', array() ), static fn( $use ) => is_array( $use ) && $use['time'] > time() - MONTH_IN_SECONDS );
}

/** Asks for all of them. */
function fetch_scheduled(): void {
	$used = used();
	update_option( 'iom_widgets_used', $used, false );
	if ( ! $used ) {
		unschedule();
		return;
	}
	update_option( 'iom_widgets_ran', time(), false );
	foreach ( $used as $use ) {
		refresh( $use['url'], READERS[ $use['kind'] ], $use['kind'], RELIANCE );
	}
}

/** Ends it: when the plugin is switched off, and when there is nothing to ask for. */
function unschedule(): void {
	wp_clear_scheduled_hook( EVENT );
}

/** Who asks for feeds, in words. */
function schedule_in_words(): string {
	return time() - (int) get_option( 'iom_widgets_ran', 0 ) < RELIANCE
		? __( 'Feeds are fetched every five minutes in the background; visitors don’t wait for them.', 'iom-widgets' )
		: __( 'Feeds are fetched when a page is opened, at most every five minutes: WordPress’ schedule (WP-Cron) has not run here yet.', 'iom-widgets' );
}
