// A WordPress with the plugin and an office’s feed, for tests that look at what its people see.
import { execFileSync } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { languages, officeFeed } from '../../fixtures/office-feed.mjs';
import { launch, patience } from '../../helpers/site.js';
import { admin, startWordPress, type WordPress } from '../../helpers/wordpress.js';

export { admin };
/** Writes and publishes, but no HTML that WordPress doesn’t know. */
export const editor = { name: 'test-editor', password: 'test-Editor-password-1' };

/** What WordPress gives to scripts in its editor. */
export interface EditorScripts {
  data: {
    select: (store: string) => Record<string, (...args: unknown[]) => unknown>;
    dispatch: (store: string) => Record<string, (...args: unknown[]) => Promise<unknown>>;
  };
  blocks: Record<string, (...args: unknown[]) => unknown>;
}

export interface Office {
  site: WordPress;
  /** Address of the feed, with `{lang}`. */
  feed: string;
  /** Where the feeds are: `http://127.0.0.1:PORT`. */
  feeds: string;
  /** Answers of the feeds’ server by path, in place of its own. */
  answers: Record<string, (response: ServerResponse, request: IncomingMessage) => void>;
  /** A visitor of their own, signed in where a name is given. */
  visit: (user?: { name: string; password: string }) => Promise<Page>;
  /** A new post, its editor ready for input. */
  write: (tab: Page) => Promise<void>;
  close: () => Promise<void>;
}

/** @param activate False leaves the plugin to be uploaded. */
export async function openOffice(activate = true): Promise<Office> {
  execFileSync(process.execPath, ['scripts/wordpress.mjs']);
  const answers: Office['answers'] = {};
  const server: Server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const [, language = ''] = /^\/oim\.(\w+)\.json$/.exec(path) ?? [];
    if (answers[path]) answers[path](response, request);
    else if (languages.includes(language)) response.end(JSON.stringify(officeFeed(language)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const feeds = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const feed = `${feeds}/oim.{lang}.json`;
  const site = await startWordPress();
  let browser: Browser | undefined;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all([browser?.close(), site.close()]);
  };
  try {
    if (activate) {
      site.addPlugin('build/wordpress/iom-widgets');
      await site.php(
        `require_once ABSPATH . 'wp-admin/includes/plugin.php'; activate_plugin('iom-widgets/iom-widgets.php');
        update_option('iom_widgets_feeds', ['office' => ['name' => 'Test office', 'src' => '${feed}', 'link' => 'https://www.example.org/{lang}/news']]);`,
      );
    }
    await site.php(
      `wp_insert_user(['user_login' => '${editor.name}', 'user_pass' => '${editor.password}', 'role' => 'editor']);`,
    );
    browser = await launch('chromium');
    const running = browser;
    return {
      site,
      feed,
      feeds,
      answers,
      visit: (user) => visit(running, site.origin, user),
      write: (tab) => write(tab, site.origin),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function visit(browser: Browser, origin: string, user?: { name: string; password: string }): Promise<Page> {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width: 1400, height: 1000 });
  tab.setDefaultTimeout(patience);
  // A post that nobody has saved asks before it is left.
  tab.on('dialog', (dialog) => void dialog.accept());
  if (!user) return tab;
  await tab.goto(`${origin}/wp-login.php`);
  await tab.$eval('[name=log]', (field, name) => ((field as HTMLInputElement).value = name), user.name);
  await tab.$eval('[name=pwd]', (field, word) => ((field as HTMLInputElement).value = word), user.password);
  await Promise.all([tab.waitForNavigation(), tab.click('#wp-submit')]);
  return tab;
}

declare const wp: EditorScripts;

async function write(tab: Page, origin: string): Promise<void> {
  await tab.goto(`${origin}/wp-admin/post-new.php`);
  await tab.waitForFunction(
    () =>
      'wp' in window && !!(wp.data?.select('core/editor').getCurrentPostId?.() && wp.blocks.getBlockType('iom/about')),
  );
  await tab.evaluate(() => {
    // Versions differ in where they keep it.
    for (const scope of ['core', 'core/edit-post']) {
      void wp.data.dispatch('core/preferences').set(scope, 'welcomeGuide', false);
      void wp.data.dispatch('core/preferences').set(scope, 'enableChoosePatternModal', false);
    }
  });
  await (await canvasOf(tab)).waitForSelector('.editor-post-title__input, .wp-block-post-title');
}

/** Where the text of a post is: a frame in newer versions. */
export async function canvasOf(tab: Page): Promise<Frame> {
  const frame = await tab.$('iframe[name=editor-canvas]');
  return (await frame?.contentFrame()) ?? tab.mainFrame();
}

/** What the post would be saved as. */
export const contentOf = (tab: Page) =>
  tab.evaluate(() => wp.data.select('core/editor').getEditedPostAttribute('content') as string);

/** Publishes the post, and gives its address. */
export async function publish(tab: Page): Promise<string> {
  await tab.evaluate(async () => {
    await wp.data.dispatch('core/editor').editPost({ status: 'publish', title: 'Test page' });
    await wp.data.dispatch('core/editor').savePost();
  });
  return tab.evaluate(() => wp.data.select('core/editor').getPermalink() as string);
}
