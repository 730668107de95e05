import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { statusOf } from '../../src/cli/sync/check.js';
import { readConfig } from '../../src/cli/sync/config.js';
import { iomFeed } from '../helpers/publications.js';
import { serveSources, status, type SourceServer } from '../helpers/source-server.js';
import { hour, start, stories, workshop } from '../helpers/sync.js';

let site: SourceServer;
before(async () => (site = await serveSources()));
after(() => site.close());
beforeEach(() => {
  for (const path of Object.keys(site.paths)) delete site.paths[path];
  site.news();
});

/** A publication of six stories, and a source that has a seventh. */
async function published() {
  site.paths['/fr'] = stories(6);
  const shop = workshop(`${site.origin}/fr`);
  await shop.sync();
  site.paths['/fr'] = stories(7);
  return shop;
}

/** A run that is killed before it changes something, named by the beginning of its path, in this way. */
const killed = async (path: string, config: string, moment: string) => {
  const { signal, errors } = await iomFeed(['sync', config], {
    env: {
      NODE_OPTIONS: '--import=./test/helpers/kill-process.mjs',
      // As the command names it.
      DIES_IN: relative('.', path),
      DIES_BEFORE: moment,
    },
  });
  assert.equal(signal, 'SIGKILL', errors);
};

describe('iom-feed sync, killed', () => {
  for (const [what, path, moment, shown] of [
    ['when it has written the feed, but not published it', 'releases', 'writeSync:1', 6],
    // The draft of the lock goes first.
    ['when it has published', '.lock', 'rmSync:2', 7],
  ] as const) {
    it(`${what} ⇒ the next run completes it, and asks the CDN to forget the feed`, async () => {
      const { folder, config, configure, sync, served } = await published();
      site.paths['/purge'] = 'ok';
      configure({ feeds: { fr: { sources: [`${site.origin}/fr`] } }, purge: `${site.origin}/purge` });
      await killed(join(folder, 'feeds/fr', path), config, moment);
      assert.equal(served()?.length, shown);
      assert.ok(!site.news().includes('/purge'));

      const { state } = await sync();
      assert.deepEqual(served(), [7, 6, 5, 4, 3, 2, 1]);
      assert.ok(site.news().includes('/purge'));
      assert.deepEqual([state.items, state.trouble], [7, undefined]);
      assert.equal((await sync({ now: start + hour })).outcome, 'unchanged');
      assert.ok(!site.news().includes('/purge'));
    });
  }

  it('while it wrote a file ⇒ nothing of that is left, also where the next run has the same number', async () => {
    const { folder, sync, served } = await published();
    const known = join(folder, 'feeds/fr/sync');
    for (const name of ['state.json', 'feed.json'])
      for (const pid of [process.pid, 99_999_999]) writeFileSync(join(known, `${name}.${pid}.part`), '{"ver');
    assert.equal((await sync()).outcome, 'published');
    assert.equal(served()?.length, 7);
    assert.deepEqual(
      readdirSync(known).filter((name) => name.endsWith('.part')),
      [],
    );
  });
});

describe('iom-feed sync, after a run while the clock was a year ahead', () => {
  const later = start + 365 * 24 * hour;

  it('asks a source that wanted to be left alone for a while', async () => {
    const { folder, sync, served } = await published();
    const file = join(folder, 'feeds/fr/sync/state.json');
    site.paths['/fr'] = status(429, { 'retry-after': '7200' });
    const { state } = await sync({ now: later });
    assert.equal(state.sources[0].trouble?.kind, 'busy');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/("retryAfter": ")[^"]+/, '$12027-11-20T12:00:00.000Z'));
    site.paths['/fr'] = stories(7);
    await sync();
    assert.equal(served()?.length, 7);
  });

  it('believes an older state a day later, and publishes once a day', async () => {
    const { sync, served } = await published();
    site.paths['/fr'] = stories(5);
    assert.equal((await sync({ now: later })).state.sources[0].trouble?.kind, 'older');
    assert.equal(served()?.length, 6);
    const { state } = await sync();
    assert.equal(state.sources[0].trouble?.since, new Date(start).toISOString());
    assert.ok(Date.parse(state.published!) <= start);
    await sync({ now: start + 25 * hour });
    assert.equal(served()?.length, 5);
  });

  it('--check says so until the next run', async () => {
    const { config, sync } = await published();
    await sync({ now: later });
    const [feed] = await readConfig(config);
    const { code, troubles } = await statusOf(feed, 15, start);
    assert.equal(code, 1);
    assert.match(troubles[0], /^the last run was at 2027-11-20T10:00Z, which is still to come; set the clock right/);
    await sync();
    assert.deepEqual((await statusOf(feed, 15, start)).troubles, []);
  });
});
