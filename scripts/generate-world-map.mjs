// Writes the maps that <iom-office-map> draws unless a page has its own, src/elements/office-map/world*.generated.ts, from
// world-atlas (Natural Earth, public domain); with --check only says whether they are current. Run with `node --import tsx`.
import { readFileSync, writeFileSync } from 'node:fs';
import { geoArea, geoEqualEarth, geoPath } from 'd3-geo';
import { iso31661 } from 'iso-3166';
import { format, resolveConfig } from 'prettier';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import { centre, middle, scale } from '../src/elements/office-map/projection.ts';
import { boundaries } from './boundaries.mjs';

/**
 * The whole world, and what a window shows that came nearer. Square kilometres: a corner that makes less of a difference
 * goes, and an island that is smaller, unless it is all of a country. `smallCorner` is the same for countries that are small
 * islands, which would go with their corners.
 */
const maps = [
  { name: 'world', corner: 700, island: 1000, smallCorner: 20 },
  { name: 'world-near', corner: 90, island: 120, smallCorner: 10 },
];
/** Names that are not written on the map: M49, the list of names of the United Nations, has none for them. */
const unnamed = ['AQ', 'TW'];

const steradians = (area) => area / 6371 ** 2;
const readAtlas = () => JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8'));

function drawWorld({ corner, island, smallCorner }) {
  const weighed = presimplify(readAtlas(), sphericalTriangleArea);
  for (const { type, arcs = [] } of weighed.objects.countries.geometries) {
    const polygons = type === 'Polygon' ? [arcs] : arcs;
    const areas = polygons.map((polygon) => geoArea(feature(weighed, { type: 'Polygon', arcs: polygon })));
    if (Math.max(...areas) > steradians(5 * corner)) continue;
    for (const index of polygons.filter(([ring]) => ring.length === 1).flat(2)) {
      for (const point of weighed.arcs[index < 0 ? ~index : index])
        if (point[2] > steradians(smallCorner)) point[2] = Infinity;
    }
  }
  const topology = simplify(weighed, steradians(corner));
  const withoutSpecks = (polygons) => {
    const areas = polygons.map((arcs) => geoArea(feature(topology, { type: 'Polygon', arcs })));
    return polygons.filter((_, index) => areas[index] > steradians(island) || areas[index] === Math.max(...areas));
  };
  const countries = {
    type: 'GeometryCollection',
    geometries: topology.objects.countries.geometries
      .filter(({ properties }) => properties.name !== 'Antarctica')
      .map((country) =>
        country.type === 'MultiPolygon' ? { ...country, arcs: withoutSpecks(country.arcs) } : country,
      ),
  };

  const lines = { borders: [], dashed: [], dotted: [], nothing: [] };
  const ruleOf = (a, b) =>
    boundaries.find(({ between }) => between?.includes(a.properties.name) && between.includes(b.properties.name));
  lines.borders.push(...mesh(topology, countries, (a, b) => a !== b && !ruleOf(a, b)).coordinates);
  for (const rule of boundaries) {
    const { between, within, line, as } = rule;
    const all = line ? [line] : mesh(topology, countries, (a, b) => a !== b && ruleOf(a, b) === rule).coordinates;
    if (!all.length) throw new Error(`There is no border between ${between.join(' and ')}.`);
    for (const border of all) {
      for (const [inside, part] of within ? split(border, within) : [[true, border]])
        lines[inside ? as : 'borders'].push(part);
    }
  }
  return {
    land: draw(merge(topology, countries.geometries)),
    ...Object.fromEntries(
      ['borders', 'dashed', 'dotted'].map((name) => [
        name,
        draw({ type: 'MultiLineString', coordinates: lines[name] }),
      ]),
    ),
  };
}

/** The parts of a line that lie inside a box of degrees and those that don't, in turn. */
function split(line, [west, south, east, north]) {
  const isInside = ([x, y]) => x >= west && x <= east && y >= south && y <= north;
  const parts = [];
  line.slice(1).forEach((point, index) => {
    const inside = isInside(point) && isInside(line[index]);
    if (parts.at(-1)?.[0] !== inside) parts.push([inside, [line[index]]]);
    parts.at(-1)[1].push(point);
  });
  return parts;
}

/** SVG path data in whole units and relative steps, which compress best. */
function draw(geometry) {
  const strokes = [];
  const projection = geoEqualEarth().rotate([-middle, 0]).scale(scale).translate(centre);
  geoPath(projection, {
    moveTo: (x, y) => strokes.push([[x, y]]),
    lineTo: (x, y) => strokes.at(-1).push([x, y]),
    closePath: () => (strokes.at(-1).closed = true),
  })(geometry);
  return strokes
    .map((stroke) => {
      const [start, ...rest] = stroke.map((point) => point.map(Math.round));
      let at = start;
      const steps = rest.flatMap((point) => {
        const step = [point[0] - at[0], point[1] - at[1]];
        at = point;
        return step[0] || step[1] ? step : [];
      });
      const path = steps.map((step, index) => (index && step >= 0 ? ` ${step}` : step)).join('');
      if (path) return `M${start[0]} ${start[1]}l${path}${stroke.closed ? 'z' : ''}`;
      // The smallest countries are a dot.
      return stroke.closed ? `M${start[0] - 1} ${start[1] - 1}l2 0 0 2-2 0z` : '';
    })
    .join('');
}

/** How much room each country has for its name: the side of a square as large as its largest part, in units of the plane. */
function rooms() {
  const codes = new Map(iso31661.map(({ numeric, alpha2 }) => [numeric, alpha2]));
  const largest = new Map();
  const atlas = readAtlas();
  for (const { id, geometry } of feature(atlas, atlas.objects.countries).features) {
    const code = codes.get(id);
    if (!code || unnamed.includes(code)) continue;
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const area = Math.max(...parts.map((coordinates) => geoArea({ type: 'Polygon', coordinates })));
    if (area > (largest.get(code) ?? 0)) largest.set(code, area);
  }
  return [...largest]
    .sort(([, a], [, b]) => b - a)
    .map(([code, area]) => `${code}${Math.ceil(scale * Math.sqrt(area))}`)
    .join(' ');
}

for (const map of maps) {
  const target = `src/elements/office-map/${map.name}.generated.ts`;
  const named =
    map.name === 'world'
      ? ''
      : `/** Countries whose names are written, the largest first: codes of ISO 3166-1 alpha-2, each with the side of a square as large as it. */
         export const rooms = ${JSON.stringify(rooms())};`;
  const written = await format(
    `// Made from world-atlas by \`npm run world\`. Change scripts/generate-world-map.mjs or scripts/boundaries.mjs, not this file.
     import type { World } from './projection.js';
     const world: World = ${JSON.stringify(drawWorld(map))};
     export default world;
     ${named}`,
    { ...(await resolveConfig(target)), parser: 'typescript' },
  );
  if (!process.argv.includes('--check')) writeFileSync(target, written);
  else if (written !== readFileSync(target, 'utf8')) {
    console.error(
      `${target} is out of date with world-atlas and scripts/boundaries.mjs: run npm run world and commit the result.`,
    );
    process.exitCode = 1;
  }
}
