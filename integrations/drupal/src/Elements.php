<?php

declare(strict_types=1);

namespace Drupal\iom_widgets;

/**
 * The elements of the library: elements.json, which `npm run drupal` makes from the library's manifest.
 */
final class Elements {

  /**
   * All of them by their names without `iom-`.
   *
   * @return array[]
   *   Each with `title`, and `attributes`: `name`, `type` (`string`, `number` or `boolean`), `label`, `control`, perhaps
   *   `help`, `choices`, `max` and `initial`. Texts are English. Empty where the file is missing; the status report says so.
   */
  public static function all(): array {
    static $elements = NULL;
    $file = dirname(__DIR__) . '/elements.json';
    return $elements ??= is_file($file) ? array_column(json_decode((string) file_get_contents($file), TRUE) ?? [], NULL, 'name') : [];
  }

  /**
   * The attributes of an element that its form has, by name. The address of the feed is set elsewhere.
   *
   * @param string $element
   *   Its name.
   */
  public static function attributes(string $element): array {
    return array_diff_key(array_column(self::all()[$element]['attributes'] ?? [], NULL, 'name'), ['src' => 0]);
  }

}
