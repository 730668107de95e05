import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import type { Feed } from '../../feed/schema/model.generated.js';
import { languageTag } from '../../feed/parse/parsers.js';
import { CommandError, exitCode } from '../command.js';
import type { Draft } from '../import/draft.js';
import { checkWrittenIds } from '../import/merge/check-ids.js';
import { linkReferences } from '../import/merge/link-references.js';
import { merge } from '../import/merge/merge.js';
import { moveFiles } from '../import/move-files.js';
import { maxPages, readPages } from '../import/pages.js';
import { SavedFiles } from '../import/saved-files.js';
import { expandSources } from '../import/source.js';
import { printDiagnostics } from '../import/print-diagnostics.js';
import type { Diagnostics } from '../diagnostics.js';
import { writeFileAtomic } from '../write-file-atomic.js';

interface Options {
  out?: string;
  lang?: string;
  title?: string;
  base?: string;
  country?: string;
  planned?: boolean;
}

const more = `
What can be imported:
  a text          a press release: the title in the first line, its contact at the end
  a web page      saved as HTML, or its address
  RSS or Atom     the address or file of a feed; also JSON Feed
  WordPress       https://SITE/wp-json/wp/v2/posts?per_page=100&_embed
  Drupal          https://SITE/jsonapi/node/news?include=field_image,field_tags&sort=-created
                  (without the sort the oldest come first; its /rss.xml has no texts)
  WordPress, all  the file of Tools, Export: only public posts
  Word, e-mail    a release as .docx or .eml, or a page that Word has saved
  a table         contacts, offices, units or figures: .xlsx, .csv or .tsv, with the
                  columns in one of six languages; iom-feed template writes one to fill in
  Markdown, YAML  releases with a head, lists of contacts, offices, menu and the rest
  a folder        all such files in it, as one

Further pages are read too, up to ${maxPages}. Drafts, private, scheduled and
password-protected posts are left out; each is reported.

Several sources become one feed, newest first, without duplicates: the first
source takes precedence, the others add what it lacks.

What can't be understood stays in the text and is reported, with file and line,
or sheet and cell, and what to do. Pictures inside of documents and attachments of
e-mails are written beside the feed. If a source can't be read, nothing is written,
and the exit code is ${exitCode.failed}; otherwise it is ${exitCode.done}.

Examples:
  iom-feed import release.txt --lang fr --out oim.fr.json
  iom-feed import https://example.org/feed --out news.json
  iom-feed import bureaux.xlsx contacts.csv --lang fr --out oim.fr.json
  iom-feed import content/ --out news.json
  iom-feed import releases/ https://example.org/wp-json/wp/v2/posts?_embed --out news.json`;

export function define(command: Command): void {
  command
    .description('Makes a feed from what an office already has.')
    .argument('[sources...]', 'files, folders or addresses; - is standard input')
    .option('-o, --out <file>', 'where to write the feed; default: standard output')
    .option('-l, --lang <language>', 'language of texts that have none, such as fr')
    .option('-t, --title <text>', 'name of the feed')
    .option('-b, --base <address>', 'site that relative links belong to')
    .option('-c, --country <code>', 'country of telephone numbers without a country code, such as UY')
    .option('--planned', 'include scheduled posts, under embargo until their date')
    .addHelpText('after', more)
    .action(importFeed);
}

async function importFeed(sources: string[], options: Options): Promise<void> {
  check(options);
  const { out, title, ...reading } = options;
  if (!sources.length && process.stdin.isTTY) {
    throw new CommandError('there is nothing to import; name a file, a folder or an address (iom-feed import --help)');
  }
  const files = out ? new SavedFiles(basename(out).replace(/\.json$/i, '')) : undefined;
  const drafts: Draft[] = [];
  const notes: Diagnostics[] = [];
  let failed = false;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(error.message);
      failed = true;
    }
  };
  const names: string[] = [];
  for (const source of sources.length ? sources : ['-']) {
    await attempt(async () => void names.push(...(await expandSources(source))));
  }
  for (const name of names) {
    await attempt(async () => {
      const keeping = { pictures: files?.takePicture, attachments: files?.takeAttachment };
      for await (const { draft, source } of readPages(name, { ...reading, ...keeping })) {
        const isFile = name !== '-' && !/^https?:\/\//i.test(name);
        if (out && isFile) moveFiles(draft, name, dirname(out), (address) => files!.has(address));
        drafts.push(draft);
        notes.push(source.notes);
      }
    });
  }
  checkWrittenIds(drafts);
  linkReferences(drafts);
  const feed = merge(drafts, title);
  printDiagnostics(notes.flatMap(({ all }) => all));
  if (failed || notes.some(({ all }) => all.some(({ severity }) => severity === 'error'))) {
    throw new CommandError(`nothing was written${out ? `; ${out} was not changed` : ''}`);
  }
  const text = `${JSON.stringify(feed, null, 2)}\n`;
  if (out && !feed.items.length) await refuseToEmpty(out);
  if (out) await files!.write(dirname(out));
  if (out) await writeFileAtomic(out, text);
  else process.stdout.write(text);
  for (const hint of hintsAbout(feed, title ?? drafts.find((draft) => draft.title)?.title)) console.error(hint);
  const { contacts = [], offices = [], organization = [], figures = [] } = feed._iom ?? {};
  const parts = (
    [
      [offices, 'office'],
      [organization, 'unit'],
      [figures, 'figure'],
    ] as const
  ).flatMap(([list, name]) => (list.length ? [`, ${count(list.length, name)}`] : []));
  const leftOut = notes.reduce((sum, entry) => sum + entry.leftOut, 0);
  const less = leftOut
    ? `; ${count(leftOut, 'story')} left out, as ${leftOut === 1 ? 'it is' : 'they are'} not public`
    : '';
  console.error(
    `${out ?? 'feed'}: ${count(feed.items.length, 'item')}, ${count(contacts.length, 'contact')}${parts.join('')}${less}`,
  );
}

/** A feed without items is no successor of one that has some: most of the time, a source has failed without saying so. */
async function refuseToEmpty(out: string): Promise<void> {
  const before = await readFile(out, 'utf8').catch(() => '');
  let number: number;
  try {
    number = (JSON.parse(before) as Feed).items.length;
  } catch {
    return; // It was no feed.
  }
  if (!number) return;
  const fix = `if it is meant to be empty, remove ${out} first`;
  throw new CommandError(
    `nothing was written: there are no items, and ${out} has ${number}; look at the sources, or ${fix}`,
  );
}

/** What the user may want to add. */
function hintsAbout({ title, items }: Feed, named: string | undefined): string[] {
  const without = (field: 'language' | 'date_published') => items.filter((item) => !item[field]).length;
  const [languages, dates] = [without('language'), without('date_published')];
  return [
    !named && `no source has a title for the feed, so it is “${title}”; set it with --title`,
    languages && `${count(languages, 'item')} without a known language; set it with --lang`,
    dates && `${count(dates, 'item')} without a date, listed last; add it to the source or the feed`,
  ].filter((hint) => typeof hint === 'string');
}

const count = (number: number, what: string) => `${number} ${number === 1 ? what : `${what}s`.replace(/ys$/, 'ies')}`;

/** What can't be meant is refused before anything is read. */
function check({ lang, base, country }: Options): void {
  if (lang && !languageTag(lang)) {
    throw new CommandError(`--lang ${lang} is not a language; write it as fr, or zh-Hans`);
  }
  if (base && !/^https?:\/\/[^/]/.test(base))
    throw new CommandError(`--base ${base} is not an address; write it as https://www.example.org/`);
  if (country && !/^[A-Z]{2}$/.test(country))
    throw new CommandError(`--country ${country} is not a country; use its two-letter code, such as UY`);
}
