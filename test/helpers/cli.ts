import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Runs `iom-feed` as a user does. @param input What stands in standard input; nothing where it isn't given. */
export async function iomFeed(args: string[], { input = '', cwd }: { input?: string | Uint8Array; cwd?: string } = {}) {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], { cwd });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => (output[name] += part));
  }
  child.stdin.on('error', () => {}).end(input);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { ...output, code };
}
