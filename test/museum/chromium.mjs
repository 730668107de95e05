// A Chromium of any age, by the DevTools protocol over a pipe: puppeteer refuses the oldest.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

/**
 * @param {{ path: string, libraries?: string }} engine
 * @returns {Promise<import('./run.mjs').Driver>}
 */
export async function openChromium({ path, libraries, window = '1280,900' }) {
  const profile = mkdtempSync(`${tmpdir()}/iom-museum-`);
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--window-size=${window}`];
  const child = spawn(path, [...flags, '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, HOME: profile, ...(libraries && { LD_LIBRARY_PATH: libraries }) },
  });
  const [, , , input, output] = child.stdio;
  const answers = new Map();
  const fail = () => answers.forEach(({ failed }) => failed(new Error(`${path} has ended.`)));
  child.once('exit', fail);
  child.once('error', fail);
  input.on('error', fail);
  let rest = '';
  output.setEncoding('utf8').on('data', (text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const answer = answers.get(id);
      answers.delete(id);
      if (error) answer?.failed(new Error(error.message));
      else answer?.done(result);
    }
  });
  let sent = 0;
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((done, failed) => {
      answers.set(++sent, { done, failed });
      input.write(`${JSON.stringify({ id: sent, method, params, sessionId })}\0`);
    });

  const { product } = await send('Browser.getVersion');
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const inPage = (method, params) => send(method, params, sessionId);
  await inPage('Page.enable');
  return {
    version: product.replace(/^.*\//, ''),
    goto: (url) => inPage('Page.navigate', { url }),
    async evaluate(expression) {
      const { result } = await inPage('Runtime.evaluate', { expression, returnByValue: true });
      return result.value;
    },
    async picture() {
      const { data } = await inPage('Page.captureScreenshot', { format: 'png' });
      return data;
    },
    async close() {
      await new Promise((done) => {
        child.once('exit', done);
        process.kill(-child.pid, 'SIGKILL');
      });
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
