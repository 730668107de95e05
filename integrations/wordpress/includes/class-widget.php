<?php
/**
 * A classic widget, for themes and sites without blocks in their sidebars.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Any element in a sidebar. */
class Widget extends \WP_Widget {
	/** Names it. */
	public function __construct() {
		parent::__construct(
			'iom_widgets',
			__( 'IOM widget', 'iom-widgets' ),
			array(
				'description'           => __( 'News, contacts, offices and more of the organization.', 'iom-widgets' ),
				'show_instance_in_rest' => true,
			)
		);
	}

	/**
	 * The widget on the page.
	 *
	 * @param array $args     HTML around it.
	 * @param array $instance What was chosen.
	 */
	public function widget( $args, $instance ) {
		$element = array_column( elements(), null, 'name' )[ $instance['element'] ?? 'news-feed' ] ?? null;
		$inside  = $element ? render_element( $element, $instance ) : '';
		if ( '' === $inside ) {
			return;
		}
		/** This filter is documented in wp-includes/widgets/class-wp-widget-pages.php */
		$title = (string) apply_filters( 'widget_title', $instance['title'] ?? '', $instance, $this->id_base );
		// phpcs:disable WordPress.Security.EscapeOutput -- HTML of the theme, of a filter, and of our own.
		echo $args['before_widget'], '' === $title ? '' : $args['before_title'] . $title . $args['after_title'], $inside, $args['after_widget'];
		// phpcs:enable
	}

	/**
	 * Its form.
	 *
	 * @param array $instance What was chosen.
	 */
	public function form( $instance ) {
		$feeds = array( '' => __( 'The first feed of the site', 'iom-widgets' ) ) + array_map( static fn( $feed ) => $feed['name'], feeds() );
		$names = array_map( __NAMESPACE__ . '\\translated', array_column( elements(), 'title', 'name' ) );
		?>
		<p>
			<label for="<?php echo esc_attr( $this->get_field_id( 'title' ) ); ?>"><?php esc_html_e( 'Title', 'iom-widgets' ); ?></label>
			<input class="widefat" id="<?php echo esc_attr( $this->get_field_id( 'title' ) ); ?>" name="<?php echo esc_attr( $this->get_field_name( 'title' ) ); ?>" type="text" value="<?php echo esc_attr( $instance['title'] ?? '' ); ?>">
		</p>
		<?php
		$this->choice( 'element', __( 'What to show', 'iom-widgets' ), $names, $instance['element'] ?? 'news-feed' );
		$this->choice( 'feed', __( 'Feed', 'iom-widgets' ), $feeds, $instance['feed'] ?? '' );
		?>
		<p>
			<label for="<?php echo esc_attr( $this->get_field_id( 'limit' ) ); ?>"><?php esc_html_e( 'Number of items', 'iom-widgets' ); ?></label>
			<input class="tiny-text" id="<?php echo esc_attr( $this->get_field_id( 'limit' ) ); ?>" name="<?php echo esc_attr( $this->get_field_name( 'limit' ) ); ?>" type="number" min="1" max="1000" value="<?php echo esc_attr( $instance['limit'] ?? '' ); ?>">
		</p>
		<?php
		return '';
	}

	/**
	 * A list to choose from.
	 *
	 * @param string   $name    Of the field.
	 * @param string   $label   Its label.
	 * @param string[] $options Labels by value.
	 * @param string   $chosen  The value that is chosen.
	 */
	private function choice( string $name, string $label, array $options, string $chosen ): void {
		?>
		<p>
			<label for="<?php echo esc_attr( $this->get_field_id( $name ) ); ?>"><?php echo esc_html( $label ); ?></label>
			<select class="widefat" id="<?php echo esc_attr( $this->get_field_id( $name ) ); ?>" name="<?php echo esc_attr( $this->get_field_name( $name ) ); ?>">
				<?php foreach ( $options as $value => $text ) { ?>
					<option value="<?php echo esc_attr( $value ); ?>"<?php selected( (string) $value, $chosen ); ?>><?php echo esc_html( $text ); ?></option>
				<?php } ?>
			</select>
		</p>
		<?php
	}

	/**
	 * What is stored of what was sent.
	 *
	 * @param array $new What was sent.
	 * @param array $old What was stored.
	 */
	public function update( $new, $old ) { // phpcs:ignore Universal.NamingConventions -- as WP_Widget names them.
		$limit = (int) ( $new['limit'] ?? 0 );
		return array(
			'title'   => sanitize_text_field( $new['title'] ?? '' ),
			'element' => isset( array_column( elements(), null, 'name' )[ $new['element'] ?? '' ] ) ? $new['element'] : ( $old['element'] ?? 'news-feed' ),
			'feed'    => sanitize_key( $new['feed'] ?? '' ),
			'limit'   => $limit > 0 ? (string) min( $limit, 1000 ) : '',
		);
	}
}
