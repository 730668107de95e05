// What a line sends where: `stage.json` in the folder of the line, written into its embed script.
//
//   { "next": "0.1.1", "share": 5, "until": "2026-12-24", "off": ["office-map"] }
//
// Of the pages that name the line, `share` in a hundred load the elements of `next` instead of the line's own, until that
// day; those in `off` stay the fallback of the page, everywhere, until they are taken out of the list.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineOf } from '../public-api.mjs';
import { writeWhole } from './write-whole.mjs';

/** Longest that a version may be tried out, in days: what is forgotten ends by itself. */
export const maxDays = 60;
const day = 86_400_000;

export const folderOf = (version) => `iom-widgets@${version}`;

/**
 * @typedef {object} Stage
 * @property {string} [next] A full version.
 * @property {number} [share] Of pages, in percent.
 * @property {number} [until] Milliseconds since 1970.
 * @property {string[]} off Elements by their tag without `iom-`.
 */

/** What a stage file holds. */
export const stageText = (content) => `${JSON.stringify(content)}\n`;

/**
 * What a stage file says. Where something in it makes no sense, the line runs its own version on all pages.
 *
 * @param {string | undefined} text Of the file; undefined where there is none.
 * @param {{ line: string, elements: string[], exists: (version: string) => boolean, now: number }} context
 * @returns {{ stage: Stage, problems: string[] }}
 */
export function parseStage(text, { line, elements, exists, now }) {
  const problems = [];
  let content = {};
  try {
    if (text !== undefined) content = Object(JSON.parse(text));
  } catch {
    problems.push('stage.json is not JSON');
  }
  const { next, share, until, off = [], ...others } = content;
  for (const name of Object.keys(others)) problems.push(`stage.json: ${name} is unknown`);
  const known = Array.isArray(off) ? off.filter((name) => elements.includes(name)) : [];
  if (!Array.isArray(off) || known.length < off.length)
    problems.push(`stage.json: off takes a list of these: ${elements.join(', ')}`);
  if (next === undefined) return { stage: { off: known }, problems };
  const end = typeof until === 'string' ? Date.parse(until) : NaN;
  const wrong = [
    [
      typeof next === 'string' && /^\d+\.\d+\.\d+$/.test(next) && lineOf(next) === line,
      `next is no version of ${line}`,
    ],
    [typeof next === 'string' && exists(next), `there is no folder of version ${next}`],
    [typeof share === 'number' && share > 0 && share <= 100, 'share is a number up to 100'],
    [end > now, 'until is no day to come'],
    [!(end > now + maxDays * day), `until is more than ${maxDays} days away`],
  ].flatMap(([isRight, problem]) => (isRight ? [] : `stage.json: ${problem}`));
  if (wrong.length) return { stage: { off: known }, problems: [...problems, ...wrong] };
  return { stage: { next, share, until: end, off: known }, problems };
}

/**
 * The embed script of a line.
 *
 * @param {Stage} stage
 * @param {{ plain: string, staged: string }} scripts `autoload.js` and `autoload.staged.js` of the line's own version.
 */
export function stagedScript({ next, share, until, off }, { plain, staged }) {
  if (!next && !off.length) return plain;
  // The same page gets the same version, whoever opens it: by the name of its host, into a thousand parts.
  const folder = next
    ? `new Date<${Math.floor(until / 1e6)}e6&&[...location.host].reduce((e,t)=>(e*9+t.charCodeAt())%1e3,0)<${Math.round(share * 10)}&&"../${folderOf(next)}/"`
    : '""';
  // An element of that name which does nothing leaves what the page has in it. At the end: where a page has it already, that
  // is an error, and nothing but that.
  const stubs = off.map((name) => `customElements.define("iom-${name}",class extends HTMLElement{});`).join('');
  return staged.replace('/*stage*/', () => `var S=${folder};`).replace('/*off*/', () => stubs);
}

/** The version that a line runs: its list of parts names it. */
export function versionIn(folder) {
  try {
    const { metadata } = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'));
    return metadata.component.version;
  } catch {
    return undefined;
  }
}

/**
 * Writes the embed script of a line as its stage file says.
 *
 * @returns {{ stage: Stage, problems: string[], version: string }}
 * @throws {Error} Where there is no such line, or its version is gone.
 */
export function applyStage(to, line, now = Date.now()) {
  const folder = join(to, folderOf(line));
  const version = versionIn(folder);
  if (!version) throw new Error(`There is no line ${line} in ${to}.`);
  const read = (name) => readFileSync(join(to, folderOf(version), name), 'utf8');
  const elements = Object.keys(JSON.parse(read('integrity.json'))).flatMap(
    (file) => /^elements\/([\w-]+)\.js$/.exec(file)?.[1] ?? [],
  );
  const file = join(folder, 'stage.json');
  const exists = (next) => existsSync(join(to, folderOf(next), 'autoload.js'));
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const { stage, problems } = parseStage(text, { line, elements, exists, now });
  const script = stagedScript(stage, { plain: read('autoload.js'), staged: read('autoload.staged.js') });
  // In one step: a page gets the old one or the new one.
  writeWhole(join(folder, 'autoload.js'), script);
  return { stage, problems, version };
}
