import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { corners, laidOut } from './org-chart-forest.js';

/** Cards are 100 × 50; side by side there are 20 between them, from one level to the next 40. */
describe('the places of a chart', () => {
  it('of one unit: the corner', () => {
    const drawing = laidOut([-1]);
    assert.deepEqual(corners(drawing), [[0, 0]]);
    assert.deepEqual(drawing.size, [100, 50]);
  });

  it('of siblings of different height: each level begins below the highest that has others below it', () => {
    const drawing = laidOut([-1, 0, 1, 0, 3], { heights: [50, 30, 50, 70, 50] });
    const [rootDown, siblingsDown, lowestDown] = [0, 50 + 40, 50 + 40 + 70 + 40];
    assert.deepEqual(corners(drawing), [
      [60, rootDown],
      [0, siblingsDown],
      [0, lowestDown],
      [120, siblingsDown],
      [120, lowestDown],
    ]);
    assert.deepEqual(drawing.size, [220, lowestDown + 50]);
  });

  it('of a high card with nobody below it: it moves no level down, but those below its neighbour aside', () => {
    const drawing = laidOut([-1, 0, 1, 0, 0, 4, 4, 4], { heights: [50, 50, 50, 150, 50, 50, 50, 50] });
    const high = [120, 90];
    assert.deepEqual(corners(drawing), [
      [180, 0],
      [0, 90],
      [0, 180],
      high,
      [360, 90],
      [240, 180],
      [360, 180],
      [480, 180],
    ]);
    assert.deepEqual(drawing.size, [580, 90 + 150]);
  });

  it('of a card that ends above the next level: it stands above those below its neighbour', () => {
    const drawing = laidOut([-1, 0, 1, 1, 1, 0, 0, 6], { heights: [50, 50, 50, 50, 50, 70, 90, 50] });
    assert.deepEqual(corners(drawing), [
      [240, 0],
      [120, 90],
      ...[0, 120, 240].map((left) => [left, 220]),
      [240, 90],
      [360, 90],
      [360, 220],
    ]);
  });

  it('of two without others between wide branches: as far from each other as from these', () => {
    const five = (parent: number) => Array<number>(5).fill(parent);
    const drawing = laidOut([-1, 0, ...five(1), 0, 0, 0, ...five(9)]);
    const level = corners(drawing).filter(([, top]) => top === 90);
    assert.deepEqual(
      level.map(([left]) => left),
      [240, 440, 640, 840],
    );
    assert.deepEqual(drawing.size, [10 * 100 + 9 * 20, 230]);
    assert.deepEqual(corners(drawing)[0], [(240 + 840) / 2, 0]);
  });

  it('of a wide branch deep down: what is beside moves below nobody but as close as its level allows', () => {
    const wideThird = [-1, 0, 1, 2, 3, 3, 3, 0, 0, 8, 9, 10, 10, 10];
    const drawing = laidOut(wideThird);
    assert.deepEqual(corners(drawing), [
      [300, 0],
      [120, 90],
      [120, 180],
      [120, 270],
      [0, 360],
      [120, 360],
      [240, 360],
      [300, 90],
      [480, 90],
      [480, 180],
      [480, 270],
      [360, 360],
      [480, 360],
      [600, 360],
    ]);
  });

  it('of branches whose lower levels stand out to the left and to the right: none on another', () => {
    // Each of three: a unit alone, and beside it one with a wide row two levels below.
    const drawing = laidOut([-1, 0, 1, 1, 3, 4, 4, 4, 0, 8, 8, 10, 11, 11, 11, 0, 15, 16, 17, 17, 17]);
    const lowest = corners(drawing).filter(([, top]) => top === 360);
    assert.deepEqual(
      lowest.map(([left]) => left),
      [0, 120, 240, 360, 480, 600, 720, 840, 960],
    );
    const [second, alone, beside] = corners(drawing).slice(8, 11);
    assert.deepEqual(
      [alone, beside],
      [
        [360, 180],
        [480, 180],
      ],
    );
    assert.deepEqual(second, [(360 + 480) / 2, 90]);
    assert.deepEqual(corners(drawing)[0], [(60 + 840) / 2, 0]);
  });

  it('of a unit without others before one with three: the unit above stands in the middle of both', () => {
    const drawing = laidOut([-1, 0, 0, 2, 2, 2]);
    assert.deepEqual(corners(drawing), [
      [60, 0],
      [0, 90],
      [120, 90],
      [0, 180],
      [120, 180],
      [240, 180],
    ]);
  });

  it('of any branches: nobody stands on another, and each unit in the middle of its own', () => {
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let count = 0; count < 400; count++) {
      // Mostly below one of the last, so that there are deep branches.
      const parents = Array.from({ length: 24 }, (_, index) => (index ? Math.max(0, index - 1 - random(5)) : -1));
      const drawing = laidOut(parents);
      const places = corners(drawing);
      const lines = new Map<number, number[]>();
      for (const [left, top] of places) lines.set(top, [...(lines.get(top) ?? []), left]);
      for (const line of lines.values()) {
        line.sort((one, next) => one - next);
        line
          .slice(1)
          .forEach((left, index) => assert.ok(left - line[index] > 119.99, `${parents.join()}: ${line.join()}`));
      }
    }
  });

  it('of several at the top, of which one has others: these begin further left than it', () => {
    const drawing = laidOut([-1, -1, 1, 1, 1]);
    assert.deepEqual(corners(drawing), [
      [0, 0],
      [120, 0],
      [0, 90],
      [120, 90],
      [240, 90],
    ]);
    assert.deepEqual(drawing.size, [340, 140]);
  });

  it('of assistants: beside the unit above, one below the other, and the next level below the last of them', () => {
    const drawing = laidOut([-1, 0, 0, 0, 0], { assistants: [0, 1, 1, 0, 0] });
    const [one, next] = corners(drawing).slice(1);
    assert.deepEqual(
      [one, next],
      [
        [60 + 100 + 20, 0],
        [180, 50 + 20],
      ],
    );
    assert.deepEqual(corners(drawing).slice(3), [
      [0, 160],
      [120, 160],
    ]);
    assert.deepEqual(drawing.size, [280, 210]);
  });

  describe('from left to right', () => {
    const fromLeft = { layout: 'left-to-right' } as const;

    it('each level 40 further right, siblings 20 apart, a unit at the middle of those it has', () => {
      const drawing = laidOut([-1, 0, 1, 1, 0], fromLeft);
      assert.deepEqual(corners(drawing), [
        [0, 70],
        [140, 35],
        [280, 0],
        [280, 70],
        [140, 105],
      ]);
      assert.deepEqual(drawing.size, [380, 155]);
    });

    it('cards of different height', () => {
      const drawing = laidOut([-1, 0, 1, 0, 3, 3], { ...fromLeft, heights: [50, 30, 50, 70, 50, 50] });
      assert.deepEqual(corners(drawing), [
        [0, 52.5],
        [140, 10],
        [280, 0],
        [140, 95],
        [280, 70],
        [280, 140],
      ]);
    });

    it('nobody hangs, and nobody stands beside', () => {
      const drawing = laidOut([-1, 0, 0], { ...fromLeft, hangFrom: 0, assistants: [0, 1, 0] });
      assert.deepEqual(corners(drawing), [
        [0, 35],
        [140, 0],
        [140, 70],
      ]);
    });
  });

  describe('as an outline', () => {
    it('a line for each, 20 further in on each level and as much narrower', () => {
      const drawing = laidOut([-1, 0, 1, 0], { layout: 'outline', width: 300, heights: [50, 30, 50, 70] });
      assert.deepEqual(corners(drawing), [
        [0, 0],
        [20, 90],
        [40, 160],
        [20, 250],
      ]);
      assert.deepEqual([...drawing.width].slice(1), [300, 280, 260, 280]);
      assert.deepEqual([...drawing.stemX].slice(1), [-10, 10, 30, 10]);
      assert.deepEqual(drawing.size, [300, 320]);
    });

    it('a deep branch alone begins at the edge, and moves in by two fifths of the width at most', () => {
      const drawing = laidOut([-1, 0, 1, 2, 3, 4, 5], { layout: 'outline', width: 100, range: [2, 7] });
      assert.deepEqual(corners(drawing), [
        [0, 0],
        [10, 90],
        [20, 180],
        [30, 270],
        [40, 360],
      ]);
    });
  });
});
