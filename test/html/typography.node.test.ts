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
  ] as const) {
    it(`${JSON.stringify(text)} in ${language} ⇒ ${JSON.stringify(set)}`, () =>
      assert.equal(applyTypography(text, language), set));
  }
});

describe('paragraphsOf', () => {
  it('parts at blank lines', () => assert.deepEqual(paragraphsOf('one\ntwo\n\nthree'), ['one two', 'three']));
  it('leaves a single line alone', () => assert.deepEqual(paragraphsOf('One. Two.'), ['One. Two.']));
  it('is empty for nothing', () => assert.deepEqual(paragraphsOf(' \n'), []));

  it('finds the paragraphs of the hard-wrapped release, its quotes whole', () => {
    const { items } = JSON.parse(readFileSync('demo/feeds/oim.fr.json', 'utf8')) as Feed;
    const paragraphs = [...(items[0].content_html ?? '').matchAll(/<p>([^]*?)<\/p>/g)].map(([, text]) => text);
    const page = readFileSync('demo/content/uy-trafficking-network.fr.txt', 'utf8');
    const body = page.slice(page.indexOf('Les experts de l'), page.indexOf('exploitation sexuelle.') + 22);
    assert.deepEqual(paragraphsOf(body), paragraphs);
  });
});
