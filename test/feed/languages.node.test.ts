import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageToShow } from '../../src/feed/parts/languages.js';
import { addressIn } from '../../src/i18n/locale.js';

describe('addressIn', () => {
  for (const [tag, languages, address] of [
    ['fr', undefined, '/fr/oim.fr.json'],
    ['fr-CA', '', '/fr/oim.fr.json'],
    ['zh-Hans-CN', undefined, '/zh/oim.zh.json'],
    ['de', undefined, '/en/oim.en.json'],
    ['de', 'fr, de', '/de/oim.de.json'],
    ['de', 'fr en', '/fr/oim.fr.json'],
    ['en', 'fr', '/fr/oim.fr.json'],
  ] as const) {
    it(`${tag}, where there are feeds in ${languages || 'the languages of the UN'} ⇒ ${address}`, () => {
      assert.equal(addressIn('/{lang}/oim.{lang}.json', tag, languages), address);
    });
  }

  it('an address without {lang} stays', () => assert.equal(addressIn('/oim.json', 'de', 'fr'), '/oim.json'));
});

describe('languageToShow', () => {
  for (const [items, own, shown] of [
    [['fr', 'de', 'en'], 'en', 'de'],
    [['fr', 'de-AT'], 'en', 'de'],
    [['fr', 'en'], 'en-GB', 'en-GB'],
    [['fr', 'es'], 'en', 'fr'],
    [['fr', undefined], 'en', 'de'],
    [[], 'en', 'de'],
    [['fr'], 7, 'fr'],
  ] as const) {
    it(`a German page, items in ${items.join() || 'nothing'}, a feed in ${own} ⇒ ${shown}`, () => {
      const given = items.map((language, index) => ({ id: `${index}`, language }));
      assert.equal(languageToShow({ language: own as string }, given, 'de'), shown);
    });
  }
});
