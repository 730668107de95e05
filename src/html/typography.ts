import { primarySubtag } from '../i18n/locale.js';

const name = '\\b(?:alt|align|border|class|height|href|hspace|id|rel|src|style|target|title|vspace|width)\\s*=\\s*';
const attribute = `${name}"[^"<>]*"\\s*`;

/** An address that lost the tag around it, with what followed in the tag: `"mailto:x@y">`. */
const lostAddress = new RegExp(`["“]?(?:mailto:|https?://)[^\\s"<>]*"\\s*(?:${attribute})*>`, 'gi');
/** Attributes that lost their tag: `target="_blank" title="">`, `alt="" border="0" src=`. */
const lostAttributes = new RegExp(`(?:${attribute})+(?:${name})?>?`, 'gi');

/** Takes out, as text, what lost tags leave behind. Nothing is ever put together into markup. */
export const stripCopyArtifacts = (text: string): string => text.replace(lostAddress, '').replace(lostAttributes, '');

/**
 * Sets a text: joins hard-wrapped lines and keeps French signs with their words. A sign is bound only where the author
 * left a blank or a line end; nothing is added where there was none.
 *
 * @param language BCP 47 tag of the text.
 */
export function applyTypography(text: string, language = ''): string {
  const joined = stripCopyArtifacts(text).replace(/[ \t\r\n]+/g, ' ');
  if (primarySubtag(language) !== 'fr') return joined;
  return joined
    .replace(/« /g, '«\u00a0')
    .replace(/ ([»:])/g, '\u00a0$1')
    .replace(/ ([;!?])/g, '\u202f$1');
}

/**
 * The paragraphs of a plain text. Blank lines part them; in hard-wrapped text without blank lines a paragraph ends where
 * a sentence does, in a line that had room for the word that follows.
 */
export function paragraphsOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const wrapped = lines.length > 2 && !lines.slice(1, -1).includes('');
  const width = Math.max(...lines.map(({ length }) => length));
  const paragraphs = [''];
  lines.forEach((line, index) => {
    paragraphs[paragraphs.length - 1] += ` ${line}`;
    const next = lines[index + 1] ?? '';
    const room = width - line.length > (next.split(' ')[0] ?? '').length;
    const ended = /[.!?…:»"”]$/.test(line) && /^["«“]?\s*\p{Lu}/u.test(next);
    if (!line || (wrapped && room && ended)) paragraphs.push('');
  });
  return paragraphs.map((paragraph) => paragraph.trim()).filter(Boolean);
}
