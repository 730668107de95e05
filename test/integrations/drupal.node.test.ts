import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { placeholderHeights } from '../../src/elements.js';

const folder = 'integrations/drupal';
const files = readdirSync(folder, { recursive: true }).map((file) => `${folder}/${file.toString()}`);
const noPhp =
  existsSync('/usr/bin/php') || process.env.CI === 'true' ? undefined : 'needs PHP: apt-get install php-cli';

describe('the Drupal module', () => {
  for (const file of files.filter((name) => /\.(php|module)$/.test(name))) {
    it(`${file} is PHP`, { skip: noPhp }, () => {
      assert.match(execFileSync('php', ['-l', file], { encoding: 'utf8' }), /^No syntax errors/);
    });
  }

  for (const file of files.filter((name) => name.endsWith('.yml'))) {
    it(`${file} is YAML`, () => assert.equal(typeof parse(readFileSync(file, 'utf8')), 'object'));
  }

  it('loads the script that the package holds, of this version, as a module', () => {
    const { autoload } = parse(readFileSync(`${folder}/iom_widgets.libraries.yml`, 'utf8')) as {
      autoload: { version: string; js: Record<string, { attributes: { type: string } }> };
    };
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(autoload.version, version);
    const [[path, { attributes }]] = Object.entries(autoload.js);
    assert.ok(existsSync(path), path);
    assert.equal(attributes.type, 'module');
  });

  it('has CKEditor 5 keep every element, as soon as the filter is on', () => {
    const { iom_widgets_elements: plugin } = parse(readFileSync(`${folder}/iom_widgets.ckeditor5.yml`, 'utf8')) as {
      iom_widgets_elements: { drupal: { elements: string[]; conditions: { filter: string } } };
    };
    const wanted = Object.keys(placeholderHeights).map((name) => `<iom-${name} data-*>`);
    assert.deepEqual(plugin.drupal.elements.toSorted(), ['<div data-*>', ...wanted].toSorted());
    assert.match(readFileSync(`${folder}/src/Plugin/Filter/FilterIomWidgets.php`, 'utf8'), /id: 'filter_iom_widgets'/);
    assert.equal(plugin.drupal.conditions.filter, 'filter_iom_widgets');
  });

  for (const [file, name] of [
    ['Block/IomWidget', 'Block'],
    ['Filter/FilterIomWidgets', 'Filter'],
  ]) {
    it(`says the same of ${file} in its attribute and in its annotation`, () => {
      const text = readFileSync(`${folder}/src/Plugin/${file}.php`, 'utf8');
      const [, annotation] = new RegExp(`@${name}\\(\\n([^]*?)\\n \\* \\)`).exec(text)!;
      const [, attribute] = new RegExp(`#\\[${name}\\(\\n([^]*?)\\n\\)\\]`).exec(text)!;
      const textsIn = (of: string) => [...of.matchAll(/["'](.+?)["'](?=\)?,?$)/gm)].map(([, said]) => said).sort();
      assert.deepEqual(textsIn(attribute), textsIn(annotation));
    });
  }

  it('describes each setting of the block that it keeps', () => {
    const schema = parse(readFileSync(`${folder}/config/schema/iom_widgets.schema.yml`, 'utf8')) as Record<
      string,
      { mapping: object }
    >;
    const block = readFileSync(`${folder}/src/Plugin/Block/IomWidget.php`, 'utf8');
    const kept = /defaultConfiguration\(\): array {\s*return \[(.*?)\n {4}\];/s
      .exec(block)?.[1]
      .match(/(?<=^ {6}')\w+/gm);
    assert.deepEqual(kept, Object.keys(schema['block.settings.iom_widget'].mapping));
  });

  describe('the block', { skip: noPhp }, () => {
    const folder = 'http://93.184.215.14/en/';
    const index = JSON.stringify({
      parts: [
        { url: 'news.json', part: 'news', items: 5 },
        { url: `${folder}item/a_b~1f0e6c2d.json`, part: 'item', value: 'a/b' },
        { url: '../../private.json', part: 'menu' },
      ],
    });
    const there = {
      [`${folder}index.json`]: index,
      [`${folder}news.json`]: '{}',
      [`${folder}item/a_b~1f0e6c2d.json`]: '{}',
    };
    const page = (configuration: object, more: Partial<Page> = {}): Page => ({
      configuration: { src: 'http://93.184.215.14/{lang}/feed.json', ...configuration },
      answers: there,
      ...more,
    });
    const srcOf = ({ built }: Seen) => built.element['#attributes'].src.replace('http://93.184.215.14', '');

    it('has its attributes on the element: Drupal gives those of what stands above it to the wrapper', () => {
      const [{ built }] = build(page({ attributes: { limit: '3' }, fallback_url: 'https://example.org' }));
      assert.deepEqual(Object.keys(built), ['element', '#cache']);
      assert.equal(built.element['#tag'], 'iom-news-feed');
      assert.equal(built.element['#attributes'].limit, '3');
    });

    it('names the part that it shows, and is asked for again when that may have changed', () => {
      const [news, release, menu] = build(
        page({}),
        page({ element: 'press-release', attributes: { 'data-item-id': 'a/b' } }),
        page({ element: 'site-menu' }),
      );
      assert.equal(srcOf(news), '/{lang}/news.json');
      assert.deepEqual(news.asked, [`GET ${folder}index.json`, `HEAD ${folder}news.json`]);
      const contexts = ['url.path', 'languages:language_interface'];
      assert.deepEqual(news.built['#cache'], { contexts, tags: ['config:block_list'], 'max-age': 300 });
      assert.equal(srcOf(release), '/{lang}/item/a_b~1f0e6c2d.json');
      assert.equal(srcOf(menu), '/{lang}/feed.json', 'what leads out of the folder is not taken');
      assert.deepEqual(menu.asked, []);
    });

    it('names the whole where three stand on the page, and asks nothing', () => {
      const [two, three] = build(page({}, { blocks: 2 }), page({}, { blocks: 3 }));
      assert.deepEqual([two, three].map(srcOf), ['/{lang}/news.json', '/{lang}/feed.json']);
      assert.deepEqual(three.asked, []);
      assert.equal(three.built['#cache']!['max-age'], -1);
    });

    it('names the whole where there is no index, an older or a broken one, or no such file', () => {
      const older = '{"feeds":[]}';
      const broken = ['<!doctype html>', '{"parts":[7,{"part":"news"},{"part":{},"url":[]}]}'];
      for (const answer of [404, older, ...broken, index]) {
        const answers = { [`${folder}index.json`]: answer };
        assert.equal(srcOf(build(page({}, { answers }))[0]), '/{lang}/feed.json');
      }
    });

    it('keeps the last good answer while the server is down, and leaves it alone for a minute', () => {
      const down = { [`${folder}index.json`]: 0, [`${folder}news.json`]: 0 };
      const seen = build(
        page({}, { time: 1000 }),
        page({}, { time: 1299, answers: {} }),
        page({}, { time: 1300, answers: down }),
        page({}, { time: 1359, answers: down }),
        page({}, { time: 1360, answers: { ...there, [`${folder}news.json`]: 404 } }),
      );
      assert.deepEqual(seen.map(srcOf), [...Array<string>(4).fill('/{lang}/news.json'), '/{lang}/feed.json']);
      // Where there was no answer, it doesn't wait for a second one.
      assert.deepEqual(
        seen.map(({ asked }) => asked.length),
        [2, 0, 1, 0, 2],
      );
    });

    it('looks in the language that the browser will ask in', () => {
      const index = (language: string) => `GET http://93.184.215.14/${language}/index.json`;
      const seen = build(
        page({}, { language: 'fr-CA' }),
        page({}, { language: 'de' }),
        page({ attributes: { lang: 'ar' } }),
        page({ attributes: { languages: 'es,fr' } }),
      );
      assert.deepEqual(
        seen.map(({ asked }) => asked[0]),
        ['fr', 'en', 'ar', 'es'].map(index),
      );
    });

    it('asks no private server', () => {
      for (const host of ['127.0.0.1', '10.0.0.1', '192.168.1.1', '169.254.169.254', '[::1]']) {
        const [{ asked }] = build(page({ src: `http://${host}/feed.json` }));
        assert.deepEqual(asked, [], host);
      }
    });

    it('leaves any other address as it is', () => {
      for (const src of ['http://93.184.215.14/en/contacts.json', 'http://93.184.215.14/en/feed.json?draft']) {
        const [{ built, asked }] = build(page({ src }));
        assert.equal(built.element['#attributes'].src, src);
        assert.deepEqual(asked, []);
      }
    });
  });
});

/** A page that is asked for: see drupal/build.php. */
interface Page {
  configuration: object;
  /** What stands at an address, or the status of its answer; 0 for none. */
  answers: Record<string, string | number>;
  /** Seconds. */
  time?: number;
  language?: string;
  /** How many blocks of ours stand on it. */
  blocks?: number;
}

/** What a page has built and asked. */
interface Seen {
  built: {
    element: { '#tag': string; '#attributes': Record<string, string> };
    '#cache'?: { contexts: string[]; tags: string[]; 'max-age': number };
  };
  asked: string[];
}

/** Asks for pages of one site, one after the other. */
function build(...pages: Page[]): Seen[] {
  const printed = execFileSync('php', ['test/integrations/drupal/build.php'], { input: JSON.stringify(pages) });
  return JSON.parse(printed.toString()) as Seen[];
}
