// Feed readers of Debian, each asked for what it has read of a file. They run without a screen and without a network.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An entry as a reader has it. */
export interface ReadEntry {
  title: string;
  link: string;
  /** Seconds since 1970. */
  date: number;
  /** HTML. */
  text: string;
}

/** A reader, and why it can't be asked. */
export interface FeedReader {
  name: string;
  missing?: string;
  /**
   * What it has read of each file.
   *
   * @param folder An empty one for its own files.
   */
  read: (files: string[], folder: string) => ReadEntry[][];
}

/** Debian's own: others on this machine lack its packages. */
const python = '/usr/bin/python3';
const run = (command: string, args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 });
const without = (paths: string[], packages: string) =>
  paths.every((path) => existsSync(path)) ? undefined : `needs Debian’s ${packages}: apt-get install ${packages}`;
const byJson = (output: string) => JSON.parse(output) as ReadEntry[][];

const feedparser: FeedReader = {
  name: 'feedparser',
  missing: without(['/usr/lib/python3/dist-packages/feedparser'], 'python3-feedparser'),
  read: (files) =>
    byJson(
      run(python, [
        '-c',
        `
import calendar, feedparser, json, sys
def entry(e):
    text = e.content[0].value if 'content' in e else e.get('summary', '')
    return dict(title=e.title, link=e.link, date=calendar.timegm(e.published_parsed), text=text)
feeds = [feedparser.parse(open(path, 'rb').read()) for path in sys.argv[1:]]
for feed in feeds:
    if feed.bozo: raise feed.bozo_exception
print(json.dumps([[entry(e) for e in feed.entries] for feed in feeds]))`,
        ...files,
      ]),
    ),
};

const newsboat: FeedReader = {
  name: 'newsboat',
  missing: without(['/usr/bin/newsboat', python], 'newsboat'),
  read: (files, folder) =>
    files.map((file, index) => {
      // It keeps one item for an id over all feeds of a cache.
      const cache = join(folder, `${index}.db`);
      return reloaded([file], cache, join(folder, `${index}`));
    }),
};

/** What newsboat has in a cache after it has looked at some feeds. */
export function reloaded(files: string[], cache: string, folder: string): ReadEntry[] {
  mkdirSync(folder, { recursive: true });
  const [urls, config] = [join(folder, 'urls'), join(folder, 'config')];
  writeFileSync(urls, files.map((file) => `file://${encodeURI(file)}\n`).join(''));
  writeFileSync(config, '');
  run('newsboat', ['-u', urls, '-c', cache, '-C', config, '-x', 'reload']);
  const output = run(python, [
    '-c',
    `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select title, url, pubDate, content from rss_item order by pubDate desc')
print(json.dumps([dict(zip(('title', 'link', 'date', 'text'), row)) for row in rows]))`,
    cache,
  ]);
  return JSON.parse(output) as ReadEntry[];
}

const wordpress = '/usr/share/wordpress/wp-includes/class-simplepie.php';
const simplePie: FeedReader = {
  name: 'SimplePie, which WordPress’ RSS block reads with',
  missing: without([wordpress, '/usr/bin/php'], 'wordpress php-cli php-xml'),
  read: (files) =>
    byJson(
      run('php', [
        '-r',
        `
error_reporting(E_ALL & ~E_DEPRECATED);
define('ABSPATH', '/usr/share/wordpress/');
define('WPINC', 'wp-includes');
require '${wordpress}';
$read = function ($path) {
  $feed = new SimplePie();
  $feed->enable_cache(false);
  $feed->set_raw_data(file_get_contents($path));
  if (!$feed->init()) throw new Exception($feed->error());
  return array_map(fn($item) => [
    'title' => html_entity_decode($item->get_title(), ENT_QUOTES | ENT_HTML5),
    'link' => html_entity_decode($item->get_permalink()),
    'date' => (int) $item->get_date('U'),
    'text' => $item->get_content(),
  ], $feed->get_items());
};
echo json_encode(array_map($read, array_slice($argv, 1)));`,
        ...files,
      ]),
    ),
};

const sfeed: FeedReader = {
  name: 'sfeed',
  missing: without(['/usr/bin/sfeed'], 'sfeed'),
  read: (files) =>
    files.map((file) =>
      run('sh', ['-c', 'exec sfeed < "$1"', 'sh', file])
        .trimEnd()
        .split('\n')
        .map((line) => {
          const [date, title, link, text] = line.split('\t');
          const plain = text.replace(/\\([nt\\])/g, (_, sign) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : '\\'));
          return { title, link, date: Number(date), text: plain };
        }),
    ),
};

const xmlFeed: FeedReader = {
  name: 'XML::Feed',
  missing: without(['/usr/share/perl5/XML/Feed.pm'], 'libxml-feed-perl libjson-pp-perl'),
  read: (files) =>
    byJson(
      run('perl', [
        ...['-MXML::Feed', '-MJSON::PP', '-e'],
        `
$XML::Atom::ForceUnicode = 1;
my @feeds;
for my $path (@ARGV) {
  my $feed = XML::Feed->parse($path) or die XML::Feed->errstr;
  push @feeds, [map { { title => $_->title, link => $_->link, date => $_->issued->epoch + 0, text => $_->content->body } } $feed->entries];
}
print JSON::PP->new->utf8->encode(\\@feeds);`,
        ...files,
      ]),
    ),
};

export const feedReaders = [feedparser, newsboat, simplePie, sfeed, xmlFeed];
