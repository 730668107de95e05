import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch, patience, serveSite, type Answer, type Site } from '../helpers/site.js';

/** What a script in a page sees of its frames. */
const heightOf = (tab: Page, id: string) => tab.$eval(`#${id}`, (frame) => (frame as HTMLIFrameElement).style.height);
const isHigh = (tab: Page, id: string) =>
  tab.waitForFunction((of: string) => document.getElementById(of)?.style.height === '229px', { timeout: patience }, id);

describe('frames on pages of others', () => {
  const pages: Record<string, Answer> = {};
  let site: Site;
  let browser: Browser;
  let embed = '';
  /** The same server, which to a browser is another one. */
  let other = '';

  before(async () => {
    site = await serveSite(pages, { 'access-control-allow-origin': '*' });
    other = site.origin.replace('127.0.0.1', 'localhost');
    const items = [{ id: 'a', title: 'First item', url: `${site.origin}arrived` }];
    pages['/feed.json'] = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items });
    pages['/arrived'] = '<!doctype html><title>Arrived</title>';
    embed = `dist/embed.html?element=news-feed&lang=en&limit=1&src=${site.origin}feed.json`;
    const to =
      (location: string): Answer =>
      (response) =>
        void response.writeHead(302, { location }).end();
    pages['/v1/embed.html'] = to(`${site.origin}${embed}`);
    pages['/elsewhere.html'] = to(`${other}${embed}`);
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Opens a page, and notes what it complains about. */
  async function open(body: string): Promise<{ tab: Page; complaints: string[] }> {
    pages['/host'] = `<!doctype html><html lang="en"><title>Host</title><body>${body}`;
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on('pageerror', (error) => void complaints.push(String(error)));
    await tab.goto(`${site.origin}host`);
    return { tab, complaints };
  }
  const frame = (id: string, src: string, more = '') =>
    `<iframe id="${id}" class="iom-frame" src="${src}" title="News" width="600" height="300" ${more}></iframe>`;
  const script = '<script type="module" src="/dist/embed-host.js"></script>';
  const held = () =>
    [
      `class="iom-frame lazyload" data-src="/${embed}"`,
      `class="iom-frame" src="about:blank" data-lazy-src="/${embed}"`,
      `class="iom-frame" data-cookieblock-src="/${embed}"`,
      `class="iom-frame" src="" srcdoc="<p>Consent</p>"`,
      `class="iom-frame" src="/arrived"`,
      `class="iom-frame" src="javascript:void 0"`,
      `class="iom-frame" src="https://["`,
      `class="iom-frame" sandbox src="/${embed}"`,
      `class="iom-frame" sandbox="allow-scripts" srcdoc="<p>Consent</p>"`,
    ].map((attributes, index) => `<iframe id="held${index}" ${attributes} title="News" width="600"></iframe>`);

  it('those that a consent tool holds back keep no other one from its height, wherever the script stands', async () => {
    const classic = '<script src="/dist/embed-host.js"></script>';
    const all = () => `${held().join('')}${frame('one', `/${embed}`)}${frame('two', `${other}${embed}`)}`;
    for (const body of [`${script}${all()}`, `${classic}${all()}${script}${classic}`]) {
      const { tab, complaints } = await open(body);
      for (const id of ['one', 'two']) await isHigh(tab, id);
      assert.deepEqual(complaints, []);
      await tab.close();
    }
    // Late, when all frames have spoken.
    const { tab, complaints } = await open(all());
    for (const id of ['one', 'two']) {
      const spoken = await (await tab.$(`iframe#${id}`))!.contentFrame();
      await spoken.waitForFunction(() => document.querySelector('iom-news-feed')?.matches(':state(ready)'), {
        polling: 100, // Frames out of sight draw nothing, which is what is waited for otherwise.
      });
    }
    await tab.evaluate((late) => document.body.append(document.createRange().createContextualFragment(late)), script);
    for (const id of ['one', 'two']) await isHigh(tab, id);
    // Agreed to, moved, and added.
    await tab.evaluate(
      (added) => {
        const first = document.querySelector<HTMLIFrameElement>('#held0')!;
        first.src = first.dataset.src!;
        const two = document.querySelector<HTMLIFrameElement>('#two')!;
        two.style.height = '';
        document.body.prepend(two);
        document.body.insertAdjacentHTML('beforeend', added);
      },
      frame('three', `/${embed}`),
    );
    for (const id of ['held0', 'two', 'three']) await isHigh(tab, id);
    assert.equal(await heightOf(tab, 'held1'), '');
    assert.deepEqual(complaints, []);
    await tab.close();
  });

  it('a redirect to another path or another server ⇒ the height of what is there', async () => {
    const moved = [frame('path', '/v1/embed.html'), frame('server', '/elsewhere.html', 'sandbox="allow-scripts"')];
    const { tab, complaints } = await open(`${script}${moved.join('')}${frame('away', '/elsewhere.html')}`);
    for (const id of ['path', 'server', 'away']) await isHigh(tab, id);
    assert.deepEqual(complaints, []);
    await tab.close();
  });

  for (const [what, blocked] of [
    ['the embed script', /autoload\.js/],
    ['the element', /elements\/news-feed\.js/],
    ['what all elements share', /chunks\/core/],
  ] as const) {
    it(`${what} can’t be had ⇒ a link: that of the address, else the feed`, async () => {
      const tab = await browser.newPage();
      await tab.setRequestInterception(true);
      tab.on('request', (request) => void (blocked.test(request.url()) ? request.abort() : request.continue()));
      for (const [more, href] of [
        ['', `${site.origin}feed.json`],
        [`&link=${encodeURIComponent(`${site.origin}arrived`)}`, `${site.origin}arrived`],
      ]) {
        await tab.goto(`${site.origin}${embed}${more}`);
        await tab.waitForFunction(() => {
          const link = document.querySelector('a');
          return link?.checkVisibility({ visibilityProperty: true }) && link.getBoundingClientRect().height > 0;
        });
        assert.equal(await tab.$eval('a', (link) => link.href), href);
      }
      await tab.close();
    });
  }

  it('the feed’s own link is never seen where the element is there', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}${embed}`);
    await tab.waitForFunction(() => document.querySelector('iom-news-feed')?.matches(':state(ready)'));
    assert.equal(await tab.$eval('.instead', (entry) => entry.checkVisibility()), false);
    await tab.close();
  });

  it('says without script what it needs', async () => {
    const tab = await browser.newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(`${site.origin}${embed}`);
    assert.match(await tab.$eval('body', (body) => (body as HTMLElement).innerText), /needs JavaScript/);
    await tab.close();
  });

  it('a link that a sandbox lets lead nowhere shows its address, until the visitor turns away', async () => {
    const { tab } = await open(frame('one', `/${embed}`, 'sandbox="allow-scripts"'));
    const inside = tab.frames()[1];
    await inside.waitForFunction(() => document.querySelector('iom-news-feed')?.matches(':state(ready)'));
    await inside.evaluate(() => document.querySelector('iom-news-feed')!.shadowRoot!.querySelector('a')!.click());
    await inside.waitForFunction(
      (href) => document.querySelector('.kept-link')?.textContent?.includes(href),
      { timeout: patience },
      `${site.origin}arrived`,
    );
    assert.equal(tab.url(), `${site.origin}host`);
    await inside.evaluate(() => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })));
    assert.equal(await inside.$('.kept-link'), null);
    await tab.close();
  });

  it('follows the link of a sandbox that keeps its origin but may not lead away', async () => {
    const { tab } = await open(
      `${script}${frame('one', `${other}${embed}`, 'sandbox="allow-scripts allow-same-origin"')}`,
    );
    const inside = tab.frames()[1];
    await inside.waitForFunction(() => document.querySelector('iom-news-feed')?.matches(':state(ready)'));
    const link = await inside.evaluateHandle(() =>
      document.querySelector('iom-news-feed')!.shadowRoot!.querySelector('a'),
    );
    const arrived = tab.waitForNavigation();
    await link.asElement()!.focus();
    await tab.keyboard.press('Enter');
    await arrived;
    assert.equal(tab.url(), `${site.origin}arrived`);
    await tab.close();
  });
});
