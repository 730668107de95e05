import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { pathBetween, ancestorsOf, parseStrictOrganization } from '../../src/feed/parts/unit-tree.js';
import type { ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { problemsOf } from '../../src/feed/parse/problems.js';
import { parseOrganization } from '../../src/feed/parts/parse-units.js';

const parsed = (organization: unknown): ParsedFeed => ({
  feed: { version: '', title: 'Test feed', items: [], _iom: { about: '', organization } as Feed['_iom'] },
  baseUrl: 'https://example.org/feed.json',
  problems: [],
});
const read = (...units: unknown[]) => {
  const feed = parsed(units);
  return { ...parseOrganization(feed), problems: problemsOf(feed) };
};

/** A tree as text: each unit with as many dots before it as it is deep. */
const drawn = ({ units, level }: ReturnType<typeof read>) =>
  units.map(({ name }, index) => '.'.repeat(level[index]) + name).join(' ');

describe('readOrganization', () => {
  it('puts a flat list into the order of the tree, children in the order of the feed', () => {
    const match = read(
      { id: 'c', name: 'C', parent: 'a' },
      { id: 'a', name: 'A' },
      { id: 'd', name: 'D', parent: 'c' },
      { id: 'b', name: 'B', parent: 'a' },
      { id: 'e', name: 'E' },
    );
    assert.equal(drawn(match), 'A .C ..D .B E');
    assert.deepEqual([...match.end], [4, 3, 3, 4, 5]);
    assert.deepEqual([...match.parent], [-1, 0, 1, 0, -1]);
    assert.deepEqual(match.problems, []);
  });

  it('takes units with relative addresses as they are, but for those', () => {
    const organization = [
      { id: 'a', name: 'A', url: 'units/a', image: 'a.jpg' },
      { id: 'b', name: 'B', parent: 'a', url: 'https://www.example.org/b' },
    ];
    const match = parseStrictOrganization(parsed(organization));
    const [a, b] = match!.units;
    assert.deepEqual([a.url, a.image], ['https://example.org/units/a', 'https://example.org/a.jpg']);
    assert.deepEqual([b.url, b.image], ['https://www.example.org/b', undefined]);
    assert.equal(organization[0].image, 'a.jpg');
    assert.equal(parseStrictOrganization(parsed([{ id: 'a', name: 'A', url: 'javascript:x()' }])), undefined);
  });

  const isTakenAsItIs = (fields: object) =>
    parseStrictOrganization(parsed([{ id: 'a', name: 'A', ...fields }])) !== undefined;

  for (const fields of [
    {},
    { kind: 'unit' },
    { kind: 'office' },
    { kind: 'post' },
    { kind: 'assistant' },
    { state: 'vacant' },
    { state: 'not-disclosed' },
    { state: 'eliminated' },
    { state: 'shared' },
    { head: 'Test Person', summary: 'What it does.', contact: 'press' },
    { head: undefined, parent: undefined },
    { url: 'https://example.org/a', image: '/a.jpg' },
    { reports_to: [] },
    { reports_to: [{ unit: 'a' }, { unit: 'a', line: 'dotted' }, { unit: 'a', line: 'solid' }] },
  ]) {
    it(`${JSON.stringify(fields)} ⇒ is taken as it is`, () => assert.equal(isTakenAsItIs(fields), true));
  }

  for (const fields of [
    { id: '' },
    { id: ' a' },
    { id: 7 },
    { name: 'A ' },
    { name: '' },
    { name: 'A\tB' },
    { name: 'A & B' },
    { name: 'A \u202e B' },
    { parent: '' },
    { parent: null },
    { kind: 'a unit' },
    { kind: 'units' },
    { kind: 'Unit' },
    { state: 'not vacant' },
    { state: 'vacant?' },
    { state: null },
    { head: 'Test <b>Person</b>' },
    { head: 7 },
    { summary: ['a'] },
    { contact: ' press' },
    { contact: '' },
    { url: 'javascript:x()' },
    { url: '' },
    { image: 'data:image/png,a' },
    { reports_to: 'b' },
    { reports_to: { unit: 'b' } },
    { reports_to: ['b'] },
    { reports_to: [{ unit: 'b' }, { unit: ' c' }] },
    { reports_to: [{ line: 'dotted' }] },
    { reports_to: [{ unit: 'b', line: 'dashed' }] },
    { reports_to: [null] },
    { unknown: 'A' },
    { ' name': 'B' },
  ]) {
    it(`${JSON.stringify(fields)} ⇒ is left to the tolerant reader`, () => assert.equal(isTakenAsItIs(fields), false));
  }

  it('units that are no objects, or two with one id, are left to it, too', () => {
    for (const organization of [[null], ['a'], [[]], {}, 'a', [unit('a'), unit('a')]]) {
      assert.equal(parseStrictOrganization(parsed(organization)), undefined);
    }
  });

  it('none ⇒ an empty chart', () => assert.deepEqual(parseStrictOrganization(parsed(undefined))?.units, []));

  it('a picture that is relative beside a page that isn’t ⇒ is resolved, and so the other way round', () => {
    const { units } = parseStrictOrganization(
      parsed([
        { id: 'a', name: 'A', url: 'https://example.org/a', image: 'a.jpg' },
        { id: 'b', name: 'B', url: 'b', image: 'https://example.org/b.jpg' },
      ]),
    )!;
    assert.deepEqual(
      units.map(({ url, image }) => [url, image]),
      [
        ['https://example.org/a', 'https://example.org/a.jpg'],
        ['https://example.org/b', 'https://example.org/b.jpg'],
      ],
    );
  });

  it('a unit that others report to, and that isn’t there ⇒ is named', () => {
    const { problems } = read({ ...unit('a'), reports_to: [{ unit: 'b' }, { unit: 'c' }] }, unit('b'));
    assert.deepEqual(problems, ['_iom.organization: a.reports_to: c (no such unit)']);
  });

  it('finds a unit by its id', () => {
    const { find, units } = read(unit('b', 'a'), unit('a'), unit('c', 'a'));
    assert.deepEqual(
      ['a', 'b', 'c'].map((id) => units[find(id)].id),
      ['a', 'b', 'c'],
    );
    assert.equal(find('nobody'), -1);
  });

  it('has assistants alone, too', () => assert.equal(drawn(read({ id: 'a', name: 'A', kind: 'assistant' })), 'A'));

  it('puts assistants before the others', () => {
    const match = read(
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B', parent: 'a' },
      { id: 'c', name: 'C', parent: 'a', kind: 'assistant' },
    );
    assert.equal(drawn(match), 'A .C .B');
  });

  for (const [name, units, expected, problem] of [
    ['no units', [], '', undefined],
    ['a circle of two', [unit('a', 'b'), unit('b', 'a')], 'a .b', 'a.parent: b (cycle)'],
    ['a unit below itself', [unit('a', 'a')], 'a', 'a.parent: a (cycle)'],
    [
      'a circle with a branch that the feed names first',
      [unit('x', 'b'), unit('a', 'b'), unit('b', 'a')],
      'a .b ..x',
      'a.parent: b (cycle)',
    ],
    ['a parent that is not there', [unit('a', 'none'), unit('b', 'a')], 'a .b', 'a.parent: none (no such unit)'],
    ['the same unit twice', [unit('a'), unit('a')], 'a', '[1].id: a (duplicate)'],
    ['two units with one id', [unit('a'), { id: 'a', name: 'other' }], 'a other', '[1].id: a (duplicate)'],
    ['a unit without a name', [{ id: 'a', head: 'Test Head' }], 'Test Head', undefined],
    ['a unit without an id', [{ name: 'A' }, unit('b', 'A')], 'A .b', undefined],
    ['nothing that could be shown', [unit('a'), {}, 7, null], 'a', '[1]: {} (nothing to show)'],
    ['HTML in a name', [{ id: 'a', name: '<b>Bold</b> <img src=x> office' }], 'Bold office', undefined],
    [
      'a number for an id',
      [
        { id: 1, name: 'A' },
        { id: 2, name: 'B', parent: 1 },
      ],
      'A .B',
      undefined,
    ],
    ['a script for an address', [{ id: 'a', name: 'A', url: 'javascript:x()' }], 'A', '[0].url: "javascript:x()"'],
    ['a state nobody knows', [{ id: 'a', name: 'A', state: 'gone' }], 'A', '[0].state: "gone"'],
  ] as [string, unknown[], string, string | undefined][]) {
    it(`${name} ⇒ ${expected || 'nothing'}`, () => {
      const match = read(...units);
      assert.equal(drawn(match), expected);
      if (problem) assert.ok(match.problems[0].includes(problem), match.problems[0]);
      else assert.deepEqual(match.problems, []);
    });
  }

  it('reads each kind, state and line, where others have to be repaired', () => {
    const kinds = ['Unit', 'Office', 'Post', 'Assistant'];
    const states = ['Vacant', 'Not disclosed', 'Eliminated', 'Shared'];
    const lines = ['Dotted', 'Solid'];
    const organization = [
      ...kinds.map((kind) => ({ id: kind, name: kind, kind })),
      ...states.map((state) => ({ id: state, name: state, state })),
      {
        id: 'line',
        name: 'Line',
        reports_to: [...lines.map((line) => ({ unit: 'Unit', line })), 'Office', null, {}, 7],
      },
    ];
    const feed = { version: '', title: '', items: [], _iom: { about: '', organization } } as unknown as Feed;
    const { units } = parseOrganization({ feed, baseUrl: 'https://example.org/', problems: [] });
    const byId = (id: string) => units.find((entry) => entry.id === id)!;
    assert.deepEqual(
      kinds.map((kind) => byId(kind).kind),
      ['unit', 'office', 'post', 'assistant'],
    );
    assert.deepEqual(
      states.map((state) => byId(state).state),
      ['vacant', 'not-disclosed', 'eliminated', 'shared'],
    );
    assert.deepEqual(byId('line').reports_to, [
      { unit: 'Unit', line: 'dotted' },
      { unit: 'Unit', line: 'solid' },
      { unit: 'Office' },
      { unit: '7' },
    ]);
  });

  it('reads states and lines as people write them', () => {
    const { units } = read({
      id: 'a',
      name: 'A',
      state: 'Not disclosed',
      reports_to: ['b', { unit: 'c', line: 'solid' }],
    });
    assert.equal(units[0].state, 'not-disclosed');
    assert.deepEqual(units[0].reports_to, [{ unit: 'b' }, { unit: 'c', line: 'solid' }]);
  });

  it('reads 10,000 children of one unit, and a chain 5,000 deep', () => {
    const wide = read(unit('a'), ...Array.from({ length: 10_000 }, (_, index) => unit(`b${index}`, 'a')));
    assert.equal(wide.end[0], 10_001);
    const deep = read(
      ...Array.from({ length: 5000 }, (_, index) => unit(`${index}`, index ? `${index - 1}` : undefined)),
    );
    assert.equal(deep.level[4999], 4999);
    assert.equal(deep.end[0], 5000);
  });

  it('names units that are no list', () => {
    const feed = parsed('units');
    parseOrganization(feed);
    assert.deepEqual(problemsOf(feed), ['_iom.organization: string (not a list)']);
  });

  it('adds what it repaired to the problems of the feed, once', () => {
    const feed = parsed([unit('a', 'none')]);
    parseOrganization(feed);
    parseOrganization(feed);
    assert.equal(problemsOf(feed).length, 1);
  });
});

describe('ways', () => {
  const organization = read(unit('a'), unit('b', 'a'), unit('c', 'b'), unit('d', 'a'), unit('e'));
  const names = (path: number[]) => path.map((index) => organization.units[index].id).join(' ');
  const at = (id: string) => organization.units.findIndex((entry) => entry.id === id);

  it('lead from the top to a unit', () => assert.equal(names(ancestorsOf(organization, at('c'))), 'a b c'));
  it('lead from one unit to another', () =>
    assert.equal(names(pathBetween(organization, at('c'), at('d'))), 'c b a d'));
  it('lead down, and stay where they are', () => {
    assert.equal(names(pathBetween(organization, at('a'), at('c'))), 'a b c');
    assert.equal(names(pathBetween(organization, at('b'), at('b'))), 'b');
    assert.equal(names(pathBetween(organization, at('c'), at('b'))), 'c b');
  });
  it('lead up', () => assert.equal(names(pathBetween(organization, at('c'), at('a'))), 'c b a'));
  it('are none between trees', () => assert.deepEqual(pathBetween(organization, at('c'), at('e')), []));
});

function unit(id: string, parent?: string) {
  return { id, name: id, ...(parent && { parent }) };
}
