import { cleaned, isBinary } from '../clean/clean.js';
import type { Draft, ImportOptions } from '../draft.js';
import { holdsFeed } from '../clean/repair-xml.js';
import type { Source } from '../source.js';
import { isTemplate } from '../clean/template.js';

type Reader = (source: Source, options: ImportOptions) => Draft;

/** What each kind of source is read with; loaded when there is one. */
const readers: Record<'json' | 'xml' | 'page' | 'text', () => Promise<Reader>> = {
  json: async () => (await import('./json.js')).parseJson,
  xml: async () => (await import('./xml.js')).parseXml,
  page: async () => (await import('./page.js')).parsePage,
  text: async () => (await import('./text.js')).parseText,
};

/** Files that are no text, by how they begin. */
const others: [RegExp, string][] = [
  [/^%PDF-/, 'it is a PDF'],
  [/^PK[^ -~]{2}/, 'it is a Word document or another packed file'],
  [/^\{\\rtf/, 'it is a rich text document'],
  [/^(?:[^ -~\s]PNG|GIF8|\xff\xd8\xff)/, 'it is not text'],
];

/** Reads a source, whatever it is. What keeps it from being read is among its notes, as an error. */
export async function parseSource(source: Source, options: ImportOptions): Promise<Draft> {
  const { text, notes } = source;
  const nothing: Draft = { items: [], _iom: {} };
  const start = text.slice(0, 4000).trimStart();
  const other = others.find(([sign]) => sign.test(start))?.[1] ?? (isBinary(start) ? 'it is not text' : undefined);
  if (other) {
    notes.all.length = 0; // What was said about its encoding.
    notes.add('error', undefined, other, 'save it as plain text or HTML, and import that');
    return nothing;
  }
  if (!start) {
    notes.add('error', undefined, 'it is empty', 'check the file');
    return nothing;
  }
  if (isTemplate(text)) {
    const fix = 'use the file or the address that your site generator makes from it';
    notes.add('error', 1, 'this is a template, not its output', fix);
    return nothing;
  }
  try {
    const draft = (await readers[kindOf(start)]())(cleaned(source), options);
    notes.tellCounts();
    return draft;
  } catch (error) {
    notes.add('error', undefined, (error as Error).message, 'check whether it is the right file');
    return nothing;
  }
}

function kindOf(start: string): keyof typeof readers {
  if (holdsFeed(start)) return 'xml';
  if (/^[{[]/.test(start)) return 'json';
  if (/<!doctype html|<html[\s>]/i.test(start)) return 'page';
  if (/^<(?:\?xml|rss|feed|rdf:|\w+:RDF|channel|!--|!DOCTYPE)/i.test(start)) return 'xml';
  return /^<[a-z]/i.test(start) || /<(?:p|div|article|h1)(?:\s[^<>]*)?>/i.test(start) ? 'page' : 'text';
}
