import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, mock } from 'node:test';
import { publish, type Report } from '../../src/cli/commands/publish.js';
import { rollBack } from '../../src/cli/publish/publication.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { item, items, scratchFolder, servedFiles, timesOf, writeFeed } from '../helpers/publications.js';

/** What is published: items, all else in the feed, an older page beside it, the address of the publication. */
interface Source {
  entries: unknown[];
  more?: Partial<Feed>;
  older?: Partial<Feed>;
  blanks?: number;
  url?: string;
}

/** Publishes into a folder, from a feed that lies beside it. */
function publishIn(folder: string, { entries, more = {}, older, blanks, url }: Source) {
  if (older) writeFeed(join(folder, 'older.json'), older.items ?? [], older);
  const head = { home_page_url: about, _iom: { about, contacts }, ...more, ...(older && { next_url: 'older.json' }) };
  return publish(writeFeed(join(folder, 'feed.json'), entries, head, blanks), { out: join(folder, 'out'), url });
}

const about = 'https://example.org/';
const contacts = [
  { id: 'a', name: 'A', countries: ['UY'] },
  { id: 'b', name: 'B' },
];

/** Files and folders that readers are served, and what the publisher is told. */
const seen = (folder: string, { items, feeds, withheld, problems }: Report) => ({
  files: servedFiles(join(folder, 'out')),
  entries: readdirSync(join(folder, 'out/current/'), { recursive: true }).sort(),
  said: { items, feeds, withheld, problems: problems.map((problem) => problem.replaceAll(folder, '')) },
});

const fresh = new Map<Source, ReturnType<typeof seen>>();
async function seenFresh(source: Source) {
  const folder = scratchFolder();
  if (!fresh.has(source)) fresh.set(source, seen(folder, await publishIn(folder, source)));
  return fresh.get(source);
}

const published = new Map<Source, Promise<{ folder: string; copy: string; report: Report }>>();

/** A folder into which a source was published, as it was then: files with their times, and links. The same each time. */
async function folderWith(source: Source, picture?: string) {
  const begin = async () => {
    const [folder, copy] = [scratchFolder(), scratchFolder()];
    if (picture) writeFileSync(join(folder, 'a.svg'), picture);
    const report = await publishIn(folder, source);
    execFileSync('cp', ['-a', `${folder}/.`, copy]);
    return { folder, copy, report };
  };
  if (!published.has(source)) published.set(source, begin());
  const { folder, copy, report } = await published.get(source)!;
  rmSync(folder, { recursive: true });
  execFileSync('cp', ['-a', copy, folder]);
  return { folder, report };
}

/** Publishes one after the other, and says whether each is what it would be in an empty folder. */
async function sameAsFresh(
  [first, ...sources]: Source[],
  between: (out: string) => void = () => {},
): Promise<Report[]> {
  const { folder, report } = await folderWith(first);
  const reports: Report[] = [];
  const compare = async (source: Source, said: Report) => {
    assert.deepEqual(seen(folder, said), await seenFresh(source));
    reports.push(said);
  };
  await compare(first, report);
  for (const source of sources) {
    between(join(folder, 'out'));
    await compare(source, await publishIn(folder, source));
  }
  return reports;
}

/**
 * More than the hundred that have files of their own, with what items may say: contacts, more than one tag and country, other
 * letters, nothing at all.
 */
const entries = items(130).map((entry, index) => ({
  ...entry,
  tags: [...entry.tags!, `Santé ${index % 7}`],
  language: index % 2 ? 'fr' : undefined,
  _iom: { ...entry._iom, contacts: [index % 3 ? 'a' : 'b'], related: index % 5 ? undefined : [`item-${index}`] },
}));
const before: Source = { entries };
const changed = (index: number, more: object) =>
  entries.map((entry, at) => (at === index ? { ...entry, ...more } : entry));

describe('iom-feed publish, after another publication, writes what it would write into an empty folder', () => {
  const cases: Record<string, Source> = {
    'one new item': { entries: [item(131), ...entries] },
    'one that is older than all': { entries: [...entries, item(0)] },
    'one with a tag of its own': { entries: [item(131, { tags: ['New'] }), ...entries] },
    'one changed item': { entries: changed(100, { title: 'Changed' }) },
    'another language': { entries: changed(100, { language: 'ar' }) },
    'other tags': { entries: changed(100, { tags: ['Odd'] }) },
    'another date': { entries: changed(100, { date_published: '2000-01-01T00:00:00Z' }) },
    'no date': { entries: changed(100, { date_published: undefined }) },
    'an item under embargo': { entries: changed(100, { _iom: { embargo_until: '2999-01-01T00:00:00Z' } }) },
    'one removed item': { entries: entries.toSpliced(100, 1) },
    'one removed and one new': { entries: [item(131), ...entries.toSpliced(100, 1)] },
    'nothing left': { entries: [] },
    'items in another order': { entries: entries.toReversed() },
    'the same written differently': { entries, blanks: 2 },
    'another title': { entries, more: { title: 'Other' } },
    'another language of the feed': { entries, more: { language: 'es' } },
    'other contacts': { entries, more: { _iom: { about, contacts: [{ id: 'a', name: 'Other' }] } } },
    figures: { entries, more: { _iom: { about, contacts, figures: [{ id: 'f', label: 'F', value: 1 }] } } },
    'an address': { entries, url: 'https://feeds.example.org/' },
    'an id that is there twice': { entries: [...entries, item(5, { title: 'Twin' })] },
    'ids that are none': {
      entries: [...[7, undefined, undefined].map((id, n) => ({ ...item(300 + n), id })), ...entries],
    },
  };
  for (const [what, source] of Object.entries(cases)) {
    it(what, async () => {
      await sameAsFresh([before, source, { ...source, entries: [item(999), ...source.entries] }, before]);
    });
  }

  it('where items without a language move between files in two languages', async () => {
    const [mine, german] = [item(4), item(3)];
    const other = [item(2, { language: 'de' }), item(1, { language: 'en' })];
    const inGerman = (items: Feed['items']) => ({ language: 'de', items });
    await sameAsFresh([
      { entries: [mine, ...other], older: inGerman([german]) },
      { entries: [german, ...other], older: inGerman([mine]) },
    ]);
  });

  it('items of one time in another order', async () => {
    const undated = ['x', 'y', 'z'].map((id) => ({ id, title: id, tags: ['Odd'] }));
    await sameAsFresh([{ entries: [...entries, ...undated] }, { entries: [...entries, ...undated.toReversed()] }]);
  });

  it('after a roll-back', async () => {
    await sameAsFresh([before, cases['one changed item'], cases['one new item']], (out) => {
      if (readdirSync(join(out, 'releases')).length > 1) rollBack(out);
    });
  });

  const damages: Record<string, (text: string) => string | undefined> = {
    'is missing': () => undefined,
    'is empty': () => '',
    'ends early': (text) => text.slice(0, text.length / 2),
    'was changed in one letter': (text) => text.replace('"Even"', '"Evil"'),
    'says that other files hold this': (text) => text.replace(/("feed\.json":")./, '$1~'),
    'is that of an earlier version': () => JSON.stringify({ format: 1, files: { 'feed.json': 'x' }, pictures: [] }),
    'is something else': () => '{}',
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`where the manifest ${what}`, async () => {
      const spoil = (out: string) => {
        const path = join(out, readlinkSync(join(out, 'current')), '../manifest.json');
        const [text, spoilt] = [readFileSync(path, 'utf8'), damage(readFileSync(path, 'utf8'))];
        assert.notEqual(spoilt, text);
        if (spoilt === undefined) rmSync(path);
        else writeFileSync(path, spoilt);
      };
      const [, { kept }] = await sameAsFresh([before, cases['one new item']], spoil);
      assert.ok(kept > 10, 'what turns out to be the same keeps its file');
    });
  }

  it('where files were deleted by hand, and others added', async () => {
    await sameAsFresh([before, cases['one new item']], (out) => {
      rmSync(join(out, 'current/tag/odd.json.br'));
      rmSync(join(out, 'current/country'), { recursive: true });
      writeFileSync(join(out, 'current/tag/stray.json'), 'by hand');
    });
  });

  const harm: Record<string, (root: string) => void> = {
    'a feed was deleted': (root) => rmSync(join(root, 'tag/odd.json')),
    'its brotli was deleted': (root) => rmSync(join(root, 'tag/odd.json.br')),
    'a folder was deleted': (root) => rmSync(join(root, 'country'), { recursive: true }),
    'all was deleted': (root) => readdirSync(root).forEach((name) => rmSync(join(root, name), { recursive: true })),
    'a feed was changed': (root) => writeFileSync(join(root, 'feed.json'), '{}'),
    'a feed was changed in one letter': (root) => {
      const path = join(root, 'language/fr.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace('Title', 'Tilte'));
    },
    'its gzip was changed': (root) => writeFileSync(join(root, 'feed.json.gz'), 'by hand'),
    'the headers were changed': (root) => writeFileSync(join(root, '_headers'), '/*\n'),
    'a picture was deleted': (root) => rmSync(join(root, pictureIn(root))),
    'a picture was changed': (root) => writeFileSync(join(root, pictureIn(root)), 'by hand'),
  };
  const illustrated: Source = { entries: [item(131, { image: 'a.svg' }), ...entries] };
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>';
  const pictureIn = (root: string) => join('images', readdirSync(join(root, 'images'))[0]);
  for (const [what, change] of Object.entries(harm)) {
    it(`where ${what}, though the feed is the same`, async () => {
      const { folder } = await folderWith(illustrated, picture);
      const out = join(folder, 'out');
      const [files, times] = [servedFiles(out), timesOf(out)];
      change(join(out, 'current'));
      const { written, kept } = await publishIn(folder, illustrated);
      assert.deepEqual(servedFiles(out), files);
      assert.ok(written > 0);
      // All others keep their file, and so their ETag.
      const same = Object.entries(timesOf(out)).filter(([file, time]) => times[file] === time);
      assert.ok(same.length >= kept);
      assert.equal((await publishIn(folder, illustrated)).release, undefined, 'then all is as it should be');
    });
  }

  it('where the clock was wrong: what is under embargo goes again', async () => {
    const source = { entries: [item(2, { _iom: { embargo_until: '2101-01-01T00:00:00Z' } }), item(1)] };
    const folder = scratchFolder();
    mock.timers.enable({ apis: ['Date'], now: Date.UTC(2102) });
    try {
      assert.equal((await publishIn(folder, source)).withheld.length, 0);
    } finally {
      mock.timers.reset();
    }
    assert.equal((await publishIn(folder, source)).withheld.length, 1);
    assert.ok(!readFileSync(join(folder, 'out/current/feed.json'), 'utf8').includes('item-2'));
  });
});

it('iom-feed publish does not parse items that it knows, but for the newest', async () => {
  const folder = scratchFolder();
  const parse = mock.method(JSON, 'parse');
  const parsed = async (source: Source) => {
    parse.mock.resetCalls();
    await publishIn(folder, source);
    return parse.mock.callCount();
  };
  assert.ok((await parsed({ entries: items(1000) })) > 1000);
  // The newest hundred have files of their own, and stand in RSS and Atom.
  assert.ok((await parsed({ entries: items(1001) })) < 250);
  assert.ok((await parsed({ entries: items(1002), more: { title: 'Other' } })) < 250);
  parse.mock.restore();
});
