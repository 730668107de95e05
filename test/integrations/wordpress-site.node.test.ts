import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { engines, openWebKit } from '../helpers/browsers.mjs';
import { contentShown, launch } from '../helpers/site.js';
import { noWordPress } from '../helpers/wordpress.js';
import { admin, openOffice, type Office } from './wordpress/office.js';

// With CI=true WordPress must be there: starting it fails where it is not.
const skip = process.env.CI === 'true' ? undefined : noWordPress;

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Test &amp; news</title><link>https://www.example.org/news</link><language>en</language>
${['First', 'Second', 'Third']
  .map(
    (name, index) =>
      `<item><title>${name} item &lt;3</title><link>https://www.example.org/${index}</link><guid>${index}</guid>
<pubDate>Thu, 0${5 - index} Nov 2026 10:00:00 +0000</pubDate><category>Aid</category>
<description><![CDATA[<p>Text of the <b>${name}</b><script>x()</script></p>]]></description></item>`,
  )
  .join('\n')}</channel></rss>`;

describe('a site with the WordPress plugin', { skip }, () => {
  let office: Office;
  let tab: Page;
  before(async () => {
    office = await openOffice();
    const { answers } = office;
    answers['/rss.xml'] = (response) => response.setHeader('content-type', 'application/rss+xml').end(rss);
    answers['/page.html'] = (response) =>
      response.end(
        '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss.xml"><title>A page</title>',
      );
    answers['/broken.xml'] = (response) => response.end('<?xml version="1.0"?><rss><channel><title>A');
    answers['/data.json'] = (response) => response.end('{"a":1}');
    answers['/503.json'] = (response) => void response.writeHead(503).end();
    answers['/large.json'] = (response) => response.end(`["${'a'.repeat(5_000_001)}"]`);
    tab = await office.visit(admin);
  });
  after(() => office.close());

  const render = (code: string, first = '') => office.site.php(`${first} echo do_shortcode('${code}');`);
  const post = (content: string) =>
    office.site.php(
      `echo get_permalink(wp_insert_post(['post_title' => 'Page', 'post_status' => 'publish', 'post_content' => ${JSON.stringify(content).replaceAll('$', '\\$')}]));`,
    );
  const linesOf = (selector: string) =>
    tab.$$eval(`${selector} li`, (lines) => lines.map((line) => line.textContent.trim()));
  /** What axe finds in a part of a page. */
  const violationsIn = async (selector: string) => {
    await tab.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
    return tab.evaluate(async (selector) => {
      const { axe } = window as unknown as {
        axe: { run: (selector: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run(selector);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
    }, selector);
  };
  const openSettings = () => tab.goto(`${office.site.origin}/wp-admin/options-general.php?page=iom-widgets`);
  /** What “Test this feed” says of an address. */
  async function test(address: string): Promise<string[]> {
    await tab.$eval('#iom_widgets_src_0', (field, text) => ((field as HTMLInputElement).value = text), address);
    await tab.click('[data-iom-widgets-test=iom_widgets_src_0]');
    await tab.waitForSelector('#iom_widgets_src_0_status li');
    const lines = await linesOf('#iom_widgets_src_0_status');
    await tab.$eval('#iom_widgets_src_0_status', (box) => box.replaceChildren());
    return lines;
  }

  describe('in its settings', () => {
    before(openSettings);

    it('says what is in a feed, and in which languages', async () => {
      const lines = await test(office.feed);
      assert.match(lines[0], /^✓ English: “.+”, items: \d+\.$/);
      assert.ok(
        lines.some((line) => /^✓ Also in it: contacts: \d+, offices: \d+, units: \d+/.test(line)),
        lines.join('\n'),
      );
      assert.ok(
        lines.some((line) => line.startsWith('✓ French: ')),
        lines.join('\n'),
      );
      assert.ok(!lines.some((line) => line.startsWith('✗')), lines.join('\n'));
    });

    for (const [what, path, words] of [
      ['a web page', '/page.html', /^✗ This is a web page, not a feed/],
      [
        'a page that is not there',
        '/nothing.json',
        /^✗ There is nothing at http:.+nothing\.json\. Is the address right\?/,
      ],
      ['a server with an error', '/503.json', /^✗ The server 127\.0\.0\.1 answers with the error 503/],
      ['broken XML', '/broken.xml', /^✗ This looks like RSS or Atom, but it can’t be read/],
      ['another data file', '/data.json', /^✗ This is a data file, but not a feed/],
      ['a file that is too large', '/large.json', /^✗ This is larger than 5 MB/],
    ] as const) {
      it(`names ${what}`, async () => assert.match((await test(office.feeds + path))[0], words));
    }

    it('names what is no address, a private network and a server that doesn’t exist', async () => {
      assert.match((await test('feeds.example.org'))[0], /must begin with https:/);
      const inspected = (url: string, host: string) =>
        office.site.php(
          `remove_all_filters('http_request_host_is_external'); echo IomWidgets\\problem_in_words(IomWidgets\\problem_of(IomWidgets\\fetch_document('${url}'), null), '${url}'), ' ${host}';`,
        );
      assert.match(await inspected('http://10.0.0.1/feed.json', ''), /10\.0\.0\.1 is in a private network/);
      assert.match(
        await inspected('https://nowhere.invalid/feed.json', ''),
        /There is no server called nowhere\.invalid/,
      );
    });

    it('names a server that lets no browser read the feed from here', async () => {
      office.answers['/closed.json'] = (response) => {
        response.removeHeader('access-control-allow-origin');
        response.end('{"items":[{"id":"1"}]}');
      };
      const lines = await test(`${office.feeds}/closed.json`);
      assert.match(lines[0], /^✓ This is a feed: “”, items: 1/);
      for (const words of [
        '✗ Its server doesn’t allow browsers',
        '• Items without a title: 1',
        '• Items without a date: 1',
      ])
        assert.ok(
          lines.some((line) => line.startsWith(words)),
          lines.join('\n'),
        );
    });

    it('names a server that is too slow', async () => {
      const words = await office.site.php(
        `add_filter('pre_http_request', fn() => new WP_Error('http_request_failed', 'cURL error 28: Operation timed out after 10000 milliseconds'));
        echo IomWidgets\\inspect('${office.feeds}/slow.json')[0]['text'];`,
      );
      assert.equal(words, 'The server 127.0.0.1 takes too long to answer.');
    });

    it('finds the feed that a page names, and takes it', async () => {
      await tab.$eval(
        '#iom_widgets_src_0',
        (field, text) => ((field as HTMLInputElement).value = text),
        `${office.feeds}/page.html`,
      );
      await tab.click('[data-iom-widgets-test=iom_widgets_src_0]');
      await tab.waitForSelector('#iom_widgets_src_0_status .button-link');
      await tab.click('#iom_widgets_src_0_status .button-link');
      await tab.waitForFunction(() =>
        /This is a feed: “Test & news”, items: 3/.test(
          document.querySelector('#iom_widgets_src_0_status')!.textContent,
        ),
      );
      assert.equal(
        await tab.$eval('#iom_widgets_src_0', (field) => (field as HTMLInputElement).value),
        `${office.feeds}/rss.xml`,
      );
      assert.ok((await linesOf('#iom_widgets_src_0_status')).some((line) => line.includes('It is RSS or Atom')));
    });

    it('has no accessibility violations, with a report in it', async () => {
      await test(office.feed);
      assert.deepEqual(await violationsIn('#wpbody-content .wrap'), []);
    });

    it('takes a second feed, which blocks and shortcodes choose by its name', async () => {
      await openSettings();
      await tab.type('#iom_widgets_src_1', `${office.feeds}/rss.xml`);
      await tab.type('#iom_widgets_name_1', 'Réseau local');
      await tab.type('#iom_widgets_link_1', 'https://www.example.org/all');
      await Promise.all([tab.waitForNavigation(), tab.click('#submit')]);
      assert.equal(
        await tab.$eval('#iom_widgets_name_1', (field) => (field as HTMLInputElement).value),
        'Réseau local',
      );
      const html = await render('[iom_news_feed feed="reseau-local"]');
      assert.match(html, /First item/);
    });

    it('fetches now, and says what was fetched last and how', async () => {
      await openSettings();
      await tab.click('[data-iom-widgets-fetch]');
      await tab.waitForSelector('#iom_widgets_records li[data-tone]');
      const lines = await linesOf('#iom_widgets_records');
      assert.ok(
        lines.some((line) => /^✓ .+rss\.xml: items: 3, fetched on /.test(line)),
        lines.join('\n'),
      );
      assert.ok(
        lines.some((line) => /^✓ .+oim\.en\.json: items: \d+/.test(line)),
        lines.join('\n'),
      );
      await openSettings();
      assert.ok((await linesOf('#iom_widgets_records')).some((line) => /rss\.xml: items: 3/.test(line)));
    });
  });

  describe('RSS and Atom', () => {
    it('are on the page as plain HTML and as the feed of the element, cleaned', async () => {
      const html = await render(`[iom_news_feed src="${office.feeds}/rss.xml" limit="2"]`);
      assert.match(
        html,
        /^<iom-news-feed limit="2"><script type="application\/feed\+json">\{[^<]+\}<\/script><ul><li><a href="https:\/\/www\.example\.org\/0">First item &lt;3<\/a>/,
      );
      assert.equal(html.match(/<li>/g)?.length, 2);
      assert.doesNotMatch(html, /x\(\)|Third/);
    });

    it('are shown by the element without a request', async () => {
      const page = await office.visit();
      const requests: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      await page.goto(await post(`<!-- wp:iom/news-feed {"src":"${office.feeds}/rss.xml"} /-->`));
      await contentShown(page, 'iom-news-feed');
      const text = await page.$eval('iom-news-feed', (element) => element.shadowRoot!.textContent);
      for (const title of ['First item <3', 'Third item <3']) assert.ok(text.includes(title), text);
      assert.ok(!requests.some((url) => url.startsWith(office.feeds)), requests.join('\n'));
      assert.equal(
        requests.filter((url) => /\/dist\/[\d.]+\/autoload\.js/.test(url)).length,
        1,
        'as a script and as a module',
      );
      assert.deepEqual(
        said.filter((text) => text.includes('iom-')),
        [],
      );
      await page.browserContext().close();
    });

    it('an Atom feed works as well', async () => {
      office.answers['/atom.xml'] = (response) =>
        response.end(
          `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><id>a</id><entry><id>1</id><title>An entry</title><link href="https://www.example.org/e"/><updated>2026-11-01T00:00:00Z</updated><content type="html">&lt;p&gt;Whole text&lt;/p&gt;</content></entry></feed>`,
        );
      const html = await render(`[iom_press_release src="${office.feeds}/atom.xml"]`);
      assert.match(html, /<a href="https:\/\/www\.example\.org\/e">An entry<\/a>.+<p>Whole text<\/p>/s);
    });
  });

  describe('with WordPress’ schedule', () => {
    const url = () => `${office.feeds}/scheduled.json`;
    const items = (title: string) => JSON.stringify({ items: [{ id: '1', title }] });
    let asked = 0;
    const answerWith = (status: number, body = '') =>
      (office.answers['/scheduled.json'] = (response) => {
        asked++;
        response.writeHead(status).end(body);
      });
    const view = (later = 0) =>
      // Copies are as old as if the time had passed.
      render(
        `[iom_news_feed src="${url()}"]`,
        later
          ? `$wpdb->query("UPDATE $wpdb->options SET option_value = option_value - ${later} WHERE option_name LIKE '\\\\_transient\\\\_timeout\\\\_iom%'");`
          : '',
      );
    const runSchedule = () => office.site.php(`do_action('iom_widgets_fetch');`);

    it('feeds are fetched in the background, and visitors never wait, whether the server answers or not', async () => {
      answerWith(200, items('First'));
      assert.match(await view(), /First/);
      assert.equal(asked, 1, 'a new address is asked for once');
      assert.equal(await office.site.php(`echo wp_get_schedule('iom_widgets_fetch');`), 'iom_widgets_fetch');
      answerWith(200, items('Second'));
      await runSchedule();
      asked = 0;
      assert.match(await view(3600), /Second/);
      answerWith(503);
      await runSchedule();
      asked = 0;
      assert.match(await view(3600), /Second/, 'the last good copy stays');
      assert.equal(asked, 0);
    });

    it('pages ask themselves where it has stopped, and the settings say which it is', async () => {
      const words = () => office.site.php(`echo IomWidgets\\schedule_in_words();`);
      assert.match(await words(), /^Feeds are fetched every five minutes in the background/);
      answerWith(200, items('Third'));
      assert.match(await view(43_201), /Third/);
      await office.site.php(`update_option('iom_widgets_ran', time() - 43201);`);
      assert.match(await words(), /^Feeds are fetched when a page is opened/);
      await openSettings();
      assert.match(await tab.content(), /WP-Cron\) has not run here yet/);
    });

    it('what no page has shown for a month is no longer asked for', async () => {
      await office.site.php(
        `update_option('iom_widgets_used', array_map(fn($use) => ['time' => 1] + $use, get_option('iom_widgets_used')));`,
      );
      asked = 0;
      await runSchedule();
      assert.equal(asked, 0);
      assert.equal(await office.site.php(`echo json_encode(wp_next_scheduled('iom_widgets_fetch'));`), 'false');
    });
  });

  describe('where WordPress may write no file', () => {
    const withoutRights = (code: string) => office.site.phpWithoutRights(code);
    const code = () => `echo do_shortcode('[iom_news_feed src="${office.feeds}/readonly.json"]');`;
    const items = (title: string) => JSON.stringify({ items: [{ id: '1', title }] });
    before(() => (office.answers['/readonly.json'] = (response) => response.end(items('Test item'))));

    it('pages show the feed, and go on showing what they had when it fails', async () => {
      assert.match(await withoutRights(code()), /<li>Test item<\/li>/);
      office.answers['/readonly.json'] = (response) => void response.writeHead(503).end();
      const later = `$wpdb->query("UPDATE $wpdb->options SET option_value = option_value - 3600 WHERE option_name LIKE '\\\\_transient\\\\_timeout\\\\_iom%'");`;
      assert.match(await withoutRights(`${later} ${code()}`), /<li>Test item<\/li>/);
    });

    it('the settings name it, and can be changed', async () => {
      const page = `require_once ABSPATH . 'wp-admin/includes/admin.php'; IomWidgets\\show_records();`;
      assert.match(
        await withoutRights(page),
        /This server lets WordPress write no files into wp-content\/uploads: nothing can be uploaded\. Feeds need none, and go on\./,
      );
      assert.doesNotMatch(await office.site.php(page), /write no files/);
      const changed = `$feeds = get_option('iom_widgets_feeds'); echo json_encode(update_option('iom_widgets_feeds', $feeds + ['none' => ['name' => 'None', 'src' => '', 'link' => '']])); update_option('iom_widgets_feeds', $feeds);`;
      assert.equal(await withoutRights(changed), 'true');
    });
  });

  describe('when a feed fails', () => {
    const failedSince = (seconds: number) =>
      `add_filter('pre_option_iom_widgets_records', fn() => ['${office.feeds}/rss.xml' => ['time' => time(), 'problem' => 'http-503', 'items' => 3, 'good' => time() - ${seconds}, 'since' => time() - ${seconds}]]);`;
    it('Site Health says so', async () => {
      const health = (first: string) =>
        office.site.php(
          `${first} $r = IomWidgets\\test_health(); echo $r['status'], ': ', wp_strip_all_tags($r['description']);`,
        );
      assert.match(await health(''), /^good/);
      assert.match(
        await health(failedSince(60)),
        /^recommended: The feed “Réseau local” can’t be read since .+ error 503/,
      );
      assert.match(await health(failedSince(90_000)), /^critical/);
      assert.ok(
        (await office.site.php(`echo json_encode(apply_filters('site_status_tests', ['direct' => []]));`)).includes(
          'iom_widgets_feeds',
        ),
      );
    });

    it('for a day, editors are told; before that, and visitors, are not', async () => {
      const notice = (seconds: number, user: number) =>
        office.site.php(`${failedSince(seconds)} wp_set_current_user(${user}); IomWidgets\\show_notice();`);
      assert.match(await notice(90_000, 2), /<div class="notice notice-warning"><p>The feed “Réseau local”/);
      assert.equal(await notice(3_600, 2), '');
      assert.equal(await notice(90_000, 0), '');
    });
  });

  it('in a Query Loop the next page comes without loading the whole page, and back again', async () => {
    await office.site.php(`foreach (get_posts(['numberposts' => -1]) as $p) wp_delete_post($p->ID, true);
      foreach ([1, 2, 3, 4] as $n) wp_insert_post(['post_title' => "Post $n", 'post_status' => 'publish', 'post_date' => "2026-01-0$n 00:00:00"]);`);
    const url = await office.site.php(
      `echo get_permalink(wp_insert_post(['post_type' => 'page', 'post_title' => 'Loop', 'post_status' => 'publish', 'post_content' => '<!-- wp:query {"queryId":1,"query":{"perPage":2,"postType":"post","order":"desc","orderBy":"date","inherit":false},"enhancedPagination":true} --><div class="wp-block-query"><!-- wp:post-template --><!-- wp:post-title /--><!-- wp:iom/news-feed {"limit":2,"more":true} /--><!-- /wp:post-template --><!-- wp:query-pagination --><!-- wp:query-pagination-previous /--><!-- wp:query-pagination-next /--><!-- /wp:query-pagination --></div><!-- /wp:query -->']));`,
    );
    const page = await office.visit();
    await page.goto(url);
    await contentShown(page, 'iom-news-feed');
    const counts = () =>
      page.$$eval('iom-news-feed', (elements) =>
        elements.map((element) => element.shadowRoot?.querySelectorAll('[part=item]').length),
      );
    assert.deepEqual(await counts(), [2, 2]);
    await page.evaluate(() => ((window as { isSame?: boolean }).isSame = true));
    const follow = async (selector: string, title: string) => {
      await page.click(selector);
      await page.waitForFunction(
        (title) => document.querySelector('.wp-block-query .wp-block-post-title')?.textContent === title,
        {},
        title,
      );
      await contentShown(page, 'iom-news-feed');
    };
    await follow('.wp-block-query-pagination-next', 'Post 2');
    assert.deepEqual(await counts(), [2, 2]);
    await follow('.wp-block-query-pagination-previous', 'Post 4');
    assert.deepEqual(await counts(), [2, 2]);
    const heights = await page.$$eval('iom-news-feed', (elements) =>
      elements.map((element) => [element.clientHeight, element.scrollHeight]),
    );
    for (const [visible, whole] of heights) assert.ok(whole - visible < 2, 'nothing is cut off');
    const version = await office.site.php('echo $GLOBALS["wp_version"];');
    if (Number.parseFloat(version) >= 6.4)
      assert.equal(await page.evaluate(() => (window as { isSame?: boolean }).isSame), true);
    await page.browserContext().close();
  });

  for (const engine of engines().filter((name) => name !== 'chromium')) {
    it(`visitors see a feed and an RSS address in ${engine}, too`, async () => {
      const url = await post(
        `<!-- wp:iom/news-feed {"limit":2} /--><!-- wp:iom/news-feed {"src":"${office.feeds}/rss.xml"} /-->`,
      );
      const browser = engine === 'webkit' ? undefined : await launch(engine as 'firefox');
      const page = (browser ? await browser.newPage() : await openWebKit()) as Page;
      try {
        await page.goto(url);
        await contentShown(page, 'iom-news-feed');
        const counts = await page.evaluate(() =>
          [...document.querySelectorAll('iom-news-feed')].map(
            (element) => element.shadowRoot?.querySelectorAll('[part=item]').length,
          ),
        );
        assert.deepEqual(counts, [2, 3]);
      } finally {
        await (browser ?? page).close();
      }
    });
  }

  it('has a classic widget', async () => {
    const html = await office.site.php(
      `the_widget('IomWidgets\\Widget', ['title' => 'Our news', 'element' => 'news-feed', 'limit' => '2'], ['before_title' => '<h2>', 'after_title' => '</h2>']);`,
    );
    assert.match(html, /<h2>Our news<\/h2><iom-news-feed limit="2" src="[^"]+"><ul><li>/);
    const form = await office.site.php(`(new IomWidgets\\Widget())->form([]);`);
    assert.match(form, /<option value="press-contact">Press contact<\/option>/);
    assert.equal(form.match(/<label /g)?.length, 4);
  });

  it('writes shortcodes above the classic editor', async () => {
    await office.site.php(
      `file_put_contents(WPMU_PLUGIN_DIR . '/classic.php', "<?php add_filter('use_block_editor_for_post', '__return_false');");`,
    );
    await tab.goto(`${office.site.origin}/wp-admin/post-new.php`);
    await tab.click('#content-html');
    await tab.click('[data-iom-widgets-shortcode]');
    await tab.select('#iom-widgets-element', 'news-feed');
    await tab.type('#iom-widgets-limit', '3');
    await tab.select('#iom-widgets-layout', 'compact');
    await tab.click('#iom-widgets-more');
    await tab.click('dialog .button-primary');
    assert.equal(
      await tab.$eval('#content', (field) => (field as HTMLTextAreaElement).value),
      '[iom_news_feed limit="3" layout="compact" more]',
    );
    await office.site.php(`unlink(WPMU_PLUGIN_DIR . '/classic.php');`);
  });

  describe('in another language', () => {
    const french = `add_filter('locale', fn() => 'fr_CA'); add_filter('determine_locale', fn() => 'fr_CA');`;
    before(() =>
      office.site.php(`file_put_contents(WPMU_PLUGIN_DIR . '/french.php', ${JSON.stringify(`<?php ${french}`)});`),
    );

    it('blocks have its names, and are found by them', async () => {
      const type = JSON.parse(
        await office.site.php(
          `$t = WP_Block_Type_Registry::get_instance()->get_registered('iom/news-feed'); echo json_encode([$t->title, $t->keywords]);`,
        ),
      ) as [string, string[]];
      assert.deepEqual(type, ['Actualités', ['IOM', 'communiqués de presse', 'flux', 'liste']]);
    });

    it('the settings of a block are in it', async () => {
      await office.write(tab);
      await tab.evaluate(async () => {
        const { blocks, data } = (window as unknown as { wp: import('./wordpress/office.js').EditorScripts }).wp;
        const block = blocks.createBlock('iom/news-feed') as { clientId: string };
        await data.dispatch('core/block-editor').insertBlocks(block);
        await data.dispatch('core/block-editor').selectBlock(block.clientId);
      });
      await tab.waitForSelector('.block-editor-block-inspector .components-panel__body');
      const words = await tab.$eval('.block-editor-block-inspector', (panel) => (panel as HTMLElement).innerText);
      for (const text of ['Que montrer', 'Apparence', 'Langue', 'Un bouton pour en voir plus'])
        assert.ok(words.includes(text), words);
      assert.deepEqual(await violationsIn('.block-editor-block-inspector'), []);
    });

    it('so are the settings of the site', async () => {
      await openSettings();
      assert.match(await tab.content(), /Tester ce flux/);
    });

    after(() => office.site.php(`unlink(WPMU_PLUGIN_DIR . '/french.php');`));
  });

  it('has made PHP complain about nothing', () => assert.doesNotMatch(office.site.log(), /iom-widgets/));

  it('deleted, it leaves nothing behind', async () => {
    await office.site.php(
      `require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins('iom-widgets/iom-widgets.php'); uninstall_plugin('iom-widgets/iom-widgets.php');`,
    );
    assert.equal(
      await office.site.php(
        `echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%iom_widgets%' OR option_value LIKE '%iom_widgets_fetch%'");`,
      ),
      '0',
    );
  });
});
