import { excerpt } from '../diagnostics.js';
import { isBinary } from '../import/clean/clean.js';
import { isTemplate } from '../import/clean/template.js';
import type { Finding } from './findings.js';
import { fieldsOf, type Page } from './page.js';

/** What a file is, and what to do with it. */
type Description = [what: string, fix: string];

const importIt = 'iom-feed import makes a feed from it';
const saveIt = 'save it as HTML or plain text; iom-feed import makes a feed from that';
const nameFeed = 'name the file of a feed';

/** How files begin that are no text. */
const signs: [RegExp, ...Description][] = [
  [/^%PDF-/, 'a PDF', saveIt],
  [/^PK[^ -~]{2}[^]*?word\//, 'a Word document', saveIt],
  [/^PK[^ -~]{2}[^]*?(?:xl\/|opendocument\.spreadsheet)/, 'a spreadsheet', nameFeed],
  [/^PK[^ -~]{2}[^]*?opendocument\.text/, 'an OpenDocument text', saveIt],
  [/^PK[^ -~]{2}/, 'a packed file (ZIP)', 'unpack it and name the file of the feed in it'],
  [/^\u00d0\u00cf[^ -~]/, 'a document of an old Microsoft Office', saveIt],
  [/^\{\\rtf/, 'a rich text document', saveIt],
  [/^(?:[^ -~\s]PNG|GIF8|\u00ff\u00d8\u00ff|RIFF[^]{4}WEBP)/, 'a picture', nameFeed],
];

/** What XML, HTML and other texts have near their beginning. */
const texts: [RegExp, ...Description][] = [
  [/<rss[^>]*\sxmlns:wp=/i, 'a WordPress export', importIt],
  [/<rss[\s>]/i, 'RSS', importIt],
  [/<(?:\w+:)?rdf[\s>]/i, 'RSS 1.0', importIt],
  [/^(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*)*<feed[\s>]/i, 'Atom', importIt],
  [/<(?:urlset|sitemapindex)[\s>]/i, 'a sitemap', `${nameFeed}, or import the pages that it lists`],
  [/<opml[\s>]/i, 'a list of feeds (OPML)', 'import the feeds that it lists with iom-feed import'],
  [/<!doctype html|<html[\s>]/i, 'a web page', importIt],
  [/^(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i, 'a drawing (SVG)', nameFeed],
  [/^BEGIN:VCALENDAR/i, 'a calendar', nameFeed],
  [/^BEGIN:VCARD/i, 'a contact card', nameFeed],
  [/^<\?xml/i, 'XML, but none of a feed', nameFeed],
  [/^<[a-z!]/i, 'a piece of HTML', importIt],
];

/** JSON that other programs and other commands make. */
function describeJson(value: unknown): Description | undefined {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  const fields = fieldsOf(value);
  if (fieldsOf(fieldsOf(first).title).rendered !== undefined) return ['an answer of WordPress', importIt];
  if (Array.isArray(value)) return ['a list', 'a feed is an object; iom-feed import makes one from lists of news'];
  if (['version', 'items', '_iom'].some((key) => key in fields)) return undefined;
  if (fields.jsonapi) return ['an answer of Drupal', importIt];
  if (Array.isArray(fields.feeds) && Array.isArray(fields.parts)) {
    return ['the index of a publication', 'validate a feed that it lists, such as feed.json'];
  }
  if (fields.sources !== undefined) return ['a configuration', 'check it with iom-feed sync FILE --check'];
  if (/^(?:Topology|Feature|FeatureCollection)$/.test(String(fields.type))) return ['a map', nameFeed];
  return Object.keys(fields).length ? ['JSON, but none of a feed', nameFeed] : undefined;
}

/** Says what a file is that is no feed; undefined where it is one, or should be. */
export function notAFeed({ name, text, value, errors }: Page): Finding | undefined {
  const start = text.trimStart().slice(0, 4000);
  const description = errors.length || !start ? describeText(start) : describeJson(value);
  if (!description) return undefined;
  const [what, fix] = description;
  return {
    ...{ file: name, line: 1, column: 1, path: '', severity: 'error', rule: 'json' },
    what: `this is ${what}, not a feed`,
    fix,
  };
}

function describeText(start: string): Description | undefined {
  if (!start) return ['an empty file', 'check the file, or make a feed with iom-feed import'];
  const sign = signs.find(([pattern]) => pattern.test(start));
  if (sign) return [sign[1], sign[2]];
  // What is wrong in its JSON is of more use.
  if (isTemplate(start) || /^(?:\/[/*][^]*?)?[{["]/.test(start)) return undefined;
  const match = texts.find(([pattern]) => pattern.test(start));
  if (match) {
    const [, title] = /<title[^>]*>([^<]+)/i.exec(start) ?? [];
    return [title ? `${match[1]}, ${excerpt(title)}` : match[1], match[2]];
  }
  return isBinary(start) ? ['a file of another kind', nameFeed] : ['a text', importIt];
}
