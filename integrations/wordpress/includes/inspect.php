<?php
/**
 * What is in a feed, in which languages, and what is wrong: in words for somebody who has never seen one.
 *
 * @package IomWidgets
 */

namespace IomWidgets;

defined( 'ABSPATH' ) || exit;

/** Seconds that somebody who has pressed a button waits for an answer. */
const PATIENCE = 10;

/**
 * Asks for a feed, in all languages where its address has `{lang}`.
 *
 * @param string $src Address.
 * @return array[] Lines, each with `tone` (`good`, `bad` or `note`) and `text`; those that lead to a feed with its `src`, too.
 */
function inspect( string $src ): array {
	$src = trim( $src );
	if ( ! is_web_address( $src ) ) {
		return array( line( 'bad', __( 'This is not a web address: it must begin with https://.', 'iom-widgets' ) ) );
	}
	if ( false === strpos( $src, '{lang}' ) ) {
		return inspect_one( $src );
	}
	$lines   = array();
	$missing = array();
	foreach ( OFFICIAL as $language ) {
		$answer = fetch_document( str_replace( '{lang}', $language, $src ), PATIENCE );
		$data   = to_array( $answer, $src );
		$feed   = null === $data ? null : to_feed( $data );
		if ( null === $feed ) {
			$missing[ language_name( $language ) ] = problem_of( $answer, $data );
			continue;
		}
		/* translators: 1: name of a language, 2: title of a feed, 3: number of items. */
		$lines[] = line( 'good', sprintf( __( '%1$s: “%2$s”, items: %3$d.', 'iom-widgets' ), language_name( $language ), text( $feed['title'] ?? '' ), count( $feed['items'] ) ) );
		$lines   = count( $lines ) > 1 ? $lines : array_merge( $lines, contents_of( $feed ), problems_in( $feed, $answer ) );
	}
	if ( ! $lines ) {
		return array( line( 'bad', problem_in_words( reset( $missing ), str_replace( '{lang}', OFFICIAL[0], $src ) ) ) );
	}
	if ( $missing ) {
		/* translators: %s: names of languages. */
		$lines[] = line( 'note', sprintf( __( 'No feed in: %s. Pages in these languages show the first language that there is.', 'iom-widgets' ), implode( ', ', array_keys( $missing ) ) ) );
	}
	return $lines;
}

/**
 * The same for one address.
 *
 * @param string $url Address.
 */
function inspect_one( string $url ): array {
	$answer = fetch_document( $url, PATIENCE );
	$data   = to_array( $answer, $url );
	$feed   = null === $data ? null : to_feed( $data );
	if ( null === $feed ) {
		$problem = problem_of( $answer, $data );
		$lines   = array( line( 'bad', problem_in_words( $problem, $url ) ) );
		foreach ( 'web-page' === $problem ? feeds_named_in( $answer['body'], $url ) : array() as $address ) {
			/* translators: %s: an address. */
			$lines[] = line( 'note', sprintf( __( 'The page names a feed: %s', 'iom-widgets' ), $address ) ) + array( 'src' => $address );
		}
		return $lines;
	}
	/* translators: 1: title of a feed, 2: number of items. */
	$lines = array( line( 'good', sprintf( __( 'This is a feed: “%1$s”, items: %2$d.', 'iom-widgets' ), text( $feed['title'] ?? '' ), count( $feed['items'] ) ) ) );
	if ( is_converted( $feed ) ) {
		$lines[] = line( 'note', __( 'It is RSS or Atom: WordPress reads it, and the page has its items. It holds news only, no contacts or offices.', 'iom-widgets' ) );
	}
	return array_merge( $lines, contents_of( $feed ), problems_in( $feed, $answer ) );
}

/**
 * What a feed holds besides items, and its languages.
 *
 * @param array $feed The feed.
 */
function contents_of( array $feed ): array {
	$iom   = is_array( $feed['_iom'] ?? null ) ? $feed['_iom'] : array();
	$parts = array(
		'contacts'     => __( 'contacts', 'iom-widgets' ),
		'offices'      => __( 'offices', 'iom-widgets' ),
		'organization' => __( 'units', 'iom-widgets' ),
		'figures'      => __( 'figures', 'iom-widgets' ),
		'sections'     => __( 'sections with cards', 'iom-widgets' ),
		'goals'        => __( 'goals', 'iom-widgets' ),
		'menu'         => __( 'menu entries', 'iom-widgets' ),
	);
	$found = array();
	foreach ( $parts as $part => $words ) {
		$count = count( entries( $iom, $part ) );
		if ( $count ) {
			$found[] = "$words: $count";
		}
	}
	$lines = array();
	if ( $found ) {
		/* translators: %s: what is in a feed, such as “contacts: 3, offices: 12”. */
		$lines[] = line( 'good', sprintf( __( 'Also in it: %s.', 'iom-widgets' ), implode( ', ', $found ) ) );
	}
	$languages = array();
	foreach ( $feed['items'] as $item ) {
		$languages[] = strtolower( substr( text( $item['language'] ?? $feed['language'] ?? '' ), 0, 2 ) );
	}
	$names = array();
	foreach ( array_count_values( array_filter( $languages, 'strlen' ) ) as $language => $count ) {
		$names[] = language_name( (string) $language ) . ": $count";
	}
	if ( $names ) {
		/* translators: %s: languages with the number of items in each. */
		$lines[] = line( 'good', sprintf( __( 'Languages: %s.', 'iom-widgets' ), implode( ', ', $names ) ) );
	}
	$days = array_filter( array_map( static fn( $item ) => strtotime( text( $item['date_published'] ?? '' ) ), $feed['items'] ) );
	if ( $days ) {
		/* translators: %s: a day. */
		$lines[] = line( 'good', sprintf( __( 'The newest item is of %s.', 'iom-widgets' ), date_i18n( get_option( 'date_format' ), max( $days ), true ) ) );
	}
	return $lines;
}

/**
 * What is wrong in a feed that can be shown.
 *
 * @param array $feed   The feed.
 * @param array $answer What fetch_document() gave.
 */
function problems_in( array $feed, array $answer ): array {
	$untitled = array_filter( $feed['items'], static fn( $item ) => '' === text( $item['title'] ?? '' ) && '' === text( $item['summary'] ?? '' ) );
	$unlinked = array_filter( $feed['items'], static fn( $item ) => ! is_web_address( text( $item['url'] ?? '' ) ) );
	$undated  = array_filter( $feed['items'], static fn( $item ) => ! strtotime( text( $item['date_published'] ?? '' ) ) );
	$lines    = array();
	foreach ( array(
		/* translators: %d: number of items. */
		array( __( 'Items without a title: %d. Their place in a list stays nearly empty.', 'iom-widgets' ), $untitled ),
		/* translators: %d: number of items. */
		array( __( 'Items without the address of a page: %d. Readers can’t open them.', 'iom-widgets' ), $unlinked ),
		/* translators: %d: number of items. */
		array( __( 'Items without a date: %d.', 'iom-widgets' ), $undated ),
	) as list( $words, $items ) ) {
		if ( $items ) {
			$lines[] = line( 'note', sprintf( $words, count( $items ) ) );
		}
	}
	if ( ! is_converted( $feed ) && '*' !== $answer['origin'] && home_url() !== $answer['origin'] ) {
		$lines[] = line( 'bad', __( 'Its server doesn’t allow browsers to read it from this site (Access-Control-Allow-Origin). Visitors see the plain list that WordPress writes. Send this line to whoever runs the feed.', 'iom-widgets' ) );
	}
	return $lines;
}

/**
 * A problem for somebody who can do something about it.
 *
 * @param string $problem What problem_of() gives.
 * @param string $url     Address that was asked for.
 */
function problem_in_words( string $problem, string $url ): string {
	$host   = (string) wp_parse_url( $url, PHP_URL_HOST );
	$status = (int) substr( $problem, 5 );
	if ( in_array( $status, array( 404, 410 ), true ) ) {
		/* translators: %s: an address. */
		return sprintf( __( 'There is nothing at %s. Is the address right?', 'iom-widgets' ), $url );
	}
	if ( $status ) {
		/* translators: 1: name of a server, 2: a number such as 503. */
		return sprintf( __( 'The server %1$s answers with the error %2$d. Try again later, or ask whoever runs it.', 'iom-widgets' ), $host, $status );
	}
	$words = array(
		/* translators: %s: name of a server. */
		'unknown-host' => __( 'There is no server called %s. Is the address right?', 'iom-widgets' ),
		/* translators: %s: name of a server. */
		'private'      => __( '%s is in a private network or has an unusual port. WordPress asks public addresses only.', 'iom-widgets' ),
		/* translators: %s: name of a server. */
		'timeout'      => __( 'The server %s takes too long to answer.', 'iom-widgets' ),
		/* translators: %s: name of a server. */
		'network'      => __( 'No answer from the server %s.', 'iom-widgets' ),
		'too-large'    => __( 'This is larger than 5 MB. A feed must be smaller, with older items on a next page.', 'iom-widgets' ),
		'web-page'     => __( 'This is a web page, not a feed. The address of a feed often ends in .json or .xml.', 'iom-widgets' ),
		'broken-xml'   => __( 'This looks like RSS or Atom, but it can’t be read: the file is broken.', 'iom-widgets' ),
		'not-a-feed'   => __( 'This is a data file, but not a feed: it has no items.', 'iom-widgets' ),
	);
	return sprintf( $words[ $problem ] ?? __( 'This is a file of another kind, not a feed.', 'iom-widgets' ), $host );
}

/**
 * The feeds that a web page names in its head.
 *
 * @param string $html The page.
 * @param string $url  Its address.
 * @return string[] Addresses, at most three.
 */
function feeds_named_in( string $html, string $url ): array {
	preg_match_all( '/<link\b[^>]*>/i', substr( $html, 0, 200000 ), $links );
	$feeds = array();
	foreach ( $links[0] as $link ) {
		if ( preg_match( '~\btype\s*=\s*["\']application/(feed\+json|rss\+xml|atom\+xml)~i', $link ) && preg_match( '/\bhref\s*=\s*["\']([^"\']+)/i', $link, $found ) ) {
			$feeds[] = \WP_Http::make_absolute_url( html_entity_decode( $found[1] ), $url );
		}
	}
	return array_slice( array_filter( array_unique( $feeds ), __NAMESPACE__ . '\\is_web_address' ), 0, 3 );
}

/**
 * The name of a language.
 *
 * @param string $language Two letters.
 */
function language_name( string $language ): string {
	$names = array(
		'ar' => __( 'Arabic', 'iom-widgets' ),
		'en' => __( 'English', 'iom-widgets' ),
		'es' => __( 'Spanish', 'iom-widgets' ),
		'fr' => __( 'French', 'iom-widgets' ),
		'ru' => __( 'Russian', 'iom-widgets' ),
		'zh' => __( 'Chinese', 'iom-widgets' ),
	);
	return $names[ $language ] ?? $language;
}

/**
 * A line of a report.
 *
 * @param string $tone `good`, `bad` or `note`.
 * @param string $text What it says.
 */
function line( string $tone, string $text ): array {
	return array(
		'tone' => $tone,
		'text' => $text,
	);
}
