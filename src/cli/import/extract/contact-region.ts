import { extractContacts } from './contacts.js';
import { leadIns } from '../lexicon/lead-ins.js';
import { classify } from './classify-contact.js';

/** Where a release says whom to ask. */
export interface ContactRegion {
  start: number;
  end: number;
}

const channel =
  /[\w.%+-]+@[\w-]+\.\w|mailto:|\+\s?\d[\d\s().-]{6,}|(?<!\p{L})(?:t[ée]l(?:[ée]phone|éfono|efono)?|phone|mobile?|mob|cell|móvil|portable|fax|e-?mail|courriel|correo|тел|факс|почта|هاتف|فاكس|البريد|电话|邮箱|电子邮件)(?!\p{L})\s*[.:：]|\(\d{2,4}\)\s?\d{3}/iu;

/** A line that can stand among contacts though it holds no number: a name, an office. */
const isShort = (line: string) => line.length <= 80 && !/[.!?…»”"]$/.test(line);

/** `Skype: name`: nothing that is known, but said of somebody. */
const labelled = /^\p{L}[\p{L} ]{1,20}\s?[:：]\s*\S/u;

/** Lines with where they start. */
function* linesFrom(text: string, start: number): Generator<{ line: string; end: number }> {
  for (let index = start; index < text.length;) {
    const next = text.indexOf('\n', index);
    const end = next < 0 ? text.length : next;
    yield { line: text.slice(index, end).trim(), end };
    index = end + 1;
  }
}

/**
 * Finds the part of a release that says whom to ask: from a lead-in that a number or an address follows, else lines at
 * the end that hold nothing but people, offices, numbers and addresses.
 */
export function findContacts(text: string): ContactRegion | undefined {
  const lead = leadIns(text).find(({ end }) => channel.test(text.slice(end, end + 400)));
  return lead ? { start: lead.start, end: endOf(text, lead.end) } : findWithoutLeadIn(text);
}

function endOf(text: string, start: number): number {
  let last = start;
  let unsure = 0;
  for (const { line, end } of linesFrom(text, start)) {
    const far = line.length > 500 && last > start;
    if (!far && (channel.test(line) || leadIns(line).length > 0)) unsure = 0;
    else if (!line) continue;
    else if (far || !isShort(line) || ++unsure > 4) {
      // The first lines may be a sentence that goes on until its number.
      if (last > start || far || end - start > 400) break;
      continue;
    } else if (!classify(line) && !(unsure === 1 && last > start && labelled.test(line))) continue;
    last = end;
  }
  return last;
}

function findWithoutLeadIn(text: string): ContactRegion | undefined {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)].slice(-8);
  for (const start of starts) {
    const rest = text.slice(start);
    const lines = rest.split('\n').map((line) => line.trim());
    if (!lines[0] || !channel.test(rest) || !lines.every((line) => !line || isShort(line) || channel.test(line)))
      continue;
    const { contacts, unresolved } = extractContacts(rest);
    if (contacts.length > 0 && unresolved.every(({ kind }) => kind !== 'words')) return { start, end: text.length };
  }
  return undefined;
}
