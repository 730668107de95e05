import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { promote, stage } from '../scripts/release.mjs';
import { maxDays, parseStage, stagedScript } from '../scripts/release/stage.mjs';
import { filesIn, scratchFolder } from './helpers/publications.js';
import { builtVersion, releaseVersion } from './helpers/releases.js';

const line = 'iom-widgets@0.1';
const print = () => {};
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
/** Everything below a folder, with a hash of each file. */
const stateOf = (folder: string) =>
  filesIn(folder).map((file) => [
    file,
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex'),
  ]);
/** A server with version 0.1.0, and its line. */
function released(): string {
  const to = scratchFolder();
  assert.doesNotMatch(releaseVersion(to, '0.1.0', builtVersion('0.1.0')), /refused/);
  return to;
}

describe('npm run release', () => {
  it('prints its plan first, and with --dry-run nothing else happens', () => {
    const to = scratchFolder();
    const printed = releaseVersion(to, '0.1.0', 'dist', { isDry: true, checks: [['tests', assert.fail]] });
    assert.match(printed, /^iom-widgets 0\.1\.0 ⇒ .+\n.+checks: tests\n.+new: iom-widgets@0\.1\.0\/.+\n.+is new\n/);
    assert.deepEqual(readdirSync(to), []);
  });

  it('writes the version with checksums that hold, hashes and an import map of all modules, and its list of parts', () => {
    const to = released();
    const folder = join(to, 'iom-widgets@0.1.0');
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder });
    const files = filesIn(folder);
    assert.equal(read(folder, 'SHA256SUMS').trim().split('\n').length, files.length - 1);
    const integrity = JSON.parse(read(folder, 'integrity.json')) as Record<string, string>;
    assert.deepEqual(
      Object.keys(integrity).sort(),
      files.filter((file) => file.endsWith('.js')),
    );
    const map = JSON.parse(read(folder, 'importmap.json')) as { integrity: Record<string, string> };
    for (const [file, hash] of Object.entries(integrity)) {
      const sum = createHash('sha384').update(readFileSync(join(folder, file)));
      assert.equal(hash, `sha384-${sum.digest('base64')}`, file);
      assert.equal(map.integrity[`https://cdn.example.org/iom-widgets@0.1.0/${file}`], hash);
    }
    assert.ok(files.includes('sbom.cdx.json') && files.includes('embed.html'));
    assert.ok(!files.some((file) => /^(ssr|cli|types)\//.test(file)), 'what no page loads is not there');
  });

  it('gives the line the same scripts, byte for byte, and keeps chunks that pages may still ask for', () => {
    const to = released();
    const chunk = 'chunks/test-0000000.js';
    const next = builtVersion('0.1.1', { 'elements/about.js': '// newer' });
    writeFileSync(join(to, line, chunk), '// older');
    assert.doesNotMatch(releaseVersion(to, '0.1.1', next), /refused/);
    for (const file of ['autoload.js', 'elements/about.js', 'elements/news-feed.js', 'embed.html'])
      assert.equal(read(join(to, line), file), read(next, file), file);
    assert.equal(read(join(to, line), chunk), '// older');
    promote({ to, version: '0.1.0', print });
    assert.equal(read(join(to, line), 'elements/about.js'), read('dist', 'elements/about.js'));
  });

  for (const name of ['public names', 'sizes', 'tests', 'museum']) {
    it(`refuses when this fails: ${name}; nothing has changed then`, () => {
      const to = released();
      const before = stateOf(to);
      const fail = () => {
        throw new Error('Test failure');
      };
      const printed = releaseVersion(to, '0.1.1', builtVersion('0.1.1'), { checks: [[name, fail]] });
      assert.match(printed, new RegExp(`refused: ${name}: failed; nothing was written`));
      assert.deepEqual(stateOf(to), before);
    });
  }

  it('puts on a server what the package holds, which the code host has signed: the list of parts, and all scripts', () => {
    const to = scratchFolder();
    assert.doesNotMatch(releaseVersion(to, '0.1.0', 'dist'), /refused/);
    const sums = read(join(to, 'iom-widgets@0.1.0'), 'SHA256SUMS');
    // Of these two, the server has its own.
    const shared = sums.split('\n').filter((entry) => !/ (?:integrity|importmap)\.json$/.test(entry));
    assert.ok(shared.some((entry) => entry.endsWith(' sbom.cdx.json')));
    execFileSync('sha256sum', ['--check', '--quiet', '-'], { cwd: 'dist', input: shared.join('\n') });
  });

  it('refuses to change a version that is there, before it checks anything', () => {
    const to = released();
    const before = stateOf(to);
    const printed = releaseVersion(to, '0.1.0', builtVersion('0.1.0'), { checks: [['tests', assert.fail]] });
    assert.match(printed, /refused: .*a version is never changed/);
    assert.deepEqual(stateOf(to), before);
  });

  it('refuses a disk that is nearly full, and leaves nothing behind where writing fails in the middle', () => {
    const to = released();
    const before = stateOf(to);
    const from = builtVersion('0.1.1');
    assert.match(releaseVersion(to, '0.1.1', from, { free: () => 1_000_000 }), /refused: The disk of/);
    // Its last file can't be copied.
    rmSync(join(from, 'integrity.json'));
    assert.match(releaseVersion(to, '0.1.1', from), /refused: .*could not be written/);
    assert.deepEqual(stateOf(to), before);
    assert.deepEqual(readdirSync(to).sort(), [line, 'iom-widgets@0.1.0', 'servers']);
  });
});

describe('a staged line', () => {
  const scripts = { plain: read('dist', 'autoload.js'), staged: read('dist', 'autoload.staged.js') };
  const now = Date.UTC(2026, 11, 1);
  const minute = 60_000;
  const staged = { next: '0.1.1', share: 5, until: now + 86_400_000, off: [] };

  it('costs what a page loads at most 120 bytes, and nothing where nothing is staged', () => {
    const size = (text: string) => brotliCompressSync(text).length;
    assert.equal(stagedScript({ off: [] }, scripts), scripts.plain);
    for (const off of [[], ['office-map']]) {
      const more = size(stagedScript({ ...staged, off }, scripts)) - size(scripts.plain);
      assert.ok(more <= 120, `${more} bytes more with ${off.join(', ') || 'nothing'} switched off`);
    }
  });

  /** Which folder a page loads elements from, by its host and the time: what the script says. */
  function chooser(script: string): (host: string, time: number) => string {
    const [, choice = '""'] = /\{var S=(.+?);/.exec(script) ?? [];
    const source = `(host, time) => { const location = { host }, Date = class { valueOf() { return time; } }; return ${choice} || ''; }`;
    return runInNewContext(source) as (host: string, time: number) => string;
  }

  it('10,000 views of 300 hosts and a build that throws: at most 5 % meet it, none 60 s after it was called back', () => {
    const hosts = Array.from({ length: 300 }, (_, index) => `www.partner-${index}.example.org`);
    const before = stagedScript(staged, scripts);
    const after = stagedScript({ off: [] }, scripts);
    /** Called back after half of the views; a browser may have read the script the moment before, and keeps it a minute. */
    const end = 60 * minute;
    const backAt = end / 2;
    const [folderBefore, folderAfter] = [before, after].map(chooser);
    const folders = new Map<string, Set<string>>();
    let touched = 0;
    let late = 0;
    for (let view = 0; view < 10_000; view++) {
      const time = (view / 10_000) * end;
      // The same for all runs, and no order in it.
      const host = hosts[(view * 7919) % hosts.length];
      const script = time < backAt + minute ? before : after;
      const folder = (script === before ? folderBefore : folderAfter)(host, now + time);
      if (script === before) folders.set(host, (folders.get(host) ?? new Set()).add(folder));
      if (!folder) continue;
      touched++;
      if (time >= backAt + minute) late++;
    }
    assert.ok(touched > 0 && touched <= 500, `${touched} views`);
    assert.equal(late, 0);
    assert.ok(
      [...folders.values()].every(({ size }) => size === 1),
      'the same page always gets the same',
    );
  });

  for (const share of [1, 5, 25, 50, 100]) {
    it(`sends ${share} % of many hosts to the next version, give or take a quarter`, () => {
      const folderFor = chooser(stagedScript({ ...staged, share }, scripts));
      const hosts = Array.from({ length: 5000 }, (_, index) => `${index % 2 ? 'www.' : ''}office${index}.example.org`);
      const chosen = hosts.filter((host) => folderFor(host, now)).length;
      assert.ok(Math.abs(chosen / 50 - share) <= share / 4, `${chosen / 50} %`);
    });
  }

  it('ends by itself on its day', () => {
    const folderFor = chooser(stagedScript({ ...staged, share: 100 }, scripts));
    assert.equal(folderFor('www.example.org', staged.until - 1_000_000), '../iom-widgets@0.1.1/');
    assert.equal(folderFor('www.example.org', staged.until), '');
  });

  const context = { line: '0.1', elements: ['about', 'news-feed'], exists: (name: string) => name !== '0.1.9', now };
  const good = { next: '0.1.1', share: 5, until: '2026-12-24', off: ['about'] };
  for (const [what, text] of [
    ['no file', undefined],
    ['an empty file', ''],
    ['half of a file', JSON.stringify(good).slice(0, 20)],
    ['a web page', '<!doctype html><title>Not found</title>'],
    ['a list', '[]'],
    ['a word', '"0.1.1"'],
    ['nothing', 'null'],
    ['a file of last year', JSON.stringify({ ...good, until: '2025-12-24' })],
    ['a day too far away', JSON.stringify({ ...good, until: '2027-12-24' })],
    ['no day', JSON.stringify({ ...good, until: undefined })],
    ['a version that is not there', JSON.stringify({ ...good, next: '0.1.9' })],
    ['a version of another line', JSON.stringify({ ...good, next: '0.2.0' })],
    ['a path for a version', JSON.stringify({ ...good, next: '../../0.1.1' })],
    ['a number for a version', JSON.stringify({ ...good, next: 1 })],
    ['code for a share', JSON.stringify({ ...good, share: '5||1' })],
    ['a share of nothing', JSON.stringify({ ...good, share: 0 })],
    ['more than all', JSON.stringify({ ...good, share: 101 })],
  ] as const) {
    it(`runs the line’s own version for ${what}`, () => {
      const { stage, problems } = parseStage(text, context);
      assert.equal(stage.next, undefined);
      if (text !== undefined && !['[]', 'null', '"0.1.1"'].includes(text)) assert.ok(problems.length);
    });
  }

  it('takes a good one as it is, and of elements those that there are', () => {
    assert.deepEqual(parseStage(JSON.stringify(good), context), {
      stage: { ...good, until: Date.UTC(2026, 11, 24) },
      problems: [],
    });
    assert.deepEqual(parseStage('{"off":["about","constructor","x;alert()"]}', context).stage, { off: ['about'] });
    assert.deepEqual(parseStage('{"off":"about"}', context).stage, { off: [] });
    assert.ok(maxDays < 365);
  });

  it('is written beside the line with --share, follows its file with --stage, and ends with --promote', () => {
    const to = released();
    const script = () => read(join(to, line), 'autoload.js');
    const plain = script();
    const printed = releaseVersion(to, '0.1.1', builtVersion('0.1.1', { 'elements/about.js': '// newer' }), {
      share: 5,
    });
    assert.match(printed, /iom-widgets@0\.1\/ runs 0\.1\.0, 5 % of its pages 0\.1\.1/);
    assert.match(script(), /"\.\.\/iom-widgets@0\.1\.1\/"/);
    assert.equal(read(join(to, line), 'elements/about.js'), read('dist', 'elements/about.js'));

    writeFileSync(join(to, line, 'stage.json'), '{"off":["about"]}');
    assert.equal(stage({ to, line: '0.1', print }), true);
    assert.doesNotMatch(script(), /0\.1\.1/);
    assert.match(script(), /"iom-about"/);

    promote({ to, version: '0.1.1', print });
    assert.match(script(), /"iom-about"/, 'what is switched off stays off');
    writeFileSync(join(to, line, 'stage.json'), 'garbage');
    assert.equal(stage({ to, line: '0.1', print }), false);
    assert.equal(script(), plain);
    rmSync(join(to, line, 'stage.json'));
    assert.equal(stage({ to, line: '0.1', print }), true);
    assert.equal(script(), plain);
  });

  it('is not written where there is no line', () => {
    const to = scratchFolder();
    mkdirSync(join(to, line));
    assert.throws(() => stage({ to, line: '0.1', print }), /no line 0\.1/);
    assert.ok(!existsSync(join(to, line, 'autoload.js')));
  });
});
