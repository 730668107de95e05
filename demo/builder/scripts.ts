// Where the scripts are: what the builder knows by itself, and whether they are there.
import type { ReactiveControllerHost } from 'lit';
import { placeholder } from '../../scripts/cdn.mjs';
import { lineOf } from '../../scripts/public-api.mjs';
import { fetchText } from '../../src/feed/load/fetch.js';
import { addressProblem } from './address.js';
import type { Choice } from './choice.js';

/** Hash by file, as dist/integrity.json has them. */
export type Hashes = Readonly<Record<string, string>>;

/** What is known of a folder of scripts. */
export type ScriptsVerdict = { is: 'unknown' | 'asked' | 'bad' } | { is: 'good'; hashes: Hashes };

/** Stands for the folder as long as nobody has named one. */
export const unnamed = `${placeholder}/iom-widgets@{version}/`;

/**
 * The folder of the scripts, where the address of the builder's own page says it: it may be published beside them.
 *
 * @param page Address of the builder.
 */
export function scriptsBeside(page: string): string {
  const [, folder] = /^(https:\/\/[^?#]+?\/iom-widgets@)[\w.-]+\//.exec(page) ?? [];
  return folder && !addressProblem(folder) ? `${folder}{version}/` : unnamed;
}

/** Is it still the example? Then it is the first question. */
export const isUnnamed = (scripts: string): boolean => ['missing', 'example'].includes(addressProblem(scripts) ?? '');

/** A folder as somebody may write it: without the slash at its end, or with the name of a script. */
export const folderOf = (scripts: string): string =>
  `${scripts.trim().replace(/\/[\w-]+\.(js|html|json)$/, '')}/`.replace(/\/+$/, '/');

/** Which ways of pasting name the scripts: the others have them from npm or a plugin. */
export const namesScripts = (way: Choice['way']): boolean => ['pinned', 'evergreen', 'iframe'].includes(way);

/** The folder of the version, or of its release line, that a way names. */
export const folderFor = ({ way, scripts }: Choice, version: string): string =>
  folderOf(scripts || unnamed).replace('{version}', way === 'pinned' ? version : lineOf(version));

/**
 * Asks the folder for its list of hashes, as a page of another site would.
 *
 * @param folder Ends with a slash.
 * @param signal Ends the request: another folder is asked for now.
 */
export async function checkScripts(folder: string, signal: AbortSignal): Promise<ScriptsVerdict> {
  if (addressProblem(folder)) return { is: 'unknown' };
  try {
    const hashes = JSON.parse(await fetchText(`${folder}integrity.json`, signal)) as Hashes;
    return 'autoload.js' in Object(hashes) ? { is: 'good', hashes } : { is: 'bad' };
  } catch {
    signal.throwIfAborted();
    return { is: 'bad' };
  }
}

/** Knows whether the scripts are where they are said to be. */
export class ScriptsController {
  verdict: ScriptsVerdict = { is: 'unknown' };

  #asked = '';
  #asking = new AbortController();
  #timer?: ReturnType<typeof setTimeout>;

  constructor(private host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected() {
    this.#asking.abort();
  }

  /**
   * Asks, where the lines name the scripts and others can reach them.
   *
   * @param wait Milliseconds: whoever types is let finish.
   */
  check(choice: Choice, version: string, wait = 0) {
    const folder = namesScripts(choice.way) ? folderFor(choice, version) : '';
    if (folder === this.#asked) return;
    this.#asked = folder;
    clearTimeout(this.#timer);
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#learn({ is: folder && !addressProblem(folder) ? 'asked' : 'unknown' });
    if (this.verdict.is === 'unknown') return;
    this.#timer = setTimeout(() => {
      checkScripts(folder, signal).then((verdict) => this.#learn(verdict), String);
    }, wait);
  }

  #learn(verdict: ScriptsVerdict) {
    this.verdict = verdict;
    this.host.requestUpdate();
  }
}
