import { attributeValue, escapeText } from '../../../html/markup.js';
import { directionOf, primarySubtag } from '../../../i18n/locale.js';
import { loadMessages, type Messages } from '../../../i18n/messages/common.js';
import { standInLanguage } from '../../../i18n/messages/load.js';

/** The language of a page, and our words in it. */
export interface PageLanguage {
  /** BCP 47: of our words and of dates; English where nothing says what the page is written in. */
  tag: string;
  messages: Messages;
  /** One of our words as HTML, marked where it is in another language than the page. */
  word: (text: string) => string;
}

/** @param given BCP 47; undefined where it is not known. */
export async function pageLanguage(given: string | undefined): Promise<PageLanguage> {
  const tag = given ?? 'en';
  const messages = await loadMessages(tag);
  const standIn = standInLanguage(messages, tag);
  const word = (text: string) =>
    standIn ? `<span${languageAttributes(standIn, tag)}>${escapeText(text)}</span>` : escapeText(text);
  return { tag, messages, word };
}

/**
 * `lang` and `dir` of what is in another language than the page.
 *
 * @param language BCP 47; undefined where it is not known, which is said, too.
 * @param tag BCP 47 tag of the page.
 */
export function languageAttributes(language: string | undefined, tag: string): string {
  if (language === undefined) return ' lang="" dir="auto"';
  if (language === tag) return '';
  const direction = directionOf(language);
  const dir = direction === directionOf(tag) ? '' : ` dir="${direction}"`;
  return primarySubtag(language) === primarySubtag(tag) ? dir : ` lang=${attributeValue(language)}${dir}`;
}

/**
 * A page without script, style sheet or picture; the empty icon keeps browsers from asking for one. End tags that HTML can
 * do without are not written.
 *
 * @param title Plain text.
 * @param body HTML.
 */
export const toPage = (tag: string, title: string, body: string): string =>
  `<!DOCTYPE html>
<html lang=${attributeValue(tag)}${directionOf(tag) === 'rtl' ? ' dir="rtl"' : ''}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${escapeText(title)}</title>
${body}
`;

/** A link; `text` is HTML. */
export const link = (href: string, text: string, attributes = ''): string =>
  `<a href=${attributeValue(href)}${attributes}>${text}</a>`;

/** Of a part of a line that isn’t there, nothing is to be seen. */
export const line = (parts: (string | undefined | false)[], separator = ' · '): string =>
  parts.filter(Boolean).join(separator);
