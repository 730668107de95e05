import type { Contact, Office, Unit } from '../../../feed/schema/model.generated.js';
import { excerpt } from '../../diagnostics.js';
import { choiceOf, choices } from '../lexicon/choices.js';
import { countriesIn } from '../lexicon/countries.js';
import { countriesListed, countryOf, languageOf, splitList } from '../lexicon/named.js';
import { slug } from '../slug.js';
import type { Fields } from './cell.js';
import { accountsOf, emailOf, hoursOf, phonesOf, timeZoneIn, urlOf } from './contact-points.js';
import { parseCoordinate, parsePair, type Axis } from './coordinates.js';

/** What is known of a table as a whole. */
export interface TableContext {
  /** URL that relative links lead from. */
  base?: string;
  /** ISO 3166-1 code for telephone numbers without a country code. */
  country?: string;
  /** BCP 47 tag; says which number of a date comes first. */
  language?: string;
}

/** The value of a field that has a few; undefined where it is empty or something else, which is told. */
export function choiceIn<Value extends string>(
  fields: Fields,
  field: string,
  of: Record<Value, string>,
): Value | undefined {
  const cell = fields.cell(field);
  const value = cell && choiceOf(cell.text, of);
  if (cell && !value) {
    const known = Object.keys(of).join(', ');
    cell.report(
      'warning',
      `${excerpt(cell.text)} is none of the possible values`,
      `it was left out; use one of: ${known}`,
    );
  }
  return value;
}

/** Without what is undefined or empty. */
const filled = <T extends object>(entry: T): T =>
  Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as T;

const listOf = (fields: Fields, field: string) => fields.all(field).flatMap(({ text }) => splitList(text));

/** A row says nothing that can be shown without a name. */
function tellNameless({ first }: Fields): void {
  first?.report('warning', `the row of ${excerpt(first.text)} has no name`, 'it was left out; add the name');
}

/** Rows that add up others. */
const total =
  /^(?:(?:sub-?|sous-|grand )?total|totaux|subtotal|somme|suma|итого|всего|المجموع|الإجمالي|合计|总计)[\s:：]*$/i;

/** Whether a row adds up others, which is told. */
function isTotal(fields: Fields): boolean {
  const cell = fields.cell('name');
  if (!cell || !total.test(cell.text)) return false;
  cell.report('hint', `${excerpt(cell.text)} adds up other rows`, 'it was left out');
  return true;
}

/** A person or a desk of a row. */
export function contactOf(fields: Fields, { base, country }: TableContext): Contact | undefined {
  if (isTotal(fields)) return undefined;
  const person = ['given', 'name', 'family'].flatMap((field) => fields.text(field) ?? []).join(' ');
  const office = fields.text('office');
  const role = fields.text('role');
  const email = emailOf(fields);
  // A desk may be named by its function or its office alone.
  const name = person || role || office || email;
  if (!name) {
    tellNameless(fields);
    return undefined;
  }
  const countries = fields.all('countries').flatMap((cell) => {
    const { codes, unknown } = countriesListed(cell.text);
    for (const text of unknown)
      cell.report(
        'warning',
        `${excerpt(text)} is not a country`,
        'it was left out; write its name, or its two-letter code',
      );
    return codes;
  });
  const languages = fields.all('languages').flatMap((cell) =>
    splitList(cell.text).flatMap((text) => {
      const tag = languageOf(text);
      if (!tag)
        cell.report('warning', `${excerpt(text)} is not a language`, 'it was left out; write its name, or its code');
      return tag ?? [];
    }),
  );
  const phones = phonesOf(fields, [countries, countriesIn(office ?? ''), country ? [country] : []]);
  return filled({
    id: fields.text('id') ?? slug(name),
    name,
    role: role === name ? undefined : role,
    office: office === name ? undefined : office,
    topics: listOf(fields, 'topics'),
    countries,
    phones,
    email,
    url: urlOf(fields.cell('url'), base),
    languages: [...new Set(languages)],
    time_zone: timeZoneIn(fields),
    hours: hoursOf(fields),
    image: urlOf(fields.cell('image'), base),
    accounts: accountsOf(fields),
  });
}

/** An office of a row. */
export function officeOf(fields: Fields, { base, country: own }: TableContext): Office | undefined {
  if (isTotal(fields)) return undefined;
  const city = fields.text('city');
  const name = fields.text('name');
  if (!name) {
    tellNameless(fields);
    return undefined;
  }
  const named = fields.cell('country');
  const country = named && countryOf(named.text);
  if (named && !country)
    named.report(
      'warning',
      `${excerpt(named.text)} is not a country`,
      'it was left out; write its name, or its two-letter code',
    );
  const countries = [country ? [country] : countriesIn(name), own ? [own] : []];
  return filled({
    id: fields.text('id') ?? slug(name),
    name,
    kind: choiceIn(fields, 'kind', choices.offices),
    country,
    city,
    region: fields.text('region'),
    address: fields
      .all('address')
      .flatMap(({ text }) => text.split('\n'))
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join('\n'),
    ...positionOf(fields),
    phones: phonesOf(fields, countries),
    email: emailOf(fields),
    url: urlOf(fields.cell('url'), base),
    time_zone: timeZoneIn(fields),
    hours: hoursOf(fields),
  });
}

const howTo = 'it was left out; write degrees as -34.9011 or 34°54′S';

/** Latitude and longitude: both, or none, since one alone is no place. */
function positionOf(fields: Fields): Pick<Office, 'latitude' | 'longitude'> {
  const pair = fields.cell('coordinates');
  if (pair) {
    const position = parsePair(pair.text);
    if (position && isOnEarth(position)) return position;
    pair.report('warning', `${excerpt(pair.text)} are not coordinates`, `${howTo}, latitude first`);
    return {};
  }
  const [latitude, longitude] = (['latitude', 'longitude'] as const).map((axis) => degreesOf(fields, axis));
  if (latitude === undefined && longitude === undefined) return {};
  const [cell] = [...fields.all('latitude'), ...fields.all('longitude')];
  if (latitude === undefined || longitude === undefined) {
    if (fields.all('latitude').length + fields.all('longitude').length < 2)
      cell.report('warning', 'latitude or longitude is missing', 'the other was left out; add the missing one');
    return {};
  }
  if (isOnEarth({ latitude, longitude })) return { latitude, longitude };
  const isTurned = isOnEarth({ latitude: longitude, longitude: latitude }) && Math.abs(latitude) > 90;
  const fix = isTurned
    ? 'both were left out; latitude and longitude may be exchanged'
    : 'both were left out; correct them';
  const isNowhere = latitude === 0 && longitude === 0;
  cell.report(
    'warning',
    isNowhere ? 'latitude and longitude are 0' : `${latitude}, ${longitude} is no place on earth`,
    fix,
  );
  return {};
}

const isOnEarth = ({ latitude, longitude }: Record<Axis, number>) =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);

function degreesOf(fields: Fields, axis: Axis): number | undefined {
  const cell = fields.cell(axis);
  if (!cell) return undefined;
  const read =
    cell.number === undefined ? parseCoordinate(cell.text) : { degrees: Math.round(cell.number * 1e6) / 1e6 };
  if (read && (!('axis' in read) || read.axis === axis)) return read.degrees;
  cell.report('warning', `${excerpt(cell.text)} is not a ${axis}`, howTo);
  return undefined;
}

/** A unit of a row. What it refers to is given as it is written. */
export function unitOf(fields: Fields, { base }: TableContext): Unit | undefined {
  const name = fields.text('name');
  if (!name) {
    tellNameless(fields);
    return undefined;
  }
  return filled({
    id: fields.text('id') ?? slug(name),
    name,
    parent: fields.text('parent'),
    kind: choiceIn(fields, 'kind', choices.unitKinds),
    head: fields.text('head'),
    summary: fields.text('summary'),
    url: urlOf(fields.cell('url'), base),
    image: urlOf(fields.cell('image'), base),
    contact: fields.text('contact'),
    state: choiceIn(fields, 'state', choices.states),
    reports_to: fields
      .all('reports_to')
      .flatMap(({ text }) => text.split(/\s*[;；؛\n]\s*/))
      .filter(Boolean)
      .map((unit) => ({ unit })),
  });
}
