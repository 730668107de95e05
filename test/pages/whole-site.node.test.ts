import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { elementsShown, puppetEngines, serveSite, strictPolicy, withPage, type Site } from '../helpers/site.js';

const tags = Object.keys(placeholderHeights).map((name) => `iom-${name}`);

/** The page that the demo puts together again, as it was found: its marks of lists aside, and what a link lost. */
const lines = readFileSync('demo/content/uy-trafficking-network.fr.txt', 'utf8')
  .split('\n')
  .map((line) => bare(line.replace(/^-/, '').replace(/"mailto:[^"]+">/, '')))
  .filter(Boolean);

/** A text without what typesetting changes: white space, hyphenation, the form of apostrophes. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad]/g, '').replaceAll('’', "'");
}

describe('a whole site on a partner’s page, from one feed', () => {
  let site: Site;
  before(async () => {
    site = await serveSite({}, { 'content-security-policy': strictPolicy });
  });
  after(() => site.close());

  for (const engine of puppetEngines) {
    it(`shows every line of the page it was made from, each by a widget (${engine})`, () =>
      withPage(engine, async (tab) => {
        await open(tab, 'fr');
        const read = bare(await readWidgets(tab));
        assert.ok(lines.length > 60);
        assert.deepEqual(
          lines.filter((line) => !read.includes(line)),
          [],
        );
      }));
  }

  it('the page itself says none of these lines, nor does a fallback', () => {
    const page = bare(readFileSync('demo/oim.fr.html', 'utf8').replace(/<[^>]+>/g, ' '));
    assert.deepEqual(
      lines.filter((line) => page.includes(line)),
      [],
    );
  });

  for (const lang of ['fr', 'en', 'es', 'ar']) {
    it(`oim.${lang}.html shows all ten elements with their content, and asks for the feed once`, () =>
      withPage('chromium', async (tab) => {
        site.requests.length = 0;
        const messages = await open(tab, lang);
        const texts = await tab.evaluate(
          (all) =>
            all.map((tag) => {
              const elements = [...document.querySelectorAll<HTMLElement>(tag)];
              return elements.every(({ shadowRoot }) => shadowRoot!.querySelector('.base')!.textContent.trim());
            }),
          tags,
        );
        assert.deepEqual(
          tags.filter((_, index) => !texts[index]),
          [],
        );
        assert.deepEqual(
          site.requests.filter((path) => path.endsWith('.json')),
          [`/demo/feeds/oim.${lang}.json`],
        );
        assert.deepEqual(messages, []);
      }));
  }

  /** Shows a page until all of its widgets have their content; gives what its console says. */
  async function open(tab: Page, lang: string): Promise<string[]> {
    const messages: string[] = [];
    tab.on('console', (message) => messages.push(message.text()));
    tab.on('pageerror', (error) => messages.push(String(error)));
    await tab.setViewport({ width: 1200, height: 900 });
    await tab.goto(`${site.origin}demo/oim.${lang}.html`);
    const missing = await tab.evaluate((all) => all.filter((tag) => !document.querySelector(tag)), tags);
    assert.deepEqual(missing, []);
    await elementsShown(tab);
    return messages;
  }
});

/** What a visitor sees of the widgets: all of it, and of the menu what each of its buttons opens. */
async function readWidgets(tab: Page): Promise<string> {
  let read = await readShown(tab);
  // Where a bar has no room all of it is behind one button.
  const all = await tab.$('iom-site-menu >>> .all');
  if (await all?.isVisible()) await all!.click();
  for (const button of await tab.$$('iom-site-menu >>> .toggle')) {
    if (!(await button.isVisible())) continue;
    await button.click();
    read += await readShown(tab);
  }
  return read;
}

/** The text of all widgets that is on screen now, or would be after scrolling. */
const readShown = (tab: Page): Promise<string> =>
  tab.evaluate(() => {
    let read = '';
    const left: Node[] = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('iom-'));
    for (let node = left.pop(); node; node = left.pop()) {
      if (node instanceof Text) read += node.data;
      if (node instanceof Element && !node.checkVisibility({ visibilityProperty: true })) continue;
      const inside = node instanceof HTMLSlotElement ? node.assignedNodes() : null;
      left.push(...(inside ?? [...((node as Element).shadowRoot ?? node).childNodes]).reverse());
    }
    return read;
  });
