<?php
/**
 * The scripts: the library on pages and in the editor's canvas, and ours in the editor.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * The address of a file of the plugin, and the time that stands for its version.
 *
 * @param string $path Below the plugin's folder.
 * @return string[]
 */
function file_of_plugin( string $path ): array {
	$folder = dirname( __DIR__ );
	return array( plugins_url( $path, "$folder/iom-widgets.php" ), (string) filemtime( "$folder/$path" ) );
}

/** Registers them; WordPress prints those that a page needs. */
function register_scripts(): void {
	list( $url, $version ) = file_of_plugin( 'dist/' . VERSION . '/autoload.js' );
	// What the script loads is beside it: of the same version, whatever a browser has in its cache.
	wp_register_script( 'iom-widgets', $url, array(), $version, false );
	if ( function_exists( 'wp_register_script_module' ) ) {
		// The same file once more: browsers run a module once, and client navigation knows only these.
		wp_register_script_module( 'iom-widgets', $url, array(), $version );
	}
	list( $url, $version ) = file_of_plugin( 'editor.js' );
	wp_register_script(
		'iom-widgets-editor',
		$url,
		array( 'wp-api-fetch', 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-data', 'wp-element', 'wp-i18n', 'wp-primitives' ),
		$version,
		true
	);
	wp_set_script_translations( 'iom-widgets-editor', 'iom-widgets', dirname( __DIR__ ) . '/languages' );
}

/** What a block has for pages alone, from WordPress 6.5 on. */
function view_module(): array {
	return function_exists( 'wp_register_script_module' ) ? array( 'view_script_module_ids' => array( 'iom-widgets' ) ) : array();
}

/** Gives the blocks what they know of the site; only in the editor, since it reads settings. */
function add_editor_data(): void {
	wp_add_inline_script( 'iom-widgets-editor', 'var iomWidgets = ' . wp_json_encode( editor_data() ) . ';', 'before' );
}

/** What blocks and shortcodes know of the site. */
function editor_data(): array {
	$feeds = array();
	foreach ( feeds() as $id => $feed ) {
		$feeds[] = array( 'id' => (string) $id ) + $feed;
	}
	return array(
		'elements' => elements(),
		'feeds'    => $feeds,
		'language' => language_of( array() ),
		'example'  => file_of_plugin( 'example/' . example_language() . '.json' )[0],
		'settings' => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=iom-widgets' ) : '',
	);
}

/** The language of the example in the inserter: that of who works on the site, where there is one in it. */
function example_language(): string {
	$language = substr( determine_locale(), 0, 2 );
	return in_array( $language, OFFICIAL, true ) ? $language : 'en';
}

/**
 * Loads the library as the module it is; in the head it reserves space for the elements before the first paint.
 *
 * @param string $tag    HTML of the script.
 * @param string $handle Its name.
 */
function as_module( string $tag, string $handle ): string {
	return 'iom-widgets' === $handle ? str_replace( '<script ', '<script type="module" blocking="render" ', str_replace( " type='text/javascript'", '', $tag ) ) : $tag;
}
