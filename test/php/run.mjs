// npm run php: the WordPress plugin in PHP 7.4 and 8.4, in the WordPress versions that their package holds: does all that it does
// on a page and in the administration, and fails where PHP complains about a file of ours. The packages, 300 MB, are installed
// beside this file.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { officeFeed } from '../fixtures/office-feed.mjs';

const folder = 'test/php';
if (!existsSync(`${folder}/node_modules/@php-wasm/universal`))
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
execFileSync(process.execPath, ['scripts/wordpress.mjs']);

const builds = `${folder}/node_modules/@wp-playground/wordpress-builds/src`;
const unpack = (zip, target) => {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(`${target}/${path}`), { recursive: true });
    writeFileSync(`${target}/${path}`, bytes);
  }
};

/** A WordPress with the plugin, its database in a file. */
function prepare(version) {
  const site = mkdtempSync(join(tmpdir(), 'php-'));
  unpack(`${builds}/wordpress/wp-${version}.zip`, site);
  unpack(`${builds}/sqlite-database-integration/sqlite-database-integration.zip`, `${site}/wp-content`);
  const sqlite = `${site}/wp-content/sqlite-database-integration-main`;
  const dropIn = readFileSync(`${sqlite}/db.copy`, 'utf8');
  writeFileSync(
    `${site}/wp-content/db.php`,
    dropIn.replace('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', '/site/wp-content/sqlite-database-integration-main'),
  );
  cpSync('build/wordpress/iom-widgets', `${site}/wp-content/plugins/iom-widgets`, { recursive: true });
  writeFileSync(`${site}/feed.json`, JSON.stringify(officeFeed('en')));
  cpSync(`${folder}/everything.php`, `${site}/everything.php`);
  writeFileSync(
    `${site}/wp-config.php`,
    `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', ''); define('DB_PASSWORD', ''); define('DB_HOST', '');
define('WP_HOME', 'http://example.org'); define('WP_SITEURL', 'http://example.org'); define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`,
  );
  return site;
}

const { PHP, loadPHPRuntime } = await import(`${process.cwd()}/${folder}/node_modules/@php-wasm/universal/index.js`);
let failed = false;
for (const [php, wordpress] of [
  ['7-4', '6.2'],
  ['7-4', '6.5'],
  ['8-4', '6.5'],
  ['8-4', 'nightly'],
]) {
  const { getPHPLoaderModule } = await import(`${process.cwd()}/${folder}/node_modules/@php-wasm/node-${php}/index.js`);
  const runtime = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  const site = prepare(wordpress);
  runtime.mkdir('/site');
  await runtime.mount('/site', (_, files, point) => {
    files.mount(files.filesystems.NODEFS, { root: site }, point);
    return () => files.unmount(point);
  });
  const { text, errors } = await runtime
    .run({ scriptPath: '/site/everything.php' })
    .catch((error) => ({ text: '', errors: String(error) }));
  rmSync(site, { recursive: true });
  const isWell = text.trim().endsWith('well');
  failed ||= !isWell;
  console.log(`PHP ${php.replace('-', '.')}, WordPress ${wordpress}: ${text.trim()}${isWell ? '' : `\n${errors}`}`);
}
process.exit(failed ? 1 : 0);
