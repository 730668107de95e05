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

    public static function stripDangerousProtocols(string $url): string {
      return $url;
    }

  }

}

namespace Drupal\Core\Block {

  abstract class BlockBase {

    public function __construct(protected array $configuration, private $id, $definition) {
      $this->configuration += $this->defaultConfiguration();
    }

    abstract public function defaultConfiguration(): array;

    public function getPluginId(): string {
      return $this->id;
    }

  }

}

namespace Drupal\Core\Cache {

  interface CacheBackendInterface {}

  class CacheableMetadata {

    public function __construct(private array $contexts = [], private array $tags = [], private int $age = -1) {}

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
