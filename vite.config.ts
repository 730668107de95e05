import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { litOfToday } from './scripts/lit-of-today.mjs';

const elements = readdirSync('src/elements', { withFileTypes: true }).filter((entry) => entry.isDirectory());

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
 * Makes a module run where `type="module"` was lost on the way, too, by consent tools, optimizers or fields of old systems:
 * there it loads itself as what it is. By its own name, so that a file which holds all scripts of a page is not run a second
 * time. What it exports is for modules: src/embed/watch.ts gives that to pages.
 */
const alsoAsScript = (module: string) =>
  `document.currentScript?import(document.currentScript.src.replace(/[^/]*$/,"autoload.js")).catch(console.warn):(()=>{${module.replace(/export\{[^}]*\};?$/, '')}})();\n`;

/**
 * On pages the embed script finds each element beside itself, by name, and asks with it for what all elements need, which
 * otherwise would be known only when the element is there. In applications the bundler finds both.
 */
const loaderForPages: Plugin = {
  name: 'loader-for-pages',
  apply: (_config, { mode, command }) => command === 'build' && mode !== 'package',
  resolveId: (source) =>
    ({ 'iom:core': { id: source, external: true }, 'iom:autoload': { id: './autoload.js', external: true } })[source],
  transform(code, id) {
    if (!id.endsWith('/autoload.ts')) return undefined;
    return code.replace(
      /import\(`(.+?)\/define\.ts`\)/,
      'Promise.all([import(/* @vite-ignore */`$1.js`),import("iom:core")])',
    );
  },
  generateBundle(_options, bundle) {
    const core = Object.keys(bundle).find((file) => file.startsWith('chunks/core-'));
    const loader = bundle['autoload.js'];
    if (!core || loader?.type !== 'chunk')
      return this.error('There is no embed script, or nothing that elements share.');
    loader.code = alsoAsScript(loader.code.replace('iom:core', `./${core}`).trim());
  },
};

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
  autoload: 'src/autoload.ts',
  watch: 'src/embed/watch.ts',
  embed: 'src/embed/embed.ts',
  'embed-host': 'src/embed/embed-host.ts',
  ...Object.fromEntries(elements.map(({ name }) => [`elements/${name}`, `src/elements/${name}/define.ts`])),
};
const forApplications: Record<string, string> = {
  index: 'src/index.ts',
  'iom-widgets': 'src/iom-widgets.ts',
  'application/autoload': 'src/autoload.ts',
};

const inNode = [
  'cli/main',
  ...['import', 'validate', 'publish', 'prerender', 'serve'].map((name) => `cli/${name}`),
  'ssr/index',
];

/**
 * `iom-feed` for Node, and what fills pages on a server; packages are left where npm puts them. Each command is a file of
 * its own. Templates are minified as in browsers: an element takes over what was drawn by the very same template.
 */
const forNode: UserConfig = {
  plugins: [minifiedTemplates()],
  build: {
    target: 'node20',
    ssr: true,
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(
        inNode.map((name): [string, string] => [name, `src/${name}.ts`]).filter(([, file]) => existsSync(file)),
      ) as Record<string, string>,
      output: { entryFileNames: '[name].js', chunkFileNames: 'cli/[name].js' },
    },
  },
};

/**
 * `vite` serves the demo. `vite build` leaves the scripts that pages load from a CDN: the loader and one file for each
 * element, with shared chunks. `vite build --mode package` adds what applications import: all elements at once, and the
 * classes alone. They are built apart so that neither carries the other's seams. `vite build --mode cli` leaves `iom-feed`.
 */
export default defineConfig(({ mode }) => (mode === 'cli' ? forNode : forBrowsers(mode)));

const forBrowsers = (mode: string): UserConfig => ({
  // Lit as visitors get it, without its warnings for development.
  resolve: { conditions: ['production', 'module', 'browser', 'default'] },
  // All that the demo needs is prepared before its first page: what came later would load the page again.
  optimizeDeps: { entries: ['src/autoload.ts', 'src/elements/*/define.ts', 'demo/builder/builder.ts'] },
  plugins: [
    demoFromSources,
    loaderForPages,
    attributesFromManifest,
    litOfToday,
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
      output: {
        minify: true,
        comments: false,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash:7].js',
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /node_modules\/(@lit\/|lit)(?!.*\/(directive|private))|\/src\/(controllers\/(feed|language|lazy)|embed\/protocol|elements\/(iom-element|define|events)|feed\/(store|fetch|cache|read|embargo)|html\/url|i18n\/(language|format)\.|tokens\/base)/,
              priority: 2,
            },
            { name: 'values', test: /\/src\/feed\/values/, priority: 2 },
            // What several elements are made of, and what only the chart is: one file each compresses better than many.
            {
              name: 'shared',
              test: /\/src\/(controllers\/words|feed\/once|i18n\/(catalogue|fold|foreign|valid|language-name)|tokens\/(control|lines|adopt)|elements\/(contain-keys|converters|variables|select-event|scripted))|node_modules\/lit.*\/directive\.js/,
              priority: 1,
            },
            // What elements say on a page in another language than their feed.
            { name: 'foreign', test: /\/src\/(feed\/languages|elements\/language-label)\./ },
            { name: 'words', test: /\/src\/i18n\/(words|messages\/en)\./ },
            { name: 'chart-words', test: /\/src\/i18n\/chart(\/en)?\.ts/ },
            {
              name: 'chart',
              test: /\/src\/(elements\/org-chart\/(?!define|address|hands|keys|pointers|panel|found|map|take-away|outline)|feed\/organization)/,
            },
          ],
        },
      },
    },
  },
});
