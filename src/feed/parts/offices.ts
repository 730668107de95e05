import { normalizeForSearch, matchesAny } from '../../i18n/search-text.js';
import { ensureUniqueIds } from '../parse/unique-ids.js';
import type { Office } from '../schema/model.generated.js';
import { email, hours, phones, type ParsedPhone } from './contact-points.js';
import { memoizeParser } from '../parse/memoize-parser.js';
import {
  httpUrl,
  array,
  picklist,
  plainText,
  preview,
  object,
  string,
  timeZone,
  type ParseContext,
  type Parser,
} from '../parse/parsers.js';

/** An office as far as it could be read: it has an `id` of its own, a name, and both coordinates or none. */
export type ParsedOffice = Omit<Office, 'phones'> & {
  phones?: ParsedPhone[];
  /** Whether it stands at its country, since the feed doesn't say where exactly. */
  isAtCountry?: true;
};

/** An office that can be shown on a map. */
export type PlacedOffice = ParsedOffice & { latitude: number; longitude: number };

/** Whether a map can show it: at its place, or else at its country. */
export const isOnMap = ({ latitude, country }: ParsedOffice): boolean => latitude !== undefined || !!country;

export const isPlaced = (office: ParsedOffice): office is PlacedOffice => office.latitude !== undefined;

/** Degrees, also as text: with a comma, a degree sign, a hemisphere or the minus sign of typographers. */
const degrees: Parser<number> = (value) => {
  const [, written, hemisphere = ''] =
    /^([+-]?\d+(?:\.\d+)?)\s*°?\s*([NSEW]?)$/i.exec(string(value)?.replace(',', '.').replace('\u2212', '-') ?? '') ??
    [];
  const match = /[SW]/i.test(hemisphere) ? -Number(written) : Number(written);
  return Math.abs(match) <= 360 ? match : undefined;
};

/** Lines of an address, also where they were parted by `<br>` or stand in a list. */
const lines: Parser<string> = (value) =>
  (Array.isArray(value) ? value : [value])
    .flatMap((entry) => string(entry)?.split(/\r?\n|<br\b[^>]*>/i) ?? [])
    .flatMap((entry) => plainText(entry) ?? [])
    .join('\n') || undefined;

const fields = object<Omit<ParsedOffice, 'isAtCountry'>>({
  id: string,
  name: plainText,
  kind: picklist('headquarters', 'regional', 'country', 'sub-office', 'liaison', 'clinic', 'centre'),
  country: (value) => /^[a-z]{2}$/i.exec(string(value) ?? '')?.[0].toUpperCase(),
  city: plainText,
  region: plainText,
  address: lines,
  latitude: degrees,
  longitude: degrees,
  phones,
  email,
  url: httpUrl,
  time_zone: string,
  hours,
});

/**
 * Where an office is: undefined for half a place and for 0, 0, which is what programs write that know of none. A latitude
 * that can only be a longitude was written in its stead.
 */
function placeOf(
  { latitude, longitude }: ParsedOffice,
  { path, problems }: ParseContext,
): [number, number] | undefined {
  if (latitude === undefined && longitude === undefined) return undefined;
  const report = (why: string) => void problems.push(`${path}: ${latitude}, ${longitude} (${why})`);
  if (latitude === undefined || longitude === undefined) return report('incomplete');
  if (!latitude && !longitude) return report('invalid');
  if (Math.abs(latitude) <= 90) return [latitude, longitude > 180 ? longitude - 360 : Math.max(longitude, -180)];
  if (Math.abs(longitude) > 90 || Math.abs(latitude) > 180) return report('invalid');
  report('swapped');
  return [longitude, latitude];
}

/** A browser takes its time to see whether it knows a zone: it is asked where there are hours to reckon with. */
function zoneOf({ hours: opened, time_zone: written }: ParsedOffice, context: ParseContext): string | undefined {
  if (!opened || !written) return written;
  const zone = timeZone(written, context);
  if (!zone) context.problems.push(`${context.path}.time_zone: ${preview(written)}`);
  return zone;
}

/** An office is shown by the best name it has. */
const office: Parser<ParsedOffice> = (value, context) => {
  const match = fields(value, context);
  const name = match?.name ?? match?.city ?? match?.address?.split('\n')[0] ?? match?.country ?? match?.email;
  if (!match || !name) return undefined;
  const [latitude, longitude] = placeOf(match, context) ?? [];
  return { ...match, name, latitude, longitude, time_zone: zoneOf(match, context) };
};

const feedExtension = object<{ offices: ParsedOffice[] }>({ offices: array(office) });

/** Reads the offices of a feed, once per feed. */
export const parseOffices = memoizeParser(({ _iom }, context): readonly ParsedOffice[] =>
  ensureUniqueIds(feedExtension(_iom, context)?.offices ?? [], '_iom.offices', context.problems, ({ name }) => name),
);

/** What the list is narrowed to; an empty or missing part lets everything through. */
export interface OfficeFilter {
  kinds?: readonly string[];
  /** ISO 3166-1 alpha-2 codes. */
  countries?: readonly string[];
  regions?: readonly string[];
  /** Words that must all occur. */
  search?: string;
}

/**
 * The offices of a selection, in their order. Case and accents don't matter.
 *
 * @param textOf What of an office is searched, folded.
 */
export function filterOffices(
  offices: readonly ParsedOffice[],
  { kinds, countries, regions, search = '' }: OfficeFilter,
  textOf: (office: ParsedOffice) => string,
): ParsedOffice[] {
  const words = normalizeForSearch(search).split(/\s/);
  return offices.filter(
    (entry) =>
      matchesAny(kinds, [entry.kind ?? 'country']) &&
      matchesAny(countries, [entry.country ?? '']) &&
      matchesAny(regions, [entry.region ?? '']) &&
      words.every((word) => textOf(entry).includes(word)),
  );
}
