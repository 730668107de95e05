// Writes src/elements/office-map/country-points.generated.ts, where offices stand whose feed says only their country, from
// world-atlas (Natural Earth, public domain); with --check only says whether it is current. Run with `node --import tsx`.
import { readFileSync, writeFileSync } from 'node:fs';
import { geoArea } from 'd3-geo';
import { iso31661 } from 'iso-3166';
import polylabel from 'polylabel';
import { format, resolveConfig } from 'prettier';
import { feature } from 'topojson-client';

const target = 'src/elements/office-map/country-points.generated.ts';
const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8'));
const codes = new Map(iso31661.map(({ numeric, alpha2 }) => [numeric, alpha2]));

/** The largest part of each country: a code may stand for several shapes. */
const largest = new Map();
for (const { id, geometry } of feature(atlas, atlas.objects.countries).features) {
  const code = codes.get(id);
  if (!code || code === 'AQ') continue;
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const coordinates of parts) {
    const area = geoArea({ type: 'Polygon', coordinates });
    if (area > (largest.get(code)?.area ?? 0)) largest.set(code, { area, coordinates });
  }
}

/** The point of each that is furthest from its borders, to a tenth of a degree. */
const points = [...largest]
  .map(([code, { coordinates }]) => {
    const [longitude, latitude] = polylabel(coordinates, 0.1);
    return `${code}${latitude.toFixed(1)},${longitude.toFixed(1)}`;
  })
  .sort();
const written = await format(
  `// Made from world-atlas by \`npm run world\`. Change scripts/generate-country-points.mjs, not this file.
   /** ISO 3166-1 alpha-2 codes, each with a latitude and a longitude in degrees. */
   export default ${JSON.stringify(points.join(' '))};`,
  { ...(await resolveConfig(target)), parser: 'typescript' },
);

if (!process.argv.includes('--check')) writeFileSync(target, written);
else if (written !== readFileSync(target, 'utf8')) {
  console.error(
    `${target} is out of date with world-atlas and scripts/generate-country-points.mjs: run npm run world and commit the result.`,
  );
  process.exitCode = 1;
}
