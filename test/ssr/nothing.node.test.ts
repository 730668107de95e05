import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { setImmediate as next } from 'node:timers/promises';
import { About } from '../../src/elements/about/about.js';
import { placeholderHeights } from '../../src/elements.js';
import { prerender } from '../../src/ssr/index.js';
import { combinations } from '../fixtures/nothing-to-show.js';

const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items: [{ id: 'a', title: 'A centre opens', tags: ['health'], date_published: '2026-06-01T00:00:00Z' }],
};
const page = (body: string) => `<!doctype html><html lang="en"><title>Test page</title><body>\n${body}`;
const feeds = { 'feed.json': feed };

describe('elements for which a feed has nothing', () => {
  for (const name of Object.keys(placeholderHeights)) {
    it(`<iom-${name}> ⇒ at once a page that is as it was, and a line for each`, async () => {
      const body = combinations(name)
        .map((attributes) => `<iom-${name} src="feed.json" ${attributes}><a href="/">Link</a></iom-${name}>`)
        .join('\n');
      const began = Date.now();
      const { html, problems } = await prerender(page(body), { feeds });
      assert.ok(Date.now() - began < 9000, 'nothing waits');
      assert.equal(html, page(body));
      assert.deepEqual(new Set(problems), new Set([`<iom-${name}>: feed.json has nothing for it in en`]));
    });
  }

  for (const limit of ['0', '-1', '5000', 'NaN', 'x', '', '1e9', '2.5']) {
    it(`limit="${limit}" ⇒ what there is`, async () => {
      const { problems, html } = await prerender(
        page(`<iom-news-feed src="feed.json" limit="${limit}"></iom-news-feed>`),
        {
          feeds,
        },
      );
      assert.deepEqual(problems, []);
      assert.match(html, /A centre opens/);
    });
  }
});

describe('an element that can’t be drawn', () => {
  const drawn = About.prototype as unknown as { renderContent: () => unknown };
  afterEach(() => mock.reset());
  // Drawn at once: a list without a summary waits for a script, and so for the same clock.
  const [item] = feed.items;
  const feeds = { 'feed.json': { ...feed, items: [{ ...item, summary: 'Test summary' }] } };
  const news = '<iom-news-feed src="feed.json"></iom-news-feed>';
  const about = '<iom-about src="feed.json"><a href="/">Link</a></iom-about>';

  it('throws ⇒ it stays as it was, with a line that names it, and the others are filled', async () => {
    mock.method(drawn, 'renderContent', () => {
      throw new Error('Test fault');
    });
    const { html, problems } = await prerender(page(`${news}\n${about}\n${news}`), { feeds });
    assert.deepEqual(problems, ['line 3: <iom-about> could not be rendered and keeps its fallback: Test fault']);
    assert.ok(html.includes(about));
    assert.equal(html.match(/shadowrootmode/g)?.length, 2);
  });

  for (const [what, keepsAsking] of [
    ['waits for ever', false],
    ['asks for ever to be drawn again', true],
  ] as const) {
    it(`${what} ⇒ the same, after ten seconds`, async () => {
      mock.method(drawn, 'renderContent', function (this: About) {
        if (keepsAsking) {
          mock.timers.tick(10);
          this.requestUpdate();
        }
        return 'loading';
      });
      mock.timers.enable({ apis: ['setTimeout', 'Date'] });
      const done = prerender(page(`${news}\n${about}`), { feeds });
      let isDone = false;
      void done.finally(() => (isDone = true));
      while (!isDone) {
        await next();
        mock.timers.tick(1000);
      }
      const { html, problems } = await done;
      assert.deepEqual(problems, [
        'line 3: <iom-about> could not be rendered and keeps its fallback: it still waits for its scripts after 10 s',
      ]);
      assert.match(html, /A centre opens/);
    });
  }

  it('has no feed but from a script ⇒ the others are filled', async () => {
    const { html, problems } = await prerender(page(`${news}\n<iom-about></iom-about>`), { feeds });
    assert.deepEqual(problems, ['line 3: <iom-about> has no src, and no feed inside it']);
    assert.match(html, /A centre opens/);
  });
});
