import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { FeedError } from '../../src/feed/load/errors.js';
import { completeFeed, parseLenient } from '../../src/feed/parse/parse-lenient.js';
import { parseFeed } from '../../src/feed/parse/parse-strict.js';
import { problemsOf } from '../../src/feed/parse/problems.js';
import { badInput } from '../fixtures/bad-input.js';
import { languages, officeFeed } from '../fixtures/office-feed.mjs';

const base = 'https://feeds.example.org/a/feed.json';
const demoFeeds = readdirSync('demo/feeds').map((file) => `demo/feeds/${file}`);
const read = (file: string) => readFileSync(file, 'utf8');

describe('readFeed: what is good is shown, the rest is named', () => {
  for (const { name, source, titles, error, named } of badInput) {
    it(`${name} ⇒ ${error ?? JSON.stringify(titles).slice(0, 60)}`, async () => {
      if (error) {
        await assert.rejects(
          () => parseFeed(source, base),
          (thrown) => thrown instanceof FeedError && thrown.code === error,
        );
        return;
      }
      const parsed = await parseFeed(source, base);
      const { feed } = completeFeed(parsed);
      const problems = problemsOf(parsed);
      assert.deepEqual(
        feed.items.map(({ title }) => title),
        titles,
      );
      for (const part of named ?? [])
        assert.ok(problems.join('\n').includes(part), `${part} in ${problems.join('\n')}`);
      if (!named) assert.deepEqual(problems, []);
    });
  }

  it('10,000 items ⇒ all of them', async () => {
    const items = Array.from({ length: 10_000 }, (_, index) => ({ id: index, title: `Item ${index}` }));
    const { feed } = await parseFeed({ version: 'https://jsonfeed.org/version/1.1', title: 'a', items }, base);
    assert.equal(feed.items.length, 10_000);
  });

  it('`__proto__` keys change nothing outside the feed', async () => {
    const source =
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1},"id":"a","title":"A"}]}';
    await parseFeed(source, base);
    completeFeed(await parseFeed(source, base));
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });
});

describe('URLs and dates of a feed', () => {
  const item = async (fields: object) => {
    const { feed } = await parseFeed(
      { version: 'https://jsonfeed.org/version/1.1', items: [{ id: 'a', title: 'A', ...fields }] },
      base,
    );
    return feed.items[0];
  };

  for (const [url, read] of [
    ['../b', 'https://feeds.example.org/b'],
    ['//other.example/c', 'https://other.example/c'],
    [' https://example.org/d ', 'https://example.org/d'],
    ['javascript:alert(1)', undefined],
    ['JaVa\tScript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['ftp://example.org', undefined],
    [7, undefined],
  ] as const) {
    it(`url ${JSON.stringify(url)} ⇒ ${read}`, async () => assert.equal((await item({ url })).url, read));
  }

  for (const [written, read] of [
    ['2023-07-10T10:00:00-03:00', '2023-07-10T10:00:00-03:00'],
    ['2023-07-10', '2023-07-10T00:00:00Z'],
    ['2023-07-10 10:00', '2023-07-10T10:00:00Z'],
    ['2023-07-10T10:00:00-0500', '2023-07-10T10:00:00-05:00'],
    ['2023-07-10T10:00:00.123Z', '2023-07-10T10:00:00.123Z'],
    ['Mon, 10 Jul 2023 00:00:00 GMT', '2023-07-10T00:00:00Z'],
    ['Mon, 10 Jul 2023 23:00:00 -0500', '2023-07-10T23:00:00-05:00'],
    ['10 July 2023', '2023-07-10T00:00:00Z'],
    [1688990400, '2023-07-10T12:00:00.000Z'],
    [1688990400000, '2023-07-10T12:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['2023-02-30T00:00:00Z', undefined],
    ['2023-13-01', undefined],
    ['10/07/2023', undefined],
    ['yesterday', undefined],
    ['0', undefined],
    [{}, undefined],
  ] as const) {
    it(`date ${JSON.stringify(written)} ⇒ ${read}`, async () => {
      const { date_published: date } = await item({ date_published: written });
      assert.equal(date && new Date(date).getTime(), read && new Date(read).getTime());
      assert.equal(date?.slice(0, 10), read?.slice(0, 10));
    });
  }
});

describe('feeds as they should be', () => {
  const files = [...demoFeeds, 'test/fixtures/feed.json'].map((file) => [file, read(file)] as const);
  const office = languages.map((tag) => [`the office’s feed in ${tag}`, JSON.stringify(officeFeed(tag))] as const);
  for (const [name, text] of [...files, ...office]) {
    it(`${name} is valid, and reading it finds nothing wrong`, async () => {
      const ajv = new Ajv2020({ allErrors: true, strict: false });
      formats.default(ajv);
      const validate = ajv.compile(JSON.parse(read('src/feed/schema/feed.schema.json')) as object);
      assert.ok(validate(JSON.parse(text)), ajv.errorsText(validate.errors));
      const parsed = await parseFeed(text, base);
      completeFeed(parsed);
      assert.deepEqual(problemsOf(parsed), []);
    });
  }

  it('what parseStrict takes as it is, parseLenient leaves as it is', async () => {
    const { feed } = await parseFeed(read('test/fixtures/feed.json'), base);
    assert.deepEqual(parseLenient(feed, base).feed, feed);
  });

  it('the French release of the demo is that of the seed, word for word', () => {
    const { items } = JSON.parse(read('demo/feeds/oim.fr.json')) as { items: { content_html: string }[] };
    const text = items[0].content_html
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    assert.match(text, /^Les experts de l'OIM de lutte contre la traite réunissent des fonctionnaires uruguayens/);
    assert.match(
      text,
      /« Nous devons comprendre que les conditions de vie des victimes de traite sont précaires, et c'est peu dire »/,
    );
    assert.match(text, /victimes de traite en Italie à des fins d'exploitation sexuelle\.$/);
  });
});
