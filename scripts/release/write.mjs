// Writes the folder of a version, and gives its files to a line. Each step is one rename: what is served is whole at any
// moment, also after a crash.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf, stagedScript, stageText } from './stage.mjs';

/** What no page loads: for servers, applications and the command line. */
const notForPages = /^(?:ssr|cli|types|application)(?:\/|$)|^react(?:\.server)?\.js$/;
/** Of a version alone: the hashes of a line would change with its files. */
const ofVersion = ['importmap.json', 'integrity.json', 'SHA256SUMS'];

/** Paths of all files in a folder. */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

export const sizeOf = (folder) => filesIn(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

/** Files of a build that belong on a server for pages. */
export const filesForPages = (from) => filesIn(from).filter((file) => !notForPages.test(file));

/** What goes in a folder of this name is served by none, and removed when it fails. */
function inScratch(to, work) {
  mkdirSync(to, { recursive: true });
  // What a killed release has left.
  for (const name of readdirSync(to).filter((entry) => entry.startsWith('.release-'))) {
    if (Date.now() - statSync(join(to, name)).mtimeMs > 86_400_000) rmSync(join(to, name), { recursive: true });
  }
  const scratch = mkdtempSync(join(to, '.release-'));
  try {
    return work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Writes the folder of a version, with checksums and an import map.
 *
 * @param {{ to: string, from: string, version: string, url: string }} options
 * @throws {Error} Where the folder is there already, or the disk is full; nothing is written then.
 */
export function writeVersion({ to, from, version, url }) {
  inScratch(to, (scratch) => {
    const folder = join(scratch, 'version');
    const put = (file, text) => writeFileSync(join(folder, file), text);
    for (const file of filesForPages(from)) cpSync(join(from, file), join(folder, file));
    const hashes = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
    const own = Object.entries(hashes).filter(([file]) => existsSync(join(folder, file)));
    put('integrity.json', text(Object.fromEntries(own)));
    const base = `${url.replace(/\/*$/, '')}/${folderOf(version)}/`;
    put('importmap.json', text({ integrity: Object.fromEntries(own.map(([file, hash]) => [base + file, hash])) }));
    const sums = filesIn(folder).map((file) => {
      const hash = createHash('sha256').update(readFileSync(join(folder, file)));
      return `${hash.digest('hex')}  ${file}\n`;
    });
    put('SHA256SUMS', sums.join(''));
    // Fails where the folder has come meanwhile.
    renameSync(folder, join(to, folderOf(version)));
  });
}

/**
 * Gives a line the files of a version. Chunks of earlier versions stay: pages that were opened before still ask for them.
 * All is copied before any file is changed, so that a full disk changes none; then files are renamed into place, those that
 * name others after what they name, the embed script last.
 *
 * @param {{ to: string, line: string, version: string, off: string[] }} options `off`: elements that are switched off.
 */
export function updateLine({ to, line, version, off }) {
  const folder = join(to, folderOf(line));
  const source = join(to, folderOf(version));
  inScratch(to, (scratch) => {
    const copy = join(scratch, 'line');
    const files = filesIn(source).filter((file) => !ofVersion.includes(file));
    for (const file of files) cpSync(join(source, file), join(copy, file));
    const [plain, staged] = ['autoload.js', 'autoload.staged.js'].map((file) =>
      readFileSync(join(source, file), 'utf8'),
    );
    writeFileSync(join(copy, 'autoload.js'), stagedScript({ off }, { plain, staged }));
    if (!existsSync(folder)) return renameSync(copy, folder);
    // What was tried out is over.
    writeFileSync(join(copy, 'stage.json'), stageText({ off }));
    const rank = (file) => (file === 'autoload.js' ? 2 : Number(!file.startsWith('chunks/')));
    for (const file of [...files, 'stage.json'].sort((one, next) => rank(one) - rank(next))) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      renameSync(join(copy, file), join(folder, file));
    }
  });
}

const text = (value) => `${JSON.stringify(value, null, 2)}\n`;
