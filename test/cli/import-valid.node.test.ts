import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { validate } from '../../src/cli/commands/validate.js';
import { columns, tableKinds } from '../../src/cli/import/lexicon/columns.js';
import { badInput } from '../fixtures/bad-input.js';
import { dirtyHtml } from '../fixtures/dirty-html.js';
import { attackedFeed } from '../fixtures/attacked-feed.js';
import { attacksOn } from '../fixtures/attacks.js';
import { feedsAtRandom, rightFeeds, runs } from '../fixtures/random-feeds.js';
import { scratchFolder } from '../helpers/publications.js';
import { importing } from '../helpers/import-sources.js';

const folder = scratchFolder();

/** What `validate` calls an error in what `import` makes of a source; nothing where import says that it can't read it. */
async function errorsAfter(text: string | Uint8Array, name?: string): Promise<string[]> {
  const { feed, failed } = await importing({ text, name });
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

  it('whatever HTML stands in an e-mail, Word’s or not', async () => {
    for (const [html] of dirtyHtml) {
      for (const generator of ['', '<meta name=Generator content="Microsoft Word 15">']) {
        const text = `Subject: A title\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${generator}<p>A text.</p>${html}`;
        assert.deepEqual(await errorsAfter(text, 'release.eml'), [], html);
      }
    }
  });

  it('whatever stands in the cells of a table', async () => {
    const odd = fc.constantFrom(
      ...[
        '',
        '0',
        '-1',
        '"',
        '=1+1',
        '12 %',
        '€ 5',
        '1.500',
        '46082',
        '2026-02-31',
        'plus de 3',
        '٣٤٫٩',
        'x'.repeat(300),
      ],
      ...[
        'a@b',
        'é@example.org',
        'a..b@example.org',
        'a@-b.org',
        'www.x',
        'https://[',
        'https://example.org/%zz',
        '[',
        'a:b',
      ],
      ...[
        '+999999999999999999',
        '+41 22 555 01 00',
        'Mon 25:00-26:00',
        'Lu-Ve 9-17',
        'ZZ',
        'US',
        'fr, en',
        '<b>x</b>',
        '\u0007',
      ],
    );
    for (const kind of tableKinds) {
      const fields = Object.keys(columns[kind]);
      const cell = fc.oneof(odd, fc.string({ maxLength: 12 }));
      const rows = fc.array(fc.array(cell, { minLength: fields.length, maxLength: fields.length }), { maxLength: 4 });
      const property = fc.asyncProperty(rows, async (all) => {
        const lines = all.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        assert.deepEqual(await errorsAfter([fields.join(','), ...lines].join('\n'), `${kind}.csv`), []);
      });
      await fc.assert(property, runs(60));
    }
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
