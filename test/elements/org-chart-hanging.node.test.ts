import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { corners, laidOut } from './org-chart-forest.js';

/** Cards are 100 × 50; side by side there are 20 between them, from one level to the next 40. */
describe('the places of a chart in which branches hang', () => {
  it('one below the other, each level 20 further in, half as far below the unit above as side by side', () => {
    const drawing = laidOut([-1, 0, 1, 1, 3, 0, 5], { hangFrom: 1, heights: [50, 50, 70, 50, 30, 50, 50] });
    assert.deepEqual(corners(drawing), [
      [80, 0],
      [0, 90],
      [20, 90 + 50 + 20],
      [20, 160 + 70 + 10],
      [40, 240 + 50 + 10],
      [160, 90],
      [180, 160],
    ]);
    assert.deepEqual(drawing.size, [280, 300 + 30]);
  });

  it('the lines to them come down halfway of the step', () => {
    const { stemX } = laidOut([-1, 0, 1, 1, 3, 0, 5], { hangFrom: 1 });
    assert.deepEqual(
      [2, 3, 4, 6].map((unit) => stemX[unit + 1]),
      [10, 10, 30, 170],
    );
  });

  it('with buttons below a card there is twice the room', () => {
    const drawing = laidOut([-1, 0, 0, 0], { hangFrom: 0, footed: [0, 1, 0, 0], container: [200, 600] });
    assert.deepEqual(corners(drawing), [
      [0, 0],
      [20, 70],
      [20, 70 + 50 + 20],
      [20, 140 + 50 + 10],
    ]);
  });

  it('seven in a wide container: columns of three, the unit above them in their middle', () => {
    const drawing = laidOut([-1, 0, 0, 0, 0, 0, 0, 0], { hangFrom: 0 });
    assert.deepEqual(corners(drawing), [
      [150, 0],
      ...[20, 160, 300].flatMap((left) => [70, 130, 190].map((top) => [left, top])).slice(0, 7),
    ]);
    assert.deepEqual([...drawing.stemX].slice(2), [10, 10, 10, 150, 150, 150, 290]);
    assert.deepEqual(drawing.size, [400, 240]);
  });

  it('twenty below a unit with others beside it: three columns, which its neighbour keeps off', () => {
    const drawing = laidOut([-1, 0, ...Array<number>(20).fill(1), 0], { hangFrom: 1 });
    const columns = new Set(
      corners(drawing)
        .slice(2, 22)
        .map(([left]) => left),
    );
    assert.deepEqual([...columns], [20, 160, 300]);
    assert.deepEqual(corners(drawing)[1], [(300 + 100 - 100) / 2, 90]);
    assert.deepEqual(corners(drawing)[22], [300 + 100 + 20, 90]);
  });

  it('300 below one: as many columns as are wide and high as the container', () => {
    const drawing = laidOut([-1, ...Array<number>(300).fill(0)], { hangFrom: 0 });
    const places = corners(drawing).slice(1);
    const columns = [...new Set(places.map(([left]) => left))];
    const rows = new Set(places.map(([, top]) => top)).size;
    assert.deepEqual([columns.length, rows], [14, 22]);
    assert.deepEqual(
      columns,
      columns.map((_, index) => 20 + index * 140),
    );
    assert.deepEqual(corners(drawing)[0], [(columns[13] + 100 - 100) / 2, 0]);
    assert.deepEqual(drawing.size, [columns[13] + 100, 70 + 22 * 50 + 21 * 10]);
  });

  it('assistants of their unit stand beside it, those further down hang like the others', () => {
    const drawing = laidOut([-1, 0, 0, 2, 2, 0], { hangFrom: 0, assistants: [0, 1, 0, 1, 0, 0] });
    assert.deepEqual(corners(drawing), [
      [0, 0],
      [120, 0],
      [20, 70],
      [40, 130],
      [40, 190],
      [20, 250],
    ]);
    assert.deepEqual(drawing.size, [220, 300]);
  });

  it('an assistant after the others is beside its unit all the same, and the columns count without it', () => {
    const drawing = laidOut([-1, 0, 0, 0, 0], { hangFrom: 0, assistants: [0, 0, 0, 1, 0], container: [300, 600] });
    assert.deepEqual(corners(drawing), [
      [0, 0],
      [20, 70],
      [20, 130],
      [120, 0],
      [20, 190],
    ]);
  });

  it('an assistant beside a unit above the middle of its columns: the neighbour keeps off it, too', () => {
    const parents = [-1, 0, 1, ...Array<number>(12).fill(1), 0];
    const drawing = laidOut(parents, { hangFrom: 1, assistants: [0, 0, 1] });
    const columns = new Set(
      corners(drawing)
        .slice(3, 15)
        .map(([left]) => left),
    );
    assert.deepEqual([...columns], [20, 160]);
    assert.deepEqual(corners(drawing)[1], [80, 90]);
    assert.deepEqual(corners(drawing)[2], [80 + 100 + 20, 90]);
    assert.deepEqual(corners(drawing)[15], [200 + 100 + 20, 90]);
  });

  it('from the top on: a column of its own', () => {
    const drawing = laidOut([-1, -1, 1, -1], { hangFrom: -1 });
    assert.deepEqual(corners(drawing), [
      [20, 0],
      [20, 60],
      [40, 120],
      [20, 180],
    ]);
    assert.deepEqual(drawing.size, [140, 230]);
  });

  it('a branch alone hangs from as far down as in the whole', () => {
    const parents = [-1, 0, 1, 2, 2, 1, 5];
    const drawing = laidOut(parents, { hangFrom: 2, range: [1, 7] });
    assert.deepEqual(corners(drawing), [
      [70, 0],
      [0, 90],
      [20, 160],
      [20, 220],
      [140, 90],
      [160, 160],
    ]);
    assert.deepEqual(laidOut(parents, { hangFrom: 1, range: [1, 7] }).size, [140, 50 + 20 + 5 * 50 + 4 * 10]);
  });
});
