import { expect } from '@open-wc/testing';
import '../../src/elements/news-feed/define.js';
import type { NewsFeed } from '../../src/elements/news-feed/news-feed.js';
import type { FeedErrorCode } from '../../src/feed/load/errors.js';
import { nextEvent, until } from '../helpers/events.js';

/** What a server or a network can do to a feed, what the visitor sees then, and what the developer reads. */
interface Fault {
  what: string;
  src: string;
  /** How often it is asked for before the element gives up. */
  asked?: number;
  /** What the developer reads; nothing where the feed is shown. */
  reported?: [FeedErrorCode, status?: number];
}

const title = 'First test item';
const failed = 'This content could not be loaded.';

const faults: Fault[] = [
  { what: 'another type than it is', src: '/faults/typed?text%2Fplain' },
  { what: 'no type of this world', src: '/faults/typed?x' },
  { what: 'a chain of five redirects', src: '/faults/chain/5' },
  { what: 'a redirect loop', src: '/faults/loop', reported: ['network'] },
  { what: '204, nothing', src: '/faults/bare/204', reported: ['not-json', 0] },
  { what: '206, a part of it', src: '/faults/partial', reported: ['not-json'] },
  { what: '304 to who holds nothing', src: '/faults/bare/304', reported: ['http', 304], asked: 1 },
  { what: '401', src: '/faults/status/401', reported: ['http', 401], asked: 1 },
  { what: '403', src: '/faults/status/403', reported: ['http', 403], asked: 1 },
  { what: '404', src: '/faults/status/404', reported: ['http', 404], asked: 1 },
  { what: '410', src: '/faults/status/410', reported: ['http', 410], asked: 1 },
  { what: '429 that asks for a minute', src: '/faults/patience/429?60', reported: ['http', 429], asked: 1 },
  { what: '500, three times', src: '/faults/status/500', reported: ['http', 500], asked: 3 },
  { what: '503 that asks for an hour', src: '/faults/patience/503?3600', reported: ['http', 503], asked: 1 },
  { what: '503 twice, then the feed', src: '/faults/recovers', asked: 3 },
  { what: 'cut in the middle', src: '/faults/cut', reported: ['network'] },
  { what: 'shorter than it says', src: '/faults/longer', reported: ['network'] },
  { what: 'longer than it says', src: '/faults/shorter', reported: ['not-json'] },
  { what: 'twenty megabytes', src: '/faults/huge', reported: ['too-large'], asked: 1 },
  { what: 'twenty megabytes, packed into twenty kilobytes', src: '/faults/bomb', reported: ['too-large'], asked: 1 },
  { what: 'a page that holds an object', src: '/faults/html', reported: ['not-a-feed'], asked: 1 },
  { what: 'nothing at that port', src: 'http://127.0.0.1:9/feed.json', reported: ['network'] },
  // Longer than a label may be: the machine knows by itself that there is no such name, and asks nobody, who may take his time.
  { what: 'a name that no server has', src: `http://${'no'.repeat(32)}.invalid/feed.json`, reported: ['network'] },
  { what: 'no certificate', src: `https://${location.host}/faults/feed`, reported: ['network'] },
  {
    what: 'no permission for other sites',
    src: `http://127.0.0.1:${location.port}/faults/closed`,
    reported: ['network'],
  },
];

describe('a feed that can’t be had as it should', () => {
  const restore: (() => void)[] = [];
  /** Puts something in the place of what the browser has, until the test is over. */
  function replace(target: object, name: string, descriptor: PropertyDescriptor) {
    const own = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, ...descriptor });
    restore.push(() => {
      if (own) Object.defineProperty(target, name, own);
      else Reflect.deleteProperty(target, name);
    });
  }

  let lines: string[];
  beforeEach(() => {
    lines = [];
    replace(console, 'warn', { value: (line: unknown) => lines.push(String(line)) });
    // Between attempts an element waits half a second to three: as long as tests wait for nothing.
    const later = setTimeout;
    const shorten = (delay: number) => (delay >= 500 && delay < 5000 ? 0 : delay);
    replace(window, 'setTimeout', { value: (run: () => void, delay = 0) => later(run, shorten(delay)) });
  });
  afterEach(() => {
    restore.reverse().forEach((entry) => entry());
    restore.length = 0;
    document.body.replaceChildren();
  });

  /** An element with an address of its own, so that nothing is known of it. */
  function put(src: string): NewsFeed {
    const element = document.createElement('iom-news-feed');
    element.src = `${src}${src.includes('?') ? '' : `?${crypto.randomUUID()}`}`;
    document.body.append(element);
    return element;
  }
  const shown = (element: NewsFeed) => element.renderRoot.textContent ?? '';
  const settled = (element: NewsFeed) =>
    until(() => !element.matches(':state(loading)') && !element.feedController.pending && element.updateComplete);
  const count = async ({ src }: NewsFeed) => {
    const of = encodeURIComponent(src.replace(/^https?:\/\/[^/]+/, ''));
    return Number(await (await fetch(`/faults/count?of=${of}`)).text());
  };

  for (const { what, src, reported: reported, asked } of faults) {
    const sees = reported ? 'a message and a button' : 'the feed';
    const reads = reported ? reported.filter(Boolean).join(' ') : 'nothing';
    it(`${what} ⇒ the visitor sees ${sees}, the developer reads ${reads}`, async () => {
      const before = src.includes('?') ? await count({ src } as NewsFeed) : 0;
      const element = put(src);
      await settled(element);
      if (reported) {
        await until(() => shown(element).includes(failed));
        expect(element.renderRoot.querySelector('button')?.checkVisibility()).to.equal(true);
        await until(() => lines.length);
        expect(lines).to.have.length(1);
        expect(lines[0]).to.contain(`<iom-news-feed>: ${reported.filter(Boolean).join(' ')} `);
        expect(lines[0]).to.match(/\n.+\nhttps:\/\/\S+$/);
      } else {
        await until(() => shown(element).includes(title));
        expect(lines).to.deep.equal([]);
      }
      if (asked) expect((await count(element)) - before).to.equal(asked);
    });
  }

  for (const [what, src] of [
    ['headers that never come', '/faults/silence'],
    ['a byte a second', '/faults/drip'],
  ]) {
    it(`${what} ⇒ after the time that a request has, three times, a message and a button`, async () => {
      const limits: number[] = [];
      const soon = () => {
        const controller = new AbortController();
        queueMicrotask(() => controller.abort(new DOMException('too late', 'TimeoutError')));
        return controller.signal;
      };
      replace(AbortSignal, 'timeout', { value: (milliseconds: number) => limits.push(milliseconds) && soon() });
      const element = put(src);
      await settled(element);
      await until(() => shown(element).includes(failed));
      expect(limits).to.deep.equal([10_000, 10_000, 10_000]);
      await until(() => lines.length);
      expect(lines[0]).to.contain('<iom-news-feed>: timeout');
    });
  }

  it('offline, and back ⇒ a message, and the feed as soon as the button is pressed', async () => {
    replace(window, 'fetch', { value: () => Promise.reject(new TypeError('offline')) });
    const element = put('/faults/feed');
    await settled(element);
    await until(() => shown(element).includes(failed));
    restore.pop()!();
    const loaded = nextEvent(element, 'iom-load');
    element.renderRoot.querySelector('button')!.click();
    await loaded;
    await until(() => shown(element).includes(title) && !shown(element).includes(failed));
  });

  it('an error after the feed was there ⇒ it stays, with a note that it may be old', async () => {
    const element = put('/faults/wavers');
    await until(() => shown(element).includes(title));
    const failing = nextEvent(element, 'iom-error');
    element.retry();
    expect((await failing).error.status).to.equal(404);
    await until(() => shown(element).includes('may not be the latest'));
    expect(shown(element)).to.contain(title);
  });

  for (const [what, fail] of [
    ['full', () => new DOMException('full', 'QuotaExceededError')],
    ['denied', () => new DOMException('denied', 'SecurityError')],
  ] as const) {
    it(`storage that is ${what} ⇒ the feed, and not a word`, async () => {
      replace(caches, 'open', { value: () => Promise.reject(fail()) });
      const element = put('/faults/feed');
      await until(() => shown(element).includes(title));
      expect(lines).to.deep.equal([]);
    });
  }

  it('a Cache API that throws when it is looked at ⇒ the feed, and not a word', async () => {
    replace(window, 'caches', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const element = put('/faults/feed');
    await until(() => shown(element).includes(title));
    expect(lines).to.deep.equal([]);
  });

  it('a clock that jumps back a year, and on by two ⇒ the feed', async () => {
    const now = Date.now.bind(Date);
    replace(Date, 'now', { value: () => now() - 3e10 });
    const element = put('/faults/feed');
    element.dates = 'relative';
    await until(() => shown(element).includes(title));
    replace(Date, 'now', { value: () => now() + 6e10 });
    element.requestUpdate();
    await element.updateComplete;
    expect(shown(element)).to.contain(title);
    expect(lines).to.deep.equal([]);
  });
});
