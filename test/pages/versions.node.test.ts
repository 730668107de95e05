import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brokenPromises, lineOf, promisesOf, type Promises } from '../../scripts/public-api.mjs';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const { version } = read('package.json') as { version: string };
const line = lineOf(version);

describe('versions', () => {
  const promised = promisesOf(read('custom-elements.json') as Parameters<typeof promisesOf>[0]);

  it('keep every name that an earlier one of the same line has: no attribute, event, part, slot, state or custom property goes', () => {
    for (const file of readdirSync('docs/api').filter((name) => name === `${line}.json`)) {
      const broken = brokenPromises(read(`docs/api/${file}`) as Promises, promised);
      const advice = `Without these the next version is not ${version} but a new line: put them back, or raise the version in package.json, write down in CHANGELOG.md what partners have to change, and run npm run api.`;
      assert.deepEqual(broken, [], advice);
    }
  });

  it('are recorded: docs/api holds one of this line', () => {
    assert.ok(readdirSync('docs/api').includes(`${line}.json`), `run npm run api to write docs/api/${line}.json`);
  });

  it('a name that goes is named, and one that comes is not', () => {
    const older = { 'iom-a': { parts: ['one', 'two'] }, 'iom-b': { events: ['iom-load'] } };
    const newer = { 'iom-a': { parts: ['two', 'three'] }, 'iom-c': { events: ['iom-load'] } };
    assert.deepEqual(brokenPromises(older, newer), ['iom-a: parts: one', 'iom-b: events: iom-load']);
  });

  it('are of one line while their names stay: the major version, before 1.0 the minor one', () => {
    assert.deepEqual(['0.1.0', '0.1.9', '0.2.0', '1.0.0', '1.4.2', '12.0.1'].map(lineOf), [
      '0.1',
      '0.1',
      '0.2',
      '1',
      '1',
      '12',
    ]);
  });

  it('the changelog has a part for what is not released yet', () => {
    assert.match(readFileSync('CHANGELOG.md', 'utf8'), /^## Unreleased$/m);
  });
});
