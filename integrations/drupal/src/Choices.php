<?php

declare(strict_types=1);

namespace Drupal\iom_widgets;

/**
 * What can be chosen of a feed, for people who don't know what is called how in it.
 */
final class Choices {

  /**
   * So many of a kind are kept.
   */
  private const MOST = 2000;

  /**
   * The choices, by where they come from; as elements.json calls that.
   *
   * @param array $feed
   *   The feed.
   *
   * @return array<string, array<string, string>>
   *   Labels by what is stored.
   */
  public static function of(array $feed): array {
    $iom = is_array($feed['_iom'] ?? NULL) ? $feed['_iom'] : [];
    $items = self::entries($feed['items'] ?? NULL);
    $contacts = self::entries($iom['contacts'] ?? NULL);
    $offices = self::entries($iom['offices'] ?? NULL);
    return array_map(static fn (array $choices) => array_slice($choices, 0, self::MOST, TRUE), [
      'items' => self::named($items, 'title'),
      'tags' => self::plain($items, 'tags'),
      'countries' => self::plain(self::entries(array_column($items, '_iom')), 'countries'),
      'contacts' => self::named($contacts, 'name', 'role'),
      'contactCountries' => self::plain($contacts, 'countries'),
      'offices' => self::named($offices, 'name', 'city'),
      'officeCountries' => self::plain($offices, 'country'),
      'regions' => self::plain($offices, 'region'),
      'units' => self::named(self::entries($iom['organization'] ?? NULL), 'name'),
      'sections' => self::named(self::entries($iom['sections'] ?? NULL), 'title'),
      'figures' => self::named(self::entries($iom['figures'] ?? NULL), 'label'),
    ]);
  }

  /**
   * Those that fit what was typed, the ones that begin so first.
   *
   * @param array<string, string> $choices
   *   Labels by what is stored.
   * @param string $typed
   *   Part of a label, or of what is stored.
   * @param int $most
   *   How many.
   *
   * @return array<int, array{value: string, label: string}>
   *   As Drupal's fields take them.
   */
  public static function matching(array $choices, string $typed, int $most = 20): array {
    $first = [];
    $then = [];
    foreach ($choices as $value => $label) {
      $place = $typed === '' ? 0 : min(array_map(
        static fn (string $text) => mb_stripos($text, $typed) === FALSE ? INF : mb_stripos($text, $typed),
        [(string) $value, $label],
      ));
      $choice = ['value' => (string) $value, 'label' => $label];
      if ($place === 0) {
        $first[] = $choice;
      }
      elseif ($place !== INF) {
        $then[] = $choice;
      }
    }
    return array_slice([...$first, ...$then], 0, $most);
  }

  /**
   * Entries of a list that have fields.
   */
  private static function entries(mixed $list): array {
    return is_array($list) ? array_values(array_filter($list, 'is_array')) : [];
  }

  /**
   * Choices by `id`, with what is said after the name.
   */
  private static function named(array $entries, string $name, string $more = ''): array {
    $choices = [];
    foreach ($entries as $entry) {
      $id = self::text($entry['id'] ?? NULL);
      if ($id !== '') {
        $said = array_filter([self::text($entry[$name] ?? NULL), self::text($entry[$more] ?? NULL)], 'strlen');
        $choices[$id] = implode(' – ', array_unique($said)) ?: $id;
      }
    }
    return $choices;
  }

  /**
   * Choices that are what they are called, in alphabetical order: a text of each entry, or a list of texts.
   */
  private static function plain(array $entries, string $field): array {
    $values = array_merge(...array_map(static fn (array $entry) => array_values((array) ($entry[$field] ?? [])), $entries));
    $values = array_unique(array_filter(array_map(self::text(...), $values), 'strlen'));
    sort($values, SORT_NATURAL | SORT_FLAG_CASE);
    return array_combine($values, $values);
  }

  /**
   * A value as text; what is neither text nor number is empty.
   */
  private static function text(mixed $value): string {
    return is_string($value) || is_int($value) || is_float($value) ? trim((string) $value) : '';
  }

}
