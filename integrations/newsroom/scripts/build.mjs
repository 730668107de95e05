// npm run build: writes public/, the folder that a static host serves: a feed and a page for each language, the elements,
// and the forms in admin/. What is wrong in content/ is named with its file and line; then the feed that has it keeps what
// it had, or, where it has nothing yet, nothing is written and the exit code is 2.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { copyCms } from './own-cms.mjs';

/** The folder of an installed package, as another one finds it. */
function packageOf(name, from = process.cwd()) {
  const { resolve } = createRequire(join(realpathSync(from), 'package.json'));
  const folder = resolve.paths(name).find((modules) => existsSync(join(modules, name, 'package.json')));
  if (!folder) throw new Error(`${name} is not installed: run npm install`);
  return join(folder, name);
}

const main = join(packageOf('iom-feed'), 'dist/main.js');
const { status } = spawnSync(process.execPath, [main, 'sync'], { stdio: 'inherit' });
const { feeds } = JSON.parse(readFileSync('iom-feed.config.json', 'utf8'));
const languages = Object.keys(feeds);
const missing = languages.filter((language) => !existsSync(`build/${language}/current/feed.json`));
if (missing.length) {
  console.error(`Nothing was written: there is no feed for ${missing.join(', ')}. What is wrong is named above.`);
  process.exit(2);
}

// A new folder beside the old one, which is served until it is complete.
const target = 'build/public';
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const language of languages)
  cpSync(`build/${language}/current`, `${target}/${language}`, { recursive: true, dereference: true });
cpSync(join(packageOf('iom-widgets'), 'dist'), `${target}/widgets`, {
  recursive: true,
  filter: (path) => !/\/dist\/(?:ssr|types|application|cli)(?:\/|$)/.test(path),
});
cpSync('admin', `${target}/admin`, { recursive: true });
for (const file of ['newsroom.json', 'page.css']) cpSync(file, `${target}/${file}`);
cpSync(join(packageOf('markdown-it'), 'dist/browser/markdown-it.esm.min.mjs'), `${target}/admin/markdown-it.js`);
copyCms(packageOf, `${target}/admin/sveltia`);

/** Text for HTML, also in an attribute. */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const nameOf = (language) => new Intl.DisplayNames(language, { type: 'language' }).of(language);
const directionOf = (language) => (/^(?:ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr');
const linksFrom = (folder, current) =>
  `<ul>${languages
    .map((language) => {
      const here = language === current ? ' aria-current="page"' : '';
      return `<li><a href="${folder}${language}/index.html" lang="${language}" hreflang="${language}"${here}>${nameOf(language)}</a></li>`;
    })
    .join('')}</ul>`;

for (const language of languages) {
  const { title, home_page_url: home = './' } = JSON.parse(readFileSync(`${target}/${language}/feed.json`, 'utf8'));
  const words = { lang: language, dir: directionOf(language), title: escaped(title), home: escaped(home) };
  const page = readFileSync('page.html', 'utf8').replace(
    /\{\{(\w+)\}\}/g,
    (_, name) => words[name] ?? linksFrom('../', language),
  );
  writeFileSync(`${target}/${language}/index.html`, page);
}
const [first] = languages;
writeFileSync(
  `${target}/index.html`,
  `<!doctype html><html lang="${first}"><meta charset="utf-8" /><meta http-equiv="refresh" content="0; url=${first}/index.html" /><title>${first}</title><body>${linksFrom('', first)}</body></html>\n`,
);
// Hosts that read such a file let other sites show the feeds; GitHub Pages does so by itself.
writeFileSync(`${target}/_headers`, '/*\n  Access-Control-Allow-Origin: *\n');
// GitHub Pages would leave out files that begin with an underscore.
writeFileSync(`${target}/.nojekyll`, '');

rmSync('public', { recursive: true, force: true });
cpSync(target, 'public', { recursive: true });
const count = readdirSync('public', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
console.log(`public/: ${count} files, ${languages.length} languages`);
process.exitCode = status ?? 2;
