// npm run frameworks: a small application in each framework, with `iom-widgets` as npm packs it. Each is installed, built
// (most render the page in Node then), served and opened in Chromium; the results go into docs/frameworks.md. Some of them
// alone, without writing: npm run frameworks -- next astro. It takes some minutes and downloads hundreds of megabytes from npm's
// registry, Node 24 among them: several frameworks need a newer one than we do.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { contentShown, json, launch, serveSite } from '../helpers/site.ts';

/** Where each leaves its pages, one of which it may have filled itself; the application is in the folder of that name. */
const frameworks = {
  next: { title: 'Next', output: 'out', filled: 'filled.html' },
  nuxt: { title: 'Nuxt', output: '.output/public' },
  '@sveltejs/kit': { title: 'SvelteKit', folder: 'sveltekit', output: 'build' },
  astro: { title: 'Astro', output: 'dist' },
  '@angular/core': { title: 'Angular', folder: 'angular', output: 'dist/browser' },
  parcel: { title: 'Parcel', output: 'dist' },
};
const environment = {
  ...process.env,
  CI: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};
const node = '^24';
/** Milliseconds for an installation or a build. */
const timeout = 600_000;

const named = process.argv.slice(2);
const chosen = Object.entries(frameworks).filter(
  ([name, { folder = name }]) => !named.length || named.includes(folder),
);
if (!chosen.length)
  throw new Error(`No such framework; there are: ${readdirSync('test/frameworks').filter((name) => !/\./.test(name))}`);
if (!process.env.FRAMEWORKS_BUILT) execFileSync('node', ['scripts/build.mjs'], { stdio: 'ignore' });

const scratch = mkdtempSync(join(tmpdir(), 'frameworks-'));
const browser = await launch('chromium');
const rows = [];
let nodeVersion;
const feed = officeFeed('en');
try {
  npm(['install', '--prefix', join(scratch, 'node'), '--no-audit', '--no-fund', '--loglevel=error', `node@${node}`]);
  environment.PATH = [join(scratch, 'node/node_modules/.bin'), process.env.PATH].join(delimiter);
  nodeVersion = execFileSync('node', ['--version'], { encoding: 'utf8', env: environment }).slice(1).trim();
  const archive = join(scratch, npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', scratch]).trim());
  for (const [name, { title, folder = name, output, filled }] of chosen) {
    const root = join(scratch, folder);
    let result = 'works';
    try {
      cpSync(`test/frameworks/${folder}`, root, { recursive: true });
      npm(['install', '--no-audit', '--no-fund', '--loglevel=error', archive], root);
      npm(['run', 'build'], root);
      await look(join(root, output), 'index.html', use);
      if (filled) await look(join(root, output), filled, hydrates);
    } catch (error) {
      console.error(error.stdout, error.stderr, error.message);
      process.exitCode = 1;
      result = error.message.split('\n')[0];
    }
    rows.push(`| ${title} | ${versionOf(join(root, 'node_modules', name))} | ${result} |`);
    console.log(rows.at(-1));
    rmSync(root, { recursive: true, force: true });
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

if (!named.length) {
  const file = 'docs/frameworks.md';
  const day = new Date().toISOString().slice(0, 10);
  const about = `${day}, iom-widgets ${versionOf('.')}, Node ${nodeVersion}`;
  const table = ['| framework | version | result |', '| --- | --- | --- |', ...rows].join('\n');
  const text = `<!-- frameworks -->\n\n${about}\n\n${table}\n\n<!-- /frameworks -->`;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/<!-- frameworks -->[^]*<!-- \/frameworks -->/, () => text),
  );
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { stdio: 'inherit' });
}

function npm(args, cwd = '.') {
  // What a tool asks of its terminal, nobody answers.
  const options = { cwd, encoding: 'utf8', timeout, stdio: ['ignore', 'pipe', 'pipe'], env: environment };
  return execFileSync('npm', args, options);
}

function versionOf(folder) {
  return existsSync(folder) ? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version : '–';
}

/**
 * Opens a page that was built: the list is there with two items, and the console is empty.
 *
 * @param {(tab: import('puppeteer-core').Page, html: string) => Promise<unknown>} check What else is so.
 * @throws {Error} With the first that is not so.
 */
async function look(folder, file, check) {
  const html = readFileSync(join(folder, file), 'utf8');
  if (!/<iom-news-feed\b[^>]*>[^]*All news/.test(html)) throw new Error('the page was not rendered when it was built');
  const pages = {
    '/': html,
    '/office.en.json': (response) => json(response, feed),
    '/favicon.ico': (response) => void response.end(),
  };
  const site = await serveSite(pages, {}, folder);
  const tab = await browser.newPage();
  try {
    const errors = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => ['error', 'warn'].includes(message.type()) && errors.push(message.text()));
    await tab.goto(site.origin);
    await contentShown(tab, 'iom-news-feed').catch(() => errors.push('the list is not shown'));
    await countIs(tab, 2).catch(() => errors.push('the list does not have 2 items'));
    await check(tab, html).catch((error) => errors.push(error.message));
    if (errors.length) throw new Error(errors.join('; '));
  } finally {
    await tab.close();
    await site.close();
  }
}

/** The framework gives the list other attributes, and hears its event. */
async function use(tab) {
  const clickUntil = (title) => {
    // The framework may not listen yet.
    document.querySelector('button').click();
    return document.querySelector('output').textContent === title;
  };
  await tab.waitForFunction(clickUntil, {}, feed.title).catch(() => Promise.reject(new Error('no event was heard')));
  await countIs(tab, 3).catch(() => Promise.reject(new Error('the list does not have 3 items')));
}

/** The list was in the page, and the browser goes on with it. */
async function hydrates(tab, html) {
  if (!/<template shadowrootmode="open">[^]+A title/.test(html)) throw new Error('the page was not filled');
  await tab.waitForFunction(() => document.querySelector('iom-news-feed').prerendered === false);
}

function countIs(tab, count) {
  const isSo = (wanted) => {
    const { shadowRoot } = document.querySelector('iom-news-feed');
    return shadowRoot?.querySelectorAll('[part=item]').length === wanted;
  };
  return tab.waitForFunction(isSo, {}, count);
}
