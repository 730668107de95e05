<?php
/**
 * Settings › IOM widgets: the feeds of the site, what is in them, and how they were fetched.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Declares the setting. */
function register_settings(): void {
	register_setting(
		'iom_widgets',
		'iom_widgets_feeds',
		array(
			'type'              => 'array',
			'sanitize_callback' => __NAMESPACE__ . '\\check_feeds',
		)
	);
}

/** Adds the page to the menu. */
function add_settings_page(): void {
	$hook = add_options_page( __( 'IOM widgets', 'iom-widgets' ), __( 'IOM widgets', 'iom-widgets' ), 'manage_options', 'iom-widgets', __NAMESPACE__ . '\\show_settings' );
	add_action( "admin_print_scripts-$hook", __NAMESPACE__ . '\\add_settings_script' );
}

/** What the buttons of the page need. */
function add_settings_script(): void {
	list( $url, $version ) = file_of_plugin( 'settings.js' );
	wp_enqueue_script( 'iom-widgets-settings', $url, array( 'wp-api-fetch', 'wp-i18n' ), $version, true );
	wp_set_script_translations( 'iom-widgets-settings', 'iom-widgets', dirname( __DIR__ ) . '/languages' );
}

/**
 * Adds a link to the settings to the list of plugins.
 *
 * @param string[] $links HTML of the links.
 */
function link_settings( array $links ): array {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=iom-widgets' ) ), esc_html__( 'Settings', 'iom-widgets' ) );
	return array_merge( array( $link ), $links );
}

/** The page itself. */
function show_settings(): void {
	$rows   = feeds();
	$number = 0;
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<p><?php esc_html_e( 'Blocks, widgets and shortcodes show the first feed unless another one is chosen. The press office gives you the address.', 'iom-widgets' ); ?></p>
		<p id="iom_widgets_help"><?php esc_html_e( 'From a feed published with iom-feed, …/feed.json, each element loads only the part that it shows. {lang} is replaced by the language of the page. Addresses of RSS and Atom work, too.', 'iom-widgets' ); ?></p>
		<form action="options.php" method="post">
			<?php
			settings_fields( 'iom_widgets' );
			foreach ( $rows as $id => $feed ) {
				show_feed( $number++, (string) $id, $feed );
			}
			show_feed(
				$number,
				'',
				array(
					'name' => '',
					'src'  => '',
					'link' => '',
				)
			);
			submit_button();
			?>
		</form>
		<?php show_records(); ?>
	</div>
	<?php
}

/**
 * The fields of a feed.
 *
 * @param int    $number Its place.
 * @param string $id     Its short name; empty for one that is not there yet.
 * @param array  $feed   `name`, `src` and `link`.
 */
function show_feed( int $number, string $id, array $feed ): void {
	$title  = '' !== $id ? $feed['name'] : ( $number ? __( 'Another feed', 'iom-widgets' ) : __( 'Default feed', 'iom-widgets' ) );
	$fields = array(
		'src'  => array( __( 'Address of the feed', 'iom-widgets' ), 'url', '' ),
		'name' => array( __( 'Name', 'iom-widgets' ), 'text', __( 'Authors choose the feed by this name.', 'iom-widgets' ) ),
		'link' => array( __( 'Link for all news', 'iom-widgets' ), 'url', __( 'A page of the organization. Readers find it where a feed can’t be loaded; without one, the address that the feed itself names.', 'iom-widgets' ) ),
	);
	?>
	<fieldset class="iom-widgets-feed" aria-labelledby="iom_widgets_title_<?php echo (int) $number; ?>">
		<h2 id="iom_widgets_title_<?php echo (int) $number; ?>"><?php echo esc_html( $title ); ?></h2>
		<input type="hidden" name="iom_widgets_feeds[<?php echo (int) $number; ?>][id]" value="<?php echo esc_attr( $id ); ?>">
		<table class="form-table" role="presentation">
			<?php
			foreach ( $fields as $field => list( $label, $mode, $help ) ) {
				$key = "iom_widgets_{$field}_$number";
				?>
				<tr>
					<th scope="row"><label for="<?php echo esc_attr( $key ); ?>"><?php echo esc_html( $label ); ?></label></th>
					<td>
						<input id="<?php echo esc_attr( $key ); ?>" name="iom_widgets_feeds[<?php echo (int) $number; ?>][<?php echo esc_attr( $field ); ?>]" type="text" class="regular-text<?php echo 'url' === $mode ? ' code' : ''; ?>"<?php echo 'url' === $mode ? ' dir="ltr"' : ''; ?> inputmode="<?php echo esc_attr( $mode ); ?>" aria-describedby="<?php echo esc_attr( '' === $help ? 'iom_widgets_help' : $key . '_help' ); ?>" value="<?php echo esc_attr( $feed[ $field ] ); ?>">
						<?php if ( 'src' === $field ) { ?>
							<button type="button" class="button" data-iom-widgets-test="<?php echo esc_attr( $key ); ?>"><?php esc_html_e( 'Test this feed', 'iom-widgets' ); ?></button>
							<div role="status" id="<?php echo esc_attr( $key ); ?>_status"></div>
						<?php } else { ?>
							<p id="<?php echo esc_attr( $key ); ?>_help" class="description"><?php echo esc_html( $help ); ?></p>
						<?php } ?>
					</td>
				</tr>
			<?php } ?>
		</table>
	</fieldset>
	<?php
}

/** What was fetched last, and how. */
function show_records(): void {
	$lines = array();
	foreach ( feeds() as $feed ) {
		foreach ( records_of( $feed['src'] ) as $url => $record ) {
			$lines[ $url ] = line_of_record( $url, $record );
		}
	}
	?>
	<h2><?php esc_html_e( 'What was fetched last', 'iom-widgets' ); ?></h2>
	<p><?php echo esc_html( schedule_in_words() ); ?></p>
	<?php if ( '' !== uploads_in_words() ) { ?>
		<p><?php echo esc_html( uploads_in_words() ); ?></p>
	<?php } ?>
	<div role="status" id="iom_widgets_records">
		<?php if ( $lines ) { ?>
			<ul>
				<?php foreach ( $lines as $line ) { ?>
					<li><?php echo esc_html( ( 'good' === $line['tone'] ? '✓ ' : '✗ ' ) . $line['text'] ); ?></li>
				<?php } ?>
			</ul>
		<?php } else { ?>
			<p><?php esc_html_e( 'Nothing yet: a feed is fetched when a page that shows it is opened.', 'iom-widgets' ); ?></p>
		<?php } ?>
	</div>
	<p><button type="button" class="button" data-iom-widgets-fetch><?php esc_html_e( 'Fetch now', 'iom-widgets' ); ?></button></p>
	<?php
}

/** Where WordPress may write no files, what that means; empty where it may. The plugin itself keeps everything in the database. */
function uploads_in_words(): string {
	$folder = wp_get_upload_dir()['basedir'];
	// Where there is none yet, WordPress makes it when something is uploaded.
	if ( wp_is_writable( is_dir( $folder ) ? $folder : dirname( $folder ) ) ) {
		return '';
	}
	/* translators: %s: a folder. */
	return sprintf( __( 'This server lets WordPress write no files into %s: nothing can be uploaded. Feeds need none, and go on.', 'iom-widgets' ), str_replace( ABSPATH, '', $folder ) );
}
