import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { lock } from '../../src/cli/publish/lock.js';
import { scratchFolder } from '../helpers/publications.js';

const folder = scratchFolder();
const path = join(folder, '.lock');

/** Makes a file look as if nobody had touched it for two minutes. */
function age(file: string) {
  const time = new Date(Date.now() - 120_000);
  utimesSync(file, time, time);
}

/** A process that takes the lock when it is told to. */
function holder() {
  const args = ['--import', 'tsx', 'test/helpers/lock-holder.ts', folder];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value as string;
  return {
    next,
    send: (word: 'take' | 'give') => {
      child.stdin.write(`${word}\n`);
      return next();
    },
    end: () => child.stdin.end(),
  };
}

describe('a stale lock, for which four processes ask at the same time', () => {
  const holders = Array.from({ length: 4 }, holder);
  before(() => Promise.all(holders.map(({ next }) => next())));
  after(() => holders.forEach(({ end }) => end()));

  const stale: Record<string, () => void> = {
    'of a process that is gone': () => writeFileSync(path, JSON.stringify({ host: hostname(), pid: 2 ** 30 })),
    'of a machine that is silent': () => {
      writeFileSync(path, JSON.stringify({ host: 'elsewhere', pid: 1 }));
      age(path);
    },
    'that says nothing, and is old': () => {
      writeFileSync(path, '');
      age(path);
    },
  };
  for (const [what, leave] of Object.entries(stale)) {
    it(`${what} ⇒ one has it, and the others are told`, async () => {
      for (let round = 0; round < 40; round++) {
        leave();
        const answers = await Promise.all(holders.map(({ send }) => send('take')));
        const refusals = answers.filter((answer) => answer !== 'taken');
        assert.equal(refusals.length, 3, answers.join('\n'));
        for (const line of refusals)
          assert.match(line, /^CommandError: .+: another iom-feed is running there \(.+\); wait/);
        await Promise.all(holders.map(({ send }) => send('give')));
        assert.deepEqual(readdirSync(folder), []);
      }
    });
  }
});

describe('a lock', () => {
  it('that was just created, and says nothing yet, is somebody’s', () => {
    writeFileSync(path, '');
    assert.throws(() => lock(folder), { name: 'CommandError', message: /another iom-feed is running there/ });
    age(path);
    lock(folder)();
    assert.ok(!existsSync(path));
  });

  it('that passed to another while its owner slept is not given back by that', () => {
    const giveBack = lock(folder);
    age(path);
    const giveBackNext = lock(folder);
    const content = readFileSync(path, 'utf8');
    giveBack();
    assert.equal(readFileSync(path, 'utf8'), content);
    assert.throws(() => lock(folder), { name: 'CommandError' });
    giveBackNext();
    assert.ok(!existsSync(path));
  });

  it('of a time to come, since a clock was wrong, holds nobody up for longer than any other', () => {
    const nextYear = new Date(Date.now() + 365 * 86_400_000);
    writeFileSync(path, JSON.stringify({ host: 'elsewhere', pid: 1 }));
    utimesSync(path, nextYear, nextYear);
    assert.throws(() => lock(folder), { name: 'CommandError' });
    assert.ok(statSync(path).mtimeMs <= Date.now());
    age(path);
    lock(folder)();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('leaves nothing of processes that were killed while they took it', () => {
    const rests = [`.lock.${hostname()}.${2 ** 30}`, `.lock.turn.${hostname()}.${2 ** 30}`, '.lock.elsewhere.7'];
    for (const name of [...rests, '.lock.turn']) {
      writeFileSync(join(folder, name), '{}');
      age(join(folder, name));
    }
    lock(folder)();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('leaves alone what others are at', () => {
    const drafts = [`.lock.${hostname()}.${process.ppid}`, '.lock.elsewhere.7'];
    for (const name of drafts) writeFileSync(join(folder, name), '{}');
    lock(folder)();
    assert.deepEqual(readdirSync(folder).sort(), drafts.sort());
    for (const name of drafts) rmSync(join(folder, name));
  });

  it('whose takeover was interrupted is taken all the same', () => {
    for (const file of [path, `${path}.turn`]) writeFileSync(file, JSON.stringify({ host: hostname(), pid: 2 ** 30 }));
    lock(folder)();
    assert.deepEqual(readdirSync(folder), []);
  });
});
