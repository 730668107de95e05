import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { colours, isLight } from '../../src/elements/sdg-grid/colours.js';
import { loadGoalNames } from '../../src/i18n/messages/sdg-goals.js';

/** Relative luminance, as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((index) => parseInt(colour.slice(index, index + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, other: string) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe('the colours of the goals', () => {
  it('are 17, each another', () => assert.equal(new Set(colours).size, 17));

  for (const [index, colour] of colours.entries()) {
    it(`${index + 1}: its number has a contrast of 4.5 : 1 at least`, () => {
      assert.ok(contrast(colour, isLight(index + 1) ? '#000000' : '#ffffff') >= 4.5);
    });
  }
});

describe('the names of the goals', () => {
  for (const [tag, tenth] of [
    ['ar', 'الحد من أوجه عدم المساواة'],
    ['zh-Hans', '减少不平等'],
    ['en', 'Reduced Inequalities'],
    ['fr', 'Inégalités réduites'],
    ['ru', 'Уменьшение неравенства'],
    ['es', 'Reducción de las desigualdades'],
    ['nl', 'Reduced Inequalities'],
    ['de', 'Weniger Ungleichheiten'],
  ]) {
    it(`${tag} ⇒ 17, the tenth is “${tenth}”`, async () => {
      const names = await loadGoalNames(tag);
      assert.equal(names[9], tenth);
      assert.equal(new Set(names).size, 17);
    });
  }
});
