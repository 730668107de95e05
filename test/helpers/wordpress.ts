// A WordPress of its own on loopback: Debian's packages, a database in a folder of its own, PHP's small server.
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Debian’s, or any other version that is unpacked in a folder: WORDPRESS=/path/to/wordpress. */
const sources = process.env.WORDPRESS ?? '/usr/share/wordpress';
const database = '/usr/sbin/mariadbd';

/** Why there can be no WordPress here; undefined when there can. */
export const noWordPress = [sources, database, '/usr/bin/php'].every((path) => existsSync(path))
  ? undefined
  : 'needs a WordPress: apt-get install wordpress mariadb-server php-cli php-mysql php-gd php-curl php-xml wordpress-theme-twentytwentythree';

export const admin = { name: 'test-admin', password: 'test-Admin-password-1' };

export interface WordPress {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** Runs PHP with WordPress loaded, and gives what it prints. */
  php: (code: string) => Promise<string>;
  /** Runs it as somebody who may write no file of the site, as on servers that are set up so. */
  phpWithoutRights: (code: string) => Promise<string>;
  /** What PHP had to complain about. */
  log: () => string;
  /** Puts a plugin where WordPress looks for plugins. */
  addPlugin: (folder: string) => void;
  close: () => Promise<void>;
}

/** Starts a WordPress as new: installed, with one administrator. */
export async function startWordPress(): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const site = `${folder}/site`;
  const data = `${folder}/data`;
  const socket = `${folder}/db.sock`;
  const children: ChildProcess[] = [];
  const start = (command: string, args: string[], env = {}) => {
    // A group of its own: PHP’s workers outlive the one that has started them.
    const child = spawn(command, args, { stdio: 'ignore', detached: true, env: { ...process.env, ...env } });
    children.push(child);
    return child;
  };
  const close = async () => {
    for (const child of children) {
      const ended = new Promise((done) => child.once('exit', done));
      try {
        process.kill(-child.pid!);
      } catch {
        continue; // It has ended by itself.
      }
      if (child.exitCode === null && !child.signalCode) await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const user = process.getuid?.() === 0 ? ['--user=mysql'] : [];
    mkdirSync(data);
    execFileSync('chmod', ['755', folder]);
    if (user.length) execFileSync('chown', ['mysql', folder, data]);
    execFileSync('mariadb-install-db', ['--no-defaults', ...user, `--datadir=${data}`, '--skip-test-db'], {
      stdio: 'ignore',
    });
    start(database, [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      '--skip-grant-tables',
      '--innodb-flush-log-at-trx-commit=0',
    ]);
    await until(() => {
      execFileSync(
        'mariadb',
        ['--no-defaults', `--socket=${socket}`, '-e', 'CREATE DATABASE IF NOT EXISTS wordpress'],
        {
          stdio: 'ignore',
        },
      );
    });

    cpSync(sources, site, { recursive: true, dereference: true, filter: (path) => !path.endsWith('.htaccess') });
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    writeFileSync(`${site}/wp-config.php`, configuration(origin, socket));
    mkdirSync(`${site}/wp-content/mu-plugins`);
    writeFileSync(`${site}/wp-content/mu-plugins/loopback.php`, loopback);
    // WordPress asks itself at times.
    start('php', ['-S', `127.0.0.1:${port}`, '-t', site], { PHP_CLI_SERVER_WORKERS: '4' });
    await until(() => fetch(`${origin}/readme.html`));
    await fetch(`${origin}/wp-admin/install.php?step=2`, {
      method: 'POST',
      body: new URLSearchParams({
        weblog_title: 'Test site',
        user_name: admin.name,
        admin_password: admin.password,
        admin_password2: admin.password,
        admin_email: 'admin@example.org',
        blog_public: '0',
        language: '',
      }),
    });
    const php = async (code: string, who = {}) => {
      const start = `$_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; require '${site}/wp-load.php';`;
      return (await promisify(execFile)('php', ['-r', `${start} ${code}`], who)).stdout;
    };
    return {
      origin,
      php: (code) => php(code),
      phpWithoutRights: async (code) => {
        execFileSync('chmod', ['-R', 'a-w', `${site}/wp-content`]);
        try {
          // Root may write whatever the rights say; 65534 is nobody.
          return await php(code, user.length ? { uid: 65534, gid: 65534 } : {});
        } finally {
          execFileSync('chmod', ['-R', 'u+w', `${site}/wp-content`]);
        }
      },
      log: () =>
        existsSync(`${site}/wp-content/debug.log`) ? readFileSync(`${site}/wp-content/debug.log`, 'utf8') : '',
      addPlugin: (plugin) => cpSync(plugin, `${site}/wp-content/plugins/iom-widgets`, { recursive: true }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const configuration = (origin: string, socket: string) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${origin}');
define('WP_SITEURL', '${origin}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
// As on sites with several authors: nobody but administrators may write what they like.
define('DISALLOW_UNFILTERED_HTML', true);
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** WordPress asks only public addresses by itself; the feeds of tests are on loopback. */
const loopback = `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports, $host, $url) => [...$ports, (int) parse_url($url, PHP_URL_PORT)], 10, 3);
`;

/** Tries until it doesn't throw, for a minute at most. */
async function until(attempt: () => unknown): Promise<void> {
  for (const end = Date.now() + 60_000; ;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
