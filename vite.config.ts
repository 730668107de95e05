import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { ownCdn } from './scripts/cdn.mjs';
import { nodeBuilds } from './scripts/node-builds.mjs';
import { placeholderHeights } from './src/elements.js';
import { official } from './src/i18n/locale.js';
import { languages } from './src/i18n/messages/languages.js';

const elements = readdirSync('src/elements', { withFileTypes: true }).filter(({ name }) =>
  existsSync(`src/elements/${name}/define.ts`),
);

/**
 * Templates lose line breaks and comments, and nothing else: blanks become one blank and stay, since two words may meet
 * there, and `/>` stays, since it ends an SVG element; test/pages/built.node.test.ts compares what they draw.
 */
const minifiedTemplates = () =>
  minifyTemplateLiterals({
    options: {
      minifyOptions: {
        conservativeCollapse: true,
        keepClosingSlash: true,
        decodeEntities: false,
        removeEmptyAttributes: false,
        minifyJS: false,
      },
    },
  });

/** The demo pages hold what partners paste; while we work on the sources, its scripts are made from them. */
const demoFromSources: Plugin = {
  name: 'demo-from-sources',
  apply: 'serve',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('"../dist/autoload.js"', '"/src/autoload.ts"'),
  },
};

/**
 * Makes the embed script run where `type="module"` was lost on the way, too, by consent tools, optimizers or fields of old
 * systems: there it loads itself as what it is. By its own name, so that a file which holds all scripts of a page is not
 * run a second time. A script can't export anything: src/embed/watch.ts gives pages what there is.
 */
const alsoAsScript = {
  postBanner: ({ name }: { name: string }) =>
    name === 'autoload'
      ? 'document.currentScript?import(document.currentScript.src.replace(/[^/]*$/,"autoload.js")).catch(console.warn):(()=>{'
      : '',
  postFooter: ({ name }: { name: string }) => (name === 'autoload' ? '})();' : ''),
};

/** Words in other languages than English have a hash in common, so that the embed script knows the name of each. */
const wordsHash = hash(
  'sha256',
  readdirSync('src/i18n', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/\w\w\.ts$/.test(file))
    .sort()
    .map((file) => readFileSync(`src/i18n/${file}`, 'utf8'))
    .join(),
  'hex',
).slice(0, 7);

/** The files of words that pages load by name. */
const wordFiles = readdirSync('src/i18n/messages', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: part }) => languages.map((language) => ({ part, language })));

/** What elements import by themselves as soon as they are there, and can do without. */
const loadedAtOnce: Record<string, string[]> = {
  'press-release': ['elements/press-contact/define'],
};

/**
 * On pages the embed script finds each element beside itself, by name, and what it needs from the start by the names that
 * those files have got: three rounds of requests for a page, whatever it shows. In applications the bundler finds all of
 * it. What watches a shadow root asks for the embed script beside it.
 */
const scriptsOfPages: Plugin = {
  name: 'scripts-of-pages',
  enforce: 'pre',
  apply: (_config, { mode, command }) => command === 'build' && mode !== 'package',
  buildStart() {
    for (const { part, language } of wordFiles) {
      const id = resolve(`src/i18n/messages/${part}/${language}.ts`);
      const fileName = `chunks/${part}.${language}-${wordsHash}.js`;
      this.emitFile({ type: 'chunk', id, fileName, preserveSignature: 'strict' });
    }
  },
  transform: (code, id) => (id.endsWith('/files.page.ts') ? code.replace('${WORDS}', wordsHash) : undefined),
  resolveId(source, importer) {
    if (source.endsWith('/load-element.js')) return resolve('src/embed/load-element.page.ts');
    if (source === './files.js' && importer?.includes('/i18n/messages/')) {
      return resolve('src/i18n/messages/files.page.ts');
    }
    return source === 'iom:autoload' ? { id: './autoload.js', external: true } : undefined;
  },
  generateBundle(_options, bundle) {
    const scripts = Object.values(bundle).filter((file) => file.type === 'chunk');
    const byName = new Map(scripts.map((script) => [script.fileName, script]));
    const byModule = new Map(scripts.map((script) => [script.facadeModuleId, script]));
    /** Of a module and all that it imports: the scripts, and the words by their name in French. */
    const startOf = (module: string) => {
      const entry = byModule.get(resolve(`src/${module}.ts`));
      if (!entry) throw new Error(`vite.config.ts: what elements start with: there is no script of src/${module}.ts.`);
      const files = new Set([entry.fileName]);
      for (const file of files) for (const imported of byName.get(file)!.imports) files.add(imported);
      const modules = [...files].flatMap((file) => byName.get(file)?.moduleIds ?? []);
      const words = wordFiles.flatMap(({ part, language }) =>
        language === 'fr' && modules.includes(resolve(`src/i18n/messages/${part}.ts`))
          ? `chunks/${part}.fr-${wordsHash}.js`
          : [],
      );
      // Countries are named at once on a map alone.
      if (module.includes('/office-map/')) words.push(`chunks/countries.fr-${wordsHash}.js`);
      return [...files, ...words];
    };
    const chunks: string[] = [];
    const needs = Object.keys(placeholderHeights).map((name) => {
      const start = [`elements/${name}/define`, ...(loadedAtOnce[name] ?? [])].flatMap(startOf);
      const files = new Set(start.filter((file) => file !== `elements/${name}.js`));
      const digits = [...files].map((file) => {
        const chunk = relative('chunks', file).replace(/\.js$/, '').replace('.fr-', '.~-');
        if (!chunks.includes(chunk)) chunks.push(chunk);
        return chunks.indexOf(chunk).toString(36);
      });
      return digits.join('');
    });
    const loader = byName.get('autoload.js')!;
    const table = `"${needs.join(' ')}".split(" ")`;
    const code = loader.code
      .replace('LANGUAGES', `"${official.replace('en ', '')}"`)
      .replace('CHUNKS', `"${chunks.join(' ')}".split(" ")`);
    loader.code = code.replace('NEEDS', table).replace('ELEMENTS/', './elements/');
    this.emitFile({ type: 'asset', fileName: 'autoload.staged.js', source: stagedLoader(code, table) });
  },
};

/**
 * Modules that the script of an element has a copy of, though others share them: where it is asked for beside a release,
 * that is a request less, and the map beside it would be most of what it shares them with.
 */
const copied = {
  element: resolve('src/elements/press-contact'),
  modules: [
    'feed/parts/contacts',
    'feed/parts/contact-points',
    'feed/parts/opening-hours',
    'elements/base/contact-points',
    'elements/base/format',
  ],
};
const copyEnding = '.copy.ts';

const ownCopies: Plugin = {
  name: 'own-copies',
  enforce: 'pre',
  apply: scriptsOfPages.apply,
  resolveId(source, importer = '') {
    if (dirname(importer) !== copied.element && !importer.endsWith(copyEnding)) return undefined;
    const path = resolve(dirname(importer), source.replace(/\.js$/, ''));
    return copied.modules.includes(relative('src', path)) ? `${path}${copyEnding}` : undefined;
  },
  load: (id) => (id.endsWith(copyEnding) ? readFileSync(`${id.slice(0, -copyEnding.length)}.ts`, 'utf8') : undefined),
};

/**
 * The embed script of a line that sends some of its pages to another version, or has an element switched off: what
 * scripts/release/stage.mjs puts in place of the two comments says so, the first as a folder in `S`. Of that version the names
 * of chunks are not known, so that none are asked for ahead; what can't be loaded of it comes from the line.
 */
function stagedLoader(code: string, needs: string): string {
  const marks = [
    [/^(.*?\(\(\)=>\{)/, '$1/*stage*/'],
    [/(let \w+ of )NEEDS(\[\w+\])/, `$1S?"":${needs}$2`],
    [/import\(`ELEMENTS\/([^`]+)`\)/, 'import(`${S||"./"}elements/$1`).catch(()=>import(`./elements/$1`))'],
    [/\}\)\(\);\s*$/, '/*off*/})();'],
  ] as const;
  return marks.reduce((text, [mark, replacement]) => {
    if (!mark.test(text)) throw new Error(`vite.config.ts: the embed script lacks ${mark.source}.`);
    return text.replace(mark, replacement);
  }, code);
}

/**
 * Which attributes an address of embed.html may set, and which events a frame tells of: those of the manifest, which
 * `npm run manifest` writes.
 */
const attributesFromManifest: Plugin = {
  name: 'attributes-from-manifest',
  resolveId: (source) => (source === 'iom:attributes' ? `\0${source}` : undefined),
  load(id) {
    if (id !== '\0iom:attributes') return undefined;
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
    const found = modules
      .flatMap(({ declarations }) => declarations)
      .flatMap(({ tagName, attributes = [] }) =>
        tagName ? [[tagName.slice(4), attributes.map(({ name }) => name)] as const] : [],
      );
    const events = modules.flatMap(({ declarations }) => declarations).flatMap(({ events = [] }) => events);
    const names = new Set(events.map(({ name }) => name));
    return `export default ${JSON.stringify(Object.fromEntries(found))};export const events = ${JSON.stringify([...names])}`;
  },
};
interface Manifest {
  modules: { declarations: { tagName?: string; attributes?: { name: string }[]; events?: { name: string }[] }[] }[];
}

const forPages = {
  autoload: 'src/embed/autoload.page.ts',
  watch: 'src/embed/watch.ts',
  embed: 'src/embed/embed.ts',
  'embed-host': 'src/embed/embed-host.ts',
  events: 'src/embed/events.ts',
  ...Object.fromEntries(elements.map(({ name }) => [`elements/${name}`, `src/elements/${name}/define.ts`])),
};
const forApplications: Record<string, string> = {
  index: 'src/index.ts',
  'iom-widgets': 'src/iom-widgets.ts',
  'application/autoload': 'src/autoload.ts',
};

/**
 * What goes into one file, since that compresses better than many: each a module of src/, a folder of it (with `/` at its
 * end) or a package, and the parts that are left out because they come later. The first file that has a place for a module
 * gets it.
 */
const chunks: { name: string; modules: string[]; later?: string[]; packages?: RegExp }[] = [
  {
    name: 'core',
    packages: /node_modules\/(@lit\/|lit)(?!.*\/(directive|private))/,
    modules: [
      ...['feed-controller', 'language-controller', 'lazy-import'].map((name) => `controllers/${name}`),
      'embed/protocol',
      ...['iom-element', 'define-element', 'events'].map((name) => `elements/base/${name}`),
      ...['load/store', 'load/fetch', 'load/cache', 'parse/parse-strict', 'parse/problems', 'parts/embargo'].map(
        (name) => `feed/${name}`,
      ),
      ...['http-url', 'translatable'].map((name) => `html/${name}`),
      ...['locale', 'format-date'].map((name) => `i18n/${name}`),
      ...['base.styles', 'css'].map((name) => `tokens/${name}`),
    ],
  },
  {
    name: 'shared',
    packages: /node_modules\/lit.*\/directive\.js/,
    modules: [
      ...['backdrop-controller', 'messages-controller'].map((name) => `controllers/${name}`),
      ...['contain-keys', 'converters', 'scripted', 'select-event', 'css-variables'].map(
        (name) => `elements/base/${name}`,
      ),
      'feed/parse/memoize-parser',
      ...['messages/load', 'messages/languages', 'messages/files.page', 'foreign', 'canonical-locale'].map(
        (name) => `i18n/${name}`,
      ),
      ...['adopt-styles', 'control.styles', 'lines.styles'].map((name) => `tokens/${name}`),
    ],
  },
  // What most elements need beside that: few files, since each is a request.
  {
    name: 'parts',
    modules: [
      ...['parse/parsers', 'parse/unique-ids', 'parts/languages', 'parts/image-sizes'].map((name) => `feed/${name}`),
      ...['update-timer', 'clipboard-controller'].map((name) => `controllers/${name}`),
      ...['skeleton', 'format-file', 'language-label', 'picture-source'].map((name) => `elements/base/${name}`),
      ...['contact-url', 'typography'].map((name) => `html/${name}`),
      ...[
        'messages/common',
        'messages/common/en',
        'calendar',
        'countries',
        'language-name',
        'noted',
        'search-text',
        'time-zone',
      ].map((name) => `i18n/${name}`),
    ],
  },
  {
    name: 'contacts',
    modules: [
      ...['contacts', 'contact-points', 'offices', 'opening-hours'].map((name) => `feed/parts/${name}`),
      'elements/base/contact-points',
      'elements/office-map/kinds',
    ],
  },
  { name: 'lenient', modules: ['feed/parse/parse-lenient', 'feed/load/errors', 'controllers/inline-feed'] },
  // Comes beside what a map draws, and with a visitor to a chart.
  {
    name: 'pan-zoom',
    packages: /node_modules\/lit.*\/directive-helpers\.js/,
    modules: ['elements/pan-zoom/', 'elements/office-map/projection'],
  },
  {
    name: 'chart',
    modules: [
      'elements/org-chart/',
      'feed/parts/unit-tree',
      ...['org-chart', 'org-chart/en'].map((name) => `i18n/messages/${name}`),
    ],
    later: [
      'elements/org-chart/define',
      'elements/org-chart/export/',
      ...['chart-input', 'hash-controller', 'keyboard'].map((name) => `elements/org-chart/input/${name}`),
      ...['details-panel.styles', 'details-panel', 'export-menu.styles', 'search-results', 'minimap', 'outline'].map(
        (name) => `elements/org-chart/view/${name}`,
      ),
    ],
  },
];

/** A place for modules as the bundler wants it. */
const chunk = ({ name, modules, later = [], packages }: (typeof chunks)[number], index: number) => {
  const pathOf = (module: string) => resolve('src', module.endsWith('/') ? module : `${module}.ts`);
  for (const module of [...modules, ...later]) {
    if (!existsSync(pathOf(module))) throw new Error(`vite.config.ts: chunk ${name}: there is no src/${module}.`);
  }
  const isOne = (id: string, among: string[]) =>
    among.some((module) => (module.endsWith('/') ? id.startsWith(`${pathOf(module)}/`) : id === pathOf(module)));
  return {
    name,
    test: (id: string) => packages?.test(id) || (isOne(id, modules) && !isOne(id, later)),
    priority: chunks.length - index,
  };
};

/**
 * `vite` serves the demo. `vite build` leaves the scripts that pages load from a CDN: the loader and one file for each
 * element, with shared chunks. `vite build --mode package` adds what applications import: all elements at once, and the
 * classes alone. They are built apart so that neither carries the other's seams. `vite build --mode server` adds what servers
 * import, and `vite build --mode cli` makes the package `iom-feed` in build/.
 */
export default defineConfig(({ mode }) => nodeBuilds(minifiedTemplates())[mode] ?? forBrowsers(mode));

const forBrowsers = (mode: string): UserConfig => ({
  // Lit as visitors get it, without its warnings for development.
  resolve: { conditions: ['production', 'module', 'browser', 'default'] },
  // All that the demo needs is prepared before its first page: what came later would load the page again.
  optimizeDeps: { entries: ['src/autoload.ts', 'src/elements/*/define.ts', 'demo/builder/builder.ts'] },
  plugins: [
    demoFromSources,
    ownCdn(process.env.IOM_CDN),
    scriptsOfPages,
    ownCopies,
    attributesFromManifest,
    { ...minifiedTemplates(), apply: 'build' as const },
  ],
  build: {
    target: 'es2022',
    emptyOutDir: mode !== 'package',
    lib: {
      formats: ['es' as const],
      entry: mode === 'package' ? forApplications : forPages,
    },
    rolldownOptions: {
      // The lists above say what goes together; the bundler's own idea would cost one request more.
      experimental: { chunkOptimization: false },
      output: {
        minify: true,
        comments: false,
        ...(mode === 'package' ? {} : alsoAsScript),
        entryFileNames: '[name].js',
        // Of sixteen letters, names take a third less once they are compressed.
        hashCharacters: 'hex',
        chunkFileNames: ({ facadeModuleId }) => {
          const [, words, language] = /i18n\/(?:messages\/)?(.+)\/(\w\w)\.ts$/.exec(facadeModuleId ?? '') ?? [];
          return words ? `chunks/${words}.${language}-${wordsHash}.js` : 'chunks/[name]-[hash:7].js';
        },
        codeSplitting: {
          groups: chunks.map(chunk),
        },
      },
    },
  },
});
