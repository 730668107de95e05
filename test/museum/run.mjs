// npm run museum: opens every snippet of the README and of docs/embedding.md in old engines and in those of today, and writes docs/browsers.md with
// what they show. Some of them alone, without writing: npm run museum -- 103 "ESR 115". With MUSEUM_PICTURES=folder it
// takes a picture of each page. Engines are a line each in engines.mjs. The first time it downloads 700 MB and unpacks 4 GB.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openChromium } from './chromium.mjs';
import { engines } from './engines.mjs';
import { openFirefox } from './firefox.mjs';
import { openPages } from './pages.mjs';
import { openWebKit } from './webkit.mjs';

/**
 * @typedef {object} Driver A browser with a page.
 * @property {string} version
 * @property {(url: string) => Promise<unknown>} goto Without waiting for the page.
 * @property {(expression: string) => Promise<any>} evaluate
 * @property {() => Promise<string>} picture PNG in base64.
 * @property {() => Promise<void>} close
 */
const drivers = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

/** Milliseconds for a page to become whole; an engine that is too old is looked at when they are over. */
const timeout = { whole: 20_000, link: 8_000 };

const named = process.argv.slice(2);
const chosen = engines.filter(({ name }) => !named.length || named.some((part) => name.includes(part)));
if (!process.env.MUSEUM_BUILT) execFileSync('node', ['scripts/build.mjs'], { stdio: 'ignore' });

const { pages, close } = await openPages();
const rows = [];
const complaints = [];
for (const engine of chosen) {
  const row = await visit(engine);
  rows.push(row);
  console.log([row.engine, ...row.cells].join(' | '));
}
close();
for (const complaint of complaints) console.log(`\n${complaint}`);

const table = [
  ['engine', 'promised', ...pages.map(({ name }) => name)],
  pages.reduce((line) => [...line, '---'], ['---', '---']),
  ...rows.map(({ engine, promise, cells }) => [engine, promise, ...cells]),
]
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n');
if (!named.length) {
  const file = 'docs/browsers.md';
  const day = new Date().toISOString().slice(0, 10);
  const text = `<!-- museum -->\n\n${day}, iom-widgets ${JSON.parse(readFileSync('package.json', 'utf8')).version}\n\n${table}\n\n<!-- /museum -->`;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/<!-- museum -->[^]*<!-- \/museum -->/, () => text),
  );
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { stdio: 'inherit' });
}
process.exitCode = complaints.length ? 1 : 0;

/** Opens all pages in an engine, one after the other. */
async function visit({ name, promise, drive, get }) {
  let driver;
  try {
    const engine = await get();
    if (!engine.path) throw new Error('It is not installed.');
    driver = await drivers[drive](engine);
  } catch (error) {
    // Not every machine can have every engine: nothing is promised for what can't be looked at.
    console.log(`${name} is not to be had here: ${String(error.message).split('\n')[0]}`);
    return { engine: name, promise, cells: pages.map(() => '–') };
  }
  const cells = [];
  for (const page of pages) {
    const { shows, reasons } = await look(driver, page, timeout[promise]).catch((error) => ({
      shows: 'blank',
      reasons: [error.message],
    }));
    if (shows !== 'whole' && (promise === 'whole' || shows !== 'link')) {
      complaints.push([`${name}, ${page.name}: ${shows}, promised is ${promise}`, ...reasons].join('\n  '));
    }
    if (process.env.MUSEUM_PICTURES) await keepPicture(driver, `${name} ${page.name}`);
    cells.push(shows);
  }
  await driver.close();
  return { engine: `${name.replace(/ (of today|[\d.]+)$/, '')} ${driver.version}`, promise, cells };
}

/**
 * Waits until a page is whole, or as long as there is patience, and says what it shows: the least of its elements.
 *
 * @param {Driver} driver
 */
async function look(driver, { url, elements }, milliseconds) {
  await inTime(driver.goto(url));
  const read = () =>
    inTime(driver.evaluate(`location.href === ${JSON.stringify(url)} && window.museum ? JSON.stringify(museum()) : ''`))
      .then((text) => (text ? JSON.parse(text) : undefined))
      // Between two pages there is none.
      .catch(() => undefined);
  let seen;
  for (const end = Date.now() + milliseconds; Date.now() < end; await wait(200)) {
    seen = await read();
    if (seen?.elements.length === elements && seen.elements.every(({ shows }) => shows === 'whole')) break;
  }
  // What goes wrong at the end counts, too.
  await wait(300);
  seen = await read();
  if (!seen) return { shows: 'blank', reasons: ['The page was not there in time.'] };
  const left = seen.elements.filter(({ shows }) => shows !== 'whole').map(({ name, shows }) => `${name}: ${shows}`);
  const reasons = [...new Set(seen.exceptions), ...left];
  const kinds = seen.elements.map(({ shows }) => shows);
  const isMissing = seen.elements.length < elements;
  if (seen.exceptions.length) return { shows: 'exception', reasons };
  if (seen.leftover) return { shows: 'leftover', reasons };
  if (isMissing || kinds.includes('blank')) return { shows: 'blank', reasons };
  return { shows: kinds.includes('link') ? 'link' : 'whole', reasons };
}

/** An engine that hangs is not waited for. */
function inTime(promise) {
  const end = wait(30_000, undefined, { ref: false }).then(() => {
    throw new Error('No answer within 30 seconds.');
  });
  return Promise.race([promise, end]);
}

async function keepPicture(driver, name) {
  mkdirSync(process.env.MUSEUM_PICTURES, { recursive: true });
  const data = await driver.picture();
  writeFileSync(`${process.env.MUSEUM_PICTURES}/${name.replace(/\W+/g, '-')}.png`, Buffer.from(data, 'base64'));
}
