import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalLocale } from '../../src/i18n/canonical-locale.js';
import { foreign } from '../../src/i18n/foreign.js';
import { formatDay } from '../../src/i18n/format-date.js';
import { nameOfLanguage } from '../../src/i18n/language-name.js';
import { addressIn, canonical, directionOf, localeOf, primarySubtag } from '../../src/i18n/locale.js';
import { matchesAny, normalizeForSearch } from '../../src/i18n/search-text.js';
import { utcOffset } from '../../src/i18n/time-zone.js';

describe('the language that an element stands in', () => {
  /** An element whose nearest `lang` is one, or the host of whose shadow root has it. */
  const element = (lang: string | undefined, host?: Element) => {
    const root = { host };
    const at = {
      getRootNode: () => root,
      closest: (selector: string) => (selector === '[lang]:not([lang=""])' && lang !== undefined ? { lang } : null),
    };
    return [at as unknown as Element, root] as const;
  };
  const watching = () => {
    const watched: unknown[] = [];
    const observe = (root: unknown, options: unknown) => void watched.push(root, options);
    return [{ observe } as unknown as MutationObserver, watched] as const;
  };

  it('is what the nearest lang says, and its root is watched', () => {
    const [observer, watched] = watching();
    const [one, root] = element('fr_CA');
    assert.equal(localeOf(one, observer), 'fr-CA');
    assert.deepEqual(watched, [root, { subtree: true, attributeFilter: ['lang'] }]);
  });

  it('is looked for across shadow roots', () => {
    const [observer, watched] = watching();
    const [host, outside] = element('ar');
    const [inner, root] = element(undefined, host);
    assert.equal(localeOf(inner, observer), 'ar');
    assert.deepEqual([watched[0], watched[2]], [root, outside]);
  });

  it('is the browser’s where nobody says one, or what is said is none', (context) => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', { value: { language: 'es-UY' }, configurable: true });
    context.after(() =>
      before ? Object.defineProperty(globalThis, 'navigator', before) : Reflect.deleteProperty(globalThis, 'navigator'),
    );
    const [observer] = watching();
    assert.equal(localeOf(element(undefined)[0], observer), 'es-UY');
    assert.equal(localeOf(element('-')[0], observer), 'es-UY');
  });
});

describe('a tag of a language', () => {
  for (const [written, tag] of [
    ['fr', 'fr'],
    ['fr_CA.UTF-8', 'fr-CA'],
    ['pt_br, en', 'pt-BR'],
    ['zh_hant_hk', 'zh-Hant-HK'],
  ]) {
    it(`${written} ⇒ ${tag}`, () => assert.equal(canonical(written), tag));
  }
  it('what has no letter in it is none', () => assert.throws(() => canonical('...'), RangeError));
  it('anything at all ⇒ a tag that Intl takes, or none', () => {
    assert.equal(canonicalLocale('fr-ca'), 'fr-CA');
    assert.equal(canonicalLocale('no language'), undefined);
    assert.equal(canonicalLocale(undefined), undefined);
  });
  it('says which language it is', () => assert.equal(primarySubtag('ZH-Hans'), 'zh'));

  for (const [language, tag, expected] of [
    ['fr-CA', 'fr', undefined],
    ['FR', 'en', 'fr'],
    ['no language', 'en', undefined],
    [undefined, 'en', undefined],
  ]) {
    it(`${language} on a page in ${tag} ⇒ ${expected ?? 'not said'}`, () =>
      assert.equal(foreign(language, tag!), expected));
  }

  for (const [language, tag, name] of [
    ['es', 'fr', 'espagnol'],
    ['es', undefined, 'español'],
    ['no language', 'en', 'no language'],
    ['es', 'xx', 'Spanish'],
    ['und', 'fr', 'und'],
  ] as const) {
    it(`${language} is called ${name} in ${tag ?? 'itself'}`, () => assert.equal(nameOfLanguage(language, tag), name));
  }
});

describe('the address for a language', () => {
  for (const [tag, languages, expected] of [
    ['fr-CH', undefined, 'oim.fr.json?fr'],
    ['pt', undefined, 'oim.en.json?en'],
    ['pt', '', 'oim.en.json?en'],
    ['pt', 'pt en', 'oim.pt.json?pt'],
    ['ru', 'fr, en', 'oim.fr.json?fr'],
  ] as const) {
    it(`${tag} where there is ${languages || 'what the United Nations speak'} ⇒ ${expected}`, () =>
      assert.equal(addressIn('oim.{lang}.json?{lang}', tag, languages), expected));
  }
});

describe('the direction of a language', () => {
  for (const tag of ['ar', 'ckb', 'dv', 'fa-AF', 'he', 'ps', 'sd', 'ug', 'ur', 'yi', 'uz-Arab', 'pa-Arab-PK']) {
    it(`${tag} ⇒ from right to left`, () => assert.equal(directionOf(tag), 'rtl'));
  }
  for (const tag of ['en', 'fr', 'arn', 'zh-Hant', 'mas', 'sr-Latn', 'fr-x-he']) {
    it(`${tag} ⇒ from left to right`, () => assert.equal(directionOf(tag), 'ltr'));
  }
});

describe('a day in words', () => {
  for (const [date, tag, expected] of [
    ['2023-07-10T23:00:00-03:00', 'fr', '10 juillet 2023'],
    ['2023-07-10T01:00:00+12:00', 'en', 'July 10, 2023'],
    ['2023-07-11', 'en', 'July 11, 2023'],
    ['2023-07-10', 'es', '10 de julio de 2023'],
  ]) {
    it(`${date} in ${tag} ⇒ ${expected}, wherever the reader is`, () => {
      assert.equal(formatDay(date, tag), expected);
      assert.equal(formatDay(date, tag), expected);
    });
  }
});

describe('what is alike to someone who searches', () => {
  it('small and capital letters, accents, apostrophes', () =>
    assert.equal(normalizeForSearch('L’Été À GENÈVE'), "l'ete a geneve"));

  it('one of the words wanted is enough, and none wanted, too', () => {
    assert.equal(matchesAny(['geneve', 'lima'], ['Genève']), true);
    assert.equal(matchesAny(['lima'], ['Genève', 'Dakar']), false);
    assert.equal(matchesAny([], []), true);
    assert.equal(matchesAny(undefined, ['Genève']), true);
    assert.equal(matchesAny(['lima'], []), false);
  });
});

describe('how far the clocks of a zone are ahead', () => {
  for (const [zone, moment, hours] of [
    ['Europe/Zurich', '2026-01-01T00:00:00Z', 1],
    ['Europe/Zurich', '2026-07-01T00:00:00Z', 2],
    ['America/St_Johns', '2026-01-01T00:00:00Z', -3.5],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 5.75],
    ['Pacific/Kiritimati', '2026-01-01T00:00:00Z', 14],
    ['UTC', '2026-01-01T00:00:00Z', 0],
  ] as const) {
    it(`${zone} at ${moment} ⇒ ${hours} hours`, () =>
      assert.equal(utcOffset(zone)!(Date.parse(moment)), hours * 3_600_000));
  }
  it('of a zone that nobody knows ⇒ nothing is claimed', () => assert.equal(utcOffset('Mars/Olympus'), undefined));
});
