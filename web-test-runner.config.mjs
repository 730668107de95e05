import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { seleniumLauncher } from '@web/test-runner-selenium';
import { Builder } from 'selenium-webdriver';
import { engines, launchOptions, startWebKitDriver, webKitCapabilities } from './test/helpers/browsers.mjs';
import { faultServer } from './test/helpers/faults.mjs';
import { pressKey } from './test/helpers/keys.mjs';
import { cleanPieces, prerenderPages } from './test/helpers/prerender.mjs';
import { publicationServer } from './test/helpers/publication.mjs';

const { FUZZ, SEED, ELEMENT } = process.env;
let webkitDriver;

const launchers = {
  chromium: () => puppeteerLauncher({ launchOptions: launchOptions.chromium }),
  firefox: () => puppeteerLauncher({ launchOptions: launchOptions.firefox }),
  webkit: async () => {
    const { server } = await startWebKitDriver();
    const driverBuilder = new Builder().usingServer(server).withCapabilities(webKitCapabilities);
    const build = driverBuilder.build.bind(driverBuilder);
    driverBuilder.build = () => (webkitDriver = build());
    return Object.assign(seleniumLauncher({ driverBuilder }), { name: 'WebKit' });
  },
};

/** Sandboxed frames have an origin of their own, to which servers open what anybody may have. */
const openToAll = (context, next) => {
  context.set('access-control-allow-origin', '*');
  return next();
};

/** The names of what failed, the ten tests that took longest, and one plain line that npm test reads. */
const counter = {
  onTestRunFinished({ sessions }) {
    const results = sessions.flatMap(({ testResults }) => leaves(testResults));
    const broken = sessions.filter(({ errors }) => errors.length).length;
    const passed = results.filter((test) => test.passed).length;
    const failed = results.filter((test) => !test.passed && !test.skipped).length + broken;
    for (const { browser, testFile, testResults, errors } of sessions) {
      for (const { message } of errors) console.log(`failed in ${browser.name}: ${testFile}: ${message}`);
      for (const { name, error } of leaves(testResults).filter((test) => !test.passed && !test.skipped)) {
        console.log(`failed in ${browser.name}: ${testFile}: ${name}: ${error?.message}`);
      }
    }
    for (const { name, duration } of results.sort((a, b) => (b.duration ?? 0) - (a.duration ?? 0)).slice(0, 10)) {
      console.log(`${duration} ms: ${name}`);
    }
    console.log(`\nbrowsers: ${passed} passed, ${failed} failed`);
  },
};
const leaves = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(leaves)] : []);

export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts', '!test/**/node_modules/**'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
    pressKey(() => webkitDriver),
    prerenderPages,
    cleanPieces,
  ],
  middleware: [openToAll, faultServer, publicationServer],
  browsers: await Promise.all(engines().map((name) => launchers[name]())),
  reporters: [defaultReporter(), counter],
  // One page at a time in each browser: a page in the background has no focus and slow timers.
  concurrency: 1,
  // The contract holds ten elements to some thirty promises each, and waits out retries; `npm run fuzz` takes half an hour.
  testsFinishTimeout: FUZZ ? 7_200_000 : 900_000,
  // A machine that is busy takes its time to open a page.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  // A language for WebKit, whose own is that of the machine.
  testRunnerHtml: (path) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="settings" content='${JSON.stringify({ FUZZ, SEED, ELEMENT })}'>` +
    `<script type="module" src="${path}"></script>`,
  testFramework: { config: { timeout: 60_000 } },
};
