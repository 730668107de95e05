// The old engines, and how they come onto this machine: out of npm packages and Debian's archive, into a folder that is kept.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { brotliDecompressSync } from 'node:zlib';
import { browsers } from '../helpers/browsers.mjs';

/** Unpacked engines stay here for the next time, 2 GB of them. */
export const cache = process.env.MUSEUM_CACHE ?? `${tmpdir()}/iom-widgets-museum`;

/** What each engine has to show: all of an element, or at least the link inside it. */
const whole = 'whole';
const link = 'link';

/**
 * The collection. Another Chromium is a line with its npm package; which package holds which Chromium say
 * https://www.npmjs.com/package/@sparticuz/chromium and https://www.npmjs.com/package/chrome-aws-lambda.
 */
export const engines = [
  { name: 'Chromium 83', promise: link, drive: 'chromium', get: fromNpm('chrome-aws-lambda@3.1.1') },
  { name: 'Chromium 90', promise: link, drive: 'chromium', get: fromNpm('chrome-aws-lambda@8.0.2') },
  { name: 'Chromium 92', promise: link, drive: 'chromium', get: fromNpm('chrome-aws-lambda@10.1.0') },
  { name: 'Chromium 103', promise: whole, drive: 'chromium', get: fromNpm('@sparticuz/chromium@103.0.0') },
  { name: 'Chromium 106', promise: whole, drive: 'chromium', get: fromNpm('@sparticuz/chromium@106.0.2') },
  { name: 'Chromium 110', promise: whole, drive: 'chromium', get: fromNpm('@sparticuz/chromium@110.0.1') },
  { name: 'Chromium 114', promise: whole, drive: 'chromium', get: fromNpm('@sparticuz/chromium@114.0.0') },
  { name: 'Chromium 119', promise: whole, drive: 'chromium', get: fromNpm('@sparticuz/chromium@119.0.2') },
  { name: 'Chromium 123', promise: whole, drive: 'chromium', get: fromNpm('@sparticuz/chromium@123.0.1') },
  { name: 'Chromium 126', promise: whole, drive: 'chromium', get: fromNpm('@sparticuz/chromium@126.0.0') },
  { name: 'Chromium 133', promise: whole, drive: 'chromium', get: fromNpm('@sparticuz/chromium@133.0.0') },
  { name: 'Firefox ESR 115', promise: whole, drive: 'firefox', get: firefox115 },
  { name: 'WebKitGTK 2.44', promise: whole, drive: 'webkit', get: webkit244 },
  { name: 'Chromium of today', promise: whole, drive: 'chromium', get: () => ({ path: browsers().chromium }) },
  { name: 'Firefox of today', promise: whole, drive: 'firefox', get: () => ({ path: browsers().firefox }) },
  { name: 'WebKitGTK of today', promise: whole, drive: 'webkit', get: () => ({ path: browsers().webkit }) },
];

const run = (command, ...values) =>
  execFileSync(command, values, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });

/**
 * A folder of the collection, filled once: one that was not filled to the end is not there.
 *
 * @param {string} name
 * @param {(folder: string) => void} fill
 */
function kept(name, fill) {
  const folder = `${cache}/${name.replace(/\W+/g, '-').replace(/^-/, '')}`;
  if (existsSync(folder)) return folder;
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  fill(half);
  renameSync(half, folder);
  return folder;
}

/** These packages are made for Amazon's servers: beside the engine they bring libraries that other machines may not have. */
function fromNpm(name) {
  return () => {
    const folder = kept(name, (half) => {
      const [archive] = run('npm', 'pack', '--silent', '--pack-destination', half, name).trim().split('\n').slice(-1);
      run('tar', 'xzf', `${half}/${archive}`, '-C', half);
      const bin = `${half}/package/bin`;
      for (const file of readdirSync(bin)) {
        const content = brotliDecompressSync(readFileSync(`${bin}/${file}`));
        if (file === 'chromium.br') writeFileSync(`${half}/chromium`, content, { mode: 0o755 });
        else {
          writeFileSync(`${half}/libraries.tar`, content);
          run('tar', 'xf', `${half}/libraries.tar`, '-C', half);
        }
      }
      for (const rest of [archive, 'package', 'libraries.tar'])
        rmSync(`${half}/${rest}`, { recursive: true, force: true });
    });
    // A library of the machine's own comes first: those of the package are older than what others here want.
    return { path: `${folder}/chromium`, libraries: isComplete(`${folder}/chromium`) ? undefined : `${folder}/lib` };
  };
}

const isComplete = (file) => !run('ldd', file).includes('not found');

const archive = 'http://deb.debian.org/debian/pool/main';

/** The last Firefox for Windows 7 and 8, from Debian 11, with the two libraries that Debian 12 has in other versions. */
function firefox115() {
  const folder = kept('firefox-esr@115', (half) => {
    for (const path of [
      'f/firefox-esr/firefox-esr_115.14.0esr-1~deb11u1_amd64.deb',
      'libf/libffi/libffi7_3.3-6_amd64.deb',
      'd/dbus-glib/libdbus-glib-1-2_0.110-6_amd64.deb',
    ]) {
      run('curl', '-fsSL', '-o', `${half}/package.deb`, `${archive}/${path}`);
      run('dpkg-deb', '-x', `${half}/package.deb`, half);
    }
    rmSync(`${half}/package.deb`);
  });
  return { path: `${folder}/usr/lib/firefox-esr/firefox-esr`, libraries: `${folder}/usr/lib/x86_64-linux-gnu` };
}

/** Of spring 2024, in a Debian 11 of its own: WebKit looks for its parts where it was installed. That takes root. */
function webkit244() {
  const root = kept('webkitgtk@2.44', (half) => {
    run('debootstrap', '--variant=minbase', 'bullseye', half, 'http://deb.debian.org/debian');
    const packages = ['webkit2gtk-driver', 'xvfb', 'xauth', 'fonts-dejavu-core'];
    run('chroot', half, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages);
  });
  return { root, path: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser' };
}
