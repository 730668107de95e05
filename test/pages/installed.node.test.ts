// Both packages as npm packs them, each installed into an empty folder: npm fetches what they need from its registry.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { scratchFolder } from '../helpers/publications.js';

interface Manifest {
  name: string;
  version: string;
  license: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
const npm = (args: string[], cwd: string) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
  });

/** Packs the package in a folder; gives the path of the archive. */
function pack(folder: string): string {
  const target = scratchFolder();
  npm(['pack', '--ignore-scripts', '--pack-destination', target], folder);
  return join(target, readdirSync(target)[0]);
}

/** Installs packages into a new folder. */
function install(...packages: string[]): string {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  npm(['install', ...packages], folder);
  return folder;
}

/** Names of all packages below a folder, as npm's own list has them. */
const packagesIn = (folder: string) =>
  Object.keys(
    (
      JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
        packages: Record<string, unknown>;
      }
    ).packages,
  ).map((path) => path.replace('node_modules/', ''));

/** The packages that scripts in a folder import, but for Node's own. */
function importedIn(folder: string): string[] {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const names = scripts.flatMap((file) =>
    [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /(?:^(?:import|export)\b[^'"]*|\bimport\()"(?!node:)((?:@[\w-]+\/)?\w[\w.-]*)/gm,
      ),
    ].map(([, name]) => name),
  );
  return [...new Set(names)].sort();
}

/** Runs a command; gives what it has printed, and its exit code. */
const run = (command: string, args: string[], cwd: string) =>
  new Promise<{ stdout: string; stderr: string; code: unknown }>((done) =>
    execFile(command, args, { cwd }, (error, stdout, stderr) => done({ stdout, stderr, code: error?.code ?? 0 })),
  );

describe('iom-widgets, installed', () => {
  let folder: string;
  before(() => {
    folder = install(pack('.'));
  });

  it('brings Lit and nothing else', () => {
    assert.deepEqual(packagesIn(folder).sort(), [
      '@lit-labs/ssr-dom-shim',
      '@lit/reactive-element',
      '@types/trusted-types',
      'iom-widgets',
      'lit',
      'lit-element',
      'lit-html',
    ]);
    assert.ok(!existsSync(join(folder, 'node_modules/.bin/iom-feed')));
  });

  it('is imported in Node as it is', async () => {
    const script = "import 'iom-widgets/elements/news-feed.js'; import { NewsFeed } from 'iom-widgets'; new NewsFeed()";
    assert.deepEqual(await run(process.execPath, ['--input-type=module', '--eval', script], folder), {
      stdout: '',
      stderr: '',
      code: 0,
    });
  });

  it('fills pages on a server with the packages that docs/feed.md names', async () => {
    const line = /`npm install (iom-widgets [^`]+)`/.exec(readFileSync('docs/feed.md', 'utf8'))![1];
    const [, ...peers] = line.split(' ');
    assert.deepEqual(importedIn('dist/ssr'), ['lit', ...peers].sort());
    npm(['install', ...peers], folder);
    const script = `import { prerender } from 'iom-widgets/ssr';
      const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Test', items: [{ id: '1', title: 'A title', url: 'https://example.org/1' }] };
      const page = '<html lang="en"><iom-news-feed src="news.json"></iom-news-feed>';
      console.log((await prerender(page, { feeds: { 'news.json': feed } })).html);`;
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', script], folder);
    assert.match(stdout, /<template shadowrootmode="open">[^]+A title/, stderr);
  });
});

describe('iom-feed, installed', () => {
  let folder: string;
  let archive: string;
  const iomFeed = (...args: string[]) => run('npx', ['--no-install', 'iom-feed', ...args], folder);
  before(() => {
    archive = pack('build/iom-feed');
    folder = install(archive);
    copyFileSync('demo/content/uy-trafficking-network.fr.txt', join(folder, 'release.txt'));
    writeFileSync(
      join(folder, 'page.html'),
      '<html lang="fr"><iom-news-feed src="https://feeds.example.org/{lang}/news.json"><a href="/">OIM</a></iom-news-feed>',
    );
  });

  it('is of the version and under the licence of the repository, and needs what its scripts import', () => {
    const [library, feed] = [manifestOf('.'), manifestOf(join(folder, 'node_modules/iom-feed'))];
    assert.deepEqual([feed.name, feed.version, feed.license], ['iom-feed', library.version, library.license]);
    const needed = { ...feed.dependencies, ...feed.optionalDependencies };
    assert.deepEqual(Object.keys(needed).sort(), importedIn('build/iom-feed/dist'));
    for (const [name, version] of Object.entries(needed))
      assert.equal(version, { ...library.devDependencies, ...library.dependencies }[name], name);
    assert.deepEqual(Object.keys(library.dependencies), ['lit']);
    assert.equal(library.optionalDependencies, undefined);
    for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md'])
      assert.ok(existsSync(join(folder, 'node_modules/iom-feed', file)), file);
  });

  it('--version ⇒ its version', async () => {
    assert.deepEqual(await iomFeed('--version'), { stdout: `${manifestOf('.').version}\n`, stderr: '', code: 0 });
  });

  it('its README has the lines of the repository’s', () => {
    const linesOf = (file: string) => readFileSync(file, 'utf8').match(/^npx iom-feed .+$/gm);
    assert.deepEqual(linesOf('src/cli/README.md'), linesOf('README.md'));
  });

  /** The release names no date: that is a warning. */
  for (const [code, ...args] of [
    [0, 'import', 'release.txt', '--lang', 'fr', '--title', 'OIM', '--out', 'oim.fr.json'],
    [1, 'validate', 'oim.fr.json'],
    [0, 'publish', 'oim.fr.json', '--out', 'public'],
    [
      0,
      'prerender',
      'page.html',
      '--feed',
      'https://feeds.example.org/fr/news.json=public/current/news.json',
      '--out',
      'filled.html',
    ],
  ] as const) {
    it(args.slice(0, 2).join(' '), async () => {
      const { code: actual, stderr } = await iomFeed(...args);
      assert.equal(actual, code, stderr);
    });
  }

  it('leaves a page that is filled', () =>
    assert.match(
      readFileSync(join(folder, 'filled.html'), 'utf8'),
      /<template shadowrootmode="open">[^]+réseau binational/,
    ));

  it('without sharp ⇒ says what is missing, and how to get it', async () => {
    const bare = scratchFolder();
    writeFileSync(join(bare, 'package.json'), '{}');
    npm(['install', '--omit=optional', archive], bare);
    assert.ok(!packagesIn(bare).some((name) => /sharp/.test(name)));
    mkdirSync(join(bare, 'images'));
    copyFileSync('demo/images/screenshot.png', join(bare, 'images/one.png'));
    const item = { id: '1', title: 'A title', url: 'https://example.org/1', image: 'images/one.png' };
    writeFileSync(
      join(bare, 'feed.json'),
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Test', language: 'en', items: [item] }),
    );
    const { stderr } = await run('npx', ['--no-install', 'iom-feed', 'publish', 'feed.json', '--out', 'public'], bare);
    assert.match(stderr, /the package sharp is missing; install iom-feed again, without --omit=optional/);
  });
});
