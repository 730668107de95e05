<?php

declare(strict_types=1);

namespace Drupal\iom_widgets\Controller;

use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\Core\Language\LanguageManagerInterface;
use Drupal\Core\Locale\CountryManagerInterface;
use Drupal\iom_widgets\Address;
use Drupal\iom_widgets\Choices;
use Drupal\iom_widgets\Publication;
use Drupal\iom_widgets\SmallestFeed;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;

/**
 * Offers what the feed of the site has, while somebody types in a field of a block.
 */
final class Suggestions implements ContainerInjectionInterface {

  public function __construct(
    private ConfigFactoryInterface $configFactory,
    private Publication $publication,
    private LanguageManagerInterface $languageManager,
    private CountryManagerInterface $countryManager,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container): static {
    return new static(
      $container->get('config.factory'),
      $container->get('iom_widgets.publication'),
      $container->get('language_manager'),
      $container->get('country_manager'),
    );
  }

  /**
   * What fits what was typed; nothing where the site has no feed, or where it doesn't answer.
   *
   * @param \Symfony\Component\HttpFoundation\Request $request
   *   Has it in `q`.
   * @param string $from
   *   Where in the feed: a key of Choices::of().
   */
  public function matching(Request $request, string $from): JsonResponse {
    $src = (string) $this->configFactory->get('iom_widgets.settings')->get('src');
    $url = SmallestFeed::addressIn($src, $this->languageManager->getCurrentLanguage()->getId(), '');
    $url = Address::isOnSite($url) ? $request->getSchemeAndHttpHost() . $url : $url;
    $choices = Address::isOnWeb($url) ? $this->publication->choices($url)[$from] ?? [] : [];
    if (str_ends_with(strtolower($from), 'countries')) {
      $names = $this->countryManager->getList();
      foreach ($choices as $code => $label) {
        $choices[$code] = isset($names[$code]) ? "$names[$code] ($code)" : $label;
      }
      asort($choices, SORT_NATURAL | SORT_FLAG_CASE);
    }
    return new JsonResponse(Choices::matching($choices, trim((string) $request->query->get('q'))));
  }

}
