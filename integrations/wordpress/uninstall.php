<?php
/**
 * Takes everything with it that the plugin has stored: its settings, what it remembers and the copies of feeds; in a network
 * those of every site.
 *
 * @package IomWidgets
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Deletes what is stored for the site that is current. */
function iom_widgets_forget() {
	global $wpdb;
	wp_clear_scheduled_hook( 'iom_widgets_fetch' );
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- there is no call that deletes options by the beginning of their name.
	$names = $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE 'iom\\_widgets\\_%' OR option_name LIKE '\\_transient\\_%iom\\_widgets\\_%' OR option_name = 'widget_iom_widgets'" );
	array_map( 'delete_option', $names );
}

if ( is_multisite() ) {
	foreach ( get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	) as $iom_widgets_site ) {
		switch_to_blog( $iom_widgets_site );
		iom_widgets_forget();
		restore_current_blog();
	}
} else {
	iom_widgets_forget();
}
