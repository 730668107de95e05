import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { initial } from '../../demo/builder/choice.js';
import { elements as builderElements } from '../../demo/builder/options.js';
import { snippetOf } from '../../demo/builder/snippets.js';
import library from '../../package.json' with { type: 'json' };
import { lineOf } from '../../scripts/public-api.mjs';
import { elements } from '../../src/cli/check/elements.js';
import type { Rule } from '../../src/cli/check/page-text.js';
import { check } from '../../src/cli/commands/check.js';
import { iomFeed } from '../helpers/cli.js';
import { scratchFolder } from '../helpers/publications.js';

const line = lineOf(library.version);
const cdn = `https://cdn.office.int/iom-widgets@${line}`;
const script = `<script type="module" src="${cdn}/autoload.js"></script>`;
const link = '<a href="https://www.office.int/news">News</a>';
const address = 'https://feeds.office.int/fr/feed.json';

/** A page whose head and body have each part in a line of its own: the first line of the body is the sixth. */
const page = (body: string, head = script) =>
  `<!doctype html>\n<html lang="fr">\n<head><title>Test</title>\n${head}\n</head><body>\n${body}\n</body></html>\n`;

const folder = scratchFolder();
let count = 0;

/** What is found in a page. */
async function findingsIn(html: string, options: Parameters<typeof check>[1] = { online: false }) {
  const file = join(folder, `${++count}.html`);
  writeFileSync(file, html);
  return check(file, options);
}

/** An element with these attributes, whose feed and fallback are as they should be. */
const widget = (attributes: string, tag = 'iom-news-feed', inside = link) =>
  `<${tag} src="${address}" ${attributes}>${inside}</${tag}>`;

/** Mistakes, each the only one of its page: the rule that finds it, and what is said. */
const mistakes: [title: string, html: string, rule: Rule, said: RegExp][] = [
  // elements
  ['a misspelled element', page(widget('', 'iom-newsfeed')), 'element', /<iom-newsfeed>; write <iom-news-feed>/],
  ['an element in the plural', page(widget('', 'iom-news-feeds')), 'element', /write <iom-news-feed>/],
  ['an element without its prefix', page(widget('', 'news-feed')), 'element', /write <iom-news-feed>/],
  ['an element with an underscore', page(widget('', 'iom_news_feed')), 'element', /write <iom-news-feed>/],
  [
    'an element that never was',
    page(widget('', 'iom-weather')),
    'element',
    /no element <iom-weather>; use one of iom-/,
  ],
  [
    'a misspelled data-iom',
    page(`<div data-iom="new-feed" data-src="${address}">${link}</div>`),
    'element',
    /write data-iom="news-feed"/,
  ],
  // attributes
  ['a misspelled attribute', page(widget('limt="5"')), 'attribute', /no attribute limt; write limit/],
  ['an attribute in camel case', page(widget('headingLevel="2"')), 'attribute', /headinglevel; write heading-level/],
  ['an attribute with an underscore', page(widget('any_language')), 'attribute', /any_language; write any-language/],
  ['an attribute of another element', page(widget('contact-id="a"')), 'attribute', /it belongs to <iom-press-contact>/],
  [
    'an attribute that never was',
    page(widget('wobble')),
    'attribute',
    /wobble; remove it, or use one of limit, layout/,
  ],
  ['a misspelled data- attribute', page(widget('data-layuot="cards"')), 'attribute', /data-layuot; write data-layout/],
  ['an attribute twice over', page(widget('limit="3" data-limit="5"')), 'attribute', /both limit and data-limit/],
  ['href in place of src', page(`<iom-about href="${address}">${link}</iom-about>`), 'attribute', /no attribute href/],
  // values
  ['a value that is none', page(widget('layout="card"')), 'value', /“card” is none of its values; write cards/],
  ['a theme that is none', page(widget('theme="black"')), 'value', /theme: “black”.*one of auto, light, dark/],
  ['a number in words', page(widget('limit="five"')), 'value', /limit: “five” is not a number/],
  [
    'a number that is too large',
    page(widget('limit="5000"')),
    'value',
    /5000 is out of range; write a number from 1 to 1000/,
  ],
  ['no items', page(widget('limit="0"')), 'value', /0 is out of range/],
  ['a level of headings that HTML hasn’t', page(widget('heading-level="7"')), 'value', /from 1 to 6/],
  ['a heading in place of its level', page(widget('heading-level="h2"')), 'value', /“h2” is not a number/],
  ['a refresh every second', page(widget('refresh="1"')), 'value', /of at least 30/],
  [
    'a word of a list that is none',
    page(widget('controls="search,tag"')),
    'value',
    /“tag” is none of its words; write tags/,
  ],
  [
    'another separator',
    page(widget('hide="title;source"')),
    'value',
    /another separator than commas; write title,source/,
  ],
  ['a kind that is none', page(widget('kind="pressrelease"')), 'value', /write press-release/],
  ['a country by its name', page(widget('countries="Uruguay"')), 'value', /“Uruguay” is no country code/],
  ['a country in three letters', page(widget('countries="UY,URY"')), 'value', /“URY” is no country code/],
  ['a language by its name', page(widget('languages="en français"')), 'value', /“français” is no language/],
  ['a switch that is to be off', page(widget('more="no"')), 'value', /“no” turns it on/],
  ['a consent that is to be off', page(widget('consent="false"')), 'value', /“false” turns it on/],
  ['loading in other words', page(widget('loading="immediately"')), 'value', /loading: “immediately” is none/],
  // tags
  ['a tag that closes itself', page(`<iom-news-feed src="${address}" />\n<p>Text</p>`), 'unclosed', /HTML has no \/>/],
  [
    'a tag that nothing closes',
    page(`<iom-news-feed src="${address}">${link}`),
    'unclosed',
    /<iom-news-feed> is not closed/,
  ],
  [
    'a div that nothing closes',
    page(`<div data-iom="about" data-src="${address}">${link}`),
    'unclosed',
    /<div> is not closed/,
  ],
  // fallbacks
  ['nothing inside', page(widget('', 'iom-about', '')), 'fallback', /nothing inside/],
  ['blanks inside', page(widget('', 'iom-about', '\n  \n')), 'fallback', /put a link to the same content inside/],
  ['no link inside', page(widget('', 'iom-about', '<p>Loading…</p>')), 'fallback', /no link inside/],
  [
    'a link that leads nowhere',
    page(widget('', 'iom-about', '<a href="#">News</a>')),
    'placeholder',
    /is an example: “#”/,
  ],
  [
    'a link of an example',
    page(widget('', 'iom-about', '<a href="https://www.example.org/">News</a>')),
    'placeholder',
    /the link inside is an example/,
  ],
  // quotes
  [
    'curly quotes around the address',
    page(`<iom-about src=“${address}”>${link}</iom-about>`),
    'quotes',
    /curly or doubled quotes/,
  ],
  [
    'curly quotes around a value',
    page(widget('layout=“cards”')),
    'quotes',
    /layout has curly or doubled quotes.*write layout="cards"/,
  ],
  [
    'curly quotes around several words',
    page(widget('search=“school boat”')),
    'quotes',
    /the one before it has curly quotes/,
  ],
  ['guillemets around a value', page(widget('limit=«5»')), 'quotes', /write limit="5"/],
  // addresses
  [
    'the address of an example',
    page(`<iom-about src="https://feeds.example.org/fr/feed.json">${link}</iom-about>`),
    'placeholder',
    /src is an example/,
  ],
  [
    'an address to be replaced',
    page(`<iom-about src="YOUR-FEED-URL">${link}</iom-about>`),
    'placeholder',
    /write the address that your press office gave you/,
  ],
  ['an empty address', page(`<iom-about src="">${link}</iom-about>`), 'address', /src is empty/],
  ['no address', page(`<iom-about>${link}</iom-about>`), 'address', /<iom-about> has no src/],
  [
    'an address of http',
    page(`<iom-about src="http://feeds.office.int/a.json">${link}</iom-about>`),
    'https',
    /write https:\/\/feeds\.office\.int\/a\.json/,
  ],
  [
    'an address of this machine',
    page(`<iom-about src="http://localhost:8080/a.json">${link}</iom-about>`),
    'address',
    /leads to this machine/,
  ],
  [
    'an address on this disk',
    page(`<iom-about src="file:///home/a.json">${link}</iom-about>`),
    'address',
    /no web address/,
  ],
  [
    'a blank in the address',
    page(`<iom-about src="https://feeds.office.int/a b.json">${link}</iom-about>`),
    'address',
    /src has a space/,
  ],
  [
    'braces that are none',
    page(`<iom-about src="https://feeds.office.int/{{lang}}/a.json">${link}</iom-about>`),
    'address',
    /write https:\/\/feeds\.office\.int\/{lang}\/a\.json/,
  ],
  [
    'a mail filter around the address',
    page(
      `<iom-about src="https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffeeds.office.int%2Fa.json&data=x">${link}</iom-about>`,
    ),
    'address',
    /mail filter.*; write https:\/\/feeds\.office\.int\/a\.json/,
  ],
  // scripts
  ['no script', page(widget(''), ''), 'script', /there is no script for <iom-news-feed>/],
  [
    'the script twice',
    page(widget(''), `${script}\n${script}`),
    'script',
    /the script is there twice; keep the first one/,
  ],
  [
    'the script and all elements in one',
    page(widget(''), `${script}<script type="module" src="${cdn}/iom-widgets.js"></script>`),
    'script',
    /there twice/,
  ],
  [
    'the script of another element',
    page(widget(''), `<script type="module" src="${cdn}/elements/about.js"></script>`),
    'script',
    /no script for <iom-news-feed>/,
  ],
  [
    'the script of an element that never was',
    page(widget(''), `${script}<script type="module" src="${cdn}/elements/newsfeed.js"></script>`),
    'script',
    /write elements\/news-feed\.js/,
  ],
  [
    'a script of another name',
    page(widget(''), `${script}<script type="module" src="${cdn}/autoloader.js"></script>`),
    'script',
    /no script autoloader; write autoload\.js/,
  ],
  [
    'a script that doesn’t run',
    page(widget(''), script.replace('"module"', '"modul"')),
    'script',
    /“modul” doesn’t run/,
  ],
  [
    'a script for old browsers only',
    page(widget(''), script.replace('<script', '<script nomodule')),
    'script',
    /with nomodule no browser/,
  ],
  [
    'a script of an example',
    page(widget(''), script.replace('office.int', 'example.org')),
    'placeholder',
    /src is an example/,
  ],
  ['a script of http', page(widget(''), script.replace('https:', 'http:')), 'https', /src is not https/],
  [
    'a hash that is none',
    page(widget(''), script.replace(`@${line}/`, `@${library.version}/`).replace('src=', 'integrity="sha384-…" src=')),
    'script',
    /integrity is no hash/,
  ],
  [
    'a hash of a version that changes',
    page(widget(''), script.replace('src=', 'integrity="sha384-AAAA" src=')),
    'version',
    /write the version in full/,
  ],
  // versions
  [
    'a version out of support',
    page(widget(''), script.replace(`@${line}`, '@0.0.9')),
    'version',
    /0\.0\.9 is out of support; write @/,
  ],
  ['a version to come', page(widget(''), script.replace(`@${line}`, '@99')), 'version', /99 is newer than this check/],
  ['no version', page(widget(''), script.replace(`@${line}`, '@latest')), 'version', /@latest is no version/],
  // frames
  ...(
    [
      [
        'a frame without an element',
        '?src=https://a.int/a.json&link=https://a.int/&title=A',
        'frame',
        /names no element/,
      ],
      [
        'a frame with an element that is none',
        '?element=newsfeed&src=https://a.int/a.json&link=https://a.int/',
        'frame',
        /write element=news-feed/,
      ],
      ['a frame without a feed', '?element=about&link=https://a.int/&title=A', 'frame', /names no src/],
      ['a frame without a link', '?element=about&src=https://a.int/a.json', 'fallback', /add &link=/],
      [
        'a frame with a misspelled attribute',
        '?element=about&src=https://a.int/a.json&link=https://a.int/&heading=2',
        'attribute',
        /write heading-level/,
      ],
      [
        'a frame with a value that is none',
        '?element=about&src=https://a.int/a.json&link=https://a.int/&theme=red',
        'value',
        /theme: “red”/,
      ],
    ] satisfies [string, string, Rule, RegExp][]
  ).map(([title, query, rule, said]): (typeof mistakes)[number] => [
    title,
    page(`<iframe title="A" src="${cdn}/embed.html${query}"></iframe>`, ''),
    rule,
    said,
  ]),
  [
    'a frame without a title',
    page(`<iframe src="${cdn}/embed.html?element=about&src=https://a.int/a.json&link=https://a.int/"></iframe>`, ''),
    'frame',
    /the frame has no title/,
  ],
  [
    'a frame that nothing resizes',
    page(
      `<iframe class="iom-frame" title="A" src="${cdn}/embed.html?element=about&src=https://a.int/a.json&link=https://a.int/"></iframe>`,
      '',
    ),
    'frame',
    /as high as its content/,
  ],
  // slots
  [
    'a slot that is none',
    page(widget('', 'iom-about', `${link}<img slot="icon" src="a.png" alt="">`)),
    'slot',
    /no slot “icon”/,
  ],
];

const feedWith = (more: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', language: 'fr', items: [], ...more });
const news = { items: [{ id: 'a', title: 'A', content_html: '<p>A</p>', tags: ['Santé'], language: 'fr' }] };
const withParts = (parts: object) => feedWith({ _iom: { about: 'https://a.int/', ...parts } });

/** Feeds that lack what an element needs. */
const feeds: [title: string, tag: string, attributes: string, feed: string, said: RegExp][] = [
  [
    'no items',
    'iom-news-feed',
    '',
    feedWith({}),
    /the feed has no items; take a feed that has what <iom-news-feed> shows/,
  ],
  ['no item with a tag', 'iom-news-feed', 'tags="Sport"', feedWith(news), /no item with tags “sport”; correct tags/],
  ['no item of a kind', 'iom-news-feed', 'kind="story"', feedWith(news), /no item with kind “story”/],
  ['not the release', 'iom-press-release', 'item-id="b"', feedWith(news), /no item with the id “b”; correct item-id/],
  ['no contacts', 'iom-press-contact', '', feedWith(news), /has no contacts/],
  [
    'not the contact',
    'iom-press-contact',
    'contact-id="b"',
    withParts({ contacts: [{ id: 'a', name: 'Test Person' }] }),
    /no contact with the id “b”/,
  ],
  [
    'no contact for a country',
    'iom-press-contact',
    'country="UY"',
    withParts({ contacts: [{ id: 'a', name: 'Test Person', countries: ['AR'] }] }),
    /has no contact for these attributes/,
  ],
  ['no units', 'iom-org-chart', '', feedWith(news), /has no units/],
  [
    'not the unit',
    'iom-org-chart',
    'root="b"',
    withParts({ organization: [{ id: 'a', name: 'A' }] }),
    /no unit with the id “b”/,
  ],
  ['no sections', 'iom-link-cards', '', feedWith(news), /has no sections/],
  ['no goals', 'iom-sdg-grid', '', feedWith(news), /has no goals/],
  ['no offices', 'iom-office-map', '', feedWith(news), /has no offices/],
  ['no menu', 'iom-site-menu', '', feedWith(news), /has no menu/],
  ['no mission', 'iom-about', '', feedWith(news), /says nothing about the organization/],
  [
    'not the figure',
    'iom-key-figures',
    'figures="a,b"',
    withParts({ figures: [{ id: 'a', label: 'A', value: 1 }] }),
    /no figure with the id “b”/,
  ],
  ['no feed in it', 'iom-about', '', '{"a":1}', /it is JSON, but not a feed/],
  ['no JSON in it', 'iom-about', '', '<!doctype html><title>Not found</title>', /it is not JSON/],
];

describe('iom-feed check', () => {
  for (const [title, html, rule, said] of mistakes) {
    it(`finds ${title}, and nothing else`, async () => {
      const findings = await findingsIn(html);
      const [first] = findings;
      assert.ok(first, 'nothing was found');
      assert.match(`${first.what}; ${first.fix}`, said);
      assert.deepEqual(
        findings.map((finding) => finding.rule),
        [rule],
        JSON.stringify(findings, undefined, 1),
      );
      assert.ok(first.line! >= 4 && first.column! >= 1);
    });
  }

  for (const [title, tag, attributes, feed, said] of feeds) {
    it(`finds that a feed has ${title}`, async () => {
      const findings = await findingsIn(page(widget(attributes, tag)), { feeds: { [address]: feed }, online: false });
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['feed'],
        JSON.stringify(findings),
      );
      assert.match(`${findings[0].what}; ${findings[0].fix}`, said);
    });
  }

  it('finds feeds that can’t be read: a file that isn’t there, a text in the page', async () => {
    const [missing] = await findingsIn(page(`<iom-about src="none.json">${link}</iom-about>`));
    assert.match(missing.what, /the feed “none\.json”: there is no file .*none\.json/);
    const inline = `<iom-about>${link}<script type="application/feed+json">{"items": [}</script></iom-about>`;
    const [broken] = await findingsIn(page(inline));
    assert.match(broken.what, /the feed in it: it is not JSON/);
  });

  it('finds at least 60 kinds of mistakes', () => assert.ok(mistakes.length + feeds.length >= 60));

  it('names line and column, counts, and exits as validate does', async () => {
    const html = page(`<p>Text</p>\n  <iom-news-feed limt="5" src="${address}">${link}</iom-news-feed>`);
    writeFileSync(join(folder, 'page.html'), html);
    const run = (...args: string[]) => iomFeed(['check', ...args], { cwd: folder });
    const { stdout, stderr, code } = await run('page.html', '--offline');
    assert.equal(stdout, 'page.html:7:18: error: <iom-news-feed> has no attribute limt; write limit\n');
    assert.equal(stderr, 'page.html: 1 error, 0 warnings, 0 hints\n');
    assert.equal(code, 2);
    writeFileSync(join(folder, 'page.html'), page(widget('more="no"')));
    assert.equal((await run('page.html', '--offline')).code, 1);
    writeFileSync(join(folder, 'page.html'), page(widget('')));
    writeFileSync(join(folder, 'feed.json'), feedWith(news));
    const good = await run('page.html', '--feed', `${address}=feed.json`);
    assert.deepEqual([good.code, good.stdout, good.stderr], [0, '', 'page.html: nothing to fix\n']);
    const none = await run('none.html');
    assert.equal(none.code, 2);
    assert.match(none.stderr, /none\.html: there is no such file/);
    const { stdout: json } = await run('page.html', '--offline', '--json');
    assert.deepEqual(JSON.parse(json), []);
  });
});

/** Pages as somebody else wrote them, with addresses of their own in place of those of examples. */
const owned = (html: string) =>
  html
    .replaceAll('cdn.example.org', 'cdn.office.int')
    .replaceAll(/(?:feeds|www)\.example\.org/g, 'feeds.office.int')
    .replaceAll('href="…"', 'href="https://www.office.int/"');

const blocksIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^```html\n([^]*?)^```/gm)]
    .flatMap(([, block]) => block.split(/^<!-- /m))
    .map((part) => (part.includes('-->') ? `<!-- ${part}` : part))
    .filter((part) => /<iom-|data-iom|<iframe/.test(part));

const builder = [...builderElements.keys()].flatMap((element) =>
  (['evergreen', 'pinned', 'iframe'] as const).map((way): [string, string] => [
    `builder: ${element}, ${way}`,
    snippetOf(
      {
        ...initial,
        element,
        src: address,
        lang: 'fr',
        way,
        scripts: 'https://cdn.office.int/iom-widgets@{version}/',
      },
      {
        version: library.version,
        hashes: { 'autoload.js': 'sha384-x' },
        link: { href: 'https://www.office.int/', text: 'News' },
        height: 800,
        language: 'fr',
      },
    ),
  ]),
);

/** What editors of content management systems leave of an element. */
const systems: [string, string][] = [
  [
    'Drupal',
    `<div class="field__item"><iom-news-feed data-src="${address}" data-limit="3" data-entity-type="node">${link}</iom-news-feed></div>`,
  ],
  [
    'WordPress',
    `<div class="wp-block-iom-news-feed alignwide" data-iom="news-feed" data-src="${address}" data-limit="3" data-any-language="false"><p>${link}</p></div>`,
  ],
  ['CKEditor', `<p>&nbsp;</p><iom-about data-src="${address}"><p>${link}&nbsp;</p></iom-about><p>&nbsp;</p>`],
  [
    'a consent tool',
    `<iframe title="A" class="iom-frame" data-src="${cdn}/embed.html?element=about&amp;src=${address}&amp;link=https://www.office.int/"></iframe><script src="${cdn}/embed-host.js"></script>`,
  ],
  ['Vue', `<iom-news-feed :src="feed" v-if="ready" @iom-load="done">${link}</iom-news-feed>`],
  ['Angular', `<iom-news-feed [src]="feed" (iom-load)="done()" *ngIf="ready">${link}</iom-news-feed>`],
  [
    'htmx and Alpine',
    `<iom-news-feed src="${address}" hx-get="/a" x-data="{}" x-on:iom-load="a">${link}</iom-news-feed>`,
  ],
];

const good: [string, string][] = [
  ...['README.md', 'docs/embedding.md', 'stories/versions.mdx'].flatMap((file) =>
    blocksIn(file).map((block, index): [string, string] => [`${file}, snippet ${index + 1}`, owned(block)]),
  ),
  ...builder,
  ...systems,
  ...[...elements.keys()].map((tag): [string, string] => [
    `a page with <${tag}>`,
    page(widget('class="a" id="b" aria-label="c"', tag)),
  ]),
];

describe('good pages', () => {
  const demo = readdirSync('demo').flatMap((file) => (file.endsWith('.html') ? `demo/${file}` : []));
  it('are at least 50', () => assert.ok(good.length + demo.length >= 50, `${good.length + demo.length}`));

  it('have nothing to fix', async () => {
    for (const [title, html] of good) assert.deepEqual(await findingsIn(html), [], title);
  });

  it('have nothing to fix with their feeds: those of the demo', async () => {
    for (const file of demo) assert.deepEqual(await check(file, { online: false }), [], file);
  });

  it('have nothing to fix once a server has filled them', async () => {
    mkdirSync(join(folder, 'filled'), { recursive: true });
    const file = join(folder, 'filled/page.html');
    writeFileSync(file, page(widget('')));
    writeFileSync(join(folder, 'feed.json'), feedWith(news));
    const { code } = await iomFeed([
      'prerender',
      file,
      '--feed',
      `${address}=${join(folder, 'feed.json')}`,
      '--out',
      file,
    ]);
    assert.equal(code, 0);
    assert.match(readFileSync(file, 'utf8'), /shadowrootmode/);
    assert.deepEqual(await check(file, { online: false }), []);
  });
});
