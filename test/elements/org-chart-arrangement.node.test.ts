import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseArrangement } from '../../src/elements/org-chart/layout/arrangement.js';
import { forest } from './org-chart-forest.js';

interface Plan {
  range?: readonly [number, number];
  assistants?: readonly number[];
  hidden?: number;
  widths?: readonly number[];
}

/** In a container with room for four cards of 180 side by side, and for four of 60 one below the other. */
function arranged(parents: readonly number[], { range, assistants = [], hidden, widths = [180, 160] }: Plan = {}) {
  const of = forest(parents);
  return chooseArrangement(of, {
    range: range ?? [0, parents.length],
    assistants,
    hasBranch: (unit) => of.end[unit] > unit + 1,
    isShown: (unit) => unit !== hidden,
    widths,
    height: 60,
    gaps: [20, 40],
    container: [600, 300],
  });
}

const sideBySide = { width: 180, hangFrom: Infinity };

describe('how a chart is arranged', () => {
  it('four side by side and four levels have just room: nobody hangs', () => {
    assert.deepEqual(arranged([-1, 0, 0, 0, 0]), sideBySide);
    assert.deepEqual(arranged([-1, 0, 1, 2, 2]), sideBySide);
  });

  it('five side by side are too many: they hang from the unit above', () =>
    assert.deepEqual(arranged([-1, 0, 0, 0, 0, 0]), { width: 180, hangFrom: 0 }));

  it('five at the top hang, too', () => assert.deepEqual(arranged([-1, -1, -1, -1, -1]), { width: 180, hangFrom: -1 }));

  it('five levels are too many: those below the first with several units hang', () =>
    assert.deepEqual(arranged([-1, 0, 1, 2, 2, 4]), { width: 180, hangFrom: 3 }));

  it('a chain of five has no level with several units: nobody hangs', () =>
    assert.deepEqual(arranged([-1, 0, 1, 2, 3]), sideBySide));

  it('a branch of four levels has room, on whatever level it begins', () =>
    assert.deepEqual(arranged([-1, 0, 1, 2, 3, 3], { range: [1, 6] }), sideBySide));

  it('what is not drawn takes no room: the branch beside, a unit that is hidden', () => {
    assert.deepEqual(arranged([-1, 0, 0, 0, 0, -1], { range: [0, 5] }), sideBySide);
    assert.deepEqual(arranged([-1, 0, 0, 0, 0, 0], { hidden: 5 }), sideBySide);
  });

  it('the narrower card is taken where four of it fit side by side, with what hangs below them', () =>
    assert.deepEqual(arranged([-1, 0, 1, 1, 0, 4, 4, 0, 7, 7, 0, 10, 10]), { width: 160, hangFrom: 1 }));

  it('an assistant makes no level of several units: those are below', () => {
    const parents = [-1, 0, 0, 2, 3, 2, 5, 2, 7, 8, 9];
    assert.deepEqual(arranged(parents), { width: 180, hangFrom: 1 });
    assert.deepEqual(arranged(parents, { assistants: [0, 1] }), { width: 180, hangFrom: 2 });
  });
});
