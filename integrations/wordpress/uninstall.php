<?php
/**
 * Takes everything with it that the plugin has stored: its setting and the copies of feeds.
 *
 * @package IomWidgets
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

global $wpdb;
// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- there is no call that deletes options by the beginning of their name.
$names = $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE 'iom\\_widgets\\_%' OR option_name LIKE '\\_transient\\_%iom\\_widgets\\_%'" );
array_map( 'delete_option', $names );
