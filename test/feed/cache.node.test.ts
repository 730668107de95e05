import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { readCache, writeCache } from '../../src/feed/load/cache.js';

describe('the copy of a feed that a browser keeps', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, 'caches'));
  const url = 'https://feeds.example.org/oim.fr.json';

  /** Stands for the Cache API of browsers: answers by address, by the name of the cache. */
  function browser() {
    const kept = new Map<string, Map<string, Response>>();
    const open = (name: string) => {
      const answers = kept.get(name) ?? new Map<string, Response>();
      kept.set(name, answers);
      return Promise.resolve({
        put: (key: string, response: Response) => Promise.resolve(void answers.set(key, response)),
        match: (key: string) => Promise.resolve(answers.get(key)?.clone()),
      });
    };
    Object.assign(globalThis, { caches: { open } });
    return kept;
  }

  it('is the last one', async () => {
    const kept = browser();
    await writeCache(url, 'old');
    await writeCache(url, 'new');
    assert.equal(await readCache(url), 'new');
    assert.deepEqual([...kept.keys()], ['iom-feeds'], 'another name would leave old copies behind for ever');
  });

  it('that isn’t there is none', async () => {
    browser();
    assert.equal(await readCache(url), undefined);
  });

  it('is none where a browser keeps nothing', async () => {
    await assert.rejects(readCache(url));
    await assert.rejects(writeCache(url, 'new'));
  });
});
