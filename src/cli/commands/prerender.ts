import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { repairAddress } from '../../feed/parse/repair-value.js';
import { indexOf } from '../../ssr/alternates.js';
import { FeedError, prerender, type FeedErrorCode } from '../../ssr/index.js';
import { CommandError, exitCode } from '../command.js';
import { writeFileAtomic } from '../write-file-atomic.js';

interface Options {
  out?: string;
  feed: Record<string, string>;
  base?: string;
  lang?: string;
  styles?: string;
  stylesUrl?: string;
}

/** `URL=FILE`, as often as there are feeds. */
const collectFeed = (pair: string, feeds: Record<string, string>) => {
  const index = pair.lastIndexOf('=');
  if (index < 1) throw new CommandError(`--feed ${pair}: write the address as the page has it, then = and the file`);
  return { ...feeds, [pair.slice(0, index)]: pair.slice(index + 1) };
};

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
    .addHelpText('after', help)
    .action(run);
}

async function run(page: string | undefined, options: Options) {
  const { out, base, lang, styles, stylesUrl = styles } = options;
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
  }).catch((error: unknown) => {
    if (!(error instanceof FeedError)) throw error;
    const [what, fix] = reasons[error.code];
    const where = `${page ?? 'the page'}: the feed ${error.url || 'in it'}`;
    const still = out && existsSync(out) ? ` ${out} was not changed.` : '';
    const { value, matches } = repairAddress(error.url);
    const wrong = matches.length
      ? ` The address has ${matches.join(', and ')}${value === error.url ? '' : `; write ${value}`}.`
      : '';
    throw new CommandError(`${where}: ${what}${error.status ? ` ${error.status}` : ''}; ${fix}.${wrong}${still}`, {
      cause: error,
    });
  });
  for (const [name, sheet] of styles ? result.styleSheets : []) await writeFileAtomic(join(styles ?? '', name), sheet);
  if (out) await writeFileAtomic(out, result.html);
  else process.stdout.write(result.html);
  for (const problem of result.problems) console.error(`${page ?? 'page'}: ${problem}`);
  if (result.problems.length) process.exitCode = exitCode.warnings;
}

const giveIt = 'pass it with --feed URL=FILE, with its address as in the page';

const reasons: Record<FeedErrorCode, [what: string, fix: string]> = {
  'no-source': ["its address can't be resolved", `${giveIt}, or set the address of the page with --base`],
  network: ['the server does not respond', `check the address, or ${giveIt}`],
  timeout: ['there was no complete response in time', `try again, or ${giveIt}`],
  http: ['the server responded with HTTP error', `check the address, or ${giveIt}`],
  'too-large': ['it exceeds 5 MB', 'publish it in pages with iom-feed publish'],
  'not-json': ['it is not JSON', 'check it with iom-feed validate'],
  'not-a-feed': ['it is JSON, but not a feed', 'check it with iom-feed validate'],
  'not-a-map': ['it is not a map', 'check the address'],
};

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
