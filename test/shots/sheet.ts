// Sheets of an element, or of all: in one language and state, or with a feed that is hard to lay out; as wide as an element
// stands on phones, in columns and across a page.
import type { HTTPRequest, Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { extremePictures, extremes } from '../fixtures/extremes.js';
import { fontsOf } from '../helpers/fonts.js';
import { json, type Answer } from '../helpers/site.js';

export const languages = ['fr', 'en', 'es', 'ar', 'ru', 'zh'] as const;
export const states = ['ready', 'loading', 'empty', 'error', 'stale'] as const;
/** In pixels. */
export const widths = [240, 320, 390, 600, 1280, 1600] as const;
/** Looks beside the one without attributes. */
export const variants: Record<string, readonly string[]> = {
  'news-feed': ['layout="cards"', 'layout="compact"', 'layout="featured"'],
  'sdg-grid': ['layout="strip"'],
  'key-figures': [
    'chart figures="member-states,staff"',
    'chart="bars" figures="member-states,staff"',
    'compact limit="7"',
  ],
};

/** A state, or the name of a feed in test/fixtures/extremes.ts. */
export type Condition = string;

/** A feed with nothing in it that an element could show. */
const emptyFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Essai',
  home_page_url: 'https://www.example.org/',
  items: [],
};

/** Where a sheet is. */
export const sheetPath = (name: string, state: Condition, lang: string, attributes = '') =>
  `/sheets/${[name, state, lang, ...attributes.split(/\W+/)].filter(Boolean).join('-')}.html`;

/** Where the sheet of all elements is, with every look they have. */
export const wholePath = (state: Condition, lang: string) => sheetPath('all', state, lang);

/** What a server answers for every sheet of these elements, for those of all, and for the feeds in them. */
export function sheetAnswers(names: readonly string[]): Record<string, Answer> {
  const answers: Record<string, Answer> = {
    '/sheets/loading.json': () => undefined,
    '/sheets/empty.json': (response) => json(response, emptyFeed),
    '/sheets/error.json': (response) => void response.writeHead(404).end(),
  };
  for (const [path, drawing] of Object.entries(extremePictures)) {
    answers[path] = (response) => void response.setHeader('content-type', 'image/svg+xml').end(drawing);
  }
  for (const lang of languages) {
    for (const [extreme, { feed }] of Object.entries(extremes)) {
      answers[extremeFeed(extreme, lang)] = (response) => json(response, feed(lang));
    }
    for (const state of [...states, ...Object.keys(extremes)]) {
      const elementsOf = (name: string) =>
        looksOf(name, state).map((attributes) => [attributes, renderElement(name, state, lang, attributes)] as const);
      for (const name of names.filter((entry) => concerned(state).includes(entry))) {
        for (const [attributes, element] of elementsOf(name)) {
          answers[sheetPath(name, state, lang, attributes)] = renderSheet(name, lang, [element]);
        }
      }
      const all = concerned(state).flatMap((name) => elementsOf(name).map(([, element]) => element));
      answers[wholePath(state, lang)] = renderSheet('all', lang, all);
    }
  }
  return answers;
}

/** Beside the demo's feeds, whose pictures they have. */
const extremeFeed = (extreme: string, lang: string) => `/demo/feeds/${extreme}.${lang}.json`;

/** Elements, by the name of their tag without `iom-`. */
export const concerned = (state: Condition): readonly string[] =>
  extremes[state]?.elements ?? Object.keys(placeholderHeights);

/** Attributes of the looks an element has. */
export function looksOf(name: string, state: Condition): readonly string[] {
  const own = extremes[state]?.attributes;
  if (own) return [own];
  return state === 'ready' || extremes[state] ? ['', ...(variants[name] ?? [])] : [''];
}

function renderElement(name: string, state: Condition, lang: string, attributes: string): string {
  const isWhole = state === 'ready' || state === 'stale';
  const src = isWhole
    ? `/demo/feeds/oim.${lang}.json`
    : extremes[state]
      ? extremeFeed(state, lang)
      : `/sheets/${state}.json`;
  // What a page says itself stands in place of what the element would say.
  const inside = state === 'empty' || state === 'error' ? '' : '<a href="https://www.iom.int/">iom.int</a>';
  return `<iom-${name} loading="eager" src="${src}" ${attributes}>${inside}</iom-${name}>`;
}

const renderSheet = (title: string, lang: string, elements: readonly string[]) => `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title}</title>
    ${fontsOf('regular')}
    <script type="module" src="/dist/autoload.js"></script>
    <style>
      :root { color-scheme: light dark; }
      body { margin: 1em; display: flex; flex-wrap: wrap; gap: 2em; align-items: start; }
      ${widths.map((width) => `.w${width} { width: ${width}px; }`).join(' ')}
    </style>
  </head>
  <body>
    ${elements.flatMap((element) => widths.map((width) => `<div class="w${width}">${element}</div>`)).join('\n    ')}
  </body>
</html>`;

/** Opens a sheet and waits until all on it is as it is named; what is stale was there before its feed was lost. */
export async function openSheet(tab: Page, url: string, state: Condition): Promise<void> {
  await tab.goto(url);
  if (state === 'stale') {
    await inState(tab, 'ready');
    await tab.setRequestInterception(true);
    const lose = (request: HTTPRequest) =>
      void (request.url().includes('/demo/feeds/') ? request.respond({ status: 404 }) : request.continue());
    tab.on('request', lose);
    await tab.reload();
    await inState(tab, state);
    tab.off('request', lose);
    await tab.setRequestInterception(false);
  } else await inState(tab, extremes[state] ? 'ready' : state);
  await tab.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** What an element says of its state comes a moment after it. */
const inState = (tab: Page, state: Condition) =>
  tab.waitForFunction(
    (wanted, isTold) =>
      [...document.querySelectorAll('body > div > *')].every(
        (element) =>
          element.matches(`:state(${wanted})`) && (!isTold || element.shadowRoot!.querySelector('[part=notice]')),
      ),
    { timeout: 30_000 },
    state,
    state === 'empty' || state === 'error' || state === 'stale',
  );
