// Sheets of an element: in one state and language, as wide as it stands on phones, in columns and across a page.
import type { Page } from 'puppeteer-core';
import { json, type Answer } from '../helpers/site.js';
import { fontsOf } from '../helpers/fonts.js';

export const languages = ['fr', 'en', 'es', 'ar', 'ru', 'zh'] as const;
export const states = ['ready', 'loading', 'empty', 'error', 'stale'] as const;
/** In pixels. */
export const widths = [240, 320, 390, 600, 1000, 1600] as const;
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

export type State = (typeof states)[number];

/** A feed with nothing in it that an element could show. */
const emptyFeed = { version: 'https://jsonfeed.org/version/1.1', title: 'Essai', items: [] };

/** Where a sheet is. */
export const sheetPath = (name: string, state: State, lang: string, attributes = '') =>
  `/sheets/${[name, state, lang, ...attributes.split(/\W+/)].filter(Boolean).join('-')}.html`;

/** What a server answers for every sheet of these elements, and for the feeds in them. */
export function sheetAnswers(names: readonly string[]): Record<string, Answer> {
  const answers: Record<string, Answer> = {
    '/sheets/loading.json': () => undefined,
    '/sheets/empty.json': (response) => json(response, emptyFeed),
    '/sheets/error.json': (response) => void response.writeHead(404).end(),
  };
  for (const lang of languages) {
    for (const name of names) {
      for (const state of states) {
        for (const attributes of ['', ...(state === 'ready' ? (variants[name] ?? []) : [])]) {
          const src = state === 'ready' || state === 'stale' ? `/demo/feeds/oim.${lang}.json` : `/sheets/${state}.json`;
          answers[sheetPath(name, state, lang, attributes)] = renderSheet(name, lang, `src="${src}" ${attributes}`);
        }
      }
    }
  }
  return answers;
}

const renderSheet = (name: string, lang: string, attributes: string) => `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${name}</title>
    ${fontsOf('regular')}
    <script type="module" src="/dist/autoload.js"></script>
    <style>
      :root { color-scheme: light dark; }
      body { margin: 1em; display: flex; flex-wrap: wrap; gap: 2em; align-items: start; }
      ${widths.map((width) => `#w${width} { width: ${width}px; }`).join(' ')}
    </style>
  </head>
  <body>
    ${widths
      .map(
        (width) =>
          `<div id="w${width}"><iom-${name} loading="eager" ${attributes}><a href="https://www.iom.int/">iom.int</a></iom-${name}></div>`,
      )
      .join('\n    ')}
  </body>
</html>`;

/** Opens a sheet and waits until all on it is as it is named; what is stale was there before its feed was lost. */
export async function openSheet(tab: Page, url: string, name: string, state: State): Promise<void> {
  await tab.goto(url);
  if (state === 'stale') {
    await inState(tab, name, 'ready');
    await tab.setRequestInterception(true);
    const lose = (request: import('puppeteer-core').HTTPRequest) =>
      void (request.url().includes('/demo/feeds/') ? request.respond({ status: 404 }) : request.continue());
    tab.on('request', lose);
    await tab.reload();
    await inState(tab, name, state);
    tab.off('request', lose);
    await tab.setRequestInterception(false);
  } else await inState(tab, name, state);
  await tab.evaluate(async () => {
    await document.fonts.ready;
  });
}

const inState = (tab: Page, name: string, state: State) =>
  tab.waitForFunction(
    (tag, wanted) => [...document.querySelectorAll(tag)].every((element) => element.matches(`:state(${wanted})`)),
    { timeout: 30_000 },
    `iom-${name}`,
    state,
  );
