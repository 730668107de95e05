<?php
/**
 * Settings › IOM widgets: the feed that blocks and shortcodes show when they name none.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Address of the feed that is shown where none is named; empty until somebody sets it. */
function default_src(): string {
	return (string) get_option( 'iom_widgets_src', '' );
}

/** Declares the setting. */
function register_settings(): void {
	register_setting(
		'iom_widgets',
		'iom_widgets_src',
		array(
			'type'              => 'string',
			'sanitize_callback' => __NAMESPACE__ . '\\check_src',
		)
	);
}

/**
 * Lets through what leads to the web, `{lang}` included; anything else leaves the setting as it was.
 *
 * @param mixed $value What was typed.
 */
function check_src( $value ): string {
	$typed = trim( (string) $value );
	if ( '' === $typed || preg_match( '~^https?://[^\s"\'<>]+$~i', $typed ) ) {
		return $typed;
	}
	add_settings_error( 'iom_widgets_src', 'iom-widgets-src', __( 'This is not the address of a feed: it must begin with https://.', 'iom-widgets' ) );
	return default_src();
}

/** Adds the page to the menu. */
function add_settings_page(): void {
	add_options_page( __( 'IOM widgets', 'iom-widgets' ), __( 'IOM widgets', 'iom-widgets' ), 'manage_options', 'iom-widgets', __NAMESPACE__ . '\\show_settings' );
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
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<form action="options.php" method="post">
			<?php settings_fields( 'iom_widgets' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="iom_widgets_src"><?php esc_html_e( 'Address of the feed', 'iom-widgets' ); ?></label></th>
					<td>
						<input id="iom_widgets_src" name="iom_widgets_src" type="text" class="regular-text code" dir="ltr" inputmode="url" aria-describedby="iom_widgets_help" value="<?php echo esc_attr( default_src() ); ?>">
						<p id="iom_widgets_help" class="description"><?php esc_html_e( 'Blocks and shortcodes show this feed by default. From a feed published with iom-feed, …/feed.json, each loads only the part that it shows. {lang} is replaced by the language of the page.', 'iom-widgets' ); ?></p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
