// What feed readers of Debian read of every RSS and Atom file of a publication: apt-get install newsboat
// python3-feedparser sfeed libxml-feed-perl wordpress php-cli php-xml. Where one is missing, its test says so.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { publish } from '../../src/cli/commands/publish.js';
import type { Feed, Item } from '../../src/feed/schema/model.generated.js';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { feedReaders, reloaded, type ReadEntry } from '../helpers/feed-readers.js';
import { filesIn, item, scratchFolder, writeFeed } from '../helpers/publications.js';

const spoken = ['ar', 'fr', 'zh'];
const strange: Item[] = [
  item(3, {
    title: 'A < B & C “d” ]]> e',
    url: 'https://www.example.org/a,b;c?d=1&e=2',
    content_html: '<p>One &amp; <b>two</b> ]]&gt; <a href="#x">three</a></p>',
    summary: 'Less < more & more',
  }),
  item(2, { title: 'Control\u0001s\b', url: 'https://www.example.org/2', content_text: 'Plain < text\u0000 & more' }),
  item(1, { title: 'In two\n lines', url: 'https://www.example.org/1', content_html: '\n <p>\n Blank.\n </p>' }),
];

/** Words alone, as nobody else breaks lines or writes signs. */
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** In the order of the feed, whatever that of the reader. */
const comparable = (entries: ReadEntry[]) =>
  entries
    .map(({ title, link, date, text }) => ({
      title: title.replace(/\s+/g, ' ').trim(),
      link,
      date,
      words: wordsOf(text),
    }))
    .sort((one, other) => (one.link < other.link ? -1 : 1));

/** What there is to read in a file, by the JSON Feed beside it. */
function expected(root: string, file: string) {
  const json = file.replace(/^(rss|atom)\//, '').replace(/xml$/, 'json');
  const { items } = JSON.parse(readFileSync(join(root, json), 'utf8')) as Feed;
  return items.map(({ title, url, date_published, content_html, content_text }) => ({
    title: title!.replace(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : '')).replace(/\s+/g, ' '),
    link: url!,
    date: Date.parse(date_published!) / 1000,
    words: wordsOf(content_html ?? content_text!.replace(/\p{Cc}/gu, '')),
  }));
}

describe('every RSS and Atom of a publication is read with title, link, date and text by', () => {
  const folder = scratchFolder();
  const feeds: Record<string, string[]> = {};
  before(async () => {
    for (const [name, items, language] of [
      ...spoken.map((language) => [language, (officeFeed(language) as Feed).items, language] as const),
      ['strange', strange, 'en'] as const,
    ]) {
      const out = join(folder, name);
      const feed = writeFeed(join(folder, `${name}.json`), items, {
        language,
        home_page_url: 'https://www.example.org/',
      });
      await publish(feed, { out, url: `https://feeds.example.org/${name}/` });
      const root = join(out, 'current');
      feeds[root] = filesIn(root).filter((file) => /^(rss|atom)\/.*\.xml$/.test(file));
    }
  });

  for (const { name, missing, read } of feedReaders) {
    it(name, { skip: process.env.CI === 'true' ? undefined : missing }, () => {
      for (const [root, files] of Object.entries(feeds)) {
        assert.ok(files.length > 10);
        const entries = read(
          files.map((file) => join(root, file)),
          scratchFolder(),
        );
        files.forEach((file, index) => {
          const wanted = expected(root, file);
          const found = comparable(entries[index]);
          assert.equal(found.length, wanted.length, file);
          for (const { words, ...entry } of found) {
            const { words: text, ...match } = wanted.find(({ link }) => link === entry.link) ?? { words: '' };
            assert.deepEqual(entry, match, file);
            assert.ok(words.includes(text), `${file}: ${text}\n${words}`);
            // In newsboat a blank line in front of each text.
            assert.doesNotMatch(entries[index][0].text, /^\s/);
          }
        });
      }
    });
  }

  const newsboat = feedReaders.find(({ name }) => name === 'newsboat')!;
  it(
    'newsboat, which keeps all languages of one item',
    { skip: process.env.CI === 'true' ? undefined : newsboat.missing },
    () => {
      const own = scratchFolder();
      const files = spoken.map((language) => join(folder, language, 'current/rss/feed.xml'));
      const count = spoken.reduce((sum, language) => sum + (officeFeed(language) as Feed).items.length, 0);
      assert.equal(reloaded(files, join(own, 'cache.db'), own).length, count);
    },
  );
});
