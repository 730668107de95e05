// A Firefox of any age, by Marionette: what geckodriver speaks with it, and without needing one of its age.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @param {{ path: string, libraries?: string }} engine
 * @returns {Promise<import('./run.mjs').Driver>}
 */
export async function openFirefox({ path, libraries }) {
  const profile = mkdtempSync(`${tmpdir()}/iom-museum-`);
  writeFileSync(
    `${profile}/user.js`,
    [
      ['marionette.port', 0],
      ['app.update.auto', false],
      ['datareporting.policy.dataSubmissionEnabled', false],
      ['browser.shell.checkDefaultBrowser', false],
      ['services.settings.server', 'data:,'],
    ]
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const child = spawn(path, ['--marionette', '--headless', '--no-remote', '--profile', profile, 'about:blank'], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, HOME: profile, ...(libraries && { LD_LIBRARY_PATH: libraries }) },
  });
  child.once('error', () => {});
  const noted = `${profile}/MarionetteActivePort`;
  for (let left = 300; !existsSync(noted) || !readFileSync(noted, 'utf8'); left--) {
    if (!left || child.exitCode !== null) throw new Error(`${path} does not start.`);
    await wait(100);
  }
  const socket = connect(Number(readFileSync(noted, 'utf8')), '127.0.0.1');
  const send = await speak(socket);
  const { capabilities } = await send('WebDriver:NewSession', { pageLoadStrategy: 'none' });
  await send('WebDriver:SetWindowRect', { width: 1280, height: 980 });
  return {
    version: capabilities.browserVersion,
    goto: (url) => send('WebDriver:Navigate', { url }),
    evaluate: async (expression) =>
      (await send('WebDriver:ExecuteScript', { script: `return ${expression}`, args: [], sandbox: null })).value,
    picture: async () => (await send('WebDriver:TakeScreenshot', { full: false })).value,
    async close() {
      socket.destroy();
      await new Promise((done) => {
        child.once('exit', done);
        process.kill(-child.pid, 'SIGKILL');
      });
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Messages are JSON with their length before them: `[0, id, command, values]`, answered by `[1, id, error, value]`. */
async function speak(socket) {
  const answers = new Map();
  let greeted;
  const greeting = new Promise((done) => (greeted = done));
  let rest = Buffer.alloc(0);
  const fail = () => answers.forEach(({ failed }) => failed(new Error('Firefox has ended.')));
  socket.on('error', fail).on('close', fail);
  socket.on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const colon = rest.indexOf(':');
      const end = colon + 1 + Number(rest.subarray(0, colon));
      if (colon < 0 || rest.length < end) return;
      const message = JSON.parse(rest.subarray(colon + 1, end).toString());
      rest = rest.subarray(end);
      if (!Array.isArray(message)) greeted();
      else {
        const [, id, error, value] = message;
        const { done, failed } = answers.get(id);
        answers.delete(id);
        if (error) failed(new Error(error.message));
        else done(value);
      }
    }
  });
  await greeting;
  let sent = 0;
  return (command, values) =>
    new Promise((done, failed) => {
      answers.set(++sent, { done, failed });
      const message = JSON.stringify([0, sent, command, values]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
}
