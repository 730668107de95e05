<?php

/**
 * @file
 * So much of Drupal and Guzzle as the module's block touches, to build it without them.
 */

namespace Psr\Http\Message {

  interface ResponseInterface {}

}

namespace GuzzleHttp {

  interface ClientInterface {}

}

namespace GuzzleHttp\Exception {

  interface GuzzleException extends \Throwable {}

}

namespace Symfony\Component\DependencyInjection {

  interface ContainerInterface {}

}

namespace Drupal\Component\Datetime {

  interface TimeInterface {}

}

namespace Drupal\Component\Utility {

  class UrlHelper {

    public static function isValid(string $url, bool $absolute): bool {
      return filter_var($url, FILTER_VALIDATE_URL) !== FALSE;
    }

  }

}

namespace Drupal\Core\Block {

  abstract class BlockBase {

    use \Drupal\Core\StringTranslation\StringTranslationTrait;

    public function __construct(protected array $configuration, private $id, $definition) {
      $this->configuration += $this->defaultConfiguration();
    }

    abstract public function defaultConfiguration(): array;

    public function getPluginId(): string {
      return $this->id;
    }

    public function getConfiguration(): array {
      return $this->configuration;
    }

  }

}

namespace Drupal\Core\Cache {

  interface CacheBackendInterface {}

  class CacheableMetadata {

    public function __construct(private array $contexts = [], private array $tags = [], private int $age = -1) {}

    public static function createFromObject(object $config): static {
      return new static(['languages:language_interface'], ["config:{$config->name}"]);
    }

    public function merge(CacheableMetadata $other): static {
      $merged = new static([...$this->contexts, ...$other->contexts], [...$this->tags, ...$other->tags], $this->age);
      return $other->age === -1 ? $merged : $merged->mergeCacheMaxAge($other->age);
    }

    public function addCacheTags(array $tags): static {
      $this->tags = [...$this->tags, ...$tags];
      return $this;
    }

    public function addCacheContexts(array $contexts): static {
      $this->contexts = [...$this->contexts, ...$contexts];
      return $this;
    }

    public function mergeCacheMaxAge(int $age): static {
      $this->age = $this->age === -1 ? $age : min($this->age, $age);
      return $this;
    }

    public function applyTo(array &$build): void {
      $build['#cache'] = ['contexts' => $this->contexts, 'tags' => $this->tags, 'max-age' => $this->age];
    }

  }

}

namespace Drupal\Core\Form {

  interface FormStateInterface {}

  abstract class ConfigFormBase {

    use \Drupal\Core\StringTranslation\StringTranslationTrait;

    protected object $site;

    public static function create(\Symfony\Component\DependencyInjection\ContainerInterface $container): static {
      $form = new static();
      $form->site = $container;
      return $form;
    }

    protected function config(string $name): object {
      return $this->site->get('config.factory')->get($name);
    }

    protected function messenger(): object {
      return $this->site->get('messenger');
    }

    public function buildForm(array $form, FormStateInterface $form_state): array {
      return $form;
    }

    public function submitForm(array &$form, FormStateInterface $form_state): void {}

  }

}

namespace Drupal\Core\StringTranslation {

  class TranslatableMarkup {

    public function __construct(private string $text, private array $arguments = []) {}

    public function __toString(): string {
      return strtr($this->text, array_map('strval', $this->arguments));
    }

  }

  trait StringTranslationTrait {

    protected function t(string $text, array $arguments = []): TranslatableMarkup {
      return new TranslatableMarkup($text, $arguments);
    }

  }

}

namespace Drupal\Core\Config {

  interface ConfigFactoryInterface {}

}

namespace Drupal\Core\DependencyInjection {

  interface ContainerInjectionInterface {}

}

namespace Drupal\Core\Locale {

  interface CountryManagerInterface {}

}

namespace Symfony\Component\HttpFoundation {

  class JsonResponse {

    public function __construct(public array $data) {}

  }

  class Request extends RequestStack {

    /**
     * The parameters of the address: this gives one.
     */
    public object $query;

    public function __construct(private array $parameters) {
      $this->query = $this;
    }

    public function get(string $name): mixed {
      return $this->parameters[$name] ?? NULL;
    }

  }

  class RequestStack {

    public function getCurrentRequest(): static {
      return $this;
    }

    public function getSchemeAndHttpHost(): string {
      return 'http://93.184.215.99';
    }

  }

}

namespace Drupal\Core\Language {

  interface LanguageManagerInterface {}

}

namespace Drupal\Core\Plugin {

  interface ContainerFactoryPluginInterface {}

}

namespace Drupal\block {

  interface BlockRepositoryInterface {}

}
