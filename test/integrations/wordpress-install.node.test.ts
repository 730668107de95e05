import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { contentShown } from '../helpers/site.js';
import { noWordPress } from '../helpers/wordpress.js';
import { admin, canvasOf, openOffice, type Office } from './wordpress/office.js';

// With CI=true WordPress must be there: starting it fails where it is not.
const skip = process.env.CI === 'true' ? undefined : noWordPress;

const { version: packageVersion } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const folder = mkdtempSync(join(tmpdir(), 'versions-'));
after(() => rmSync(folder, { recursive: true }));

/** The plugin as another version of it would be. */
function versionOf(zip: string, version: string): string {
  const files = Object.entries(unzipSync(readFileSync(zip))).map(([path, bytes]) => [
    path.replace(`/dist/${packageVersion}/`, `/dist/${version}/`),
    path.endsWith('/iom-widgets.php') ? strToU8(strFromU8(bytes).replaceAll(packageVersion, version)) : bytes,
  ]);
  writeFileSync(join(folder, `${version}.zip`), zipSync(Object.fromEntries(files) as Record<string, Uint8Array>));
  return join(folder, `${version}.zip`);
}

describe('the WordPress plugin from its upload on', { skip }, () => {
  let office: Office;
  let tab: Page;
  const zip = resolve('build/iom-widgets-wordpress.zip');
  before(async () => {
    office = await openOffice(false);
    tab = await office.visit(admin);
  });
  after(() => office.close());

  it('has news on a page in at most 12 clicks', async () => {
    let clicks = 0;
    const click = async (selector: string) => {
      clicks++;
      await (await tab.waitForSelector(selector, { visible: true }))!.click();
    };
    const follow = async (selector: string) => {
      await Promise.all([tab.waitForNavigation(), click(selector)]);
    };
    await follow('#menu-plugins > a');
    await follow('.page-title-action');
    await click('.upload-view-toggle');
    clicks++; // The file is chosen.
    await ((await tab.$('#pluginzip')) as ElementHandle<HTMLInputElement>).uploadFile(zip);
    await follow('#install-plugin-submit');
    await follow('a.button-primary[href*="action=activate"]');
    await follow('[data-slug=iom-widgets] a[href*="page=iom-widgets"]');
    await tab.type('#iom_widgets_src_0', office.feed);
    await follow('#submit');
    await follow('#wp-admin-bar-new-content > a');
    const canvas = await canvasOf(tab);
    await canvas.waitForSelector('.wp-block-post-title, .editor-post-title__input');
    // What WordPress tells newcomers is closed by a key.
    await tab.waitForSelector('.components-modal__frame');
    await tab.keyboard.press('Escape');
    await tab.waitForSelector('.components-modal__frame', { hidden: true });
    clicks++;
    await (await canvasOf(tab)).click('.wp-block-post-title, .editor-post-title__input');
    await tab.keyboard.type('Our news');
    await tab.keyboard.press('Enter');
    await tab.keyboard.type('/news');
    await tab.waitForFunction(
      () => document.querySelector('[role=listbox] [role=option][aria-selected=true]')?.textContent === 'News',
    );
    await tab.keyboard.press('Enter');
    await (await canvasOf(tab)).waitForSelector('iom-news-feed');
    await click('.editor-post-publish-button__button, .editor-post-publish-panel__toggle');
    await click('.editor-post-publish-panel .editor-post-publish-button');
    const link = await tab.waitForSelector('.post-publish-panel__postpublish-header a');
    const page = await office.visit();
    await page.goto(await link!.evaluate((anchor) => anchor.href));
    await contentShown(page, 'iom-news-feed');
    await page.browserContext().close();
    assert.ok(clicks <= 12, `${clicks} clicks`);
  });

  /** Replaces the plugin by another version of it. */
  async function update(file: string) {
    await tab.goto(`${office.site.origin}/wp-admin/plugin-install.php?tab=upload`);
    await ((await tab.$('#pluginzip')) as ElementHandle<HTMLInputElement>).uploadFile(file);
    await Promise.all([tab.waitForNavigation(), tab.click('#install-plugin-submit')]);
    await Promise.all([tab.waitForNavigation(), tab.click('a.update-from-upload-overwrite')]);
  }

  it('replaces the version before, with the address and the blocks that were there', async () => {
    const { site } = office;
    const url = await site.php(
      `delete_option('iom_widgets_feeds'); update_option('iom_widgets_src', '${office.feed}');
      echo get_permalink(wp_insert_post(['post_title' => 'Old', 'post_status' => 'publish', 'post_content' => '<!-- wp:iom/news-feed {"limit":2,"heading-level":2} /-->']));`,
    );
    await update(zip);
    assert.match(
      await (await fetch(url)).text(),
      /<iom-news-feed limit="2" heading-level="2" src="[^"]+" class="wp-block-iom-news-feed"><ul><li>/,
    );
    await tab.goto(`${site.origin}/wp-admin/options-general.php?page=iom-widgets`);
    assert.equal(await tab.$eval('#iom_widgets_src_0', (field) => (field as HTMLInputElement).value), office.feed);
    await Promise.all([tab.waitForNavigation(), tab.click('#submit')]);
    assert.equal(await site.php(`echo get_option('iom_widgets_feeds')['default']['src'];`), office.feed);
  });

  it('has the scripts for pages that a cache has kept since the version before, and for no older ones', async () => {
    const { site } = office;
    const url = await site.php(
      `echo get_permalink(wp_insert_post(['post_title' => 'Kept', 'post_status' => 'publish', 'post_content' => '[iom_news_feed]']));`,
    );
    const [now, next, later] = [packageVersion, '9.0.0', '9.1.0'];
    const scripts = Object.keys(unzipSync(readFileSync(zip)))
      .filter((path) => path.includes(`/dist/${now}/`) && path.endsWith('.js'))
      .map((path) => `${site.origin}/wp-content/plugins/${path}`);
    assert.ok(scripts.length > 50, `${scripts.length} scripts`);
    /** What a server says to each of the scripts, as they are called in a version. */
    const answers = async (version: string) => {
      const statuses = new Set<number>();
      for (const script of scripts) statuses.add((await fetch(script.replace(`/${now}/`, `/${version}/`))).status);
      return [...statuses];
    };
    const kept = await (await fetch(url)).text();
    assert.ok(kept.includes(`/dist/${now}/autoload.js`));

    await update(versionOf(zip, next));
    assert.ok((await (await fetch(url)).text()).includes(`/dist/${next}/autoload.js`));
    assert.deepEqual([await answers(now), await answers(next)], [[200], [200]]);
    const page = await office.visit();
    // As a cache would serve it.
    await site.php(
      `file_put_contents(ABSPATH . 'kept.html', base64_decode('${Buffer.from(kept).toString('base64')}'));`,
    );
    await page.goto(`${site.origin}/kept.html`);
    await contentShown(page, 'iom-news-feed');
    await page.browserContext().close();

    await update(versionOf(zip, later));
    assert.deepEqual([await answers(now), await answers(next), await answers(later)], [[404], [200], [200]]);
  });

  it('in a network shows each site its own feed in its own language, and goes from all of them', async () => {
    const { site, feed } = office;
    const host = new URL(site.origin).host;
    await site.php(
      `require ABSPATH . 'wp-admin/includes/upgrade.php';
      foreach ($wpdb->tables('ms_global') as $table => $name) $wpdb->$table = $name;
      install_network();
      wp_mkdir_p(WP_LANG_DIR); copy(WP_PLUGIN_DIR . '/iom-widgets/languages/iom-widgets-fr_FR.mo', WP_LANG_DIR . '/fr_FR.mo');
      populate_network(1, '${host}', 'admin@example.org', 'Network', '/', false);
      $config = file_get_contents(ABSPATH . 'wp-config.php');
      $network = "define('MULTISITE', true); define('SUBDOMAIN_INSTALL', false); define('DOMAIN_CURRENT_SITE', '${host}'); define('PATH_CURRENT_SITE', '/'); define('SITE_ID_CURRENT_SITE', 1); define('BLOG_ID_CURRENT_SITE', 1);";
      file_put_contents(ABSPATH . 'wp-config.php', str_replace("<?php\n", "<?php\n$network\n", preg_replace("/define\\('WP_(HOME|SITEURL)'.*/", '', $config)));`,
    );
    const post = `wp_insert_post(['post_title' => 'News', 'post_status' => 'publish', 'post_content' => '[iom_news_feed limit="1"]'])`;
    const [english, french] = JSON.parse(
      await site.php(
        `$french = wpmu_create_blog('${host}', '/fr/', 'French', 1);
        // It takes the colon of a port away.
        $wpdb->update($wpdb->blogs, ['domain' => '${host}'], ['blog_id' => $french]);
        clean_blog_cache($french);
        $posts = [${post}];
        switch_to_blog($french);
        require_once ABSPATH . 'wp-admin/includes/plugin.php';
        activate_plugin('iom-widgets/iom-widgets.php');
        update_option('WPLANG', 'fr_FR');
        update_option('iom_widgets_feeds', ['bureau' => ['name' => 'Bureau', 'src' => '${feed}', 'link' => '']]);
        $posts[] = ${post};
        echo json_encode($posts);`,
      ),
    ) as [number, number];
    const page = async (path: string) => (await fetch(`${site.origin}${path}`)).text();
    assert.match(
      await page(`/?p=${english}`),
      /<iom-news-feed [^>]+><ul><li><a href="https:\/\/www\.example\.org\/en\//,
    );
    assert.match(
      await page(`/fr/?p=${french}`),
      /<iom-news-feed [^>]+><ul><li><a href="https:\/\/www\.example\.org\/fr\//,
    );
    const left = await site.php(
      `require_once ABSPATH . 'wp-admin/includes/plugin.php';
      foreach ([1, 2] as $blog) { switch_to_blog($blog); deactivate_plugins('iom-widgets/iom-widgets.php'); restore_current_blog(); }
      uninstall_plugin('iom-widgets/iom-widgets.php');
      foreach ([1, 2] as $blog) { switch_to_blog($blog); echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%iom_widgets%'"); restore_current_blog(); }`,
    );
    assert.equal(left, '00');
  });

  it('has made PHP complain about nothing', () => assert.doesNotMatch(office.site.log(), /iom-widgets/));
});
