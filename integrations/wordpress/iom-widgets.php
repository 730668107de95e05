<?php
/**
 * Plugin Name:       IOM widgets
 * Description:       News, press releases and press contacts from one feed, as blocks, widgets and shortcodes. Readers without script see them too.
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

/** The same as above; the library's scripts are in a folder of this name. */
const VERSION = '0.1.0';

require __DIR__ . '/includes/language.php';
require __DIR__ . '/includes/feeds.php';
require __DIR__ . '/includes/fetch.php';
require __DIR__ . '/includes/rss.php';
require __DIR__ . '/includes/record.php';
require __DIR__ . '/includes/feed.php';
require __DIR__ . '/includes/schedule.php';
require __DIR__ . '/includes/parts.php';
require __DIR__ . '/includes/page.php';
require __DIR__ . '/includes/fallback.php';
require __DIR__ . '/includes/render.php';
require __DIR__ . '/includes/scripts.php';
require __DIR__ . '/includes/elements.php';
require __DIR__ . '/includes/patterns.php';
require __DIR__ . '/includes/inspect.php';
require __DIR__ . '/includes/choices.php';
require __DIR__ . '/includes/rest.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/health.php';
require __DIR__ . '/includes/classic.php';
require __DIR__ . '/includes/update.php';

add_filter( 'load_textdomain_mofile', __NAMESPACE__ . '\\translation_file', 10, 2 );
add_filter( 'load_script_translation_file', __NAMESPACE__ . '\\script_translation_file', 10, 3 );
add_action(
	'init',
	static fn() => load_plugin_textdomain( 'iom-widgets', false, basename( __DIR__ ) . '/languages' ),
	0 // Widgets, which are named then, come at 1.
);
add_action(
	'init',
	static function () {
		register_scripts();
		register_elements();
		register_patterns();
	}
);
add_action(
	'widgets_init',
	static function () {
		require_once __DIR__ . '/includes/class-widget.php';
		register_widget( Widget::class );
	}
);
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\as_module', 10, 2 );
add_filter( 'render_block_data', __NAMESPACE__ . '\\enter_loop' );
add_filter( 'render_block_core/query', __NAMESPACE__ . '\\leave_loop', 10, 2 );
add_filter( 'block_categories_all', __NAMESPACE__ . '\\add_category' );
add_filter( 'site_status_tests', __NAMESPACE__ . '\\add_health_test' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\\add_editor_data' );
add_action( 'media_buttons', __NAMESPACE__ . '\\add_media_button', 20 );
add_filter( 'cron_schedules', __NAMESPACE__ . '\\add_interval' ); // phpcs:ignore WordPress.WP.CronInterval -- as often as pages would ask.
add_action( EVENT, __NAMESPACE__ . '\\fetch_scheduled' );
register_deactivation_hook( __FILE__, __NAMESPACE__ . '\\unschedule' );
add_filter( 'upgrader_source_selection', __NAMESPACE__ . '\\keep_scripts' );
add_action( 'rest_api_init', __NAMESPACE__ . '\\register_routes' );
add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\\add_settings_page' );
add_action( 'admin_notices', __NAMESPACE__ . '\\show_notice' );
add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), __NAMESPACE__ . '\\link_settings' );
