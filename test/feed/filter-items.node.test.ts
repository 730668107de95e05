import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Item } from '../../src/feed/schema/model.generated.js';
import { filterItems, type ItemFilter } from '../../src/feed/parts/filter-items.js';

const items: Item[] = [
  {
    id: 'a',
    title: 'L’été à Genève',
    summary: 'Un résumé',
    tags: ['Données'],
    _iom: { kind: 'news', countries: ['CH'] },
  },
  { id: 'b', title: 'Autre chose', tags: ['Bureaux'], _iom: { kind: 'press-release', countries: ['UY', 'AR'] } },
  { id: 'c', title: 'Sans rien' },
];

describe('selectItems', () => {
  for (const [selection, ids] of [
    [{}, 'abc'],
    [{ tags: ['données'] }, 'a'],
    [{ tags: ['bureaux', 'donnees'] }, 'ab'],
    [{ countries: ['ar'] }, 'b'],
    [{ kinds: ['news'] }, 'a'],
    [{ search: "l'ete geneve" }, 'a'],
    [{ search: 'bureaux autre' }, 'b'],
    [{ search: 'autre geneve' }, ''],
    [{ kinds: ['news'], countries: ['UY'] }, ''],
    [{ search: '  geneve   ete ' }, 'a'],
    [{ search: 'resume' }, 'a'],
    [{ search: 'choseBureaux' }, ''],
    [{ search: 'riena' }, ''],
    [{ tags: [] }, 'abc'],
    [{ countries: [], kinds: [] }, 'abc'],
  ] as [ItemFilter, string][]) {
    it(`${JSON.stringify(selection)} ⇒ ${ids || 'none'}`, () =>
      assert.equal(
        filterItems(items, selection)
          .map(({ id }) => id)
          .join(''),
        ids,
      ));
  }
});
