import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseFigures, type ParsedFigure } from '../../src/feed/parts/figures.js';
import { findFigures } from '../../src/feed/parts/figure-mentions.js';
import { parseMission } from '../../src/feed/parts/mission.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';

const founded: ParsedFigure = { id: 'founded', label: 'Year of foundation', value: 1951, kind: 'year' };
const states: ParsedFigure = { id: 'states', label: 'Etats membres', value: 175 };
const countries: ParsedFigure = { id: 'countries', label: 'pays', value: 171 };
const people: ParsedFigure = { id: 'people', label: 'people', value: 31_100_000 };
const regions: ParsedFigure = { id: 'regions', label: 'régions', value: 8 };
const all = [founded, states, countries, people, regions];

/** The text, with what is found in brackets. */
const marked = (text: string, figures = all) =>
  findFigures(text, figures)
    .map(({ text, figure }) => (figure ? `[${text}]` : text))
    .join('');

describe('findFigures', () => {
  for (const [what, expected] of [
    ['numbers with their labels', 'depuis [1951] une, composée de [175 Etats membres] et présente dans [171 pays].'],
    ['accents and capitals make no difference', '[175 États Membres], 8 avril, [8 REGIONS]'],
    ['a hard blank between', '[175\u00a0Etats\u202fmembres]'],
    ['a word between', '[175 de ses Etats membres]'],
    ['the label before the number', '[Etats membres\u00a0: 175]; [pays 171]'],
    ['grouped', '[31,100,000 people], [31 100 000 people], [31.100.000 people]'],
    ['multiplied', '[31.1 million people]'],
    ['multiplied, without its label', 'presque [31,1 millions]'],
    ['other digits', '[٣١٫١ مليون], [١٩٥١]'],
    ['without its label only a number of three digits or more, once', '[175], 175, 8'],
    ['with its label every time', '[171 pays], 171, [171 pays]'],
    ['not inside other numbers or words', '11751, 1.175, A175, 175.5, 171 paysages, [171 pays]'],
    ['nothing between', '[175Etats membres] et ainsi de suite'],
    ['a sentence ends between', 'Les Etats membres. [175], dit-on. Les pays; [171].'],
    ['a number between', '[175], 12 Etats membres; pays, 12, [171]'],
    ['too much between', '[175] et ainsi de suite Etats membres'],
    ['no figures', 'No number here.'],
  ]) {
    it(`${what}: ${expected}`, () => assert.equal(marked(expected.replace(/[[\]]/g, '')), expected));
  }

  it('Chinese doesn’t part its words', () => {
    const figures = [founded, { ...states, label: '成员国' }, { ...countries, label: '国家' }];
    const text = '自[1951]年以来，本组织有[175个成员国]，在[171个国家]开展工作。';
    assert.equal(marked(text.replace(/[[\]]/g, ''), figures), text);
  });

  it('two figures with one number ⇒ each by its label', () => {
    const two = [
      { id: 'a', label: 'offices', value: 12 },
      { id: 'b', label: 'ships', value: 12 },
    ];
    const matches = findFigures('12 ships and 12 offices', two).flatMap(({ figure }) => figure?.id ?? []);
    assert.deepEqual(matches, ['b', 'a']);
  });

  it('a year of two digits is one, and a hundred is enough', () => {
    const early: ParsedFigure = { id: 'a', label: 'Vesuvius', value: 79, kind: 'year' };
    const hundred: ParsedFigure = { id: 'b', label: 'things', value: 100 };
    assert.equal(
      marked('in 79, 79, 100 and 99', [early, hundred, { ...hundred, id: 'c', value: 99 }]),
      'in [79], 79, [100] and 99',
    );
  });

  it('a text that is one figure is one stretch', () =>
    assert.deepEqual(findFigures('175', [states]), [{ text: '175', figure: states }]));

  it('joined again, the stretches are the text, whatever it holds', () => {
    for (const text of ['', '175', '𝟏𝟕𝟓 😀 175 Etats membres é', '(175)', '\n175\n\nEtats membres', 'İ 171 pays']) {
      const stretches = findFigures(text, all);
      assert.equal(stretches.map((entry) => entry.text).join(''), text);
    }
  });

  it('a figure without a label, and none at all ⇒ no harm', () => {
    assert.equal(marked('175 things', [{ id: 'a', value: 175 }]), '[175] things');
    assert.equal(marked('175 things', []), '175 things');
  });

  for (const language of ['ar', 'en', 'es', 'fr', 'ru', 'zh']) {
    it(`the three figures of the demo's mission are found (${language})`, () => {
      const feed = JSON.parse(readFileSync(`demo/feeds/oim.${language}.json`, 'utf8')) as Feed;
      const parsed = { feed, baseUrl: 'https://example.org/', problems: [] };
      const matches = findFigures(parseMission(parsed)!.text!, parseFigures(parsed));
      assert.deepEqual(
        matches.flatMap(({ figure }) => figure?.id ?? []),
        ['founded', 'member-states', 'countries'],
      );
    });
  }
});
