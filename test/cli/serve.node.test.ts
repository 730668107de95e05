import assert from 'node:assert/strict';
import fs, { rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { publish } from '../../src/cli/commands/publish.js';
import { serve, type Serving } from '../../src/cli/commands/serve.js';
import { rollBack } from '../../src/cli/publish/publication.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { items, scratchFolder, writeFeed } from '../helpers/publications.js';

const { createReadStream } = fs;

/** Something happens between the moment at which the server has found the next file and that at which it opens it. */
function betweenFindingAndOpening(deed: () => void): void {
  fs.createReadStream = (...values) => {
    fs.createReadStream = createReadStream;
    syncBuiltinESMExports();
    deed();
    return createReadStream(...values);
  };
  syncBuiltinESMExports();
}

describe('iom-feed serve, while files change', () => {
  const folder = scratchFolder();
  const out = join(folder, 'out');
  let serving: Serving;
  const ask = async (path: string) => (await fetch(serving.url + path)).text();
  before(async () => {
    for (const count of [5, 40]) await publish(writeFeed(join(folder, 'feed.json'), items(count)), { out });
    serving = await serve(out, { port: 0 });
  });
  after(() => serving.close());

  it('answers with one publication or the other, never with a mixture', async () => {
    betweenFindingAndOpening(() => rollBack(out));
    const newest = async () => (JSON.parse(await ask('feed.json')) as Feed).items[0].id;
    assert.equal(await newest(), 'item-40');
    assert.equal(await newest(), 'item-5');
  });

  it('goes on where a file is deleted that it was about to send', async () => {
    const file = join(out, 'current/test.json');
    writeFileSync(file, '{}');
    // Outside of a test, that would end the process.
    const ending: Error[] = [];
    const note = (error: Error) => ending.push(error);
    process.on('uncaughtException', note);
    betweenFindingAndOpening(() => rmSync(file));
    await assert.rejects(ask('test.json'));
    assert.match(await ask('test.json'), /404/);
    assert.match(await ask('index.json'), /feed\.json/);
    process.off('uncaughtException', note);
    assert.deepEqual(ending, []);
  });

  it('answers 404 while there is no publication, and serves the next one', async () => {
    const place = join(scratchFolder(), 'out');
    const feed = writeFeed(join(folder, 'again.json'), items(3));
    await publish(feed, { out: place });
    const { url, close } = await serve(place, { port: 0 });
    rmSync(join(place, 'releases'), { recursive: true });
    assert.equal((await fetch(`${url}feed.json`)).status, 404);
    await publish(feed, { out: place });
    assert.equal((await fetch(`${url}feed.json`)).status, 200);
    await close();
  });
});
