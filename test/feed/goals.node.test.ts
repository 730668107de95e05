import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseGoals } from '../../src/feed/parts/goals.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import type { ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { problemsOf } from '../../src/feed/parse/problems.js';

const parsed = (goals: unknown): ParsedFeed => ({
  feed: { version: '', title: 'Test feed', items: [], _iom: { about: '', goals } as Feed['_iom'] },
  baseUrl: 'https://example.org/feed.json',
  problems: [],
});
const read = (...goals: unknown[]) => {
  const feed = parsed(goals);
  return { goals: parseGoals(feed), problems: problemsOf(feed) };
};

describe('readGoals', () => {
  it('takes goals that are as they should be as they are, in the order of the feed', () => {
    const goals = [
      {
        number: 10,
        how: 'Text',
        url: 'https://example.org/10',
        targets: [{ number: '10.7', text: 'Migration', url: 'https://example.org/10.7' }, { number: '10.c' }],
      },
      { number: 5, targets: [] },
    ];
    assert.deepEqual(read(...goals), { goals, problems: [] });
  });

  it('reads a feed once, and adds what it could not read to the problems of the feed', () => {
    const feed = parsed([{ number: 10, url: 'javascript:x()' }]);
    assert.equal(parseGoals(feed), parseGoals(feed));
    assert.deepEqual(problemsOf(feed), ['_iom.goals[0].url: "javascript:x()"']);
  });

  for (const goals of [undefined, null, 'x', 7, {}, []]) {
    it(`goals: ${JSON.stringify(goals)} ⇒ none`, () => assert.deepEqual(parseGoals(parsed(goals)), []));
  }

  for (const [number, expected] of [
    ['10', 10],
    ['SDG 10', 10],
    [1, 1],
    [17, 17],
    [18, undefined],
    [0, undefined],
    [1.5, undefined],
    ['ten', undefined],
    [null, undefined],
    [[10], undefined],
    ['10 of 17', undefined],
    ['010', undefined],
    ['-', undefined],
  ] as const) {
    it(`the goal ${JSON.stringify(number)} ⇒ ${expected ?? 'named and left out'}`, () => {
      const { goals, problems } = read({ number, how: 'Text' }, { number: 3 });
      assert.deepEqual(
        goals.map((goal) => goal.number),
        expected ? [expected, 3] : [3],
      );
      assert.equal(
        problems.some((problem) => problem.startsWith('_iom.goals[0]')),
        !expected,
      );
    });
  }

  it('takes a bare number for a goal, and a bare text for a target', () => {
    assert.deepEqual(read(10, { number: 5, targets: ['5.2'] }).goals, [
      { number: 10, targets: [] },
      { number: 5, targets: [{ number: '5.2' }] },
    ]);
  });

  it('a goal twice ⇒ once, with all that is said of it', () => {
    const { goals, problems } = read(
      { number: 10, how: 'First', targets: [{ number: '10.7' }] },
      { number: '10', how: 'Second', url: 'https://example.org/10', targets: [{ number: '10.7' }, { number: '10.c' }] },
    );
    assert.deepEqual(goals, [
      {
        number: 10,
        how: 'First',
        url: 'https://example.org/10',
        targets: [{ number: '10.7' }, { number: '10.c' }],
      },
    ]);
    assert.deepEqual(problems, ['_iom.goals[1].number: 10 (duplicate)']);
  });

  for (const [number, expected] of [
    ['10,7', '10.7'],
    [10.7, '10.7'],
    ['Target 10.7', '10.7'],
    ['17.A', '17.a'],
    ['08.8', '8.8'],
    ['10.12', '10.12'],
    ['1.10.7', undefined],
    ['10.7 and more', undefined],
    ['10.123', undefined],
    ['0.7', undefined],
    ['18.1', undefined],
    ['10', undefined],
    ['10.z', undefined],
    [{}, undefined],
  ] as const) {
    it(`the target ${JSON.stringify(number)} ⇒ ${expected ?? 'its text alone'}`, () => {
      const { goals, problems } = read({ number: 10, targets: [{ number, text: 'Text' }] });
      assert.equal(goals[0].targets?.[0].number, expected);
      assert.equal(goals[0].targets?.[0].text, 'Text');
      assert.equal(problems.length, expected ? 0 : 1);
    });
  }

  it('goals and targets that are no objects cost only themselves', () => {
    const { goals } = read(null, [], true, { number: 10, targets: [null, [], true, { text: 'Text' }] }, {});
    assert.deepEqual(goals, [{ number: 10, targets: [{ text: 'Text' }] }]);
    for (const extension of [undefined, null, 7, []]) {
      const feed = parsed([]);
      (feed.feed as { _iom: unknown })._iom = extension;
      assert.deepEqual(parseGoals(feed), []);
    }
  });

  it('a target with neither number nor text ⇒ named and left out', () => {
    const { goals, problems } = read({ number: 10, targets: [{ url: 'https://example.org' }, 'x', null, '10.7'] });
    assert.deepEqual(goals[0].targets, [{ number: '10.7' }]);
    assert.ok(problems.includes('_iom.goals[0].targets[0]: {"url":"https://example.org"}'));
  });

  it('drops HTML', () => assert.equal(read({ number: 10, how: 'A <b>b</b> &amp; c' }).goals[0].how, 'A b & c'));
});
