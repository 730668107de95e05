// nginx and Varnish on this machine, in a folder of their own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Why there is nothing to try; undefined where there is nginx. */
export const noNginx = existsSync('/usr/sbin/nginx') ? undefined : 'needs nginx: apt-get install nginx';

/** A server that is running. */
export interface Running {
  port: number;
  pid: number;
  stop: () => Promise<void>;
}

/**
 * Starts Debian's nginx with one `server` on loopback.
 *
 * @param folder An empty one for its files; `access.log` there has a line for each request.
 * @param server What stands in the `server` block.
 * @param port One that is free, if none is given.
 */
export async function startNginx(folder: string, server: string, port?: number): Promise<Running> {
  mkdirSync(folder, { recursive: true });
  const listening = port ?? (await freePort());
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const config = `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
worker_processes 1;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  access_log ${folder}/access.log combined buffer=4k flush=100ms;
  sendfile on;
  tcp_nopush on;
  gzip on;
  gzip_types application/feed+json application/rss+xml application/atom+xml text/calendar;
  keepalive_requests 1000000;
${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n')}
  server {
    listen 127.0.0.1:${listening} backlog=4096;
${server}
  }
}
`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  return start('nginx', ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], listening);
}

/** Starts Debian's Varnish, as it is out of the box, in front of a port. */
export async function startVarnish(folder: string, origin: number): Promise<Running> {
  const port = await freePort();
  const options = ['-F', '-n', folder, '-a', `127.0.0.1:${port}`, '-b', `127.0.0.1:${origin}`, '-s', 'malloc,64m'];
  return start('varnishd', options, port);
}

/** Starts a server that stays in the foreground, and waits until it answers. */
export async function start(
  command: string,
  args: string[],
  port: number,
  env: Record<string, string> = {},
): Promise<Running> {
  const child = spawn(command, args, {
    stdio: 'ignore',
    // Apache with mpm_prefork, as Debian has it beside PHP, ends its whole process group with itself: that of the tests.
    detached: true,
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, ...env },
  });
  const ended = once(child, 'exit');
  let failed = false;
  void ended.catch(() => {}).then(() => (failed = true));
  while (!(await answers(port))) {
    if (failed) throw new Error(`${command} ${args.join(' ')} did not start`);
    await wait(20);
  }
  return {
    port,
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const answers = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    }).on('error', () => done(false));
  });

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** An answer as it comes over the wire. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export const ask = (port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((done, failed) => {
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).on('error', failed);
  });
