import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rss } from '../helpers/feeds.js';
import { importing } from '../helpers/import-sources.js';

const title = 'L’œuvre d’essai – 5 €';
/** Windows-1252 of the signs above. */
const ansi = (text: string) =>
  Buffer.from(
    text.replace(/[’œ–€]/g, (sign) => ({ '’': '\x92', œ: '\x9c', '–': '\x96', '€': '\x80' })[sign]!),
    'latin1',
  );
const many = Array.from({ length: 80 }, (_, index) => ({ title: `Histoire ${index} du port d’essai` }));

describe('bytes', () => {
  const cases: [what: string, text: Uint8Array, note: RegExp | undefined, charset?: string][] = [
    ['Windows-1252 that calls itself Latin-1', ansi(rss([{ title }]).replace('UTF-8', 'ISO-8859-1')), undefined],
    ['the same far down', ansi(rss([...many, { title }]).replace('UTF-8', 'ISO-8859-1')), undefined],
    ['the same, said by the server', ansi(rss([{ title }])), undefined, 'windows-1252'],
    ['Windows-1252 that says nothing', ansi(rss([{ title }])), /^bad:3: it is not UTF-8; it was read as Windows-1252/],
    [
      'UTF-8 with pieces of Windows-1252',
      Buffer.concat([Buffer.from(rss([{ title }])), ansi('<!-- d’essai -->')]),
      /it is not UTF-8/,
    ],
    [
      'UTF-8 in which the signs are control characters',
      Buffer.from(rss([{ title }]).replaceAll('’', '\u0092').replace('–', '\u0096')),
      /^bad:3: it has Windows-1252 punctuation as control characters; they were corrected/,
    ],
    ['little-endian UTF-16 without a mark', Buffer.from(rss([{ title }]), 'utf16le'), undefined],
    ['big-endian UTF-16 without a mark', Buffer.from(rss([{ title }]), 'utf16le').swap16(), undefined],
    ['UTF-8 that calls itself UTF-16', Buffer.from(rss([{ title }]).replace('UTF-8', 'UTF-16')), undefined],
    [
      'UTF-8 that became UTF-8 once more',
      Buffer.from(Buffer.from(rss([{ title }])).toString('latin1')),
      /^bad:3: its letters were encoded as UTF-8 twice; they were corrected; fix what writes the file/,
    ],
    [
      'the same by way of Windows-1252',
      Buffer.from(
        rss([{ title }]).replace(/[’œ–€]/g, (sign) => ({ '’': 'â€™', œ: 'Å“', '–': 'â€“', '€': 'â‚¬' })[sign]!),
      ),
      /^bad:3: its letters were encoded as UTF-8 twice/,
    ],
    ['two byte order marks', Buffer.from(`\ufeff\ufeff${rss([{ title }])}`), undefined],
  ];
  for (const [what, text, note, charset] of cases) {
    it(`are read: ${what}`, async () => {
      const { items, notes } = await importing({ text, charset, name: 'bad' });
      assert.equal(items.at(-1)?.title, title);
      assert.match(notes.join('\n'), note ?? /^$/);
    });
  }

  it('stay what they are where they only look like it', async () => {
    const meant = 'IRMÃ » – INFORMAÇÃO «Ã©» é â';
    const { items, notes } = await importing({ text: Buffer.from(rss([{ title: meant }])), name: 'good' });
    assert.equal(items[0]?.title, meant);
    assert.deepEqual(notes, []);
  });

  const byLanguage: [language: string, title: string, bytes: string, encoding: string][] = [
    ['ar', 'عنوان البيان', 'dae4e6c7e420c7e1c8edc7e40a0ae4d520c7e1c8edc7e420e5e4c72e', 'Windows-1256'],
    ['ru', 'Пресс-релиз № 5', 'cff0e5f1f12df0e5ebe8e720b920350a0ad2e5eaf1f220abe7e4e5f1fcbb2e', 'Windows-1251'],
    ['zh', '新学校开学', 'd0c2d1a7d0a3bfaad1a70a0ad5fdcec4d4dab4cba1a3', 'gb18030'],
    ['zh-Hant', '新聞稿', 'b773bb44bd5a0a0aa5bfa4e5a662a6b9a143', 'big5'],
    ['pl', 'Zażółć gęślą jaźń', '5a61bff3b3e62067ea9c6cb9206a619ff10a0a54656b73742e', 'Windows-1250'],
  ];
  for (const [lang, wanted, bytes, encoding] of byLanguage) {
    it(`are read: a text in ${encoding}, whose language is known to be ${lang}`, async () => {
      const { item, notes } = await importing({ text: Buffer.from(bytes, 'hex'), lang, name: 'text.txt' });
      assert.equal(item?.title, wanted);
      assert.match(notes[0], new RegExp(`it is not UTF-8; it was read as ${encoding}; save it as UTF-8`));
    });
  }

  it('are read: a release in Windows-1252', async () => {
    const text = ansi(
      'L’œuvre d’essai\r\n\r\nGenève – L’essai commence.\r\n\r\nContact : Test Person, tperson@example.org\r\n',
    );
    assert.equal((await importing({ text })).item?.title, 'L’œuvre d’essai');
  });
});

describe('XML with something wrong in it that has but one meaning is read, and told with its line', () => {
  const sound = rss([{ title: 'A story', link: 'https://office.example.org/1', html: 'Fish' }]);
  const cases: [what: string, text: string, note: RegExp][] = [
    ['a blank line before it', `\n${sound}`, /^bad:1: an empty line or a space is before the XML; it was left out/],
    ['a comment before it', `<!-- cached -->${sound}`, /^bad:1: “<!-- cached -->” is before the XML/],
    [
      'a warning of PHP before it',
      `<br />\n<b>Warning</b>: test in <b>a.php</b> on line <b>1</b><br />\n${sound}`,
      /^bad:1: “Warning : test in a.php on line 1” is before/,
    ],
    ['words before a feed without a declaration', `Notice: test\n${sound.slice(39)}`, /^bad:1: “Notice: test” is/],
    [
      'a script behind it',
      `${sound}\n<script>var a = 1;</script>`,
      /^bad:4: “<script>var a = 1;<\/script>” is after <\/rss>/,
    ],
    [
      'a loose &',
      sound.replace('Test office', 'Test & office'),
      /^bad:2: there is an unescaped & here; it was read as “&amp;”/,
    ],
    ['& in an address', sound.replace('/1<', '/1?a=b&c=d&e<'), /^bad:3: there is an unescaped & here \(and 1 more\)/],
    ['a loose <', sound.replace('Test office', 'Test < office'), /^bad:2: there is an unescaped < here/],
    [
      'a control character',
      sound.replace('A story', 'A\u0002 story'),
      /^bad:3: there is a control character here; it was left out/,
    ],
    ['zeros', sound.replace('A story', 'A\0 st\0ory'), /^bad:3: there are 2 control characters, the first here/],
    [
      'the number of one',
      sound.replace('Test office', 'Test&#x2; office'),
      /^bad:2: there is a control character here/,
    ],
    ['HTML without end tags', sound.replace('Test office', 'Test<br>office'), /^bad:2: HTML tags are not closed here/],
  ];
  for (const [what, text, note] of cases) {
    it(what, async () => {
      const { item, notes, failed } = await importing({ text, name: 'bad' });
      assert.equal(failed, false);
      assert.deepEqual([item?.title, item?.content_html], ['A story', '<p>Fish</p>']);
      assert.match(notes.join('\n'), note);
    });
  }

  it('but not a sign that stands in a section or a reference', async () => {
    const text = sound.replace('Fish', 'Fish &amp; more <b>& all</b> &eacute; &#233; <!-- & -->');
    assert.deepEqual((await importing({ text })).notes, []);
  });

  it('control characters in JSON, also as escapes', async () => {
    const text =
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"A\\u0007 b","content_text":"a\u0001b"}]}';
    const { item } = await importing({ text });
    assert.deepEqual([item?.title, item?.content_text], ['A b', 'ab']);
  });
});

describe('a template', () => {
  const feed = '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}';
  for (const text of [
    `---\nlayout: null\n---\n${feed}`,
    `---\nlayout: null\n---\n<?xml version="1.0"?><rss/>`,
    '{% assign posts = site.posts %}[]',
    '[{% for post in site.posts %}{"id": 1}{% endfor %}]',
  ]) {
    it(`is said to be one: ${text.slice(0, 24).replace(/\n/g, ' ')}…`, async () => {
      const { notes, items, failed } = await importing({ text, name: 'feed.json' });
      assert.equal(failed, true);
      assert.deepEqual(items, []);
      assert.match(notes.join('\n'), /^feed\.json:1: this is a template, not its output; use the file or the address/);
    });
  }
});
