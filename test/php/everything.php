<?php
/**
 * Everything that the WordPress plugin does, once: prints what is missing, and what PHP says of our files.
 */

error_reporting( E_ALL );
$_SERVER['HTTP_HOST']      = 'example.org';
$_SERVER['REQUEST_METHOD'] = 'GET';
define( 'WP_ADMIN', true );

$said = array();
set_error_handler(
	static function ( $level, $message, $file, $line ) use ( &$said ) {
		if ( false !== strpos( $file, '/iom-widgets/' ) ) {
			$said[] = basename( $file ) . ":$line: $message";
		}
		return true;
	}
);
register_shutdown_function(
	static function () use ( &$said ) {
		$last = error_get_last();
		if ( $last && $last['type'] & ( E_ERROR | E_PARSE | E_COMPILE_ERROR ) ) {
			$said[] = $last['message'];
		}
		echo $GLOBALS['wp_version'] ?? '', ': ', $said ? implode( "\n", array_unique( $said ) ) . "\n" : 'all is well';
	}
);

require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

$rss = '<?xml version="1.0"?><rss version="2.0"><channel><title>Test</title><link>https://www.example.org/</link><item><title>An item</title><link>https://www.example.org/1</link><guid>1</guid><description>Text</description></item></channel></rss>';
add_filter(
	'pre_http_request',
	static function ( $no, $options, $url ) use ( $rss ) {
		$bodies = array(
			'oim.en.json' => file_get_contents( __DIR__ . '/feed.json' ),
			'rss.xml'     => $rss,
			'page.html'   => '<!doctype html><title>A page</title>',
		);
		$body   = $bodies[ basename( $url ) ] ?? null;
		return array(
			'response' => array( 'code' => null === $body ? 404 : 200 ),
			'headers'  => array(),
			'body'     => (string) $body,
			'cookies'  => array(),
		);
	},
	10,
	3
);

/**
 * Notes what is not as it has to be.
 *
 * @param string $what Its name.
 * @param bool   $is   Whether it is.
 */
$must = static function ( string $what, bool $is ) use ( &$said ) {
	if ( ! $is ) {
		$said[] = "missing: $what";
	}
};

wp_set_current_user( 1 );
// As WordPress does it, but for what prints pages.
$error = activate_plugin( 'iom-widgets/iom-widgets.php' );
$must( 'activation', null === $error );
do_action( 'init' );
do_action( 'rest_api_init', rest_get_server() );
IomWidgets\register_settings();
update_option(
	'iom_widgets_feeds',
	IomWidgets\check_feeds(
		array(
			array( 'src' => 'https://feeds.example.org/oim.{lang}.json' ),
			array(
				'src'  => 'https://feeds.example.org/rss.xml',
				'name' => 'Réseau',
				'link' => 'wrong',
			),
			array( 'src' => 'javascript:x()' ),
		)
	)
);
$must( 'two feeds', 2 === count( IomWidgets\feeds() ) );

foreach ( IomWidgets\elements() as $element ) {
	$name = $element['name'];
	$tag  = str_replace( '-', '_', $name );
	$must( "block $name", false !== strpos( do_blocks( "<!-- wp:iom/$name {\"align\":\"wide\"} --><a href=\"https://example.org\">A</a><!-- /wp:iom/$name -->" ), "<iom-$name" ) );
	$must( "shortcode $name", false !== strpos( do_shortcode( "[iom_$tag limit=\"2\" more]" ), "<iom-$name" ) );
	$must( "RSS in $name", false !== strpos( do_shortcode( "[iom_$tag feed=\"reseau\"]" ), 'application/feed+json' ) );
	do_shortcode( "[iom_$tag src=\"https://feeds.example.org/publication/feed.json\"]" );
}
foreach ( array( 'oim.{lang}.json', 'rss.xml', 'page.html', 'nothing.json' ) as $path ) {
	$must( "test of $path", array() !== IomWidgets\inspect( "https://feeds.example.org/$path" ) );
}
IomWidgets\fetch_now();
IomWidgets\fetch_scheduled();
$must( 'records', 2 <= count( IomWidgets\records() ) );
$must( 'choices', ! empty( IomWidgets\answer_choices( new WP_REST_Request() )['title'] ) );
$must( 'health', 'good' !== IomWidgets\test_health()['status'] || array() === IomWidgets\failing( 0 ) );
$must( 'data of the editor', array() !== IomWidgets\editor_data() );
ob_start();
IomWidgets\show_settings();
IomWidgets\show_notice();
( new IomWidgets\Widget() )->form( array() );
( new IomWidgets\Widget() )->update( array( 'limit' => '3' ), array() );
the_widget( 'IomWidgets\Widget', array( 'element' => 'news-feed' ) );
$printed = ob_get_clean();
$must( 'settings', false !== strpos( $printed, 'Test this feed' ) );
$must( 'widget', false !== strpos( $printed, '<iom-news-feed' ) );
deactivate_plugins( 'iom-widgets/iom-widgets.php' );
uninstall_plugin( 'iom-widgets/iom-widgets.php' );
$must( 'uninstallation', null === get_option( 'iom_widgets_feeds', null ) );
