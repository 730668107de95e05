import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { languageTag } from '../../feed/parse/parsers.js';
import { CommandError } from '../command.js';
import { formatDiagnostic } from '../diagnostics.js';
import { byPlace, findingOn, type Finding, type Tell } from '../validate/findings.js';
import { keyErrors, syntaxErrors } from '../validate/json.js';
import { Page } from '../validate/page.js';
import { schemaCheck } from '../validate/schema.js';
import type { SyncConfig, SyncSource } from './config.generated.js';
import schema from './sync.schema.json' with { type: 'json' };

/** Where one looks for the configuration. */
export const defaultConfig = 'iom-feed.config.json';

/** A source, and what is taken of it: see sync.schema.json. */
export type SourceConfig = Exclude<SyncSource, string>;

/** A part of a feed that can be taken of a source. */
export type TakenPart = NonNullable<SourceConfig['take']>[number];

/** A request that has a CDN forget what it holds. */
export interface PurgeConfig {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

/** What is done for one language. */
export interface FeedConfig {
  /** BCP 47 tag. */
  lang: string;
  title?: string;
  /** Addresses, and paths from the working folder. */
  sources: SourceConfig[];
  /** Folder of the publications. */
  out: string;
  url?: string;
  pictures: boolean;
  text: boolean;
  purge?: PurgeConfig;
  /** Folder of the configuration: what local sources name may stand below it. */
  home: string;
}

const check = schemaCheck(schema);

/**
 * Reads a configuration.
 *
 * @returns What is to be done for each language, in the order of the file.
 * @throws {CommandError} When something in it is wrong: each with line and column, and what to do.
 */
export async function readConfig(file: string): Promise<FeedConfig[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const fix = 'name the configuration, or make one: docs/feed.md of iom-widgets has an example';
    throw new CommandError(`${file}: ${isMissing ? `there is no such file; ${fix}` : (error as Error).message}`);
  });
  const page = new Page(file, text.replace(/^\uFEFF/, ''));
  const findings = [...syntaxErrors(page)];
  if (!findings.length) {
    const report: Tell = (path, remark) => findings.push(findingOn(page, path, remark));
    findings.push(...keyErrors(page));
    check(page, report);
    if (!findings.length) checkMeaning(page, report);
  }
  if (findings.length) throw new CommandError(`${findings.sort(byPlace).map(inWords).join('\n')}\nnothing was done`);
  return feedsOf(page.value as SyncConfig, dirname(file));
}

const inWords = ({ path, what, ...place }: Finding) =>
  formatDiagnostic({ ...place, what: path ? `${path}: ${what}` : what });

/** What a schema can't say. */
function checkMeaning(page: Page, report: Tell): void {
  const { feeds, out } = page.value as SyncConfig;
  const languages = Object.keys(feeds);
  const refuse = (path: (string | number)[], what: string, fix: string) =>
    report(path, { severity: 'error', rule: 'schema', what, fix });
  for (const language of languages) {
    if (!/^[a-z]{2,3}(?:-|$)/i.test(language) || !languageTag(language))
      refuse(['feeds', language], 'this is no language', 'write it as fr, or zh-Hans');
  }
  if (languages.length > 1 && !out.includes('{lang}')) {
    const fix = 'put {lang} into it, where the language is to stand';
    refuse(['out'], `${languages.length} feeds would be published in one folder`, fix);
  }
}

function feedsOf({ feeds, out, url, pictures = false, text = false, purge }: SyncConfig, home: string): FeedConfig[] {
  return Object.entries(feeds).map(([lang, { title, sources }]) => {
    const named = <T extends string | undefined>(text: T) => text?.replaceAll('{lang}', lang) as T;
    return {
      lang,
      ...(title && { title }),
      sources: sources.map((source) => located(typeof source === 'string' ? { from: source } : source, home)),
      out: located({ from: named(out) }, home).from,
      ...(url && { url: named(url) }),
      pictures,
      text,
      ...(purge && { purge: purgeOf(purge, named) }),
      home,
    };
  });
}

const located = (source: SourceConfig, home: string): SourceConfig =>
  /^https?:\/\//i.test(source.from) ? source : { ...source, from: relative('.', resolve(home, source.from)) || '.' };

function purgeOf(purge: NonNullable<SyncConfig['purge']>, named: (text: string) => string): PurgeConfig {
  const { url, method = 'POST', headers = {}, body } = typeof purge === 'string' ? { url: purge } : purge;
  const isJson = body !== undefined && typeof body !== 'string';
  return {
    url: named(url),
    method,
    headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: named(isJson ? JSON.stringify(body) : body) }),
  };
}
