import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CommandError, exitCode } from '../command.js';
import { checkElements } from '../check/check-element.js';
import { checkFeeds, type FeedOptions } from '../check/check-feeds.js';
import { checkFrames } from '../check/check-frames.js';
import { checkScripts } from '../check/check-scripts.js';
import { attributeOf, PageText, type Finding } from '../check/page-text.js';
import { collectFeed } from '../feed-option.js';
import { readSource } from '../import/source.js';
import { exitCodeFor, printFindings } from '../print-findings.js';
import { byPlace } from '../validate/findings.js';

/**
 * Looks for mistakes in how a page uses the elements.
 *
 * @param name File of the page, its address, or `-` for standard input. A piece of a page is checked, too.
 * @returns What was found, in the order of the text.
 * @throws {CommandError} When the page can't be read.
 */
export async function check(name: string, options: Partial<FeedOptions> = {}): Promise<Finding[]> {
  const { text, url } = await readSource(name);
  const page = new PageText(name, text);
  const widgets = checkElements(page);
  const { forFrames } = checkScripts(page, widgets);
  checkFrames(page, forFrames.length > 0);
  const { feeds = {}, base = url, online = true } = options;
  const own = page.elements.find(({ tagName }) => tagName === 'base');
  await checkFeeds(page, widgets, { feeds, online, base: baseOf(own && attributeOf(own, 'href'), base) });
  return page.findings.sort(byPlace);
}

const baseOf = (written: string | undefined, base: string | undefined) =>
  written && URL.canParse(written, base) ? new URL(written, base).href : base;

/** Gives `iom-feed check` its arguments. */
export function define(command: Command): void {
  command
    .description('Finds mistakes in how a page uses the elements: file, line and column, what it is, how to fix it.')
    .argument('<pages...>', 'HTML files or addresses; - is standard input')
    .option('--feed <url=file>', 'local file of a feed, by its address in the page; repeatable', collectFeed, {})
    .option('--base <url>', 'address of the page, to resolve relative ones in it')
    .option('--offline', 'request no feeds')
    .option('--json', 'print all findings as JSON, for machines')
    .addHelpText('after', help)
    .action(run);
}

const help = `
It finds unknown elements, attributes and values, with what was probably meant;
tags that are not closed; curly quotes; addresses from examples, or not https;
missing fallback links; missing and doubled scripts; versions out of support;
frames without title or link; and feeds that can't be read, or lack what an
element shows.

Exit code:
  ${exitCode.done}  nothing to fix; there may be hints
  ${exitCode.warnings}  there are warnings: it works, but should be fixed
  ${exitCode.failed}  there are errors, or the page can't be read

Examples:
  iom-feed check page.html
  iom-feed check https://www.example.org/press
  iom-feed check page.html --feed https://feeds.example.org/fr/news.json=public/current/news.json
  iom-feed check page.html --offline --json > findings.json`;

interface Options {
  feed: Record<string, string>;
  base?: string;
  offline?: boolean;
  json?: boolean;
}

async function run(pages: string[], { feed, base, offline, json }: Options): Promise<void> {
  if (base && !/^https?:\/\/[^/]/.test(base)) {
    throw new CommandError(`--base ${base} is not an address; write it as https://www.example.org/press`);
  }
  const feeds: Record<string, string> = {};
  for (const [address, file] of Object.entries(feed)) {
    feeds[address] = await readFile(file, 'utf8').catch((error: unknown) => {
      throw new CommandError(`${file} can't be read; check its name and permissions`, { cause: error });
    });
  }
  const findings: Finding[] = [];
  let failed = false;
  for (const page of pages) {
    try {
      findings.push(...(await check(page, { feeds, base, online: !offline })));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(error.message);
      failed = true;
    }
  }
  if (json) console.log(JSON.stringify(findings, null, 2));
  else printFindings(pages, findings, findings, failed);
  process.exitCode = exitCodeFor(findings, failed);
}
