import { expect, fixture, html } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { placeholderHeights } from '../../src/elements.js';
import { combinations } from '../fixtures/nothing-to-show.js';
import { until } from '../helpers/events.js';

const feed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items: [{ id: 'a', title: 'A centre opens', tags: ['health'], date_published: '2026-06-01T00:00:00Z' }],
});

describe('an element for which the feed has nothing', () => {
  for (const name of Object.keys(placeholderHeights)) {
    it(`<iom-${name}> says so, whatever its attributes`, async function () {
      this.timeout(60_000);
      await import(`../../src/elements/${name}/define.ts`);
      const place = await fixture(html`<div lang="en"></div>`);
      place.innerHTML = combinations(name)
        .map((entry) => `<iom-${name} ${entry}><script type="application/feed+json">${feed}</script></iom-${name}>`)
        .join('');
      const elements = [...place.children] as IomElement[];
      const waiting = () => elements.filter(({ shadowRoot }) => !shadowRoot?.querySelector('[part=notice]'));
      // The first has to wait for scripts.
      await until(() => waiting().length < elements.length).catch(String);
      await until(() => !waiting().length).catch(() => {
        throw new Error(
          waiting()
            .map(({ outerHTML }) => outerHTML.replace(/<script.*/, ''))
            .join('\n'),
        );
      });
      for (const element of elements) {
        expect(element.matches(':state(empty)')).to.equal(true);
        expect(element.offsetHeight).to.be.lessThan(100);
      }
      expect(elements[0].shadowRoot!.querySelector('[part=notice]')!.textContent).to.contain(
        'There is nothing here at the moment.',
      );
    });
  }
});
