// What iom-feed publishes of the demo's feeds, under /publication/: `/publication/oim.fr/news.json`.
import { readFile, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

const folders = new Map();
process.on('exit', () => folders.forEach((_, name) => rmSync(scratchOf(name), { recursive: true, force: true })));

const scratchOf = (name) => join(tmpdir(), `iom-feed-${process.pid}-${name}`);

/** Published when it is first asked for. */
async function publicationOf(name) {
  const { publish } = await tsImport('../../src/cli/commands/publish.ts', import.meta.url);
  const out = scratchOf(name);
  await rm(out, { recursive: true, force: true });
  await publish(`demo/feeds/${name}.json`, { out });
  return join(out, 'current');
}

export async function publicationServer(context, next) {
  const [, name, path] = /^\/publication\/(oim\.[a-z]+)\/([\w./~-]+)$/.exec(context.path) ?? [];
  if (!name) return next();
  if (!folders.has(name)) folders.set(name, publicationOf(name));
  const folder = await folders.get(name);
  try {
    context.body = await readFile(join(folder, path));
    context.type = path.endsWith('.svg') ? 'image/svg+xml' : 'application/feed+json';
  } catch {
    context.status = 404;
  }
}
