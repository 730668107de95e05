import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { contentShown } from '../helpers/site.js';
import { noWordPress } from '../helpers/wordpress.js';
import {
  canvasOf,
  contentOf,
  editor,
  openOffice,
  publish,
  type EditorScripts,
  type Office,
} from './wordpress/office.js';

declare const wp: EditorScripts;

// With CI=true WordPress must be there: starting it fails where it is not.
const skip = process.env.CI === 'true' ? undefined : noWordPress;

describe('blocks in the editor of WordPress', { skip }, () => {
  let office: Office;
  let tab: Page;
  const said: string[] = [];
  before(async () => {
    office = await openOffice();
    tab = await office.visit(editor);
    tab.on('console', (message) => /error|warn/.test(message.type()) && said.push(message.text()));
    tab.on('pageerror', (error) => said.push(String(error)));
  });
  after(() => office.close());

  const insert = (name: string, attributes: object = {}) =>
    tab.evaluate(
      async (name, attributes) => {
        const block = wp.blocks.createBlock(name, attributes) as { clientId: string };
        await wp.data.dispatch('core/block-editor').insertBlocks(block);
        await wp.data.dispatch('core/block-editor').selectBlock(block.clientId);
      },
      name,
      attributes,
    );
  /** Texts of the settings beside the post, with all panels open. */
  const inspector = async () => {
    await tab.waitForSelector('.block-editor-block-inspector .components-panel__body');
    await tab.$$eval('.block-editor-block-inspector [aria-expanded=false].components-panel__body-toggle', (toggles) =>
      toggles.forEach((toggle) => (toggle as HTMLElement).click()),
    );
    return tab.$eval('.block-editor-block-inspector', (panel) => (panel as HTMLElement).innerText);
  };
  const attributes = () =>
    tab.evaluate(
      () =>
        (wp.data.select('core/block-editor').getSelectedBlock() as { attributes: Record<string, unknown> }).attributes,
    );
  const html = async (url: string) => (await (await fetch(url)).text()).replace(/\s+/g, ' ');

  it('is inserted by keyboard, shows the news in the canvas, and is published by an editor without rights', async () => {
    await office.write(tab);
    const canvas = await canvasOf(tab);
    await canvas.click('.wp-block-post-title, .editor-post-title__input');
    await tab.keyboard.press('Enter');
    await tab.keyboard.type('/press releases');
    await tab.waitForSelector(
      '.components-autocomplete__result[aria-selected=true], .components-autocomplete__result.is-selected',
    );
    await tab.keyboard.press('Enter');
    await canvas.waitForFunction(() => document.querySelector('iom-news-feed')?.matches(':state(ready)'));
    await tab.waitForFunction(() =>
      (wp.data.select('core/editor').getEditedPostAttribute('content') as string).includes('href'),
    );
    assert.equal(
      await contentOf(tab),
      '<!-- wp:iom/news-feed -->\n<a href="https://www.example.org/en/news">IOM – News</a>\n<!-- /wp:iom/news-feed -->',
    );
    const page = await office.visit();
    await page.goto(await publish(tab));
    await contentShown(page, 'iom-news-feed');
    await page.browserContext().close();
  });

  it('says what can be set in words, in four panels', async () => {
    await office.write(tab);
    await insert('iom/news-feed');
    const words = await inspector();
    for (const panel of ['What to show', 'Look', 'Language', 'More']) assert.ok(words.includes(`\n${panel}\n`), panel);
    assert.match(words, /number of items/i);
    assert.doesNotMatch(words, /`|heading-level|any-language/i);
    const names = (
      await tab.evaluate(() => (wp.blocks.getBlockTypes() as { name: string }[]).map(({ name }) => name))
    ).filter((name) => name.startsWith('iom/'));
    assert.equal(names.length, 10);
    for (const name of names) {
      await insert(name);
      assert.doesNotMatch(await inspector(), /`|undefined/, name);
    }
  });

  it('a contact, a topic and a country are picked, not typed', async () => {
    await office.write(tab);
    await insert('iom/press-contact');
    await tab.waitForSelector('.components-combobox-control__input');
    await tab.click('.components-combobox-control__input');
    const options = await tab.$$eval('[role=option]', (found) => found.map((option) => option.textContent));
    assert.ok(options.length > 1, options.join());
    await tab.click('[role=option]');
    assert.ok((await attributes())['contact-id']);
    await insert('iom/news-feed');
    const field = await tab.waitForSelector('.components-form-token-field__input');
    await field!.click();
    await tab.waitForSelector('.components-form-token-field__suggestion');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    assert.match(String((await attributes()).tags), /^\w/);
  });

  it('wide, classes, colours, an anchor and borders are on the element of the page', async () => {
    await office.write(tab);
    await insert('iom/news-feed', {
      align: 'wide',
      className: 'own-class',
      anchor: 'latest',
      style: { color: { background: '#eeeeee' }, spacing: { padding: { top: '20px' } }, border: { width: '2px' } },
    });
    const tag = /<iom-news-feed [^>]*>/.exec(await html(await publish(tab)))![0];
    assert.match(tag, / class="[^"]*\balignwide\b[^"]*"/);
    assert.match(tag, / class="[^"]*\bown-class\b/);
    assert.match(tag, / id="latest"/);
    assert.equal(tag.match(/ id=/g)?.length, 1);
    assert.match(tag, /style="[^"]*background-color:#eeeeee[^"]*"/);
    assert.match(tag, /style="[^"]*padding-top:20px/);
    assert.match(tag, /style="[^"]*border-width:2px/);
  });

  it('an address with & stays what it is, whoever saves it', async () => {
    await office.write(tab);
    await insert('iom/news-feed', { src: `${office.feeds}/oim.en.json?a=1&b=2`, search: 'R & D' });
    const url = await publish(tab);
    const tag = /<iom-news-feed [^>]*>/.exec(await html(url))![0];
    assert.match(tag, /src="[^"]+\/oim\.en\.json\?a=1&(amp|#038);b=2"/);
    assert.match(tag, /search="R &amp; D"/);
    // Opened again, the field shows it as well.
    await tab.reload();
    await tab.waitForFunction(
      () => 'wp' in window && (wp.data?.select('core/block-editor').getBlocks() as unknown[] | undefined)?.length,
    );
    await tab.evaluate(() => {
      const [block] = wp.data.select('core/block-editor').getBlocks() as { clientId: string }[];
      void wp.data.dispatch('core/block-editor').selectBlock(block.clientId);
    });
    await inspector();
    const values = await tab.$$eval('.block-editor-block-inspector input', (fields) =>
      fields.map((field) => field.value),
    );
    assert.ok(values.includes(`${office.feeds}/oim.en.json?a=1&b=2`), values.join());
  });

  describe('what is pasted becomes a block:', () => {
    const pasted = (text: string) =>
      tab.evaluate(
        (text) =>
          (
            wp.blocks.pasteHandler({ HTML: '', plainText: text, mode: 'BLOCKS' }) as {
              name: string;
              attributes: Record<string, unknown>;
            }[]
          ).map(({ name, attributes }) => ({
            name,
            attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)),
          })),
        text,
      );
    const script = '<script type="module" src="https://cdn.example.org/autoload.js"></script>\n\n';
    const link = '<a href="https://www.example.org/news">News</a>';
    const attributes = {
      src: 'https://feeds.example.org/{lang}/news.json?a=1&b=2',
      limit: 3,
      more: true,
      link: 'https://www.example.org/news',
      linkText: 'News',
    };
    for (const [what, text] of [
      [
        'the snippet',
        `${script}<iom-news-feed src="https://feeds.example.org/{lang}/news.json?a=1&amp;b=2" limit="3" more>\n  ${link}\n</iom-news-feed>`,
      ],
      [
        'the snippet with data-',
        `${script}<iom-news-feed data-src="https://feeds.example.org/{lang}/news.json?a=1&amp;b=2" data-limit="3" data-more>${link}</iom-news-feed>`,
      ],
      [
        'the snippet with a div',
        `${script}<div data-iom="news-feed" data-src="https://feeds.example.org/{lang}/news.json?a=1&amp;b=2" data-limit="3" data-more>${link}</div>`,
      ],
    ]) {
      it(what, async () => {
        await office.write(tab);
        assert.deepEqual(await pasted(text), [{ name: 'iom/news-feed', attributes }]);
      });
    }

    it('a shortcode', async () => {
      await office.write(tab);
      assert.deepEqual(await pasted('[iom_news_feed limit="3" more]'), [
        { name: 'iom/news-feed', attributes: { limit: 3, more: true } },
      ]);
    });

    it('WordPress’ own RSS block', async () => {
      await office.write(tab);
      const made = await tab.evaluate(() => {
        const rss = wp.blocks.createBlock('core/rss', { feedURL: 'https://feeds.example.org/rss.xml', itemsToShow: 4 });
        return (wp.blocks.switchToBlockType(rss, 'iom/news-feed') as { attributes: object }[])[0].attributes;
      });
      assert.deepEqual({ src: 'https://feeds.example.org/rss.xml', limit: 4 }, JSON.parse(JSON.stringify(made)));
    });
  });

  it('an RSS address has its preview, too, and a bad one says what is wrong', async () => {
    office.answers['/rss.xml'] = (response) =>
      response.end(
        '<rss version="2.0"><channel><title>Test</title><link>https://www.example.org</link><language>en</language><item><title>An item</title><link>https://www.example.org/1</link></item></channel></rss>',
      );
    await office.write(tab);
    await insert('iom/news-feed', { src: `${office.feeds}/rss.xml` });
    const canvas = await canvasOf(tab);
    await canvas.waitForFunction(() =>
      document.querySelector('iom-news-feed')?.shadowRoot?.textContent?.includes('An item'),
    );
    await insert('iom/news-feed', { src: `${office.feeds}/nothing.json` });
    const notice = await tab.waitForSelector('.block-editor-block-inspector .components-notice');
    assert.match(await notice!.evaluate((box) => box.textContent), /There is nothing at .+nothing\.json/);
  });

  it('patterns, variations and a category of their own are in the inserter', async () => {
    await office.write(tab);
    const known = await tab.evaluate(() => ({
      categories: (wp.blocks.getCategories() as { slug: string }[]).map(({ slug }) => slug),
      variations: (wp.blocks.getBlockVariations('iom/news-feed', 'inserter') as { title: string }[]).map(
        ({ title }) => title,
      ),
      icons: new Set(
        (wp.blocks.getBlockTypes() as { name: string; icon: { src: unknown } }[])
          .filter(({ name }) => name.startsWith('iom/'))
          .map(({ icon }) => JSON.stringify(icon.src)),
      ).size,
    }));
    assert.ok(known.categories.includes('iom-widgets'));
    assert.deepEqual(known.variations, ['News as cards', 'News, headlines only']);
    assert.equal(known.icons, 10);
    const patterns = JSON.parse(
      await office.site.php(
        `echo json_encode(array_values(array_filter(WP_Block_Patterns_Registry::get_instance()->get_all_registered(), fn($p) => str_starts_with($p['name'], 'iom-widgets/'))));`,
      ),
    ) as { title: string; content: string }[];
    assert.deepEqual(
      patterns.map(({ title }) => title),
      ['Press room', 'News in a sidebar', 'Our office'],
    );
    for (const { content } of patterns) {
      const valid = await tab.evaluate(
        (text) =>
          (wp.blocks.parse(text) as { isValid: boolean; name: string }[])
            .filter(({ isValid }) => !isValid)
            .map(({ name }) => name),
        content,
      );
      assert.deepEqual(valid, []);
    }
  });

  it('the inserter shows what each block looks like, without any feed', async () => {
    await office.write(tab);
    const names = await tab.evaluate(() =>
      (wp.blocks.getBlockTypes() as { name: string; example?: { attributes: object } }[])
        .filter(({ name }) => name.startsWith('iom/'))
        .map(({ name, example }) => ({ name, attributes: example?.attributes })),
    );
    for (const { attributes } of names) assert.deepEqual(attributes, { isExample: true });
    await insert('iom/news-feed', { isExample: true });
    const canvas = await canvasOf(tab);
    await canvas.waitForFunction(
      () => document.querySelector('iom-news-feed')?.shadowRoot?.querySelectorAll('[part=item]').length,
    );
    await tab.evaluate(() => wp.data.dispatch('core/editor').editPost({ content: '' }));
  });

  it('a block from version 0.1, which has no link in it, is as it was', async () => {
    await office.write(tab);
    const [block] = await tab.evaluate(
      () =>
        wp.blocks.parse('<!-- wp:iom/news-feed {"limit":3,"heading-level":2} /-->') as {
          isValid: boolean;
          attributes: { limit: number };
        }[],
    );
    assert.equal(block.isValid, true);
    assert.equal(block.attributes.limit, 3);
  });

  it('has made no script complain', () => {
    assert.deepEqual(
      // Of an address that leads nowhere, the element itself says so.
      said.filter((text) => /iom|deprecated|TypeError/i.test(text) && !text.includes('/nothing.json')),
      [],
    );
  });

  it('has made PHP complain about nothing', () => assert.doesNotMatch(office.site.log(), /iom-widgets/));

  it('without the plugin the link is still on the page', async () => {
    await office.write(tab);
    await insert('iom/news-feed');
    await tab.waitForFunction(() =>
      (wp.data.select('core/editor').getEditedPostAttribute('content') as string).includes('href'),
    );
    const url = await publish(tab);
    await office.site.php(
      `require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins('iom-widgets/iom-widgets.php');`,
    );
    assert.match(await html(url), /<a href="https:\/\/www\.example\.org\/en\/news">IOM – News<\/a>/);
  });
});
