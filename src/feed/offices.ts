import { fold, overlap } from '../i18n/fold.js';
import { identify } from './identify.js';
import type { Office } from './model.js';
import { email, hours, phones, type ReadPhone } from './reach.js';
import { once } from './once.js';
import { link, list, oneOf, plain, print, shape, text, timeZone, type Place, type Read } from './values.js';

/** An office as far as it could be read: it has an `id` of its own, a name, and both coordinates or none. */
export type ReadOffice = Omit<Office, 'phones'> & { phones?: ReadPhone[] };

/** An office that can be shown on a map. */
export type PlacedOffice = ReadOffice & { latitude: number; longitude: number };

export const isPlaced = (office: ReadOffice): office is PlacedOffice => office.latitude !== undefined;

/** Degrees, also as text: with a comma, a degree sign, a hemisphere or the minus sign of typographers. */
const degrees: Read<number> = (value) => {
  const [, written, hemisphere = ''] =
    /^([+-]?\d+(?:\.\d+)?)\s*°?\s*([NSEW]?)$/i.exec(text(value)?.replace(',', '.').replace('\u2212', '-') ?? '') ?? [];
  const found = /[SW]/i.test(hemisphere) ? -Number(written) : Number(written);
  return Math.abs(found) <= 360 ? found : undefined;
};

/** Lines of an address, also where they were parted by `<br>` or stand in a list. */
const lines: Read<string> = (value) =>
  (Array.isArray(value) ? value : [value])
    .flatMap((each) => text(each)?.split(/\r?\n|<br\b[^>]*>/i) ?? [])
    .flatMap((each) => plain(each) ?? [])
    .join('\n') || undefined;

const fields = shape<ReadOffice>({
  id: text,
  name: plain,
  kind: oneOf('headquarters', 'regional', 'country', 'sub-office', 'liaison', 'clinic', 'centre'),
  country: (value) => /^[a-z]{2}$/i.exec(text(value) ?? '')?.[0].toUpperCase(),
  city: plain,
  region: plain,
  address: lines,
  latitude: degrees,
  longitude: degrees,
  phones,
  email,
  url: link,
  time_zone: text,
  hours,
});

/**
 * Where an office is: undefined for half a place and for 0, 0, which is what programs write that know of none. A latitude
 * that can only be a longitude was written in its stead.
 */
function placeOf({ latitude, longitude }: ReadOffice, { path, problems }: Place): [number, number] | undefined {
  if (latitude === undefined && longitude === undefined) return undefined;
  const say = (why: string) => void problems.push(`${path}: ${latitude}, ${longitude} (${why})`);
  if (latitude === undefined || longitude === undefined) return say('half a place');
  if (!latitude && !longitude) return say('no place');
  if (Math.abs(latitude) <= 90) return [latitude, longitude > 180 ? longitude - 360 : Math.max(longitude, -180)];
  if (Math.abs(longitude) > 90 || Math.abs(latitude) > 180) return say('no place');
  say('the wrong way round');
  return [longitude, latitude];
}

/** A browser takes its time to see whether it knows a zone: it is asked where there are hours to reckon with. */
function zoneOf({ hours: opened, time_zone: written }: ReadOffice, at: Place): string | undefined {
  if (!opened || !written) return written;
  const zone = timeZone(written, at);
  if (!zone) at.problems.push(`${at.path}.time_zone: ${print(written)}`);
  return zone;
}

/** An office is shown by the best name it has. */
const office: Read<ReadOffice> = (value, at) => {
  const found = fields(value, at);
  const name = found?.name ?? found?.city ?? found?.address?.split('\n')[0] ?? found?.country ?? found?.email;
  if (!found || !name) return undefined;
  const [latitude, longitude] = placeOf(found, at) ?? [];
  return { ...found, name, latitude, longitude, time_zone: zoneOf(found, at) };
};

const feedExtension = shape<{ offices: ReadOffice[] }>({ offices: list(office) });

/** Reads the offices of a feed, once per feed. */
export const readOffices = once(({ _iom }, at): readonly ReadOffice[] =>
  identify(feedExtension(_iom, at)?.offices ?? [], '_iom.offices', at.problems, ({ name }) => name),
);

/** What the list is narrowed to; an empty or missing part lets everything through. */
export interface OfficeSelection {
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
export function selectOffices(
  offices: readonly ReadOffice[],
  { kinds, countries, regions, search = '' }: OfficeSelection,
  textOf: (office: ReadOffice) => string,
): ReadOffice[] {
  const words = fold(search.trim()).split(/\s+/);
  return offices.filter(
    (each) =>
      overlap(kinds, [each.kind ?? 'country']) &&
      overlap(countries, [each.country ?? '']) &&
      overlap(regions, [each.region ?? '']) &&
      words.every((word) => textOf(each).includes(word)),
  );
}
