import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { initial } from '../../demo/builder/choice.js';
import { smallestSrc, type Part } from '../../demo/builder/parts.js';
import { publish } from '../../src/cli/commands/publish.js';
import { placeholderHeights } from '../../src/elements.js';
import { item, items, scratchFolder, writeFeed } from '../helpers/publications.js';
import { build } from './drupal/module.js';

const noPhp =
  existsSync('/usr/bin/php') || process.env.CI === 'true' ? undefined : 'needs PHP: apt-get install php-cli';

const folder = 'http://93.184.215.14/en/';
const src = `${folder}feed.json`;

/** What any element may have, and some have not. */
const attributes: Record<string, string>[] = [
  {},
  { limit: '5' },
  { limit: '6' },
  { limit: '20', layout: 'cards' },
  { tags: 'Odd' },
  { countries: 'UY' },
  { kind: 'news' },
  { search: 'word' },
  { controls: 'search' },
  { 'item-id': 'item-3' },
  { 'item-id': 'Noticia/ñandú 7' },
  { 'item-id': 'nowhere' },
  { 'contact-id': 'desk' },
  { country: 'UY' },
  { section: 'work' },
  { section: 'Données & cartes' },
  { section: 'nowhere' },
];
const cases = Object.keys(placeholderHeights).flatMap((element) =>
  attributes.map((entry) => ({ element, attributes: entry })),
);

describe('the feed that an element is given, by what it shows', { skip: noPhp }, () => {
  let index: string;
  let expected: string[];
  before(async () => {
    const out = join(scratchFolder(), 'out');
    const feed = join(scratchFolder(), 'feed.json');
    writeFeed(feed, [item(9, { id: 'Noticia/ñandú 7' }), ...items(8)], {
      _iom: {
        about: 'https://example.org/about',
        contacts: [{ id: 'desk', name: 'Desk' }],
        menu: [{ title: 'Work', url: 'https://example.org/work' }],
        offices: [],
        sections: [
          { id: 'work', title: 'Work', cards: [] },
          { id: 'Données & cartes', title: 'Data', cards: [] },
        ],
      },
    });
    await publish(feed, { out, url: folder });
    index = readFileSync(join(out, 'current/index.json'), 'utf8');
    const parts = (JSON.parse(index) as { parts: Part[] }).parts.map((part) => ({
      ...part,
      url: new URL(part.url).href.slice(folder.length),
    }));
    expected = cases.map((entry) => smallestSrc({ ...initial, ...entry, src }, parts));
    assert.ok(new Set(expected).size > 8, 'the cases ask for many parts');
  });

  it('is in WordPress the one that the builder names', () => {
    const code = `
      define('ABSPATH', '/');
      foreach (['fallback', 'parts'] as $file) require "integrations/wordpress/includes/$file.php";
      [$index, $url, $cases] = json_decode(stream_get_contents(STDIN), true);
      $parts = IomWidgets\\to_parts($index, $url);
      echo json_encode(array_map(fn($case) => IomWidgets\\enough_for($case['element'], $case['attributes'], $parts), $cases));`;
    const input = JSON.stringify([JSON.parse(index), `${folder}index.json`, cases]);
    const paths = JSON.parse(execFileSync('php', ['-r', code], { input }).toString()) as (string | null)[];
    assert.deepEqual(byCase(paths.map((path) => (path === null ? src : folder + path))), byCase(expected));
  });

  it('is in Drupal the one that the builder names', () => {
    const answers = Object.fromEntries(expected.map((url) => [url, '{}']));
    const pages = cases.map((configuration) => ({
      configuration: { src, ...configuration },
      answers: { ...answers, [`${folder}index.json`]: index },
    }));
    assert.deepEqual(byCase(build(...pages).map(({ built }) => built.element['#attributes'].src)), byCase(expected));
  });

  const byCase = (found: string[]) => cases.map((entry, index) => [entry, found[index]]);
});
