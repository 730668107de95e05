<?php

declare(strict_types=1);

namespace Drupal\iom_widgets\Plugin\Filter;

use Drupal\filter\FilterProcessResult;
use Drupal\filter\Plugin\FilterBase;

/**
 * Loads the library's script on pages whose texts hold its elements.
 *
 * @Filter(
 *   id = "filter_iom_widgets",
 *   title = @Translation("IOM widgets"),
 *   description = @Translation("Shows the elements in texts. If “Limit allowed HTML tags” is on, allow the tags of the elements with data-*, such as &lt;iom-news-feed data-*&gt;, or &lt;div data-iom data-*&gt;, and &lt;a href&gt;. The README lists them."),
 *   type = Drupal\filter\Plugin\FilterInterface::TYPE_TRANSFORM_IRREVERSIBLE,
 *   weight = 20
 * )
 */
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
