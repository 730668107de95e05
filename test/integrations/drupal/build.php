<?php

/**
 * @file
 * Builds blocks as pages are asked for one after the other: takes the module's folder, and pages as JSON; prints what each has built and asked, and what its forms have.
 */

use Drupal\block\BlockRepositoryInterface;
use Drupal\Component\Datetime\TimeInterface;
use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Cache\CacheBackendInterface;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Language\LanguageManagerInterface;
use Drupal\Core\Locale\CountryManagerInterface;
use Drupal\iom_widgets\Controller\Suggestions;
use Drupal\iom_widgets\ElementForm;
use Drupal\iom_widgets\FeedCheck;
use Drupal\iom_widgets\Form\SettingsForm;
use Drupal\iom_widgets\Plugin\Block\IomWidget;
use Drupal\iom_widgets\Publication;
use Drupal\iom_widgets\SmallestFeed;
use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\GuzzleException;
use Psr\Http\Message\ResponseInterface;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\RequestStack;

error_reporting(E_ALL);
set_error_handler(static fn (int $level, string $message) => throw new ErrorException($message));
require __DIR__ . '/stand-ins.php';
foreach (['Address', 'Choices', 'Elements', 'ElementForm', 'FeedCheck', 'Publication', 'SmallestFeed', 'Controller/Suggestions', 'Form/SettingsForm', 'Plugin/Block/IomWidget'] as $name) {
  require "$argv[1]/src/$name.php";
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

  public function __construct(private int $status, private string $text, private array $headers = []) {}

  public function getHeader(string $name): array {
    return (array) ($this->headers[$name] ?? []);
  }

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
class Page implements ClientInterface, TimeInterface, LanguageManagerInterface, BlockRepositoryInterface, ContainerInterface, ConfigFactoryInterface, CountryManagerInterface, FormStateInterface {

  public array $asked = [];

  /**
   * What forms have said, by field.
   */
  public array $errors = [];

  /**
   * What is said above a form.
   */
  public array $messages = [];

  /**
   * Name of the configuration that was asked for.
   */
  public string $name = '';

  public function __construct(private array $page, private Cache $cache) {}

  public function request(string $method, string $url, array $options): Answer {
    $this->asked[] = "$method $url";
    $answer = $this->page['answers'][$url] ?? 404;
    return match (TRUE) {
      $answer === 0 => throw new Silence(),
      is_int($answer) => new Answer($answer, ''),
      is_array($answer) => new Answer($answer['status'] ?? 200, $answer['body'] ?? '', $answer['headers'] ?? []),
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

  /**
   * A service, the settings of the site, or one of these.
   */
  public function get(string $name): mixed {
    if (str_contains($name, '.settings')) {
      $this->name = $name;
    }
    return match ($name) {
      'iom_widgets.publication' => new Publication($this, $this->cache, $this),
      'iom_widgets.smallest_feed' => new SmallestFeed(new Publication($this, $this->cache, $this)),
      'iom_widgets.element_form' => new ElementForm(),
      'iom_widgets.feed_check' => new FeedCheck($this, $this, new RequestStack()),
      'src', 'link_url', 'link_text' => $this->page['settings'][$name] ?? '',
      default => $this,
    };
  }

  public function set(string $name, string $value): void {
    $this->page['settings'][$name] = $value;
  }

  public function save(): void {}

  public function getList(): array {
    return ['FR' => 'France', 'SN' => 'Senegal'];
  }

  public function getLanguages(): array {
    return array_fill_keys($this->page['languages'] ?? ['en'], $this);
  }

  public function getValue(string|array $key): mixed {
    return array_reduce((array) $key, static fn ($value, $name) => $value[$name] ?? NULL, $this->page['typed']);
  }

  public function setErrorByName(string $name, object $words): void {
    $this->errors[$name] = (string) $words;
  }

  public function setRebuild(): void {}

  public function addStatus(object $words): void {
    $this->messages[] = "✓ $words";
  }

  public function addWarning(object $words): void {
    $this->messages[] = "✗ $words";
  }

  /**
   * Fills in the form of a block, and that of the settings.
   */
  public function fillIn(): array {
    $block = IomWidget::create($this, $this->page['configuration'], 'iom_widget', []);
    $form = SettingsForm::create($this);
    $fields = ['block' => $block->blockForm([], $this), 'settings' => $form->buildForm([], $this)];
    if (isset($this->page['typed'])) {
      $ofForm = [];
      $block->blockValidate([], $this);
      $block->blockSubmit([], $this);
      $form->validateForm($ofForm, $this);
      $form->testFeed($ofForm, $this);
      $form->submitForm($ofForm, $this);
    }
    return [
      'fields' => $fields,
      'errors' => (object) $this->errors,
      'messages' => $this->messages,
      'stored' => $block->getConfiguration(),
      'settings' => $this->page['settings'] ?? [],
    ];
  }

}

$cache = new Cache();
$seen = [];
foreach (json_decode(stream_get_contents(STDIN), TRUE) as $given) {
  $page = new Page($given, $cache);
  $built = IomWidget::create($page, $given['configuration'], 'iom_widget', [])->build();
  // A request of its own for each, as a browser makes them.
  $suggested = array_map(static fn (array $typed) => Suggestions::create($page)->matching(new Request(['q' => $typed[1]]), $typed[0])->data, $given['suggest'] ?? []);
  $seen[] = ['built' => $built, 'suggested' => $suggested, 'asked' => $page->asked] + (empty($given['forms']) ? [] : $page->fillIn());
}
array_walk_recursive($seen, static fn (&$value) => $value = $value instanceof Stringable ? (string) $value : $value);
echo json_encode($seen);
