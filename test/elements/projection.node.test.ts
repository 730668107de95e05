import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { geoDistance, geoEqualEarth } from 'd3-geo';
import { cluster } from '../../src/elements/office-map/cluster.js';
import { distance } from '../../src/elements/office-map/geolocation.js';
import { centre, middle, project, scale, size } from '../../src/elements/office-map/projection.js';
import {
  fitBounds,
  clamp,
  minScale,
  maxScale,
  world as whole,
  zoom,
  type Size,
  type Viewport,
} from '../../src/elements/office-map/viewport.js';
import nearWorld, { rooms } from '../../src/elements/office-map/world-near.generated.js';
import world from '../../src/elements/office-map/world.generated.js';

const places: Record<string, [longitude: number, latitude: number]> = {
  Geneva: [6.1432, 46.2044],
  Montevideo: [-56.1645, -34.9011],
  Tokyo: [139.6503, 35.6762],
  'the date line': [180, -18],
  'the Bering Strait, from the west': [-169.5, 66],
  'the Bering Strait, from the east': [190.9, 66],
};

describe('the plane', () => {
  const d3 = geoEqualEarth().rotate([-middle, 0]).scale(scale).translate(centre);
  for (const [name, place] of Object.entries(places)) {
    it(`${name} stands where d3-geo puts it`, () => {
      const [x, y] = project(...place);
      const expected = d3(place)!;
      assert.ok(Math.hypot(x - expected[0], y - expected[1]) < 0.01, `${x}, ${y}, and not ${expected}`);
    });
  }

  it('holds the world from 84° north to 57° south', () => {
    assert.ok(Math.abs(project(middle, 84)[1]) < 1e-6);
    assert.ok(Math.abs(project(middle, -57)[1] - size[1]) < 1);
    assert.ok(Math.abs(project(middle - 179.999, 0)[0]) < 1);
  });
});

describe('distance', () => {
  for (const [from, to] of [
    ['Geneva', 'Montevideo'],
    ['Montevideo', 'Tokyo'],
    ['Geneva', 'Geneva'],
    ['the date line', 'the Bering Strait, from the west'],
  ]) {
    it(`from ${from} to ${to} ⇒ as d3-geo measures it`, () =>
      assert.ok(Math.abs(distance(places[from], places[to]) - geoDistance(places[from], places[to]) * 6371) < 1e-6));
  }
});

describe('the world that comes with the library', () => {
  /** The points of each stroke of path data. */
  const strokes = (path: string) =>
    path
      .split('M')
      .slice(1)
      .map((stroke) => {
        const [x, y, ...steps] = stroke.match(/-?\d+/g)!.map(Number);
        const points = [[x, y]];
        for (let index = 0; index < steps.length; index += 2) {
          const [left, top] = points.at(-1)!;
          points.push([left + steps[index], top + steps[index + 1]]);
        }
        return points;
      });
  /** Kilometres, more or less, from a place to the nearest stretch of a path. */
  function away(path: string, [longitude, latitude]: readonly [number, number]) {
    const [x, y] = project(longitude, latitude);
    const lengths = strokes(path).flatMap((points) =>
      points.slice(1).map(([bx, by], index) => {
        const [ax, ay] = points[index];
        const part = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1);
        const held = Math.max(0, Math.min(1, part));
        return Math.hypot(ax + held * (bx - ax) - x, ay + held * (by - ay) - y);
      }),
    );
    return Math.min(...lengths) * 3.5;
  }
  const near = 60;

  for (const [name, place, drawn] of [
    ['France and Spain', [0.5, 42.7], 'borders'],
    ['Israel and Jordan', [35.3, 30.5], 'borders'],
    ['the two Koreas', [127.5, 38.3], 'dashed'],
    ['Sudan and South Sudan', [32.2, 11.7], 'dashed'],
    ['Morocco and Western Sahara', [-11, 27.67], 'dashed'],
    ['Serbia and Kosovo', [21.2, 43.1], 'dashed'],
    ['Aksai Chin', [78.9, 34], 'dashed'],
    ['Arunachal Pradesh', [94, 28.8], 'dashed'],
    ['the Golan', [35.9, 33], 'dashed'],
    ['the Line of Control in Jammu and Kashmir', [74.2, 33.6], 'dotted'],
    ['Abyei', [28.4, 10.167], 'dotted'],
    ['the berm in Western Sahara', [-14.1, 22.6], undefined],
    ['Somalia and Somaliland', [48.6, 9], undefined],
    ['the north of Cyprus', [33.3, 35.1], undefined],
    ['Crimea and the mainland', [34, 46], undefined],
  ] as const) {
    for (const [seen, map] of [
      ['', world],
      [', seen from near, too', nearWorld],
    ] as const) {
      it(`${name} ⇒ ${drawn ?? 'no line'}${seen}`, () => {
        for (const kind of ['borders', 'dashed', 'dotted'] as const) {
          const far = away(map[kind], place);
          if (kind === drawn) assert.ok(far < near, `${kind} is ${Math.round(far)} km away`);
          else assert.ok(far > 10 && (drawn || far > near), `${kind} is only ${Math.round(far)} km away`);
        }
      });
    }
  }

  it('names every country that M49 lists, the largest first, and no other', () => {
    const named = rooms.split(' ').map((room) => [room.slice(0, 2), Number(room.slice(2))] as const);
    assert.deepEqual(
      named.map(([, room]) => room),
      named.map(([, room]) => room).sort((a, b) => b - a),
    );
    const codes = named.map(([code]) => code);
    assert.ok(['RU', 'PS', 'EH', 'FK', 'UY', 'NR'].every((code) => codes.includes(code)));
    assert.deepEqual(
      codes.filter((code) => ['TW', 'XK', 'AQ'].includes(code)),
      [],
    );
  });

  for (const [name, place] of [
    ['Singapore', [103.8, 1.35]],
    ['Malta', [14.4, 35.9]],
    ['Tonga', [-175.2, -21.2]],
    ['the Maldives', [73.5, 4]],
    ['Barbados', [-59.5, 13.2]],
  ] as const) {
    it(`${name} is on it`, () => assert.ok(away(world.land, place) < 150, `${away(world.land, place)}`));
  }
});

describe('cluster', () => {
  it('puts together what is near, and keeps the place of what comes first', () => {
    const spots = [
      { what: 'a', x: 0, y: 0 },
      { what: 'b', x: 30, y: 0 },
      { what: 'c', x: 8, y: 0 },
      { what: 'd', x: 24, y: 0 },
    ];
    assert.deepEqual(cluster(spots, 20), [
      { x: 0, y: 0, members: ['a', 'c'] },
      { x: 30, y: 0, members: ['b', 'd'] },
    ]);
    assert.equal(cluster(spots, 1).length, 4);
  });

  it('leaves no two of a thousand nearer than the distance', () => {
    const spots = Array.from({ length: 1000 }, (_, what) => ({ what, x: (what * 137) % 997, y: (what * 71) % 499 }));
    const clusters = cluster(spots, 28);
    for (const a of clusters) {
      for (const b of clusters) assert.ok(a === b || Math.hypot(a.x - b.x, a.y - b.y) >= 28);
    }
    assert.equal(
      clusters.reduce((sum, { members }) => sum + members.length, 0),
      1000,
    );
  });
});

describe('the view', () => {
  const window: Size = [800, 400];
  const least = minScale(window);
  const placeIn = ({ scale, left, top }: Viewport, [x, y]: Size) => [x * scale + left, y * scale + top];

  it('shows the world whole, in the middle', () => {
    const view = fitBounds(whole, window);
    assert.equal(view.scale, least);
    assert.equal(view.left, 0);
    assert.ok(Math.abs(view.top - (400 - size[1] * least) / 2) < 1e-9);
  });

  it('zooms around the point under the hand', () => {
    const view = fitBounds([4000, 1000, 6000, 2000], window);
    const [x, y] = [(200 - view.left) / view.scale, (100 - view.top) / view.scale];
    const [px, py] = placeIn(zoom(view, 1.5, [200, 100], window), [x, y]);
    assert.ok(Math.hypot(px - 200, py - 100) < 1e-6);
  });

  it('never leaves the world, however far it is moved or zoomed', () => {
    const far = clamp({ scale: least * 4, left: 5000, top: -9000 }, window);
    assert.equal(far.left, 0);
    assert.ok(Math.abs(far.top - (400 - size[1] * far.scale)) < 1e-9);
    assert.equal(zoom(far, 1000, [0, 0], window).scale, maxScale(window));
    assert.equal(zoom(far, 0.0001, [0, 0], window).scale, least);
  });

  it('fits a part, with room around; a single place as near as it may be', () => {
    const view = fitBounds([4000, 1000, 5000, 1200], window, 50);
    const corners = [placeIn(view, [4000, 1000]), placeIn(view, [5000, 1200])];
    assert.ok(Math.abs(corners[0][0] - 50) < 1e-6 && Math.abs(corners[1][0] - 750) < 1e-6);
    assert.equal(fitBounds([4000, 1000, 4000, 1000], window).scale, maxScale(window));
  });
});
