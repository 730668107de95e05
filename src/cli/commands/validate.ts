import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { CommandError, exitCode } from '../command.js';
import type { FileType } from '../import/formats/file-type.js';
import { readSource } from '../import/source.js';
import { exitCodeFor, printFindings } from '../print-findings.js';
import { fileOf, isRelative } from '../publish/addresses.js';
import { checkContent } from '../validate/content.js';
import { byPlace, findingOn, shorten, shownOfKind, type Finding, type Tell } from '../validate/findings.js';
import { keyErrors, syntaxErrors } from '../validate/json.js';
import { checkLinks } from '../validate/links.js';
import { notAFeed } from '../validate/not-a-feed.js';
import { fieldsOf, Page } from '../validate/page.js';
import { checkReferences } from '../validate/references.js';
import { checkSchema } from '../validate/schema.js';

/**
 * Looks for what is wrong in a feed, and in the older pages that its `next_url` names beside it: against the schema, and
 * beyond it.
 *
 * @param feed A file, an address, or `-` for standard input.
 * @returns What was found, page by page, in the order of the text.
 * @throws {CommandError} When the feed can't be read.
 */
export async function validate(feed: string): Promise<Finding[]> {
  const matches = new Map<string, Finding[]>();
  const pages: { page: Page; report: Tell }[] = [];
  let next: string | undefined = feed;
  const visited = new Set<string>();
  while (next !== undefined && !visited.has(identityOf(next))) {
    visited.add(identityOf(next));
    const findings: Finding[] = [];
    matches.set(next, findings);
    const { page, encoding, type } = await readPage(next).catch((error: unknown) => {
      if (!(error instanceof CommandError) || !pages.length) throw error;
      // Its address stands in the page before it.
      const fix = 'correct the address, or remove it';
      pages.at(-1)!.report(['next_url'], { severity: 'error', rule: 'dead-reference', what: error.message, fix });
      return { page: undefined, encoding: [], type: undefined };
    });
    next = undefined;
    if (!page) continue;
    const stranger = notAFeed(page, type);
    if (stranger) {
      findings.push(stranger);
      continue;
    }
    findings.push(...encoding, ...syntaxErrors(page));
    if (page.errors.length) continue;
    const report: Tell = (path, remark) => findings.push(findingOn(page, path, remark));
    findings.push(...keyErrors(page));
    checkSchema(page, report);
    checkLinks(page, report);
    checkContent(page, report);
    pages.push({ page, report });
    next = pageBeside(page, report);
  }
  const last = pages.at(-1)?.page;
  checkReferences(pages, matches.size === pages.length && typeof fieldsOf(last?.value).next_url !== 'string');
  return [...matches.values()].flatMap((findings) => findings.sort(byPlace));
}

async function readPage(name: string): Promise<{ page: Page; encoding: Finding[]; type?: FileType }> {
  const { text, notes, type } = await readSource(name);
  // RFC 8259, 8.1: JSON between systems is UTF-8, and widgets read it as that.
  const encoding = notes.all.map((note): Finding => ({
    ...note,
    fix: 'save it as UTF-8',
    severity: 'error',
    rule: 'encoding',
    path: '',
  }));
  return { page: new Page(name, text), encoding, type };
}

const isUrl = (name: string) => /^https?:\/\//i.test(name);

const identityOf = (name: string) => (isUrl(name) || name === '-' || !existsSync(name) ? name : realpathSync(name));

/** The older page, when its address is relative; tells of one that isn't there. */
function pageBeside({ name, value }: Page, report: Tell): string | undefined {
  const { next_url } = fieldsOf(value);
  if (typeof next_url !== 'string' || name === '-') return undefined;
  if (isUrl(name)) return URL.canParse(next_url, name) ? new URL(next_url, name).href : undefined;
  if (!isRelative(next_url)) return undefined;
  const file = join(dirname(name), fileOf(next_url));
  if (existsSync(file)) return file;
  const what = `there is no file ${file}`;
  report(['next_url'], {
    severity: 'error',
    rule: 'dead-reference',
    what,
    fix: 'put the older page there, or remove the address',
  });
  return undefined;
}

const help = `
Beyond the schema it finds: references to missing contacts, units and items;
duplicate ids; unclosed HTML; missing languages; invalid dates; links that are
not https; pictures without text alternative or size; unknown fields. Older pages
beside the feed, named by next_url, are checked too.

Exit code:
  ${exitCode.done}  nothing to fix; there may be hints
  ${exitCode.warnings}  there are warnings: it can be published, but should be fixed
  ${exitCode.failed}  there are errors, or the feed can't be read

Examples:
  iom-feed validate oim.fr.json
  iom-feed validate https://feeds.example.org/fr/feed.json
  iom-feed validate oim.fr.json --all
  iom-feed validate oim.fr.json --json > findings.json`;

/** Gives `iom-feed validate` its arguments. */
export function define(command: Command): void {
  command
    .description('Finds what is wrong in a feed: file, line and column, what it is, how to fix it.')
    .argument('<feeds...>', 'files or addresses; - is standard input')
    .option('--all', `print all findings; default: the first ${shownOfKind} of each kind and the number of the others`)
    .option('--json', 'print all findings as JSON, for machines')
    .addHelpText('after', help)
    .action(run);
}

async function run(feeds: string[], { all, json }: { all?: boolean; json?: boolean }): Promise<void> {
  const findings: Finding[] = [];
  let failed = false;
  for (const feed of feeds) {
    try {
      findings.push(...(await validate(feed)));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(error.message);
      failed = true;
    }
  }
  if (json) console.log(JSON.stringify(findings, null, 2));
  else {
    const { shown, more } = all ? { shown: findings, more: [] } : shorten(findings);
    const rest = more.map(({ first, count }) => ({
      ...first,
      fix: 'list them with --all',
      before: `${count.toLocaleString('en')} more like this: `,
    }));
    const lines = shown.map(({ path, ...finding }) => ({ ...finding, before: path && `${path}: ` }));
    printFindings(feeds, findings, [...lines, ...rest], failed);
  }
  process.exitCode = exitCodeFor(findings, failed);
}
