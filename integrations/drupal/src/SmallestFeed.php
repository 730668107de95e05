<?php

declare(strict_types=1);

namespace Drupal\iom_widgets;

/**
 * A publication has a feed for each part: an element is given the smallest one that holds what it shows.
 */
final class SmallestFeed {

  /**
   * From so many elements on, a page is better off with the whole feed: it is downloaded once for all of them.
   */
  public const MANY = 3;

  /**
   * The file that has everything, in the folder of a publication.
   */
  private const WHOLE = 'feed.json';

  /**
   * Parts of the elements that show always the same one.
   */
  private const PARTS = [
    'org-chart' => 'organization',
    'site-menu' => 'menu',
    'about' => 'about',
    'key-figures' => 'figures',
    'office-map' => 'offices',
    'sdg-grid' => 'goals',
  ];

  /**
   * Attributes of a list that choose among all items.
   */
  private const NARROWING = ['tags', 'countries', 'kind', 'search', 'controls'];

  /**
   * Languages there are feeds in where an element doesn't say; the first is for all other pages. As the elements have it.
   */
  private const OFFICIAL = ['en', 'ar', 'es', 'fr', 'ru', 'zh'];

  public function __construct(private Publication $publication) {}

  /**
   * Whether there may be a part to take instead: of any other address there is none.
   */
  public static function isWhole(string $src): bool {
    return preg_match('~^https?://[^?#]+/feed\.json$~', $src) === 1;
  }

  /**
   * The address to write for an element: of a part where the publication has one that is enough, else of the whole feed.
   *
   * `{lang}` stays in it, since what a file is called follows from what was asked for alone, and is the same in all
   * languages.
   *
   * @param string $src
   *   The address that was set.
   * @param string $element
   *   Name of the element, such as `news-feed`.
   * @param array $attributes
   *   Its attributes.
   * @param string $language
   *   Language of the page.
   */
  public function choose(string $src, string $element, array $attributes, string $language): string {
    if (!self::isWhole($src)) {
      return $src;
    }
    $given = self::given($attributes);
    $folder = substr(self::addressIn($src, $given['lang'] ?? $language, $given['languages'] ?? ''), 0, -strlen(self::WHOLE));
    $path = self::enoughFor($element, $given, $this->publication->parts($folder));
    // What the index names may be gone.
    return $path !== NULL && $this->publication->has($folder . $path) ? substr($src, 0, -strlen(self::WHOLE)) . $path : $src;
  }

  /**
   * Elements of which the pages of plain HTML have all there is.
   */
  private const IN_TEXT = ['news-feed', 'press-release', 'press-contact'];

  /**
   * The address of the publication's page of plain HTML, for weak lines and browsers without script; NULL where it has none.
   *
   * @param string $src
   *   The address that was set.
   * @param string $element
   *   Name of the element.
   * @param array $attributes
   *   Its attributes.
   * @param string $language
   *   Language of the page.
   */
  public function textPage(string $src, string $element, array $attributes, string $language): ?string {
    if (!self::isWhole($src) || !in_array($element, self::IN_TEXT, TRUE)) {
      return NULL;
    }
    $given = self::given($attributes);
    $own = $given['lang'] ?? $language;
    $folder = substr(self::addressIn($src, $own, $given['languages'] ?? ''), 0, -strlen(self::WHOLE));
    $texts = $this->publication->texts($folder);
    $path = $texts[strtolower((string) strtok($own, '-_'))] ?? reset($texts);
    return $path ? $folder . $path : NULL;
  }

  /**
   * The path of the part that holds all that an element shows; NULL where there is none.
   */
  private static function enoughFor(string $element, array $given, array $parts): ?string {
    $part = $parts[self::wanted($element, $given)] ?? NULL;
    $many = abs((float) ($given['limit'] ?? 0));
    return $part === NULL || ($part['items'] !== NULL && $many > $part['items']) ? NULL : $part['path'];
  }

  /**
   * Which part an element shows, and of which section or item; an empty text for what needs all items.
   */
  private static function wanted(string $element, array $given): string {
    $item = isset($given['item-id']) ? "item/{$given['item-id']}" : NULL;
    return match ($element) {
      'news-feed' => array_intersect_key($given, array_flip(self::NARROWING)) ? '' : 'news',
      'press-release' => $item ?? 'release',
      'press-contact' => $item ?? 'contacts',
      'link-cards' => isset($given['section']) ? "section/{$given['section']}" : 'sections',
      default => self::PARTS[$element] ?? '',
    };
  }

  /**
   * The attributes that have a value, by their names without `data-`.
   */
  private static function given(array $attributes): array {
    $given = [];
    foreach ($attributes as $name => $value) {
      if ($value !== '' && $value !== 'false') {
        $given[preg_replace('/^data-/', '', $name)] = $value;
      }
    }
    return $given;
  }

  /**
   * An address as a browser asks for it: `{lang}` is the language where there is a feed in it.
   */
  public static function addressIn(string $src, string $language, string $languages): string {
    $offered = preg_split('/\W+/', strtolower($languages), -1, PREG_SPLIT_NO_EMPTY) ?: self::OFFICIAL;
    $own = strtolower((string) strtok($language, '-_'));
    return str_replace('{lang}', in_array($own, $offered, TRUE) ? $own : $offered[0], $src);
  }

}
