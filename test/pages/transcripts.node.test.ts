import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { languages } from '../fixtures/office-feed.mjs';
import { stopClock } from '../helpers/pictures.js';
import { attributes, feedOf } from '../helpers/read-aloud.js';
import { json, launch, patience, serveSite, type Answer, type Site } from '../helpers/site.js';
import { speak } from '../helpers/speech.js';

/** What screen readers say of every element; `UPDATE_TRANSCRIPTS=true` accepts what they say now. */
const accepted = 'test/transcripts';
const isUpdate = process.env.UPDATE_TRANSCRIPTS === 'true';

const states = ['ready', 'stale', 'loading', 'empty', 'error'] as const;
type State = (typeof states)[number];

const names = Object.keys(placeholderHeights);
/** All elements on one page; each in a region of its name, by which it is told apart. */
const pageOf = (lang: string, state: State) => `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
  <meta charset="utf-8" />
  <title>Test page</title>
  <link rel="icon" href="data:," />
  <script type="module" src="/dist/autoload.js"></script>
  ${names
    .map((name) => {
      const src = `/feeds/${state === 'ready' || state === 'stale' ? lang : state}.json`;
      const inside = state === 'loading' ? `<a href="https://www.example.org/${lang}">example.org</a>` : '';
      return `<section aria-label="iom-${name}"><iom-${name} loading="eager" src="${src}" ${attributes[name] ?? ''}>${inside}</iom-${name}></section>`;
    })
    .join('\n  ')}
</html>`;

describe('what a screen reader says', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    const answers: Record<string, Answer> = {
      '/feeds/loading.json': () => undefined,
      '/feeds/empty.json': (response) =>
        json(response, { version: 'https://jsonfeed.org/version/1.1', title: 'Test feed', items: [] }),
    };
    for (const lang of languages) {
      const feed = await feedOf(lang);
      answers[`/feeds/${lang}.json`] = (response) => json(response, feed);
      for (const state of states) answers[`/${lang}/${state}`] = pageOf(lang, state);
    }
    site = await serveSite(answers);
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const lang of languages) {
    it(`of ten elements in five states, lang="${lang}"`, async () => {
      const transcripts = new Map(names.map((name) => [name, '']));
      const ready = new Map<string, string[]>();
      for (const state of states) {
        for (const [region, lines] of await listen(browser, `${site.origin}${lang}/${state}`, state)) {
          const name = region.replace('iom-', '');
          if (state === 'ready') ready.set(name, lines);
          // What is said of an old copy is what was said of it when it was new, and what differs.
          const said = state === 'stale' ? differenceOf(ready.get(name)!, lines) : lines;
          transcripts.set(name, `${transcripts.get(name)}## ${state}\n\n${said.join('\n')}\n\n`);
        }
      }
      const different: string[] = [];
      for (const [name, text] of transcripts) {
        const path = `${accepted}/${name}.${lang}.txt`;
        if (isUpdate) {
          mkdirSync(accepted, { recursive: true });
          writeFileSync(path, text.trimEnd() + '\n');
        } else if (!existsSync(path)) different.push(`${path} is missing`);
        else if (readFileSync(path, 'utf8') !== text.trimEnd() + '\n') {
          const before = readFileSync(path, 'utf8').split('\n');
          different.push(`${path}\n${differenceOf(before, text.trimEnd().split('\n')).join('\n')}`);
        }
      }
      assert.deepEqual(
        different,
        [],
        `${different.join('\n\n')}\nTo accept it: UPDATE_TRANSCRIPTS=true npm run test:node test/pages/transcripts.node.test.ts`,
      );
    });
  }
});

/** Opens a page and listens once all elements are in a state, and what comes after it is there. */
async function listen(browser: Browser, url: string, state: State): Promise<Map<string, string[]>> {
  const profile = await browser.createBrowserContext();
  const page = await profile.newPage();
  // All of it is in view: what is far away is drawn later, or not at all.
  await page.setViewport({ width: 1400, height: 16_000 });
  await stopClock(page);
  await page.goto(url);
  if (state === 'stale') {
    await inState(page, 'ready');
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) => {
      void (request.url().includes('/feeds/') ? request.respond({ status: 404 }) : request.continue());
    });
    await page.reload();
  }
  await inState(page, state);
  if (state === 'ready' || state === 'stale') await mapShown(page);
  if (state !== 'loading') await page.waitForNetworkIdle({ idleTime: 200 });
  const speech = await speak(page);
  await profile.close();
  return speech;
}

const inState = (page: Page, state: State) =>
  page.waitForFunction(
    (tags, wanted) => [...document.querySelectorAll(tags)].every((element) => element.matches(`:state(${wanted})`)),
    { timeout: patience },
    names.map((name) => `iom-${name}`).join(),
    state,
  );

/** The map is drawn when it is seen, and so are rows of its list. */
const mapShown = (page: Page) =>
  page.waitForFunction(() => {
    const root = document.querySelector('iom-office-map')!.shadowRoot!;
    const name = root.querySelector('.office .name');
    name?.scrollIntoView();
    return root.querySelector('.land') && name?.checkVisibility({ contentVisibilityAuto: true });
  });

/** The lines that went and came between two texts, which have most of theirs in common. */
function differenceOf(before: string[], after: string[]): string[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row][column] =
        before[row] === after[column]
          ? lengths[row + 1][column + 1] + 1
          : Math.max(lengths[row + 1][column], lengths[row][column + 1]);
    }
  }
  const lines: string[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    if (row < before.length && before[row] === after[column]) [row, column] = [row + 1, column + 1];
    else if (column >= after.length || (row < before.length && lengths[row + 1][column] >= lengths[row][column + 1])) {
      lines.push(`- ${before[row++]}`);
    } else lines.push(`+ ${after[column++]}`);
  }
  return lines;
}
