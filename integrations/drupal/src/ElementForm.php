<?php

declare(strict_types=1);

namespace Drupal\iom_widgets;

use Drupal\Core\StringTranslation\StringTranslationTrait;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * The settings of an element as fields of a form, and back. Both follow from the library's manifest.
 */
final class ElementForm {

  use StringTranslationTrait;

  /**
   * A language as elements take it.
   */
  private const LANGUAGE = '/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i';

  /**
   * The elements to choose from.
   *
   * @return array<string, string>
   *   Names for people by name.
   */
  public function options(): array {
    return array_map(fn (array $element) => (string) $this->said($element['title']), Elements::all());
  }

  /**
   * The fields of an element.
   *
   * @param string $element
   *   Its name.
   * @param array<string, string> $attributes
   *   As they are stored.
   */
  public function fields(string $element, array $attributes): array {
    $values = self::named($element, $attributes);
    $fields = array_map(fn (array $attribute) => $this->field($attribute, $values[$attribute['name']] ?? NULL), Elements::attributes($element));
    return $fields + [
      'lang' => [
        '#type' => 'textfield',
        '#title' => $this->said('Language'),
        '#description' => $this->t('Only where it is another one than that of the page, such as fr.'),
        '#default_value' => $values['lang'] ?? '',
        '#size' => 12,
      ],
    ];
  }

  /**
   * What is stored of what was typed: by attribute, texts; of a switch that is on an empty text.
   *
   * @param string $element
   *   Its name.
   * @param array $typed
   *   By field.
   * @param array<string, string> $before
   *   What was stored; attributes that the form doesn't have stay.
   *
   * @return array<string, string>
   */
  public function attributes(string $element, array $typed, array $before = []): array {
    $fields = Elements::attributes($element);
    $attributes = array_diff_key(self::named($element, $before), $fields, ['lang' => '']);
    foreach ($fields as $name => $attribute) {
      $value = $typed[$name] ?? NULL;
      if ($attribute['control'] === 'checks') {
        $chosen = implode(',', array_keys(array_filter((array) $value)));
        // Where some are on without a choice, “none” has to be said.
        $value = $chosen === ($attribute['initial'] ?? '') ? '' : ($chosen ?: 'none');
      }
      if ($attribute['type'] === 'boolean' ? $value : trim((string) $value) !== '') {
        $attributes[$name] = $attribute['type'] === 'boolean' ? '' : trim((string) $value);
      }
    }
    $language = trim((string) ($typed['lang'] ?? ''));
    return $attributes + ($language === '' ? [] : ['lang' => $language]);
  }

  /**
   * What is wrong with what was typed.
   *
   * @param string $element
   *   Its name.
   * @param array $typed
   *   By field.
   *
   * @return array<string, \Drupal\Core\StringTranslation\TranslatableMarkup>
   *   In words, by field.
   */
  public function mistakes(string $element, array $typed): array {
    $mistakes = [];
    $text = static fn (string $name) => is_scalar($typed[$name] ?? NULL) ? trim((string) $typed[$name]) : '';
    foreach (Elements::attributes($element) as $name => $attribute) {
      $typedText = $text($name);
      $choices = array_map('strval', array_column($attribute['choices'] ?? [], 'value'));
      $arguments = ['@field' => $this->said($attribute['label']), '@value' => $typedText];
      if ($attribute['control'] === 'checks' || $typedText === '') {
        continue;
      }
      if ($choices && !in_array($typedText, $choices, TRUE)) {
        $mistakes[$name] = $this->t('@field: “@value” can’t be chosen.', $arguments);
      }
      elseif (self::isNumber($attribute)) {
        [$least, $most] = self::range($attribute);
        if (!ctype_digit($typedText) || (int) $typedText < $least || (int) $typedText > $most) {
          $mistakes[$name] = $this->t('@field: “@value” is no number from @least to @most.', $arguments + ['@least' => $least, '@most' => $most]);
        }
      }
      elseif ($name === 'languages' && array_filter(preg_split('/[\s,]+/', $typedText), static fn ($code) => !preg_match(self::LANGUAGE, $code))) {
        $mistakes[$name] = $this->t('@field: “@value” are no codes of languages, such as “pt en”.', $arguments);
      }
      elseif ($name === 'topology' && !Address::isGood($typedText)) {
        $mistakes[$name] = $this->t('@field: “@value” is no address: it begins with https://, or with / on this site.', $arguments);
      }
    }
    if ($text('lang') !== '' && !preg_match(self::LANGUAGE, $text('lang'))) {
      $mistakes['lang'] = $this->t('@field: “@value” is no code of a language, such as fr.', ['@field' => $this->said('Language'), '@value' => $text('lang')]);
    }
    return $mistakes;
  }

  /**
   * The field of an attribute.
   */
  private function field(array $attribute, ?string $value): array {
    $field = ['#title' => $this->said($attribute['label'])];
    if (isset($attribute['help'])) {
      $field['#description'] = $this->said($attribute['help']);
    }
    $choices = array_map(fn (string $label) => $this->said($label), array_column($attribute['choices'] ?? [], 'label', 'value'));
    switch (TRUE) {
      case $attribute['control'] === 'toggle':
        return $field + ['#type' => 'checkbox', '#default_value' => $value !== NULL && $value !== 'false'];

      case $attribute['control'] === 'checks':
        $chosen = preg_split('/[\s,]+/', $value ?? $attribute['initial'] ?? '', -1, PREG_SPLIT_NO_EMPTY);
        return $field + ['#type' => 'checkboxes', '#options' => $choices, '#default_value' => array_values(array_intersect($chosen, array_keys($choices)))];

      case $choices !== []:
        $default = $choices[$attribute['initial'] ?? ''] ?? NULL;
        return $field + [
          '#type' => 'select',
          '#options' => ['' => $default ? $this->t('Default: @choice', ['@choice' => $default]) : $this->t('Default')] + $choices,
          '#default_value' => $value ?? '',
        ];

      case self::isNumber($attribute):
        [$least, $most] = self::range($attribute);
        return $field + ['#type' => 'number', '#min' => $least, '#max' => $most, '#default_value' => $value ?? '', '#placeholder' => $attribute['initial'] ?? ''];

      case isset($attribute['from']):
        $hint = $attribute['control'] === 'tokens'
          ? $this->t('Type a part of a name: what fits in the feed of the site is offered. Several stand with commas between them.')
          : $this->t('Type a part of its name: what fits in the feed of the site is offered.');
        return [
          '#type' => 'textfield',
          '#maxlength' => 2048,
          '#default_value' => $value ?? '',
          '#autocomplete_route_name' => 'iom_widgets.suggestions',
          '#autocomplete_route_parameters' => ['from' => $attribute['from']],
          '#description' => implode(' ', array_filter([$field['#description'] ?? NULL, $hint])),
        ] + $field;

      default:
        return $field + ['#type' => 'textfield', '#maxlength' => 2048, '#default_value' => $value ?? ''];
    }
  }

  /**
   * Whether a number is typed.
   */
  private static function isNumber(array $attribute): bool {
    return in_array($attribute['control'], ['range', 'number'], TRUE);
  }

  /**
   * The least and the most.
   *
   * @return int[]
   */
  private static function range(array $attribute): array {
    return $attribute['control'] === 'number' ? [0, 86400] : [isset($attribute['max']) ? 0 : 1, $attribute['max'] ?? 1000];
  }

  /**
   * Stored attributes by their names without `data-`, where the element has one of that name.
   */
  private static function named(string $element, array $attributes): array {
    $own = Elements::attributes($element) + ['lang' => ''];
    $named = [];
    foreach ($attributes as $name => $value) {
      $short = (string) preg_replace('/^data-/', '', $name);
      $named[isset($own[$short]) ? $short : $name] = $value;
    }
    return $named;
  }

  /**
   * A text of elements.json in the language of whoever sees it; translations/ has them all.
   */
  private function said(string $text): TranslatableMarkup {
    // phpcs:ignore Drupal.Semantics.FunctionT.NotLiteralString
    return $this->t($text);
  }

}
