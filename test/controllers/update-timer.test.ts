import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/news-feed/define.js';
import '../../src/elements/press-contact/define.js';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { stopClock } from '../helpers/clock.js';
import { nextEvent, until } from '../helpers/events.js';

describe('what changes with time', () => {
  let clock: ReturnType<typeof stopClock>;
  beforeEach(() => (clock = stopClock()));
  afterEach(() => clock.restore());

  async function show(tag: string, content: object, attributes: object = {}): Promise<IomElement> {
    const element = document.createElement(tag) as IomElement;
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Test feed',
      language: 'en',
      items: [],
      ...content,
    };
    Object.assign(element, { feed }, attributes);
    const loaded = nextEvent(element, 'iom-load');
    await fixture(html`<div lang="en">${element}</div>`);
    await loaded;
    await until(() => clock.waiting);
    return element;
  }
  const says = (element: IomElement, words: string) =>
    until(() => element.renderRoot.textContent?.includes(words), words);
  const news = () => {
    const items = [
      { id: 'a', title: 'Test', url: 'https://example.org', date_published: new Date(Date.now()).toISOString() },
    ];
    return show('iom-news-feed', { items }, { dates: 'relative' });
  };
  const contact = () => {
    const day = 86_400;
    // It is noon.
    clock.sleep((1.5 * day - ((Date.now() / 1000) % day)) % day);
    const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '12:30' }];
    const contacts = [{ id: 'a', name: 'Test', time_zone: 'UTC', hours }];
    return show('iom-press-contact', { _iom: { about: 'https://example.org/about', contacts } });
  };

  it('a page that stays open ⇒ relative dates go on', async () => {
    const element = await news();
    await says(element, 'this minute');
    clock.pass(60);
    await says(element, '1 minute ago');
    await until(() => clock.waiting);
    clock.pass(60);
    await says(element, '2 minutes ago');
  });

  it('a page that is taken away ⇒ no timer waits', async () => {
    const element = await news();
    element.remove();
    expect(clock.waiting).to.equal(0);
  });

  it('a machine that slept for three hours ⇒ within a minute relative dates are right', async () => {
    const element = await news();
    clock.sleep(10_800);
    clock.pass(60);
    await says(element, '3 hours ago');
  });

  it('a machine that slept past the end of the hours ⇒ within a minute the contact is closed', async () => {
    const element = await contact();
    await says(element, 'Open now');
    clock.sleep(3600);
    clock.pass(60);
    await says(element, 'Closed');
  });
});
