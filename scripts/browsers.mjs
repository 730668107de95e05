// Sees to it that tests have their browsers: installs Chromium where it may, and says what to do where it may not.
import { execSync } from 'node:child_process';
import { browsers } from '../test/helpers/browsers.mjs';

const packages = { chromium: 'chromium', firefox: 'firefox-esr', webkit: 'webkit2gtk-driver xvfb' };
const run = (command) => {
  try {
    execSync(command, { stdio: ['ignore', 'ignore', 'inherit'] });
    return true;
  } catch {
    return false;
  }
};

/** Installs what is missing of the engines that must be there; with `CI=true` all three. Throws when it can't. */
export async function provideBrowsers() {
  const missing = () => Object.keys(packages).filter((name) => !browsers()[name]);
  const needed = process.env.CI === 'true' ? missing() : missing().filter((name) => name === 'chromium');
  if (!needed.length) return;
  console.log(`Installing ${needed.join(', ')} …`);
  const debian = run('command -v apt-get') && process.getuid?.() === 0;
  const names = needed.map((name) => packages[name]).join(' ');
  if (!debian || !run(`apt-get -qq update && apt-get -qq install -y --no-install-recommends ${names}`)) {
    if (needed.includes('chromium')) run('npx --yes playwright install chromium');
  }
  const still = needed.filter((name) => missing().includes(name));
  if (!still.length) return;
  throw new Error(
    `No ${still.join(', no ')} on this machine, and none could be installed.\n` +
      `On Debian or Ubuntu: sudo apt-get install ${still.map((name) => packages[name]).join(' ')}\n` +
      'Elsewhere: install Chrome or Chromium, or set CHROME_PATH to it, and run npm test again.',
  );
}
