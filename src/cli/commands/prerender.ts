import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { indexOf } from '../../ssr/alternates.js';
import { FeedError, prerender } from '../../ssr/index.js';
import { CommandError, exitCode } from '../command.js';
import { explainFeedError } from '../feed-error.js';
import { collectFeed } from '../feed-option.js';
import { writeFileAtomic } from '../write-file-atomic.js';

interface Options {
  out?: string;
  feed: Record<string, string>;
  base?: string;
  lang?: string;
  styles?: string;
  stylesUrl?: string;
  light?: boolean;
}

export function define(command: Command): void {
  command
    .description(
      'Fills the widgets of a page, so that it is readable without script. With script they take over what is there.\nRun it again to refresh a filled page.',
    )
    .argument('[page]', 'HTML file; default: standard input')
    .option('--out <file>', 'where to write the page; default: standard output')
    .option('--feed <url=file>', 'local file of a feed, by its address in the page; repeatable', collectFeed, {})
    .option('--base <url>', 'address of the page, to resolve relative ones in it')
    .option('--lang <tag>', 'language, if the page has no lang')
    .option('--styles <folder>', 'write style sheets there, for pages whose policy forbids inline styles')
    .option('--styles-url <url>', 'address of that folder; default: the folder itself')
    .option('--light', 'write plain HTML into the tags, for reader modes and newsletters; it has no styles')
    .addHelpText('after', help)
    .action(run);
}

async function run(page: string | undefined, options: Options) {
  const { out, base, lang, styles, stylesUrl = styles, light } = options;
  const html = page ? await readPage(page) : await text(process.stdin);
  const feeds: Record<string, string> = {};
  for (const [url, file] of Object.entries(options.feed)) {
    feeds[url] = await readPage(file);
    // A publication says there which feeds it has in RSS and Atom.
    const [address, index] = [indexOf(url), indexOf(file.replaceAll(sep, '/'))];
    if (address && index && existsSync(index)) feeds[address] ??= await readPage(index);
  }
  const result = await prerender(html, {
    feeds,
    base,
    language: lang,
    styles: stylesUrl,
    light,
  }).catch((error: unknown) => {
    if (!(error instanceof FeedError)) throw error;
    const { what, fix } = explainFeedError(error);
    const where = `${page ?? 'the page'}: the feed ${error.url || 'in it'}`;
    const still = out && existsSync(out) ? ` ${out} was not changed.` : '';
    throw new CommandError(`${where}: ${what}; ${fix}.${still}`, { cause: error });
  });
  for (const [name, sheet] of styles ? result.styleSheets : []) await writeFileAtomic(join(styles ?? '', name), sheet);
  if (out) await writeFileAtomic(out, result.html);
  else process.stdout.write(result.html);
  for (const problem of result.problems) console.error(`${page ?? 'page'}: ${problem}`);
  if (result.problems.length) process.exitCode = exitCode.warnings;
}

const help = `
Exit code: ${exitCode.done} if every widget was filled, ${exitCode.warnings} if one was not, ${exitCode.failed} if the page was not written.

Examples:
  iom-feed prerender page.html --out filled.html
  iom-feed prerender page.html --feed https://feeds.example.org/fr/news.json=public/current/news.json --out filled.html
  iom-feed prerender page.html --styles css --out filled.html`;

async function readPage(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} can't be read; check its name and permissions`, { cause: error });
  }
}
