// npm run wordpress: the plugin as a site gets it, with the library's scripts, in build/wordpress/ and as a zip file beside it.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { build } from 'vite';
import { languages, officeFeed } from '../test/fixtures/office-feed.mjs';
import { describeElements } from './wordpress/elements.mjs';
import { writeTranslations } from './wordpress/translations.mjs';

const target = 'build/wordpress/iom-widgets';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const write = (path, data) => writeFileSync(`${target}/${path}`, `${JSON.stringify(data)}\n`);

rmSync('build/wordpress', { recursive: true, force: true });
mkdirSync('build/wordpress', { recursive: true });
cpSync('integrations/wordpress', target, { recursive: true, filter: (path) => !path.endsWith('/editor') });
// In a folder of the version: a page never gets the scripts of two, whatever caches keep.
for (const part of ['autoload.js', 'elements', 'chunks', 'THIRD-PARTY-LICENSES.txt']) {
  cpSync(`dist/${part}`, `${target}/dist/${version}/${part}`, { recursive: true });
}

const elements = describeElements(JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')));
write('elements.json', elements);

// WordPress' editor takes classic scripts: each of ours is one file. Not minified, as its directory wants it.
for (const [entry, name] of [
  ['index', 'editor'],
  ['shortcodes', 'shortcodes'],
  ['settings', 'settings'],
]) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: target,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      lib: {
        entry: `integrations/wordpress/editor/${entry}.js`,
        formats: ['iife'],
        name: 'iomWidgetsScript',
        fileName: () => `${name}.js`,
      },
    },
  });
}

// What the inserter shows of each block: a feed without pictures, which are not part of the plugin.
mkdirSync(`${target}/example`);
for (const language of languages) {
  const pictures = ['image', 'banner_image', 'images', 'logo', 'next_url'];
  const feed = JSON.stringify(officeFeed(language), (key, value) => (pictures.includes(key) ? undefined : value));
  write(`example/${language}.json`, JSON.parse(feed));
}

writeTranslations(elements, `${target}/languages`);

for (const file of ['iom-widgets.php', 'readme.txt']) {
  const text = readFileSync(`${target}/${file}`, 'utf8');
  writeFileSync(
    `${target}/${file}`,
    text.replace(/^( \* Version: +|Stable tag: |const VERSION = ')[\d.]+/gm, `$1${version}`),
  );
}

const files = readdirSync('build/wordpress', { recursive: true })
  .filter((path) => statSync(`build/wordpress/${path}`).isFile())
  .sort();
// The same bytes for the same files, whenever they are put together.
const mtime = new Date('1980-01-01T00:00:00');
writeFileSync(
  'build/iom-widgets-wordpress.zip',
  zipSync(Object.fromEntries(files.map((path) => [path, [readFileSync(`build/wordpress/${path}`), { mtime }]]))),
);
console.log(`build/iom-widgets-wordpress.zip: version ${version}, ${elements.length} blocks`);
