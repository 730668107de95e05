import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseArrangement } from '../../src/elements/org-chart/layout/arrangement.js';
import { computeLayout } from '../../src/elements/org-chart/layout/layout.js';
import { Join, type ChartLayout, type LayoutOptions } from '../../src/elements/org-chart/layout/types.js';
import { forest } from './org-chart-forest.js';

/** Pseudo-random, the same each time. */
function random(seed: number) {
  return () => (seed = (seed * 48271) % 2147483647) / 2147483647;
}

const all = (count: number) => new Uint8Array(count).fill(1);

const gaps = [24, 40] as const;

/** As a chart draws it: arranged once for all that could be open. */
function drawn(of: ReturnType<typeof forest>, plan: Partial<LayoutOptions> = {}): ChartLayout {
  const count = of.units.length;
  const { range = [0, count], container = [1200, 700], assistants = [], layout = 'chart' } = plan;
  const arrangement = chooseArrangement(of, {
    range,
    assistants,
    hasBranch: (unit) => of.end[unit] > unit + 1,
    isShown: () => true,
    widths: [180, 150],
    height: 90,
    gaps,
    container,
  });
  return computeLayout(of, {
    layout,
    ...arrangement,
    heights: new Float32Array(count).fill(90),
    open: all(count),
    range,
    gaps,
    container,
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

  it('a small organization stands side by side throughout', () => {
    const { join } = drawn(forest([-1, 0, 0, 1, 1]));
    assert.ok(!join.includes(Join.hung));
  });

  it('seven reports with seven each: the seven side by side, below each of them a column', () => {
    const of = forest([-1, ...Array<number>(7).fill(0), ...Array.from({ length: 49 }, (_, index) => 1 + (index % 7))]);
    const { x, y, unit, above } = drawn(of, { container: [1500, 700] });
    const of7 = [...unit.keys()].filter((slot) => above[slot] === 1);
    assert.equal(new Set(of7.map((slot) => y[slot])).size, 1);
    for (const report of of7) {
      const column = [...unit.keys()].filter((slot) => slot && above[slot] === report);
      assert.deepEqual(
        column.map((slot) => x[slot]),
        column.map(() => x[report] + 20),
      );
      assert.equal(new Set(column.map((slot) => y[slot])).size, 7);
    }
  });

  it('no room for seven side by side ⇒ columns of three, and narrower cards where these make them fit', () => {
    const of = forest([-1, ...Array<number>(7).fill(0), ...Array.from({ length: 49 }, (_, index) => 1 + (index % 7))]);
    const open = Uint8Array.from({ length: 57 }, (_, unit) => (unit ? 0 : 1));
    const columns = (width: number) => {
      const drawing = drawn(of, { open, container: [width, 700] });
      return [new Set([...drawn(of, { open, container: [width, 700] }).x].slice(2)).size, drawing.width[1]];
    };
    assert.deepEqual(
      [columns(1500), columns(1100), columns(640)],
      [
        [7, 180],
        [7, 150],
        [3, 180],
      ],
    );
  });

  it('opening one branch changes the order and the columns of nobody, in 200 forests', () => {
    const next = random(7);
    for (let round = 0; round < 200; round++) {
      const count = 2 + Math.floor(next() * 80);
      const of = forest(Array.from({ length: count }, (_, index) => Math.floor(next() * index) - (index ? 0 : 1)));
      const open = Uint8Array.from({ length: count }, () => (next() < 0.6 ? 1 : 0));
      const container = [400 + next() * 1400, 600] as const;
      const before = drawn(of, { open, container });
      const closed = open.findIndex((isOpen, unit) => !isOpen && before.unit.includes(unit) && of.end[unit] > unit + 1);
      if (closed < 0) continue;
      open[closed] = 1;
      const after = drawn(of, { open, container });
      const isLeft = ({ unit, x, y, above }: ChartLayout) =>
        [...before.unit.keys()].slice(2).map((slot) => {
          const [one, two] = [before.unit[slot - 1], before.unit[slot]].map((entry) => unit.indexOf(entry));
          // Siblings: the next one is beside, or below.
          return above[one] === above[two] ? [x[one] < x[two], y[one] < y[two]] : [];
        });
      assert.deepEqual(isLeft(after), isLeft(before), `round ${round}`);
    }
  });

  it('300 units below one stand in columns in the proportions of the page', () => {
    const one = drawn(forest(Array.from({ length: 301 }, (_, index) => (index ? 0 : -1))));
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
