// What the WordPress plugin takes of a publication that iom-feed has written: part of wordpress.node.test.ts.
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, before, beforeEach, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { publish } from '../../../src/cli/commands/publish.js';
import { items, scratchFolder, writeFeed } from '../../helpers/publications.js';
import { contentShown, serveSite, type Answer, type Site } from '../../helpers/site.js';
import type { WordPress } from '../../helpers/wordpress.js';

/**
 * Says what is to be tested.
 *
 * @param running Gives the site with the plugin, once it is there, and visitors to it.
 */
export function ofPublication(running: () => { site: WordPress; visit: () => Promise<Page> }): void {
  const news = '<!-- wp:iom/news-feed /-->';
  let publication: Site;
  const pages: Record<string, Answer> = {};
  /** Address of the whole, below the server’s own. */
  const whole = 'en/current/feed.json';
  const refuse = (status: number) => (response: ServerResponse) => void response.writeHead(status).end();

  before(async () => {
    const folder = scratchFolder();
    const feed = join(folder, 'feed.json');
    const sections = [{ id: 'work', title: 'Work', cards: [{ title: 'Card', url: 'https://example.org/card' }] }];
    const contacts = [{ id: 'desk', name: 'Desk', email: 'desk@example.org' }];
    writeFeed(feed, items(30), { _iom: { about: 'https://example.org/about', contacts, sections } });
    await publish(feed, { out: join(folder, 'en'), text: true });
    publication = await serveSite(pages, { 'access-control-allow-origin': '*' }, folder);
  });
  after(() => publication.close());
  beforeEach(async () => {
    for (const path of Object.keys(pages)) delete pages[path];
    await forget();
  });

  /** Takes away what the server has kept; or only its belief that it is fresh. */
  const forget = (which: '' | '_transient_' = '') =>
    running().site.php(
      `$wpdb->query("DELETE FROM $wpdb->options WHERE option_name LIKE '${which}%iom_widgets_%' AND option_name != 'iom_widgets_feeds'");
      update_option('iom_widgets_feeds', ['test' => ['name' => 'Test', 'src' => '${publication.origin}{lang}/current/feed.json', 'link' => '']]);`,
    );
  /** What a text shows, and what the server has asked for it. */
  async function shown(text: string, first = ''): Promise<{ html: string; src: string; asked: string[] }> {
    publication.requests.length = 0;
    const html = await running().site.php(`${first} echo do_blocks(do_shortcode(${quoted(text)}));`);
    const src = /src="([^"]*)"/.exec(html)?.[1].replace(/^.*\/current\//, '') ?? '';
    return { html, src, asked: publication.requests.map((path) => path.replace('/en/current/', '')) };
  }
  const quoted = (text: string) => JSON.stringify(text).replaceAll('$', '\\$');
  /** Feeds that a browser asks for on the page of a post, each time. */
  async function requestsOn(content: string): Promise<string[]> {
    const insert = `wp_insert_post(['post_title' => 'Page', 'post_status' => 'publish', 'post_content' => ${quoted(content)}])`;
    const url = await running().site.php(`echo get_permalink(${insert});`);
    const tab = await running().visit();
    const requests: string[] = [];
    tab.on('request', (request) => {
      if (request.url().startsWith(publication.origin)) requests.push(request.url().replace(/^.*\/current\//, ''));
    });
    await tab.goto(url);
    await contentShown(tab, ...new Set(content.match(/iom[/_]\w+[-_]\w+/g)!.map((name) => name.replace(/[/_]/g, '-'))));
    await tab.browserContext().close();
    return requests;
  }

  it('one list downloads the light list, and readers without script see what is in it', async () => {
    assert.deepEqual(await requestsOn(news), ['news.json']);
    const { html, src, asked } = await shown(news);
    assert.equal(src, 'news.json');
    assert.ok(html.includes(`src="${publication.origin}{lang}/current/news.json"`), html);
    assert.equal(html.match(/<li>/g)?.length, 5);
    assert.deepEqual(asked, [], 'what is fresh is not asked for again');
  });

  it('readers without script are led to the page of plain HTML', async () => {
    const link = `<a href="${publication.origin}en/current/text/index.html">Text version</a>`;
    for (const text of [news, '[iom_press_release]', '[iom_press_contact]']) {
      const { html } = await shown(text);
      assert.ok(html.includes(link), html);
    }
    assert.ok(!(await shown('[iom_link_cards section="work"]')).html.includes('Text version'));
    assert.ok(
      !(await shown('[iom_news_feed]<a href="https://example.org/">Own</a>[/iom_news_feed]')).html.includes(link),
    );
    pages['/en/current/index.json'] = refuse(404);
    await forget();
    assert.ok(!(await shown(news)).html.includes('Text version'));
  });

  it('two elements take their parts, with three or more all take the whole, once', async () => {
    const contact = '[iom_press_contact]';
    assert.deepEqual((await requestsOn(news + contact)).sort(), ['contacts.json', 'news.json']);
    assert.deepEqual(await requestsOn(`${news}${contact}[iom_link_cards section="work"]`), ['feed.json']);
  });

  it('each takes the part that is enough for it', async () => {
    for (const [code, file] of [
      ['[iom_news_feed limit="5" layout="cards"]', 'news.json'],
      ['[iom_news_feed limit="20"]', 'feed.json'],
      ['[iom_news_feed tags="Odd"]', 'feed.json'],
      ['[iom_news_feed controls]', 'feed.json'],
      ['[iom_press_release]', 'release.json'],
      ['[iom_press_release item-id="item-7"]', 'item/item-7.json'],
      ['[iom_press_contact item-id="item-7"]', 'item/item-7.json'],
      ['[iom_press_release item-id="nowhere"]', 'feed.json'],
      ['[iom_link_cards section="work"]', 'section/work.json'],
      ['[iom_office_map]', 'feed.json'],
    ])
      assert.equal((await shown(code)).src, file, code);
    assert.match((await shown('[iom_press_release item-id="item-7"]')).html, /Body of item 7\./);
  });

  it('without an index, with an older or a broken one, it is the whole', async () => {
    for (const answer of [
      refuse(404),
      refuse(503),
      '{"feeds":[]}',
      '{"parts":[7,{"part":"news"}]}',
      '<!doctype html>',
    ]) {
      pages['/en/current/index.json'] = answer;
      await forget();
      assert.deepEqual((({ src, asked }) => ({ src, asked }))(await shown(news)), {
        src: 'feed.json',
        asked: ['index.json', 'feed.json'],
      });
    }
    assert.deepEqual(await requestsOn(news), ['feed.json']);
  });

  it('a part that is not there, or no longer, is the whole', async () => {
    assert.equal((await shown(news)).src, 'news.json');
    pages['/en/current/news.json'] = refuse(404);
    await forget('_transient_');
    assert.equal((await shown(news)).src, 'feed.json');
    await forget();
    assert.equal((await shown(news)).src, 'feed.json');
  });

  it('while the server is down, the last good index and part stand, and it is left alone', async () => {
    await shown(news);
    for (const file of ['index', 'news']) pages[`/en/current/${file}.json`] = refuse(503);
    await forget('_transient_');
    const { src, html, asked } = await shown(news);
    assert.deepEqual([src, asked], ['news.json', ['index.json', 'news.json']]);
    assert.equal(html.match(/<li>/g)?.length, 5);
    assert.deepEqual((await shown(news)).asked, []);
  });

  it('a server that gives no answer is waited for once', async () => {
    const silent = `[iom_news_feed src="http://127.0.0.1:9/feed.json"]`;
    const count = `$asked = 0; add_action('http_api_debug', function() { global $asked; $asked++; });`;
    assert.match(
      (await shown(silent, `${count} register_shutdown_function(function() { global $asked; echo "asked $asked"; });`))
        .html,
      /asked 1$/,
    );
  });

  it('looks in the language that the browser will ask in', async () => {
    for (const [attributes, language] of [
      ['lang="fr-CA"', 'fr'],
      ['lang="arq"', 'en'],
      ['languages="es fr"', 'es'],
    ]) {
      await forget();
      await shown(`[iom_news_feed ${attributes}]`);
      assert.equal(publication.requests[0], `/${language}/current/index.json`, attributes);
    }
  });

  it('asks no private server for an index', async () => {
    const src = `${publication.origin.replace('127.0.0.1', 'localhost')}${whole}`;
    const { html, asked } = await shown(
      `[iom_news_feed src="${src}"]`,
      `remove_all_filters('http_request_host_is_external');`,
    );
    assert.ok(html.includes(`src="${src}"`), html);
    assert.deepEqual(asked, []);
  });

  it('a site can switch it off, for all or for some', async () => {
    const off = `add_filter('iom_widgets_smallest_feed', '__return_false');`;
    const { src, asked } = await shown(news, off);
    assert.deepEqual([src, asked], ['feed.json', ['feed.json']]);
    const some = `add_filter('iom_widgets_smallest_feed', fn($wanted, $name) => $name !== 'news-feed', 10, 2);`;
    assert.equal((await shown(news, some)).src, 'feed.json');
    assert.equal((await shown('[iom_press_contact]', some)).src, 'contacts.json');
  });

  it('knows of elements in what a text takes from elsewhere, and in sidebars', async () => {
    const reusable = await running().site.php(
      `echo wp_insert_post(['post_type' => 'wp_block', 'post_status' => 'publish', 'post_title' => 'Two', 'post_content' => ${quoted(news + news)}]);`,
    );
    const taken = `<!-- wp:block {"ref":${reusable}} /-->`;
    assert.deepEqual(await requestsOn(`${news}${taken}`), ['feed.json']);
    const count = (text: string) => running().site.php(`echo IomWidgets\\count_elements(${quoted(text)});`);
    assert.equal(await count(`${taken} [iom_about] [[iom_about]] <!-- wp:paragraph -->`), '3');
    const side = `register_sidebar(['id' => 'side']); add_filter('sidebars_widgets', fn() => ['side' => ['block-7'], 'gone' => ['block-7']]);
      add_filter('pre_option_widget_block', fn() => [7 => ['content' => ${quoted(news)}]]);`;
    assert.equal(await running().site.php(`${side} echo IomWidgets\\known_elements();`), '1');
    const part = `add_filter('pre_get_block_template', fn($no, $id) => (object) ['content' => ${quoted(news)} . $id], 10, 2);`;
    assert.equal(
      await running().site.php(
        `${part} echo IomWidgets\\count_elements('<!-- wp:template-part {"slug":"header"} /-->');`,
      ),
      '1',
    );
  });
}
