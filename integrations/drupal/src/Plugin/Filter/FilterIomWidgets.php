<?php

declare(strict_types=1);

namespace Drupal\iom_widgets\Plugin\Filter;

use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\filter\Attribute\Filter;
use Drupal\filter\FilterProcessResult;
use Drupal\filter\Plugin\FilterBase;
use Drupal\filter\Plugin\FilterInterface;

/**
 * Loads the library's script on pages whose texts hold its elements.
 *
 * The annotation is for Drupal 10.1 and older, the attribute for what came after.
 *
 * @Filter(
 *   id = "filter_iom_widgets",
 *   title = @Translation("IOM widgets"),
 *   description = @Translation("Shows the elements in texts. CKEditor 5 then keeps them. If “Limit allowed HTML tags” is on without it, allow the tags of the elements with data-*; the README lists them."),
 *   type = Drupal\filter\Plugin\FilterInterface::TYPE_TRANSFORM_IRREVERSIBLE,
 *   weight = 20
 * )
 */
#[Filter(
  id: 'filter_iom_widgets',
  title: new TranslatableMarkup('IOM widgets'),
  type: FilterInterface::TYPE_TRANSFORM_IRREVERSIBLE,
  description: new TranslatableMarkup('Shows the elements in texts. CKEditor 5 then keeps them. If “Limit allowed HTML tags” is on without it, allow the tags of the elements with data-*; the README lists them.'),
  weight: 20,
)]
final class FilterIomWidgets extends FilterBase {

  /**
   * {@inheritdoc}
   */
  public function process($text, $langcode): FilterProcessResult {
    $result = new FilterProcessResult($text);
    if (preg_match('/<iom-|\sdata-iom=/', $text)) {
      $result->setAttachments(['library' => ['iom_widgets/autoload']]);
    }
    return $result;
  }

}
