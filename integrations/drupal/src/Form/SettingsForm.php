<?php

declare(strict_types=1);

namespace Drupal\iom_widgets\Form;

use Drupal\Core\Form\ConfigFormBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\iom_widgets\Address;
use Drupal\iom_widgets\FeedCheck;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * The feed of the site, for blocks that name none, and a test of it.
 */
final class SettingsForm extends ConfigFormBase {

  /**
   * Protected: forms are kept between requests, and what does that doesn't see private services.
   */
  protected FeedCheck $feedCheck;

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container): static {
    // What the constructor takes differs between versions of Drupal.
    $form = parent::create($container);
    $form->feedCheck = $container->get('iom_widgets.feed_check');
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function getFormId(): string {
    return 'iom_widgets_settings';
  }

  /**
   * {@inheritdoc}
   */
  protected function getEditableConfigNames(): array {
    return ['iom_widgets.settings'];
  }

  /**
   * {@inheritdoc}
   */
  public function buildForm(array $form, FormStateInterface $form_state): array {
    $config = $this->config('iom_widgets.settings');
    $form['src'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Address of the feed'),
      '#description' => $this->t('The whole feed, such as https://feeds.example.org/{lang}/feed.json, or /feeds/{lang}/feed.json on this site: blocks without an address of their own show it. {lang} is replaced by the language of the page.'),
      '#default_value' => $config->get('src'),
      '#maxlength' => 2048,
    ];
    $form['link_url'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Link for readers without script'),
      '#description' => $this->t('A page with all news; it begins with https://, or with / on this site.'),
      '#default_value' => $config->get('link_url'),
      '#maxlength' => 2048,
    ];
    $form['link_text'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Text of that link'),
      '#default_value' => $config->get('link_text'),
    ];
    $form = parent::buildForm($form, $form_state);
    $form['actions']['test'] = [
      '#type' => 'submit',
      '#value' => $this->t('Test this feed'),
      '#submit' => ['::testFeed'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function validateForm(array &$form, FormStateInterface $form_state): void {
    foreach (['src', 'link_url'] as $name) {
      $typed = trim((string) $form_state->getValue($name));
      if ($typed !== '' && !Address::isGood($typed)) {
        $form_state->setErrorByName($name, $this->t('“@value” is no address: it begins with https://, or with / on this site.', ['@value' => $typed]));
      }
    }
  }

  /**
   * Says what is in the feed that was typed; nothing is saved.
   */
  public function testFeed(array &$form, FormStateInterface $form_state): void {
    $src = trim((string) $form_state->getValue('src'));
    if ($src === '') {
      $this->messenger()->addWarning($this->t('There is no address to test.'));
    }
    foreach ($src === '' ? [] : $this->feedCheck->test($src) as [$is_good, $words]) {
      $is_good ? $this->messenger()->addStatus($words) : $this->messenger()->addWarning($words);
    }
    $form_state->setRebuild();
  }

  /**
   * {@inheritdoc}
   */
  public function submitForm(array &$form, FormStateInterface $form_state): void {
    $config = $this->config('iom_widgets.settings');
    foreach (['src', 'link_url', 'link_text'] as $name) {
      $config->set($name, trim((string) $form_state->getValue($name)));
    }
    $config->save();
    parent::submitForm($form, $form_state);
  }

}
