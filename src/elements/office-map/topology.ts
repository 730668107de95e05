import { geoArea, geoEqualEarth, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { FeedError } from '../../feed/load/errors.js';
import { fetchText } from '../../feed/load/fetch.js';
import { retry } from '../../feed/load/retry.js';
import { toHttpUrl } from '../../html/http-url.js';
import { reportProblems } from '../base/feedback.js';
import type { IomElement } from '../base/iom-element.js';
import { centre, middle, scale, type World } from './projection.js';

type Geometry = GeoJSON.Geometry;
/** Something to draw, whatever a file says of it. */
type Shape = GeoJSON.Feature<Geometry | null, Record<string, unknown> | null>;

/**
 * Fetches the map that a page wants, within the limits of a feed. When it can't be had, scripts and the owner of the page
 * are told why, as with a feed.
 *
 * @throws {FeedError}
 */
export async function loadWorld(host: IomElement, topology: string, signal: AbortSignal): Promise<World> {
  try {
    return await fetchWorld(toHttpUrl(topology, document.baseURI) ?? '', signal);
  } catch (error) {
    if (!signal.aborted) void reportProblems(host, error as FeedError);
    throw error;
  }
}

async function fetchWorld(url: string, signal: AbortSignal): Promise<World> {
  if (!url) throw new FeedError('not-a-map', url);
  const text = await fetchText(url, signal).catch((cause: unknown) => {
    signal.throwIfAborted();
    return retry(url, cause, signal);
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new FeedError('not-json', url, 0, 0, cause);
  }
  const world = drawWorld(data);
  if (!world) throw new FeedError('not-a-map', url);
  return world;
}

/**
 * Draws a map on the plane: TopoJSON or GeoJSON, in degrees. What of it can't be drawn is left out. Lines are boundaries;
 * those with a property `disputed` are dashed, or dotted where it says `dotted`. A file without lines has its boundaries
 * between its areas.
 *
 * @returns Undefined when there is no area in it.
 */
export function drawWorld(data: unknown): World | undefined {
  const shapes = shapesOf(data);
  const areas = shapes.filter(isArea).map(rewind);
  const lines = shapes.filter(isLine);
  const land = draw(areas);
  if (!land) return undefined;
  const kindOf = ({ properties }: Shape) => {
    const disputed = properties?.disputed;
    return disputed === 'dotted' ? 'dotted' : disputed && disputed !== 'false' ? 'dashed' : 'borders';
  };
  const drawLines = (kind: string) => draw(lines.filter((line) => kindOf(line) === kind));
  return {
    land,
    borders: lines.length ? drawLines('borders') : draw(between(data) ?? areas),
    dashed: drawLines('dashed'),
    dotted: drawLines('dotted'),
  };
}

const typeOf = (value: unknown) => (value as { type?: unknown } | null)?.type;
const isArea = ({ geometry }: Shape) => /Polygon$/.test(geometry?.type ?? '');
const isLine = ({ geometry }: Shape) => /LineString$/.test(geometry?.type ?? '');

const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};

/** Everything in a file that has a shape of its own. */
function shapesOf(data: unknown): Shape[] {
  if (typeOf(data) === 'Topology') {
    const topology = data as Topology;
    return Object.values(topology.objects ?? {}).flatMap((object) =>
      shapesOf(attempt(() => feature(topology, object as GeometryObject)) ?? eachOf(topology, object)),
    );
  }
  if (Array.isArray(data)) return data.flatMap(shapesOf);
  const { features, geometries, geometry, properties } = Object(data) as Record<string, unknown>;
  if (features) return shapesOf(features);
  if (geometries) return shapesOf(geometries);
  if (typeOf(data) === 'Feature') {
    return shapesOf(geometry).map((shape) => ({ ...shape, properties: properties as Shape['properties'] }));
  }
  return typeof typeOf(data) === 'string' ? [{ type: 'Feature', geometry: data as Geometry, properties: null }] : [];
}

/** The parts of an object one by one, for one of which a part is broken. */
const eachOf = (topology: Topology, object: unknown) =>
  ((Object(object) as Partial<GeometryCollection>).geometries ?? []).flatMap(
    (entry) => attempt(() => feature(topology, entry as GeometryObject)) ?? [],
  );

/** The lines between the areas of a TopoJSON file. */
function between(data: unknown): Shape[] | undefined {
  if (typeOf(data) !== 'Topology') return undefined;
  const topology = data as Topology;
  return Object.values(topology.objects).flatMap((object) => {
    const geometry = attempt(() => mesh(topology, object as GeometryObject, (a, b) => a !== b));
    return geometry ? [{ type: 'Feature' as const, geometry, properties: null }] : [];
  });
}

/** Areas with their inside on the right, as d3 wants them; GeoJSON (RFC 7946) has it on the left. */
function rewind(shape: Shape): Shape {
  const { geometry } = shape;
  const turn = (rings: GeoJSON.Position[][]) =>
    (attempt(() => geoArea({ type: 'Polygon', coordinates: rings })) ?? 0) > 2 * Math.PI
      ? rings.map((ring) => [...ring].reverse())
      : rings;
  if (geometry?.type === 'Polygon') {
    return { ...shape, geometry: { ...geometry, coordinates: turn(geometry.coordinates) } };
  }
  if (geometry?.type === 'MultiPolygon') {
    return { ...shape, geometry: { ...geometry, coordinates: geometry.coordinates.map(turn) } };
  }
  return shape;
}

/** SVG path data; a shape that is broken, or not in degrees, is left out. */
function draw(shapes: readonly Shape[]): string {
  const path = geoPath(geoEqualEarth().rotate([-middle, 0]).scale(scale).translate(centre)).digits(0);
  return shapes
    .filter(({ geometry }) => isInDegrees((geometry as Partial<GeoJSON.Polygon> | null)?.coordinates))
    .map((shape) => attempt(() => path(shape as GeoJSON.Feature)) ?? '')
    .filter((data) => !data.includes('NaN'))
    .join('');
}

function isInDegrees(coordinates: unknown): boolean {
  if (!Array.isArray(coordinates)) return false;
  const [longitude, latitude] = coordinates as unknown[];
  if (Array.isArray(longitude) || !coordinates.length) return (coordinates as unknown[]).every(isInDegrees);
  return Math.abs(Number(longitude)) <= 360 && Math.abs(Number(latitude)) <= 90.1;
}
