// npm run build: the package `iom-widgets` in dist/ and the package `iom-feed` in build/iom-feed/, in the order their parts
// depend on one another.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundled } from './bundled-packages.mjs';

const run = (script, ...args) =>
  execFileSync(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });

rmSync('dist', { recursive: true, force: true });
run(
  'node_modules/@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--config',
  'custom-elements-manifest.config.mjs',
  '--quiet',
);
run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--mode', 'package');
run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--mode', 'server');
run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--mode', 'cli');
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
copyFileSync('custom-elements.json', 'dist/custom-elements.json');
copyFileSync('src/embed/embed.html', 'dist/embed.html');
copyFileSync('src/feed/schema/feed.schema.json', 'dist/feed.schema.json');
for (const folder of ['dist', 'build/iom-feed/dist'])
  copyFileSync('src/cli/sync/sync.schema.json', `${folder}/sync.schema.json`);
copyFileSync('src/cli/README.md', 'build/iom-feed/README.md');
for (const file of ['LICENSE', 'CHANGELOG.md']) copyFileSync(file, `build/iom-feed/${file}`);
// Where the commands of a checkout were before they had a package of their own; not part of either package.
mkdirSync('dist/cli');
writeFileSync('dist/cli/main.js', "import '../../build/iom-feed/dist/main.js';\n");
run('scripts/generate-framework-types.mjs');
run('scripts/generate-skill.mjs');
run('scripts/sbom.mjs');

/** The notices of what is bundled, which their licences ask for. */
const notices = bundled.map((name) => {
  const folder = `node_modules/${name}`;
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  return `${name} ${version}\n\n${readFileSync(`${folder}/${licence}`, 'utf8').trim()}\n`;
});
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));

/** Subresource integrity (https://www.w3.org/TR/SRI/) of every script that pages load, for those that pin a version. */
const integrity = Object.fromEntries(
  readdirSync('dist', { recursive: true })
    .filter((file) => file.endsWith('.js') && !/^(?:ssr|cli)\//.test(file))
    .sort()
    .map((file) => [
      file,
      `sha384-${createHash('sha384')
        .update(readFileSync(`dist/${file}`))
        .digest('base64')}`,
    ]),
);
writeFileSync('dist/integrity.json', `${JSON.stringify(integrity, null, 2)}\n`);
