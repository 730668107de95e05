// The servers that `iom-feed publish` prints configuration for, each on loopback, in a folder of its own.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerName } from '../../src/cli/publish/servers/servers.js';
import { freePort, noNginx, start, startNginx, type Running } from './nginx.js';

export interface Server {
  name: string;
  /** The option that prints what it needs; without one it reads the file in the publication. */
  option?: ServerName;
  /** Why it can't be tried. */
  missing?: string;
  /** Whether it can't tell errors from files, say that a picture never changes, and read what `q=0` means. */
  isSimple?: boolean;
  /**
   * @param folder An empty one for its own files.
   * @param config What iom-feed has printed.
   * @param root What it serves.
   */
  start: (folder: string, config: string, root: string) => Promise<Running>;
}

const without = (path: string, packages: string) =>
  existsSync(path) ? undefined : `needs ${packages}: apt-get install ${packages}`;

const apache = {
  missing: without('/usr/sbin/apache2', 'apache2'),
  /** As Debian's apache2.conf is, with the two modules enabled, and one site. */
  async start(folder: string, site: string): Promise<Running> {
    const port = await freePort();
    for (const path of [folder, join(folder, 'log')]) mkdirSync(path, { recursive: true });
    const config = `ServerRoot /etc/apache2
ServerName localhost
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/error.log
IncludeOptional mods-enabled/*.load
IncludeOptional mods-enabled/*.conf
Include mods-available/headers.load
Include mods-available/rewrite.load
Listen 127.0.0.1:${port}
User www-data
Group www-data
<Directory />
  Options FollowSymLinks
  AllowOverride None
  Require all denied
</Directory>
AccessFileName .htaccess
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
<VirtualHost 127.0.0.1:${port}>
${site}
</VirtualHost>
`;
    writeFileSync(join(folder, 'apache2.conf'), config);
    const env = { APACHE_RUN_DIR: folder, APACHE_LOG_DIR: join(folder, 'log') };
    return start('apache2', ['-DFOREGROUND', '-f', join(folder, 'apache2.conf')], port, env);
  },
};

export const servers: Server[] = [
  { name: 'nginx', option: 'nginx', missing: noNginx, start: (folder, config) => startNginx(folder, config) },
  {
    name: 'Apache',
    option: 'apache',
    missing: apache.missing,
    start: (folder, config) => apache.start(folder, config),
  },
  {
    name: 'Apache, by .htaccess',
    missing: apache.missing,
    start: (folder, _config, root) =>
      apache.start(
        folder,
        `DocumentRoot "${root}"
<Directory "${root}">
  Options Indexes FollowSymLinks
  AllowOverride FileInfo
  Require all granted
</Directory>`,
      ),
  },
  {
    name: 'Caddy',
    option: 'caddy',
    missing: without('/usr/bin/caddy', 'caddy'),
    async start(folder, config) {
      const port = await freePort();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'feeds.caddy'), config);
      const site = `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  bind 127.0.0.1
  import ${folder}/feeds.caddy
}
`;
      const path = join(folder, 'Caddyfile');
      writeFileSync(path, site);
      const env = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
      return start('caddy', ['run', '--config', path, '--adapter', 'caddyfile'], port, env);
    },
  },
  {
    name: 'lighttpd',
    option: 'lighttpd',
    missing: without('/usr/lib/lighttpd/mod_deflate.so', 'lighttpd lighttpd-mod-deflate'),
    isSimple: true,
    /** Debian's lighttpd.conf, with our lines where it includes those of a site. */
    async start(folder, config) {
      const port = await freePort();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'feeds.conf'), config);
      const debian = readFileSync('/etc/lighttpd/lighttpd.conf', 'utf8')
        .replace(/^(server\.port\s*)=.*/m, `$1= ${port}\nserver.bind = "127.0.0.1"`)
        .replace(/^(server\.(?:username|groupname|upload-dirs)\s*=.*)/gm, '# $1')
        .replace(/^(server\.(errorlog|pid-file)\s*)=.*/gm, `$1= "${folder}/$2"`)
        .replace(/^(include(?:_shell)?\s.*(?:use-ipv6|conf-enabled).*)/gm, '# $1');
      const path = join(folder, 'lighttpd.conf');
      writeFileSync(path, `${debian}\ninclude "${folder}/feeds.conf"\n`);
      return start('lighttpd', ['-D', '-f', path], port);
    },
  },
];

/** Lets a server that doesn't run as we do read what is below a folder of ours. */
export const letRead = (folder: string): void => chmodSync(folder, 0o755);
