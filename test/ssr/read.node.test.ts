import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { prerender } from '../../src/ssr/index.js';

const page = '<html lang="en"><iom-link-cards section="work" src="feed.json"></iom-link-cards></html>';
const feedOf = (...cards: object[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items: [],
  _iom: { about: 'https://example.org', sections: [{ id: 'work', title: 'Work', cards }] },
});
const post = (title: string, closes: string) => ({ title, url: 'https://example.org', kind: 'vacancy', closes });

describe('a page that a server fills', () => {
  it('holds no vacancy that has closed, neither on screen nor in the part of the feed that it brings', async () => {
    const feed = feedOf(post('Open post', '2999-12-31'), post('Closed post', '2020-03-31'));
    const { html } = await prerender(page, { feeds: { 'feed.json': feed } });
    assert.match(html, /Open post/);
    assert.doesNotMatch(html, /Closed post/);
  });
});
