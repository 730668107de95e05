import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { prerender } from '../../src/ssr/index.js';
import { serveSite, withPage, type Site } from '../helpers/site.js';

const feed = JSON.parse(readFileSync('demo/feeds/oim.en.json', 'utf8')) as {
  _iom: {
    goals: { targets?: { text: string }[] }[];
    organization: { parent?: string }[];
  };
};
const page = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>${body}`;
const own =
  '<form id="own"><ul><li>One</li></ul><details open><summary>More</summary><p class="title item text base">Text</p></details>' +
  '<button class="row toggle">Send</button> <a href="/" class="card">Link</a> <input class="search"><svg></svg></form>';
const more: Record<string, string> = {
  'news-feed': 'controls="search,tags" more limit="1"',
  'link-cards': 'limit="1"',
};
const body = Object.keys(placeholderHeights)
  .map((name) => `<iom-${name} src="/feed.json" ${more[name] ?? ''}><a href="/">Link</a></iom-${name}>`)
  .join('\n');

/** Where the units of the chart begin, and whether a reader can get to the last of them. */
const chartOf = (tab: Page) =>
  tab.$eval('iom-org-chart', ({ shadowRoot }) => {
    const items = [...shadowRoot!.querySelectorAll('li')];
    const view = shadowRoot!.querySelector('.view')!;
    return {
      steps: items
        .filter((item) => item.parentElement!.closest('li'))
        .map(
          (item) => item.getBoundingClientRect().left - item.parentElement!.closest('li')!.getBoundingClientRect().left,
        ),
      isReached: view.scrollHeight <= view.clientHeight || getComputedStyle(view).overflowY === 'auto',
      isWhole: view.scrollHeight <= view.clientHeight + 1,
    };
  });

describe('a filled page without script', () => {
  let site: Site;
  let filled = '';
  before(async () => {
    filled = (await prerender(page(body + own), { feeds: { '/feed.json': feed } })).html;
    const open = filled.replace(/<template[^>]*>/g, '<div>').replaceAll('</template>', '</div>');
    site = await serveSite({ '/filled': filled, '/open': open, '/own': page(own) });
  });
  after(() => site.close());

  for (const width of [320, 1200]) {
    it(`offers nothing that needs one, ${width} px wide`, () =>
      withPage('chromium', async (tab) => {
        await tab.setJavaScriptEnabled(false);
        await tab.setViewport({ width, height: 800 });
        await tab.goto(`${site.origin}filled`);
        const offered = await tab.$$eval('[data-prerendered]', (elements) =>
          elements.flatMap((element) => {
            const root = element.shadowRoot ?? element;
            const roots = [root, ...[...root.querySelectorAll('*')].flatMap((entry) => entry.shadowRoot ?? [])];
            return roots
              .flatMap((entry) => [...entry.querySelectorAll('button, input, select, form, [data-words], a[href="#"]')])
              .filter(
                (entry) =>
                  entry.checkVisibility() &&
                  !entry.closest('form[action]') &&
                  !entry.matches('.section button:not([aria-label])'),
              )
              .map((entry) => `${element.localName}: ${entry.outerHTML}`);
          }),
        );
        assert.deepEqual(offered, []);
      }));
  }

  it('has no words in it that only script makes true: text browsers know no styles', () => {
    // A form that sends what it asks for to a site needs no script.
    const texts = filled.replace(/<(script|style|form)\b[^]*?<\/\1>|<!--[^]*?-->/g, '').match(/(?<=>)[^<]+/g)!;
    const words = [
      'Copy',
      'Save contact (.vcf)',
      'QR code',
      'Share',
      'Show more',
      'Search',
      'Find an office',
      'Targets',
    ];
    assert.deepEqual(
      texts.map((text) => text.trim()).filter((text) => words.includes(text)),
      [],
    );
    for (const word of words) assert.ok(filled.includes(`data-words="${word}"`), word);
  });

  for (const media of ['screen', 'print']) {
    it(`shows who is under whom, and the targets of the goals (${media})`, () =>
      withPage('chromium', async (tab) => {
        await tab.setJavaScriptEnabled(false);
        await tab.goto(`${site.origin}filled`);
        await tab.emulateMediaType(media);
        const { steps, isReached, isWhole } = await chartOf(tab);
        assert.equal(steps.length, feed._iom.organization.filter(({ parent }) => parent).length);
        assert.ok(steps.every((step) => step > 8));
        assert.ok(isReached && isWhole);
        const targets = await tab.$eval('iom-sdg-grid', ({ shadowRoot }) =>
          [...shadowRoot!.querySelectorAll('[part=target]')].map((entry) => entry.checkVisibility()),
        );
        assert.equal(targets.length, feed._iom.goals.flatMap(({ targets = [] }) => targets).length);
        assert.ok(targets.every(Boolean));
      }));
  }

  it('with script, what it opens is closed from the beginning', () =>
    withPage('chromium', async (tab) => {
      await tab.goto(`${site.origin}filled`);
      const closed = await tab.$$eval('iom-sdg-grid, iom-site-menu', (elements) =>
        elements.every(
          ({ shadowRoot }) =>
            ![...shadowRoot!.querySelectorAll('.targets, .panel')].some((entry) => entry.checkVisibility()),
        ),
      );
      assert.ok(closed);
    }));

  it('where a template is no template, the page’s own elements look as they do', () =>
    withPage('chromium', async (tab) => {
      const looks = async (path: string) => {
        await tab.goto(site.origin + path);
        return tab.$$eval('#own, #own *', (elements) =>
          elements.map((entry) => {
            const style = getComputedStyle(entry);
            // Where it stands and how wide it is comes from the page around it.
            return [...style]
              .filter((name) => !/origin$/.test(name))
              .map((name) => style.getPropertyValue(name))
              .join();
          }),
        );
      };
      assert.deepEqual(await looks('open'), await looks('own'));
    }));
});
