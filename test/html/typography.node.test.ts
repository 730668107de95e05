import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { paragraphsOf, stripCopyArtifacts, applyTypography } from '../../src/html/typography.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';

describe('removeResidue', () => {
  for (const [text, left] of [
    ['E-mail : "mailto:test@example.org">test@example.org', 'E-mail : test@example.org'],
    ['See the "https://example.org/r" target="_blank" title="">Report', 'See the Report'],
    ['target="_blank" title="">Report', 'Report'],
    ['before alt="" border="0" src= after', 'before after'],
    ['Nothing to take out: 3 > 2, a "quote" and title: x', 'Nothing to take out: 3 > 2, a "quote" and title: x'],
    ['<b>stays text</b>', '<b>stays text</b>'],
    ['“https://example.org">Report and “https://example.org/b" border="0">more', 'Report and more'],
    ['See MAILTO:test@example.org" class="x" >us', 'See us'],
    ['a target="_blank" rel = "x"b src="y"', 'a b '],
    ['width="1"> height="2">', ' '],
    ['mytitle="x" stays', 'mytitle="x" stays'],
    ['https://example.org stays', 'https://example.org stays'],
    ['an address in “https://example.org” stays', 'an address in “https://example.org” stays'],
  ]) {
    it(`${text} ⇒ ${left}`, () => assert.equal(stripCopyArtifacts(text), left));
  }
});

describe('setType', () => {
  for (const [text, language, set] of [
    ['« peu dire\n», a déclaré', 'fr', '«\u00a0peu dire\u00a0», a déclaré'],
    ['Quoi ? Oui ; non !', 'fr-CH', 'Quoi\u202f? Oui\u202f; non\u202f!'],
    ['contacter : nous', 'fr', 'contacter\u00a0: nous'],
    ['contacter: nous', 'fr', 'contacter: nous'],
    ['Why ? «a »', 'en', 'Why ? «a »'],
    ['wrapped\n  by hand', undefined, 'wrapped by hand'],
    ['a\tb\r\nc', 'en', 'a b c'],
    ['no\u00a0break', 'en', 'no\u00a0break'],
    ['« a » : « b »', 'fr', '«\u00a0a\u00a0»\u00a0: «\u00a0b\u00a0»'],
    ['Qui ? Quoi ? Où ; là ; ici !', 'FR', 'Qui\u202f? Quoi\u202f? Où\u202f; là\u202f; ici\u202f!'],
    ['Qui? target="_blank" Quoi ?', 'fr', 'Qui? Quoi\u202f?'],
  ] as const) {
    it(`${JSON.stringify(text)} in ${language} ⇒ ${JSON.stringify(set)}`, () =>
      assert.equal(applyTypography(text, language), set));
  }
});

describe('paragraphsOf', () => {
  it('parts at blank lines', () => assert.deepEqual(paragraphsOf('one\ntwo\n\nthree'), ['one two', 'three']));
  it('leaves a single line alone', () => assert.deepEqual(paragraphsOf('One. Two.'), ['One. Two.']));
  it('is empty for nothing', () => assert.deepEqual(paragraphsOf(' \n'), []));

  for (const [what, text, paragraphs] of [
    [
      'a short line that ends a sentence, before a capital letter ⇒ ends a paragraph',
      'The first line is long enough.\nIt ends.\nThe second is as long as that.',
      ['The first line is long enough. It ends.', 'The second is as long as that.'],
    ],
    [
      'a short line whose sentence goes on ⇒ does not',
      'The first line is long enough\nand so\nThe second is as long as that.',
      ['The first line is long enough and so The second is as long as that.'],
    ],
    [
      'a sentence that goes on with a small letter ⇒ does not',
      'The first line is long enough.\nIt ends.\nthe second is as long as that.',
      ['The first line is long enough. It ends. the second is as long as that.'],
    ],
    [
      'a line that had no room for the next word ⇒ does not',
      'This line is long enough as it is.\nThis line is about as long now.\nUnquestionably so.',
      ['This line is long enough as it is. This line is about as long now. Unquestionably so.'],
    ],
    [
      'room for just the next word and no blank ⇒ does not',
      'This line has thirty letters ab.\nThis line has twenty-six ab.\nThis is so.',
      ['This line has thirty letters ab. This line has twenty-six ab. This is so.'],
    ],
    [
      'a quotation after a quotation ⇒ is a paragraph of its own',
      '« This line is long enough, sir »\n« Yes. »\n« Étonnant, a dit le directeur. »',
      ['« This line is long enough, sir » « Yes. »', '« Étonnant, a dit le directeur. »'],
    ],
    ['two lines ⇒ are one paragraph', 'One line that is long.\nOne.', ['One line that is long. One.']],
    ['two lines, the first short ⇒ are one paragraph', 'One.\nOne line that is long.', ['One. One line that is long.']],
    [
      'a sentence that goes on with a small letter, before a name ⇒ does not part',
      'The first line is long enough.\nIt ends.\nthe United Nations are as long.',
      ['The first line is long enough. It ends. the United Nations are as long.'],
    ],
    [
      'a line end after the last line ⇒ changes nothing',
      'The first line is long enough.\nIt ends.\nThe second is as long as that.\n',
      ['The first line is long enough. It ends.', 'The second is as long as that.'],
    ],
    [
      'a blank line ⇒ parts, and short lines before it do not',
      'The first line is long enough.\nIt ends.\nThe second is as long as that.\n  \nThe last.',
      ['The first line is long enough. It ends. The second is as long as that.', 'The last.'],
    ],
    [
      'a blank line within ⇒ only blank lines part',
      'This line is long enough here.\nShort.\n\nThe last.\r\n',
      ['This line is long enough here. Short.', 'The last.'],
    ],
  ] as const) {
    it(what, () => assert.deepEqual(paragraphsOf(text), paragraphs));
  }

  it('finds the paragraphs of the hard-wrapped release, its quotes whole', () => {
    const { items } = JSON.parse(readFileSync('demo/feeds/oim.fr.json', 'utf8')) as Feed;
    const paragraphs = [...(items[0].content_html ?? '').matchAll(/<p>([^]*?)<\/p>/g)].map(([, text]) => text);
    const page = readFileSync('demo/content/uy-trafficking-network.fr.txt', 'utf8');
    const body = page.slice(page.indexOf('Les experts de l'), page.indexOf('exploitation sexuelle.') + 22);
    assert.deepEqual(paragraphsOf(body), paragraphs);
  });
});
