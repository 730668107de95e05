// WebKit's small browser, by its own WebDriver; an old one runs in the Debian that it came with.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @param {{ path: string, root?: string }} engine `root` is the folder of the Debian around it.
 * @returns {Promise<import('./run.mjs').Driver>}
 */
export async function openWebKit({ path, root }) {
  const port = await freePort();
  const driver = `xvfb-run -a WebKitWebDriver --port=${port}`;
  // What is mounted there goes with the process.
  const inside =
    'mount --rbind /proc "$0/proc" && mount --rbind /dev "$0/dev" && mount -t tmpfs none "$0/tmp" && exec chroot "$0" sh -c "$1"';
  const child = root
    ? spawn('unshare', ['--mount', '--', 'sh', '-c', inside, root, driver], { stdio: 'ignore', detached: true })
    : spawn('sh', ['-c', driver], { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  const server = `http://127.0.0.1:${port}`;
  const ask = async (method, path, body) => {
    const response = await fetch(server + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(value.message);
    return value;
  };
  for (let left = 100; !(await fetch(`${server}/status`).catch(() => undefined)); left--) {
    if (!left || child.exitCode !== null)
      throw new Error(`WebKitWebDriver of ${root ?? 'this machine'} does not start.`);
    await wait(100);
  }
  const capabilities = {
    alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: path, args: ['--automation'] } },
  };
  const { sessionId, capabilities: given } = await ask('POST', '/session', { capabilities });
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/window/rect`, { width: 1280, height: 980 }).catch(() => undefined);
  return {
    version: given.browserVersion,
    goto: (url) => ask('POST', `${session}/url`, { url }),
    evaluate: (expression) => ask('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    picture: () => ask('GET', `${session}/screenshot`),
    async close() {
      await ask('DELETE', session).catch(() => undefined);
      await new Promise((done) => {
        child.once('exit', done);
        process.kill(-child.pid);
      });
    },
  };
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
