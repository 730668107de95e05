// The browsers of this machine: where they are, and how tests drive them.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';

const first = (paths) => paths.find((path) => path && existsSync(path));

/** Paths of the browsers of this machine, undefined where there is none. Environment variables come first. */
export const browsers = () => ({
  chromium: first([
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    playwrightChromium(),
  ]),
  firefox: first([
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]),
  webkit: first(['/usr/bin/WebKitWebDriver']) && first(['/usr/bin/xvfb-run']) && first(miniBrowsers()),
});

/** The engines to test in: those that are here, or as many of them as `ENGINES=chromium,firefox` names. */
export function engines() {
  const wanted = process.env.ENGINES?.split(',');
  const here = browsers();
  return Object.keys(here).filter((name) => here[name] && (!wanted || wanted.includes(name)));
}

/** A Chromium that `npx playwright install chromium` has left here. */
function playwrightChromium() {
  const folder = `${homedir()}/.cache/ms-playwright`;
  const match = existsSync(folder) && readdirSync(folder).find((name) => /^chromium-\d/.test(name));
  return match && first(['chrome-linux64', 'chrome-linux'].map((name) => `${folder}/${match}/${name}/chrome`));
}

function miniBrowsers() {
  const folders = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu`);
  return folders.flatMap((folder) => ['4.1', '4.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`));
}

/** What puppeteer needs to start Chromium or Firefox without it calling anybody. */
export const launchOptions = {
  chromium: {
    executablePath: browsers().chromium,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // Each window would load two pages of the browser's own, which take the processor from the page under test.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
    ],
  },
  firefox: { browser: 'firefox', executablePath: browsers().firefox, headless: true },
};

/** Starts WebKit's driver on a free port; it ends with this process. */
export async function startWebKitDriver() {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { stdio: 'ignore', detached: true });
  const stop = () => {
    try {
      process.kill(-driver.pid);
    } catch {
      // Already gone.
    }
  };
  process.once('exit', stop);
  await reachable(port);
  return { server: `http://127.0.0.1:${port}`, stop };
}

/** Opens a page in WebKit, as far as its driver goes: of what happens in a page only the page itself can tell. */
export async function openWebKit() {
  const { Builder } = await import('selenium-webdriver');
  const { server, stop } = await startWebKitDriver();
  const driver = await new Builder().usingServer(server).withCapabilities(webKitCapabilities).build();
  const evaluate = (run, ...values) => driver.executeScript(`return (${run})(...arguments)`, ...values);
  return {
    goto: (url) => driver.get(url),
    evaluate,
    /**
     * Waits until a function gives something.
     *
     * @returns {Promise<any>}
     */
    async waitForFunction(check, { timeout }, ...values) {
      for (const end = Date.now() + timeout; !(await evaluate(check, ...values));) {
        if (Date.now() > end) throw new Error(`Not within ${timeout} ms: ${check} ${values}`);
      }
    },
    async close() {
      await driver.quit();
      stop();
    },
  };
}

/** WebDriver capabilities for WebKit's small browser. */
export const webKitCapabilities = {
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { binary: browsers().webkit, args: ['--automation'] },
};

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function reachable(port) {
  for (let left = 100; left; left--) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error(`WebKitWebDriver does not answer on port ${port}`);
}
