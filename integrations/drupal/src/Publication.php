<?php

declare(strict_types=1);

namespace Drupal\iom_widgets;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Core\Cache\CacheBackendInterface;
use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\GuzzleException;
use Psr\Http\Message\ResponseInterface;

/**
 * What a publication of iom-feed holds: asked for now and then, and the last good answer is kept.
 */
final class Publication {

  /**
   * Seconds for which an answer is as good as new.
   */
  public const FRESH = 300;

  /**
   * Seconds for which an address that gave nothing is left alone.
   */
  private const PAUSE = 60;

  /**
   * Bytes of an index that are read.
   */
  private const MOST_BYTES = 5_000_000;

  /**
   * Servers that gave no answer: they aren't waited for again while the page is made.
   *
   * @var array<string, true>
   */
  private array $silent = [];

  public function __construct(
    private ClientInterface $client,
    private CacheBackendInterface $cache,
    private TimeInterface $time,
  ) {}

  /**
   * The parts of a publication by what they hold, `news` or `item/ID`.
   *
   * @param string $folder
   *   Address of the folder, with a slash at its end.
   *
   * @return array<string, array{path: string, items: ?int}>
   *   Path from the folder, and how many items a light list has. Empty where there is no publication, or an older one.
   */
  public function parts(string $folder): array {
    return $this->index($folder)['parts'] ?? [];
  }

  /**
   * The pages of plain HTML of a publication, by language.
   *
   * @param string $folder
   *   Address of the folder, with a slash at its end.
   *
   * @return array<string, string>
   *   Paths from the folder.
   */
  public function texts(string $folder): array {
    return $this->index($folder)['texts'] ?? [];
  }

  /**
   * What is kept of the index of a publication.
   */
  private function index(string $folder): array {
    return $this->kept('index', "{$folder}index.json", 'GET', static function (ResponseInterface $answer) use ($folder) {
      $body = $answer->getBody();
      $index = $answer->getStatusCode() === 200 && $body->getSize() <= self::MOST_BYTES ? json_decode((string) $body, TRUE) : NULL;
      return is_array($index) ? ['parts' => self::read($index, $folder), 'texts' => self::readTexts($index, $folder)] : NULL;
    }) ?? [];
  }

  /**
   * What can be chosen of a feed.
   *
   * @param string $url
   *   Its address.
   *
   * @return array<string, array<string, string>>
   *   As Choices::of() gives it; empty where there is no feed.
   */
  public function choices(string $url): array {
    return $this->kept('choices', $url, 'GET', static function (ResponseInterface $answer) {
      $body = $answer->getBody();
      $feed = $answer->getStatusCode() === 200 && $body->getSize() <= self::MOST_BYTES ? json_decode((string) $body, TRUE) : NULL;
      return is_array($feed) ? Choices::of($feed) : NULL;
    }) ?? [];
  }

  /**
   * Whether a file is there.
   *
   * @param string $url
   *   Its address.
   */
  public function has(string $url): bool {
    return $this->kept('file', $url, 'HEAD', static fn (ResponseInterface $answer) => match ($answer->getStatusCode()) {
      200 => TRUE,
      404, 410 => FALSE,
      default => NULL,
    }) ?? FALSE;
  }

  /**
   * What an answer said: from the cache, else from the network, else the last that said something.
   *
   * @param string $kind
   *   What is kept.
   * @param string $url
   *   Address.
   * @param string $method
   *   How it is asked.
   * @param callable $read
   *   Takes an answer, and gives what to keep of it; NULL where it says nothing.
   */
  private function kept(string $kind, string $url, string $method, callable $read): mixed {
    $id = "iom_widgets:$kind:" . hash('sha256', $url);
    $kept = $this->cache->get($id)->data ?? ['value' => NULL, 'until' => 0];
    $now = $this->time->getRequestTime();
    if ($now < $kept['until']) {
      return $kept['value'];
    }
    $answer = $this->ask($method, $url);
    $new = $answer ? $read($answer) : NULL;
    $value = $new ?? $kept['value'];
    // It stays when it is no longer fresh: better than nothing while the server is down.
    $this->cache->set($id, ['value' => $value, 'until' => $now + ($new === NULL ? self::PAUSE : self::FRESH)]);
    return $value;
  }

  /**
   * Asks a public server; any other gets no request.
   */
  private function ask(string $method, string $url): ?ResponseInterface {
    $server = (string) preg_replace('~^(\w+://[^/]*).*~s', '$1', $url);
    if (isset($this->silent[$server]) || !self::isPublic($url)) {
      return NULL;
    }
    try {
      return $this->client->request($method, $url, [
        'timeout' => 3,
        'http_errors' => FALSE,
        // An address that is checked must not lead to one that isn't.
        'allow_redirects' => FALSE,
        'force_ip_resolve' => 'v4',
      ]);
    }
    catch (GuzzleException) {
      $this->silent[$server] = TRUE;
      return NULL;
    }
  }

  /**
   * Whether all addresses of a server are those of the web: not of this machine, nor of the network around it.
   */
  public static function isPublic(string $url): bool {
    $addresses = gethostbynamel((string) parse_url($url, PHP_URL_HOST)) ?: [];
    $public = array_filter($addresses, static fn (string $address) => filter_var($address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE));
    return $addresses && $public === $addresses;
  }

  /**
   * What is kept of an index: only files as iom-feed names them, in the folder or right below it.
   */
  private static function read(array $index, string $folder): array {
    $parts = [];
    foreach (array_filter((array) ($index['parts'] ?? []), 'is_array') as $part) {
      ['url' => $url, 'part' => $name, 'value' => $value, 'items' => $items] = $part + ['url' => '', 'part' => '', 'value' => NULL, 'items' => NULL];
      if (!is_string($url) || !is_string($name) || is_array($value)) {
        continue;
      }
      // Where the address of the publication is known, it stands before.
      $path = str_starts_with($url, $folder) ? substr($url, strlen($folder)) : $url;
      if (preg_match('~^([\p{L}\p{N}_\~-]+/)?[\p{L}\p{N}_\~-]+\.json$~u', $path)) {
        $parts += [
          $name . ($value === NULL ? '' : "/$value") => [
            'path' => implode('/', array_map('rawurlencode', explode('/', $path))),
            'items' => is_int($items) ? $items : NULL,
          ],
        ];
      }
    }
    return $parts;
  }

  /**
   * The same for its pages of plain HTML.
   */
  private static function readTexts(array $index, string $folder): array {
    $texts = [];
    foreach (array_filter((array) ($index['texts'] ?? []), 'is_array') as $page) {
      ['url' => $url, 'language' => $language] = $page + ['url' => '', 'language' => ''];
      if (!is_string($url) || !is_string($language)) {
        continue;
      }
      $path = str_starts_with($url, $folder) ? substr($url, strlen($folder)) : $url;
      if (preg_match('~^text/([a-z-]+/)?[a-z-]+\.html$~', $path)) {
        $texts[strtolower((string) strtok($language, '-_'))] = $path;
      }
    }
    return $texts;
  }

}
