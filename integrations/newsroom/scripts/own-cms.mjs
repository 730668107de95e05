// The CMS without other people's servers: as it comes, it loads its fonts, its texts in languages other than English and some
// of its parts from public hosts, which would see each writer. Its package and those that it needs hold all of it: this
// copies that, puts our addresses in place of theirs, and refuses a version in which one of theirs is left.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where code, texts and fonts are loaded from; links that a reader may follow are none of these. */
const hosts =
  /https:\/\/(?:[\w.-]+\.)?(?:unpkg\.com|githubstatus\.com\/api|jsdelivr\.net|esm\.sh|skypack\.dev|gstatic\.com|fonts\.googleapis\.com|cdnjs\.cloudflare\.com)\/?[^\s"'`)]*/g;

/** Files of other packages that our forms need, as the CMS asks for them: when text is pasted, pictures read, forms shown. */
const parts = {
  turndown: 'lib/turndown.browser.es.js',
  exifr: 'dist/lite.esm.mjs',
  immutable: 'dist/immutable.es.js',
  svgo: 'dist/svgo.browser.js',
};

/** Interface texts of the CMS, for writers of the languages of the feeds. */
const locales = /^(?:ar|en-|es|fr|pt|ru|zh)/;

/**
 * @param {string} code Of the CMS.
 * @param {readonly string[]} fonts Names of the font files in its package.
 * @returns {string} Without addresses of other hosts.
 * @throws {Error} When one is left, with its address.
 */
export function withOwnAddresses(code, fonts) {
  const own = code
    .replace(
      /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)[^)\s]*\/([\w-]+)\.woff2/g,
      (address, family, style) => {
        const font = fonts.find((file) => file.startsWith(`${family}-${style}`));
        return font ? `sveltia/${font}` : address;
      },
    )
    // In templates, all of them: manual.js says where that is.
    .replaceAll('`https://unpkg.com/', '`${window.ownPackages}')
    // Whether the code host is well: asked before anybody has signed in.
    .replaceAll('`https://www.githubstatus.com/api/v2/status.json`', '`${window.ownPackages}status.json`');
  const left = [...new Set(own.match(hosts))];
  if (left.length)
    throw new Error(
      `This version of @sveltia/cms loads ${left.join(', ')}: put a copy of ours in its place in scripts/own-cms.mjs.`,
    );
  return own;
}

/**
 * Writes what the page of the forms loads.
 *
 * @param {(name: string, from?: string) => string} packageOf The folder of an installed package, as another one finds it.
 * @param {string} target Folder for it.
 */
export function copyCms(packageOf, target) {
  const cms = packageOf('@sveltia/cms');
  const { version, dependencies } = JSON.parse(readFileSync(join(cms, 'package.json'), 'utf8'));
  const assets = join(cms, 'npm/assets');
  const fonts = readdirSync(assets).filter((file) => file.endsWith('.woff2'));
  mkdirSync(join(target, 'chunks'), { recursive: true });
  for (const file of ['sveltia-cms.js', ...readdirSync(join(cms, 'dist/chunks')).map((name) => `chunks/${name}`)]) {
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(join(cms, 'dist', file), 'utf8').replace(/\n\/\/# sourceMappingURL=.*$/, '');
    writeFileSync(join(target, file), withOwnAddresses(code, fonts));
  }
  for (const file of [...fonts, ...readdirSync(assets).filter((name) => name.endsWith('LICENSE.txt'))])
    cpSync(join(assets, file), join(target, file));
  cpSync(join(cms, 'LICENSE.txt'), join(target, 'LICENSE.txt'));
  const packages = join(target, 'packages');
  const texts = join(packages, `@sveltia/cms@${version}/locales`);
  mkdirSync(texts, { recursive: true });
  for (const file of readdirSync(join(cms, 'locales')).filter((name) => locales.test(name)))
    cpSync(join(cms, 'locales', file), join(texts, file));
  // Asked for to see whether there is a newer one: this is the one that the office has chosen.
  mkdirSync(join(packages, '@sveltia/cms'), { recursive: true });
  writeFileSync(join(packages, '@sveltia/cms/package.json'), JSON.stringify({ version }));
  writeFileSync(join(packages, 'status.json'), JSON.stringify({ status: { indicator: 'none' } }));
  for (const [name, file] of Object.entries(parts)) {
    const source = join(packageOf(name, cms), file);
    if (!existsSync(source)) throw new Error(`${name} has no ${file}: look for it in scripts/own-cms.mjs.`);
    cpSync(source, join(packages, `${name}@${dependencies[name].replace(/^\D/, '')}`, file));
  }
}
