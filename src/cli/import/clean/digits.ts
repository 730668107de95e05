/** A text with the digits, signs and blanks of every script as those of Latin script. */
export const latinDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 0xf}`)
    .replace(/٫/g, '.')
    .replace(/[−‐‑]/g, '-');
