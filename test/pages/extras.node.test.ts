import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { contentShown, serveSite, withPage, type Site } from '../helpers/site.js';

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>
<iom-news-feed src="/demo/feeds/oim.en.json" limit="2" controls="search" more layout="cards"></iom-news-feed>`;

describe('a list whose extras can’t be had', () => {
  let site: Site;
  before(async () => {
    site = await serveSite({ '/page': page });
  });
  after(() => site.close());

  it('is a list, without them', () =>
    withPage('chromium', async (tab) => {
      const faults: string[] = [];
      tab.on('pageerror', (error) => faults.push(String(error)));
      await tab.setRequestInterception(true);
      tab.on(
        'request',
        (request) => void (/\/interactive-list-/.test(request.url()) ? request.abort() : request.continue()),
      );
      await tab.goto(`${site.origin}page`);
      await contentShown(tab, 'iom-news-feed');
      const shown = await tab.$eval('iom-news-feed', ({ shadowRoot }) => [
        shadowRoot!.querySelectorAll('.item a').length,
        shadowRoot!.querySelectorAll('form, button').length,
      ]);
      assert.deepEqual(shown, [2, 0]);
      assert.deepEqual(faults, []);
    }));
});
