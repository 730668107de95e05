<?php
/**
 * Patterns: pages and sidebars that are ready to be filled by a feed.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Registers them. */
function register_patterns(): void {
	register_block_pattern_category( 'iom-widgets', array( 'label' => __( 'IOM widgets', 'iom-widgets' ) ) );
	$patterns = array(
		'press-room'      => array(
			'title'       => __( 'Press room', 'iom-widgets' ),
			'description' => __( 'The newest release, older news and who answers the press.', 'iom-widgets' ),
			'content'     => block( 'press-release', array( 'align' => 'wide' ) )
				. heading( __( 'More news', 'iom-widgets' ) )
				. block(
					'news-feed',
					array(
						'layout' => 'cards',
						'limit'  => 6,
						'more'   => true,
						'align'  => 'wide',
					)
				)
				. heading( __( 'For the press', 'iom-widgets' ) )
				. block( 'press-contact' ),
		),
		'news-in-sidebar' => array(
			'title'       => __( 'News in a sidebar', 'iom-widgets' ),
			'description' => __( 'Three headlines with a heading.', 'iom-widgets' ),
			'content'     => heading( __( 'News', 'iom-widgets' ), 3 )
				. block(
					'news-feed',
					array(
						'layout'        => 'compact',
						'limit'         => 3,
						'heading-level' => 4,
						'hide'          => 'title',
					)
				),
		),
		'our-office'      => array(
			'title'       => __( 'Our office', 'iom-widgets' ),
			'description' => __( 'Who we are, where we work, figures and contacts.', 'iom-widgets' ),
			'content'     => block( 'about' ) . block( 'key-figures' ) . heading( __( 'Where we work', 'iom-widgets' ) ) . block( 'office-map', array( 'align' => 'wide' ) ) . heading( __( 'For the press', 'iom-widgets' ) ) . block( 'press-contact' ),
		),
	);
	foreach ( $patterns as $name => $pattern ) {
		register_block_pattern(
			"iom-widgets/$name",
			$pattern + array(
				'categories' => array( 'iom-widgets' ),
				'keywords'   => array( 'IOM', __( 'News', 'iom-widgets' ) ),
			)
		);
	}
}

/**
 * A block of ours as it is stored.
 *
 * @param string $name       Name of the element.
 * @param array  $attributes Attributes of the block.
 */
function block( string $name, array $attributes = array() ): string {
	return get_comment_delimited_block_content( "iom/$name", $attributes, '' ) . "\n\n";
}

/**
 * A heading as it is stored.
 *
 * @param string $text  Its text.
 * @param int    $level 2 or 3.
 */
function heading( string $text, int $level = 2 ): string {
	return sprintf( "<!-- wp:heading%s -->\n<h%d class=\"wp-block-heading\">%s</h%d>\n<!-- /wp:heading -->\n\n", 2 === $level ? '' : " {\"level\":$level}", $level, esc_html( $text ), $level );
}
