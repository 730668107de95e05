import { date as readDate } from '../../../feed/parse/parsers.js';
import { countryNamed } from '../lexicon/countries.js';
import { dayOf } from './dateline.js';

/** What a line of page fields says: `Posted: Wednesday, September 19, 2018 - 17:11Image: Region-Country: …`. */
export interface Fields {
  /** RFC 3339; in UTC, since such lines name no time zone. */
  date?: string;
  countries: string[];
  tags: string[];
  image?: string;
  /** Text that ran on after the last field. */
  rest?: string;
  /** What could not be understood. */
  unread: string[];
}

const labels = {
  date: 'Posted|Published|Publish Date|Date Published|Date|Publié(?: le)?|Date de publication|Publicado(?: el)?|Fecha',
  image: 'Image|Imagen|Photo|Foto',
  countries: 'Region-Country|Regions?/Countr(?:y|ies)|Country|Countries|Pays|Région-Pays|País(?:es)?|Región-País',
  tags: 'Themes?|Tags?|Topics?|Thèmes?|Temas?|Mots-clés|Keywords',
  other: 'Default|Multimedia|Language|Langue|Idioma|Type|Author|Auteur|Section|Share',
};
type Kind = keyof typeof labels;
const kinds = Object.keys(labels) as Kind[];
const label = new RegExp(kinds.map((kind) => `(?<${kind}>${labels[kind]})`).join('|'));
const pattern = new RegExp(`(?:${label.source})\\s?:[ \\u00a0]*`, 'gu');

/**
 * Reads the fields that some pages run together when they are copied as text.
 *
 * @returns Undefined where the text isn't such a line: it starts with a field and holds another, or starts with a date.
 */
export function parsePageFields(text: string): Fields | undefined {
  const matches = [...text.matchAll(pattern)];
  const first = matches[0];
  if (first?.index !== 0 || (matches.length < 2 && !first.groups?.date)) return undefined;
  const fields: Fields = { countries: [], tags: [], unread: [] };
  matches.forEach(({ 0: whole, index, groups = {} }, position) => {
    const value = text.slice(index + whole.length, matches[position + 1]?.index).trim();
    const kind = kinds.find((entry) => groups[entry] !== undefined)!;
    const last = position === matches.length - 1;
    if (last && value.length > 120 && kind !== 'tags') fields.rest = value;
    else if (value) take(kind, value, fields, whole);
  });
  return fields;
}

function take(kind: Kind, value: string, fields: Fields, label: string): void {
  const pieces = apart(value);
  if (kind === 'date' && momentOf(value)) fields.date = momentOf(value);
  else if (kind === 'image' && /^https?:\/\/\S+$/.test(value)) fields.image = value;
  else if (kind === 'tags') fields.tags.push(...pieces);
  else if (kind === 'countries') {
    for (const piece of pieces) {
      const country = countryNamed(piece);
      if (country) fields.countries.push(country);
      else fields.tags.push(piece);
    }
  } else fields.unread.push(`${label}${value}`);
}

/** Values that were written without anything between them: `Asia and the PacificBangladesh`. */
const apart = (value: string): string[] =>
  value
    .split(/(?<=\p{Ll})(?=\p{Lu})|[,;|]/u)
    .map((entry) => entry.trim())
    .filter(Boolean);

/** `Wednesday, September 19, 2018 - 17:11`, or whatever else a feed may hold. */
function momentOf(value: string): string | undefined {
  const day = dayOf(value.replace(/\d{1,2}:\d{2}.*/, ''));
  const [, hour = '00', minute = '00'] = /(\d{1,2}):(\d{2})/.exec(value) ?? [];
  return day ? `${day}T${hour.padStart(2, '0')}:${minute}:00Z` : readDate(value);
}
