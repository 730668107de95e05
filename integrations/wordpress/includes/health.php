<?php
/**
 * Says so when a feed fails: in Site Health to administrators, after a day to whoever edits.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * Adds a test to Site Health.
 *
 * @param array $tests Those that are there.
 */
function add_health_test( array $tests ): array {
	$tests['direct']['iom_widgets_feeds'] = array(
		'label' => __( 'Feeds of IOM widgets', 'iom-widgets' ),
		'test'  => __NAMESPACE__ . '\\test_health',
	);
	return $tests;
}

/** The test. */
function test_health(): array {
	$failing = failing( 0 );
	$result  = array(
		'label'       => __( 'The feeds of IOM widgets can be read', 'iom-widgets' ),
		'status'      => 'good',
		'badge'       => array(
			'label' => __( 'IOM widgets', 'iom-widgets' ),
			'color' => 'blue',
		),
		'description' => '<p>' . esc_html__( 'What was fetched last has arrived.', 'iom-widgets' ) . ' ' . esc_html( schedule_in_words() ) . '</p>',
		'actions'     => sprintf( '<p><a href="%s">%s</a></p>', esc_url( admin_url( 'options-general.php?page=iom-widgets' ) ), esc_html__( 'Settings', 'iom-widgets' ) ),
		'test'        => 'iom_widgets_feeds',
	);
	if ( ! feeds() ) {
		return array(
			'label'       => __( 'IOM widgets has no feed yet', 'iom-widgets' ),
			'status'      => 'recommended',
			'description' => '<p>' . esc_html__( 'Blocks and shortcodes show nothing until the address of a feed is set.', 'iom-widgets' ) . '</p>',
		) + $result;
	}
	if ( ! $failing ) {
		return $result;
	}
	return array(
		'label'       => __( 'A feed of IOM widgets can’t be read', 'iom-widgets' ),
		'status'      => failing( DAY_IN_SECONDS ) ? 'critical' : 'recommended',
		'description' => lines( array_map( static fn( $feed ) => esc_html( failure_in_words( $feed ) ), $failing ) ),
	) + $result;
}

/** Tells those who edit that a feed has failed for a day. */
function show_notice(): void {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return;
	}
	foreach ( failing( DAY_IN_SECONDS ) as $feed ) {
		echo '<div class="notice notice-warning"><p>' . esc_html( failure_in_words( $feed ) ) . '</p></div>';
	}
}

/**
 * A failure in words.
 *
 * @param array $feed One of failing().
 */
function failure_in_words( array $feed ): string {
	/* translators: 1: name of a feed, 2: a date and a time, 3: what is wrong. */
	return sprintf( __( 'The feed “%1$s” can’t be read since %2$s; pages show the last copy, or a link. %3$s', 'iom-widgets' ), $feed['name'], when( $feed['since'] ), problem_in_words( $feed['problem'], $feed['url'] ) );
}
