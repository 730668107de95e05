import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseContacts } from '../../src/feed/parts/contacts.js';
import { FeedError } from '../../src/feed/load/errors.js';
import { parseFigures } from '../../src/feed/parts/figures.js';
import { parseGoals } from '../../src/feed/parts/goals.js';
import { completeFeed } from '../../src/feed/parse/parse-lenient.js';
import { parseMenu } from '../../src/feed/parts/menu.js';
import { parseMission } from '../../src/feed/parts/mission.js';
import { parseOffices } from '../../src/feed/parts/offices.js';
import { parseFeed, type ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { problemsOf } from '../../src/feed/parse/problems.js';
import { parseSections } from '../../src/feed/parts/sections.js';
import { parseOrganization } from '../../src/feed/parts/parse-units.js';
import { feedsAtRandom, rightFeeds, runs, wrongValues } from '../fixtures/random-feeds.js';

/** Reads a part of a feed; gives back how much is in it. */
const readers: Record<string, (reading: ParsedFeed) => number> = {
  items: (reading) => completeFeed(reading).feed.items.length,
  contacts: (reading) => parseContacts(reading).contacts.length,
  organization: (reading) => parseOrganization(reading).units.length,
  menu: (reading) => parseMenu(reading).length,
  mission: (reading) => Number(!!parseMission(reading)),
  figures: (reading) => parseFigures(reading).length,
  offices: (reading) => parseOffices(reading).length,
  sections: (reading) => parseSections(reading).length,
  goals: (reading) => parseGoals(reading).length,
};
const base = 'https://feeds.example.org/feed.json';

/** What cannot be read at all is refused by a `FeedError`, and nothing else is thrown. */
async function read(source: string | object): Promise<ParsedFeed | undefined> {
  try {
    return await parseFeed(source, base);
  } catch (error) {
    if (error instanceof FeedError) return undefined;
    throw error;
  }
}

describe('feeds made at random', () => {
  it('anything at all, as an object or as text ⇒ a reading or a FeedError', async () => {
    await fc.assert(
      fc.asyncProperty(wrongValues, async (value) => {
        await read(Object(value) as object);
        await read(JSON.stringify(value) ?? '');
      }),
      runs(10_000),
    );
  });

  it('text of any kind ⇒ a reading or a FeedError', async () => {
    const fragments = ['{', '}', '[', ']', '"', ':', ',', '\\', '\ufeff', 'items', '_iom', 'null', '1e999', '\ud800'];
    const texts = fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string()), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(texts, async (parts) => void (await read(parts.join('')))),
      runs(10_000),
    );
  });

  it('whatever a feed holds, no reader throws, and what is read twice is the same', async () => {
    await fc.assert(
      fc.asyncProperty(feedsAtRandom, async (feed) => {
        const reading = await read(feed);
        if (!reading) return;
        for (const [name, readPart] of Object.entries(readers)) {
          const count = readPart(reading);
          assert.ok(count >= 0, name);
          assert.equal(readPart(reading), count, name);
        }
        const problems = problemsOf(reading);
        assert.ok(problems.every((problem) => typeof problem === 'string'));
        assert.equal(new Set(problems).size, problems.length, 'each problem once');
      }),
      runs(10_000),
    );
  });

  it('a wrong entry among good ones costs only itself, and is named', async () => {
    const wrongEntries = fc.constantFrom<unknown>(null, true, [], {}, { x: 1 });
    await fc.assert(
      fc.asyncProperty(rightFeeds, fc.nat(), wrongEntries, async (feed, place, wrong) => {
        const right = await parseFeed(feed, base);
        const counts = Object.entries(readers).map(([name, readPart]) => [name, readPart(right)] as const);
        assert.deepEqual(problemsOf(right), []);
        for (const [name, count] of counts) {
          const spoilt = spoil(feed, name, place, wrong);
          if (!spoilt) continue;
          const reading = await parseFeed(spoilt, base);
          assert.equal(readers[name](reading), count, name);
          assert.ok(problemsOf(reading).length > 0, `${name}: named`);
        }
      }),
      runs(500),
    );
  });
});

/** A copy of a feed with something among the entries of one of its lists that is none; undefined where that is no list. */
function spoil(feed: object, name: string, place: number, wrong: unknown): object | undefined {
  const copy = structuredClone(feed) as { items: unknown[]; _iom: Record<string, unknown> };
  const list = name === 'items' ? copy.items : copy._iom[name];
  if (!Array.isArray(list)) return undefined;
  list.splice(place % (list.length + 1), 0, wrong);
  return copy;
}
