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

describe('what the tolerant reader makes of an item', () => {
  const version = 'https://jsonfeed.org/version/1.1';
  const parse = (items: object[], feed: object = {}) => parseLenient({ version, ...feed, items }, base);
  const one = (fields: object) => parse([{ id: 'a', title: 'A', ...fields }]).feed.items[0];

  it('countries in capitals, whichever way they were written; what is no text is left out', () =>
    assert.deepEqual(one({ _iom: { countries: ['uy', ' Ar ', null, {}] } })._iom?.countries, ['UY', 'AR']));

  it('an embargo keeps its moment; one that can’t be read stays one', () => {
    const until = (embargo_until: unknown) => one({ _iom: { embargo_until } })._iom?.embargo_until;
    assert.equal(until('2026-12-01 10:00'), '2026-12-01T10:00:00Z');
    assert.equal(until('Tuesday'), 'unreadable');
    assert.equal(until(undefined), undefined);
  });

  it('corrections have a day and a text, or are left out', () =>
    assert.deepEqual(
      one({
        _iom: {
          corrections: [
            { date: '2026-03-10', text: 'It was <b>ten</b> then.' },
            { date: '2026-03-10' },
            { text: 'No day' },
            'none',
          ],
        },
      })._iom?.corrections,
      [{ date: '2026-03-10T00:00:00Z', text: 'It was ten then.' }],
    ));

  it('translations are addresses with their languages', () =>
    assert.deepEqual(one({ _iom: { translations: [{ language: 'fr_CA', url: '/fr/a', x: 1 }] } })._iom?.translations, [
      { language: 'fr-CA', url: 'https://feeds.example.org/fr/a' },
    ]));

  it('no title ⇒ the beginning of what else there is to read', () => {
    const titles = parse([
      { id: 'a', summary: 'Summary', content_text: 'Text' },
      { id: 'b', content_text: 'x'.repeat(300) },
      { id: 'c', content_html: '<p>HTML &amp; more</p>' },
      { id: 'd', url: 'https://example.org/d' },
      { id: 'e', external_url: 'https://example.org/e' },
    ]).feed.items.map(({ title }) => title);
    assert.deepEqual(titles, [
      'Summary',
      'x'.repeat(200),
      'HTML & more',
      'https://example.org/d',
      'https://example.org/e',
    ]);
  });

  it('nothing to read ⇒ left out, and named; HTML of nothing but a picture has no title', () => {
    const { feed, problems } = parse([{ id: 'a' }, { id: 'b', title: 'B' }, { id: 'c', content_html: '<img>' }]);
    assert.deepEqual(
      feed.items.map(({ id, title }) => [id, title]),
      [
        ['b', 'B'],
        ['c', undefined],
      ],
    );
    assert.deepEqual(problems, ['items[0]: {} (nothing to show)']);
  });

  it('two with nothing to read ⇒ are named as that, and not as twins', () =>
    assert.deepEqual(parse([{}, {}]).problems, ['items[0]: {} (nothing to show)', 'items[1]: {} (nothing to show)']));

  it('a title of nothing but tags ⇒ the item is shown by what else there is to read', () => {
    const { feed, problems } = parse([{ id: 'a', title: '<b></b>', content_text: 'Text' }]);
    assert.deepEqual(
      feed.items.map(({ title }) => title),
      ['Text'],
    );
    assert.deepEqual(problems, ['items[0].title: "<b></b>"']);
  });

  it('the same twice ⇒ once; one id at two addresses ⇒ both', () => {
    const same = { id: 'a', title: 'A', url: 'https://example.org/a' };
    const { feed, problems } = parse([same, same, { ...same, url: 'https://example.org/b' }, { ...same, title: 'B' }]);
    assert.deepEqual(
      feed.items.map(({ id, title, url }) => [id, title, url]),
      [
        ['a', 'A', 'https://example.org/a'],
        ['a#2', 'A', 'https://example.org/b'],
        ['a#3', 'B', 'https://example.org/a'],
      ],
    );
    assert.equal(problems?.length, 3);
  });

  it('no id ⇒ its address, else its title', () =>
    assert.deepEqual(
      parse([{ title: 'A', url: 'https://example.org/a' }, { title: 'B' }]).feed.items.map(({ id }) => id),
      ['https://example.org/a', 'B'],
    ));

  it('a list without a feed around it ⇒ its items, and the version is missed', () => {
    const { feed, problems } = parseLenient([{ id: 'a', title: 'A' }], base);
    assert.deepEqual(
      feed.items.map(({ title }) => title),
      ['A'],
    );
    assert.deepEqual(problems, ['version: undefined']);
    assert.deepEqual(parseLenient({ version: 2, items: [] }, base).problems, ['version: 2']);
  });

  it('an extension and no items ⇒ a feed without items, of which nothing is wrong', () => {
    const { feed, problems } = parseLenient({ version, _iom: { about: '' } }, base);
    assert.deepEqual([feed.items, problems], [[], []]);
  });

  it('is whole: whoever wants to know all of it gets the same', () => {
    const parsed = parse([{ id: 'a', title: 'A' }]);
    assert.equal(completeFeed(parsed), parsed);
  });

  it('a feed that was shown as it is ⇒ read whole once, and what is wrong is known of both', async () => {
    const items = [{ id: 'a', title: 'A', attachments: [{ url: 'javascript:x()' }] }];
    const parsed = await parseFeed({ version, items }, base);
    const whole = completeFeed(parsed);
    assert.notEqual(whole, parsed);
    assert.equal(completeFeed(parsed), whole);
    const problems = problemsOf(parsed);
    assert.deepEqual(problems, whole.problems);
    completeFeed(parsed);
    assert.equal(problemsOf(parsed), problems);
  });
});
