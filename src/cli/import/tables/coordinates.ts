import { latinDigits } from '../clean/digits.js';

/** What a coordinate is: of a place north and south of the equator, or east and west of Greenwich. */
export type Axis = 'latitude' | 'longitude';

/** Degrees, WGS 84. */
export interface Coordinate {
  degrees: number;
  /** Where the text says it, by a word such as `S` or `Ouest`. */
  axis?: Axis;
}

/** Words for the directions in the six languages; `O` is west in French and Spanish, and `В` east in Russian. */
const directions: [sign: 1 | -1, Axis, RegExp][] = [
  [1, 'latitude', /^(?:n|north|nord|norte|с\.? ?ш\.?|сев\p{L}*|شمالا?|شمال|北纬|北)$/iu],
  [-1, 'latitude', /^(?:s|south|sud|sur|ю\.? ?ш\.?|юж\p{L}*|جنوبا?|جنوب|南纬|南)$/iu],
  [1, 'longitude', /^(?:e|east|est|este|в\.? ?д\.?|вост\p{L}*|شرقا?|شرق|东经|东)$/iu],
  [-1, 'longitude', /^(?:w|o|west|ouest|oeste|з\.? ?д\.?|зап\p{L}*|غربا?|غرب|西经|西)$/iu],
];

const number = '\\d+(?:[.,]\\d+)?';
/** Degrees, minutes and seconds, with their signs or with blanks between them. */
const amount = `(?<sign>[-+])? ?(?<degrees>${number}) ?(?:[°º˚d度]|درجة)? ?(?:(?<minutes>${number}) ?(?:['’′分]|دقيقة)? ?(?:(?<seconds>${number}) ?(?:"|''|′′|[”″秒]|ثانية)? ?)?)?`;
const word = '\\p{L}+(?:\\.? ?[шд]\\.?)?';
const pattern = new RegExp(`^(?:(?<before>${word})\\.? ?)?${amount}(?:(?<after>${word})\\.?)?$`, 'u');

/**
 * Reads a coordinate: `-34.9011`, `−34,9011`, `12°34′56″ S`, `S 12 34 56`, `南纬12度34分`.
 *
 * @returns Undefined for anything else, minutes or seconds of 60 and more included.
 */
export function parseCoordinate(written: string): Coordinate | undefined {
  const text = latinDigits(written).replace(/\s+/g, ' ').trim();
  const { sign, degrees, minutes = '0', seconds = '0', before, after } = pattern.exec(text)?.groups ?? {};
  if (!degrees || (before && after)) return undefined;
  const name = before ?? after;
  const direction = name === undefined ? undefined : directions.find(([, , words]) => words.test(name));
  if ((name && !direction) || (direction && sign === '-')) return undefined;
  const [whole, min, sec] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')));
  const isSplit = !Number.isInteger(whole) && (min || sec);
  if (min >= 60 || sec >= 60 || isSplit) return undefined;
  const value = whole + min / 60 + sec / 3600;
  const factor = direction?.[0] ?? (sign === '-' ? -1 : 1);
  // A millionth of a degree is a tenth of a metre.
  return { degrees: Math.round(factor * value * 1e6) / 1e6 || 0, ...(direction && { axis: direction[1] }) };
}

/** How two coordinates in one text are parted: the first that leaves two. A comma may part decimals. */
const separators = [/\s*[;|\n]\s*/, /,\s+/, /\s*\/\s*/, /\s*,\s*/, /(?<=\p{L})\s+(?=[-+\d])/u, /\s+(?=-?\d+[.,]\d+$)/];

/**
 * Reads latitude and longitude in one text, in this order unless directions say otherwise: `-34.9, -56.2`,
 * `-34,9; -56,2`, `34°54′S 56°12′W`.
 */
export function parsePair(written: string): Record<Axis, number> | undefined {
  const text = latinDigits(written)
    .replace(/^\((.*)\)$/s, '$1')
    .replace(/[،、]/g, ',')
    .trim();
  for (const separator of separators) {
    const parts = text.split(separator);
    if (parts.length !== 2) continue;
    const [one, two] = parts.map(parseCoordinate);
    if (!one || !two || (one.axis && one.axis === two.axis)) continue;
    const isTurned = one.axis === 'longitude' || two.axis === 'latitude';
    const [latitude, longitude] = isTurned ? [two, one] : [one, two];
    return { latitude: latitude.degrees, longitude: longitude.degrees };
  }
  return undefined;
}
