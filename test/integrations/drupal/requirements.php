<?php

/**
 * @file
 * What the status report says of a module's folder, by numbers as before Drupal 11.2.
 */

error_reporting(E_ALL);
set_error_handler(static fn (int $level, string $message) => throw new ErrorException($message));

/** So much of Drupal as the report asks. */
class Drupal {

  public static string $root;

  public static function root(): string {
    return self::$root;
  }

  public static function service(string $name): static {
    return new static();
  }

  public function getPath(string $module): string {
    return $module;
  }

  public function getLibraryByName(string $module, string $name): array {
    $found = preg_match('~dist/\S+\.js~', (string) file_get_contents(self::$root . "/$module/$module.libraries.yml"), $path);
    return ['js' => $found ? [['data' => "$module/$path[0]"]] : []];
  }

}

function t(string $text, array $arguments = []): string {
  return strtr($text, $arguments);
}

Drupal::$root = dirname($argv[1]);
require "$argv[1]/iom_widgets.install";
echo json_encode(iom_widgets_requirements('install') + iom_widgets_requirements('runtime')['iom_widgets']);
