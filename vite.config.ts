import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { litOfToday } from './scripts/lit-of-today.mjs';

const elements = readdirSync('src/elements', { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The demo pages hold what partners paste; while we work on the sources, its scripts are made from them. */
const demoFromSources: Plugin = {
  name: 'demo-from-sources',
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      request.url = request.url
        ?.replace('/dist/autoload.js', '/src/autoload.ts')
        .replace(/^\/dist\/elements\/([\w-]+)\.js$/, '/src/elements/$1/define.ts');
      next();
    });
  },
};

/**
 * On pages the embed script finds each element beside itself, by name, and asks with it for what all elements need, which
 * otherwise would be known only when the element is there. In applications the bundler finds both.
 */
const loaderForPages: Plugin = {
  name: 'loader-for-pages',
  apply: (_config, { mode, command }) => command === 'build' && mode !== 'package',
  resolveId: (source) => (source === 'iom:core' ? { id: source, external: true } : undefined),
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
    loader.code = loader.code.replace('iom:core', `./${core}`);
  },
};

/** Which attributes an address of embed.html may set: those of the manifest, which `npm run manifest` writes. */
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
    return `export default ${JSON.stringify(Object.fromEntries(found))}`;
  },
};
interface Manifest {
  modules: { declarations: { tagName?: string; attributes?: { name: string }[] }[] }[];
}

const forPages = {
  autoload: 'src/autoload.ts',
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
  plugins: [minifyTemplateLiterals()],
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
  plugins: [
    demoFromSources,
    loaderForPages,
    attributesFromManifest,
    litOfToday,
    { ...minifyTemplateLiterals(), apply: 'build' as const },
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
              test: /node_modules\/(@lit\/|lit)(?!.*\/(directive|private))|\/src\/(controllers\/(feed|language|lazy)|elements\/(iom-element|define|events)|feed\/(store|fetch|cache|read|embargo)|html\/url|i18n\/(language|format)\.|tokens\/base)/,
              priority: 2,
            },
            { name: 'values', test: /\/src\/feed\/values/, priority: 2 },
            // What several elements are made of, and what only the chart is: one file each compresses better than many.
            {
              name: 'shared',
              test: /\/src\/(controllers\/words|feed\/once|i18n\/(catalogue|fold|valid|language-name)|tokens\/(control|adopt)|elements\/(converters|variables|select-event))|node_modules\/lit.*\/directive\.js/,
              priority: 1,
            },
            { name: 'words', test: /\/src\/i18n\/(words|messages\/en)\./ },
            { name: 'chart-words', test: /\/src\/i18n\/chart(\/en)?\.ts/ },
            {
              name: 'chart',
              test: /\/src\/(elements\/org-chart\/(?!define|hands|keys|pointers|panel|found|map|take-away|outline)|feed\/organization)/,
            },
          ],
        },
      },
    },
  },
});
