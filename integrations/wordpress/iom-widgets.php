<?php
/**
 * Plugin Name:       IOM widgets
 * Description:       News, press releases and press contacts from one feed, as blocks and shortcodes. Readers without script see them too.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       iom-widgets
 * Domain Path:       /languages
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/includes/language.php';
require __DIR__ . '/includes/feed.php';
require __DIR__ . '/includes/parts.php';
require __DIR__ . '/includes/page.php';
require __DIR__ . '/includes/fallback.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/elements.php';

add_action(
	'init',
	static function () {
		load_plugin_textdomain( 'iom-widgets', false, basename( __DIR__ ) . '/languages' );
		register_elements();
	}
);
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\as_module', 10, 2 );
add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\\add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), __NAMESPACE__ . '\\link_settings' );
