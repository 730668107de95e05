<?php
/**
 * A block and a shortcode for each element.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/**
 * The elements, as the library's manifest describes them.
 *
 * @return array[] Each with `name`, `title`, `summary` and `attributes`: `name`, `type` (`string`, `number` or
 *                 `boolean`), `description`, perhaps `options`.
 */
function elements(): array {
	static $elements = null;
	if ( null === $elements ) {
		$elements = wp_json_file_decode( dirname( __DIR__ ) . '/elements.json', array( 'associative' => true ) ) ?? array();
	}
	return $elements;
}

/** Registers the scripts, the blocks and the shortcodes. */
function register_elements(): void {
	$plugin = dirname( __DIR__ ) . '/iom-widgets.php';
	$path   = dirname( __DIR__ ) . '/dist/autoload.js';
	// The time stands for the version: what the script loads is named by what it holds, but for the elements' own files.
	wp_register_script( 'iom-widgets', plugins_url( 'dist/autoload.js', $plugin ), array(), (string) filemtime( $path ), false );
	wp_register_script(
		'iom-widgets-editor',
		plugins_url( 'editor.js', $plugin ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n', 'iom-widgets' ),
		(string) filemtime( dirname( __DIR__ ) . '/editor.js' ),
		true
	);
	wp_set_script_translations( 'iom-widgets-editor', 'iom-widgets' );
	wp_add_inline_script(
		'iom-widgets-editor',
		'var iomWidgets = ' . wp_json_encode(
			array(
				'elements' => elements(),
				'src'      => default_src(),
				'home'     => home_url( '/' ),
			)
		) . ';',
		'before'
	);
	foreach ( elements() as $element ) {
		$render = static function ( $attributes, $content = '' ) use ( $element ) {
			return render_element( $element, (array) $attributes, (string) $content );
		};
		register_block_type(
			'iom/' . $element['name'],
			array(
				'api_version'     => 2,
				'title'           => $element['title'],
				'category'        => 'embed',
				'description'     => $element['summary'],
				'attributes'      => array_map(
					static fn( $attribute ) => array( 'type' => $attribute['type'] ),
					array_column( $element['attributes'], null, 'name' )
				),
				'supports'        => array(
					'html'  => false,
					'align' => array( 'wide', 'full' ),
				),
				'editor_script'   => 'iom-widgets-editor',
				'script'          => 'iom-widgets',
				'render_callback' => $render,
			)
		);
		add_shortcode( 'iom_' . str_replace( '-', '_', $element['name'] ), $render );
	}
}

/**
 * The element's tag, with what readers without script see inside it.
 *
 * @param array  $element    One of elements().
 * @param array  $attributes By name; those the element doesn't have are left out.
 * @param string $content    What an author has put inside a shortcode: shown instead of our own fallback.
 */
function render_element( array $element, array $attributes, string $content ): string {
	wp_enqueue_script( 'iom-widgets' );
	$attributes['src'] = $attributes['src'] ?? default_src();

	$values = array();
	foreach ( array_column( $element['attributes'], null, 'name' ) as $name => $attribute ) {
		// In a shortcode a switch is written `more` or `more="more"`; WordPress gives the former by its place.
		$value = $attributes[ $name ] ?? ( in_array( $name, array_filter( $attributes, 'is_int', ARRAY_FILTER_USE_KEY ), true ) ? true : null );
		if ( null === $value || '' === $value || false === $value || 'false' === $value ) {
			continue;
		}
		$values[ $name ] = 'boolean' === $attribute['type'] ? true : (string) $value;
	}
	foreach ( array( 'lang', 'class', 'id' ) as $name ) {
		if ( ! empty( $attributes[ $name ] ) ) {
			$values[ $name ] = (string) $attributes[ $name ];
		}
	}
	if ( ! has_many() && isset( $values['src'] ) ) {
		$values['src'] = smallest_src( $element['name'], $values );
	}
	$written = '';
	foreach ( $values as $name => $value ) {
		$written .= true === $value ? " $name" : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	$tag    = 'iom-' . $element['name'];
	$inside = '' !== trim( $content ) ? wp_kses_post( $content ) : fallback( $element['name'], $values );
	// The blank behind it says to the embed script that it is closed, and what is inside its fallback.
	return "<$tag$written>$inside</$tag>\n";
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
