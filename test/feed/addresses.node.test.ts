import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseContacts } from '../../src/feed/parts/contacts.js';
import { parseMenu } from '../../src/feed/parts/menu.js';
import { parseOffices } from '../../src/feed/parts/offices.js';
import { completeFeed } from '../../src/feed/parse/parse-lenient.js';
import { parseFeed } from '../../src/feed/parse/parse-strict.js';
import { parseSections } from '../../src/feed/parts/sections.js';
import { parseOrganization } from '../../src/feed/parts/parse-units.js';

const base = 'https://cdn.example.org/feeds/oim.json';
const url = '/en/page';
const image = 'a.jpg';
const feed = (home_page_url?: string) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items: [{ id: 'a', title: 'A', url, image, _iom: { images: [{ url: image }] } }],
  next_url: '2.json',
  _iom: {
    about: 'https://www.example.org',
    contacts: [{ id: 'a', name: 'Test Desk', url }],
    menu: [{ title: 'A', entries: [{ title: 'B', url: '?b' }] }],
    offices: [{ id: 'a', name: 'Test Office', url: '//other.example.org/a' }],
    organization: [{ id: 'a', name: 'Test Unit', url, image }],
    sections: [{ id: 'a', cards: [{ title: 'A', url, image: { url: image } }] }],
  },
  ...(home_page_url === undefined ? {} : { home_page_url }),
});

/** Addresses of pages, then of files. */
async function addresses(home?: string) {
  const parsed = await parseFeed(feed(home), base);
  const [shown] = parsed.feed.items;
  const whole = completeFeed(parsed).feed;
  const [item] = whole.items;
  assert.deepEqual([shown.url, shown.image], [item.url, item.image]);
  const [unit] = parseOrganization(parsed).units;
  const [card] = parseSections(parsed)[0].cards;
  return {
    pages: [item.url, parseContacts(parsed).contacts[0].url, unit.url, card.url],
    menu: parseMenu(parsed)[0].entries[0].url,
    office: parseOffices(parsed)[0].url,
    files: [item.image, item._iom?.images?.[0].url, unit.image, card.image?.url],
    next: whole.next_url,
  };
}

describe('relative addresses of a feed', () => {
  const files = Array(4).fill('https://cdn.example.org/feeds/a.jpg');
  const office = 'https://other.example.org/a';
  const next = 'https://cdn.example.org/feeds/2.json';

  it('lead to its site; files are beside it', async () => {
    const site = 'https://www.example.org';
    const pages = Array(4).fill(`${site}/en/page`);
    const expected = { pages, menu: `${site}/en/?b`, office, files, next };
    assert.deepEqual(await addresses(`${site}/en/`), expected);
  });

  for (const home of [undefined, 'javascript:x()']) {
    it(`lead from the feed itself where its site is ${home}`, async () => {
      const pages = Array(4).fill('https://cdn.example.org/en/page');
      assert.deepEqual(await addresses(home), { pages, menu: `${base}?b`, office, files, next });
    });
  }
});
