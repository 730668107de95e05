import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { po } from 'gettext-parser';
import { parse } from 'yaml';
import { collectTexts, problems } from '../../scripts/drupal/translations.mjs';
import { describeElements } from '../../scripts/wordpress/elements.mjs';
import { placeholderHeights } from '../../src/elements.js';
import { build, module, noPhp, type Page, type Seen } from './drupal/module.js';

const folder = 'integrations/drupal';
const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Parameters<
  typeof describeElements
>[0];
const elements = describeElements(manifest);
const files = readdirSync(folder, { recursive: true }).map((file) => `${folder}/${file.toString()}`);

describe('the Drupal module', () => {
  for (const file of files.filter((name) => /\.(php|module|install)$/.test(name))) {
    it(`${file} is PHP`, { skip: noPhp }, () => {
      assert.match(execFileSync('php', ['-l', file], { encoding: 'utf8' }), /^No syntax errors/);
    });
  }

  for (const file of files.filter((name) => name.endsWith('.yml'))) {
    it(`${file} is YAML`, () => assert.equal(typeof parse(readFileSync(file, 'utf8')), 'object'));
  }

  it('loads the script that the package holds, of this version and in a folder of its own, as a module', () => {
    const { autoload } = parse(readFileSync(`${module}/iom_widgets.libraries.yml`, 'utf8')) as {
      autoload: { version: string; js: Record<string, { attributes: { type: string } }> };
    };
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(autoload.version, version);
    const [[path, { attributes }]] = Object.entries(autoload.js);
    assert.equal(path, `dist/${version}/autoload.js`);
    assert.ok(existsSync(`${module}/${path}`), path);
    assert.equal(attributes.type, 'module');
    const info = parse(readFileSync(`${module}/iom_widgets.info.yml`, 'utf8')) as { version: string };
    assert.equal(info.version, version);
  });

  it('has the scripts of the version before for pages in caches, and of no older one, where that is given', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const temporary = mkdtempSync(join(tmpdir(), 'drupal-'));
    const zipOf = (files: Record<string, string>) => {
      const bytes = Object.entries(files).map(([path, text]) => [`iom_widgets/${path}`, strToU8(text)]);
      return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>);
    };
    const previous = {
      'iom_widgets.info.yml': 'name: IOM widgets\nversion: 0.0.9\n',
      'dist/0.0.8/autoload.js': 'older',
      'dist/0.0.9/autoload.js': 'before',
      'dist/0.0.9/chunks/core-1234567.js': 'part',
    };
    writeFileSync(`${temporary}/previous.zip`, zipOf(previous));
    execFileSync(process.execPath, [
      'scripts/drupal.mjs',
      ...['--previous', `${temporary}/previous.zip`],
      ...['--out', temporary],
    ]);
    const paths = Object.keys(unzipSync(readFileSync(`${temporary}/iom-widgets-drupal.zip`)));
    rmSync(temporary, { recursive: true });
    const kept = paths.filter((path) => path.includes('/dist/') && !path.includes(`/dist/${version}/`));
    const [, , ...wanted] = Object.keys(previous).map((path) => `iom_widgets/${path}`);
    assert.deepEqual(kept.sort(), wanted);
  });

  it('has the words of its forms in the languages that Drupal calls so: of elements, and all that it says itself', () => {
    const texts = collectTexts(elements);
    assert.deepEqual(problems(elements), []);
    for (const text of [
      'Number of items',
      'Link for readers without script',
      '@url is a web page, not a feed.',
      'Files are missing',
      'The feed of the site, and a test of it.',
      'Settings of the element',
    ])
      assert.ok(texts.has(text), text);
    for (const [language, words, own] of [
      ['fr', 'Nombre d’éléments', '@url est une page web, pas un flux.'],
      ['es', 'Número de elementos', '@url es una página web, no una fuente.'],
      ['ar', 'عدد العناصر', '‏@url صفحة ويب وليس موجزًا.'],
      ['ru', 'Количество записей', '@url — веб-страница, а не лента.'],
      ['zh-hans', '条目数量', '@url 是网页，不是订阅源。'],
    ]) {
      const { translations } = po.parse(readFileSync(`${module}/translations/iom_widgets.${language}.po`));
      assert.equal(translations['']['Number of items'].msgstr[0], words);
      assert.equal(translations['']['@url is a web page, not a feed.'].msgstr[0], own);
      for (const text of texts.keys()) assert.ok(translations[''][text].msgstr[0], `${language}: ${text}`);
    }
  });

  it('lets those who place blocks, and nobody else, ask for what fields offer', () => {
    const { 'iom_widgets.suggestions': route } = parse(
      readFileSync(`${folder}/iom_widgets.routing.yml`, 'utf8'),
    ) as Record<string, { path: string; requirements: { _permission: string; from: string } }>;
    assert.equal(route.requirements._permission, 'administer blocks+configure any layout');
    assert.match('contactCountries', new RegExp(`^${route.requirements.from}$`));
    assert.match(route.path, /\/\{from\}$/);
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
      { mapping: Record<string, { type: string }> }
    >;
    const block = readFileSync(`${folder}/src/Plugin/Block/IomWidget.php`, 'utf8');
    const kept = /defaultConfiguration\(\): array {\s*return \[(.*?)\n {4}\];/s
      .exec(block)?.[1]
      .match(/(?<=^ {6}')\w+/gm);
    const { mapping } = schema['block.settings.iom_widget'];
    assert.deepEqual(kept, Object.keys(mapping));
    const settings = parse(readFileSync(`${folder}/config/install/iom_widgets.settings.yml`, 'utf8')) as object;
    assert.deepEqual(Object.keys(settings), Object.keys(schema['iom_widgets.settings'].mapping));
    // Of the types of Drupal's own schema, a label is the one that can be translated on one line.
    const labels = Object.entries({ ...mapping, ...schema['iom_widgets.settings'].mapping });
    assert.deepEqual(
      labels.flatMap(([name, { type }]) => (type === 'label' ? name : [])),
      ['src', 'fallback_url', 'fallback_text', 'link_url', 'link_text'],
    );
  });

  it('has routes, menu and translation of its settings agree on their names', () => {
    const [routes, links, translation] = ['routing', 'links.menu', 'config_translation'].map(
      (file) =>
        parse(readFileSync(`${folder}/iom_widgets.${file}.yml`, 'utf8')) as Record<string, Record<string, unknown>>,
    );
    const [[name, route]] = Object.entries(routes);
    const { configure } = parse(readFileSync(`${folder}/iom_widgets.info.yml`, 'utf8')) as { configure: string };
    assert.deepEqual([configure, links[name].route_name, translation[name].base_route_name], [name, name, name]);
    const form = (route.defaults as { _form: string })._form
      .replace('\\Drupal\\iom_widgets\\', '')
      .replaceAll('\\', '/');
    assert.ok(existsSync(`${folder}/src/${form}.php`), form);
  });

  it('says in the status report which scripts are there, and which are missing', { skip: noPhp }, () => {
    const copy = mkdtempSync(join(tmpdir(), 'drupal-'));
    const report = (change: (folder: string) => void) => {
      cpSync(module, `${copy}/iom_widgets`, { recursive: true });
      change(`${copy}/iom_widgets`);
      const printed = execFileSync('php', ['test/integrations/drupal/requirements.php', `${copy}/iom_widgets`]);
      rmSync(`${copy}/iom_widgets`, { recursive: true });
      return JSON.parse(printed.toString()) as { value: string; description: string; severity: number };
    };
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const whole = report(() => undefined);
    assert.deepEqual([whole.value, whole.description, whole.severity], [version, '', 0]);
    assert.match(report((folder) => mkdirSync(`${folder}/dist/0.0.9`)).description, /scripts of .*0\.0\.9/);
    for (const file of [`dist/${version}/autoload.js`, 'elements.json']) {
      const { value, description, severity } = report((folder) => rmSync(`${folder}/${file}`));
      assert.deepEqual([value, severity], ['Files are missing', 2]);
      assert.ok(description.includes(`There is no iom_widgets/${file}:`), description);
    }
    rmSync(copy, { recursive: true });
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
      const contexts = ['languages:language_interface', 'url.path'];
      const tags = ['config:iom_widgets.settings', 'config:block_list'];
      const { contexts: used, ...cache } = news.built['#cache']!;
      assert.deepEqual([...new Set(used)], contexts);
      assert.deepEqual(cache, { tags, 'max-age': 300 });
      assert.equal(srcOf(release), '/{lang}/item/a_b~1f0e6c2d.json');
      assert.equal(srcOf(menu), '/{lang}/feed.json', 'what leads out of the folder is not taken');
      assert.deepEqual(menu.asked, []);
    });

    it('leads readers without script to the page of plain HTML, where the publication has one', () => {
      const texts = [
        { url: 'text/index.html', language: 'en' },
        { url: 'text/language/ar.html', language: 'ar' },
        { url: '../elsewhere.html', language: 'fr' },
      ];
      const answers = { ...there, [`${folder}index.json`]: JSON.stringify({ ...JSON.parse(index), texts }) };
      const textOf = (more: object, configuration = {}) =>
        build(page(configuration, { answers, ...more }))[0].built.element.text?.['#attributes'].href;
      assert.equal(textOf({}), `${folder}text/index.html`);
      assert.equal(textOf({}, { element: 'press-contact' }), `${folder}text/index.html`);
      assert.equal(textOf({}, { attributes: { lang: 'ar', languages: 'en' } }), `${folder}text/language/ar.html`);
      assert.equal(textOf({}, { attributes: { lang: 'fr', languages: 'en' } }), `${folder}text/index.html`);
      assert.equal(textOf({}, { element: 'office-map' }), undefined);
      assert.equal(textOf({ answers: there }), undefined);
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
        // As Drupal calls them.
        page({}, { language: 'zh-hans' }),
        page({}, { language: 'pt-br' }),
        page({ attributes: { languages: 'pt en' } }, { language: 'pt-br' }),
      );
      assert.deepEqual(
        seen.map(({ asked }) => asked[0]),
        ['fr', 'en', 'ar', 'es', 'zh', undefined, 'pt'].map((language) => language && index(language)),
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
