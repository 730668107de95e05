<?php

declare(strict_types=1);

namespace Drupal\iom_widgets;

use Drupal\Component\Utility\UrlHelper;

/**
 * Addresses that people type: of the web by http or https, or of this site; nothing else.
 */
final class Address {

  /**
   * Whether an address can be used; `{lang}` may stand in it.
   *
   * @param string $text
   *   What was typed.
   */
  public static function isGood(string $text): bool {
    return self::isOnWeb($text) || self::isOnSite($text);
  }

  /**
   * Whether it names a server.
   */
  public static function isOnWeb(string $text): bool {
    return preg_match('~^https?://[^/]~i', $text) === 1 && UrlHelper::isValid(str_replace('{lang}', 'en', $text), TRUE);
  }

  /**
   * Whether it is a path on the server of the site; with a second slash it would name another server.
   */
  public static function isOnSite(string $text): bool {
    return preg_match('~^/(?![/\\\\])[^\s"\'<>\\\\]*$~', $text) === 1;
  }

}
