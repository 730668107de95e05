/** What became of an attribute on its way through a word processor, a chat or an editor. */
export interface Repair {
  /** As it was probably meant; as it is where nothing is known to be wrong. */
  value: string;
  /** What is wrong, in words for whoever wrote it. */
  found: string[];
}

type Step = [what: string, pattern: RegExp, instead: string | ((all: string, ...parts: string[]) => string)];

const quotes = `["'“”„‟″‘’‚‛′«»]`;
const blank = '(?:\\s|%20|%C2%A0)';
const brace = (char: string, wide: string, code: string) => `(?:[${char}${wide}]|%(?:25)?${code})`;

const characters: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/** Taken off every attribute, in this order. */
const anywhere: Step[] = [
  [
    'characters that are encoded twice',
    /&(?:amp;)*(?:(amp|quot|apos|lt|gt|nbsp)|#(\d{2,4}));/gi,
    (_, name, code) => (name ? characters[name.toLowerCase()] : String.fromCharCode(+code)),
  ],
  [
    'invisible characters',
    /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|%E2%80%8[B-F]|%EF%BB%BF|%C2%AD/gi,
    '',
  ],
  ['blanks around it', RegExp(`^${blank}+|${blank}+$`, 'gi'), ''],
  ['curly or doubled quotes around it', RegExp(`^${quotes}+\\s*|\\s*${quotes}+$`, 'g'), ''],
];

/** Taken off an address after that. */
const inAddress: Step[] = [
  [
    'the link of a mail filter around it',
    /^https:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\/.*?[?&]url=([^&]+).*$/i,
    (_, url) => decodeURIComponent(url),
  ],
  ['a Markdown link around it', /^!?\[[^\]]*\]\(([^)]*)\)$/, '$1'],
  ['brackets around it', /^[<(]\s*(?:URL:\s*)?(.+?)\s*[>)]$/i, '$1'],
  [
    'braces that are encoded, doubled, or not written as {lang}',
    RegExp(`${brace('{', '｛', '7B')}+${blank}*lang${blank}*${brace('}', '｝', '7D')}+`, 'gi'),
    '{lang}',
  ],
  ['a line break', /[^\S\n]*\n\s*/g, ''],
  ['a long dash in place of a hyphen', /[\u2010-\u2015\u2212]/g, '-'],
  ['an ellipsis in place of dots', /…/g, '...'],
  ['no colon after https', /^(https?)[;：]?[/／]{2}/i, '$1://'],
  ['punctuation behind it', /[.,;:!?]+$/, ''],
];

/** What can only be told. */
const unsafe: [what: string, pattern: RegExp][] = [
  ['braces; the only words in braces that are replaced are {lang}', /[{}]|%7B|%7D/i],
  ['a blank', /\S\s+\S/],
  ['two dots; was {lang} between them, and has the page’s template language taken it away?', /[^./]\.\.[^./]/],
  ['no https:// before it', /^(?:www\.|[\w-]+(?:\.[\w-]+)+\.(?:org|int|com|net)\/)/i],
  ['curly quotes', /[“”„‟″‘’‚‛]/],
];

/** Takes off an attribute what it can't have been meant to have. */
export const repairValue = (value: string): Repair => apply(value, anywhere);

/** Does the same for the address of a feed. Only for one that didn't work: what it takes off may be right. */
export function repairAddress(src: string): Repair {
  const { value, found } = apply(src, [...anywhere, ...inAddress, ...anywhere]);
  const others = unsafe.filter(([, pattern]) => pattern.test(value.replaceAll('{lang}', 'en')));
  return { value, found: [...new Set([...found, ...others.map(([what]) => what)])] };
}

function apply(value: string, steps: readonly Step[]): Repair {
  const found: string[] = [];
  for (const [what, pattern, instead] of steps) {
    const before = value;
    try {
      value = value.replace(pattern, instead as string);
    } catch {
      // Not even encoded as it should be.
    }
    if (value !== before) found.push(what);
  }
  return { value, found };
}
