<?php

/**
 * @file
 * Builds blocks as pages are asked for one after the other: takes pages as JSON, prints what each has built and asked.
 */

use Drupal\block\BlockRepositoryInterface;
use Drupal\Component\Datetime\TimeInterface;
use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Cache\CacheBackendInterface;
use Drupal\Core\Language\LanguageManagerInterface;
use Drupal\iom_widgets\Plugin\Block\IomWidget;
use Drupal\iom_widgets\Publication;
use Drupal\iom_widgets\SmallestFeed;
use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\GuzzleException;
use Psr\Http\Message\ResponseInterface;
use Symfony\Component\DependencyInjection\ContainerInterface;

error_reporting(E_ALL);
set_error_handler(static fn (int $level, string $message) => throw new ErrorException($message));
require __DIR__ . '/stand-ins.php';
foreach (['Publication', 'SmallestFeed', 'Plugin/Block/IomWidget'] as $name) {
  require __DIR__ . "/../../../integrations/drupal/src/$name.php";
}

/** Keeps everything. */
class Cache implements CacheBackendInterface {

  private array $kept = [];

  public function get(string $id): object|false {
    return isset($this->kept[$id]) ? (object) ['data' => $this->kept[$id]] : FALSE;
  }

  public function set(string $id, array $data): void {
    $this->kept[$id] = $data;
  }

}

class Answer implements ResponseInterface {

  public function __construct(private int $status, private string $text) {}

  public function getStatusCode(): int {
    return $this->status;
  }

  public function getBody(): static {
    return $this;
  }

  public function getSize(): int {
    return strlen($this->text);
  }

  public function __toString(): string {
    return $this->text;
  }

}

class Silence extends Exception implements GuzzleException {}

/** One page that is asked for, and all that Drupal has at hand for it. */
class Page implements ClientInterface, TimeInterface, LanguageManagerInterface, BlockRepositoryInterface, ContainerInterface {

  public array $asked = [];

  public function __construct(private array $page, private Cache $cache) {}

  public function request(string $method, string $url, array $options): Answer {
    $this->asked[] = "$method $url";
    $answer = $this->page['answers'][$url] ?? 404;
    return match (TRUE) {
      $answer === 0 => throw new Silence(),
      is_int($answer) => new Answer($answer, ''),
      default => new Answer(200, $answer),
    };
  }

  public function getRequestTime(): int {
    return $this->page['time'] ?? 0;
  }

  public function getCurrentLanguage(): static {
    return $this;
  }

  public function getId(): string {
    return $this->page['language'] ?? 'en';
  }

  public function getPluginId(): string {
    return 'iom_widget';
  }

  public function getVisibleBlocksPerRegion(array &$metadata): array {
    $metadata = ['content' => new CacheableMetadata(['url.path'])];
    return ['header' => [], 'content' => array_fill(0, $this->page['blocks'] ?? 1, $this)];
  }

  public function get(string $service): object {
    return $service === 'iom_widgets.smallest_feed' ? new SmallestFeed(new Publication($this, $this->cache, $this)) : $this;
  }

}

$cache = new Cache();
$seen = [];
foreach (json_decode(stream_get_contents(STDIN), TRUE) as $given) {
  $page = new Page($given, $cache);
  $built = IomWidget::create($page, $given['configuration'], 'iom_widget', [])->build();
  $seen[] = ['built' => $built, 'asked' => $page->asked];
}
echo json_encode($seen);
