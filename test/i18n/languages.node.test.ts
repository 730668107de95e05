import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { loadMessages } from '../../src/i18n/messages/common.js';
import { loadEmbedMessages } from '../../src/i18n/messages/embed.js';
import { languages } from '../../src/i18n/messages/languages.js';
import { standInLanguage } from '../../src/i18n/messages/load.js';
import { loadChartMessages } from '../../src/i18n/messages/org-chart.js';
import { loadGoalNames } from '../../src/i18n/messages/sdg-goals.js';
import { directionOf, official } from '../../src/i18n/locale.js';

const folder = 'src/i18n/messages';
const parts = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
const loaders = { common: loadMessages, chart: loadChartMessages, goals: loadGoalNames, embed: loadEmbedMessages };

/** All texts, by where they are. */
function textsOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  return Object.entries(words as object).flatMap(([name, value]) => textsOf(value, `${path}.${name}`));
}
const placeholders = (text: string) =>
  text
    .match(/\{\w+\}/g)
    ?.sort()
    .join() ?? '';

/** What stands beside every language and is not in its script. */
const shared = /^(fax|faks|fakis|menu|url|vcf|qr|e-?mail|svg|png|csv|ctrl|c|ip)$/i;
const scripts: Record<string, RegExp> = {
  ...{ am: /\p{Script=Ethiopic}/u, ti: /\p{Script=Ethiopic}/u, ar: /\p{Script=Arabic}/u, fa: /\p{Script=Arabic}/u },
  ...{ ps: /\p{Script=Arabic}/u, ur: /\p{Script=Arabic}/u, bn: /\p{Script=Bengali}/u, my: /\p{Script=Myanmar}/u },
  ...{ hi: /\p{Script=Devanagari}/u, ne: /\p{Script=Devanagari}/u, ru: /\p{Script=Cyrillic}/u },
  ...{ uk: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u },
};

describe('a language', () => {
  it('is in the list, and has a file for each part', () => {
    const missing = parts.flatMap((part) =>
      ['en', ...languages].map((tag) => `${folder}/${part}/${tag}.ts`).filter((file) => !existsSync(file)),
    );
    assert.deepEqual(missing, [], 'missing files');
    for (const part of parts) {
      const own = readdirSync(`${folder}/${part}`).map((file) => file.slice(0, -3));
      assert.deepEqual(own.sort(), ['en', ...languages].sort(), `${part}: languages.ts lists others`);
    }
  });

  it('there are 24', () => {
    assert.equal(languages.length + 1, 24);
    for (const tag of official.split(' ')) assert.ok(tag === 'en' || languages.some((entry) => entry === tag), tag);
  });

  for (const tag of languages) {
    it(`${tag}: every word, none of them English, with the same placeholders`, async () => {
      for (const [name, load] of Object.entries(loaders)) {
        const english = new Map(textsOf(await load('en')));
        const own = textsOf(await load(tag)).filter(([path]) => !/^\.(calendar|lang|dir)\b/.test(path));
        const names = own.map(([path]) => path);
        assert.deepEqual(
          names,
          [...english.keys()].filter((path) => !/^\.(lang|dir)$/.test(path)),
          name,
        );
        for (const [path, text] of own) {
          assert.equal(placeholders(text), placeholders(english.get(path)!), `${name}${path}: ${text}`);
          assert.equal(text, text.trim(), `${name}${path}`);
          const isShared = text.split(/[^\p{L}]+/u).every((word) => !word || shared.test(word));
          if (scripts[tag]) assert.ok(isShared || scripts[tag].test(text), `${name}${path}: ${text}`);
          // One word may be the same in two languages, a sentence is not.
          if (text.split(' ').length > 2) assert.notEqual(text, english.get(path), `${name}${path}`);
        }
      }
    });
  }

  it('right to left where its script is', () => {
    const rtl = languages.filter((tag) => directionOf(tag) === 'rtl');
    assert.deepEqual([...rtl], ['ar', 'fa', 'ps', 'ur']);
    for (const tag of ['fa-AF', 'ur-PK', 'ps-AF', 'ckb', 'he', 'dv', 'uz-Arab', 'ku-Arab-IQ'])
      assert.equal(directionOf(tag), 'rtl', tag);
    for (const tag of ['fr', 'sr-Latn', 'uz', 'zh-Hant-HK']) assert.equal(directionOf(tag), 'ltr', tag);
  });
});

describe('words that stand in', () => {
  for (const [tag, expected] of [
    ['nl', 'en'],
    ['xx-invalid', 'en'],
    ['sr-Latn', 'en'],
    ['zh-Hant-HK', 'zh-Hans'],
    ['zh-TW', 'zh-Hans'],
    ['zh-Hans', undefined],
    ['zh', undefined],
    ['pt-BR', undefined],
    ['fa-AF', undefined],
    ['en-GB', undefined],
  ] as const) {
    it(`${tag} ⇒ ${expected ?? 'its own'}`, async () => {
      for (const load of [loadMessages, loadChartMessages, loadGoalNames]) {
        assert.equal(standInLanguage(await load(tag), tag), expected);
      }
    });
  }
});
