// Runs the recipes of docs/sync.md, as far as a machine can that has no such service.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { readConfig } from '../../src/cli/sync/config.js';
import { iomFeedScript } from '../helpers/cli.js';
import { readFeedFile, scratchFolder } from '../helpers/publications.js';
import { serveSources, type SourceServer } from '../helpers/source-server.js';
import { stories } from '../helpers/sync.js';

const page = readFileSync('docs/sync.md', 'utf8');

/** A block of the page, by the name of the file that its first line says. */
function recipe(name: string): string {
  const blocks = [...page.matchAll(/^```\w+\n# (\S+)\n([^]*?)^```$/gm)];
  const found = blocks.find(([, file]) => file === name);
  assert.ok(found, `docs/sync.md has no ${name}`);
  return found[2];
}

let site: SourceServer;
let bin: string;
before(async () => {
  site = await serveSources({ '/fr': stories(3) });
  bin = scratchFolder();
  const scripts = {
    'iom-feed': `exec '${process.execPath}' ${iomFeedScript.map((part) => `'${part}'`).join(' ')} "$@"`,
    npm: 'test "$1 $2 $3" = "install --global iom-feed@0.1"',
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
});
after(() => site.close());

/** A folder like /srv/iom-feed, whose configuration names our site. */
function home(): string {
  const folder = scratchFolder();
  const config = { out: 'feeds/{lang}', feeds: { fr: { sources: [`${site.origin}/fr`] } } };
  writeFileSync(join(folder, 'iom-feed.config.json'), JSON.stringify(config));
  return folder;
}

/** Runs a line of a shell. Not waiting here: the site is in this process. */
async function shell(line: string, cwd: string): Promise<{ code: unknown; output: string }> {
  const child = spawn('sh', ['-ec', line], { cwd, env: { ...process.env, PATH: `${bin}:${process.env.PATH}` } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  const code = await new Promise((done) => child.on('close', done));
  return { code, output };
}

const isThere = (command: string) => spawnSync(command, ['--version']).status === 0;
const publishes = (folder: string) => assert.equal(readFeedFile(join(folder, 'feeds/fr'), 'feed.json').items.length, 3);

describe('docs/sync.md', () => {
  it('has a configuration that is right', async () => {
    const folder = scratchFolder();
    const [, config] = /^```json\n([^]*?)^```$/m.exec(page)!;
    writeFileSync(join(folder, 'iom-feed.config.json'), config);
    const [french] = await readConfig(join(folder, 'iom-feed.config.json'));
    assert.equal(french.sources.length, 3);
    assert.equal(french.purge?.body, '{"prefixes":["feeds.example.org/fr/"]}');
  });

  it('cron: its line publishes', async () => {
    const line = recipe('/etc/cron.d/iom-feed').trim().split('\n').at(-1)!;
    const [, user, command] = /^\*\/15 \* \* \* \* (\S+) (.+)$/.exec(line)!;
    assert.equal(user, 'iom-feed');
    const folder = home();
    const { code, output } = await shell(command.replace('/srv/iom-feed', folder), folder);
    assert.deepEqual([code, output], [0, '']);
    assert.match(readFileSync(join(folder, 'sync.log'), 'utf8'), /^fr: 3 new: 3 items in feeds\/fr\/current\n$/);
    publishes(folder);
  });

  it('systemd: takes the units', { skip: !isThere('systemd-analyze') && 'needs systemd-analyze' }, () => {
    const folder = scratchFolder();
    const units = ['iom-feed.service', 'iom-feed.timer'].map((name) => {
      const text = recipe(`/etc/systemd/system/${name}`);
      writeFileSync(join(folder, name), text.replace(/(?<=^ExecStart=)\S+/m, '/bin/true'));
      return join(folder, name);
    });
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...units], { encoding: 'utf8' });
    assert.deepEqual([status, stderr.split('\n').filter((line) => line.includes('iom-feed'))], [0, []]);
    const [, when] = /^OnCalendar=(.+)$/m.exec(recipe('/etc/systemd/system/iom-feed.timer'))!;
    execFileSync('systemd-analyze', ['calendar', when]);
  });

  it('systemd: what it starts publishes, and writes only where it may', async () => {
    const service = recipe('/etc/systemd/system/iom-feed.service');
    const valueOf = (key: string) => new RegExp(`^${key}=(.+)$`, 'm').exec(service)![1];
    assert.equal(valueOf('ReadWritePaths'), `${valueOf('WorkingDirectory')}/feeds`);
    const folder = home();
    mkdirSync(join(folder, 'feeds'));
    const { code } = await shell(`chmod a-w . && ${valueOf('ExecStart').replace('/usr/local/bin/', '')}`, folder);
    assert.equal(code, 0);
    publishes(folder);
  });

  it('container: each of its commands runs', async () => {
    const lines = recipe('Containerfile').trim().split('\n');
    assert.match(lines[0], /^FROM docker\.io\/library\/node:\d+-slim$/);
    const known = ['FROM', 'RUN', 'WORKDIR', 'COPY', 'USER', 'VOLUME', 'HEALTHCHECK', 'CMD'];
    const instructions = lines.map((line) => /^(\w+) (.+)$/.exec(line)!.slice(1));
    assert.deepEqual(
      instructions.filter(([name]) => !known.includes(name)),
      [],
    );
    const folder = home();
    for (const [, line] of instructions.filter(([name]) => name === 'RUN')) {
      const { code, output } = await shell(line.replace('chown node:node', `chown ${process.getuid!()}`), folder);
      assert.equal(code, 0, output);
    }
    const health = instructions.find(([name]) => name === 'HEALTHCHECK')![1].replace(/^.* CMD /, '');
    assert.equal((await shell(health, folder)).code, 1);
    const [command, ...args] = JSON.parse(instructions.at(-1)![1]) as string[];
    const child = spawn(join(bin, command), args, { cwd: folder });
    child.stdout.on('data', () => child.kill('SIGTERM'));
    assert.equal(await new Promise((done) => child.on('close', done)), 0);
    publishes(folder);
    assert.equal((await shell(health, folder)).code, 0);
    site.paths['/fr'] = stories(0);
    await shell('iom-feed sync || true', folder);
    assert.equal((await shell(health, folder)).code, 0);
    site.paths['/fr'] = stories(3);
  });

  it('workflow: is YAML, and each of its scripts runs, in a fresh copy of the repository, too', async () => {
    interface Step {
      uses?: string;
      run?: string;
    }
    const workflow = parse(recipe('.github/workflows/feeds.yml')) as { jobs: { sync: { steps: Step[] } } };
    const { steps } = workflow.jobs.sync;
    for (const { uses, run } of steps) assert.ok(run ?? /^actions\/[\w-]+@v\d+$/.test(uses!), uses);
    const origin = scratchFolder();
    const first = home();
    writeFileSync(join(first, '.gitignore'), 'feeds/*/releases\nfeeds/*/current\n');
    const git = 'git -c user.name=test -c user.email=test@example.org -c init.defaultBranch=main';
    await shell(`${git} init --bare --quiet ${origin}`, first);
    await shell(
      `${git} init --quiet && ${git} add . && ${git} commit --quiet -m Start && git remote add origin ${origin}`,
      first,
    );
    await shell('git push --quiet --set-upstream origin HEAD:main', first);
    for (const newest of [3, 4]) {
      site.paths['/fr'] = stories(newest, newest - 2);
      const folder = join(scratchFolder(), 'copy');
      await shell(`git clone --quiet --branch main ${origin} ${folder}`, first);
      for (const { run } of steps) {
        const { code, output } = run ? await shell(run, folder) : { code: 0, output: '' };
        assert.equal(code, 0, `${run}: ${output}`);
      }
      const served = JSON.parse(readFileSync(join(folder, 'public/fr/feed.json'), 'utf8')) as { items: unknown[] };
      assert.equal(served.items.length, newest);
      assert.ok(!existsSync(join(folder, 'public/fr/current')));
    }
    site.paths['/fr'] = stories(3);
  });
});
