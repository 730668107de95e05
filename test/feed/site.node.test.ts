import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseLenient } from '../../src/feed/parse/parse-lenient.js';
import { problemsOf } from '../../src/feed/parse/problems.js';
import { parseSite } from '../../src/feed/parts/site.js';

const base = 'https://example.org/feeds/fr.json';
const read = (_iom?: object) => {
  const feed = parseLenient({ version: 'https://jsonfeed.org/version/1.1', items: [], _iom }, base);
  return { ...parseSite(feed), problems: problemsOf(feed) };
};

describe('a site', () => {
  it('is searched where the feed says so, by the parameter that it names', () => {
    const { search } = read({ search: { url: '/fr/search', parameter: 'mots' } });
    assert.deepEqual(search, { url: 'https://example.org/fr/search', parameter: 'mots' });
  });

  it('is searched by q where the feed names no parameter', () => {
    assert.deepEqual(read({ search: { url: 'https://example.org/s' } }).search, {
      url: 'https://example.org/s',
      parameter: 'q',
    });
  });

  it('has no search without an address that leads somewhere, which is told', () => {
    assert.equal(read({ search: { parameter: 'q' } }).search, undefined);
    for (const wrong of [{ url: 'javascript:x()' }, 'https://example.org/s', 7]) {
      const { search, problems } = read({ search: wrong });
      assert.equal(search, undefined);
      assert.match(problems.join(), /_iom\.search/);
    }
  });

  it('has its other languages, each once, the last one named', () => {
    const { translations } = read({
      translations: [
        { language: 'es', url: '/old' },
        { language: 'AR', url: '/ar' },
        { language: 'es', url: '/es' },
      ],
    });
    assert.deepEqual(translations, [
      { language: 'es', url: 'https://example.org/es' },
      { language: 'ar', url: 'https://example.org/ar' },
    ]);
  });

  it('leaves out languages without an address, and addresses without a language', () => {
    const { translations } = read({ translations: [{ language: 'es' }, { url: '/ar' }, 'ru', {}] });
    assert.deepEqual(translations, []);
  });

  it('has nothing of it where the feed says nothing', () => {
    for (const _iom of [undefined, {}, { search: null, translations: [] }]) {
      const { search, translations } = read(_iom);
      assert.deepEqual([search, translations], [undefined, []]);
    }
  });
});
