import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { placeholderHeights } from '../../src/elements.js';
import { attacksOn, clobbered } from '../fixtures/attacks.js';
import { feedsAtRandom, rightFeeds, runs } from '../fixtures/random-feeds.js';
import { dangersIn, forbidHarm, watchPage } from '../helpers/security-probe.js';

const owner = crypto.randomUUID();
const leaks = async () => (await (await fetch(`/faults/leaks/${owner}`)).json()) as string[];

/** Feeds as they should be, but for some of their texts, in whose place stands an attack of any kind. */
const corpus = Object.values(attacksOn(`/faults/leak/${owner}/`) as object).flat() as string[];
const attackedFeeds: fc.Arbitrary<object> = fc
  .tuple(
    rightFeeds,
    fc.array(fc.option(fc.constantFrom(...corpus)), {
      minLength: 1,
      maxLength: 20,
    }),
  )
  .map(([feed, attacks]) => {
    let count = 0;
    const attacked = (key: string, value: unknown): unknown =>
      (typeof value === 'string' && key !== 'version' && attacks[count++ % attacks.length]) || value;
    return JSON.parse(JSON.stringify(feed, attacked)) as object;
  });

const states = ['ready', 'empty', 'error'];
/** Milliseconds in which an element loads its parts and shows what it was given, on a busy machine too. */
const timeout = 15_000;

/** Gives the page a turn, without the wait that timers have. */
const { port1, port2 } = new MessageChannel();
const turn = () =>
  new Promise<void>((done) => {
    port1.onmessage = () => done();
    port2.postMessage(0);
  });

/** Waits until an element has read what it was given and shows what it makes of it. */
async function settled(element: IomElement): Promise<string> {
  for (const end = performance.now() + timeout; performance.now() < end;) {
    await element.updateComplete;
    const state = states.find((name) => element.matches(`:state(${name})`));
    if (state && !element.feedController.pending && !element.isUpdatePending) return state;
    await turn();
  }
  throw new Error(`still ${element.state}${element.feedController.pending ? ', and reads' : ''}`);
}

describe('feeds made at random, one after the other in an element that stays', () => {
  const { warn } = console;
  before(() => {
    // What feeds name is not asked for; what else is forbidden is reported as a violation.
    forbidHarm("img-src 'self'");
    // Each problem of each feed is told to developers: here nobody reads them.
    console.warn = () => {};
  });
  after(() => (console.warn = warn));

  for (const name of Object.keys(placeholderHeights)) {
    it(`<iom-${name}> ⇒ ends in a state, and the page stays what it is`, async function () {
      this.timeout(0);
      await import(`../../src/elements/${name}/define.ts`);
      const page = watchPage(clobbered);
      const element = document.createElement(`iom-${name}`) as IomElement;
      element.feed = {};
      document.body.append(element);
      const seen = new Set<string>();
      try {
        await fc.assert(
          fc.asyncProperty(fc.oneof(feedsAtRandom, rightFeeds, attackedFeeds), async (feed) => {
            element.feed = feed;
            seen.add(await settled(element));
            expect([...dangersIn(element.renderRoot), ...harmOf(page.harm)]).to.deep.equal([]);
          }),
          { ...runs(100), includeErrorInReport: true },
        );
      } finally {
        element.remove();
      }
      expect([...harmOf(await page.stop()), ...(await leaks())]).to.deep.equal([]);
      expect([...seen], 'states seen').to.include('ready');
    });
  }
});

/** What happened to a page apart from pictures that were not asked for. */
const harmOf = (harm: readonly string[]) => harm.filter((line) => !line.startsWith('policy: img-src http'));
