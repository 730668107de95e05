<?php

declare(strict_types=1);

namespace Drupal\iom_widgets;

use Drupal\Core\Language\LanguageManagerInterface;
use Drupal\Core\StringTranslation\StringTranslationTrait;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\GuzzleException;
use Psr\Http\Message\ResponseInterface;
use Symfony\Component\HttpFoundation\RequestStack;

/**
 * Asks for a feed in the languages of the site, and says in words what is in it or what is wrong.
 */
final class FeedCheck {

  use StringTranslationTrait;

  public function __construct(
    private ClientInterface $client,
    private LanguageManagerInterface $languageManager,
    private RequestStack $requestStack,
  ) {}

  /**
   * What there is to say.
   *
   * @param string $src
   *   Address; `{lang}` may stand in it.
   *
   * @return array<string, array{bool, \Drupal\Core\StringTranslation\TranslatableMarkup}>
   *   By address: whether elements can show it, and words.
   */
  public function test(string $src): array {
    $urls = array_unique(array_map(
      static fn (string $language) => SmallestFeed::addressIn($src, $language, ''),
      array_map('strval', array_keys($this->languageManager->getLanguages())),
    ));
    $said = [];
    foreach ($urls as $url) {
      $said[$url] = $this->testOne($url);
    }
    return $said;
  }

  /**
   * Of one address.
   *
   * @return array{bool, \Drupal\Core\StringTranslation\TranslatableMarkup}
   */
  private function testOne(string $url): array {
    $origin = $this->requestStack->getCurrentRequest()->getSchemeAndHttpHost();
    $address = Address::isOnSite($url) ? $origin . $url : $url;
    $arguments = ['@url' => $url, '@host' => (string) parse_url($address, PHP_URL_HOST)];
    if (!Publication::isPublic($address)) {
      return [FALSE, $this->t('@url: there is no public server called @host; this site asks no others.', $arguments)];
    }
    try {
      $answer = $this->client->request('GET', $address, [
        'timeout' => 10,
        'http_errors' => FALSE,
        'allow_redirects' => FALSE,
        'force_ip_resolve' => 'v4',
        'headers' => ['Origin' => $origin],
      ]);
    }
    catch (GuzzleException) {
      return [FALSE, $this->t('@url: @host doesn’t answer, or takes longer than ten seconds.', $arguments)];
    }
    $problem = $this->problemOf($answer, $arguments);
    if ($problem) {
      return [FALSE, $problem];
    }
    $feed = json_decode((string) $answer->getBody(), TRUE);
    $arguments += ['@title' => is_string($feed['title'] ?? NULL) ? $feed['title'] : '', '@count' => count((array) ($feed['items'] ?? []))];
    if (!str_starts_with($address, "$origin/") && !array_intersect(['*', $origin], $answer->getHeader('Access-Control-Allow-Origin'))) {
      return [FALSE, $this->t('@url: “@title”, items: @count. But its server doesn’t let browsers read it from this site: it must send Access-Control-Allow-Origin.', $arguments)];
    }
    return [TRUE, $this->t('@url: “@title”, items: @count.', $arguments)];
  }

  /**
   * Why an answer is no feed; NULL where it is one.
   */
  private function problemOf(ResponseInterface $answer, array $arguments): ?TranslatableMarkup {
    $status = $answer->getStatusCode();
    $body = $status === 200 ? ltrim((string) $answer->getBody(), "\u{FEFF} \t\r\n") : '';
    $feed = json_decode($body, TRUE);
    return match (TRUE) {
      $status === 404, $status === 410 => $this->t('@url: there is nothing. Is the address right?', $arguments),
      $status >= 300 && $status < 400 => $this->t('@url leads to another address: enter that one, @target.', $arguments + ['@target' => implode(' ', $answer->getHeader('Location'))]),
      $status !== 200 => $this->t('@url: the server answers with the error @status.', $arguments + ['@status' => $status]),
      is_array($feed['items'] ?? NULL) || is_array($feed['_iom'] ?? NULL) => NULL,
      preg_match('/^(<\?xml[^>]*>\s*)?<(rss|feed|rdf:RDF)\b/i', $body) === 1 => $this->t('@url is RSS or Atom, which elements can’t read: “iom-feed import” makes a feed of it.', $arguments),
      str_starts_with($body, '<') => $this->t('@url is a web page, not a feed.', $arguments),
      default => $this->t('@url is a file, but not a feed.', $arguments),
    };
  }

}
