import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { repairAddress, repairValue } from '../../src/feed/parse/repair-value.js';

const good = 'https://feeds.example.org/oim.{lang}.json';

describe('an address that was pasted', () => {
  for (const [what, pasted, meant = good] of [
    ['curly quotes', `”${good}”`],
    ['German quotes', `„${good}“`],
    ['French quotes and their blanks', `«\u00a0${good}\u00a0»`],
    ['one quote', `${good}″`],
    ['quotes that were encoded twice', `&quot;${good}&quot;`],
    ['a no-break space', `${good}\u00a0`],
    ['a narrow no-break space', `\u202f${good}`],
    ['a zero-width space', `\u200b${good}\u200b`],
    ['a zero-width space amid it', good.replace('feeds.', 'feeds.\u200b')],
    ['a soft hyphen', good.replace('feeds', 'fee\u00adds')],
    ['a byte order mark', `\ufeff${good}`],
    ['a mark of direction', `\u202a${good}\u202c`],
    ['angle brackets', `<${good}>`],
    ['angle brackets that were encoded twice', `&lt;${good}&gt;`],
    ['brackets', `(${good})`],
    ['encoded braces', good.replace('{', '%7B').replace('}', '%7D')],
    ['braces that were encoded twice', good.replace('{', '%257B').replace('}', '%257D')],
    ['braces as characters of HTML', good.replace('{', '&amp;#123;').replace('}', '&amp;#125;')],
    ['capitals', good.replace('lang', 'LANG')],
    ['blanks in braces', good.replace('lang', ' lang\u00a0')],
    ['encoded blanks in braces', good.replace('lang', '%20lang%20')],
    ['doubled braces', good.replace('{lang}', '{{lang}}')],
    ['wide braces', good.replace('{', '｛').replace('}', '｝')],
    ['a full stop', `${good}.`],
    ['a comma after a quote', `“${good}”,`],
    ['a Markdown link', `[${good}](${good})`],
    ['a mail filter', `https://x1.safelinks.protection.outlook.com/?url=${encodeURIComponent(good)}&data=05`],
    ['a line break', good.replace('.org/', '.org/\n      ')],
    ['no colon', good.replace('https:', 'https')],
    ['& encoded twice', '/feed?a=1&amp;amp;b=2', '/feed?a=1&b=2'],
    ['a dash', 'https://feeds.example.org/oim–fr.json', 'https://feeds.example.org/oim-fr.json'],
    ['backticks', `\`${good}\``],
    ['single French quotes', `‹${good}›`],
    ['Chinese quotes', `「${good}」`],
    ['Chinese brackets', `【${good}】`],
    ['wide quotes', `＂${good}＂`],
    ['quotes that a script has escaped', `\\"${good}\\"`],
    ['curly quotes by name', `&ldquo;${good}&rdquo;`],
    ['curly quotes as hexadecimal', `&#x201C;${good}&#x201D;`],
    ['curly quotes encoded as in an address', `%E2%80%9D${good}%E2%80%9D`],
    ['quotes encoded as in an address', `%22${good}%22`],
    ['square brackets', `[${good}]`],
    ['one bracket', `${good})`],
    ['an encoded narrow space', `%E2%80%AF${good}`],
    ['an encoded word joiner', `${good}%E2%81%A0`],
    ['marks of direction around it', `\u2068${good}\u2069`],
    ['what stands for an object', `\ufffc${good}`],
    ['what looks like nothing', `\u2800${good}\ufe0f`],
    ['the attribute, too', `src="${good}"`],
    ['the attribute, too, with curly quotes', `src=“${good}”`],
    ['the link it was', `<a href="${good}">${good}</a>`],
    ['tags amid it', good.replace('{', '<wbr><em>{').replace('}', '}</em>')],
    ['the end of its tag', `${good}"/>`],
    ['a bullet', `• ${good}`],
    ['a word before it', `Feed: ${good}`],
    ['a word processor’s mailto', `mailto:${good}`],
    ['bold type', `**${good}**`],
    ['itself once more', `${good} ${good}`],
    ['a name, as Slack does it', `<${good}|feed>`],
    ['a Markdown link with a title', `[feed](${good} "Feed")`],
    ['a search', `https://www.google.com/url?q=${encodeURIComponent(good)}&sa=D`],
    ['another mail filter', `https://urldefense.com/v3/__${good}__;!!abc`],
    ['https twice', `https://${good}`],
    ['https, misspelled', good.replace('https', 'htps')],
    ['https, made harmless', good.replace('https:', 'hxxps[:]').replace('feeds.', 'feeds[.]')],
    ['a blank behind the colon', good.replace('://', ': //')],
    ['a slash behind it', `${good}/`],
    ['braces with backslashes', good.replace('{', '\\{').replace('}', '\\}')],
    ['braces of a script', good.replace('{', '${')],
    ['braces by name', good.replace('{', '&lbrace;').replace('}', '&rcub;')],
    ['braces of a template', good.replace('{lang}', '{{ "{lang}" }}')],
    ['one brace', good.replace('}', '')],
    ['square brackets in place of braces', good.replace('{lang}', '[lang]')],
    ['angle brackets in place of braces', good.replace('{lang}', '<lang>')],
    ['per cent in place of braces', good.replace('{lang}', '%lang%')],
  ]) {
    it(`${what} ⇒ taken off, and told`, () => {
      const { value, matches } = repairAddress(pasted);
      assert.equal(value, meant);
      assert.ok(matches.length > 0);
    });
  }

  for (const src of [
    good,
    '../feeds/oim.json',
    '/feeds/été/新闻.json',
    '/feed?from=a%20b&to=%C3%A9#x',
    'feed.json',
    '/~press/f(1).json',
    '/[press]/oim.json',
    '/oim.lang.json',
    '/language(en)/feed',
    '/feeds/',
    '/proxy?url=https%3A%2F%2Fwww.example.org%2Foim.json',
    '/proxy/https://www.example.org/oim.json',
    'https://archive.example.org/2026/https://www.example.org/oim.json',
    'http://127.0.0.1:8080/feed.json',
    'http://archive.example.org/2026/https://www.example.org/oim.json',
    '/p?a=https://urldefense.com/v3/__b__;c',
    '/p?a=https://urldefense.proofpoint.com/v2/url?u=b',
    '/p?a=https://www.google.com/url?q=b',
    '/p?a=https://https://b',
    '/p[a](b)',
    '[a](b)/c',
    '(a)b',
    '/a)b.json',
    'HTTP://example.org/feed.json',
    'HTTPS://example.org/feed.json',
    'http:/a/https://b.json',
  ]) {
    it(`"${src}" ⇒ as it is`, () => assert.deepEqual(repairAddress(src), { value: src, matches: [] }));
  }

  for (const [src, reported] of [
    ['/oim.{language}.json', /\{lang\}/],
    ['/oim.%7Blocale%7D.json', /\{lang\}/],
    ['/oim.:lang.json', /\{lang\}/],
    ['/oim..json', /template language/],
    ['www.example.org/oim.json', /https:\/\//],
    ['feeds.example.org/oim.json', /https:\/\//],
    ['/my feed.json', /space/],
    ['/l’eau.json', /quotes/],
    ['/my feeds/news.json "old"x', /space/],
  ] as const) {
    it(`"${src}" ⇒ as it is, and told what is wrong`, () => {
      const { value, matches } = repairAddress(src);
      assert.equal(value, src);
      assert.match(matches.join(), reported);
    });
  }

  const url = 'https://example.org/a.json';
  for (const [pasted, meant, ...named] of [
    [`"${url}"`, url, 'curly or doubled quotes around it'],
    [`\\"\\"${url}\\"\\"`, url, 'curly or doubled quotes around it'],
    [` ${url}%20`, url, 'spaces around it'],
    [`%e2%80%89%E3%80%80${url}%c2%a0`, url, 'spaces around it'],
    [`\u200b${url}`, url, 'invisible characters'],
    ['https://example.org/%E2%80%8Ba%E2%80%ABb%E2%81%A0.json', 'https://example.org/ab.json', 'invisible characters'],
    ['https://example.org/%EF%BB%BFa%EF%BF%BCb%C2%ADc%CD%8F', 'https://example.org/abc', 'invisible characters'],
    ['https://example.org/%EF%B8%8Fa%e2%80%aab', 'https://example.org/ab', 'invisible characters'],
    ['https://example.org/a&amp;#x2F;b&#46;json', 'https://example.org/a/b.json', 'characters encoded twice'],
    [
      `https://statics.teams.cdn.office.net/evergreen/safelinks.html?a=1&url=${encodeURIComponent(url)}&b`,
      url,
      'the link of a mail filter or a search around it',
    ],
    [
      `https://l.facebook.com/l.php?u=${encodeURIComponent(url)}`,
      url,
      'the link of a mail filter or a search around it',
    ],
    [
      `https://lm.facebook.com/l.php?u=${encodeURIComponent(url)}&h=\n  abc`,
      url,
      'the link of a mail filter or a search around it',
    ],
    [`https://urldefense.com/v3/__${url}__;!!abc\n  def$`, url, 'the link of a mail filter around it'],
    [
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a.json&d=DwMF\n  &c=x',
      url,
      'the link of a mail filter around it',
    ],
    [
      `https://www.google.ch/url?sa=t&url=${encodeURIComponent(url)}`,
      url,
      'the link of a mail filter or a search around it',
    ],
    [`https://urldefense.com/v3/__${url}__;!!abc!def$`, url, 'the link of a mail filter around it'],
    [
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a.json&d=DwMF&c=x',
      url,
      'the link of a mail filter around it',
    ],
    [`[feed]( ${url})`.replace('( ', '('), url, 'a Markdown link around it'],
    [`![feed](<${url}> "Feed")`, url, 'a Markdown link around it'],
    [`<a class="x y" href='#'>${url}</a>`, url, 'HTML tags in it'],
    [`<BR/>${url}<strong>`.replace('/>', '>'), url, 'HTML tags in it'],
    [`<<URL: ${url} >`, url, 'brackets around it'],
    [`(url:${url})`, url, 'brackets around it'],
    ['<</feeds/a.json>', '/feeds/a.json', 'brackets around it'],
    ['<URL:/feeds/a.json>', '/feeds/a.json', 'brackets around it'],
    ['/oim.{{ lang }}.json', '/oim.{lang}.json', 'braces encoded, doubled, or not written as {lang}'],
    ['/oim.%7Blang.json', '/oim.{lang}.json', 'braces encoded, doubled, or not written as {lang}'],
    ['/oim.lang%7D.json', '/oim.{lang}.json', 'braces encoded, doubled, or not written as {lang}'],
    ['/oim.lang﹜.json', '/oim.{lang}.json', 'braces encoded, doubled, or not written as {lang}'],
    ['https://http//example.org/a.json', 'http://example.org/a.json', 'https twice', 'no colon after https'],
    ['https://example.org/=\n  a.json', url, 'a line break'],
    ['https://example.org/a\u2011b\u2212c.json', 'https://example.org/a-b-c.json', 'a dash instead of a hyphen'],
    ['…/feed.json', '.../feed.json', 'an ellipsis instead of dots'],
    ['https://example(.)org/a[.]json', url, 'brackets around a dot or a colon'],
    ['ttps://example.org/a.json', url, 'https, misspelled'],
    ['htttps://example.org/a.json', url, 'https, misspelled'],
    ['httpps://example.org/a.json', url, 'https, misspelled'],
    ['httpss://example.org/a.json', url, 'https, misspelled'],
    ['hxxp://example.org/a.json', 'http://example.org/a.json', 'https, misspelled'],
    ['htp ://example.org/a.json', 'http://example.org/a.json', 'https, misspelled', 'no colon after https'],
    ['https;//example.org/a.json', url, 'no colon after https'],
    ['https：／／example.org/a.json', url, 'full-width letters'],
    ['http //example.org/a.json', 'http://example.org/a.json', 'no colon after https'],
    ['https: //example.org/a.json', url, 'no colon after https'],
    ['https://http://https//example.org/a.json', url, 'https twice', 'no colon after https'],
    ['http://https://example.org/a.json', url, 'https twice'],
    ['https://http://example.org/a.json', 'http://example.org/a.json', 'https twice'],
    [`our feed, in short: ${url}`, url, 'text before it'],
    [`feed=http://example.org/a.json`, 'http://example.org/a.json', 'text before it'],
    [`${url} (in English)`, url, 'text after it'],
    [`${url} http://example.org/b.json`, url, 'text after it'],
    [`${url}"> and so on`, url, 'text after it'],
    [`${url}//`, url, 'a slash after it'],
    [`${url}..`, url, 'punctuation after it'],
    [`${url}!)`, `${url}!`, 'punctuation after it'],
    ['ｈｔｔｐｓ://example.org/ａ.json', url, 'full-width letters'],
  ] as const) {
    it(`${pasted} ⇒ ${named.join(', ')}`, () => {
      const { value, matches } = repairAddress(pasted);
      assert.equal(value, meant);
      for (const what of named) assert.ok(matches.includes(what), matches.join(', '));
    });
  }

  for (const [name, sign, ...named] of [
    ['amp', '&'],
    ['quot', '"'],
    ['apos', "'"],
    ['lt', '<'],
    ['gt', '>'],
    ['nbsp', ' '],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['bdquo', '„'],
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['sbquo', '‚'],
    ['prime', '′'],
    ['laquo', '«'],
    ['raquo', '»'],
    ['lsaquo', '‹'],
    ['rsaquo', '›'],
    ['lbrace', '{'],
    ['lcub', '{'],
    ['rbrace', '}'],
    ['rcub', '}'],
    ['colon', ':'],
    ['sol', '/'],
    ['period', '.'],
    ['#233', 'é'],
    ['#xE9', 'é'],
    // Gone as soon as they are themselves.
    ['shy', '', 'invisible characters'],
    ['zwj', '', 'invisible characters'],
    ['zwnj', '', 'invisible characters'],
  ] as const) {
    it(`&${name}; ⇒ ${sign || 'nothing'}`, () =>
      assert.deepEqual(repairValue(`a&amp;${name};b`), {
        value: `a${sign}b`,
        matches: ['characters encoded twice', ...named],
      }));
  }

  it('what only looks encoded stays, and is no reason to fail', () => {
    const broken = 'https://www.google.com/url?q=%E0%A4%A';
    assert.equal(repairAddress(broken).value, broken);
    for (const src of ['/a?b=ttp:c', '/a,httpss', '/a?b=https//c', 'https://example.org/(a)', '/a(b)c']) {
      assert.equal(repairAddress(src).value, src);
    }
  });

  it('several blanks, or parts of a host, are told, too', () => {
    assert.ok(repairAddress('/my   feed.json').matches.includes('a space'));
    assert.ok(repairAddress('feeds.a.example.org/oim').matches.some((what) => what.startsWith('no https://')));
  });

  it('other attributes lose quotes and what nobody sees, and nothing else', () => {
    for (const [pasted, meant] of [
      ['”2″', '2'],
      ['cards\u200b', 'cards'],
      ['\u00a0press-release', 'press-release'],
      ['l’eau – l’air', 'l’eau – l’air'],
      ['été, {lang}.', 'été, {lang}.'],
    ]) {
      assert.equal(repairValue(pasted).value, meant);
    }
  });
});
