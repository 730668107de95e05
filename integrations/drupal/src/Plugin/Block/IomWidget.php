<?php

declare(strict_types=1);

namespace Drupal\iom_widgets\Plugin\Block;

use Drupal\block\BlockRepositoryInterface;
use Drupal\Component\Utility\UrlHelper;
use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Language\LanguageManagerInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\iom_widgets\Publication;
use Drupal\iom_widgets\SmallestFeed;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * An element of the library, with a link inside for readers without script.
 *
 * The annotation is for Drupal 10.1 and older, the attribute for what came after.
 *
 * @Block(
 *   id = "iom_widget",
 *   admin_label = @Translation("IOM widget"),
 *   category = @Translation("Media")
 * )
 */
#[Block(
  id: 'iom_widget',
  admin_label: new TranslatableMarkup('IOM widget'),
  category: new TranslatableMarkup('Media'),
)]
final class IomWidget extends BlockBase implements ContainerFactoryPluginInterface {

  /**
   * Names of attributes: what an author may write, and nothing that runs.
   */
  private const ATTRIBUTE = '/^(?!on|style$|src$|class$|id$)[a-z][a-z-]*$/';

  /**
   * Services are protected: forms are kept between requests, and what does that doesn't see private ones.
   */
  public function __construct(
    array $configuration,
    $plugin_id,
    $plugin_definition,
    protected SmallestFeed $smallestFeed,
    protected LanguageManagerInterface $languageManager,
    protected BlockRepositoryInterface $blockRepository,
  ) {
    parent::__construct($configuration, $plugin_id, $plugin_definition);
  }

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container, array $configuration, $plugin_id, $plugin_definition): static {
    return new static(
      $configuration,
      $plugin_id,
      $plugin_definition,
      $container->get('iom_widgets.smallest_feed'),
      $container->get('language_manager'),
      $container->get('block.repository'),
    );
  }

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return [
      'element' => 'news-feed',
      'src' => '',
      'fallback_url' => '',
      'fallback_text' => '',
      'attributes' => [],
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $lines = [];
    foreach ($this->configuration['attributes'] as $name => $value) {
      $lines[] = "$name=$value";
    }
    return $form + [
      'element' => [
        '#type' => 'textfield',
        '#title' => $this->t('Element'),
        '#description' => $this->t('Its name without “iom-”, such as news-feed, press-release or press-contact.'),
        '#pattern' => '[a-z]+(-[a-z]+)*',
        '#default_value' => $this->configuration['element'],
        '#required' => TRUE,
      ],
      'src' => [
        '#type' => 'textfield',
        '#title' => $this->t('Address of the feed'),
        '#description' => $this->t('The whole feed, such as https://feeds.example.org/{lang}/feed.json: the block loads only the part that it shows. {lang} is replaced by the language of the page.'),
        '#default_value' => $this->configuration['src'],
        '#maxlength' => 2048,
        '#required' => TRUE,
      ],
      'fallback_url' => [
        '#type' => 'url',
        '#title' => $this->t('Link for readers without script'),
        '#default_value' => $this->configuration['fallback_url'],
        '#required' => TRUE,
      ],
      'fallback_text' => [
        '#type' => 'textfield',
        '#title' => $this->t('Text of that link'),
        '#default_value' => $this->configuration['fallback_text'],
        '#required' => TRUE,
      ],
      'attributes' => [
        '#type' => 'textarea',
        '#title' => $this->t('Attributes'),
        '#description' => $this->t('One per line, such as limit=3. Boolean attributes have no value: more.'),
        '#default_value' => implode("\n", $lines),
      ],
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function blockValidate($form, FormStateInterface $form_state): void {
    if (!self::isFeed((string) $form_state->getValue('src'))) {
      $form_state->setErrorByName('src', $this->t('This is not the address of a feed: it must begin with https://.'));
    }
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    foreach (['element', 'src', 'fallback_url', 'fallback_text'] as $key) {
      $this->configuration[$key] = trim((string) $form_state->getValue($key));
    }
    $this->configuration['attributes'] = [];
    foreach (preg_split('/\R/', (string) $form_state->getValue('attributes')) ?: [] as $line) {
      [$name, $value] = array_map('trim', explode('=', $line, 2) + [1 => '']);
      if (preg_match(self::ATTRIBUTE, $name)) {
        $this->configuration['attributes'][$name] = trim($value, '"');
      }
    }
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    $configuration = $this->configuration;
    if (!preg_match('/^[a-z]+(-[a-z]+)*$/', $configuration['element']) || !self::isFeed($configuration['src'])) {
      return [];
    }
    $cacheability = new CacheableMetadata();
    // One level down: Drupal gives the attributes of what stands here to the wrapper of the block.
    $build['element'] = [
      '#type' => 'html_tag',
      '#tag' => 'iom-' . $configuration['element'],
      '#attributes' => ['src' => $this->smallestSrc($cacheability)] + $configuration['attributes'],
      'fallback' => [
        '#type' => 'html_tag',
        '#tag' => 'a',
        '#attributes' => ['href' => UrlHelper::stripDangerousProtocols($configuration['fallback_url'])],
        '#value' => htmlspecialchars($configuration['fallback_text']),
      ],
      '#attached' => ['library' => ['iom_widgets/autoload']],
    ];
    $cacheability->applyTo($build);
    return $build;
  }

  /**
   * The address to write: of the part that the element shows, or of the whole where the page has many elements.
   *
   * @param \Drupal\Core\Cache\CacheableMetadata $cacheability
   *   Is told what the choice depends on.
   */
  private function smallestSrc(CacheableMetadata &$cacheability): string {
    ['src' => $src, 'element' => $element, 'attributes' => $attributes] = $this->configuration;
    if (!SmallestFeed::isWhole($src)) {
      return $src;
    }
    $regions = [];
    $blocks = array_merge(...array_values($this->blockRepository->getVisibleBlocksPerRegion($regions)));
    $ours = array_filter($blocks, fn ($block) => $block->getPluginId() === $this->getPluginId());
    $cacheability = array_reduce($regions, static fn ($all, $region) => $all->merge($region), $cacheability);
    $cacheability->addCacheTags(['config:block_list']);
    if (count($ours) >= SmallestFeed::MANY) {
      return $src;
    }
    $cacheability->addCacheContexts(['languages:language_interface']);
    $cacheability->mergeCacheMaxAge(Publication::FRESH);
    return $this->smallestFeed->choose($src, $element, $attributes, $this->languageManager->getCurrentLanguage()->getId());
  }

  /**
   * Whether an address leads to the web; `{lang}` may stand in it.
   */
  private static function isFeed(string $src): bool {
    return UrlHelper::isValid(str_replace('{lang}', 'en', trim($src)), TRUE);
  }

}
