<?php
/**
 * The tag of an element, for blocks, widgets and shortcodes.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * A block on the page.
 *
 * @param array  $element    One of elements().
 * @param array  $attributes Those of the block.
 * @param string $link       The link that the editor has saved in it; it is left when the plugin is gone.
 */
function render_block( array $element, array $attributes, string $link ): string {
	$wrapper = get_block_wrapper_attributes();
	$anchor  = trim( (string) ( $attributes['anchor'] ?? '' ) );
	if ( '' !== $anchor && false === strpos( $wrapper, ' id="' ) ) {
		$wrapper .= sprintf( ' id="%s"', esc_attr( $anchor ) );
	}
	unset( $attributes['class'], $attributes['id'] );
	return render_element(
		$element,
		$attributes,
		array(
			'link'    => trim( $link ),
			'wrapper' => $wrapper,
			// Client navigation sets what it knows as a property, of a switch a wrong one; of a name with data- it knows none.
			'prefix'  => in_navigated_loop() ? 'data-' : '',
		)
	);
}

/**
 * Whether what is written now stands in a Query Loop whose next page replaces it without loading the page.
 *
 * @param int $change 1 when such a loop begins, -1 when it ends.
 */
function in_navigated_loop( int $change = 0 ): bool {
	static $depth = 0;

	$depth += $change;
	return $depth > 0;
}

/**
 * Notes that a loop begins.
 *
 * @param array $block The block that is going to be written.
 */
function enter_loop( array $block ): array {
	if ( 'core/query' === ( $block['blockName'] ?? '' ) && ! empty( $block['attrs']['enhancedPagination'] ) ) {
		in_navigated_loop( 1 );
	}
	return $block;
}

/**
 * Notes that a loop ends.
 *
 * @param string $html  HTML of the block.
 * @param array  $block The block.
 */
function leave_loop( string $html, array $block ): string {
	if ( ! empty( $block['attrs']['enhancedPagination'] ) ) {
		in_navigated_loop( -1 );
	}
	return $html;
}

/**
 * The element's tag, with what readers without script see inside it.
 *
 * @param array    $element    One of elements().
 * @param array    $attributes By name; those the element doesn't have are left out.
 * @param string[] $options    `content`: HTML inside in place of our own; `link`: HTML for when there is no feed;
 *                             `wrapper`: attributes as HTML; `prefix`: before the names of attributes.
 */
function render_element( array $element, array $attributes, array $options = array() ): string {
	$options += array(
		'content' => '',
		'link'    => '',
		'wrapper' => '',
		'prefix'  => '',
	);
	wp_enqueue_script( 'iom-widgets' );
	$values = values_of( $element, $attributes );
	$feed   = feed_of( $values + array( 'feed' => $attributes['feed'] ?? '' ) );
	$link   = '' !== $options['link'] ? wp_kses_post( $options['link'] ) : default_link( $feed['link'], $values );
	if ( '' === $feed['src'] ) {
		return without_feed( $element, '' !== $options['content'] ? wp_kses_post( $options['content'] ) : $link );
	}
	$values['src'] = has_many() ? $feed['src'] : smallest_src( $element['name'], array( 'src' => $feed['src'] ) + $values );

	$read   = read_feed( address_in( $values['src'], $values ) );
	$inside = '' !== trim( $options['content'] ) ? wp_kses_post( $options['content'] ) : fallback( $element['name'], $values, $read, $link );
	$text_page = '' === trim( $options['content'] ) ? text_page( $element['name'], array( 'src' => $feed['src'] ) + $values ) : '';
	if ( '' !== $text_page ) {
		$inside .= "\n" . link_to( $text_page, __( 'Text version', 'iom-widgets' ) );
	}
	if ( is_converted( $read ) ) {
		unset( $values['src'], $values['refresh'] );
		$inside = inline_feed( $element['name'], $values, $read ) . $inside;
	}
	$tag = 'iom-' . $element['name'];
	// The blank behind it says to the embed script that it is closed, and what is inside its fallback.
	return "<$tag" . written( $values, $options['prefix'] ) . ( '' === $options['wrapper'] ? '' : ' ' . $options['wrapper'] ) . ">$inside</$tag>\n";
}

/**
 * The attributes that an element has, as they are written.
 *
 * @param array $element    One of elements().
 * @param array $attributes As a block or a shortcode gives them.
 * @return array Texts, or true for a switch that is on.
 */
function values_of( array $element, array $attributes ): array {
	// In a shortcode a switch is written `more` or `more="more"`; WordPress gives the former by its place.
	$bare   = array_filter( $attributes, 'is_int', ARRAY_FILTER_USE_KEY );
	$values = array();
	foreach ( array_column( $element['attributes'], null, 'name' ) as $name => $attribute ) {
		$value = $attributes[ $name ] ?? ( in_array( $name, $bare, true ) ? true : null );
		if ( null === $value || '' === $value || false === $value || 'false' === $value || is_array( $value ) ) {
			continue;
		}
		$values[ $name ] = 'boolean' === $attribute['type'] ? true : decoded( (string) $value );
	}
	foreach ( array( 'lang', 'class', 'id' ) as $name ) {
		if ( ! empty( $attributes[ $name ] ) && is_string( $attributes[ $name ] ) ) {
			$values[ $name ] = decoded( $attributes[ $name ] );
		}
	}
	return $values;
}

/**
 * What somebody typed: for authors who may not write HTML, WordPress stores `&` as an entity, in blocks and in shortcodes.
 *
 * @param string $value As it is stored.
 */
function decoded( string $value ): string {
	return wp_specialchars_decode( $value, ENT_QUOTES );
}

/**
 * Attributes as HTML, with a blank before each.
 *
 * @param array  $values What values_of() gives.
 * @param string $prefix Before each name but those of HTML itself.
 */
function written( array $values, string $prefix ): string {
	$written = '';
	foreach ( $values as $name => $value ) {
		$name     = in_array( $name, array( 'lang', 'class', 'id' ), true ) ? $name : $prefix . $name;
		$written .= true === $value ? " $name" : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return $written;
}

/**
 * What stands on the page while nobody has set a feed: a link where there is one, for visitors nothing else.
 *
 * @param array  $element One of elements().
 * @param string $link    HTML of a link, or an empty text.
 */
function without_feed( array $element, string $link ): string {
	if ( '' !== $link ) {
		return "<p>$link</p>\n";
	}
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	/* translators: %s: name of a block. */
	$words = sprintf( __( '%s: no feed is set for this site yet. Visitors see nothing here.', 'iom-widgets' ), translated( $element['title'] ) );
	return '<p>' . esc_html( $words ) . "</p>\n";
}
