// npm test -- news-feed: what concerns one element, or files with that in their path; from the sources, in one engine.
// npm run test:watch -- news-feed: the same, and again whenever a file changes.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { provideBrowsers } from './browsers.mjs';
import { engines } from '../test/helpers/browsers.mjs';

const isWatching = process.argv.includes('--watch');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isElement = (name) => existsSync(`src/elements/${name}/define.ts`);
/** What every element owes to every page is told of each by its tag. */
const common = ['test/elements/contract.test.ts', 'test/elements/translation.test.ts'];

const all = readdirSync('test', { recursive: true })
  .map((file) => `test/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && !file.includes('/node_modules/'));
const named = all.filter((file) => names.some((name) => file.includes(name)));
const [element] = names.filter(isElement);
const files = [...new Set([...named, ...(element ? common : [])])];
// Those in pages/ open dist/, which would have to be built first.
const inNode = files.filter((file) => file.endsWith('.node.test.ts') && (!element || !file.startsWith('test/pages/')));
const inBrowser = files.filter((file) => !file.endsWith('.node.test.ts'));

if (!files.length) {
  console.error(
    `No test matches ${names.join(' or ') || 'nothing'}. Name an element, such as news-feed, or part of a path, such as feed/parse.`,
  );
  process.exit(1);
}

const run = (command, args, env = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('close', (code) => done(code ?? 1));
  });
const watch = isWatching ? ['--watch'] : [];
const tasks = [];
if (inNode.length) tasks.push(() => run(process.execPath, ['--import', 'tsx', '--test', ...watch, ...inNode]));
if (inBrowser.length) {
  await provideBrowsers();
  const env = { ENGINES: process.env.ENGINES ?? engines()[0], ...(element ? { ELEMENT: element } : {}) };
  tasks.push(() => run('npx', ['wtr', '--files', ...inBrowser, ...watch], env));
}
const codes = [];
// What watches never ends: then both run side by side.
if (isWatching) codes.push(...(await Promise.all(tasks.map((task) => task()))));
else for (const task of tasks) codes.push(await task());
process.exitCode = codes.some(Boolean) ? 1 : 0;
