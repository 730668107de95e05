import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import type { Feed, MenuEntry, Unit } from '../src/feed/schema/model.generated.js';
import { importing } from './helpers/import-sources.js';
import { scratchFolder } from './helpers/publications.js';

const release = 'demo/content/uy-trafficking-network.fr.txt';

/** Changes files of a copy of the demo, and says what `npm run demo` says to it, and what it left of some of them. */
function demoAfter(changes: Record<string, (text: string) => string>, ...options: string[]) {
  const folder = scratchFolder();
  for (const name of ['demo', '.prettierrc.json']) cpSync(name, join(folder, name), { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const before = readFileSync(join(folder, name), 'utf8');
    const after = change(before);
    assert.notEqual(after, before, name);
    writeFileSync(join(folder, name), after);
  }
  const command = ['--import', import.meta.resolve('tsx'), resolve('scripts/generate-demo.mjs'), ...options];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  return { status, said: stderr.trim().split('\n'), read: (name: string) => readFileSync(join(folder, name), 'utf8') };
}

describe('npm run demo', () => {
  it('-- --check names each file that is not what the content says, and leaves it', () => {
    const { status, said, read } = demoAfter(
      {
        'demo/feeds/oim.es.json': (text) => text.replace('175', '176'),
        'demo/oim.ar.html': (text) => text.replace('limit="5"', 'limit="6"'),
      },
      '--check',
    );
    assert.equal(status, 1);
    assert.deepEqual(said, [
      'demo/feeds/oim.es.json is out of date with demo/content/: run npm run demo and commit the result.',
      'demo/oim.ar.html is out of date with demo/content/: run npm run demo and commit the result.',
    ]);
    assert.match(read('demo/oim.ar.html'), /limit="6"/);
  });

  it('a change of the content, or of the release ⇒ feeds and pages that say so', () => {
    const { status, read } = demoAfter({
      'demo/content/en.yaml': (text) => text.replace('ola: Office of Legal Affairs', 'ola: Law & order'),
      [release]: (text) => text.replace('composée de 175', 'composée de 176'),
    });
    assert.equal(status, 0);
    const figureIn = (language: string) => {
      const { _iom } = JSON.parse(read(`demo/feeds/oim.${language}.json`)) as Feed;
      return _iom?.figures?.find(({ id }) => id === 'member-states')?.value;
    };
    assert.deepEqual([figureIn('fr'), figureIn('zh')], [176, 176]);
    assert.match(read('demo/feeds/oim.en.json'), /"name": "Law & order"/);
    assert.match(read('demo/en.html'), /<li>Law &amp; order<\/li>/);
    assert.match(read('demo/en.html'), /^<!-- Made from demo\/content\/ by npm run demo/);
  });

  it('a text that is missing, one that nothing shows, and what the release has and the demo hasn’t ⇒ named, nothing written', () => {
    const { status, said, read } = demoAfter({
      'demo/content/zh.yaml': (text) => text.replace(/^ {2}ola: .*\n/m, ''),
      'demo/content/en.yaml': (text) => text.replace(/^units:$/m, 'units:\n  nobody: Nobody'),
      'demo/content/base.yaml': (text) => text.replace("'{{imported.figures.pays.value}}'", '171'),
    });
    assert.equal(status, 1);
    assert.deepEqual(said.sort(), [
      'demo/content/en.yaml defines units.nobody, which is not used',
      `${release} defines figures.2.value, which is not used`,
      'demo/content/zh.yaml has no value for {{units.ola}}',
    ]);
    assert.equal(read('demo/feeds/oim.zh.json'), readFileSync('demo/feeds/oim.zh.json', 'utf8'));
  });
});

describe('the French feed of the demo', async () => {
  const feed = JSON.parse(readFileSync('demo/feeds/oim.fr.json', 'utf8')) as Feed;
  const { feed: imported } = await importing({ text: readFileSync(release), lang: 'fr' });

  it('has the units of the release below those that it names', () => {
    const above = (units: readonly Unit[] = []) =>
      new Map(units.map(({ name, parent }) => [name, units.find(({ id }) => id === parent)?.name]));
    const units = above(feed._iom?.organization);
    for (const [name, parent] of above(imported._iom?.organization)) {
      assert.ok(units.has(name), name);
      if (parent) assert.equal(units.get(name), parent);
    }
  });

  it('has the menu of the release, which says nothing of where it leads', () => {
    const withoutLinks = (entries: readonly MenuEntry[] = []): object[] =>
      entries.map(({ title, summary, entries: below }) => ({ title, summary, below: withoutLinks(below) }));
    assert.deepEqual(withoutLinks(feed._iom?.menu), withoutLinks(imported._iom?.menu));
  });
});
