import type { Contact } from '../../../feed/schema/model.generated.js';
import { mailUrl } from '../../../html/contact-url.js';
import { stripCopyArtifacts } from '../../../html/typography.js';
import { countriesIn } from '../lexicon/countries.js';
import { leadIns } from '../lexicon/lead-ins.js';
import { phoneLabelPattern, phonePattern, parsePhones } from './phones.js';
import { slug } from '../slug.js';
import { classify, type ContactPart } from './classify-contact.js';

/** What is missing, or could not be understood, in what a release says about its contacts. */
export interface Unresolved {
  /** As printed. */
  text: string;
  kind: 'words' | 'number' | 'doubtful-number' | 'no-number' | 'no-address';
}

/** Contacts as far as they are understood. */
export interface ContactsReading {
  contacts: Contact[];
  unresolved: Unresolved[];
}

const emailLabel =
  '(?:e-?mails?|courriels?|mél|correo(?: electrónico)?|posta elettronica|эл(?:ектронная|\\.)? ?почта|mail|(?:ال)?بريد(?: (?:ال)?إلكتروني)?|电子邮[件箱]|邮箱)';
const emailLabelPattern = new RegExp(`(?<![\\p{L}@.-])${emailLabel}(?![\\p{L}@-])[\\s:.：]*`, 'giu');
const emailPattern = /(?<email>[\w.%+-]+@[\w-]+(?:\.[\w-]+)+)/;
const linkPattern = /(?<url>(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)])/;
const channelPattern = new RegExp(`${emailPattern.source}|${linkPattern.source}|${phonePattern.source}`, 'giu');

/** Words that join contacts, and words of courtesy. */
const joints =
  'or|and|ou|et|o|y|e|или|и|أو|و|或|和|at|on|by|via|au|par|or to|to|please|contact|call|write to|de|en|al|from|in|à';
const joint = new RegExp(
  `^(?:(?:${joints})(?=[\\s,]|$)[\\s,]*)+|(?:[\\s,]+(?:${joints}))+$|^[\\s\\p{P}]+|[\\s,;:：、،(\\p{Pd}]+$`,
  'giu',
);
const separators = /[\n,،，;；|()]|\s[–—-]\s|(?<=\p{L}{3,})\.\s/u;

const couples = /\s+(?:and|or|et|ou|y|e|o|и|или|و|أو|和)\s+|\s*[/&]\s*/u;

/** A contact while it is being put together. */
interface ContactBuilder extends ContactPart {
  /** People who share the rest. */
  others: string[];
  email?: string;
  url?: string;
  numbers: { printed: string; label?: string }[];
}

const hasChannel = ({ email, numbers }: ContactBuilder) => !!email || numbers.length > 0;

/**
 * Reads whom to ask out of the text that follows a lead-in: people, posts, offices, telephones, addresses.
 *
 * @param countries As readPhones takes them; the country that the office names comes before them.
 */
export function extractContacts(text: string, countries: readonly (readonly string[])[] = []): ContactsReading {
  const source = withoutResidue(text);
  const drafts: ContactBuilder[] = [{ others: [], numbers: [] }];
  const unresolved: Unresolved[] = [];
  let last = 0;
  const channels = [...source.matchAll(channelPattern)].filter(({ groups }) => !isCount(groups));
  for (const { index, 0: whole, groups = {} } of channels) {
    takeText(source.slice(last, index), drafts, unresolved, groups.email !== undefined);
    takeChannel(groups, drafts.at(-1)!, unresolved);
    last = index + whole.length;
  }
  takeText(source.slice(last), drafts, unresolved, false, true);
  return { contacts: drafts.flatMap((draft) => finish(draft, countries, unresolved)), unresolved };
}

/** An address out of a tag that broke: `"mailto:x@y">x@y`, `<x@y>`; `(at)` for the sign. */
const withoutResidue = (text: string): string =>
  stripCopyArtifacts(
    text
      .replace(/["“<]?mailto:([^\s"<>?]+)[^\s"<>]*["”]?>?\s*(?:\1)?/gi, ' $1 ')
      .replace(/\s?[([](?:at|arroba|arobase)[)\]]\s?/gi, '@'),
  ).replace(/[ \t\u00a0\u202f]+/g, ' ');

/** Digits without plus and label that are too few for a number: a year, a count. */
const isCount = ({ label, numbers = '' }: Record<string, string> = {}) =>
  !label && /^\d/.test(numbers) && numbers.replace(/\D/g, '').length < 7;

function takeChannel(groups: Record<string, string>, draft: ContactBuilder, unresolved: Unresolved[]): void {
  const { email, url, numbers, label } = groups;
  if (numbers) draft.numbers.push({ printed: numbers, label });
  else if (url) draft.url ??= url.replace(/^www\./i, 'https://www.');
  else if (draft.email && draft.email !== email) unresolved.push({ text: email, kind: 'words' });
  else if (mailUrl(email)) draft.email = email;
}

/** Takes in what stands between two channels. */
function takeText(
  text: string,
  drafts: ContactBuilder[],
  unresolved: Unresolved[],
  mailFollows: boolean,
  end = false,
): void {
  // A label right before what it announces is no riddle.
  const labels = [...text.matchAll(emailLabelPattern)];
  if (labels.length > (mailFollows ? 1 : 0)) unresolved.push({ text: labels[0][0].trim(), kind: 'no-address' });
  let rest = text.replace(emailLabelPattern, '\n');
  for (const { start, end } of leadIns(rest).reverse()) rest = `${rest.slice(0, start)}\n${rest.slice(end)}`;
  for (const piece of rest.split(separators)) {
    const [words, shared] = bare(piece);
    if (!words) continue;
    const lone = new RegExp(`^(?:${phoneLabelPattern.source})+$`, 'iu').test(words);
    if (lone) unresolved.push({ text: words, kind: 'no-number' });
    else take(classify(words), words, shared, drafts, unresolved, end);
  }
}

/** Without joints around it; and whether `or`, `and` came before. */
function bare(piece: string): [string, boolean] {
  let words = piece.trim();
  let before = '';
  while (words !== before) [before, words] = [words, words.replace(joint, '').trim()];
  return [
    words,
    words !== '' && piece.trim() !== words && /^(?:or|and|ou|et|o|y|e|или|и|أو|و|或|和)\s/iu.test(piece.trim()),
  ];
}

function take(
  who: ContactPart | undefined,
  words: string,
  shared: boolean,
  drafts: ContactBuilder[],
  unresolved: Unresolved[],
  end: boolean,
) {
  let draft = drafts.at(-1)!;
  if (!who) {
    const couple = words.split(couples).map((entry) => classify(entry));
    if (couple.length < 2 || !couple.every((entry) => entry?.name)) unresolved.push({ text: words, kind: 'words' });
    else couple.forEach((entry, index) => take(entry, words, index > 0, drafts, unresolved, end));
    return;
  }
  if (hasChannel(draft) && (who.name !== undefined || !end)) drafts.push((draft = { others: [], numbers: [] }));
  for (const key of ['name', 'role', 'office'] as const) {
    const value = who[key];
    if (!value) continue;
    if (!draft[key]) draft[key] = value;
    else if (key === 'name' && shared) draft.others.push(value);
    else unresolved.push({ text: value, kind: 'words' });
  }
}

function finish(draft: ContactBuilder, countries: readonly (readonly string[])[], unresolved: Unresolved[]): Contact[] {
  const { name, others, role, office, email, url, numbers } = draft;
  const label = name ?? office ?? role ?? email;
  const own = countriesIn(office ?? '');
  const readings = numbers.map(({ printed, label }) => parsePhones(printed, label, [own, ...countries]));
  for (const { unread, doubtful } of readings) {
    unresolved.push(...unread.map((text) => ({ text, kind: 'number' as const })));
    unresolved.push(...doubtful.map((text) => ({ text, kind: 'doubtful-number' as const })));
  }
  const phones = readings.flatMap((reading) => reading.phones);
  if (!label || (!name && !email && !phones.length && !url)) {
    const lost = [label, url, ...phones.map(({ text }) => text)].filter((entry) => entry !== undefined);
    unresolved.push(...lost.map((text) => ({ text, kind: 'words' as const })));
    return [];
  }
  return [label, ...others].map((entry) => ({
    id: slug(entry),
    name: entry,
    ...(role && role !== entry && { role }),
    ...(office && office !== entry && { office }),
    ...(own.length > 0 && { countries: own }),
    ...(phones.length > 0 && { phones }),
    ...(email && { email }),
    ...(url && { url }),
  }));
}
