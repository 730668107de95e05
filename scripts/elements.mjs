// npm run elements: writes what follows from the list in src/elements.ts; with --check says what is missing or old.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** `about` ⇒ `About`, `sdg-grid` ⇒ `SdgGrid`. */
export const classOf = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

export const names = () =>
  [...readFileSync('src/elements.ts', 'utf8').matchAll(/^ {2}'?([a-z][\w-]*)'?: /gm)].map(([, name]) => name);

/** Files that follow from the list: what stands in them between two lines of a mark, and what it has to be. */
const parts = [
  ['src/index.ts', (name) => `export { ${classOf(name)} } from './elements/${name}/${name}.js';`],
  ['src/iom-widgets.ts', (name) => `import './elements/${name}/define.js';`],
];
const mark = /(\/\/ <elements>.*\n)[^]*?(\/\/ <\/elements>\n)/;

/** What each element needs, and where it is named by hand. */
const needed = (name) => [
  `src/elements/${name}/define.ts`,
  `src/elements/${name}/${name}.ts`,
  `stories/${name}.stories.ts`,
  `test/elements/${name}.test.ts`,
];
const named = [
  ['README.md', (name) => `\`<iom-${name}>\``],
  ['docs/elements.md', (name) => `## \`<iom-${name}>\``],
  ['integrations/drupal/README.md', (name) => `<iom-${name} data-*>`],
  ...['en', 'fr'].map((language) => [
    `demo/builder/words.${language}.ts`,
    (name) => new RegExp(`^ +'?${name}'?: \\[`, 'm'),
  ]),
];

/** What the list and the files do not agree on, in a line each. */
export function problems() {
  const found = [];
  const list = names();
  for (const name of list) {
    for (const file of needed(name)) {
      if (!existsSync(file))
        found.push(
          `src/elements.ts names ${name}, but there is no ${file}: npm run new -- ${name} creates what is missing; or remove the name from the list.`,
        );
    }
    for (const [file, pattern] of named) {
      const text = readFileSync(file, 'utf8');
      const wanted = pattern(name);
      if (!(wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted)))
        found.push(`${file} does not name ${name}, which is in src/elements.ts.`);
    }
  }
  for (const { name } of readdirSync('src/elements', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    if (existsSync(`src/elements/${name}/define.ts`) && !list.includes(name))
      found.push(`src/elements/${name}/ is an element that is missing in src/elements.ts.`);
  }
  for (const [file] of parts) {
    if (readFileSync(file, 'utf8') !== rewritten(file)) found.push(`${file} is out of date: run npm run elements.`);
  }
  return found;
}

function rewritten(file) {
  const [, line] = parts.find(([name]) => name === file);
  return readFileSync(file, 'utf8').replace(mark, (_, begin, end) => `${begin}${names().map(line).join('\n')}\n${end}`);
}

export const write = () => parts.forEach(([file]) => writeFileSync(file, rewritten(file)));

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.argv.includes('--check')) write();
  const found = problems();
  if (found.length) console.error(found.join('\n'));
  process.exitCode = found.length ? 1 : 0;
}
