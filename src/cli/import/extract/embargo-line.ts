import { excerpt, type Diagnostics } from '../../diagnostics.js';
import { parseMoment } from './parse-date.js';

/** Letters of a line that names an embargo; a longer one speaks of something else. */
const longest = 140;

const start =
  /^[\s*#–—-]*(?:(?:strict(?:ly)? |sous |under |bajo |con )?embargo(?:ed)?(?!\p{L})|embargad[oa](?!\p{L})|(?:под )?эмбарго(?!\p{L})|(?:تحت )?(?:ال)?حظر (?:ال)?نشر|禁发|禁止发布|限时发布)/iu;
/** What says until when, or that there is nothing but the word; a title such as “Embargo on arms” has neither. */
const rest = /^[\s*:：.!]*$|[:：\d٠-٩]|until|till|jusqu|hasta|(?<!\p{L})до(?!\p{L})|حتى|至/iu;
const over = /(?:lifted|none|levé|aucun|levantado|ninguno|снято|нет|رُ?فع|لا يوجد|解除|无)[\s.!]*$/iu;

/** What a line above a release says about its embargo. */
export interface EmbargoLine {
  /** RFC 3339; undefined where it can't be read. */
  until?: string;
  hasZone: boolean;
}

/** @returns Undefined for any other line, and for one that says that there is no embargo. */
export function parseEmbargo(line: string, language = ''): EmbargoLine | undefined {
  const [head] = start.exec(line) ?? [];
  if (head === undefined || line.length > longest) return undefined;
  const text = line.slice(head.length);
  if (!rest.test(text) || over.test(text)) return undefined;
  const { date, unknownZone } = parseMoment(text.replace(/^[\s*:：.!-]+/, ''), language);
  const isUtc = /(?<!\p{L})(?:UTC|GMT)(?!\p{L})|\dZ/u.test(text);
  return { until: date, hasZone: !!date && !unknownZone && (!date.endsWith('Z') || isUtc) };
}

/**
 * Whether a story can be taken with its embargo: one until nobody knows when can't. What is not certain is told.
 *
 * @param line Where the embargo is.
 */
export function checkEmbargo(
  { until, hasZone }: EmbargoLine,
  title: string,
  notes: Diagnostics,
  line: number | undefined,
): boolean {
  const howTo = 'write it as “Embargo: 2026-11-24T09:00:00+01:00”';
  if (!until) notes.leaveOut(line, `the embargo of ${excerpt(title)} can't be read`, `it was left out; ${howTo}`);
  else if (!hasZone)
    notes.add('warning', line, `the embargo of ${excerpt(title)} has no time zone`, `it was read as UTC; ${howTo}`);
  return !!until;
}
