import { expect, fixture, html } from '@open-wc/testing';
import type { NewsFeed } from '../../src/elements/news-feed/news-feed.js';
import '../../src/elements/news-feed/define.js';
import { nextEvent, until } from '../helpers/events.js';

const countOf = async (url: string) =>
  Number(await (await fetch(`/faults/count?of=${encodeURIComponent(url)}`)).text());

describe('refresh', () => {
  const real = {
    now: Date.now.bind(Date),
    setInterval: window.setInterval.bind(window),
    clearInterval: window.clearInterval.bind(window),
  };
  let passed = 0;
  const ticks = new Set<() => void>();

  /** A clock that goes only when it is told to. */
  beforeEach(() => {
    passed = 0;
    ticks.clear();
    Date.now = () => real.now() + passed;
    window.setInterval = ((tick: () => void) => {
      ticks.add(tick);
      return tick;
    }) as unknown as typeof real.setInterval;
    window.clearInterval = ((tick: () => void) => void ticks.delete(tick)) as unknown as typeof real.clearInterval;
  });
  afterEach(() => {
    Date.now = real.now;
    Object.assign(window, { setInterval: real.setInterval, clearInterval: real.clearInterval });
    Reflect.deleteProperty(document, 'hidden');
  });
  const pass = (seconds: number) => {
    passed += seconds * 1000;
    ticks.forEach((tick) => tick());
  };

  async function show(url: string, refresh: number): Promise<NewsFeed> {
    const element = document.createElement('iom-news-feed');
    Object.assign(element, { src: url, refresh });
    const loaded = nextEvent(element, 'iom-load');
    await fixture(html`<div>${element}</div>`);
    await loaded;
    await until(() => ticks.size);
    return element;
  }

  it('asks again when the time has come, once for all elements, and not before', async () => {
    const url = `/faults/feed?refreshed${Math.random()}`;
    await show(url, 60);
    await show(url, 60);
    pass(59);
    expect(await countOf(url)).to.equal(1);
    pass(2);
    await until(async () => (await countOf(url)) === 2);
  });

  it('never more often than every 30 seconds', async () => {
    const url = `/faults/feed?often${Math.random()}`;
    await show(url, 1);
    pass(20);
    expect(await countOf(url)).to.equal(1);
    pass(11);
    await until(async () => (await countOf(url)) === 2);
  });

  it('sleeps while the page is hidden, and asks as soon as it is looked at', async () => {
    const url = `/faults/feed?hidden${Math.random()}`;
    await show(url, 60);
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    pass(600);
    expect(await countOf(url)).to.equal(1);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await until(async () => (await countOf(url)) === 2);
  });

  it('ends with the element', async () => {
    const element = await show('/faults/feed?ended', 60);
    element.remove();
    expect(ticks.size).to.equal(0);
  });
});
