import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { CommandError, exitCode } from '../command.js';
import { compress, endings, enlargeHeap } from '../publish/compress.js';
import { explainFailure } from '../publish/explain-failure.js';
import { headersFile, readHeaders } from '../publish/headers.js';
import { labelsFor } from '../publish/labels.js';
import { indexOf } from '../publish/index-file.js';
import { contentOf, keyOf, pageHeader, pathOf, type PublicationContext } from '../publish/page.js';
import { readLedger, writeLedger } from '../publish/item-cache.js';
import { isUnchanged, fingerprintOf, settingKey } from '../publish/manifest.js';
import type { FetchLimits } from '../publish/fetch-picture.js';
import { fileAddresses } from '../publish/file-addresses.js';
import { pathsOf } from '../publish/pictures.js';
import { publishFiles } from '../publish/publish-files.js';
import { toParts } from '../publish/parts.js';
import { Publication, rollBack, servedIn } from '../publish/publication.js';
import { FeedFiles } from '../publish/read.js';
import { hintsFor, readerFeeds } from '../publish/readers/reader-feeds.js';
import { printReport, showProgress, type Report } from '../publish/report.js';
import { htaccessFile } from '../publish/servers/apache.js';
import { hiddenFiles } from '../publish/servers/server-rules.js';
import { serverNames, servers, type ServerName } from '../publish/servers/servers.js';
import { toShards } from '../publish/shards.js';
import { TextPages } from '../publish/text/text-pages.js';
import { runAll, type Work } from '../publish/work.js';

export type { Report };

export interface PublishOptions {
  /** Folder of the publications. */
  out: string;
  /** Address that the publication will have, `http:` or `https:`. Without it, addresses in it are relative. */
  url?: string;
  /** Also publishes copies of the pictures that are on other sites. */
  pictures?: boolean;
  /** Also publishes pages of plain HTML, in `text/`. */
  text?: boolean;
  /** A folder that pictures and attachments may lie in, beside that of the feed and the working folder. */
  home?: string;
  /** What their servers may do. For tests, whose servers are on this machine. */
  limits?: Partial<FetchLimits>;
  /** Told now and then how far the work is. */
  progress?: (text: string) => void;
}

/** Files to compress that are worth the time that keepMemory takes itself. */
const enoughToKeepMemory = 100;

/**
 * Publishes a feed into a folder. Readers see the publication from before until the new one is whole.
 *
 * @param feed File of the feed.
 * @throws {CommandError} When the feed is none, the folder isn't ours, or a file can't be written. Then the publication
 * from before is still the one that is served.
 */
export async function publish(feed: string, { out, url, ...options }: PublishOptions): Promise<Report> {
  const base = url === undefined ? undefined : readUrl(url);
  if (!existsSync(feed)) throw new CommandError(`${feed}: there is no such file; name the feed to publish`);
  let publication: Publication | undefined;
  let source: FeedFiles | undefined;
  try {
    publication = new Publication(out);
    source = new FeedFiles(feed, publication.scratch, readLedger(publication.manifest.items));
    return await fill(publication, source, { url: base, ...options });
  } catch (error) {
    // Whatever went wrong while the feed changed went wrong since it did.
    source?.verify();
    throw explainFailure(error, out, publication?.before !== undefined);
  } finally {
    source?.close();
    await publication?.close();
  }
}

async function fill(
  publication: Publication,
  source: FeedFiles,
  { url, pictures: remote = false, text = false, home, limits, progress }: Omit<PublishOptions, 'out'>,
): Promise<Report> {
  const stored = source.read(
    (count) => progress?.(`Reading: ${count.toLocaleString()} items`),
    () => publication.prelink(),
  );
  await publication.ready();
  const { items, withheld } = stored;
  const language = stored.head.language ?? 'en';
  const kinds = items.map(({ facts }) => facts.kind);
  const { _iom } = stored.head;
  const head = _iom
    ? { ...stored.head, _iom: { ..._iom, labels: await labelsFor(kinds, language, _iom.labels) } }
    : stored.head;
  const setting: PublicationContext = {
    head,
    url,
    source: (item, bytes) => source.textOf(item, bytes),
    pictures: new Map(),
    attachments: new Map(),
    remote,
    withheld: new Set(withheld.flatMap((item) => [item.id, item.url ?? item.id])),
  };
  const { pictures, attachments, problems } = await publishFiles(
    source.path,
    fileAddresses(stored, setting),
    {
      before: new Map(publication.manifest.pictures.map((picture) => [picture.source, picture])),
      write: (path, content) => publication.write(path, content),
      keep: (path) => publication.keep(path),
    },
    new Map(publication.manifest.attachments.map((attachment) => [attachment.source, attachment])),
    limits,
    progress,
    home,
  );
  Object.assign(setting, { pictures, attachments });
  const made = [...pictures.values()].flatMap(pathsOf).concat(Array.from(attachments.values(), ({ path }) => path));
  const shards = await toShards(items, language, head._iom?.labels);
  const { files, manifest } = publication;
  for (const path of made) files[path] = path;
  const key = settingKey(setting);
  for (const shard of shards) {
    const known = isUnchanged(shard, key, manifest) ? manifest.files : {};
    for (const page of shard.pages) {
      const path = pathOf(page.name);
      files[path] = known[path] ?? keyOf(pageHeader(shard, page, setting), page, setting);
    }
  }
  const named = toParts(shards[0], setting);
  // A section may have more than one name for pages to ask by.
  const parts = new Map(named.map(({ name, content }) => [pathOf(name), content]));
  const readers = readerFeeds(shards, setting);
  for (const { path, key } of readers) files[path] = key;
  const textPages = text ? new TextPages(shards[0], setting) : undefined;
  const texts = (await textPages?.all()) ?? [];
  for (const { path, key } of texts) files[path] = key;
  const others = new Map([
    ['index.json', Buffer.from(indexOf(shards, named, textPages?.lists ?? [], setting))],
    ['_headers', Buffer.from(headersFile())],
    ['.htaccess', Buffer.from(htaccessFile())],
  ]);
  for (const [path, content] of [...parts, ...others]) files[path] = hash('sha256', content, 'base64url').slice(0, 22);

  const { removed } = publication;
  const total = Object.keys(files).length;
  const isSame = (path: string) => files[path] === manifest.files[path];
  const report = {
    ...{ items: items.length, feeds: shards.length, withheld },
    problems: [...stored.problems, ...problems],
    hints: hintsFor(source.path, shards[0], setting),
  };
  const changed = Object.keys(files).filter((path) => !isSame(path)).length;
  if (!removed.length && !changed && publication.isIntact) {
    return { ...report, written: 0, kept: total, removed: 0 };
  }

  let written = 0;
  let kept = 0;
  for (const path of made)
    if (isSame(path) && !publication.isNew(path)) kept++;
    else written++;
  const print = () => progress?.(`Publishing: ${(written + kept).toLocaleString()} of ${total.toLocaleString()} files`);
  const put = async ({ path, content, best, forms = endings }: Work) => {
    const keep = () => forms.every((ending) => publication.keep(path + ending));
    if (isSame(path) && keep()) kept++;
    else {
      const bytes = await content();
      // What is made differently may be the same.
      if (publication.held(path, bytes) && keep()) kept++;
      else {
        for (const [ending, form] of await compress(bytes, best)) {
          if (forms.includes(ending)) publication.write(path + ending, form);
        }
        written++;
      }
    }
    print();
  };
  if (changed > enoughToKeepMemory) enlargeHeap();
  const all = function* (): Generator<Work> {
    yield { path: 'index.json', content: () => others.get('index.json')!, best: true };
    for (const path of hiddenFiles) yield { path, content: () => others.get(path)!, best: false, forms: [''] };
    for (const [path, content] of parts) yield { path, content: () => content, best: true };
    for (const { path, content } of readers) yield { path, content, best: false };
    for (const { path, content } of texts) yield { path, content, best: !path.includes('/item/') };
    for (const shard of shards) {
      for (const page of shard.pages) {
        const content = () => contentOf(pageHeader(shard, page, setting), page, setting);
        yield { path: pathOf(page.name), content, best: page.name === shard.name };
      }
    }
  };
  await runAll(all(), put);
  source.verify();
  const release = publication.release({
    setting: key,
    feeds: Object.fromEntries(shards.map((shard) => [shard.name, fingerprintOf(shard)])),
    pictures: [...pictures.values()],
    attachments: [...attachments.values()],
    items: writeLedger(items),
  });
  return { ...report, release, written, kept, removed: removed.length };
}

function readUrl(url: string): string {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  if (!base || !/^https?:$/.test(base.protocol)) {
    throw new CommandError(`--url ${url}: is not a web address; write it in full, such as https://feeds.example.org/`);
  }
  return base.href.replace(/\/*$/, '/');
}

/** Gives `iom-feed publish` its arguments. */
export function define(command: Command): void {
  command
    .description(
      'Writes what a CDN serves: the feed, feeds by country, language, tag and kind, in pages, feeds of one part, RSS, Atom and calendars, compressed, with headers.\nPublishing is atomic: readers see the previous publication until the new one is complete.',
    )
    .argument('[feed]', 'file of the feed; older pages beside it, named by next_url, are included')
    .requiredOption('--out <dir>', 'folder of the publications; the one to serve is DIR/current')
    .option(
      '--url <address>',
      'public address of DIR/current; default: relative addresses in the feeds, and no pictures beside the feed in RSS and Atom',
    )
    .option('--pictures', 'also publish copies of pictures on other sites, in the sizes that pages show')
    .option('--text', 'also write pages of plain HTML without script, style or pictures, in DIR/current/text')
    .option('--rollback', 'restore the previous publication')
    .addHelpText('after', help)
    .action(run);
  for (const name of serverNames) {
    command.option(`--${name}`, `print the ${servers[name].title} configuration for DIR/current`);
  }
}

const help = `
Exit code: ${exitCode.done} if everything was published, ${exitCode.warnings} if something was left out, ${exitCode.failed} if nothing was published.

Examples:
  iom-feed publish oim.fr.json --out /srv/feeds/fr
  iom-feed publish oim.fr.json --out /srv/feeds/fr --pictures --text
  iom-feed publish --out /srv/feeds/fr --rollback
  iom-feed publish --out /srv/feeds/fr --url https://feeds.example.org/fr/ --nginx > feeds-fr.conf

Netlify and Cloudflare Pages read the file _headers, Apache reads .htaccess where
AllowOverride allows it; other servers need the lines printed for them. With --url
these are for the folder of that address, so that a server can have several
publications.`;

interface RunOptions extends Partial<Record<ServerName, boolean>> {
  out: string;
  url?: string;
  pictures?: boolean;
  text?: boolean;
  rollback?: boolean;
}

async function run(feed: string | undefined, options: RunOptions): Promise<void> {
  const { out, url, pictures, text, rollback } = options;
  const server = serverNames.find((name) => options[name]);
  if (rollback) console.log(`${join(out, 'current')} is the publication ${rollBack(out)} again.`);
  else if (server) {
    const served = servedIn(out);
    if (!served) throw new CommandError(`${out}: has no publication yet; publish a feed there first`);
    const rules = readHeaders(readFileSync(join(served, '_headers'), 'utf8'));
    const { pathname } = new URL(url === undefined ? 'https://feeds.invalid/' : readUrl(url));
    console.log(servers[server].write(rules, resolve(served), decodeURI(pathname).replace(/\/$/, '')));
  } else if (!feed) throw new CommandError('no feed; name its file: iom-feed publish FEED --out DIR');
  else {
    const progress = await showProgress();
    try {
      printReport(await publish(feed, { out, url, pictures, text, progress: progress.show }), out);
    } finally {
      progress.end();
    }
  }
}
