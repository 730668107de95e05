// Somebody changes and deletes files while publish is at work: the feed, its pictures, and what it has published.
import { existsSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { filesIn, scratchFolder, writeFeed } from '../helpers/publications.ts';
import { iomFeed, seeded, startFeed } from './command.mjs';
import { entries, faultsAtRest, faultsOf, faultsOfEnd, servedIds, validate } from './whole.mjs';

const change = /was changed during publishing|there is no such file|not a feed|is empty|JSON/;
const lost = /folder|deleted|gone|publish again/;

/** What is done while a run is at work, and what that run may say. */
const deeds = [
  ['its feed changed', ({ feed }, count) => writeFeed(feed, entries(count)), change],
  ['its feed cut short', ({ feed }) => truncateSync(feed, 2000), change],
  ['its feed deleted', ({ feed }) => rmSync(feed, { force: true }), change],
  ['a picture deleted', ({ folder }) => rmSync(join(folder, 'a.png'), { force: true }), change],
  ['files of the publication deleted', ({ out }, _, random) => spoil(out, random, unlinkSync), change],
  ['files of the publication changed', ({ out }, _, random) => spoil(out, random, cut), change],
  ['the folder of publications deleted', ({ out }) => remove(join(out, 'releases')), lost],
];

const remove = (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5 });

/** Does something to every third file that readers are served. */
function spoil(out, random, deed) {
  const root = join(out, 'current');
  for (const file of filesIn(root)) if (random() < 0.3) deed(join(root, file));
}

/** As an editor saves: into a file of its own, since the other publication shares this one. */
function cut(path) {
  unlinkSync(path);
  writeFileSync(path, 'x');
}

export async function files({ seed, print, times = 10 }) {
  const rows = [];
  for (const [what, deed, allowed] of deeds) {
    const random = seeded(seed);
    const folder = scratchFolder();
    const place = { folder, feed: join(folder, 'feed.json'), out: join(folder, 'out') };
    const { feed, out } = place;
    const args = ['publish', feed, '--out', out];
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#0033a0' } }).toFile(
      join(folder, 'a.png'),
    );
    const picture = join(folder, 'kept.png');
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#0033a0' } }).toFile(picture);
    const write = (count) =>
      writeFeed(
        feed,
        entries(count).map((entry, index) => (index ? entry : { ...entry, image: 'a.png' })),
      );
    const faults = [];
    let count = 60;
    write(count);
    const begin = performance.now();
    faults.push(...faultsOfEnd(await iomFeed(args)));
    const length = performance.now() - begin;
    let refused = 0;
    for (let number = 1; number <= times; number++) {
      write(++count);
      const { child, end } = startFeed(args);
      await new Promise((done) => setTimeout(done, random() * length));
      const isRunning = child.exitCode === null;
      try {
        deed(place, count + 1000, random);
      } catch (error) {
        // What a run removes while this looks at it is gone all the same.
        if (error.code !== 'ENOENT' && error.code !== 'ENOTEMPTY') throw error;
      }
      const ended = await end;
      if (ended.code === 2) refused++;
      if (isRunning) faults.push(...faultsOfEnd({ ...ended, code: ended.code === 1 ? 0 : ended.code }, allowed));
      const isServed = existsSync(join(out, 'current/feed.json'));
      if (isServed && !what.startsWith('files')) faults.push(...faultsOf(join(out, 'current')));
      // Then all is as it should be again, and the next run mends what is broken.
      await sharp(picture).toFile(join(folder, 'a.png'));
      write(++count);
      faults.push(...faultsOfEnd(await iomFeed(args)).map((fault) => `after ${number}: ${fault}`));
      if (servedIds(out).length !== count) faults.push(`after ${number}: what is new is not published`);
      faults.push(...faultsAtRest(out).filter((fault) => !/^\d{8}T/.test(fault)), ...faultsOf(join(out, 'current')));
    }
    faults.push(...validate(out));
    print(`  ${what}: ${refused} of ${times} refused`);
    const said = `${times} times: ${refused} runs said so and published nothing; the next one published all, whole`;
    rows.push({ what: `\`publish\`, ${what} during the run`, said, faults });
  }
  return rows;
}
