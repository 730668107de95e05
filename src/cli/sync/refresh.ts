import { hash } from 'node:crypto';
import type { Item } from '../../feed/schema/model.generated.js';
import { CommandError } from '../command.js';
import { formatDiagnostic, type Diagnostics } from '../diagnostics.js';
import { SourceError, type SourceLimits } from '../import/fetch-source.js';
import { kindOf } from '../import/formats/detect-format.js';
import { moveFiles } from '../import/move-files.js';
import { isSameSite, readPages } from '../import/pages.js';
import { checkWrittenIds } from '../import/merge/check-ids.js';
import { linkReferences } from '../import/merge/link-references.js';
import { SavedFiles } from '../import/saved-files.js';
import { expandSources, readIfChanged, type Source } from '../import/source.js';
import type { Draft } from '../import/draft.js';
import { compareItems, lossOf } from './compare.js';
import type { SourceConfig } from './config.js';
import { itemsOf, keyOf, taken, type ReadPage, type SourceContent } from './content.js';
import { lasting, type SourceState, type Trouble } from './state.js';

export interface RefreshOptions {
  lang: string;
  /** Folder that the feed is written into: relative addresses of pictures lead from there. */
  folder: string;
  /** Whether to take what the source says, however much is gone. */
  accept: boolean;
  /** Milliseconds since 1970. */
  now: number;
  limits?: Partial<SourceLimits>;
}

/** What became of a source. */
export interface Refreshed {
  state: SourceState;
  /** What we have of it: new, or as it was; undefined where that is nothing. */
  content?: SourceContent;
  /** Whether that is otherwise than before. */
  isChanged: boolean;
  /** What it has taken back. */
  withdrawn: Item[];
  /** What there is to tell of its content, page by page; more may come when it is merged. */
  notes: Diagnostics[];
  /** What of it was told before. */
  reported: readonly string[];
  /** What is to be told of its trouble. */
  message?: string;
}

/** Milliseconds for which an answer that is older than what we have is not believed. */
const longestBehind = 86_400_000;

/**
 * Asks a source what there is. What it gave before stays where it can't be had, or is not to be believed.
 *
 * @param before What is known of it.
 * @param content What we have of it.
 */
export async function refresh(
  source: SourceConfig,
  before: SourceState | undefined,
  content: SourceContent | undefined,
  options: RefreshOptions,
): Promise<Refreshed> {
  const { now, lang, folder } = options;
  const state: SourceState = { from: source.from, items: content ? itemsOf(content.drafts).length : 0 };
  if (before?.succeeded) state.succeeded = before.succeeded;
  const kept = (found: Pick<Trouble, 'kind' | 'what'>, retryAfter?: string): Refreshed => {
    const { trouble, isNews } = lasting(found, before?.trouble, now);
    return {
      state: { ...state, trouble, ...(retryAfter && { retryAfter }) },
      content,
      isChanged: false,
      withdrawn: [],
      notes: [],
      reported: [],
      ...(isNews && { message: trouble.what }),
    };
  };
  if (before?.retryAfter && before.trouble && Date.parse(before.retryAfter) > now) {
    return kept(before.trouble, before.retryAfter);
  }
  try {
    const answer = await read(source, content, options);
    state.succeeded = new Date(now).toISOString();
    if (!answer) return { state, content, isChanged: false, withdrawn: [], notes: [], reported: [] };
    checkWrittenIds(answer.drafts);
    linkReferences(answer.drafts);
    const failures = answer.notes.flatMap(({ all }) => all.filter(({ severity }) => severity === 'error'));
    if (failures.length) throw new CommandError(failures.map(formatDiagnostic).join('\n'));
    await answer.files.write(folder);
    const { next, withdrawn, doubt } = judge(source, before, content, answer, options);
    if (doubt) return kept(doubt);
    state.items = itemsOf(next.drafts).length;
    next.key = keyOf(source, lang);
    return { state, content: next, isChanged: true, withdrawn, notes: answer.notes, reported: content?.reported ?? [] };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (before?.succeeded) state.succeeded = before.succeeded;
    else delete state.succeeded;
    const at = error instanceof SourceError ? error.retryAt : undefined;
    return kept({ kind: at ? 'busy' : 'failed', what: error.message }, at ? new Date(at).toISOString() : undefined);
  }
}

interface Answer {
  pages: ReadPage[];
  drafts: Draft[];
  notes: Diagnostics[];
  /** From inside of its documents and messages. */
  files: SavedFiles;
  isData: boolean;
  /** Whether the source shows all that it has. */
  isWhole: boolean;
}

const isAddress = (name: string) => /^https?:\/\//i.test(name);
const hashOf = ({ text, bytes }: Source) => hash('sha256', bytes ?? text, 'base64url');

/** Undefined where nothing has changed. */
async function read(
  source: SourceConfig,
  content: SourceContent | undefined,
  { lang, folder, limits }: RefreshOptions,
): Promise<Answer | undefined> {
  const names = await expandSources(source.from);
  /** What was had when it was asked whether it had changed. */
  const fresh = new Map<string, Source>();
  if (content?.key === keyOf(source, lang) && !(await hasChanged(names, content.pages, fresh, limits)))
    return undefined;
  const files = new SavedFiles();
  const answer: Answer = { pages: [], drafts: [], notes: [], files, isData: true, isWhole: !isAddress(source.from) };
  const keeping = { pictures: files.takePicture, attachments: files.takeAttachment };
  for (const name of names) {
    const { base, country, planned, pages: number } = source;
    let count = 0;
    const reading = { base, country, planned, pages: number, lang, ...keeping };
    const pages = readPages(name, reading, async (address) => {
      const given = fresh.get(address) ?? (await readIfChanged(address, {}, limits))!;
      fresh.delete(address);
      if (!given.url || isSameSite(given.url, address)) return given;
      const fix = `if it has moved there, name that address, and this one as “formerly”; else take the source out`;
      throw new SourceError(`${address}: the server redirects to another site, ${given.url}; ${fix}`);
    });
    for await (const { draft, source: page, isLast } of pages) {
      count++;
      answer.pages.push({ address: page.name, validators: page.validators ?? {}, hash: hashOf(page) });
      if (!isAddress(name)) moveFiles(draft, name, folder, (address) => files.has(address));
      answer.drafts.push(taken(draft, source));
      answer.notes.push(page.notes);
      answer.isData &&= ['json', 'xml'].includes(kindOf(page.text.slice(0, 4000).trimStart()));
      if (isLast && (count > 1 || page.pages === 1)) answer.isWhole = true;
    }
  }
  return answer;
}

async function hasChanged(
  names: readonly string[],
  pages: readonly ReadPage[],
  fresh: Map<string, Source>,
  limits?: Partial<SourceLimits>,
): Promise<boolean> {
  if (!names.every((name) => pages.some(({ address }) => address === name))) return true;
  for (const { address, validators, hash: known } of pages) {
    if (!isAddress(address) && !names.includes(address)) return true;
    const page = await readIfChanged(address, validators, limits);
    if (!page || hashOf(page) === known) continue;
    fresh.set(address, page);
    return true;
  }
  return false;
}

/** What we have of a source with this answer, or why the answer is not taken. */
function judge(
  { from }: SourceConfig,
  before: SourceState | undefined,
  content: SourceContent | undefined,
  { drafts, pages, isData, isWhole }: Answer,
  { accept, now, lang }: RefreshOptions,
): { next: SourceContent; withdrawn: Item[]; doubt?: Pick<Trouble, 'kind' | 'what'> } {
  const next: SourceContent = { key: '', isData, pages, drafts, hasOlder: false, reported: [] };
  if (!content) return { next, withdrawn: [] };
  const accepting = `iom-feed sync --accept ${lang} takes it all the same`;
  const doubt = (kind: Trouble['kind'], what: string, fix: string) => ({
    next,
    withdrawn: [],
    doubt: { kind, what: `${from}: ${what}, so what it gave before stays; ${fix}` },
  });
  const items = itemsOf(content.drafts);
  if (!accept && content.isData && !isData) {
    return doubt('other', 'it was a feed, and now is a page or a text', `open it in a browser; ${accepting}`);
  }
  if (!accept && items.length && !itemsOf(drafts).length) {
    return doubt(
      'empty',
      `it is empty, and had ${count(items.length, 'item')}`,
      `look at it; if that is meant, ${accepting}`,
    );
  }
  const { older, withdrawn, isBehind, hasNews } = compareItems(content, drafts, isWhole);
  if (older) Object.assign(next, { drafts: [...drafts, older], hasOlder: true });
  const since = before?.trouble?.kind === 'older' ? Date.parse(before.trouble.since) : now;
  if (!accept && (isBehind || (!hasNews && isOlder(content.pages, pages))) && now - since < longestBehind) {
    const fix = `it is believed after a day; ${accepting} at once`;
    return doubt('older', 'it shows an older state than the one we have', fix);
  }
  const loss = accept ? undefined : lossOf(content, next.drafts);
  if (loss) {
    const what = `it has lost ${loss.before - loss.after} of ${loss.before} entries (${loss.part})`;
    return doubt('smaller', what, `look at it; if that is meant, ${accepting}`);
  }
  return { next, withdrawn };
}

/** Whether the server says that its answer is from before the one we have. */
function isOlder([before]: readonly ReadPage[], [now]: readonly ReadPage[]): boolean {
  const [one, other] = [before, now].map((page) => Date.parse(page?.validators.lastModified ?? ''));
  return before?.address === now?.address && other < one;
}

export const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
