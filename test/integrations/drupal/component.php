<?php

/**
 * @file
 * Renders the single-directory component by Drupal's own template engine: takes its file and, as JSON, lists of variables.
 */

require '/usr/share/php/Twig/autoload.php';
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(static fn (int $level, string $message) => throw new ErrorException($message), error_reporting());
$twig = new Twig\Environment(new Twig\Loader\FilesystemLoader(dirname($argv[1])));
$given = json_decode(stream_get_contents(STDIN), TRUE);
echo json_encode(array_map(static fn (array $variables) => trim($twig->render(basename($argv[1]), $variables)), $given));
