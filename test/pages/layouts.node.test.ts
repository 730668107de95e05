import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { placeholderHeights } from '../../src/elements.js';
import { engines, openWebKit } from '../helpers/browsers.mjs';
import { fontsOf } from '../helpers/fonts.js';
import { contentShown, launch, patience, serveSite, withPage, type Site } from '../helpers/site.js';

const names = Object.keys(placeholderHeights);
const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);

/**
 * Layouts that ask an element for its width, in a column of 700 px; `*` stands for the element. The least width, in
 * pixels, is what is left beside whatever else stands there.
 */
const layouts: [name: string, markup: string, least: number][] = [
  ['float', '<div style="float: left">*</div>', 700],
  ['float beside a picture', '<div style="float: left; width: 200px; height: 9px"></div>*', 500],
  ['float beside a picture that leaves no room', '<div style="float: left; width: 600px; height: 9px"></div>*', 700],
  ['inline-block', '<div style="display: inline-block">*</div>', 700],
  ['text that stays on its line', '<div style="float: left; white-space: nowrap">*</div>', 700],
  ['fit-content', '<div style="width: fit-content">*</div>', 700],
  ['max-content, at most the column', '<div style="width: max-content; max-width: 100%">*</div>', 700],
  ['min-content', '<div style="width: min-content">*</div>', 256],
  ['absolute', '<div class="around"><div style="position: absolute">*</div></div>', 700],
  ['table cell', '<table><tr><td>*</td><td>word</td></tr></table>', 600],
  ['table cell by style', '<div style="display: table"><div style="display: table-cell">*</div></div>', 700],
  ['flex item', '<div style="display: flex"><div>*</div><div>side</div></div>', 600],
  ['flex row', '<div style="display: flex">*<b>My logo</b></div>', 600],
  ['flex row, centred', '<div style="display: flex; justify-content: center">*</div>', 700],
  ['flex column, centred', '<div style="display: flex; flex-direction: column; align-items: center">*</div>', 700],
  ['flex in flex', '<div style="display: flex"><div style="display: flex; min-width: 0"><div>*</div></div></div>', 700],
  ['display: contents', '<div style="display: flex"><div style="display: contents">*</div></div>', 700],
  ['inline-flex', '<div style="display: inline-flex">*</div>', 700],
  ['inline-grid', '<div style="display: inline-grid">*</div>', 700],
  ['grid, auto', '<div style="display: grid; grid-template-columns: auto auto">*<b>side</b></div>', 600],
  ['grid, min-content', '<div style="display: grid; grid-template-columns: min-content 1fr">*<b>side</b></div>', 256],
  ['grid, centred', '<div style="display: grid; place-items: center">*</div>', 700],
  // The word alone is wider than the column.
  ['grid, 1fr beside a long word', `<div class="clip" style="grid: auto / 1fr 1fr">*<p>${word}</p></div>`, 256],
  ['fieldset', '<fieldset style="float: left">*</fieldset>', 660],
  ['details', '<div style="display: flex"><details open><summary>More</summary>*</details></div>', 700],
  ['dialog', '<dialog open style="position: static">*</dialog>', 660],
  ['columns', '<div style="columns: 300px">*</div>', 300],
  ['tabs down the side', '<div style="display: flex"><div><button>One tab</button></div><div>*</div></div>', 600],
  ['text from right to left', '<div dir="rtl" style="float: right">*</div>', 700],
  ['zoomed', '<div style="zoom: 1.5"><div style="float: left">*</div></div>', 460],
  ['a narrow column', '<div style="width: 240px">*</div>', 240],
  ['itself a float', '<div class="own-float">*</div>', 700],
  ['itself an inline-block', '<div class="own-inline-block">*</div>', 700],
  ['itself a flex container', '<div class="own-flex">*</div>', 700],
  ['itself half as wide', '<div class="own-half">*</div>', 350],
  ['itself what grows', '<div class="own-grow" style="display: flex">*<b>side</b></div>', 550],
];

/** All elements as a float; what the other layouts make of one, they make of all. */
const shown = layouts.flatMap(([layout, markup, least], row) =>
  (row ? [names[row % names.length]] : names).map((name) => ({ layout, markup, least, name })),
);

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>
<style>
  .column { display: flow-root; width: 700px }
  .clip { display: grid; overflow: clip }
  .around { position: relative; height: 9px }
  .own-float > * { float: left }
  .own-inline-block > * { display: inline-block }
  .own-flex > * { display: flex }
  .own-half > * { width: 50% }
  .own-grow > :first-child { flex: 1 }
</style>
${shown
  .map(({ markup, name }) => {
    const element = `<iom-${name} src="/demo/feeds/oim.en.json" loading="eager"></iom-${name}>`;
    return `<div class="column">${markup.replace('*', element)}</div>`;
  })
  .join('')}`;

/** The width of each element's content, and whether something stands out of its column. */
const measure = () =>
  [...document.querySelectorAll('.column')].map((column) => {
    const element = column.querySelector('[loading]')!;
    const { width } = element.shadowRoot!.querySelector('.base')!.getBoundingClientRect();
    return { width: Math.ceil(width), isOut: column.scrollWidth > column.clientWidth + 1 };
  });

const areReady = (count: number) => document.querySelectorAll('[loading]:state(ready)').length === count;

describe('elements in layouts that ask them for their width', () => {
  let site: Site;
  before(async () => {
    site = await serveSite({ '/': page });
  });
  after(() => site.close());

  for (const engine of engines()) {
    it(`take the width there is, 16em at least, and never more than the column (${engine})`, async () => {
      const browser = engine === 'webkit' ? undefined : await launch(engine as 'chromium' | 'firefox');
      const tab = browser ? await browser.newPage() : await openWebKit();
      try {
        await tab.goto(site.origin);
        await tab.waitForFunction(areReady, { timeout: patience }, shown.length);
        const matches = (await tab.evaluate(measure)) as ReturnType<typeof measure>;
        const wrong = shown.flatMap(({ layout, least, name }, index) => {
          const { width, isOut } = matches[index];
          const says = `${layout}: iom-${name} is ${width} px wide`;
          return width < least ? `${says}, not ${least}` : isOut ? `${says}, and something stands out` : [];
        });
        assert.deepEqual(wrong, []);
      } finally {
        await (browser ?? tab).close();
      }
    });
  }
});

describe('a menu in the header of a page', () => {
  const header = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>
${fontsOf('regular')}<style>header { display: flex; align-items: center; gap: 1em }</style>
<header><svg width="90" height="40"></svg><iom-site-menu src="/demo/feeds/oim.en.json"></iom-site-menu><button>Search</button></header>`;
  let site: Site;
  before(async () => {
    site = await serveSite({
      '/': header,
      '/frame': `<!doctype html><title>Test page</title><iframe width="1300" height="70" src="/"></iframe>`,
    });
  });
  after(() => site.close());

  it('beside logo and search: a bar where there is room, on a phone a button and a list that can be read', () =>
    withPage('chromium', async (tab) => {
      await tab.setViewport({ width: 1200, height: 800 });
      await tab.goto(site.origin);
      await contentShown(tab, 'iom-site-menu');
      const sections = 'iom-site-menu >>> .section';
      const tops = () =>
        tab.$$eval(sections, (all) => new Set(all.map((entry) => entry.getBoundingClientRect().top)).size);
      assert.equal(await tops(), 1);
      await tab.setViewport({ width: 320, height: 600 });
      const button = await tab.waitForSelector('iom-site-menu >>> .all', { visible: true });
      const { width, height } = (await button!.boundingBox())!;
      assert.ok(width > height && height < 50, `${width} × ${height}`);
      assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 320);
      await button!.click();
      const list = await tab.waitForSelector('iom-site-menu >>> .sections', { visible: true });
      assert.equal((await list!.boundingBox())!.width, 320);
    }));

  it('in a frame as low as itself: the frame can grow with the panel', () =>
    withPage('chromium', async (tab) => {
      await tab.setViewport({ width: 1200, height: 800 });
      await tab.goto(`${site.origin}frame`);
      const frame = tab.frames()[1];
      const toggle = await frame.waitForSelector('iom-site-menu >>> .toggle', { visible: true });
      const heightOf = () => frame.evaluate(() => document.body.scrollHeight);
      const before = await heightOf();
      await toggle!.evaluate((entry) => (entry as HTMLElement).click());
      const panel = await frame.waitForSelector('iom-site-menu >>> .panel', { visible: true });
      const { height } = (await panel!.boundingBox())!;
      assert.ok((await frame.evaluate(() => document.body.offsetHeight)) >= height);
      await toggle!.evaluate((entry) => (entry as HTMLElement).click());
      await frame.waitForFunction((index: number) => document.body.scrollHeight === index, {}, before);
    }));
});
