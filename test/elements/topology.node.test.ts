import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { drawWorld } from '../../src/elements/office-map/topology.js';

const square = (west: number, south: number, size = 10): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const area = (ring: number[][], properties: object | null = null) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const line = (coordinates: unknown, properties: object | null = null) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const border = [
  [0, 0],
  [0, 10],
];
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { objects: Record<string, object> };
const strokes = (path = '') => path.split('M').length - 1;
/** Widest and highest point of path data, in units of the plane. */
const extent = (path: string) => {
  const numbers = path.match(/-?\d+/g)!.map(Number);
  const across = numbers.filter((_, index) => index % 2 === 0);
  return Math.max(...across) - Math.min(...across);
};

describe('drawWorld', () => {
  it('TopoJSON of countries ⇒ land, and borders between them alone', () => {
    const { objects, ...rest } = read('node_modules/world-atlas/countries-110m.json');
    const world = drawWorld({ ...rest, objects: { countries: objects.countries } })!;
    assert.ok(strokes(world.land) > 100);
    assert.ok(strokes(world.borders) > 50);
    assert.ok(world.borders.length < world.land.length);
    assert.deepEqual([world.dashed, world.dotted], ['', '']);
    assert.doesNotMatch(world.land + world.borders, /NaN|\./);
  });

  for (const [what, ring] of [
    ['as RFC 7946 wants it', square(0, 0)],
    ['as d3 wants it', square(0, 0).reverse()],
  ] as const) {
    it(`GeoJSON wound ${what} ⇒ the area, and not all around it`, () => {
      const { land, borders } = drawWorld(collection(area(ring)))!;
      assert.equal(strokes(land), 1);
      assert.ok(extent(land) < 400, `${extent(land)}`);
      assert.equal(borders, land);
    });
  }

  for (const [properties, expected] of [
    [{ disputed: true }, 'dashed'],
    [{ disputed: 'dashed' }, 'dashed'],
    [{ disputed: 1 }, 'dashed'],
    [{ disputed: 'dotted' }, 'dotted'],
    [{ disputed: false }, 'borders'],
    [{ disputed: 'false' }, 'borders'],
    [{ disputed: '' }, 'borders'],
    [{}, 'borders'],
    [null, 'borders'],
  ] as const) {
    it(`a line with ${JSON.stringify(properties)} ⇒ ${expected}`, () => {
      const world = drawWorld(collection(area(square(0, 0)), line(border, properties)))!;
      const drawn = (['borders', 'dashed', 'dotted'] as const).filter((kind) => world[kind]);
      assert.deepEqual(drawn, [expected]);
    });
  }

  it('lines of TopoJSON keep what is said of them', () => {
    const world = drawWorld({
      type: 'Topology',
      arcs: [square(0, 0), border],
      objects: {
        areas: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]] }] },
        lines: {
          type: 'GeometryCollection',
          geometries: [{ type: 'LineString', arcs: [1], properties: { disputed: 'dotted' } }],
        },
      },
    })!;
    assert.equal(strokes(world.land), 1);
    assert.equal(strokes(world.dotted), 1);
    assert.equal(world.borders, '');
  });

  for (const [what, broken] of [
    ['a geometry that is none', { type: 'Feature', properties: {}, geometry: null }],
    ['a hole in the list', null],
    ['coordinates that are no numbers', area([['x', 'y']] as unknown as number[][])],
    ['an area without a ring', { type: 'Feature', properties: {}, geometry: { type: 'Polygon' } }],
    ['a line in metres', line([[5e6, 6e6]])],
    ['an unknown type', { type: 'Circle', coordinates: [0, 0] }],
    ['a point', { type: 'Point', coordinates: [0, 0] }],
  ] as const) {
    it(`${what} ⇒ left out, and the rest is drawn`, () => {
      const { land, borders } = drawWorld(collection(area(square(0, 0)), broken, area(square(20, 0))))!;
      assert.equal(strokes(land), 2);
      assert.doesNotMatch(land + borders, /NaN/);
    });
  }

  it('TopoJSON with a broken arc ⇒ the rest is drawn', () => {
    const polygon = (...arcs: number[]) => ({ type: 'Polygon', arcs: [arcs] });
    const geometries = [polygon(0), polygon(99), { type: 'Polygon', arcs: null }];
    const world = drawWorld({
      type: 'Topology',
      arcs: [square(0, 0)],
      objects: { all: { type: 'GeometryCollection', geometries }, none: null },
    })!;
    assert.equal(strokes(world.land), 1);
  });

  it('geometries within geometries, and a bare one ⇒ drawn', () => {
    const geometry = { type: 'MultiPolygon', coordinates: [[square(0, 0)], [square(30, 0)]] };
    assert.equal(strokes(drawWorld(geometry)?.land), 2);
    assert.equal(strokes(drawWorld({ type: 'GeometryCollection', geometries: [geometry] })?.land), 2);
  });

  for (const [what, data] of [
    ['null', null],
    ['a number', 7],
    ['a feed', { version: 'https://jsonfeed.org/version/1.1', items: [] }],
    ['an empty collection', collection()],
    ['lines alone', collection(line(border))],
    ['areas in metres', collection(area(square(5e6, 6e6, 1e5)))],
    ['a topology without objects', { type: 'Topology', arcs: [] }],
  ] as const) {
    it(`${what} ⇒ no map`, () => assert.equal(drawWorld(data), undefined));
  }
});
