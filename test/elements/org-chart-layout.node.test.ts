import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeLayout } from '../../src/elements/org-chart/layout/layout.js';
import type { ChartLayout, LayoutOptions } from '../../src/elements/org-chart/layout/types.js';
import { parseOrganization } from '../../src/feed/parts/parse-units.js';

/** A forest from the number of the parent of each unit. */
function forest(parents: number[]) {
  const organization = parents.map((parent, id) => ({
    id: `${id}`,
    name: `${id}`,
    parent: parent < 0 ? '' : `${parent}`,
  }));
  return parseOrganization({
    feed: { version: '', title: '', items: [], _iom: { about: '', organization } },
    baseUrl: '',
    problems: [],
  });
}

/** Every unit with six below it until there are `count`. */
const even = (count: number) => forest(Array.from({ length: count }, (_, index) => Math.ceil(index / 6) - 1));

/** Pseudo-random, the same each time. */
function random(seed: number) {
  return () => (seed = (seed * 48271) % 2147483647) / 2147483647;
}

const all = (count: number) => new Uint8Array(count).fill(1);

function drawn(of: ReturnType<typeof forest>, plan: Partial<LayoutOptions> = {}): ChartLayout {
  const count = of.units.length;
  return computeLayout(of, {
    layout: 'chart',
    width: 180,
    heights: new Float32Array(count).fill(90),
    open: all(count),
    range: [0, count],
    gaps: [24, 40],
    container: [1200, 700],
    ...plan,
  });
}

/** No card lies on another; found by sweeping down. */
function overlaps({ count, x, y, width, height, unit }: ChartLayout): string[] {
  const order = Array.from({ length: count }, (_, index) => index + 1).sort((a, b) => y[a] - y[b]);
  const matches: string[] = [];
  let active: number[] = [];
  for (const slot of order) {
    active = active.filter((other) => y[other] + height[other] > y[slot] + 0.01);
    for (const other of active) {
      if (x[other] < x[slot] + width[slot] - 0.01 && x[slot] < x[other] + width[other] - 0.01) {
        matches.push(`${unit[slot]} on ${unit[other]}`);
      }
    }
    active.push(slot);
  }
  return matches;
}

describe('draw', () => {
  for (const layout of ['chart', 'left-to-right', 'outline'] as const) {
    it(`${layout}: no card on another, none outside, in 200 forests of all shapes`, () => {
      const next = random(layout.length);
      for (let round = 0; round < 200; round++) {
        const count = 1 + Math.floor(next() * 120);
        const depth = next() * 3;
        const of = forest(
          Array.from(
            { length: count },
            (_, index) => Math.floor(index * next() ** (1 / (depth + 0.1))) - (next() < 0.1 ? index : 1),
          ),
        );
        const drawing = drawn(of, {
          layout,
          heights: Float32Array.from({ length: count }, () => 40 + next() * 200),
          open: Uint8Array.from({ length: count }, () => (next() < 0.9 ? 1 : 0)),
          assistants: Uint8Array.from({ length: count }, () => (next() < 0.1 ? 1 : 0)),
          container: [300 + next() * 1500, 300 + next() * 900],
        });
        assert.deepEqual(overlaps(drawing), [], `round ${round}`);
        for (let slot = 1; slot <= drawing.count; slot++) {
          assert.ok(drawing.x[slot] >= -0.01 && drawing.y[slot] >= -0.01, `round ${round}`);
          assert.ok(drawing.x[slot] + drawing.width[slot] <= drawing.size[0] + 0.01, `round ${round}`);
          assert.ok(drawing.y[slot] + drawing.height[slot] <= drawing.size[1] + 0.01, `round ${round}`);
        }
      }
    });
  }

  it('centres a unit above those below it', () => {
    const { x, y, count } = drawn(forest([-1, 0, 0, 1, 2]));
    assert.equal(count, 5);
    assert.deepEqual([...x].slice(1), [102, 0, 0, 204, 204]);
    assert.deepEqual([...y].slice(1), [0, 130, 260, 130, 260]);
  });

  it('leaves out what is closed', () => {
    const of = forest([-1, 0, 1, 0]);
    const open = all(4);
    open[1] = 0;
    assert.deepEqual([...drawn(of, { open }).unit], [-1, 0, 1, 3]);
  });

  it('draws one branch alone', () => {
    const of = forest([-1, 0, 1, 0]);
    assert.deepEqual([...drawn(of, { range: [1, 3] }).unit], [-1, 1, 2]);
  });

  it('puts assistants beside the unit above', () => {
    const of = forest([-1, 0, 0, 0]);
    const { x, y } = drawn(of, { assistants: [0, 1, 0, 0] });
    assert.equal(y[2], y[1]);
    assert.equal(x[2], x[1] + 180 + 24);
  });

  it('200 units fit a page of 1200 × 700 better than cards side by side could', () => {
    const { size } = drawn(even(200));
    assert.ok(size[0] < 7130, `${size[0]} px wide`);
    const one = drawn(forest(Array.from({ length: 201 }, (_, index) => (index ? 0 : -1))));
    assert.ok(Math.abs(Math.log(one.size[0] / one.size[1] / (1200 / 700))) < 0.5, `${one.size[0]} × ${one.size[1]}`);
  });

  it('takes the columns from the proportions of the container', () => {
    const of = forest(Array.from({ length: 101 }, (_, index) => (index ? 0 : -1)));
    const wide = drawn(of, { container: [1600, 400] });
    const tall = drawn(of, { container: [500, 1200] });
    assert.ok(wide.size[0] > 1.5 * tall.size[0], `${wide.size[0]}, ${tall.size[0]}`);
    assert.ok(wide.size[1] < tall.size[1]);
  });

  it('narrows the steps of an outline that is deep', () => {
    const { size, width } = drawn(forest(Array.from({ length: 50 }, (_, index) => index - 1)), {
      layout: 'outline',
      width: 300,
    });
    assert.equal(size[0], 300);
    assert.ok(width[50] >= 179);
  });

  it('draws 10,000 units below one, as many at the top, and a chain 5,000 deep', () => {
    for (const of of [
      forest(Array.from({ length: 10_001 }, (_, index) => (index ? 0 : -1))),
      forest(Array.from({ length: 10_000 }, () => -1)),
      forest(Array.from({ length: 5000 }, (_, index) => index - 1)),
    ]) {
      for (const layout of ['chart', 'left-to-right', 'outline'] as const) {
        assert.deepEqual(overlaps(drawn(of, { layout })), []);
      }
    }
  });

  it('draws nothing of nothing', () => assert.deepEqual(drawn(forest([])).size, [0, 0]));
});
