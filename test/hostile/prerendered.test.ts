import { expect } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { placeholderHeights } from '../../src/elements.js';
import { attackedFeed } from '../fixtures/attacked-feed.js';
import { attacksOn, clobbered } from '../fixtures/attacks.js';
import { until } from '../helpers/events.js';
import { dangersIn, watchPage } from '../helpers/security-probe.js';
import { drawOnServer, prerender } from '../helpers/render.js';

const owner = crypto.randomUUID();
const feed = JSON.stringify(attackedFeed(attacksOn(`/faults/leak/${owner}/`))).replaceAll('<', '\\u003c');
const leaks = async () => (await (await fetch(`/faults/leaks/${owner}`)).json()) as string[];

const attributes: Record<string, string> = {
  'news-feed': 'limit="1000" any-language',
  'org-chart': 'layout="outline" levels="3"',
  'link-cards': 'limit="1000" section="all"',
  'sdg-grid': 'all',
  'key-figures': 'limit="1000" chart',
};

describe('a feed in which nothing is meant well, drawn by a server', () => {
  before(drawOnServer);

  for (const name of Object.keys(placeholderHeights)) {
    it(`<iom-${name}> ⇒ the page stays what it is, before the browser takes over and after`, async function () {
      this.timeout(120_000);
      await import(`../../src/elements/${name}/define.ts`);
      const markup = `<iom-${name} ${attributes[name] ?? ''}><script type="application/feed+json">${feed}</script></iom-${name}>`;
      const page = watchPage(clobbered);
      const box = document.createElement('div');
      document.body.append(box);
      box.setHTMLUnsafe(await prerender(`<html lang="en">${markup}`));
      const element = box.firstElementChild as IomElement;
      expect(element.hasAttribute('data-prerendered')).to.equal(true);
      const root = element.shadowRoot!;
      const foreign = [...root.children].filter((child) => !child.matches('style, .width, [part=base]'));
      const dangers = [...dangersIn(root.querySelector('[part=base]')!), ...foreign.map(({ outerHTML }) => outerHTML)];
      // Of such values some are other words in the browser: then it draws anew.
      await until(() => element.prerendered === false);
      await until(() => element.matches(':state(ready)'));
      dangers.push(...dangersIn(root), ...dangersIn(element));
      box.remove();
      expect([...(await page.stop()), ...new Set(dangers.filter(isForeign)), ...(await leaks())]).to.deep.equal([]);
    });
  }
});

/** What an element inside of another one brings is the library's own style. */
const isForeign = (danger: string) => !danger.startsWith('<style>\n  :host(');
