import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Linter } from 'eslint';
import { placeholderHeights } from '../../src/elements.js';
import { prerender } from '../../src/ssr/index.js';
import { engines, openWebKit } from '../helpers/browsers.mjs';
import { launch, serveSite, type Site } from '../helpers/site.js';

// What old engines do otherwise, done to those of today; `npm run museum` opens the old ones themselves.

const feed = '/demo/feeds/oim.en.json';
const names = Object.keys(placeholderHeights);
const embedScript = '<script type="module" src="/dist/autoload.js"></script>';
const recorder = '<script src="/test/museum/recorder.js"></script>';
const ten = names.map((name) => `<iom-${name} src="${feed}" loading="eager"><a href="/more">More</a></iom-${name}>`);
const filled = await prerender(`<html lang="en"><body>${ten.join('')}</body></html>`, {
  base: 'http://127.0.0.1/',
  feeds: { [feed]: JSON.parse(readFileSync(`.${feed}`, 'utf8')) as object },
});

const dirty = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items: [
    {
      id: '1',
      title: 'A test release with a title',
      content_html: '<p class="kept">Its text, which is what a release is read for.</p><form>No</form>',
    },
  ],
};

const throws = 'function () { throw new TypeError("Not as today."); }';
const noAny = 'delete AbortSignal.any;';
const noTimeoutName = `const get = AbortSignal.timeout; AbortSignal.timeout = (time) => { const c = new AbortController(); get.call(AbortSignal, time).onabort = () => c.abort(); return c.signal; };`;
const dashes = `CustomStateSet.prototype.add = ${throws};`;
const noStates = 'delete ElementInternals.prototype.states;';
const otherSetHTML = `Element.prototype.setHTML = ${throws};`;
const heedlessSetHTML = 'Element.prototype.setHTML = function (html) { this.innerHTML = html; };';
const noSetHTML = 'delete Element.prototype.setHTML;';
const frozenSheets = `for (const type of [Document, ShadowRoot]) {
  const { get, set } = Object.getOwnPropertyDescriptor(type.prototype, 'adoptedStyleSheets');
  Object.defineProperty(type.prototype, 'adoptedStyleSheets', {
    get() { return Object.freeze([...get.call(this)]); }, set(sheets) { set.call(this, sheets); } });
}`;
const noSheets = `delete CSSStyleSheet.prototype.replaceSync; delete HTMLElement.prototype.attachInternals;
  window.CSSStyleSheet = new Proxy(CSSStyleSheet, { construct: ${throws} });`;
const noIntl = 'delete Intl.Segmenter; delete Intl.DurationFormat; delete Promise.withResolvers; delete URL.canParse;';

const lessIntl = 'delete Intl.DisplayNames; delete Intl.ListFormat; delete Intl.DateTimeFormat.prototype.formatRange;';
const noDrawing = `HTMLCanvasElement.prototype.getContext = ${throws};`;

interface Row {
  what: string;
  before: string;
  body?: string;
  shows: 'whole' | 'link';
  /** Elements that show the link all the same. */
  links?: string[];
  elements?: number;
  /** What must not be in an element. */
  unseen?: string;
  /** Where engines can't differ, one says it. */
  everywhere?: boolean;
}

const table: Row[] = [
  {
    what: 'Chromium 115: no AbortSignal.any, states with dashes, another setHTML',
    before: noAny + noTimeoutName + dashes + otherSetHTML + noIntl,
    shows: 'whole',
    everywhere: true,
  },
  {
    what: 'Firefox 115: no AbortSignal.any, no states, no setHTML',
    before: noAny + noStates + noSetHTML + noIntl,
    shows: 'whole',
  },
  {
    what: 'a setHTML that takes no notice of our list',
    before: heedlessSetHTML,
    body: `<iom-press-release loading="eager"><a href="/more">More</a><script type="application/feed+json">${JSON.stringify(dirty)}</script></iom-press-release>`,
    elements: 1,
    shows: 'whole',
    unseen: '.kept, form',
  },
  { what: 'Chromium 98: lists of sheets that can only be assigned', before: frozenSheets + dashes, shows: 'whole' },
  {
    what: 'no declarative shadow roots, and a page that a server has filled',
    before: dashes,
    body: filled.html.replaceAll(/shadowroot(mode)?="open"/g, 'shadowroot$1=""'),
    shows: 'whole',
  },
  {
    what: 'an Intl that names no countries and lists, for which contacts have no other words',
    before: lessIntl,
    shows: 'whole',
    links: ['press-contact'],
  },
  { what: 'tools of a visitor that let nobody draw', before: noDrawing, shows: 'whole' },
  {
    what: 'Firefox 100 and Safari 16.3: no sheets of scripts, no internals of elements',
    before: noSheets,
    shows: 'link',
    everywhere: true,
  },
];

interface Seen {
  elements: { name: string; shows: string }[];
  exceptions: string[];
  leftover: boolean;
}
declare function museum(): Seen;

describe('engines that are not of today', () => {
  let site: Site;
  before(async () => {
    const pages = table.map(({ before, body = ten.join('') }, index): [string, string] => [
      `/${index}`,
      `<!doctype html><html lang="en"><head><title>Test page</title>${recorder}<script>${before}</script>${embedScript}</head><body>${body}</body></html>`,
    ]);
    site = await serveSite(Object.fromEntries(pages));
  });
  after(() => site.close());

  for (const engine of engines()) {
    const rows = table
      .map((row, index) => ({ ...row, index }))
      .filter((row) => row.everywhere || engine === 'chromium');
    describe(engine, () => {
      let browser: { page: Pick<Awaited<ReturnType<typeof openWebKit>>, 'goto' | 'evaluate'>; close: () => unknown };
      before(async () => {
        if (engine === 'webkit') {
          const page = await openWebKit();
          browser = { page, close: () => page.close() };
        } else {
          const started = await launch(engine as 'chromium' | 'firefox');
          browser = { page: await started.newPage(), close: () => started.close() };
        }
      });
      after(() => browser.close());

      for (const { what, shows, links = [], elements = names.length, unseen = 'form:not(*)', index } of rows) {
        const isOther = (element: Seen['elements'][number]) =>
          element.shows !== (links.includes(element.name) ? 'link' : shows);
        it(`${what} ⇒ ${shows === 'whole' ? 'all of it' : 'the links'}, and no exception`, async () => {
          const { page } = browser;
          await page.goto(`${site.origin}${index}`);
          let seen: Seen;
          // Links are there from the beginning: they are looked at when the scripts have had their turn.
          const isDone = () => seen.elements.length === elements && !seen.elements.some(isOther);
          const end = Date.now() + 20_000;
          do seen = (await page.evaluate(() => museum())) as Seen;
          while (Date.now() < end && !isDone());
          assert.deepEqual(seen.elements.filter(isOther), []);
          assert.equal(seen.elements.length, elements);
          assert.deepEqual(seen.exceptions, []);
          assert.equal(seen.leftover, false);
          const count: unknown = await page.evaluate(
            (selector: string) =>
              [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot?.querySelector(selector))
                .length,
            unseen,
          );
          assert.equal(count, 0);
        });
      }
    });
  }
});

/** What came after Chromium 103, Firefox 115 or Safari 16.4, by the way it is written in a script. */
const later: Record<string, RegExp> = {
  'AbortSignal.any': /\bAbortSignal\.any\b/,
  'adoptedStyleSheets.push': /adoptedStyleSheets\.push/,
  'toSorted and its kind': /\.(toSorted|toReversed|toSpliced)\(/,
  groupBy: /\b(Object|Map)\.groupBy\b/,
  'Promise.withResolvers, Promise.try': /\bPromise\.(withResolvers|try)\b/,
  'Array.fromAsync': /\bArray\.fromAsync\b/,
  'URL.canParse, URL.parse': /\bURL\.(canParse|parse)\b/,
  'methods of sets': /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  'methods of iterators': /\.(keys|values|entries)\(\)\.(map|filter|toArray|some|every|find|take|drop)\(/,
  'Intl.DurationFormat': /\bnew Intl\.DurationFormat\b/,
  'Intl.Segmenter': /\bnew Intl\.Segmenter\b/,
  'import attributes': /import[^;]{0,200}["'] with ?\{/,
  'expressions with the flag v': /[,(=:]\/(?:[^/\\\n]|\\.)+\/[dgimsuy]*v[dgimsuy]*[.,;)]/,
  checkVisibility: /\.checkVisibility\(/,
  moveBefore: /\.moveBefore\(/,
  'selectors with :has()': /\b(matches|closest|querySelector(All)?)\([`'"][^`'"]*:has\(/,
  'scheduler.yield': /\bscheduler\.yield\b/,
  requestIdleCallback: /\brequestIdleCallback\(/,
};

describe('what is written for engines of 2023', () => {
  const scripts = ['', 'elements/', 'chunks/'].flatMap((folder) =>
    readdirSync(`dist/${folder}`)
      .filter((file) => file.endsWith('.js') && !file.startsWith('react'))
      .map((file) => folder + file),
  );
  const textOf = (file: string) => readFileSync(`dist/${file}`, 'utf8');

  for (const [what, pattern] of Object.entries(later)) {
    it(`no script uses ${what}`, () => {
      assert.deepEqual(
        scripts.filter((file) => pattern.test(textOf(file))),
        [],
      );
    });
  }

  it('what the scripts of embeds are before an element is there is understood by engines of 2020', () => {
    const linter = new Linter();
    const first = scripts.filter((file) => /^(autoload|embed|embed-host)\.js$|chunks\/(deferred|consent)-/.test(file));
    const errors = first.flatMap((file) =>
      linter
        .verify(textOf(file), [{ languageOptions: { ecmaVersion: 2020, sourceType: 'module' } }])
        .map(({ message }) => `${file}: ${message}`),
    );
    assert.deepEqual(errors, []);
    assert.deepEqual(
      first.filter((file) => /\bObject\.hasOwn\b|\bstructuredClone\b|\.at\(|\.findLast/.test(textOf(file))),
      [],
    );
    assert.ok(first.length >= 4);
    // Chromium up to 87 throws at such selectors.
    assert.doesNotMatch(textOf('autoload.js'), /:is\(|:has\(|:where\(|:not\([^)]*,/);
  });

  it('no list of selectors goes whole because an engine doesn’t know one of them', () => {
    const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.styles.ts'),
    );
    const lost = sheets.flatMap((file) =>
      [...readFileSync(`src/${file}`, 'utf8').matchAll(/(?<=[{};`]\s*)[^{};`@]+(?=\{)/g)]
        .map(([selector]) => selector.replaceAll(/\/\*[^]*?\*\//g, '').trim())
        .filter((selector) => /:has\(|:state\(|:popover-open|:open\b|::details-content/.test(selector))
        .filter((selector) => selector.replaceAll(/\([^()]*(\([^()]*\)[^()]*)*\)/g, '').includes(','))
        .map((selector) => `${file}: ${selector}`),
    );
    assert.deepEqual(lost, []);
  });
});
