// Opens every story of the built Storybook in every engine, and every page of its documentation; in the first engine axe
// checks the stories.
// node test/storybook.mjs [folder]; ENGINES=chromium for one engine alone.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';
import { Builder } from 'selenium-webdriver';
import sirv from 'sirv';
import { engines, launchOptions, startWebKitDriver, webKitCapabilities } from './helpers/browsers.mjs';

const folder = process.argv[2] ?? 'storybook-static';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const files = sirv(folder);
const server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

const entries = Object.values(JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')).entries);

/** Runs in the page: resolves to true when something has come about, to false when it hasn't in time. */
const until = async (condition, seconds) => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (condition()) return true;
    await new Promise((done) => setTimeout(done, 30));
  }
  return false;
};

/** Runs in the page: what waits for seconds, as an element does before it asks a second time, waits no longer. */
const hurry = () => {
  const later = window.setTimeout;
  window.setTimeout = (run, delay, ...values) => later(run, delay >= 500 && delay < 5000 ? 0 : delay, ...values);
};

/** Runs in the page: waits for the documentation, then gives what in it has no code. */
const inspectDocs = async () => {
  const page = document.querySelector('#storybook-docs');
  const strange = () => {
    const missing = [...page.querySelectorAll(':not(:defined)')];
    // Elements that the embed script loads wait until they are near.
    missing[0]?.scrollIntoView();
    return missing.map(({ localName }) => `${localName} is not defined`);
  };
  const isThere = await until(() => page.firstElementChild?.offsetHeight > 100 && !strange().length, 15);
  if (!isThere) return ['is not there after 15 seconds', ...new Set(strange())];
  // Each story on a page is loaded and rendered with it: a page of thirty took 13 seconds.
  const inline = page.querySelectorAll('.column').length;
  if (inline > 3) return [`has ${inline} stories on it, 3 at most`];
  // All that a page may use of an element, and what to paste, stand together.
  const text = page.textContent;
  const parts = ['Properties', 'Slots', 'Events', 'Parts', 'States', 'Custom properties', 'React', 'Vue', 'WordPress'];
  const wanted = page.querySelector('.element-page') ? [...parts, 'Open it in the builder'] : [];
  return wanted.filter((words) => !text.includes(words)).map((words) => `does not say ${words}`);
};

/** Runs in the page: gives what a story about events does not show in the panel “Actions”. */
const inspectActions = async () => {
  const shown = [];
  window.__STORYBOOK_ADDONS_CHANNEL__.on('storybook/actions/action-event', ({ data }) => shown.push(data.name));
  const element = document.querySelector('#storybook-root .column > *');
  element.dispatchEvent(new Event('iom-load', { bubbles: true, composed: true }));
  return (await until(() => shown.includes('iom-load'), 5)) ? [] : [`Actions shows ${shown}, not iom-load`];
};

/** Runs in the page: goes on to a story, as Storybook's own list does. */
const goTo = (wanted) =>
  new Promise((done) => {
    const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
    const listen = ({ storyId, newPhase }) => {
      if (storyId !== wanted || !['completed', 'finished', 'errored'].includes(newPhase)) return;
      channel.off('storyRenderPhaseChanged', listen);
      done();
    };
    channel.on('storyRenderPhaseChanged', listen);
    channel.emit('setCurrentStory', { storyId: wanted, viewMode: 'story' });
  });

/** Runs in the page: waits for the story, then gives what axe finds, where it is asked. */
const inspectStory = async (mayLoad, isAsked) => {
  const error = () => document.body.classList.contains('sb-show-errordisplay');
  const element = () => document.querySelector('#storybook-root .column > *');
  const settled = () =>
    error() || ['ready', 'empty', 'stale', 'error'].some((state) => element()?.matches(`:state(${state})`));
  const there = () => error() || (mayLoad ? element()?.matches(':state(loading)') : settled());
  if (!(await until(there, 15))) return ['is not there after 15 seconds'];
  if (error()) return [document.querySelector('#error-message').textContent];
  await element()?.updateComplete;
  if (!isAsked) return [];
  const { violations } = await window.axe.run('#storybook-root', {
    rules: { region: { enabled: false }, 'heading-order': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0].target.flat().join(' ')} ${nodes[0].failureSummary}`);
};

const drivers = {
  chromium: () => puppet('chromium'),
  firefox: () => puppet('firefox'),
  webkit: async () => {
    const { server: address, stop } = await startWebKitDriver();
    const driver = await new Builder().usingServer(address).withCapabilities(webKitCapabilities).build();
    await driver.manage().setTimeouts({ script: 120_000 });
    return {
      open: async (url) => {
        await driver.get(url);
        await driver.executeScript(`${axe}; (${hurry})()`);
      },
      inspect: (code) =>
        driver.executeAsyncScript(
          `const done = arguments[arguments.length - 1]; ${code}.then(done, (error) => done([String(error)]));`,
        ),
      close: async () => {
        await driver.quit();
        stop();
      },
    };
  },
};

async function puppet(name) {
  const browser = await puppeteer.launch({ ...launchOptions[name], headless: true });
  const page = await browser.newPage();
  let problems = [];
  page.on('pageerror', (error) => problems.push(`threw ${error}`));
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (/^http/.test(protocol) && host !== new URL(origin).host) problems.push(`asked ${request.url()}`);
  });
  return {
    open: async (url) => {
      // What the page before has asked for is no longer waited for, and no failure of this one.
      await page.goto('about:blank');
      problems = [];
      await page.goto(url);
      await page.evaluate(`${axe}; (${hurry})()`);
    },
    inspect: async (code) => {
      const violations = await page.evaluate(code);
      return [...problems.splice(0), ...violations];
    },
    close: () => browser.close(),
  };
}

/** What axe looks at, the engines make of the same DOM and styles: it runs in one of them. */
const axeEngine = engines()[0];
let passed = 0;
let failed = 0;

/** Opens everything in an engine: a page of documentation by itself, the stories of an element one after another. */
async function inspectAll(name) {
  const driver = await drivers[name]();
  let shown;
  for (const { id, title, type, tags } of entries) {
    const isNext = type === 'story' && shown === title;
    shown = type === 'story' ? title : undefined;
    const inspection =
      type === 'docs' ? `(${inspectDocs})()` : `(${inspectStory})(${tags.includes('loading')}, ${name === axeEngine})`;
    const inspect = async () => {
      // Storybook's own axe panel is told to wait, or the two would meet.
      if (!isNext) await driver.open(`${origin}/iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`);
      const wait = isNext ? `await (${goTo})('${id}');` : '';
      return driver.inspect(`(async () => { const until = ${until}; ${wait} return ${inspection} })()`);
    };
    const found = await inspect().catch((error) => [String(error)]);
    if (id === 'elements-news-feed--default')
      found.push(...(await driver.inspect(`(async () => { const until = ${until}; return (${inspectActions})() })()`)));
    // A story about failures, and a page that shows it, is allowed the line the browser writes for an answer with an error.
    const mayFail = type === 'docs' || tags.includes('warns');
    const failures = found.filter((text) => !(mayFail && /^console: Failed to load resource/.test(text)));
    if (failures.length) console.log(`${name} ${id}\n  ${failures.join('\n  ')}`);
    if (failures.length) failed++;
    else passed++;
  }
  await driver.close();
}

// Two engines at a time, as many as there are cores on the smallest machines.
const waiting = engines();
const inspectNext = async () => {
  for (let name; (name = waiting.shift());) await inspectAll(name);
};
await Promise.all([inspectNext(), inspectNext()]);
server.close();
console.log(`stories: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
