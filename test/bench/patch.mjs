// What a patch release costs readers who have the version before: the files of a page that get another name or content
// when one module changes, as a browser has to download them again.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { tsImport } from 'tsx/esm/api';
import { kilobytes, table } from './measure.mjs';

const { placeholderHeights } = await tsImport('../../src/elements.ts', import.meta.url);
/** In the order in which the embed script has what they need. */
const elements = Object.keys(placeholderHeights);

/** The module that changes. */
const patches = {
  'no module': undefined,
  'an element: press-contact': 'src/elements/press-contact/press-contact.ts',
  'the words in French': 'src/i18n/messages/common/fr.ts',
  'what most elements share': 'src/elements/base/select-event.ts',
  'what all elements share': 'src/feed/load/store.ts',
};
/** The element that a page shows, in French. */
const pages = ['news-feed', 'press-contact', 'org-chart'];

/** The scripts of pages by path, built from a copy of the sources. */
function build(folder, patch) {
  cpSync('src', join(folder, 'src'), { recursive: true });
  if (patch) appendFileSync(join(folder, patch), '\nconsole.debug("patch");\n');
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { cwd: folder });
  const dist = join(folder, 'dist');
  const paths = readdirSync(dist, { recursive: true }).filter((path) => path.endsWith('.js'));
  return new Map(paths.map((path) => [path, readFileSync(join(dist, path), 'utf8')]));
}

/** What a page with an element loads from the start, as its embed script has it. */
function filesOf(name, scripts) {
  const loader = scripts.get('autoload.js');
  const chunks = /"(core-[^"]+)"\.split/.exec(loader)[1].split(' ');
  const needs = / of "([\w ]+)"\.split/.exec(loader)[1].split(' ');
  const started = [...needs[elements.indexOf(name)]].map(
    (digit) => `${join('chunks', chunks[parseInt(digit, 36)].replace('~', 'fr'))}.js`,
  );
  return ['autoload.js', `elements/${name}.js`, ...started];
}

export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'iom-patch-'));
  for (const name of ['vite.config.ts', 'tsconfig.json', 'package.json', 'custom-elements.json', 'scripts'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(`${process.cwd()}/node_modules`, join(folder, 'node_modules'));
  const before = build(folder);
  const rows = Object.entries(patches).map(([what, patch]) => {
    const after = build(folder, patch);
    return [
      what,
      ...pages.map((name) => {
        const sizes = filesOf(name, after).map((path) => [path, brotliCompressSync(after.get(path)).length]);
        const changed = sizes.filter(([path]) => after.get(path) !== before.get(path));
        const sum = (files) => files.reduce((total, [, size]) => total + size, 0);
        return `${kilobytes(sum(changed))} of ${kilobytes(sum(sizes))}, ${changed.length} files`;
      }),
    ];
  });
  rmSync(folder, { recursive: true });
  return { table: table(['a patch release that changes', ...pages.map((name) => `iom-${name}`)], rows), goals: [] };
}
