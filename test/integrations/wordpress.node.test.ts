import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { contentShown, launch, patience } from '../helpers/site.js';
import { admin, noWordPress, startWordPress, type WordPress } from '../helpers/wordpress.js';
import { ofPublication } from './wordpress/publication.js';

const author = { name: 'test-editor', password: 'test-Editor-password-1' };

/** What WordPress gives to scripts in its editor. */
declare const wp: {
  data: {
    select: (store: string) => Record<string, (...args: unknown[]) => unknown>;
    dispatch: (store: string) => Record<string, (...args: unknown[]) => Promise<unknown>>;
  };
  blocks: { createBlock: (name: string, attributes: object) => object };
};

// With CI=true WordPress must be there: starting it fails where it is not.
const skip = process.env.CI === 'true' ? undefined : noWordPress;

describe('the WordPress plugin', { skip }, () => {
  let site: WordPress;
  let browser: Browser;
  let feeds: Server;
  let feed = '';
  let answering = true;
  /** Who asked for the feed. */
  let asked: string[] = [];
  let address = '';

  before(async () => {
    execFileSync(process.execPath, ['scripts/wordpress.mjs']);
    feed = JSON.stringify(officeFeed('en'));
    feeds = createServer(({ headers, url }, response) => {
      if (url?.endsWith('.json')) asked.push(headers['user-agent']?.startsWith('WordPress') ? 'server' : 'browser');
      // WordPress says en-US; the feed is that of the language.
      if (url?.startsWith('/oim.') && url !== '/oim.en.json') response.writeHead(404).end();
      else if (answering) response.setHeader('access-control-allow-origin', '*').end(feed);
      else response.writeHead(503).end();
    });
    await new Promise<void>((done) => feeds.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(feeds.address() as AddressInfo).port}/oim.{lang}.json`;
    site = await startWordPress();
    site.addPlugin('build/wordpress/iom-widgets');
    browser = await launch('chromium');
  });
  after(async () => {
    feeds.close();
    await Promise.all([browser.close(), site.close()]);
  });

  /** A visitor of their own, signed in where a name is given. */
  async function visit(user?: { name: string; password: string }): Promise<Page> {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    if (!user) return tab;
    await tab.goto(`${site.origin}/wp-login.php`);
    await tab.evaluate(({ name, password }) => {
      for (const [field, value] of [
        ['log', name],
        ['pwd', password],
      ]) {
        document.querySelector<HTMLInputElement>(`[name=${field}]`)!.value = value;
      }
    }, user);
    await Promise.all([tab.waitForNavigation(), tab.click('#wp-submit')]);
    return tab;
  }
  const textOf = (tab: Page) =>
    tab.evaluate(() => document.querySelector('iom-news-feed')?.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '');
  /** With plain blanks, as a text is compared. */
  const plain = (text: string) => text.replace(/\s+/g, ' ');
  const newest = () => plain((JSON.parse(feed) as { items: { title: string }[] }).items[0].title);

  it('is activated, and its feed set, by an administrator', async () => {
    const tab = await visit(admin);
    await tab.goto(`${site.origin}/wp-admin/plugins.php`);
    await Promise.all([tab.waitForNavigation(), tab.click('[data-slug=iom-widgets] .activate a')]);
    assert.match(await tab.content(), /Plugin activated/);
    await tab.goto(`${site.origin}/wp-admin/options-general.php?page=iom-widgets`);
    assert.match(await tab.$eval('#iom_widgets_help', (help) => help.textContent), /loads only the part that it shows/);
    await tab.type('#iom_widgets_src_0', address);
    await Promise.all([tab.waitForNavigation(), tab.click('#submit')]);
    assert.equal(await tab.$eval('#iom_widgets_src_0', (field) => (field as HTMLInputElement).value), address);
    await tab.$eval('#iom_widgets_src_0', (field) => ((field as HTMLInputElement).value = 'javascript:x()'));
    await Promise.all([tab.waitForNavigation(), tab.click('#submit')]);
    assert.match(await tab.content(), /“javascript:x\(\)” is not the address of a feed: it must begin with https/);
    assert.equal(await tab.$eval('#iom_widgets_src_0', (field) => (field as HTMLInputElement).value), address);
    await tab.browserContext().close();
  });

  it('an editor who may not write HTML inserts a block, sees the news in the editor, and publishes', async () => {
    await site.php(
      `wp_insert_user(['user_login' => '${author.name}', 'user_pass' => '${author.password}', 'role' => 'editor']);`,
    );
    const tab = await visit(author);
    await tab.goto(`${site.origin}/wp-admin/post-new.php`);
    await tab.waitForFunction(() => 'wp' in window && !!wp.data?.select('core/block-editor'));
    assert.equal(await tab.evaluate(() => wp.data.select('core').canUser('create', 'users') ?? false), false);
    await tab.evaluate(() => {
      const { data, blocks } = wp;
      void data.dispatch('core/edit-post').toggleFeature('welcomeGuide');
      void data.dispatch('core/editor').editPost({ title: 'Test page' });
      const news = blocks.createBlock('iom/news-feed', { limit: 3, 'heading-level': 2 });
      void data.dispatch('core/block-editor').insertBlocks(news);
    });
    await contentShown(tab, 'iom-news-feed');
    assert.ok((await textOf(tab)).includes(newest()));
    const link = `<a href="https://www.example.org">${(JSON.parse(feed) as { title: string }).title}</a>`;
    await tab.waitForFunction(
      (saved) => (wp.data.select('core/editor').getEditedPostAttribute('content') as string).includes(saved),
      {},
      link,
    );
    await tab.evaluate(() => wp.data.dispatch('core/editor').editPost({ status: 'publish' }));
    await tab.evaluate(() => wp.data.dispatch('core/editor').savePost());
    const saved = await tab.evaluate(() => wp.data.select('core/editor').getEditedPostAttribute('content'));
    const block = `<!-- wp:iom/news-feed {"limit":3,"heading-level":2} -->\n${link}\n<!-- /wp:iom/news-feed -->`;
    assert.equal(saved, block, 'without the plugin the link stays on the page');
    await tab.browserContext().close();
  });

  const published = () =>
    site.php(`echo get_permalink(get_posts(['title' => 'Test page', 'post_type' => 'post'])[0]);`);

  it('a visitor sees the news, with one request of the browser for the feed', async () => {
    const tab = await visit();
    const url = await published();
    asked = [];
    await tab.goto(url);
    await contentShown(tab, 'iom-news-feed');
    assert.deepEqual(asked, ['browser']);
    assert.ok((await textOf(tab)).includes(newest()));
    assert.equal(await tab.$$eval('iom-news-feed >>> [part=item]', (items) => items.length), 3);
    await tab.browserContext().close();
  });

  it('without script the first items are there as plain HTML; the server has asked once', async () => {
    asked = [];
    await site.php(`delete_transient('iom_widgets_' . md5('${address.replace('{lang}', 'en')}'));`);
    for (let views = 3; views; views--) {
      const html = await (await fetch(await published())).text();
      const inside =
        /<iom-news-feed limit="3" heading-level="2" src="[^"]+" class="wp-block-iom-news-feed">(.*?)<\/iom-news-feed>/s.exec(
          html,
        )?.[1] ?? '';
      assert.equal(inside.match(/<li>/g)?.length, 3);
      assert.ok(plain(inside).includes(newest().replaceAll("'", '&#039;')), inside);
      assert.match(html, /<script type="module" blocking="render"[^>]+dist\/[\d.]+\/autoload\.js/);
    }
    assert.deepEqual(asked, ['server']);
  });

  it('with the feed down the last good copy stands, for readers without script and with it', async () => {
    answering = false;
    await site.php(`delete_transient('iom_widgets_' . md5('${address.replace('{lang}', 'en')}'));`);
    const html = await (await fetch(await published())).text();
    assert.ok(plain(html).includes(newest().replaceAll("'", '&#039;')));
    const tab = await visit();
    await tab.goto(await published());
    await tab.waitForSelector('iom-news-feed:state(error)', { timeout: patience });
    const visible = await tab.$eval('iom-news-feed a', (link) => link.checkVisibility());
    assert.equal(visible, true);
    answering = true;
    await tab.browserContext().close();
  });

  it('a feed that never answered ⇒ the link to all news, where one is set, never to the page’s own site', async () => {
    const code = `echo do_shortcode('[iom_news_feed src="http://127.0.0.1:9/none.json"]');`;
    const tag = '<iom-news-feed src="http://127.0.0.1:9/none.json">';
    assert.equal(await site.php(code), `${tag}</iom-news-feed>\n`);
    const feeds = `['none' => ['name' => 'None', 'src' => 'http://127.0.0.1:9/none.json', 'link' => 'https://www.example.org/{lang}/news']]`;
    assert.equal(
      await site.php(`add_filter('pre_option_iom_widgets_feeds', fn() => ${feeds}); ${code}`),
      `${tag}<a href="https://www.example.org/en/news">All news</a></iom-news-feed>\n`,
    );
  });

  it('without a feed visitors see nothing, whoever edits a line that says so', async () => {
    const code = `add_filter('pre_option_iom_widgets_feeds', fn() => []); echo do_shortcode('[iom_news_feed]');`;
    assert.equal(await site.php(code), '');
    assert.match(await site.php(`wp_set_current_user(1); ${code}`), /^<p>News: no feed is set for this site yet/);
  });

  describe('a shortcode', () => {
    const shortcode = (code: string) => site.php(`echo do_shortcode(${JSON.stringify(code).replaceAll('$', '\\$')});`);

    it('takes the attributes of the element, switches included, and no others', async () => {
      const html = await shortcode('[iom_news_feed more limit="2" onclick="x()" style="color:red"]');
      assert.match(html, /^<iom-news-feed limit="2" more src="[^"]+"><ul><li>/);
    });

    it('shows what the author has put inside instead, cleaned', async () => {
      const html = await shortcode(
        '[iom_press_contact]<a href="https://example.org">Press</a><script>x()</script>[/iom_press_contact]',
      );
      assert.match(html, /><a href="https:\/\/example\.org">Press<\/a>x\(\)<\/iom-press-contact>\n$/);
    });

    it('can’t leave its attributes', async () => {
      const html = await shortcode(`[iom_news_feed tags='a"><script>x()</script>']`);
      assert.ok(!html.includes('<script>'), html);
    });
  });

  describe('of a publication', () => ofPublication(() => ({ site, visit })));

  it('hostile feeds stay text', async () => {
    feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: '<script>x()</script>',
      language: 'en',
      items: [
        { id: '1', title: '<img src=x onerror=x()>', url: 'javascript:x()', date_published: { a: 1 } },
        'no item',
        { id: '2', title: 'Kept back', _iom: { embargo_until: '2999-01-01T00:00:00Z' } },
      ],
      _iom: {
        organization: [{ id: 'a', name: 'A', parent: 'b' }, { id: 'b', name: 'B', parent: 'a' }, 7],
        contacts: 'none',
      },
    });
    const src = address.replace('oim.{lang}', 'hostile');
    assert.equal(
      await site.php(`echo do_shortcode('[iom_news_feed src="${src}"]');`),
      `<iom-news-feed src="${src}"><ul><li>&lt;img src=x onerror=x()&gt;</li></ul></iom-news-feed>\n`,
    );
    for (const name of ['org_chart', 'press_contact']) {
      const html = await site.php(`echo do_shortcode('[iom_${name} src="${src}"]');`);
      assert.match(html, />&lt;script&gt;x\(\)&lt;\/script&gt;<\/iom-/);
    }
  });

  it('has made PHP complain about nothing', () => assert.doesNotMatch(site.log(), /iom-widgets/));

  it('deleted, it leaves nothing behind', async () => {
    const left = `echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%iom_widgets_%'");`;
    assert.notEqual(await site.php(left), '0');
    await site.php(
      `require_once ABSPATH . 'wp-admin/includes/plugin.php'; uninstall_plugin('iom-widgets/iom-widgets.php');`,
    );
    assert.equal(await site.php(left), '0');
  });
});
