import { expect, fixture, html } from '@open-wc/testing';
import { key } from '../../src/embed/protocol.js';
import type { NewsFeed } from '../../src/elements/news-feed/news-feed.js';
import '../../src/elements/news-feed/define.js';
import { stopClock } from '../helpers/clock.js';
import { nextEvent, until } from '../helpers/events.js';

const countOf = async (url: string) =>
  Number(await (await fetch(`/faults/count?of=${encodeURIComponent(url)}`)).text());

describe('refresh', () => {
  let clock: ReturnType<typeof stopClock>;
  beforeEach(() => (clock = stopClock()));
  afterEach(() => {
    clock.restore();
    Reflect.deleteProperty(document, 'hidden');
  });
  const pass = (seconds: number) => clock.pass(seconds);

  async function show(url: string, refresh: number): Promise<NewsFeed> {
    const element = document.createElement('iom-news-feed');
    Object.assign(element, { src: url, refresh });
    const loaded = nextEvent(element, 'iom-load');
    await fixture(html`<div>${element}</div>`);
    await loaded;
    await until(() => clock.waiting);
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

  it('each language of an address by itself', async () => {
    const url = `/faults/feed?both{lang}${Math.random()}`;
    const shown = await Promise.all([show(url, 60), show(url, 60)]);
    const loaded = nextEvent(shown[1], 'iom-load');
    shown[1].lang = 'fr';
    await loaded;
    pass(61);
    for (const lang of ['en', 'fr']) await until(async () => (await countOf(url.replace('{lang}', lang))) === 2, lang);
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

  it('never for visitors who save data', async () => {
    const url = `/faults/feed?saved${Math.random()}`;
    await show(url, 60);
    window[key] = { feeds: {}, watch: () => undefined, savesData: true };
    pass(600);
    expect(await countOf(url)).to.equal(1);
    delete window[key];
    pass(1);
    await until(async () => (await countOf(url)) === 2);
  });

  it('ends with the element', async () => {
    const element = await show('/faults/feed?ended', 60);
    element.remove();
    expect(clock.waiting).to.equal(0);
  });
});
