import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { publish } from '../../src/cli/commands/publish.js';
import { iomFeedScript } from '../helpers/cli.js';
import {
  iomFeed,
  items,
  readFeedFile,
  scratchFolder,
  servedFiles,
  smallDisk,
  writeFeed,
} from '../helpers/publications.js';

/** What readers are to see before, and after. */
const before = items(60);
const next = items(64);
const served = async (entries: unknown[]) => {
  const folder = scratchFolder();
  await publish(writeFeed(join(folder, 'feed.json'), entries), { out: join(folder, 'out') });
  return servedFiles(join(folder, 'out'));
};

const [old, whole] = [await served(before), await served(next)];

describe('iom-feed publish, killed', () => {
  for (const [moment, shown] of [
    ['mkdirSync:3', 'old'],
    ['writeSync:1', 'old'],
    ['writeSync:10', 'old'],
    ['linkSync:5', 'old'],
    ['unlinkSync:2', 'old'],
    ['writeFileSync:2', 'old'],
    ['renameSync:1', 'old'],
    ['symlinkSync:1', 'old'],
    ['renameSync:2', 'old'],
    ['renameSync:3', 'new'],
    ['unlinkSync:60', 'new'],
    ['rmdirSync:1', 'new'],
  ] as const) {
    it(`before ${moment} ⇒ readers have the ${shown} publication, whole, and the next run completes the rest`, async () => {
      const folder = scratchFolder();
      const out = join(folder, 'out');
      const feed = writeFeed(join(folder, 'feed.json'), items(58));
      await publish(feed, { out });
      await publish(writeFeed(feed, before), { out });
      writeFeed(feed, next);
      const { signal, errors } = await iomFeed(['publish', feed, '--out', out], {
        env: { NODE_OPTIONS: '--import=./test/helpers/kill-process.mjs', DIES_IN: out, DIES_BEFORE: moment },
      });
      assert.equal(signal, 'SIGKILL', errors);
      assert.deepEqual(servedFiles(out), shown === 'old' ? old : whole);

      await publish(feed, { out });
      assert.deepEqual(servedFiles(out), whole);
      assert.ok(!existsSync(join(out, '.lock')));
      await publish(writeFeed(feed, items(70)), { out });
      assert.equal(readFeedFile(out, 'feed.json').items[0].id, 'item-70');
      assert.deepEqual(
        readdirSync(join(out, 'releases')).filter((name) => name.startsWith('.')),
        [],
      );
      assert.equal(readdirSync(join(out, 'releases')).length, 2);
    });
  }
});

describe('iom-feed publish, while somebody else is at its files', () => {
  /** A publication, and a run that meets something when it writes its first file. */
  async function disturbed(deed: (folder: string) => void) {
    const folder = scratchFolder();
    const out = join(folder, 'out');
    const feed = writeFeed(join(folder, 'feed.json'), before, {}, 2);
    await publish(feed, { out });
    writeFeed(feed, next, {}, 2);
    utimesSync(feed, 1, 1);
    let isDone = false;
    const progress = () => {
      if (!isDone) deed(folder);
      isDone = true;
    };
    const failed = publish(feed, { out, progress }).then(
      () => assert.fail('it was published'),
      (error: Error) => error,
    );
    return { error: await failed, out, feed };
  }

  it('whose feed is cut short ⇒ it says that the feed was changed; the publication from before stays', async () => {
    const { error, out, feed } = await disturbed((folder) => truncateSync(join(folder, 'feed.json'), 2000));
    assert.equal(error.name, 'CommandError');
    assert.match(error.message, /feed\.json: was changed during publishing; publish it again/);
    assert.deepEqual(servedFiles(out), old);
    await publish(writeFeed(feed, next), { out });
    assert.deepEqual(servedFiles(out), whole);
  });

  it('whose folder is deleted ⇒ it says which file was, and the next run publishes', async () => {
    const { error, out, feed } = await disturbed((folder) => rmSync(join(folder, 'out/releases'), { recursive: true }));
    assert.equal(error.name, 'CommandError');
    assert.match(error.message, /releases\S*: it was deleted during the run; see to it .*, then publish again\.$/);
    assert.ok(!existsSync(join(out, '.lock')));
    await publish(feed, { out });
    assert.deepEqual(servedFiles(out), whole);
  });
});

/** Runs a command under a shell's limit for the size of files, in blocks of 1,024 bytes. */
const limited = (blocks: number, args: string[]) => {
  const command = [...iomFeedScript, ...args];
  const script = `ulimit -f ${blocks}; exec "$0" "$@"`;
  try {
    execFileSync('bash', ['-c', script, process.execPath, ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
    return { status: 0, stderr: '' };
  } catch (error) {
    return error as { status: number; stderr: Buffer };
  }
};

const files = (folder: string) => readdirSync(folder).sort();

describe('where files may not grow', () => {
  it('publish ⇒ says which file and what to do; the publication from before stays', async () => {
    const folder = scratchFolder();
    const out = join(folder, 'out');
    const feed = writeFeed(join(folder, 'feed.json'), before);
    await publish(feed, { out });
    const old = servedFiles(out);
    writeFeed(
      feed,
      items(64).map((entry) => ({ ...entry, content_html: 'x'.repeat(5000) })),
    );
    const { status, stderr } = limited(16, ['publish', feed, '--out', out]);
    assert.equal(status, 2);
    assert.match(
      String(stderr),
      /^iom-feed: \S+: the file size limit is exceeded; raise it \(ulimit -f\), then publish again\. Readers still get the previous publication\.\n$/,
    );
    assert.deepEqual(servedFiles(out), old);
    assert.deepEqual(
      files(join(out, 'releases')).filter((name) => name.startsWith('.')),
      [],
    );
  });

  for (const [name, args] of [
    ['import', ['import', 'large.txt', '--lang', 'en', '--out', 'out']],
    ['prerender', ['prerender', 'large.txt', '--out', 'out']],
  ] as const) {
    it(`${name} ⇒ says which file and what to do; what was there stays`, () => {
      const folder = scratchFolder();
      writeFileSync(join(folder, 'large.txt'), `Title\n\n${'Some text.\n\n'.repeat(5000)}`);
      writeFileSync(join(folder, 'out'), 'as it was');
      const here = args.map((arg) => (['large.txt', 'out'].includes(arg) ? join(folder, arg) : arg));
      const { status, stderr } = limited(16, here);
      assert.equal(status, 2);
      assert.match(String(stderr), /iom-feed: \S+\/out was not written: the file size limit is exceeded; /);
      assert.equal(readFileSync(join(folder, 'out'), 'utf8'), 'as it was');
      assert.deepEqual(files(folder), ['large.txt', 'out']);
    });
  }
});

const disk = smallDisk('1500k');

describe('a disk that fills up', { skip: !disk && 'only root may mount a small disk' }, () => {
  after(() => execFileSync('umount', ['-l', disk!]));

  it('publish ⇒ says which file and what to do, leaves nothing behind, and publishes when there is room', async () => {
    const out = join(disk!, 'out');
    const feed = join(scratchFolder(), 'feed.json');
    await publish(writeFeed(feed, before), { out });
    const old = servedFiles(out);
    writeFeed(feed, items(400));
    const filler = join(disk!, 'filler');
    writeFileSync(filler, Buffer.alloc(100_000));
    const { code, errors } = await iomFeed(['publish', feed, '--out', out]);
    assert.equal(code, 2);
    assert.match(
      errors,
      /^iom-feed: \S+: the disk is full; free some space, then publish again\. Readers still get the previous publication\.\n$/,
    );
    assert.deepEqual(servedFiles(out), old);
    assert.deepEqual(
      files(join(out, 'releases')).filter((name) => name.startsWith('.')),
      [],
    );
    assert.ok(!existsSync(join(out, '.lock')));
    await publish(writeFeed(feed, next), { out });
    assert.equal(readFeedFile(out, 'feed.json').items[0].id, 'item-64');
    for (const path of [filler, out]) rmSync(path, { recursive: true });
  });

  for (const [name, args] of [
    ['publish --rollback', ['publish', '--rollback', '--out', 'out']],
    ['sync', ['sync', 'config.json']],
  ] as const) {
    it(`${name} without room for a letter ⇒ says what to do, and readers keep what they have`, async () => {
      const place = join(disk!, name.replace(/\W/g, ''));
      mkdirSync(place);
      const feed = join(place, 'feed.json');
      const config = join(place, 'config.json');
      writeFileSync(config, JSON.stringify({ out: 'out', feeds: { en: { sources: [feed] } } }));
      for (const count of [5, 6]) {
        writeFeed(feed, items(count));
        assert.equal((await iomFeed(['sync', config])).code, 0);
      }
      const old = servedFiles(join(place, 'out'));
      const filler = join(disk!, 'filler');
      assert.throws(() => {
        for (;;) appendFileSync(filler, Buffer.alloc(4096));
      }, /ENOSPC/);
      const here = args.map((arg) => (['out', 'config.json'].includes(arg) ? join(place, arg) : arg));
      const { code, errors } = await iomFeed(here);
      rmSync(filler);
      assert.equal(code, 2);
      assert.match(
        errors,
        /^iom-feed: .*: the disk is full; free some space, .* Readers still get the previous .*\.\n$/,
      );
      assert.deepEqual(servedFiles(join(place, 'out')), old);
      assert.equal((await iomFeed(here)).code, 0);
    });
  }
});
