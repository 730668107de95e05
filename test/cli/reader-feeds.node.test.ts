// RSS 2.0, Atom and calendars beside the feeds of a publication. What the feed validator of the W3C asks of them is asked
// here of every file.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { publish } from '../../src/cli/commands/publish.js';
import { headersFor, readHeaders } from '../../src/cli/publish/headers.js';
import { rollBack } from '../../src/cli/publish/publication.js';
import type { Feed, Item } from '../../src/feed/schema/model.generated.js';
import { filesIn, item, items, scratchFolder, servedFiles, timesOf, writeFeed } from '../helpers/publications.js';

const site = 'https://www.example.org/en/';
const url = 'https://feeds.example.org/en/';

/** Publishes items beside a drawing. */
async function published(
  entries: unknown[],
  { more = {}, ...options }: { more?: Partial<Feed>; url?: string } = { url },
) {
  const folder = scratchFolder();
  const out = join(folder, 'out');
  writeFileSync(join(folder, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>');
  const head = { home_page_url: site, ...more };
  const feed = writeFeed(join(folder, 'feed.json'), entries, head);
  const report = await publish(feed, { out, ...options });
  const read = (file: string) => readFileSync(join(out, 'current', file), 'utf8');
  const again = (next: unknown[]) => publish(writeFeed(feed, next, head), { out, ...options });
  return { out, report, read, again, files: filesIn(join(out, 'current')) };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  alwaysCreateTextNode: true,
  isArray: (name) => ['item', 'entry', 'link', 'category', 'media:content', 'dc:creator', 'author'].includes(name),
});
/** An element by its name, an attribute by its; what may be there more often is a list. */
interface Node {
  [name: string]: Node & Node[];
}
const parse = (xml: string) => parser.parse(xml) as unknown as Node;
const textOf = (node: Node | undefined) => node?.['#text'] as unknown as string | undefined;

/** What the specifications ask of every feed, and the W3C's validator with them. */
function assertValid(xml: string, path: string): void {
  assert.equal(XMLValidator.validate(xml), true, path);
  assert.doesNotMatch(xml, /\p{Cs}|(?![\t\n\r])\p{Cc}/u, path);
  assert.doesNotMatch(xml, />\s+<!\[CDATA\[|\]\]>\s+<\//, `${path}: white space around CDATA is text to newsboat`);
  assert.doesNotMatch(xml, /publication\.invalid/, path);
  const { rss, feed } = parse(xml);
  const ids: (string | undefined)[] = [];
  const isUrl = (text: string | undefined) => assert.match(text ?? '', /^https?:\/\/[^\s]+$/, path);
  const isInstant = (text: string | undefined) => assert.match(text ?? '', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, path);
  if (path.startsWith('rss/')) {
    const { channel } = rss;
    assert.equal(rss.version, '2.0');
    for (const name of ['title', 'description']) assert.ok(textOf(channel[name]), `${path}: ${name}`);
    isUrl(textOf(channel.link[0]));
    for (const entry of channel.item ?? []) {
      ids.push(textOf(entry.guid));
      assert.ok(textOf(entry.title) ?? textOf(entry.description), path);
      if (entry.link) isUrl(textOf(entry.link[0]));
      if (entry.pubDate) assert.match(textOf(entry.pubDate)!, /^[A-Z]\w\w, \d\d [A-Z]\w\w \d{4} [\d:]{8} GMT$/);
      assert.equal(entry.guid.isPermaLink, 'false');
      // There is one at most, and its length is known.
      if (entry.enclosure) assert.ok(Number(entry.enclosure.length) > 0 && entry.enclosure.type, path);
      for (const media of entry['media:content'] ?? []) isUrl(media.url as unknown as string);
    }
  } else {
    for (const node of [feed, ...(feed.entry ?? [])]) {
      ids.push(textOf(node.id));
      assert.match(textOf(node.id) ?? '', /^[a-z]+:[^\s<>"]+$/, path);
      assert.ok(node.title, path);
      isInstant(textOf(node.updated));
      for (const link of node.link ?? []) isUrl(link.href as unknown as string);
      assert.ok((node.link ?? []).filter(({ rel }) => (rel as unknown) === 'alternate').length <= 1, path);
      for (const author of node.author ?? []) assert.deepEqual([!!textOf(author.name), !!author.email], [true, false]);
    }
    assert.ok(feed.author[0], path);
  }
  assert.equal(new Set(ids).size, ids.length, `${path}: an id is there twice`);
}

const isReaderFeed = (path: string) => /^(rss|atom)\/.*\.xml$/.test(path);
const rich: Item = {
  ...item(2, { url: '/news/2', language: 'fr', tags: ['Santé & droits'] }),
  title: 'A < B & C',
  summary: 'One & two < three',
  content_html:
    '<p class="x">Text &amp; <a href="#note">note</a> <a href="/more">more</a> <img src="a.svg" alt="x"></p>',
  date_published: '2026-11-20T10:00:00-03:00',
  date_modified: '2026-11-21T10:00:00Z',
  image: 'a.svg',
  authors: [
    { name: 'Ana Test' },
    { name: 'Desk & Co', url: 'https://desk.example.org/' },
    { url: 'https://x.example.org' },
  ],
  attachments: [
    { url: 'report.pdf', mime_type: 'application/pdf', title: 'Report', size_in_bytes: 1234 },
    { url: 'https://www.example.org/a.mp3', mime_type: 'audio/mpeg', duration_in_seconds: 61 },
  ],
  _iom: {
    ...{ kind: 'news', countries: ['UY'], dateline: 'Montevideo', notes_html: '<p>To be noted.</p>' },
    images: [
      { url: 'a.svg', alt: 'A drawing', caption: 'Drawn', credit: 'Ana Test' },
      { url: 'https://www.example.org/b.jpg', alt: 'B', width: 300, height: 200 },
    ],
  },
};

describe('iom-feed publish writes RSS and Atom beside each feed', () => {
  it('countries are called as the feed calls them, also once it calls them otherwise', async () => {
    const folder = scratchFolder();
    const out = join(folder, 'out');
    const categories = async (labels?: Record<string, string>) => {
      const entry = item(1, { _iom: { countries: ['XK', 'UY'] } });
      const more = { home_page_url: site, language: 'en', _iom: { about: site, labels } };
      await publish(writeFeed(join(folder, 'feed.json'), [entry], more), { out, url });
      const read = (file: string) => parse(readFileSync(join(out, 'current', file), 'utf8'));
      const [entry1] = read('rss/feed.xml').rss.channel.item;
      const [entry2] = read('atom/feed.xml').feed.entry;
      const atom = entry2.category.map(({ label }) => label as unknown).filter(Boolean);
      assert.deepEqual(atom, entry1.category.filter(({ domain }) => domain).map(textOf));
      return atom;
    };
    assert.equal((await categories())[1], 'Uruguay');
    const own = { XK: 'Test name (UNSC 1244)', UY: 'Test country' };
    assert.deepEqual(await categories(own), Object.values(own));
    assert.deepEqual(await categories({ ...own, UY: 'Another name' }), [own.XK, 'Another name']);
  });

  it('whole, and by country, language, tag and kind, each valid, named in the index, compressed', async () => {
    const { out, files, read } = await published([rich, item(1)]);
    const written = files.filter(isReaderFeed);
    const shards = ['feed', 'country/uy', 'kind/news', 'language/en', 'language/fr', 'tag/odd'];
    for (const name of shards)
      assert.ok(written.includes(`rss/${name}.xml`) && written.includes(`atom/${name}.xml`), name);
    assert.equal(written.length, 2 * (shards.length + 1));
    for (const file of written) {
      assertValid(read(file), file);
      const bytes = readFileSync(join(out, 'current', file));
      assert.deepEqual(brotliDecompressSync(readFileSync(join(out, 'current', `${file}.br`))), bytes);
      assert.deepEqual(gunzipSync(readFileSync(join(out, 'current', `${file}.gz`))), bytes);
    }
    const { feeds } = JSON.parse(read('index.json')) as { feeds: { url: string; rss: string; atom: string }[] };
    for (const feed of feeds) {
      const name = feed.url.slice(url.length).replace('.json', '');
      assert.deepEqual([feed.rss, feed.atom], [`${url}rss/${name}.xml`, `${url}atom/${name}.xml`]);
    }
  });

  it('with title, link, date, text, summary, language, authors, topics, pictures and attachments: RSS', async () => {
    const { read } = await published([rich], { url, more: { title: 'News', description: 'All & news' } });
    const { channel } = parse(read('rss/feed.xml')).rss;
    assert.deepEqual(
      ['title', 'description', 'language', 'lastBuildDate'].map((name) => textOf(channel[name])),
      ['News', 'All & news', 'en', 'Sat, 21 Nov 2026 10:00:00 GMT'],
    );
    assert.equal(channel['atom:link'].href, `${url}rss/feed.xml`);
    const [entry] = channel.item;
    assert.equal(entry['xml:lang'], 'fr');
    assert.deepEqual(
      ['title', 'description', 'guid', 'pubDate'].map((name) => textOf(entry[name])),
      ['A < B & C', 'One &amp; two &lt; three', `${site}#item-2/fr`, 'Fri, 20 Nov 2026 13:00:00 GMT'],
    );
    assert.equal(textOf(entry.link[0]), 'https://www.example.org/news/2');
    const html = textOf(entry['content:encoded'])!;
    assert.match(
      html,
      /^<p class="x">Montevideo – Text &amp; <a href="https:\/\/www\.example\.org\/news\/2#note">note</,
    );
    assert.match(html, /href="https:\/\/www\.example\.org\/more"/);
    assert.match(html, /src="https:\/\/feeds\.example\.org\/en\/images\/a-\w+\.svg"/);
    assert.match(html, /<h2>Note aux rédactions<\/h2>\s*<p>To be noted\.<\/p>$/);
    assert.deepEqual(entry['dc:creator'].map(textOf), ['Ana Test', 'Desk & Co']);
    assert.deepEqual(
      entry.category.map((category) => [textOf(category), category.domain as unknown]),
      [
        ['Santé & droits', undefined],
        ['Uruguay', 'urn:iso:std:iso:3166'],
      ],
    );
    const { url: file, length, type } = entry.enclosure as unknown as Record<string, string>;
    assert.deepEqual([file, length, type], ['https://feeds.example.org/en/report.pdf', '1234', 'application/pdf']);
    const media = entry['media:content'];
    assert.deepEqual(
      media.map(({ medium, type, width }) => [medium, type, width] as unknown[]),
      [
        ['image', 'image/svg+xml', '30'],
        ['image', 'image/jpeg', '300'],
        ['audio', 'audio/mpeg', undefined],
      ],
    );
    assert.deepEqual(
      ['title', 'description', 'credit'].map((name) => textOf(media[0][`media:${name}`])),
      ['Drawn', 'A drawing', 'Ana Test'],
    );
  });

  it('the same in Atom, without e-mail addresses', async () => {
    const { read } = await published([rich], { url, more: { authors: [{ name: 'Press Office' }] } });
    const { feed } = parse(read('atom/feed.xml'));
    assert.equal(feed['xml:lang'], 'en');
    assert.equal(textOf(feed.author[0].name), 'Press Office');
    const [entry] = feed.entry;
    assert.equal(entry['xml:lang'], 'fr');
    assert.deepEqual(
      ['title', 'summary', 'id', 'published', 'updated'].map((name) => textOf(entry[name])),
      [
        ...['A < B & C', 'One & two < three', `${site}#item-2/fr`],
        ...['2026-11-20T13:00:00.000Z', '2026-11-21T10:00:00.000Z'],
      ],
    );
    assert.deepEqual(
      entry.link.map(({ rel, href, length, title }) => [rel, href, length, title] as unknown[]),
      [
        ['alternate', 'https://www.example.org/news/2', undefined, undefined],
        ['enclosure', 'https://feeds.example.org/en/report.pdf', '1234', 'Report'],
        ['enclosure', 'https://www.example.org/a.mp3', undefined, undefined],
      ],
    );
    assert.deepEqual(
      entry.author.map(({ name, uri }) => [textOf(name), textOf(uri)]),
      [
        ['Ana Test', undefined],
        ['Desk & Co', 'https://desk.example.org/'],
      ],
    );
    assert.equal(entry.content.type, 'html');
    assert.match(textOf(entry.content)!, /^<p class="x">Montevideo – Text/);
  });

  it('the newest 100 of the whole, the newest 20 of the others', async () => {
    const { read } = await published(items(230));
    assert.equal(parse(read('rss/feed.xml')).rss.channel.item.length, 100);
    const { entry } = parse(read('atom/tag/even.xml')).feed;
    assert.deepEqual([entry.length, textOf(entry[0].title)], [20, 'Title 230']);
  });

  const strange: Record<string, unknown> = {
    'control characters and halves of characters': { title: 'a\b\u0001\ud800z', content_html: '<p>\u000bb\u0000</p>' },
    'the end of a CDATA section': { title: 'x ]]> y', content_text: ']]> <![CDATA[ > ]]&gt;' },
    'markup as text': { title: 'Use <b> & &amp;', summary: '<script>', content_text: '</item></channel>' },
    'no date, no title': { title: undefined, date_published: undefined },
    'a date that is none': { date_published: 'soon', date_modified: [] },
    'dates of other forms': { date_published: 'Wed, 03 Sep 2025 10:00:00 GMT', date_modified: 1763632800 },
    'an id that is a number': { id: 7 },
    'no id': { id: undefined },
    'fields of other types': { tags: 'x', authors: 'y', attachments: [3, { url: 4 }], image: {}, _iom: [], summary: 3 },
    'script and handlers': { content_html: '<p onclick="a()">b</p><script>c()</script><iframe src="//d"></iframe>' },
    'addresses of scripts': { url: 'javascript:a()', image: 'data:image/png;base64,x', external_url: 'ftp://a/b' },
    'blanks and letters in addresses': {
      url: 'https://www.example.org/a b/é',
      image: 'https://www.example.org/é .jpg',
    },
    'no text at all': { content_html: undefined },
    'a language that is none': { language: 'klingon!!' },
  };
  for (const [what, fields] of Object.entries(strange)) {
    it(`valid for an item with ${what}`, async () => {
      for (const options of [{ url }, {}]) {
        const { files, read } = await published([{ ...item(5), ...(fields as object) }, item(1)], options);
        const written = files.filter(isReaderFeed);
        assert.ok(written.length > 4);
        for (const file of written) {
          assertValid(read(file), file);
          assert.doesNotMatch(read(file), /<script|onclick|<iframe|javascript:/, file);
        }
      }
    });
  }

  it('one item where two have one id', async () => {
    const { read } = await published([item(1), item(1, { title: 'Twin' })]);
    assert.equal(parse(read('rss/feed.xml')).rss.channel.item.length, 1);
    assertValid(read('atom/feed.xml'), 'atom/feed.xml');
  });

  it('an empty feed where there are no items', async () => {
    const { read } = await published([]);
    assertValid(read('rss/feed.xml'), 'rss/feed.xml');
    assertValid(read('atom/feed.xml'), 'atom/feed.xml');
  });

  it('nothing that only counts readers', async () => {
    const content_html = '<p>a</p><img src="https://www.example.org/p.gif" width="1" height="1" alt="">';
    const { read } = await published([item(1, { content_html })]);
    assert.doesNotMatch(read('rss/feed.xml'), /p\.gif/);
  });

  it('Arabic from right to left', async () => {
    const { read } = await published([item(1, { language: 'ar' })]);
    const [entry] = parse(read('rss/feed.xml')).rss.channel.item;
    assert.equal(textOf(entry.description), '<div dir="rtl"><p>Body of item 1.</p></div>');
  });

  it('ids that differ by language and by site, as newsboat keeps one item for an id over all feeds', async () => {
    const ids = async (language: string, home_page_url: string, id: string) => {
      const { read } = await published([item(1, { id })], { url, more: { language, home_page_url } });
      return [
        textOf(parse(read('rss/feed.xml')).rss.channel.item[0].guid),
        textOf(parse(read('atom/feed.xml')).feed.entry[0].id),
      ];
    };
    const all = await Promise.all([
      ids('fr', site, 'https://www.example.org/1'),
      ids('en', site, 'https://www.example.org/1'),
      ids('en', site, '1'),
      ids('en', 'https://other.example.org', '1'),
    ]);
    for (const [rss, atom] of all) assert.equal(rss, atom);
    assert.equal(new Set(all.flat()).size, 4);
  });

  it('nothing under embargo', async () => {
    const secret = item(9, { title: 'Secret', _iom: { embargo_until: '2999-01-01T00:00:00Z' } });
    const { files, read } = await published([secret, item(1)]);
    for (const file of files.filter(isReaderFeed)) assert.doesNotMatch(read(file), /Secret/, file);
  });
});

describe('RSS and Atom without --url', () => {
  it('lead to the site; what lies beside the feed is left out, and that is said', async () => {
    const { read, report } = await published([rich], {});
    assert.match(report.hints.join(), /feed\.json: pictures beside the feed are left out of RSS and Atom.*--url/);
    const [entry] = parse(read('rss/feed.xml')).rss.channel.item;
    assert.equal(textOf(entry.link[0]), 'https://www.example.org/news/2');
    assert.doesNotMatch(textOf(entry['content:encoded'])!, /<img/);
    assert.deepEqual(
      entry['media:content'].map((media) => media.url as unknown),
      ['https://www.example.org/b.jpg', 'https://www.example.org/a.mp3'],
    );
  });

  it('are not written where nothing says where the site is, and that is said', async () => {
    const folder = scratchFolder();
    const { hints, problems } = await publish(writeFeed(join(folder, 'feed.json'), [item(1)]), {
      out: join(folder, 'out'),
    });
    assert.match(hints.join(), /RSS, Atom and calendars are not written.*--url, or add "home_page_url"/);
    assert.deepEqual(problems, []);
    assert.deepEqual(filesIn(join(folder, 'out/current')).filter(isReaderFeed), []);
    const { feeds } = JSON.parse(readFileSync(join(folder, 'out/current/index.json'), 'utf8')) as { feeds: object[] };
    assert.ok(feeds.every((feed) => !('rss' in feed)));
  });
});

describe('RSS and Atom of the next publication', () => {
  it('are written where their newest items have changed, and are as in an empty folder', async () => {
    const { out, again } = await published(items(100));
    const before = timesOf(out);
    await again([item(101), ...items(100)]);
    const after = timesOf(out);
    const changed = Object.keys(after).filter((file) => isReaderFeed(file) && after[file] !== before[file]);
    assert.deepEqual(
      changed.filter((file) => file.startsWith('rss/')),
      ['feed', 'country/uy', 'kind/news', 'language/en', 'tag/odd'].map((name) => `rss/${name}.xml`).sort(),
    );
    assert.deepEqual(servedFiles(out), servedFiles((await published([item(101), ...items(100)])).out));
  });

  it('go with the items, and come back with a roll-back', async () => {
    const { out, again } = await published([item(2, { tags: ['Rare'] }), item(1)]);
    const before = servedFiles(out);
    assert.ok('rss/tag/rare.xml' in before);
    await again([item(1)]);
    assert.ok(!('rss/tag/rare.xml' in servedFiles(out)));
    rollBack(out);
    assert.deepEqual(servedFiles(out), before);
  });
});

describe('a calendar of items that say when they take place', () => {
  const briefing = item(3, {
    title: 'Briefing; press, all',
    url: 'https://www.example.org/b,1;2',
    tags: ['One, two', 'Three'],
    language: 'fr',
    summary: 'Two\nlines \\ and more',
    _iom: {
      kind: 'briefing',
      event: { start: '2026-12-01T10:00:00-03:00', end: '2026-12-01T11:30:00-03:00', location: 'Salle III, Genève' },
    },
  });

  it('is in UTC, escaped, and ends as it must', async () => {
    const { read } = await published([briefing, item(1)]);
    const text = read('calendar/feed.ics');
    assert.ok(text.endsWith('END:VCALENDAR\r\n'));
    assert.doesNotMatch(text, /[^\r]\n/);
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    assert.deepEqual(lines.slice(0, 3), ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//iom-widgets//iom-feed//EN']);
    assert.deepEqual(lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT')), [
      'BEGIN:VEVENT',
      `UID:${site}#item-3/fr`,
      'DTSTAMP:20200101T030000Z',
      'LAST-MODIFIED:20200101T030000Z',
      'DTSTART:20261201T130000Z',
      'DTEND:20261201T143000Z',
      'SUMMARY;LANGUAGE=fr:Briefing\\; press\\, all',
      'DESCRIPTION;LANGUAGE=fr:Two lines \\\\ and more\\n\\nhttps://www.example.org/b\\,1\\;2',
      'LOCATION;LANGUAGE=fr:Salle III\\, Genève',
      'URL:https://www.example.org/b%2C1%3B2',
      'CATEGORIES:One\\, two,Three',
    ]);
  });

  it('is folded by bytes where characters end', async () => {
    const { read } = await published([{ ...briefing, title: 'منظمة '.repeat(60) + '😀'.repeat(40) }]);
    for (const line of read('calendar/feed.ics').split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75);
      assert.doesNotMatch(line, /\ufffd/);
    }
  });

  it('stands beside the feeds that have such an item, also after more publications', async () => {
    const { out, read, again } = await published([briefing, item(1)]);
    const calendars = () => Object.keys(servedFiles(out)).filter((file) => file.endsWith('.ics'));
    assert.deepEqual(
      calendars(),
      ['feed', 'kind/briefing', 'language/fr', 'tag/one_two~', 'tag/three'].map((name) =>
        calendars().find((file) => file.startsWith(`calendar/${name}`)),
      ),
    );
    const { feeds } = JSON.parse(read('index.json')) as { feeds: { calendar?: string }[] };
    assert.equal(feeds.filter(({ calendar }) => calendar).length, 5);
    await again([item(4), briefing, item(1)]);
    assert.equal(calendars().length, 5);
  });

  it('has no event that ends before it begins, or begins at no time', async () => {
    const at = (n: number, event: unknown) => ({ ...item(n), _iom: { event } });
    const { read } = await published([
      at(1, { start: '2026-12-01T10:00:00Z', end: '2026-12-01T09:00:00Z' }),
      at(2, { start: 'soon' }),
      at(3, 'tomorrow'),
    ]);
    assert.equal(read('calendar/feed.ics').match(/BEGIN:VEVENT/g)?.length, 1);
    assert.doesNotMatch(read('calendar/feed.ics'), /DTEND/);
  });
});

it('_headers says what each is, and how long it may be kept', async () => {
  const { read } = await published([item(1)]);
  const rules = readHeaders(read('_headers'));
  const types = {
    'rss/tag/a.xml': 'application/rss+xml',
    'atom/feed.xml': 'application/atom+xml',
    'calendar/feed.ics': 'text/calendar',
  };
  for (const [path, type] of Object.entries(types)) {
    const headers = new Map(headersFor(`/${path}`, rules));
    assert.equal(headers.get('Content-Type'), `${type}; charset=utf-8`);
    assert.match(headers.get('Cache-Control') ?? '', /^public, max-age=60/);
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
  }
});
