// npm run wordpress: the plugin as a site gets it, with the library's scripts, in build/wordpress/ and as a zip file beside it.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';

const target = 'build/wordpress/iom-widgets';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('build/wordpress', { recursive: true, force: true });
mkdirSync('build/wordpress', { recursive: true });
cpSync('integrations/wordpress', target, { recursive: true });
for (const part of ['autoload.js', 'elements', 'chunks', 'THIRD-PARTY-LICENSES.txt']) {
  cpSync(`dist/${part}`, `${target}/dist/${part}`, { recursive: true });
}

/** What the blocks need to know of each element, from the manifest. */
const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName)
  .map(({ tagName, summary, attributes }) => {
    const name = tagName.replace('iom-', '');
    return { name, title: `IOM ${name.replaceAll('-', ' ')}`, summary, attributes: attributes.map(describe) };
  });
writeFileSync(`${target}/elements.json`, `${JSON.stringify(elements, null, 2)}\n`);

function describe({ name, type, description }) {
  const text = type?.text ?? 'string';
  const options = text.match(/'[^']+'/g)?.map((option) => option.slice(1, -1));
  return {
    name,
    type: ['number', 'boolean'].includes(text) ? text : 'string',
    description,
    ...(options && { options }),
  };
}

for (const file of ['iom-widgets.php', 'readme.txt']) {
  const text = readFileSync(`${target}/${file}`, 'utf8');
  writeFileSync(`${target}/${file}`, text.replace(/^( \* Version: +|Stable tag: ).+$/m, `$1${version}`));
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
