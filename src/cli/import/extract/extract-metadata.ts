import type { Contact, Item } from '../../../feed/schema/model.generated.js';
import { excerpt, type Reporter } from '../../diagnostics.js';
import { EditableText } from './editable-text.js';
import { findContacts } from './contact-region.js';
import { extractContacts, type Unresolved } from './contacts.js';
import { countryNamed } from '../lexicon/countries.js';
import { parseDateline } from './dateline.js';
import { parsePageFields } from './page-fields.js';
import { paragraphsIn, wrapLooseText } from '../clean/html.js';

/**
 * Reads what a release says about itself in its own text: page fields, dateline, contacts. What is understood moves from
 * the body to the item; what isn't stays text and is told.
 *
 * @param country ISO 3166-1 code for telephone numbers without a country code.
 */
export function extractMetadata(body: HTMLElement, item: Item, telling: Reporter, country?: string): Contact[] {
  wrapLooseText(body);
  takeFields(body, item, telling);
  takeDateline(body, item);
  const contacts = takeContacts(body, item, telling, country);
  item.content_html = [...body.children].map((block) => block.outerHTML).join('\n');
  return contacts;
}

function takeFields(body: HTMLElement, item: Item, { notes, lineOf }: Reporter): void {
  const blocks = paragraphsIn(body);
  for (const block of [...blocks.slice(0, 5), ...blocks.slice(5).slice(-3)]) {
    const fields = parsePageFields(block.textContent ?? '');
    if (!fields) continue;
    const { date, countries, tags, image, rest, unread } = fields;
    const line = lineOf(block.textContent ?? '');
    if (date && !item.date_published) {
      item.date_published = date;
      notes.add('hint', line, 'the date has no time zone', 'it was read as UTC');
    }
    if (image) item.image ??= image;
    if (tags.length) item.tags = [...new Set([...(item.tags ?? []), ...tags])];
    if (countries.length)
      item._iom = { ...item._iom, countries: [...new Set([...(item._iom?.countries ?? []), ...countries])] };
    for (const entry of unread)
      notes.add('warning', line, `${excerpt(entry)} was not understood`, 'it stays in the text');
    if (unread.length) continue;
    if (rest) block.textContent = rest;
    else block.remove();
  }
}

function takeDateline(body: HTMLElement, item: Item): void {
  const first = paragraphsIn(body).find(
    ({ localName, textContent }) => textContent?.trim() && !/^h\d$/.test(localName),
  );
  const text = first && new EditableText(first);
  const dateline = text && parseDateline(text.text);
  if (!dateline) return;
  const country = countryNamed(dateline.place);
  item._iom = { ...item._iom, dateline: dateline.text };
  if (country) item._iom.countries ??= [country];
  if (dateline.date) item.date_published ??= `${dateline.date}T00:00:00Z`;
  text.delete(0, dateline.length);
}

function takeContacts(body: HTMLElement, item: Item, telling: Reporter, country?: string): Contact[] {
  const blocks = paragraphsIn(body).map((block) => new EditableText(block));
  const text = blocks.map((block) => block.text.replace(/\s+$/, '')).join('\n');
  const region = findContacts(text);
  if (!region) return [];
  const { contacts, unresolved } = extractContacts(text.slice(region.start, region.end), [
    item._iom?.countries ?? [],
    country ? [country] : [],
  ]);
  for (const puzzle of unresolved) report(puzzle, telling);
  if (contacts.length) {
    item._iom = { ...item._iom, kind: item._iom?.kind ?? 'press-release', contacts: contacts.map(({ id }) => id) };
  }
  if (!contacts.length || unresolved.some(({ kind }) => kind === 'words' || kind === 'number')) return contacts;
  let start = 0;
  for (const block of blocks) {
    const length = block.text.replace(/\s+$/, '').length;
    const [from, to] = [Math.max(0, region.start - start), Math.min(length, region.end - start)];
    if (from < to) block.delete(from, to === length ? block.text.length : to);
    start += length + 1;
  }
  return contacts;
}

function report({ kind, text }: Unresolved, { notes, lineOf }: Reporter): void {
  const line = lineOf(text);
  const what = excerpt(text);
  if (kind === 'words')
    notes.add('warning', line, `${what} among the contacts was not understood`, 'it stays in the text');
  else if (kind === 'number') {
    const fix = 'it stays in the text; write it with + and the country code, or name the country with --country';
    notes.add('warning', line, `${what} is not a complete telephone number`, fix);
  } else if (kind === 'doubtful-number') {
    notes.add(
      'hint',
      line,
      `${what} has the length of a telephone number, but not a prefix used there`,
      'check it by calling',
    );
  } else {
    const missing = kind === 'no-address' ? 'e-mail address' : 'telephone number';
    notes.add('warning', line, `${what} has no ${missing} after it`, 'add it to the source, or to the feed');
  }
}
