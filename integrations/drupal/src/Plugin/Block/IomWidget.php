<?php

declare(strict_types=1);

namespace Drupal\iom_widgets\Plugin\Block;

use Drupal\block\BlockRepositoryInterface;
use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Language\LanguageManagerInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\iom_widgets\Address;
use Drupal\iom_widgets\ElementForm;
use Drupal\iom_widgets\Elements;
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
   * Services are protected: forms are kept between requests, and what does that doesn't see private ones.
   */
  public function __construct(
    array $configuration,
    $plugin_id,
    $plugin_definition,
    protected SmallestFeed $smallestFeed,
    protected LanguageManagerInterface $languageManager,
    protected BlockRepositoryInterface $blockRepository,
    protected ElementForm $elementForm,
    protected ConfigFactoryInterface $configFactory,
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
      $container->get('iom_widgets.element_form'),
      $container->get('config.factory'),
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
    $configuration = $this->configuration;
    $form['element'] = [
      '#type' => 'select',
      '#title' => $this->t('Element'),
      '#options' => $this->elementForm->options(),
      '#default_value' => $configuration['element'],
      '#required' => TRUE,
    ];
    $form['src'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Address of the feed'),
      '#description' => $this->t('The whole feed, such as https://feeds.example.org/{lang}/feed.json, or /feeds/{lang}/feed.json on this site: the block loads only the part that it shows. {lang} is replaced by the language of the page. Without an address it is the feed of the site.'),
      '#default_value' => $configuration['src'],
      '#maxlength' => 2048,
      '#required' => $this->default('src') === '',
    ];
    $form['fallback_url'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Link for readers without script'),
      '#description' => $this->t('A page with all news; it begins with https://, or with / on this site.'),
      '#default_value' => $configuration['fallback_url'],
      '#maxlength' => 2048,
      '#required' => $this->default('link_url') === '',
    ];
    $form['fallback_text'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Text of that link'),
      '#default_value' => $configuration['fallback_text'],
      '#required' => $this->default('link_text') === '',
    ];
    // The settings of the element that is chosen; without script all of them, closed.
    foreach ($this->elementForm->options() as $name => $title) {
      $form['options'][$name] = [
        '#type' => 'details',
        '#title' => $this->t('Settings: @element', ['@element' => $title]),
        '#states' => ['visible' => [':input[name="settings[element]"]' => ['value' => $name]]],
      ] + $this->elementForm->fields($name, $name === $configuration['element'] ? $configuration['attributes'] : []);
    }
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockValidate($form, FormStateInterface $form_state): void {
    foreach (['src', 'fallback_url'] as $name) {
      $typed = trim((string) $form_state->getValue($name));
      if ($typed !== '' && !Address::isGood($typed)) {
        $form_state->setErrorByName($name, $this->t('“@value” is no address: it begins with https://, or with / on this site.', ['@value' => $typed]));
      }
    }
    $element = (string) $form_state->getValue('element');
    foreach ($this->elementForm->mistakes($element, (array) $form_state->getValue(['options', $element])) as $field => $words) {
      $form_state->setErrorByName("options][$element][$field", $words);
    }
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    $before = $this->configuration;
    foreach (['element', 'src', 'fallback_url', 'fallback_text'] as $key) {
      $this->configuration[$key] = trim((string) $form_state->getValue($key));
    }
    $element = $this->configuration['element'];
    $this->configuration['attributes'] = $this->elementForm->attributes(
      $element,
      (array) $form_state->getValue(['options', $element]),
      $element === $before['element'] ? $before['attributes'] : [],
    );
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    ['element' => $element, 'fallback_url' => $url, 'fallback_text' => $text] = $this->configuration;
    $src = $this->configuration['src'] ?: $this->default('src');
    $url = $url ?: $this->default('link_url');
    $cacheability = CacheableMetadata::createFromObject($this->configFactory->get('iom_widgets.settings'));
    $build = [];
    if (isset(Elements::all()[$element]) && Address::isGood($src)) {
      ['src' => $address, 'text' => $page] = $this->addresses($src, $cacheability);
      // One level down: Drupal gives the attributes of what stands here to the wrapper of the block.
      $build['element'] = [
        '#type' => 'html_tag',
        '#tag' => "iom-$element",
        '#attributes' => ['src' => $address] + $this->configuration['attributes'],
        '#attached' => ['library' => ['iom_widgets/autoload']],
      ];
      if (Address::isGood($url)) {
        $build['element']['fallback'] = [
          '#type' => 'html_tag',
          '#tag' => 'a',
          '#attributes' => ['href' => $url],
          '#value' => htmlspecialchars($text ?: $this->default('link_text') ?: $url),
        ];
      }
      if ($page) {
        $build['element']['text'] = [
          '#type' => 'html_tag',
          '#tag' => 'a',
          '#attributes' => ['href' => $page],
          // Apart from the link before it.
          '#prefix' => ' ',
          '#value' => htmlspecialchars((string) $this->t('Text version')),
        ];
      }
    }
    $cacheability->applyTo($build);
    return $build;
  }

  /**
   * A setting of the site, for what the block leaves open.
   *
   * @param string $name
   *   Its name: `src`, `link_url` or `link_text`.
   */
  private function default(string $name): string {
    return (string) $this->configFactory->get('iom_widgets.settings')->get($name);
  }

  /**
   * The address to write: of the part that the element shows, or of the whole where the page has many elements; and of the
   * page of plain HTML for readers without script, where the publication has one.
   *
   * @param string $src
   *   The address that was set.
   * @param \Drupal\Core\Cache\CacheableMetadata $cacheability
   *   Is told what the choice depends on.
   *
   * @return array{src: string, text: ?string}
   *   With many elements the publication isn’t asked what it has.
   */
  private function addresses(string $src, CacheableMetadata &$cacheability): array {
    ['element' => $element, 'attributes' => $attributes] = $this->configuration;
    if (!SmallestFeed::isWhole($src)) {
      return ['src' => $src, 'text' => NULL];
    }
    $regions = [];
    $blocks = array_merge(...array_values($this->blockRepository->getVisibleBlocksPerRegion($regions)));
    $ours = array_filter($blocks, fn ($block) => $block->getPluginId() === $this->getPluginId());
    $cacheability = array_reduce($regions, static fn ($all, $region) => $all->merge($region), $cacheability);
    $cacheability->addCacheTags(['config:block_list']);
    if (count($ours) >= SmallestFeed::MANY) {
      return ['src' => $src, 'text' => NULL];
    }
    $cacheability->addCacheContexts(['languages:language_interface']);
    $cacheability->mergeCacheMaxAge(Publication::FRESH);
    $language = $this->languageManager->getCurrentLanguage()->getId();
    return [
      'src' => $this->smallestFeed->choose($src, $element, $attributes, $language),
      'text' => $this->smallestFeed->textPage($src, $element, $attributes, $language),
    ];
  }

}
