import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { repairAddress } from '../../feed/parse/repair-value.js';
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
      'Fills the widgets of a page, so that it reads without script. With script they take over what is there.\nFilled again, a page is filled anew.',
    )
    .argument('[page]', 'HTML file; without it the page is read from standard input')
    .option('--out <file>', 'where to write the page; without it standard output')
    .option(
      '--feed <url=file>',
      'a feed that is at hand, by its address in the page; may be given again',
      collectFeed,
      {},
    )
    .option('--base <url>', 'address of the page, for relative ones in it')
    .option('--lang <tag>', 'language where the page names none')
    .option('--styles <folder>', 'writes style sheets there, for pages whose policy forbids styles in the page')
    .option('--styles-url <url>', 'address of that folder; the folder itself where nothing is said')
    .addHelpText('after', help)
    .action(run);
}

async function run(page: string | undefined, options: Options) {
  const { out, base, lang, styles, stylesUrl = styles } = options;
  const html = page ? await readPage(page) : await text(process.stdin);
  const feeds: Record<string, string> = {};
  for (const [url, file] of Object.entries(options.feed)) feeds[url] = await readPage(file);
  const result = await prerender(html, {
    feeds,
    base,
    language: lang,
    styles: stylesUrl,
  }).catch((error: unknown) => {
    if (!(error instanceof FeedError)) throw error;
    const [what, fix] = reasons[error.code];
    const where = `${page ?? 'the page'}: the feed ${error.url || 'in it'}`;
    const still = out && existsSync(out) ? ` ${out} is as it was.` : '';
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

const giveIt = 'give it with --feed URL=FILE, with its address as the page has it';

const reasons: Record<FeedErrorCode, [what: string, fix: string]> = {
  'no-source': ['its address leads nowhere from here', `${giveIt}, or say with --base where the page is`],
  network: ['the server does not answer', `check the address, or ${giveIt}`],
  timeout: ['there was no complete answer in time', `try again, or ${giveIt}`],
  http: ['the server answered', `check the address, or ${giveIt}`],
  'too-large': ['it is larger than widgets take', 'publish it in pages with iom-feed publish'],
  'not-json': ['it is no JSON', 'look at it with iom-feed validate'],
  'not-a-feed': ['it is JSON, but no feed', 'look at it with iom-feed validate'],
  'not-a-map': ['it is no map', 'check the address'],
};

const help = `
Exit code: ${exitCode.done} where every widget was filled, ${exitCode.warnings} where one was not, ${exitCode.failed} where the page was not written.

Examples:
  iom-feed prerender page.html --out filled.html
  iom-feed prerender page.html --feed https://feeds.example.org/fr/news.json=public/current/news.json --out filled.html
  iom-feed prerender page.html --styles css --out filled.html`;

async function readPage(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} can't be read; check its name and rights`, { cause: error });
  }
}
