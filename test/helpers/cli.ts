import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const built = new URL('build/iom-feed/dist/main.js', root);

/** Whether the package was built from the sources as they are. */
function isCurrent(): boolean {
  const written = (file: URL) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' });
  const files = ['package.json', 'scripts/node-builds.mjs', ...sources.map((file) => `src/${file}`)];
  return files.every((file) => written(new URL(file, root)) < written(built));
}

/** What Node is to run for `iom-feed`: the package, which starts in half the time, or else the sources. */
export const iomFeedScript = isCurrent()
  ? [fileURLToPath(built)]
  : ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('src/cli/main.ts', root))];

/** Runs `iom-feed` as a user does. @param input What stands in standard input; nothing where it isn't given. */
export async function iomFeed(args: string[], { input = '', cwd }: { input?: string | Uint8Array; cwd?: string } = {}) {
  const child = spawn(process.execPath, [...iomFeedScript, ...args], { cwd });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => (output[name] += part));
  }
  child.stdin.on('error', () => {}).end(input);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { ...output, code };
}
