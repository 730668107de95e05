import { expect, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import type { IomElement } from '../../src/elements/iom-element.js';
import { heights } from '../../src/registry.js';
import { feedsAtRandom, rightFeeds, runs } from '../fixtures/random-feeds.js';
import { dangersIn, watchPage } from '../helpers/harm.js';

/** What makes each element show most of a feed. */
const attributes: Record<string, Record<string, string>> = {
  'news-feed': { controls: 'search,tags,countries,kind', layout: 'cards', dates: 'relative', 'any-language': '' },
  'press-contact': { 'structured-data': '' },
  'press-release': { 'structured-data': '' },
  'org-chart': { layout: 'outline' },
  'key-figures': { chart: '' },
};

/** Feeds right and wrong, each shown by each element: it comes to rest in a state, and the page doesn't notice. */
describe('feeds made at random', () => {
  const { warn } = console;
  before(() => void (console.warn = () => undefined));
  after(() => void (console.warn = warn));

  for (const name of Object.keys(heights)) {
    it(`<iom-${name}> ⇒ content or none, and no exception`, async function () {
      this.timeout(3_600_000);
      await import(`../../src/elements/${name}/define.ts`);
      const page = watchPage([]);
      const element = document.createElement(`iom-${name}`) as IomElement;
      for (const [key, value] of Object.entries(attributes[name] ?? {})) element.setAttribute(key, value);
      document.body.append(element);
      try {
        await fc.assert(
          fc.asyncProperty(fc.oneof(feedsAtRandom, rightFeeds), async (feed) => {
            const { source } = element;
            element.feed = feed;
            await element.updateComplete;
            await waitUntil(() => (!source.pending && element.state !== 'loading') || page.harm.length, name, {
              interval: 1,
              timeout: 20_000,
            });
            expect(page.harm).to.deep.equal([]);
            expect(dangersIn(element.renderRoot)).to.deep.equal([]);
          }),
          runs(50),
        );
      } finally {
        element.remove();
        expect(await page.stop()).to.deep.equal([]);
      }
    });
  }
});
