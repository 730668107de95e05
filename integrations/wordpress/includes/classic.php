<?php
/**
 * A button above the classic editor: a form that writes the shortcode.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** The button; its dialog is made by the script. */
function add_media_button(): void {
	list( $url, $version ) = file_of_plugin( 'shortcodes.js' );
	wp_enqueue_script( 'iom-widgets-shortcodes', $url, array( 'wp-api-fetch', 'wp-i18n', 'media-upload' ), $version, true );
	wp_set_script_translations( 'iom-widgets-shortcodes', 'iom-widgets', dirname( __DIR__ ) . '/languages' );
	wp_add_inline_script( 'iom-widgets-shortcodes', 'var iomWidgets = ' . wp_json_encode( editor_data() ) . ';', 'before' );
	printf( '<button type="button" class="button" data-iom-widgets-shortcode>%s</button>', esc_html__( 'Add IOM widget', 'iom-widgets' ) );
}
