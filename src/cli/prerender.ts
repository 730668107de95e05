import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { FeedError } from '../feed/errors.js';
import { prerender } from '../ssr/index.js';
import { CommandError, exitCode } from './command.js';
import { writeFileWhole } from './write-file.js';

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
  const at = pair.lastIndexOf('=');
  if (at < 1) throw new CommandError(`--feed ${pair}: write the address as the page has it, then = and the file`);
  return { ...feeds, [pair.slice(0, at)]: pair.slice(at + 1) };
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
  }).catch((error: FeedError) => {
    throw new CommandError(
      `${error.url || page || 'the page'}: ${error.code} ${error.status || ''}; give the feed with --feed URL=FILE, or say with --base where the page is`,
      { cause: error },
    );
  });
  for (const [name, sheet] of styles ? result.styleSheets : []) await writeFileWhole(join(styles ?? '', name), sheet);
  if (out) await writeFileWhole(out, result.html);
  else process.stdout.write(result.html);
  for (const problem of result.problems) console.error(`${page ?? 'page'}: ${problem}`);
  if (result.problems.length) process.exitCode = exitCode.warnings;
}

async function readPage(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} can't be read; check its name and rights`, { cause: error });
  }
}
