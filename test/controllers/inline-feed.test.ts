import { expect } from '@open-wc/testing';
import { parseInlineFeed } from '../../src/controllers/inline-feed.js';
import type { Feed, Item } from '../../src/feed/schema/model.generated.js';

const feedOf = (items: unknown[], more: object = {}) =>
  ({ version: 'https://jsonfeed.org/version/1.1', title: 'Test feed', language: 'en', items, ...more }) as Feed;

/** Something that may stand in a field. */
const samples: Record<string, unknown> = {
  id: 'other',
  language: 'es',
  date_published: '2026-01-02T00:00:00Z',
  date_modified: '2026-01-02T00:00:00Z',
  authors: [{ name: 'Test' }],
  tags: ['Test'],
  attachments: [{ url: 'https://example.org/a.pdf', mime_type: 'application/pdf' }],
  _iom: { kind: 'news' },
};

describe('a feed that a page gives as an object', () => {
  it('another feed with the same items ⇒ what was read of them before', async () => {
    const items = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ];
    const before = await parseInlineFeed(feedOf(items));
    const after = await parseInlineFeed(feedOf([items[1], { id: 'c', title: 'C' }, items[0]]));
    expect(after.feed.items.map(({ title }) => title)).to.deep.equal(['B', 'C', 'A']);
    expect(after.feed.items[0]).to.equal(before.feed.items[1]);
    expect(after.feed.items[2]).to.equal(before.feed.items[0]);
  });

  it('whichever field of an item a script changes, comes or goes ⇒ read anew', async () => {
    const schema = (await (await fetch('/src/feed/schema/feed.schema.json')).json()) as {
      $defs: { item: { properties: Record<string, unknown> } };
    };
    const fields = Object.keys(schema.$defs.item.properties) as (keyof Item)[];
    expect(fields).to.include.members(['id', 'title', '_iom']);
    for (const field of fields) {
      const item: Partial<Item> = { id: 'a', title: 'A' };
      const old = item[field];
      await parseInlineFeed(feedOf([item, { id: 'b', title: 'B' }]));
      Object.assign(item, { [field]: samples[field] ?? 'https://example.org/other' });
      const { feed } = await parseInlineFeed(feedOf([item, { id: 'b', title: 'B' }]));
      expect(feed.items[0][field], `${field} that came`).to.deep.equal(item[field]);
      if (old === undefined) delete item[field];
      else Object.assign(item, { [field]: old });
      const again = await parseInlineFeed(feedOf([item, { id: 'b', title: 'B' }]));
      expect(again.feed.items[0][field], `${field} that went`).to.equal(field === 'language' ? 'en' : old);
    }
  });

  it('another language of the feed ⇒ that of its items, too', async () => {
    const items = [{ id: 'a', title: 'A' }];
    await parseInlineFeed(feedOf(items));
    const { feed } = await parseInlineFeed(feedOf(items, { language: 'fr' }));
    expect(feed.items[0].language).to.equal('fr');
  });

  it('what cannot be read ⇒ named by its place in the whole feed', async () => {
    const items = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ];
    await parseInlineFeed(feedOf(items));
    const { problems } = await parseInlineFeed(feedOf([...items, { id: 'c', title: 'C', url: 'javascript:x()' }]));
    expect(problems).to.deep.equal(['items[2].url: "javascript:x()"']);
  });
});
