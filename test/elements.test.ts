import { expect } from '@open-wc/testing';
import '../src/autoload.js';
import { placeholderHeights } from '../src/elements.js';
import { until } from './helpers/events.js';

/** How near the room that is kept free comes to what an element takes; the pictures of cards are as high as they are wide. */
const cases: [name: string, attributes: string, nearness?: number][] = [
  ...Object.keys(placeholderHeights).map((name): [string, string] => [name, '']),
  ['key-figures', 'limit="4"'],
  ['link-cards', 'section="work"', 0.85],
  // Three cards in two columns are two rows.
  ['link-cards', 'section="work" limit="3"', 0.7],
];

describe('the room that is kept free for an element', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [name, attributes, nearness = name === 'link-cards' ? 0.75 : 1] of cases) {
    it(`<iom-${name} ${attributes}> ⇒ what it takes before its feed is there, in columns of any width`, async () => {
      const tag = `iom-${name}`;
      for (const width of [280, 368, 384, 600, 820, 1216]) {
        document.body.innerHTML = `<div style="width: ${width}px; font-size: 16px"></div>`;
        const [column] = document.body.children;
        column.innerHTML = `<div data-iom="${name}" ${attributes}></div>`;
        await Promise.resolve();
        const free = column.firstElementChild!.getBoundingClientRect().height;
        column.innerHTML = `<${tag} src="/faults/silence" ${attributes}><a href="https://example.org">Fallback</a></${tag}>`;
        await until(() => column.querySelector(`${tag}:state(loading)`));
        const taken = column.firstElementChild!.getBoundingClientRect().height;
        const ratio = Math.min(free, taken) / Math.max(free, taken);
        expect(ratio, `${width} px wide: ${free} instead of ${taken}`).to.be.at.least(nearness - 0.005);
      }
    });
  }
});
