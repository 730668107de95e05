import { cleaned, isBinary } from '../clean/clean.js';
import { excerpt } from '../../diagnostics.js';
import type { Draft, ImportOptions } from '../draft.js';
import { errorTitleOf } from '../lexicon/error-pages.js';
import { holdsFeed } from '../clean/repair-xml.js';
import { explainUnreadable, type FileType } from './file-type.js';
import { isWordHtml } from './is-word-html.js';
import type { Source } from '../source.js';
import { isTemplate } from '../clean/template.js';

type Reader = (source: Source, options: ImportOptions) => Draft | Promise<Draft>;

export type SourceKind =
  'json' | 'xml' | 'page' | 'wordPage' | 'text' | 'table' | 'workbook' | 'document' | 'mail' | 'markdown' | 'records';

/** What each kind of source is read with; loaded when there is one. */
const readers: Record<SourceKind, () => Promise<Reader>> = {
  json: async () => (await import('./json.js')).parseJson,
  xml: async () => (await import('./xml.js')).parseXml,
  page: async () => (await import('./page.js')).parsePage,
  wordPage: async () => (await import('./word-html.js')).parseWordHtml,
  text: async () => (await import('./text.js')).parseText,
  table: async () => (await import('./csv.js')).parseCsv,
  workbook: async () => (await import('./workbook.js')).parseWorkbook,
  document: async () => (await import('./document.js')).parseDocument,
  mail: async () => (await import('./mail.js')).parseMail,
  markdown: async () => (await import('./markdown.js')).parseMarkdown,
  records: async () => (await import('./records.js')).parseRecords,
};

/** Kinds of what is known by its bytes. */
const kindsOfFiles: Partial<Record<FileType, SourceKind>> = {
  xlsx: 'workbook',
  docx: 'document',
  mail: 'mail',
};

/** Kinds of texts that their names or servers have to tell. */
const namedKinds: [name: RegExp, mediaType: RegExp, SourceKind][] = [
  [/\.[ct]sv$/i, /^text\/(?:csv|tab-separated-values)$/, 'table'],
  [/\.(?:md|markdown)$/i, /^text\/(?:x-)?markdown$/, 'markdown'],
  [/\.ya?ml$/i, /^(?:text|application)\/(?:x-)?yaml$/, 'records'],
];

const namedKind = ({ name, url = name, mediaType = '' }: Source): SourceKind | undefined => {
  const path = URL.canParse(url) ? new URL(url).pathname : name;
  return namedKinds.find(([named, type]) => named.test(path) || type.test(mediaType))?.[2];
};

/** Reads a source, whatever it is. What keeps it from being read is among its notes, as an error. */
export async function parseSource(source: Source, options: ImportOptions): Promise<Draft> {
  const { text, notes, type } = source;
  const nothing: Draft = { items: [], _iom: {} };
  const start = text.slice(0, 4000).trimStart();
  const unreadable = type && explainUnreadable(type);
  if (unreadable || (!type && isBinary(start))) {
    const [what, fix] = unreadable ?? ['not text', 'import a text, a page, a table or a feed'];
    notes.all.length = 0; // What was said about its encoding.
    notes.add('error', undefined, `it is ${what}`, fix);
    return nothing;
  }
  const known = type ? kindsOfFiles[type] : namedKind(source);
  if (!start && !type) {
    notes.add('error', undefined, 'it is empty', 'check the file');
    return nothing;
  }
  if (!known && isTemplate(text)) {
    const fix = 'use the file or the address that your site generator makes from it';
    notes.add('error', 1, 'this is a template, not its output', fix);
    return nothing;
  }
  const kind = known ?? (kindOf(start) === 'page' && isWordHtml(text) ? 'wordPage' : kindOf(start));
  if (source.url && tellWrongAnswer(kind, source)) return nothing;
  try {
    const read = await readers[kind]();
    const draft = await read(cleaned(source), options);
    notes.tellCounts();
    return draft;
  } catch (error) {
    notes.add('error', undefined, (error as Error).message, 'check whether it is the right file');
    return nothing;
  }
}

/** Addresses that feeds have, and interfaces that answer with data. */
const isFeedAddress = /(?:^|\/)(?:feed|rss|atom)(?:\/|$)|\.(?:xml|rss|atom|rdf|json)$|\/(?:wp-json|jsonapi)(?:\/|$)/i;

/** Tells of a server that answers with a page, or a line, where there should be data. */
function tellWrongAnswer(kind: SourceKind, { name, text, notes }: Source): boolean {
  if (kind !== 'page' && kind !== 'text') return false;
  const [, title] = /<title[^>]*>([^<]+)/i.exec(text) ?? [];
  const [line] = text.trim().split('\n');
  const wrong = isFeedAddress.test(new URL(name).pathname);
  const error = wrong || (kind === 'text' && text.length < 500 && errorTitleOf([line], text));
  if (!error) return false;
  const what = kind === 'page' ? `a web page${title ? `, ${excerpt(title)}` : ''}` : `a text, ${excerpt(line)}`;
  const fix = 'open the address in a browser; if it is right, try again later';
  notes.add('error', undefined, `the server responded with ${what} instead of a feed`, fix);
  return true;
}

/** The kind of a source, by the first letters of it. */
export function kindOf(start: string): SourceKind {
  if (holdsFeed(start) || /^<(?:(?:\w+:)?(?:rss|feed|rdf)|entry|channel)[\s>]/i.test(start)) return 'xml';
  if (/^[{[]/.test(start)) return 'json';
  if (/<!doctype html|<html[\s>]/i.test(start)) return 'page';
  if (/^<(?:\?xml|rss|feed|rdf:|\w+:RDF|channel|!--|!DOCTYPE)/i.test(start)) return 'xml';
  return /^<[a-z]/i.test(start) || /<(?:p|div|article|h1)(?:\s[^<>]*)?>/i.test(start) ? 'page' : 'text';
}
