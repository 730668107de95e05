<?php
/**
 * One request for a feed, and what went wrong with it.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** The largest answer, in bytes: as much as a browser takes. */
const MOST_BYTES = 5000000;

/**
 * Asks for a document. A server that gave no answer isn't waited for again while the page is made.
 *
 * @param string $url     Address.
 * @param int    $seconds How long to wait.
 * @return array `status`, 0 without an answer; `body`; `error`, empty or WordPress' words for why there is none; `origin`, whose
 *               pages may read it, as the server says.
 */
function fetch_document( string $url, int $seconds = 3 ): array {
	static $silent = array();

	$server = preg_replace( '~^(\w+://[^/]*).*~s', '$1', $url );
	if ( isset( $silent[ $server ] ) ) {
		return $silent[ $server ];
	}
	$response = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => $seconds,
			'limit_response_size' => MOST_BYTES,
			'headers'             => array( 'Origin' => home_url() ),
		)
	);
	$answer   = array(
		'status' => (int) wp_remote_retrieve_response_code( $response ),
		'body'   => (string) wp_remote_retrieve_body( $response ),
		'error'  => is_wp_error( $response ) ? refusal_of( $url ) ?: $response->get_error_message() : '',
		'origin' => implode( ' ', (array) wp_remote_retrieve_header( $response, 'access-control-allow-origin' ) ),
	);
	if ( ! $answer['status'] ) {
		$silent[ $server ] = $answer;
	}
	return $answer;
}

/**
 * Why WordPress asks an address not at all.
 *
 * @param string $url Address.
 * @return string `unknown-host`, `private`, or empty where it does ask.
 */
function refusal_of( string $url ): string {
	if ( wp_http_validate_url( $url ) ) {
		return '';
	}
	$host = (string) wp_parse_url( $url, PHP_URL_HOST );
	return '' !== $host && ! filter_var( trim( $host, '[]' ), FILTER_VALIDATE_IP ) && gethostbyname( $host ) === $host ? 'unknown-host' : 'private';
}

/**
 * JSON, RSS or Atom as an array.
 *
 * @param array  $answer What fetch_document() gives.
 * @param string $url    Its address.
 * @return array|null Null for anything else.
 */
function to_array( array $answer, string $url ): ?array {
	if ( 200 !== $answer['status'] ) {
		return null;
	}
	$body = preg_replace( '/^\xEF\xBB\xBF|^\s+/', '', $answer['body'] );
	if ( is_xml_feed( $body ) ) {
		return from_xml_feed( $body, $url );
	}
	$data = json_decode( $body, true );
	return is_array( $data ) ? $data : null;
}

/**
 * What is wrong with an answer that is no feed.
 *
 * @param array      $answer What fetch_document() gives.
 * @param array|null $data   What to_array() gives.
 * @return string One of `unknown-host`, `private`, `timeout`, `network`, `http-404` (or another status), `too-large`, `web-page`,
 *                `broken-xml`, `not-json`, `not-a-feed`.
 */
function problem_of( array $answer, ?array $data ): string {
	if ( ! $answer['status'] ) {
		if ( in_array( $answer['error'], array( 'unknown-host', 'private' ), true ) ) {
			return $answer['error'];
		}
		return preg_match( '/timed out|timeout/i', $answer['error'] ) ? 'timeout' : 'network';
	}
	if ( 200 !== $answer['status'] ) {
		return 'http-' . $answer['status'];
	}
	if ( null !== $data ) {
		return 'not-a-feed';
	}
	$start = ltrim( substr( $answer['body'], 0, 1000 ) );
	if ( strlen( $answer['body'] ) >= MOST_BYTES ) {
		return 'too-large';
	}
	if ( preg_match( '/^<(!doctype html|html|head|body)/i', $start ) ) {
		return 'web-page';
	}
	return '<' === substr( $start, 0, 1 ) ? 'broken-xml' : 'not-json';
}
