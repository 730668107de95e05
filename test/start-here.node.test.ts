import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readConfig } from '../src/cli/sync/config.js';
import { scratchFolder } from './helpers/publications.js';

const page = readFileSync('docs/start.md', 'utf8');
const ways = page.split(/^## /m).slice(1);
const titleOf = (way: string) => way.split('\n')[0];

describe('docs/start.md', () => {
  it('is the first link of the README', () => {
    const [, first] = /\]\((?!demo\/images)([^)]+)\)/.exec(readFileSync('README.md', 'utf8'))!;
    assert.equal(first, 'docs/start.md');
  });

  it('has a way for each situation of its table', () => {
    const listed = [...page.matchAll(/^\| \[([^\]]+)\]/gm)].map(([, title]) => title.toLowerCase());
    assert.deepEqual(
      listed,
      ways.map((way) => titleOf(way).toLowerCase()),
    );
    assert.equal(listed.length, 6);
  });

  for (const way of ways) {
    it(`${titleOf(way)}: at most five steps`, () => {
      const steps = way.match(/^\d+\. /gm) ?? [];
      assert.ok(steps.length >= 3 && steps.length <= 5, `${steps.length} steps`);
    });
  }

  it('needs a terminal only where there are developers', () => {
    for (const way of ways.filter((entry) => titleOf(entry) !== 'An application'))
      assert.doesNotMatch(way, /\bnpm\b|\bnpx\b|\biom-feed (?:import|sync|publish)\b/, titleOf(way));
  });

  it('has a configuration for an RSS address that is right', async () => {
    const [, config] = /```json\n([^]*?)```/.exec(page)!;
    const file = join(scratchFolder(), 'iom-feed.config.json');
    writeFileSync(file, config);
    assert.deepEqual(
      (await readConfig(file)).map(({ lang, sources }) => [lang, sources[0].from]),
      [['fr', 'https://www.example.org/fr/feed']],
    );
  });
});
