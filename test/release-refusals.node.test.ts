// The command itself, with checks that fail, and a disk that is really full.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promote } from '../scripts/release.mjs';
import { filesIn, scratchFolder, servedFiles, smallDisk } from './helpers/publications.js';
import { builtVersion, releaseVersion } from './helpers/releases.js';

const line = 'iom-widgets@0.1';

/** Programs in place of node and npm: they note what they were called for, and fail at what is named. */
function programs(failing: string) {
  const folder = scratchFolder();
  const log = join(folder, 'log');
  for (const name of ['node', 'npm']) {
    const file = join(folder, name);
    writeFileSync(
      file,
      `#!/bin/sh\necho "${name} $*" >>'${log}'\ncase "${name} $*" in *'${failing}'*) exit 1;; esac\n`,
    );
    chmodSync(file, 0o755);
  }
  return { folder, calls: () => readFileSync(log, 'utf8').trim().split('\n') };
}

const run = (to: string, path: string) =>
  spawnSync(process.execPath, ['scripts/release.mjs', '--to', to], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${path}:${process.env.PATH}` },
  });

describe('npm run release -- --to DIR, where a check fails', () => {
  const checks = [
    ['a build', 'npm run --silent build'],
    ['public names', 'versions.node.test.ts'],
    ['sizes', 'embed.node.test.ts'],
    ['tests', 'npm test'],
    ['museum', 'npm run --silent museum'],
  ] as const;
  for (const [index, [name, failing]] of checks.entries()) {
    it(`${name} ⇒ it says so, asks nothing more, and writes nothing`, () => {
      const to = scratchFolder();
      const { folder, calls } = programs(failing);
      const { status, stdout, stderr } = run(to, folder);
      assert.equal(status, 1);
      assert.match(stdout, /1\. checks: a build, public names, sizes, tests, museum\n/);
      assert.match(stderr, new RegExp(`^${name}: failed; nothing was written\\.`));
      assert.equal(calls().length, index + 1);
      assert.deepEqual(readdirSync(to), []);
    });
  }

  it('none ⇒ it writes the version and its line', () => {
    const to = scratchFolder();
    const { folder, calls } = programs('nothing of that kind');
    const { status, stderr } = run(to, folder);
    assert.deepEqual([status, stderr, calls().length], [0, '', checks.length]);
    assert.ok(existsSync(join(to, line, 'autoload.js')));
  });
});

const disk = smallDisk('24m');

describe('npm run release on a disk that is full', { skip: !disk && 'only root may mount a small disk' }, () => {
  after(() => execFileSync('umount', ['-l', disk!]));

  const to = resolve(disk ?? '.', 'cdn');
  const filler = resolve(disk ?? '.', 'filler');
  /** What is served of a folder, by its files’ hashes. */
  const stateOf = (folder: string) => {
    const link = scratchFolder();
    execFileSync('ln', ['-s', join(to, folder), join(link, 'current')]);
    return servedFiles(link);
  };
  const next = builtVersion('0.1.1', { 'elements/about.js': '// newer', 'autoload.js': '/*stage*/// newer' });
  /** Leaves room for so many kilobytes. */
  const leave = (room: number) => {
    writeFileSync(filler, '');
    assert.throws(() => {
      for (;;) appendFileSync(filler, Buffer.alloc(16_384));
    }, /ENOSPC/);
    execFileSync('truncate', ['-s', `-${room}K`, filler]);
  };
  const release = () => releaseVersion(to, '0.1.1', next, { free: () => Infinity });
  const hidden = () => filesIn(to).filter((file) => file.split('/').some((name) => name.startsWith('.')));
  let full = 0;
  before(() => {
    if (disk) assert.doesNotMatch(releaseVersion(to, '0.1.0', builtVersion('0.1.0')), /refused/);
    full = Math.ceil(filesIn(next).reduce((sum, file) => sum + readFileSync(join(next, file)).length, 0) / 1024);
  });

  for (const share of [0, 0.2, 0.6, 0.95, 1.3, 1.7, 2.1]) {
    it(`room for ${share} of a version ⇒ nothing is there by halves, and what was served is as it was`, () => {
      const [version, served] = ['iom-widgets@0.1.0', line].map(stateOf);
      leave(Math.round(share * full));
      const printed = release();
      rmSync(filler);
      assert.match(printed, /refused: .*ENOSPC/);
      assert.deepEqual(stateOf('iom-widgets@0.1.0'), version);
      assert.deepEqual(stateOf(line), served);
      assert.deepEqual(hidden(), []);
      if (!existsSync(join(to, 'iom-widgets@0.1.1'))) return;
      execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: join(to, 'iom-widgets@0.1.1') });
      assert.match(
        printed,
        /iom-widgets@0\.1\.1\/ is there, but iom-widgets@0\.1\/ is as it was: .* --promote 0\.1\.1\./,
      );
      rmSync(join(to, 'iom-widgets@0.1.1'), { recursive: true });
    });
  }

  it('with room it is released, and a line on a full disk goes back by --promote once there is some', () => {
    assert.doesNotMatch(release(), /refused/);
    const served = stateOf(line);
    leave(0);
    assert.throws(() => promote({ to, version: '0.1.0', print: () => {} }), /ENOSPC/);
    assert.deepEqual(stateOf(line), served);
    assert.deepEqual(hidden(), []);
    rmSync(filler);
    promote({ to, version: '0.1.0', print: () => {} });
    assert.equal(
      readFileSync(join(to, line, 'elements/about.js'), 'utf8'),
      readFileSync('dist/elements/about.js', 'utf8'),
    );
  });
});
