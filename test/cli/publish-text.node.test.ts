import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { before, describe, it } from 'node:test';
import { parse, serialize } from 'parse5';
import { parseHTML } from 'linkedom';
import { publish } from '../../src/cli/commands/publish.js';
import type { Feed, Item } from '../../src/feed/schema/model.generated.js';
import { headersFor, readHeaders } from '../../src/cli/publish/headers.js';
import { directionOf } from '../../src/i18n/locale.js';
import { loadMessages } from '../../src/i18n/messages/common.js';
import { filesIn, item, items, scratchFolder, timesOf, writeFeed } from '../helpers/publications.js';

const site = 'https://www.example.org/';
const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];

const textFiles = (out: string) => filesIn(join(out, 'current')).filter((file) => /^text\/.*\.html$/.test(file));
const read = (out: string, file: string) => readFileSync(join(out, 'current', file), 'utf8');
/** As browsers read it: with the tags that are not written. */
const documentOf = (html: string) => parseHTML(serialize(parse(html))).document;

/** What is wrong with the HTML of a page. */
function faultsOf(html: string): string[] {
  const faults: string[] = [];
  parse(html, { onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`) });
  return faults;
}

/** What makes a browser ask for something, run something, or draw with a style. */
const requests =
  /<(?:script|style|img|picture|video|audio|iframe|object|embed|link (?!rel="icon" href="data:,"))|\s(?:src|srcset|style|on\w+)=/i;

/** All pages are valid, ask for nothing, and lead to pages that are there. */
function checkPages(out: string): void {
  const files = textFiles(out);
  for (const file of files) {
    const html = read(out, file);
    assert.deepEqual(faultsOf(html), [], file);
    assert.doesNotMatch(html, requests, file);
    for (const anchor of documentOf(html).querySelectorAll('a')) {
      const href = anchor.getAttribute('href')!;
      assert.doesNotMatch(href, /publication\.invalid/);
      if (/^[a-z]+:|^#/.test(href)) continue;
      const target = posix.join(dirname(file), decodeURI(href));
      assert.ok(statSync(join(out, 'current', target)).isFile(), `${file}: ${href}`);
    }
  }
}

describe('publish --text writes the demo in', () => {
  for (const language of languages) {
    it(language, async () => {
      const out = scratchFolder();
      await publish(`demo/feeds/oim.${language}.json`, { out, text: true });
      const feed = JSON.parse(readFileSync(`demo/feeds/oim.${language}.json`, 'utf8')) as Feed;
      checkPages(out);

      const list = read(out, 'text/index.html');
      assert.ok(Buffer.byteLength(list) <= 5000, `${Buffer.byteLength(list)} bytes`);
      const page = documentOf(list);
      assert.equal(page.documentElement.lang, language);
      assert.equal(page.documentElement.dir || 'ltr', directionOf(language));
      assert.equal(page.title, feed.title);
      const newest = feed.items.slice(0, 10);
      const links = [...page.querySelectorAll('h2 a')];
      assert.deepEqual(
        links.map((link) => link.textContent),
        newest.map(({ title }) => title),
      );
      const { kinds, release } = await loadMessages(language);
      newest.forEach(({ summary, date_published, _iom }, index) => {
        const about = links[index].closest('h2')!.nextElementSibling!.textContent;
        assert.ok(about.includes(summary!), about);
        assert.ok(about.includes(kinds[_iom!.kind as keyof typeof kinds]), about);
        assert.ok(about.includes(date_published!.slice(0, 4)), about);
      });
      const contact = feed._iom!.contacts!.find(({ id }) => id === newest[0]._iom!.contacts![0])!;
      assert.ok(page.querySelector(`a[href="mailto:${contact.email}"]`));
      assert.ok(page.querySelector(`a[href="tel:${contact.phones![0].number}"][dir=ltr]`));

      for (const { id, title, _iom } of newest) {
        const html = read(out, `text/item/${id}.html`);
        const release = documentOf(html);
        assert.equal(release.documentElement.lang, language);
        assert.equal(release.querySelector('h1')!.textContent, title);
        assert.equal(release.querySelector('a')!.getAttribute('href'), '../index.html');
        if (_iom?.dateline) assert.ok(html.includes(`${_iom.dateline} – `));
      }
      const named = documentOf(read(out, `text/item/${newest[0].id}.html`));
      assert.ok(named.querySelector('a[href^="tel:"]') && named.querySelector('a[href^="mailto:"]'));
      assert.ok([...named.querySelectorAll('h2')].some((title) => title.textContent === release.contact));
    });
  }
});

describe('publish --text', () => {
  it('writes a page for each item, older pages of the feed included, and none without the option', async () => {
    const out = scratchFolder();
    const feed = writeFeed(join(scratchFolder(), 'feed.json'), items(25));
    await publish(feed, { out, text: true });
    assert.equal(textFiles(out).length, 26);
    await publish(feed, { out });
    assert.deepEqual(textFiles(out), []);
  });

  it('writes what has changed and leaves the rest', async () => {
    const out = scratchFolder();
    const path = join(scratchFolder(), 'feed.json');
    writeFeed(path, items(12));
    await publish(path, { out, text: true });
    const first = timesOf(out);
    assert.equal((await publish(path, { out, text: true })).release, undefined);
    const changed = items(12).slice(0, 11);
    changed[10] = item(2, { content_html: '<p>Corrected.</p>' });
    writeFeed(path, changed);
    await publish(path, { out, text: true });
    const second = timesOf(out);
    const pages = Object.keys(first).filter((file) => file.startsWith('text/') && file.endsWith('.html'));
    assert.deepEqual(
      pages.filter((file) => first[file] !== second[file]),
      ['text/item/item-1.html', 'text/item/item-2.html'],
    );
    assert.equal(second['text/item/item-1.html'], undefined);
    assert.match(read(out, 'text/item/item-2.html'), /Corrected/);
  });

  it('leaves out what is under embargo, also where another item leads to it', async () => {
    const out = scratchFolder();
    const secret = item(2, {
      title: 'Secret',
      url: `${site}secret`,
      _iom: { embargo_until: '2999-01-01T00:00:00Z' },
    });
    const open = item(1, { _iom: { translations: [{ language: 'fr', url: `${site}secret` }] } });
    await publish(writeFeed(join(scratchFolder(), 'feed.json'), [secret, open]), { out, text: true });
    assert.deepEqual(textFiles(out), ['text/index.html', 'text/item/item-1.html']);
    for (const file of textFiles(out)) assert.doesNotMatch(read(out, file), /secret/i);
  });

  it('keeps a list below 5 KB however long the summaries are, the newest of them first', async () => {
    const out = scratchFolder();
    const long = items(12).map((entry) => ({ ...entry, summary: 'Слово '.repeat(60).trim() }));
    const feed = writeFeed(join(scratchFolder(), 'feed.json'), long, { language: 'ru' });
    await publish(feed, { out, text: true });
    const list = read(out, 'text/index.html');
    assert.ok(Buffer.byteLength(list) <= 5000);
    const about = [...documentOf(list).querySelectorAll('h2 + p')].map(({ textContent }) => /Слово/.test(textContent));
    assert.equal(about.length, 10);
    assert.deepEqual(about, [...about].sort().reverse());
    assert.ok(about[0] && !about[9]);
  });

  describe('of a feed in three languages', () => {
    const out = scratchFolder();
    before(async () => {
      const translations = [{ language: 'ar', url: `${site}ar/1` }];
      const all: Item[] = [
        item(3, { language: 'ar', title: 'عنوان', url: `${site}ar/1` }),
        item(2, { language: 'fr', title: 'Titre', url: `${site}fr/1`, _iom: { kind: 'news', translations } }),
        item(1, { language: 'xx', title: 'Qwe', summary: 'Asd' }),
      ];
      const feed = writeFeed(join(scratchFolder(), 'feed.json'), all, { language: 'fr' });
      await publish(feed, { out, text: true });
    });

    it('there is a list for each, and each leads to the others', () => {
      checkPages(out);
      const page = documentOf(read(out, 'text/index.html'));
      assert.deepEqual(
        [...page.querySelectorAll('a[hreflang]')].map((link) => link.getAttribute('href')),
        ['language/ar.html', 'language/xx.html'],
      );
      assert.deepEqual(
        [...page.querySelectorAll('h2 a')].map((link) => link.textContent),
        ['Titre'],
      );
      const arabic = documentOf(read(out, 'text/language/ar.html'));
      assert.equal(arabic.documentElement.dir, 'rtl');
      assert.equal(arabic.querySelector('h1')!.lang, 'fr');
      assert.equal(arabic.querySelector('h1')!.dir, 'ltr');
      assert.ok(arabic.querySelector('a[href="../index.html"][hreflang=fr]'));
    });

    it('index.json names the lists, whether or not it is known where they are published', async () => {
      const named = (folder: string) => (JSON.parse(read(folder, 'index.json')) as { texts?: object[] }).texts;
      const expected = (url: string) => [
        { url: `${url}text/index.html`, language: 'fr' },
        { url: `${url}text/language/ar.html`, language: 'ar' },
        { url: `${url}text/language/xx.html`, language: 'xx' },
      ];
      assert.deepEqual(named(out), expected(''));
      const other = scratchFolder();
      const url = 'https://feeds.example.org/';
      await publish(join(out, 'current/feed.json'), { out: other, url, text: true });
      assert.deepEqual(named(other), expected(url));
      await publish(join(out, 'current/feed.json'), { out: other, url });
      assert.equal(named(other), undefined);
    });

    it('a release leads to its translation', () => {
      const page = documentOf(read(out, 'text/item/item-2.html'));
      assert.equal(page.querySelector('a[hreflang=ar]')!.getAttribute('href'), 'item-3.html');
      const arabic = documentOf(read(out, 'text/item/item-3.html'));
      assert.equal(arabic.querySelector('a')!.getAttribute('href'), '../language/ar.html');
    });

    it('English words in a language that there are none in are marked, its date is in figures', () => {
      const page = documentOf(read(out, 'text/language/xx.html'));
      assert.equal(page.documentElement.lang, 'xx');
      assert.ok([...page.querySelectorAll('span[lang=en]')].some(({ textContent }) => textContent === 'News'));
      assert.match(page.querySelector('h2 + p')!.textContent, /2020-01-01/);
    });
  });

  it('of a feed that says no language, or none that there is, marks our words and its own', async () => {
    for (const language of [undefined, 'xx-invalid-"><script>']) {
      const out = scratchFolder();
      await publish(writeFeed(join(scratchFolder(), 'feed.json'), items(2), { language }), { out, text: true });
      checkPages(out);
      const page = documentOf(read(out, 'text/index.html'));
      assert.equal(page.documentElement.lang, 'en');
      assert.equal(page.querySelector('h1')!.getAttribute('lang'), '');
      assert.equal(page.querySelector('h2')!.getAttribute('lang'), '');
    }
  });

  it('cleans the text of a release: no script, no style, no picture, footnotes that work', async () => {
    const out = scratchFolder();
    const html = `<script>alert(1)</script><p style="color:red" onclick="x()">One<a href="#note">1</a></p>
      <table><tr><td>Cell</td></tr></table><figure><img src="https://www.example.org/a.jpg" alt="A boat"></figure>
      <p><a href="javascript:x()">Two</a> <a href="/three">Three</a></p><p id="note">Note</p><p>Not < closed`;
    const feed = writeFeed(join(scratchFolder(), 'feed.json'), [item(1, { url: `${site}1`, content_html: html })]);
    await publish(feed, { out, text: true });
    checkPages(out);
    const page = documentOf(read(out, 'text/item/item-1.html'));
    assert.doesNotMatch(page.documentElement.textContent, /alert/);
    assert.match(page.documentElement.textContent, /\[A boat\]/);
    assert.ok(page.querySelector('td') && !page.querySelector('[tabindex], [class], [data-place], [data-to]'));
    assert.ok(page.querySelector('[id=note]') && page.querySelector('a[href="#note"]'));
    assert.ok(page.querySelector('a[href="https://www.example.org/three"]'));
    assert.equal(page.querySelector('a[href^="javascript"]'), null);
  });

  it('leads to published attachments', async () => {
    const out = scratchFolder();
    const folder = scratchFolder();
    writeFileSync(join(folder, 'table.csv'), 'a,b\n1,2\n');
    const attachments = [{ url: 'table.csv', mime_type: 'text/csv', title: 'Table <1>' }];
    const feed = writeFeed(join(folder, 'feed.json'), [item(1, { attachments })]);
    for (const url of [undefined, 'https://feeds.example.org/']) {
      await publish(feed, { out, url, text: true });
      checkPages(out);
      const link = documentOf(read(out, 'text/item/item-1.html')).querySelector('li a')!;
      assert.match(link.getAttribute('href')!, /^\.\.\/\.\.\/files\/table-[0-9a-f]{8}\.csv$/);
      assert.equal(link.textContent, 'Table <1>');
    }
    // In a sandbox that doesn't say so, Chromium saves nothing, and says so only in the console.
    const headers = new Map(headersFor('/text/item/item-1.html', readHeaders(read(out, '_headers'))));
    assert.match(headers.get('Content-Security-Policy')!, /; sandbox allow-downloads$/);
    assert.equal(headers.get('Content-Type'), 'text/html; charset=utf-8');
  });
});
