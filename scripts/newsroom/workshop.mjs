// A copy of the newsroom that uses the library of this checkout, and what builds and serves it.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import sirv from 'sirv';

const source = 'integrations/newsroom';
/** Packages of the newsroom, and where this checkout has them. */
const packages = {
  'iom-feed': 'build/iom-feed',
  'iom-widgets': '.',
  '@sveltia/cms': 'node_modules/@sveltia/cms',
  'markdown-it': 'node_modules/markdown-it',
};

/** @param {string} folder Where the copy goes; there is nothing yet. */
export function copyNewsroom(folder) {
  cpSync(source, folder, { recursive: true, filter: (path) => !/\/(?:node_modules|build|public)$/.test(path) });
  mkdirSync(`${folder}/node_modules/@sveltia`, { recursive: true });
  for (const [name, target] of Object.entries(packages))
    symlinkSync(resolve(target), `${folder}/node_modules/${name}`, 'dir');
  // The CMS opens only a folder that is a repository.
  if (!existsSync(`${folder}/.git`)) mkdirSync(`${folder}/.git`);
}

/**
 * Builds the copy, as its workflow does.
 *
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} [env] Beside our own.
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function buildNewsroom(folder, env = {}) {
  const child = spawn(process.execPath, ['scripts/build.mjs'], { cwd: folder, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  const code = await new Promise((done) => child.on('close', done));
  return { code, output };
}

/**
 * Serves a folder on this machine alone.
 *
 * @param {string} folder
 * @param {number} [port] Default: a free one.
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function serveNewsroom(folder, port = 0) {
  const files = sirv(folder, { dev: true, extensions: [], dotfiles: true });
  const server = createServer((request, response) => {
    // As a host of static sites does: pages of other sites may show the feeds.
    response.setHeader('Access-Control-Allow-Origin', '*');
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
  return {
    // The name, not the number: only then is it a safe context for every browser, and a site of its own for the CMS.
    origin: `http://localhost:${server.address().port}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(done);
      }),
  };
}
