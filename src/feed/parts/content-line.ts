/** Lines of contact cards and calendars: escaped and folded as RFC 6350 and RFC 5545 say, which is the same in both. */

/** A text as it stands in a line. */
export const escapeValue = (value: string): string =>
  value
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** At most 75 octets to a line, of which a blank opens each but the first; characters stay whole. */
export function foldLine(text: string): string {
  let octets = 0;
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      octets += size;
      if (octets <= 75) return character;
      octets = size + 1;
      return `\r\n ${character}`;
    })
    .join('');
}
