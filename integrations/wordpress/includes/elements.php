<?php
/**
 * A block and a shortcode for each element.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** What site owners can change in the look of a block, by WordPress' own controls. */
const SUPPORTS = array(
	'html'                 => false,
	'anchor'               => true,
	'align'                => array( 'left', 'right', 'wide', 'full' ),
	'color'                => array(
		'text'       => true,
		'background' => true,
		'link'       => true,
		'gradients'  => true,
	),
	'typography'           => array(
		'fontSize'                     => true,
		'lineHeight'                   => true,
		'__experimentalFontFamily'     => true,
		'__experimentalDefaultControls' => array( 'fontSize' => true ),
	),
	'spacing'              => array(
		'margin'  => true,
		'padding' => true,
	),
	'__experimentalBorder' => array(
		'color'  => true,
		'radius' => true,
		'style'  => true,
		'width'  => true,
	),
	// What is on the page is the element: WordPress may replace it without loading the page again.
	'interactivity'        => array( 'clientNavigation' => true ),
);

/**
 * The elements: what the library's manifest and our table of words say of them.
 *
 * @return array[] Each with `name`, `title`, `description`, `keywords`, `icon`, `variations` and `attributes`: `name`, `type`
 *                 (`string`, `number` or `boolean`), `label`, `help`, `panel`, `control`, perhaps `choices`. Texts are English.
 */
function elements(): array {
	static $elements = null;
	if ( null === $elements ) {
		$elements = wp_json_file_decode( dirname( __DIR__ ) . '/elements.json', array( 'associative' => true ) ) ?? array();
	}
	return $elements;
}

/** Registers the blocks and the shortcodes. */
function register_elements(): void {
	foreach ( elements() as $element ) {
		register_block_type(
			'iom/' . $element['name'],
			array(
				'api_version'     => 3,
				'title'           => translated( $element['title'] ),
				'category'        => 'iom-widgets',
				'description'     => translated( $element['description'] ),
				'keywords'        => array_merge( array( 'IOM' ), array_map( __NAMESPACE__ . '\\translated', $element['keywords'] ) ),
				'attributes'      => attributes_of( $element ),
				'supports'        => SUPPORTS,
				'editor_script'   => 'iom-widgets-editor',
				// The canvas of the editor is a frame that only scripts of this kind get into.
				'script'          => 'iom-widgets',
				'render_callback' => static fn( $attributes, $content = '' ) => render_block( $element, (array) $attributes, (string) $content ),
			) + view_module()
		);
		add_shortcode(
			'iom_' . str_replace( '-', '_', $element['name'] ),
			static fn( $attributes, $content = '' ) => render_element( $element, (array) $attributes, array( 'content' => (string) $content ) )
		);
	}
}

/**
 * Attributes of a block: those of the element, the name of a feed, the language, and the link that is left without the
 * plugin. That one stands in the text of the post, so that WordPress finds it there.
 *
 * @param array $element One of elements().
 */
function attributes_of( array $element ): array {
	$text = array( 'type' => 'string' );
	return array_map(
		static fn( $attribute ) => array( 'type' => $attribute['type'] ),
		array_column( $element['attributes'], null, 'name' )
	) + array(
		'feed'      => $text,
		'lang'      => $text,
		'anchor'    => $text,
		// Only in the preview that the inserter shows.
		'isExample' => array( 'type' => 'boolean' ),
		'link'      => array(
			'type'      => 'string',
			'source'    => 'attribute',
			'selector'  => 'a',
			'attribute' => 'href',
		),
		'linkText'  => array(
			'type'     => 'string',
			'source'   => 'html',
			'selector' => 'a',
		),
	);
}

/**
 * A text of elements.json in the language of the site or of who works on it. Its translations are made from the same table.
 *
 * @param string $text English.
 */
function translated( string $text ): string {
	return translate( $text, 'iom-widgets' ); // phpcs:ignore WordPress.WP.I18n -- scripts/wordpress/translations.mjs collects the texts from elements.json.
}

/**
 * Adds the category that the blocks stand in.
 *
 * @param array[] $categories Those that are there.
 */
function add_category( array $categories ): array {
	$own = array(
		'slug'  => 'iom-widgets',
		'title' => __( 'IOM widgets', 'iom-widgets' ),
	);
	return array_merge( array( $own ), $categories );
}
