// npm run drupal: the module as a site gets it, with the library's scripts, in build/drupal/ and as a zip file beside it;
// --out DIR is another folder than build/. With --previous OLD.zip the scripts of that release are in it, too, for pages that a cache has kept.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { writeTranslations } from './drupal/translations.mjs';
import { describeElements } from './wordpress/elements.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const { previous, out } = parseArgs({
  options: { previous: { type: 'string' }, out: { type: 'string', default: 'build' } },
}).values;
const target = `${out}/drupal/iom_widgets`;

rmSync(`${out}/drupal`, { recursive: true, force: true });
mkdirSync(`${out}/drupal`, { recursive: true });
cpSync('integrations/drupal', target, { recursive: true });
if (previous) {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(previous)))) {
    const [, own] = /^iom_widgets\/(dist\/\d[^/]*\/.*[^/])$/.exec(path) ?? [];
    // What was kept in that release is old enough to go.
    if (!own || own.split('/')[1] !== versionIn(previous)) continue;
    mkdirSync(dirname(`${target}/${own}`), { recursive: true });
    writeFileSync(`${target}/${own}`, bytes);
  }
}
// In a folder of the version: a page never gets the scripts of two, whatever caches keep.
for (const part of ['autoload.js', 'elements', 'chunks', 'THIRD-PARTY-LICENSES.txt']) {
  cpSync(`dist/${part}`, `${target}/dist/${version}/${part}`, { recursive: true });
}

const elements = describeElements(JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')));
writeFileSync(`${target}/elements.json`, `${JSON.stringify(elements)}\n`);
writeTranslations(elements, `${target}/translations`);
for (const [file, pattern] of [
  ['iom_widgets.libraries.yml', /(version: |dist\/)\d[\d.]*\d/g],
  ['iom_widgets.info.yml', /(version: )\d[\d.]*\d/g],
]) {
  writeFileSync(`${target}/${file}`, readFileSync(`${target}/${file}`, 'utf8').replace(pattern, `$1${version}`));
}

const files = readdirSync(`${out}/drupal`, { recursive: true })
  .filter((path) => statSync(`${out}/drupal/${path}`).isFile())
  .sort();
// The same bytes for the same files, whenever they are put together.
const mtime = new Date('1980-01-01T00:00:00');
writeFileSync(
  `${out}/iom-widgets-drupal.zip`,
  zipSync(Object.fromEntries(files.map((path) => [path, [readFileSync(`${out}/drupal/${path}`), { mtime }]]))),
);
const kept = readdirSync(`${target}/dist`).filter((name) => name !== version);
console.log(
  `${out}/iom-widgets-drupal.zip: version ${version}${kept.length ? `, with the scripts of ${kept.join()}` : ''}`,
);

/** The version of a zip file of the module. */
function versionIn(zip) {
  const info = unzipSync(readFileSync(zip), { filter: ({ name }) => name === 'iom_widgets/iom_widgets.info.yml' });
  return /^version: (.+)$/m.exec(strFromU8(Object.values(info)[0]))?.[1];
}
