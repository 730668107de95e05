<?php
/**
 * The language of an element, and what `{lang}` stands for in its address.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Languages there are feeds in where an element doesn't say; the first is for all other pages. As the elements have it. */
const OFFICIAL = array( 'en', 'ar', 'es', 'fr', 'ru', 'zh' );

/**
 * The language of an element: its own, or the page's.
 *
 * @param array $attributes Its attributes.
 * @return string Such as `fr`, where that is `fr-CA`.
 */
function language_of( array $attributes ): string {
	return strtolower( (string) strtok( (string) ( $attributes['lang'] ?? get_bloginfo( 'language' ) ), '-_' ) );
}

/**
 * An address as a browser asks for it: `{lang}` is the language of the element where there is a feed in it.
 *
 * @param string $src        Address.
 * @param array  $attributes Attributes of the element.
 */
function address_in( string $src, array $attributes ): string {
	$language = language_of( $attributes );
	$offered  = array_values( array_filter( preg_split( '/[^a-z]+/', strtolower( (string) ( $attributes['languages'] ?? '' ) ) ) ) ) ?: OFFICIAL;
	return str_replace( '{lang}', in_array( $language, $offered, true ) ? $language : $offered[0], $src );
}

/** The languages that the plugin itself is translated into, by the first letters of a locale. */
const TRANSLATIONS = array(
	'ar' => 'ar',
	'es' => 'es_ES',
	'fr' => 'fr_FR',
	'ru' => 'ru_RU',
	'zh' => 'zh_CN',
);

/**
 * A file of translations as it is called here: a site in the French of Canada gets that of France.
 *
 * @param string $file   Path that WordPress would read.
 * @param string $domain Whose texts.
 */
function translation_file( $file, $domain ) {
	if ( 'iom-widgets' !== $domain || file_exists( $file ) || ! preg_match( '/iom-widgets-([a-z]{2,3})(_\w+)*\.mo$/', $file, $found ) || ! isset( TRANSLATIONS[ $found[1] ] ) ) {
		return $file;
	}
	return dirname( __DIR__ ) . '/languages/iom-widgets-' . TRANSLATIONS[ $found[1] ] . '.mo';
}

/**
 * The same for scripts, whose files are called by the name of the script.
 *
 * @param string|false $file   Path that WordPress would read.
 * @param string       $handle The script.
 * @param string       $domain Whose texts.
 */
function script_translation_file( $file, $handle, $domain ) {
	$language = substr( determine_locale(), 0, 2 );
	if ( 'iom-widgets' !== $domain || ! isset( TRANSLATIONS[ $language ] ) ) {
		return $file;
	}
	return dirname( __DIR__ ) . '/languages/iom-widgets-' . TRANSLATIONS[ $language ] . "-$handle.json";
}
