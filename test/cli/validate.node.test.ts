import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { zipSync } from 'fflate';
import type { Finding } from '../../src/cli/validate/findings.js';
import { validate } from '../../src/cli/commands/validate.js';
import { iomFeed } from '../helpers/cli.js';
import { scratchFolder } from '../helpers/publications.js';

const fixtures = 'test/fixtures/validate';
const good = readFileSync(`${fixtures}/good.json`, 'utf8');

/** Writes a feed with its older page beside it, and gives its path. */
function written(text: string | Buffer): string {
  const folder = scratchFolder();
  copyFileSync(`${fixtures}/older.json`, join(folder, 'older.json'));
  writeFileSync(join(folder, 'feed.json'), text);
  return join(folder, 'feed.json');
}

/** The good feed with a piece of it exchanged. */
function changed(piece: string, by: string): string {
  assert.ok(good.includes(piece), piece);
  return good.replace(piece, by);
}

const inShort = ({ line, column, severity, rule, what, fix }: Finding) =>
  `${line}:${column} ${severity} ${rule}: ${what}; ${fix}`;

/** What is found when a piece of the good feed is exchanged: where, how bad, what. Everything else is as it should be. */
const cases: Record<string, [piece: string, by: string, ...found: RegExp[]]> = {
  'a comma too many': ['"language": "en",', '"language": "en",,', /^7:20 error json: the name of a field is missing; /],
  'a text without end': ['"The first",', '"The first,', /^12:16 error json: a string has no end; close it /],
  'a comment': ['"language"', '// French\n"language"', /^7:3 error json: JSON does not allow comments; remove it/],
  'a field that is there twice': [
    '"language": "en",',
    '"language": "fr", "language": "en",',
    /^7:21 error json: “language” is a duplicate/,
  ],
  'blanks around the name of a field': [
    '"title": "The first"',
    '"title ": "The first"',
    /^12:7 error json: the name "title " has spaces around it; write it as "title"/,
  ],

  'no title': ['"title": "Test feed",', '', /^1:1 error schema: title is missing; add it: Name of the feed/],
  'an item without a body': [
    '"content_text": "Some text.",',
    '',
    /^28:5 error schema: there is neither content_html nor content_text; /,
  ],
  'a number for a text': ['"The second"', '2', /^30:16 error schema: “2” is not a text; make it one: Plain text/],
  'a kind that is none': [
    '"press-release"',
    '"Press Release"',
    /^17:17 error schema: .+ is not an allowed value; write one of press-release, news/,
  ],
  'a telephone number as people write it': [
    '"+41227179111"',
    '"022 717 91 11"',
    /^42:67 error schema: .+ has the wrong format; .+E\.164/,
  ],
  'a mail address that is none': ['desk@example.int', 'desk', /error schema: “desk” is not an e-mail address; /],
  'a field misspelt': [
    '"date_published": "2026-11-19',
    '"date": "2026-11-19T10:00:00Z", "date_published": "2026-11-19',
    /^32:15 warning unknown-field: unknown field “date”, .+; .+date_published/,
  ],
  'a date with the day first': [
    '2026-11-20T10:00:00-03:00',
    '20/11/2026',
    /^15:25 error date: .+ is not an RFC 3339 date-time; .+ such as 2026-11-20T10:00:00-03:00/,
  ],
  'a date without offset': ['2026-11-20T10:00:00-03:00', '2026-11-20T10:00:00', /^15:25 error date: /],
  'no date': ['"date_published": "2026-11-19T10:00:00Z",', '', /^28:5 warning date: date_published is missing; /],
  'modified before it was published': [
    '"content_text": "Some text.",',
    '"content_text": "Some text.", "date_modified": "2026-01-01T00:00:00Z",',
    /^31:54 warning date: it was modified before/,
  ],
  'an embargo': [
    '"kind": "press-release"',
    '"embargo_until": "2999-01-01T00:00:00Z"',
    /^17:26 hint embargo: the item is under embargo until 2999/,
  ],

  'a contact that isn’t there': [
    '"contacts": ["desk"]',
    '"contacts": ["desk", "nobody"]',
    /^19:30 error dead-reference: no contact has the id “nobody”; /,
  ],
  'a unit below one that isn’t there': [
    '"parent": "top"',
    '"parent": "tpo"',
    /^46:58 error dead-reference: no unit has the id “tpo”/,
  ],
  'a unit that reports to one that isn’t there': [
    '{ "unit": "top" }',
    '{ "unit": "tpo" }',
    /^46:90 error dead-reference: no unit/,
  ],
  'units in a loop': [
    '"name": "Test Head",',
    '"name": "Test Head", "parent": "office",',
    /^45:53 error dead-reference: the unit is below itself: top → office → top/,
  ],
  'the contact of a unit': [
    '"contact": "desk"',
    '"contact": "x"',
    /^45:54 error dead-reference: no contact has the id “x”/,
  ],
  'a related item that isn’t there': [
    '"two", "three"',
    '"two", "four"',
    /^25:28 warning dead-reference: no item has the id “four”/,
  ],
  'an older page that isn’t there': [
    '"older.json"',
    '"missing.json"',
    /^6:15 error dead-reference: there is no file .*missing\.json; /,
  ],
  'an id that two items have': [
    '"id": "two"',
    '"id": "one"',
    /^25:21 warning dead-reference: no item has the id “two”/,
    /^29:13 error repeated-id: the id “one” is also used by items\[0\] \(.*feed\.json:10\); /,
  ],
  'an id that two contacts have': [
    '"contacts": [\n',
    '"contacts": [ { "id": "desk", "name": "Test Other" },\n',
    /^42:15 error repeated-id: the id “desk” is also used by _iom\.contacts\[0\]/,
  ],

  'no language': ['"language": "en",', '', /^1:1 warning language: the feed has no language/],
  'a translation that is missing': [
    ',\n          { "language": "es", "url": "https://www.example.org/es/uno" }',
    '',
    /^21:25 warning language: translations are missing: es/,
  ],
  'a translation into the item’s own language': [
    '"language": "fr", "url": "https://www.example.org/fr/un"',
    '"language": "en", "url": "https://www.example.org/en/one"',
    /^21:25 warning language: translations are missing: fr/,
    /^22:11 warning language: this is in en, like the item itself/,
  ],

  'an address with letters beyond ASCII, which browsers take': [
    'https://www.example.org/en/one',
    'https://www.example.org/ru/новости',
    /^11:14 hint link: .+ has non-ASCII letters; browsers accept it; .+ write https:\/\/www\.example\.org\/ru\/%D0%BD/,
  ],
  'an address with a blank': [
    'https://www.example.org/en/one',
    'https://www.example.org/en one',
    /^11:14 error schema: .+ is not an address/,
  ],
  'a link that is not https': [
    '"https://www.example.org/en/one"',
    '"http://www.example.org/en/one"',
    /^11:14 warning link: “http:.+” is not https; /,
  ],
  'a script for a link': [
    '"https://www.example.org/card"',
    '"javascript:alert(1)"',
    /^55:20 error link: .+ is not a web address/,
  ],
  'the page itself as the older one': [
    '"older.json"',
    '"https://feeds.example.org/en.json"',
    /^6:15 error link: it is the address of this page itself/,
  ],

  'a picture without text alternative': [
    '"alt": "A river", ',
    '',
    /^20:20 error schema: alt is missing; add it: Text alternative/,
  ],
  'a picture without size': [
    ', "width": 1200, "height": 800',
    '',
    /^20:20 warning picture: “images\/one\.jpg” has no size/,
  ],
  'a card’s picture without size': [
    ', "width": 30, "height": 20',
    '',
    /^56:22 warning picture: “card\.svg” has no size/,
  ],
  'a picture that nothing is said of': [
    '"image": "images/one.jpg"',
    '"image": "images/two.jpg"',
    /^14:16 warning picture: “images\/two\.jpg” has no text alternative/,
  ],
  'markup in a title': ['"The first"', '"The <b>first</b>"', /^12:21 warning html: “<b>” is markup in plain text/],
  'an entity in a title': ['"The first"', '"The first &amp; only"', /^12:27 warning html: “&amp;”/],
};

/** The same for a piece of HTML, which begins in column 23 of line 13; `\u00ab` before it takes six columns. */
const html: Record<string, [html: string, ...found: RegExp[]]> = {
  'an element that is not closed': [
    '<p>\\u00ab<em>open</p>',
    /^13:33 error html: <em> is not closed; put <\/em> where it ends/,
  ],
  'a paragraph that is not closed': ['<p>a</p>\\n<p>b', /^13:34 warning html: <p> is not closed/],
  'an end tag too many': ['<p>a</b></p>', /^13:28 error html: <\/b> has no start tag/],
  'a tag without end': ['<p>a</p', /^13:24 warning html: <p> is not closed/, /^13:31 error html: a tag has no end/],
  'an attribute without end': [
    '<p><a href=\\"https://example.org>a</a></p>',
    /^13:24 warning html: <p> is not closed/,
    /^13:66 error html: a tag has no end/,
  ],
  'a comment without end': ['<p>a</p><!-- b', /^13:38 error html: a comment has no end/],
  'a < that is meant': ['<p>a < b</p>', /^13:30 error html: a < opens no tag; write &lt;/],
  'a character that is none': ['<p>&eacut;</p>', /^13:33 error html: there is no character with that name/],
  'a script': ['<script>a = \\"</b>\\"</script>', /^13:24 warning html: widgets leave out <script> and its content/],
  'a link that is not https': [
    '<p><a href=\\"http://example.org/\\">a</a></p>',
    /^13:27 warning link: .+ is not https/,
  ],
  'a script for a link': ['<p><a href=\\"javascript:a\\">a</a></p>', /^13:27 error link: /],
  'mail and telephone': ['<p><a href=\\"mailto:a@example.int\\">a</a> <a href=\\"tel:+41227179111\\">b</a></p>'],
  'a picture without text alternative and size': [
    '<img src=\\"a.jpg\\">',
    /^13:24 error picture: “a\.jpg” has no text alternative/,
    /^13:24 warning picture: “a\.jpg” has no size/,
  ],
  'a drawing, whose elements are its own affair': [
    '<svg viewBox=\\"0 0 9 9\\"><defs><linearGradient id=\\"g\\"><stop offset=\\"0\\"/></linearGradient></defs><style><![CDATA[ a > b {} </x> ]]></style><title/><path d=\\"M0 0\\"/><a xlink:href=\\"#g\\"><g/></a><foreignObject><p>a</p></foreignObject></svg>',
    /^13:24 warning html: widgets leave out <svg> and its content/,
  ],
  'a drawing with an element that is not closed': [
    '<svg><g><path/></svg>',
    /^13:24 warning html: widgets leave out <svg> and its content/,
    /^13:29 error html: <g> is not closed/,
  ],
  'a formula': ['<math><mi>x</mi><mspace/></math>', /^13:24 warning html: widgets leave out <math> and its content/],
  'an end tag too many after a drawing': [
    '<svg><style/></svg></b>',
    /^13:24 warning html: widgets leave out <svg>/,
    /^13:43 error html: <\/b> has no start tag/,
  ],
  'characters by their names and numbers': ['<p>&eacute;&#233;&amp;<br>a</p>'],
};

describe('iom-feed validate', () => {
  it('a good feed in two pages ⇒ nothing', async () => assert.deepEqual(await validate(written(good)), []));

  for (const [name, [piece, by, ...matches]] of Object.entries(cases)) {
    it(`${name} ⇒ ${matches.map((entry) => entry.source.slice(1, 60)).join(', ')}`, async () => {
      const findings = (await validate(written(changed(piece, by)))).map(inShort);
      assert.equal(findings.length, matches.length, findings.join('\n'));
      matches.forEach((entry, index) => assert.match(findings[index], entry));
    });
  }

  for (const [name, [piece, ...matches]] of Object.entries(html)) {
    it(`in HTML: ${name} ⇒ ${matches.map((entry) => entry.source.slice(1, 60)).join(', ') || 'nothing'}`, async () => {
      const text = good.replace(/("content_html": ").*",\n/, (_line, start: string) => `${start}${piece}",\n`);
      const findings = (await validate(written(text))).map(inShort);
      assert.equal(findings.length, matches.length, findings.join('\n'));
      matches.forEach((entry, index) => assert.match(findings[index], entry));
    });
  }

  it('names the older page where something is wrong there', async () => {
    const feed = written(good);
    const older = join(feed, '..', 'older.json');
    writeFileSync(older, readFileSync(older, 'utf8').replace('["desk"]', '["other"]'));
    const [{ file, line, column, path }] = await validate(feed);
    assert.deepEqual([file, line, column, path], [older, 6, 113, 'items[0]._iom.contacts[0]']);
  });

  it('reads pages from addresses, and names one that does not answer', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/feed.json') response.end(good);
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.json`;
    const findings = await validate(url);
    server.close();
    assert.deepEqual(
      findings.map(({ path }) => path),
      ['next_url'],
    );
    assert.match(findings[0].what, /older\.json: the server responded with HTTP error 404/);
  });

  it('a template ⇒ said to be one', async () => {
    const [{ line, severity, what }] = await validate(written(`---\nlayout: null\n---\n${good}`));
    assert.deepEqual([line, severity, what], [1, 'error', 'this is a template, not its output']);
  });

  const packed = (...names: string[]) =>
    Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, Buffer.from('<x/>'.repeat(50))]))));
  const strangers: Record<string, [content: string | Buffer, what: RegExp, fix: RegExp]> = {
    'nothing at all': ['', /an empty file/, /iom-feed import/],
    blanks: [' \n\n', /an empty file/, /iom-feed import/],
    'a web page': [
      '<!DOCTYPE html>\n<html lang="en"><head><title>Test news</title></head><body><p>Text.</p></body></html>',
      /a web page, “Test news”/,
      /^iom-feed import makes a feed from it$/,
    ],
    'a piece of HTML': ['<h1>News</h1><p>Text.</p>', /a piece of HTML/, /iom-feed import/],
    RSS: [
      '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>A</title></channel></rss>',
      /RSS, “A”/,
      /iom-feed import/,
    ],
    'RSS 1.0': ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', /RSS 1\.0/, /iom-feed import/],
    Atom: ['<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', /Atom/, /iom-feed import/],
    'a WordPress export': [
      '<?xml version="1.0"?>\n<!-- generator="WordPress" -->\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>',
      /a WordPress export/,
      /iom-feed import/,
    ],
    'an answer of WordPress': ['[{"id":1,"title":{"rendered":"A"}}]', /an answer of WordPress/, /iom-feed import/],
    'an answer of Drupal': ['{"jsonapi":{"version":"1.0"},"data":[]}', /an answer of Drupal/, /iom-feed import/],
    'a PDF': [
      Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj', 'latin1'),
      /a PDF/,
      /as HTML or plain text; iom-feed import/,
    ],
    'a Word document': [packed('[Content_Types].xml', 'word/document.xml'), /a Word document/, /as HTML or plain text/],
    'a spreadsheet': [packed('[Content_Types].xml', 'xl/workbook.xml'), /a spreadsheet/, /name the file of a feed/],
    'a packed file': [packed('feed.json'), /a packed file \(ZIP\)/, /unpack it/],
    'an old Word document': [
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(500).fill(0)]),
      /a document of an old Microsoft Office/,
      /as HTML or plain text/,
    ],
    'a rich text document': ['{\\rtf1\\ansi Text.}', /a rich text document/, /as HTML or plain text/],
    'a picture': [Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), /a picture/, /name the file of a feed/],
    'a drawing': ['<svg xmlns="http://www.w3.org/2000/svg"/>', /a drawing \(SVG\)/, /name the file of a feed/],
    'a text': ['Press release\n\nSome text.', /a text/, /iom-feed import/],
    'the index of a publication': [
      '{"title":"A","parts":[],"feeds":[]}',
      /the index of a publication/,
      /such as feed\.json/,
    ],
    'another JSON': ['{"name":"a","dependencies":{}}', /JSON, but none of a feed/, /name the file of a feed/],
  };
  for (const [name, [content, what, fix]] of Object.entries(strangers)) {
    it(`${name} ⇒ says what it is and what to do`, async () => {
      const findings = await validate(written(content));
      assert.equal(findings.length, 1, findings.map(inShort).join('\n'));
      assert.match(findings[0].what, new RegExp(`^this is ${what.source}, not a feed$`));
      assert.match(findings[0].fix, fix);
      assert.equal(findings[0].severity, 'error');
    });
  }

  it('Latin-1 ⇒ an error: widgets read UTF-8', async () => {
    const findings = await validate(written(Buffer.from(changed('The first', 'L’été').replace('’', "'"), 'latin1')));
    assert.match(inShort(findings[0]), /^12:undefined error encoding: it is not UTF-8; save it as UTF-8/);
  });

  it('more than 5 MB ⇒ an error: widgets take no more', async () => {
    const [finding] = await validate(written(changed('Some text.', 'x'.repeat(5e6))));
    assert.match(inShort(finding), /^1:1 error size: it exceeds 5 MB, .+; split it into pages with iom-feed publish/);
  });

  for (const text of [
    '',
    '[]',
    'null',
    '"feed"',
    '{}',
    '{"items":{},"_iom":[]}',
    '{"items":[null,3,[]],"_iom":{"contacts":7}}',
  ]) {
    it(`${text || 'an empty file'} ⇒ errors, and no crash`, async () => {
      const findings = await validate(written(text));
      assert.ok(findings.some(({ severity }) => severity === 'error'));
    });
  }

  it('lists inside of lists without end ⇒ a message', async () => {
    const feed = written(`{"x":${'['.repeat(2e5)}${']'.repeat(2e5)}}`);
    await assert.rejects(validate(feed), { name: 'CommandError', message: /is nested too deeply/ });
  });
});

describe('the command validate', () => {
  const errors = written(changed('"press-release"', '"release"'));
  const warnings = written(changed('https://www.example.org/en/one', 'http://www.example.org/en/one'));
  const hints = written(changed('"kind": "press-release"', '"embargo_until": "2999-01-01T00:00:00Z"'));

  for (const [name, feed, status, words] of [
    ['nothing', written(good), 0, 'nothing to fix'],
    ['a hint', hints, 0, '0 errors, 0 warnings, 1 hint'],
    ['a warning', warnings, 1, '0 errors, 1 warning, 0 hints'],
    ['an error', errors, 2, '1 error, 0 warnings, 0 hints'],
    ['no such file', 'nowhere.json', 2, 'there is no such file'],
  ] as const) {
    it(`${name} ⇒ exit code ${status}`, async () => {
      const { code, stderr } = await iomFeed(['validate', feed]);
      assert.equal(code, status, stderr);
      assert.ok(stderr.includes(words), stderr);
    });
  }

  it('prints file, line and column, what is wrong and how to fix it', async () => {
    const { stdout } = await iomFeed(['validate', errors]);
    const start = `${errors}:17:17: error: items[0]._iom.kind: “release” is not an allowed value; write one of `;
    assert.equal(stdout.slice(0, start.length), start);
    assert.equal(stdout.trimEnd().split('\n').length, 1);
  });

  describe('many findings', () => {
    const pictures = (count: number) =>
      Array.from({ length: count }, (_, n) => `<img src=\\"${n}.jpg\\" alt=\\"\\">`).join('');
    const html = (count: number) => `"content_html": "${pictures(count)}<b>a",\n`;
    const feedWith = (count: number) => written(good.replace(/"content_html": ".*",\n/, html(count)));

    it('⇒ ten of each kind and how many there are besides', async () => {
      const feed = feedWith(1234);
      const { stdout, stderr, code } = await iomFeed(['validate', feed]);
      const printed = stdout.trimEnd().split('\n');
      assert.equal(printed.length, 12);
      assert.equal(
        printed.filter((line) => /: warning: items\[0\]\.content_html: “\d\.jpg” has no size; add/.test(line)).length,
        10,
      );
      assert.match(printed[10], /error: items\[0\]\.content_html: <b> is not closed/);
      assert.equal(
        printed[11],
        `${feed}:13:24: warning: 1,224 more like this: “0.jpg” has no size; list them with --all`,
      );
      assert.match(stderr, /: 1 error, 1234 warnings, 0 hints/);
      assert.equal(code, 2);
    });

    it('--all and --json ⇒ all', async () => {
      const feed = feedWith(12);
      assert.equal((await iomFeed(['validate', feed, '--all'])).stdout.trimEnd().split('\n').length, 13);
      assert.equal((JSON.parse((await iomFeed(['validate', feed, '--json'])).stdout) as Finding[]).length, 13);
    });
  });

  it('--json ⇒ the same for machines', async () => {
    const { stdout } = await iomFeed(['validate', errors, warnings, '--json']);
    const [first, second] = JSON.parse(stdout) as Finding[];
    const { what, fix, ...rest } = first;
    assert.deepEqual(rest, {
      file: errors,
      line: 17,
      column: 17,
      path: 'items[0]._iom.kind',
      severity: 'error',
      rule: 'schema',
    });
    assert.ok(what && fix);
    assert.deepEqual([second.file, second.rule, second.severity], [warnings, 'link', 'warning']);
  });

  it('the demo’s feeds ⇒ nothing to fix', async () => {
    const feeds = ['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((language) => `demo/feeds/oim.${language}.json`);
    const { stdout, stderr, code } = await iomFeed(['validate', ...feeds]);
    assert.deepEqual([stdout, stderr.trimEnd().split(': ').at(-1), code], ['', 'nothing to fix', 0]);
  });
});
