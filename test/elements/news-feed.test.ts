import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { NewsFeed } from '../../src/elements/news-feed/news-feed.js';
import '../../src/elements/news-feed/define.js';

const titles = (element: NewsFeed) =>
  [...element.renderRoot.querySelectorAll('.title')].map((title) => title.textContent?.trim());

describe('<iom-news-feed>', () => {
  it('limit="2" ⇒ two items', async () => {
    const element = await fixture<NewsFeed>(html`<iom-news-feed src="/faults/feed" limit="2"></iom-news-feed>`);
    await oneEvent(element, 'iom-load');
    expect(titles(element)).to.deep.equal(['First test item', 'Second test item']);
  });
});
