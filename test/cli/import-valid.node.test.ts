import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { validate } from '../../src/cli/commands/validate.js';
import { badInput } from '../fixtures/bad-input.js';
import { dirtyHtml } from '../fixtures/dirty-html.js';
import { attackedFeed } from '../fixtures/attacked-feed.js';
import { attacksOn } from '../fixtures/attacks.js';
import { feedsAtRandom, rightFeeds, runs } from '../fixtures/random-feeds.js';
import { scratchFolder } from '../helpers/publications.js';
import { importing } from '../helpers/import-sources.js';

const folder = scratchFolder();

/** What `validate` calls an error in what `import` makes of a source; nothing where import says that it can't read it. */
async function errorsAfter(text: string | Uint8Array): Promise<string[]> {
  const { feed, failed } = await importing({ text });
  if (failed) return [];
  const file = join(folder, 'feed.json');
  await writeFile(file, JSON.stringify(feed, null, 1));
  const findings = await validate(file);
  // Older pages beside a file stay where they are.
  return findings
    .filter(({ severity, path }) => severity === 'error' && path !== 'next_url')
    .map(({ path, what }) => `${path}: ${what}`);
}

const escaped = (html: string) => html.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const rss = (html: string) =>
  `<rss version="2.0"><channel><title>T</title><item><title>A story</title><description>${escaped(html)}</description></item></channel></rss>`;
const jsonFeed = (fields: object) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    items: [{ id: '1', title: 'A story', ...fields }],
  });

describe('what import writes passes validate', () => {
  it('whatever file of the tests it is made of', async () => {
    for (const place of ['test/fixtures/import', 'test/fixtures/validate', 'demo/feeds', 'demo/content']) {
      for (const name of await readdir(place)) {
        if (!/\.(?:json|xml|rdf|html|txt)$/.test(name)) continue;
        assert.deepEqual(await errorsAfter(await readFile(join(place, name))), [], name);
      }
    }
  });

  it('whatever HTML stands in a feed, also what is broken or attacks', async () => {
    const pieces = [...dirtyHtml.map(([html]) => html), ...attacksOn('https://leak.example').bodies];
    for (const html of pieces) {
      assert.deepEqual(await errorsAfter(rss(html)), [], html);
      assert.deepEqual(await errorsAfter(jsonFeed({ content_html: html })), [], html);
    }
  });

  it('whatever is wrong in a JSON Feed', async () => {
    for (const { name, source } of badInput) assert.deepEqual(await errorsAfter(source), [], name);
    const attacked = attackedFeed(attacksOn('https://leak.example'));
    assert.deepEqual(await errorsAfter(JSON.stringify(attacked)), []);
  });

  it('whatever values stand where others belong', async () => {
    const property = fc.asyncProperty(fc.oneof(feedsAtRandom, rightFeeds), async (feed) => {
      assert.deepEqual(await errorsAfter(JSON.stringify(feed)), []);
    });
    await fc.assert(property, runs(60));
  });

  it('whatever is put together of tags, brackets and words', async () => {
    const pieces = fc.constantFrom(
      ...['<p>', '</p>', '<b>', '</i>', '<a href="x y">', '<a href="ftp://a">', '</a>', '<table><tr>', '<td>', '<li>'],
      ...[
        '<img src="a.jpg">',
        '<img>',
        '<div class="sharedaddy">',
        '</div>',
        '<script>',
        '&',
        '&lt;',
        '&#0;',
        '<h1',
        '"',
      ],
      ...[
        '[et_pb_row]',
        '[caption',
        'By Test Person',
        'A word. ',
        '\u0007',
        '…',
        '[…]',
        '<!--',
        '-->',
        '<br>',
        '<svg><p>',
      ],
    );
    const html = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(html, async (entry) => assert.deepEqual(await errorsAfter(rss(entry)), [])),
      runs(120),
    );
  });
});
