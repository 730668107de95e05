<?php
/**
 * Updates: pages that are in a cache still name the scripts of the version before.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * Puts the scripts of this version beside those of the version that is going to replace it. WordPress asks while it still
 * runs this one, and deletes our folder afterwards; older scripts go with it.
 *
 * @param string|\WP_Error $source Folder of what was unpacked, with a slash at its end.
 */
function keep_scripts( $source ) {
	global $wp_filesystem;

	if ( ! is_string( $source ) || ! $wp_filesystem->exists( $source . 'iom-widgets.php' ) || ! $wp_filesystem->is_dir( $source . 'dist' ) ) {
		return $source;
	}
	$kept = $source . 'dist/' . VERSION;
	if ( ! $wp_filesystem->is_dir( $kept ) && $wp_filesystem->mkdir( $kept ) ) {
		// Where it fails, the update is worth more.
		copy_dir( $wp_filesystem->wp_plugins_dir() . basename( dirname( __DIR__ ) ) . '/dist/' . VERSION, $kept );
	}
	return $source;
}
