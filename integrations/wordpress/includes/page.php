<?php
/**
 * How many elements a page has: as far as that is known while one of them is written.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** From so many elements on, a page is better off with the whole feed: it is downloaded once for all of them. */
const MANY = 3;

/** Whether the page has many elements. To be asked once for each that is written: those that nobody knew of count, too. */
function has_many(): bool {
	static $written = 0;

	return max( ++$written, known_elements() ) >= MANY;
}

/** Elements in the text that the page is for, in its template and in its sidebars. */
function known_elements(): int {
	global $_wp_current_template_content;
	static $known = array();

	$post = is_singular() ? (string) get_post_field( 'post_content', get_queried_object_id() ) : '';
	$page = $post . $_wp_current_template_content;
	$key  = md5( $page );
	if ( ! isset( $known[ $key ] ) ) {
		$known[ $key ] = array_sum( array_map( __NAMESPACE__ . '\\count_elements', array_merge( array( $page ), widget_texts() ) ) );
	}
	return $known[ $key ];
}

/**
 * Blocks and shortcodes of ours in a text, and in what it takes from elsewhere.
 *
 * @param string $text  Content of a post, a template or a widget.
 * @param int    $depth How deep what is taken from elsewhere may lie.
 */
function count_elements( string $text, int $depth = 5 ): int {
	$count = preg_match_all( '~<!-- wp:iom/|(?<!\[)\[iom_[a-z]~', $text );
	preg_match_all( '~<!-- wp:(block|template-part|pattern) (\{.*?\}) /?-->~', $text, $found, PREG_SET_ORDER );
	foreach ( $depth ? $found : array() as list( , $block, $attributes ) ) {
		$count += count_elements( text_of( $block, (array) json_decode( $attributes, true ) ), $depth - 1 );
	}
	return $count;
}

/**
 * The text of a block that takes it from elsewhere.
 *
 * @param string $block      Name of the block.
 * @param array  $attributes Its attributes.
 */
function text_of( string $block, array $attributes ): string {
	$slug = (string) ( $attributes['slug'] ?? '' );
	switch ( $block ) {
		case 'block':
			return empty( $attributes['ref'] ) ? '' : (string) get_post_field( 'post_content', (int) $attributes['ref'] );
		case 'template-part':
			return get_block_template( ( $attributes['theme'] ?? get_stylesheet() ) . "//$slug", 'wp_template_part' )->content ?? '';
		default:
			return \WP_Block_Patterns_Registry::get_instance()->get_registered( $slug )['content'] ?? '';
	}
}

/**
 * What authors have written into the widgets of the theme's sidebars.
 *
 * @return string[]
 */
function widget_texts(): array {
	$texts = array();
	foreach ( wp_get_sidebars_widgets() as $sidebar => $widgets ) {
		foreach ( is_registered_sidebar( $sidebar ) ? (array) $widgets : array() as $widget ) {
			if ( preg_match( '/^(.+)-(\d+)$/', $widget, $found ) ) {
				$texts[] = implode( "\n", array_filter( (array) ( get_option( "widget_$found[1]" )[ $found[2] ] ?? '' ), 'is_string' ) );
			}
		}
	}
	return $texts;
}
