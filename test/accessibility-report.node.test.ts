import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** All success criteria of WCAG 2.2 at levels A and AA; 4.1.1 is obsolete. */
const criteria = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
};

/** Number, level, result, reason and check of each row. */
const rows = readFileSync('docs/accessibility.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, name, level, result, how, check]) => ({ number: name.split(' ')[0], level, result, how, check }));

describe('docs/accessibility.md', () => {
  for (const [level, numbers] of Object.entries(criteria)) {
    it(`has every criterion of level ${level}, once`, () => {
      const named = rows.filter((row) => row.level === level).map(({ number }) => number);
      assert.deepEqual(named.sort(), numbers.split(' ').sort());
    });
  }

  it('shows each result by an assertion that is there, or says why there is nothing to show', () => {
    const all = readdirSync('test', { recursive: true, encoding: 'utf8' });
    const textsOf = (name: string) =>
      all.filter((file) => file.split(/[/\\]/).at(-1) === name).map((file) => readFileSync(`test/${file}`, 'utf8'));
    for (const { number, result, how, check } of rows) {
      assert.ok(['Supports', 'Partially', 'Not applicable'].includes(result), `${number}: ${result}`);
      assert.ok(how, number);
      const checks = check.split('; ').flatMap((text) => /^`([^`]+)`: “(.+)”$/.exec(text) ?? []);
      const named = [...check.matchAll(/`[^`]+`/g)].length;
      assert.equal(checks.length, 3 * named, `${number}: each file with what it asserts`);
      assert.equal(named === 0, result === 'Not applicable', number);
      for (let index = 0; index < checks.length; index += 3) {
        const [, file, title] = checks.slice(index);
        // As the test is called in its file, or a part of that.
        assert.ok(
          textsOf(file).some((text) => text.includes(title)),
          `${number}: ${file}: ${title}`,
        );
      }
    }
  });
});
