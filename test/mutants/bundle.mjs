// Mutants of modules by Stryker's instrumenter, all of them in one bundle with the tests that reach the modules.
import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';
import { createInjector } from 'typed-inject';

const silent = new Proxy({}, { get: (_, name) => (name.startsWith('is') ? () => false : () => {}) });
const instrumenter = createInjector()
  .provideValue('getLogger', () => silent)
  .provideValue('logger', silent)
  .provideValue('options', {})
  .injectFunction(createInstrumenter);

/** Words that sources are read by are data, as messages are. */
export const isLexicon = (module) => module.includes('/lexicon/');

/**
 * The mutants of modules, and the text of each with all of them in it.
 *
 * @param {readonly string[]} modules Paths from the root of the project; those of lexicons by themselves.
 * @returns {Promise<Map<string, { text: string, mutants: object[] }>>} No two mutants have one id.
 */
export async function instrument(modules) {
  const sources = modules.map((module) => ({
    name: resolve(module),
    mutate: true,
    content: readFileSync(module, 'utf8'),
  }));
  const { files, mutants } = await instrumenter.instrument(sources, {
    plugins: null,
    excludedMutations: modules.some(isLexicon) ? ['StringLiteral', 'ArrayDeclaration', 'ObjectLiteral'] : [],
    ignorers: [],
  });
  return new Map(
    modules.map((module, index) => {
      const { name, content } = sources[index];
      const { content: text } = files.find((file) => file.name === name);
      const own = mutants.filter(({ fileName }) => fileName === name);
      return [module, { text, mutants: describe(own, content) }];
    }),
  );
}

/** What each mutant changes, and where. */
function describe(mutants, content) {
  const lines = content.split('\n');
  /** What stands between two places of the text. */
  const between = ({ start, end }) =>
    start.line === end.line
      ? lines[start.line].slice(start.column, end.column)
      : [
          lines[start.line].slice(start.column),
          ...lines.slice(start.line + 1, end.line),
          lines[end.line].slice(0, end.column),
        ].join('\n');
  return mutants.map(({ id, location, replacement }) => ({
    id,
    line: location.start.line + 1,
    original: onOneLine(between(location)),
    replacement: onOneLine(replacement),
  }));
}

const onOneLine = (text) => text.replace(/\s+/g, ' ');

/** Where the tests of a module are: those of whole programs and pages would take hours. */
const areas = {
  'src/feed/': /^test\/(?:feed|elements)\//,
  'src/html/': /^test\/(?:html\/|feed\/|ssr\/clean)/,
  'src/i18n/': /^test\/(?:i18n|html|feed)\//,
  'src/cli/import/documents/': /^test\/cli\/import/,
  'src/cli/import/formats/': /^test\/cli\/import/,
  'src/cli/import/tables/': /^test\/cli\/(?:import\.|import-(?:tables|workbooks))/,
  // Without documents and workbooks, which take seconds to read.
  'src/cli/':
    /^test\/cli\/(?:import\.|import-(?:clean|bytes|content|dates|tables|stories|residue|words|old-feeds)|dateline|contacts)/,
  'src/elements/': /^test\/elements\//,
};
const isTest = /\.node\.test\.ts$/;
const shared = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  // package.json names the scripts that do something by being loaded; tests are not among them.
  ignoreAnnotations: true,
  logLevel: 'silent',
  metafile: true,
  write: false,
};

/** @returns Gives the tests of a module: those of its area that have it in them. */
export async function testsOfModules() {
  const tests = readdirSync('test', { recursive: true })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => isTest.test(file) && !file.includes('node_modules'));
  const { metafile } = await build({ ...shared, entryPoints: tests, outdir: 'unwritten' });
  const reaching = new Map();
  for (const { entryPoint, inputs } of Object.values(metafile.outputs)) {
    for (const input of Object.keys(inputs)) {
      if (entryPoint && input !== entryPoint) reaching.set(input, [...(reaching.get(input) ?? []), entryPoint]);
    }
  }
  return (module) => {
    const [, area] = Object.entries(areas).find(([folder]) => module.startsWith(folder));
    return (reaching.get(module) ?? []).filter((file) => area.test(file));
  };
}

/**
 * Writes the bundle of modules with their tests.
 *
 * @param {ReadonlyMap<string, { text: string }>} modules With their mutants.
 * @param {readonly string[]} tests
 * @param {string} outfile Inside the project, so that packages are found.
 */
export async function bundle(modules, tests, outfile) {
  const texts = new Map([...modules].map(([module, { text }]) => [resolve(module), text]));
  const harness = resolve('test/mutants/harness.mjs');
  await build({
    ...shared,
    write: true,
    outfile,
    stdin: {
      contents: ["export * from 'node:test';", ...tests.map((file) => `import './${file}';`)].join('\n'),
      resolveDir: process.cwd(),
    },
    plugins: [
      {
        name: 'mutants',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^node:test$/ }, ({ importer }) =>
            importer === harness ? { path: 'node:test', external: true } : { path: harness },
          );
          onLoad({ filter: /\/(?:src|test|scripts|demo)\/.*\.(?:ts|mjs)$/ }, async ({ path }) => ({
            // Each file goes on knowing where it was.
            contents: (texts.get(path) ?? (await readFile(path, 'utf8')))
              .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
              .replaceAll('import.meta.resolve', `((name) => import.meta.resolve(name))`),
            loader: path.endsWith('.ts') ? 'ts' : 'js',
          }));
        },
      },
    ],
  });
}
