// What runs in Node, as vite.config.ts builds it: what fills pages on a server, in dist/ssr/, and the package `iom-feed`, in
// build/iom-feed/. Other packages are left where npm puts them.
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { resolve } from 'node:path';

/** Scripts that only browsers load, and a package of theirs: nothing on a server comes to them. */
const inBrowsersOnly = [
  ...['base/hydrate', 'office-map/topology', 'press-contact/qr'].map((name) => resolve(`src/elements/${name}.ts`)),
  resolve('node_modules/dompurify'),
];

/**
 * Leaves those out, and of our own package.json all but the version.
 *
 * @type {import('vite').Plugin}
 */
const onlyWhatRuns = {
  name: 'only-what-runs',
  enforce: 'pre',
  resolveId: (source) => (source === 'dompurify' ? resolve('node_modules/dompurify') : undefined),
  load(id) {
    if (id === resolve('package.json')) return JSON.stringify({ version: ownManifest().version });
    return inBrowsersOnly.includes(id) ? 'export {}' : undefined;
  },
};

const ownManifest = () => JSON.parse(readFileSync('package.json', 'utf8'));

/** Needed for pictures alone, and not on every system there is: `npm install --omit=optional iom-feed` goes without. */
const optional = ['sharp'];

/** @param {string} specifier What is imported, such as `ajv/dist/2020.js`. */
const packageOf = (specifier) => (/^(?:@[^/]+\/)?[^/]+/.exec(specifier) ?? [specifier])[0];

/**
 * Writes the package.json of `iom-feed`. It depends on what its scripts import, in the versions of our own package.json.
 *
 * @type {import('vite').Plugin}
 */
const manifestOfFeed = {
  name: 'manifest-of-iom-feed',
  generateBundle(_options, bundle) {
    const library = ownManifest();
    const imported = Object.values(bundle)
      .flatMap((file) => (file.type === 'chunk' ? [...file.imports, ...file.dynamicImports] : []))
      .filter((specifier) => !(specifier in bundle) && !isBuiltin(specifier))
      .map(packageOf);
    const known = { ...library.dependencies, ...library.devDependencies };
    const versionsOf = (names) => Object.fromEntries(names.map((name) => [name, known[name]]));
    const names = [...new Set(imported)].sort();
    const unknown = names.filter((name) => !known[name]);
    if (unknown.length) throw new Error(`iom-feed imports ${unknown.join(' and ')}: add it to package.json.`);
    const manifest = {
      name: 'iom-feed',
      version: library.version,
      description: 'Makes a JSON feed from what a press office already has, checks it and publishes it for any CDN.',
      keywords: ['json-feed', 'rss', 'atom', 'news', 'press-release', 'cli'],
      license: library.license,
      type: 'module',
      engines: library.engines,
      bin: { 'iom-feed': 'dist/main.js' },
      files: ['dist', 'CHANGELOG.md'],
      dependencies: versionsOf(names.filter((name) => !optional.includes(name))),
      optionalDependencies: versionsOf(names.filter((name) => optional.includes(name))),
    };
    this.emitFile({ type: 'asset', fileName: 'package.json', source: `${JSON.stringify(manifest, null, 2)}\n` });
  },
};

/**
 * @param {Record<string, string>} input Modules of src/, by the name of the file that each becomes.
 * @param {string} chunks Folder for what they share.
 * @param {import('vite').BuildOptions} build
 */
const forNode = (input, chunks, build) => ({
  target: 'node20',
  ssr: true,
  minify: false,
  ...build,
  rolldownOptions: {
    input,
    // What others import has the names of its module and no more.
    preserveEntrySignatures: 'strict',
    output: { entryFileNames: '[name].js', chunkFileNames: `${chunks}/[name].js` },
  },
});

/**
 * Vite's settings, by mode.
 *
 * @param {import('vite').PluginOption} minifiedTemplates As in browsers: an element takes over what was drawn by the very same template.
 * @returns {Record<string, import('vite').UserConfig>}
 */
export const nodeBuilds = (minifiedTemplates) => {
  const plugins = [onlyWhatRuns, minifiedTemplates];
  // Each command is a file of its own.
  const commands = readdirSync('src/cli/commands').map((file) => `commands/${file.replace(/\.ts$/, '')}`);
  const scripts = ['main', ...commands].map((name) => [`dist/${name}`, `src/cli/${name}.ts`]);
  return {
    // With what servers get of the scripts for browsers, under the condition `node` in package.json.
    server: {
      plugins,
      build: forNode(
        {
          'ssr/index': 'src/ssr/index.ts',
          'ssr/classes': 'src/index.ts',
          'ssr/unregistered': 'src/ssr/unregistered.ts',
        },
        'ssr/chunks',
        { emptyOutDir: false },
      ),
    },
    cli: {
      plugins: [...plugins, manifestOfFeed],
      build: forNode(Object.fromEntries(scripts), 'dist/chunks', { outDir: 'build/iom-feed', emptyOutDir: true }),
    },
  };
};
