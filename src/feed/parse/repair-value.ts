/** What became of an attribute on its way through a word processor, a chat or an editor. */
export interface Repair {
  /** As it was probably meant; as it is where nothing is known to be wrong. */
  value: string;
  /** What is wrong, in words for whoever wrote it. */
  matches: string[];
}

type Step = [what: string, pattern: RegExp, instead: string | ((all: string, ...parts: string[]) => string)];

const marks = '"`´“”„‟″‘’‚‛′«»‹›「」『』【】《》〈〉〝〞〟❛❜❝❞';
const quotes = `(?:['${marks}]|%27|${[...marks].map(encodeURIComponent).join('|')})`;
const blank = '(?:\\s|%20|%C2%A0|%E2%80%(?:8[0-9A]|AF)|%E3%80%80)';
const brace = (chars: string, code: string) => `(?:%(?:25)*${code}|\\\\u00${code}|[${chars}])`;
const [opening, closing] = [brace('{﹛❴', '7B'), brace('}﹜❵', '7D')];
/** What stands around a name in other languages of templates. */
const [before, after] = [brace('[{<(%$\\\\﹛❴', '7B'), brace('\\]}>)%\\\\﹜❵', '7D')];
const loose = `${blank}|["']`;

const characters: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  prime: '′',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
  lbrace: '{',
  lcub: '{',
  rbrace: '}',
  rcub: '}',
  colon: ':',
  sol: '/',
  period: '.',
};

/** Taken off every attribute, in this order. */
const anywhere: Step[] = [
  [
    'characters encoded twice',
    RegExp(`&(?:amp;)*(?:(${Object.keys(characters).join('|')})|#(?:(\\d{2,5})|x([\\da-f]{2,4})));`, 'gi'),
    (_, name, code, hex) =>
      name ? characters[name.toLowerCase()] : String.fromCharCode(code ? +code : parseInt(hex, 16)),
  ],
  [
    'invisible characters',
    /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffd]|%E2%80%(?:8[B-F]|A[A-E])|%E2%81%A\w|%EF%B8%8\w|%EF%BB%BF|%EF%BF%B[9-D]|%C2%AD|%CD%8F/giu,
    '',
  ],
  ['spaces around it', RegExp(`^${blank}+|${blank}+$`, 'gi'), ''],
  ['curly or doubled quotes around it', RegExp(`^(?:\\\\?${quotes})+\\s*|\\s*(?:\\\\?${quotes})+$`, 'gi'), ''],
];

/** Services that put an address into one of their own, and where in it. */
const wrapped =
  /^https:\/\/(?:[\w.-]+\.safelinks\.protection\.outlook\.com|statics\.teams\.cdn\.office\.net|www\.google\.\w+\/url|\w+\.facebook\.com\/l\.php)\b.*?[?&](?:url|q|u)=([^&]+).*/is;

/** Taken off an address after that. */
const inAddress: Step[] = [
  ['the link of a mail filter or a search around it', wrapped, (_, url) => decodeURIComponent(url)],
  ['the link of a mail filter around it', /^https:\/\/urldefense\.com\/v3\/__(.+?)__;.*/is, '$1'],
  [
    'the link of a mail filter around it',
    /^https:\/\/urldefense\.proofpoint\.com\/v2\/url\?u=([^&]+).*/is,
    (_, url) => decodeURIComponent(url.replaceAll('-', '%').replaceAll('_', '/')),
  ],
  ['a Markdown link around it', /^!?\[[^\]]*\]\(<?([^\s)>]*)[^)]*\)$/, '$1'],
  ['HTML tags in it', /<\/?(?:a|b|br|code|em|font|i|p|span|strong|u|wbr)(?:\s[^<>]*)?>/gi, ''],
  ['brackets around it', /^[<([]+\s*(?:URL:\s*)?(.+?)\s*[>)\]]$/i, '$1'],
  [
    'braces encoded, doubled, or not written as {lang}',
    RegExp(
      `${before}(?:${before}|${loose})*lang(?:${after}|${loose})*${after}|${opening}+lang(?!\\w)|(?<!\\w)lang${closing}+`,
      'gi',
    ),
    '{lang}',
  ],
  ['a line break', /=?[^\S\n]*\n\s*/g, ''],
  ['a dash instead of a hyphen', /[\u2010-\u2015\u2212]/g, '-'],
  ['an ellipsis instead of dots', /…/g, '...'],
  ['brackets around a dot or a colon', /[[(]([.:])[\])]/g, '$1'],
  ['https, misspelled', /^(?!https?\s*:)(?:h?t+p+s*|hxxps?)(?=\s*:)/i, (name) => (/s/i.test(name) ? 'https' : 'http')],
  ['no colon after https', /^(https?)\s*[;：]?\s*[:：]?\s*[/／]{2}/i, '$1://'],
  ['https twice', /^(?:https?:\/\/)+(?=https?:?\/\/)/i, ''],
  ['no colon after https', /^(https?)\/\//i, '$1://'],
  ['text before it', /^(?!https?:|[./])[^?#]*?(?=https?:\/\/)/i, ''],
  ['text after it', /(?<=^[^\s"<>|]{9,})[\s/]*(?:["<>|]|\shttps?:|\s["'(<]).*/i, ''],
  ['a slash after it', /(?<=\.\w{2,5})[/\\]+$/, ''],
  ['punctuation after it', /[.,;:!?*_~\\]+$|(?<=^[^()]+)\)$/, ''],
];

/** What can only be told. */
const unsafe: [what: string, pattern: RegExp][] = [
  ['braces; only {lang} is replaced', /[{}]|%7B|%7D/i],
  ['lang without braces; write {lang}', /[:$%]lang\b/],
  ['a space', /\S\s+\S/],
  ['two dots; did a template language remove {lang} between them?', /[^./]\.\.[^./]/],
  ['no https:// before it', /^(?:www\.|[\w-]+(?:\.[\w-]+)+\.(?:org|int|com|net)\/)/i],
  ['curly quotes', /[“”„‟″‘’‚‛]/],
];

/** Letters and signs as wide as Chinese ones are the same as the others. */
const narrow: Step = [
  'full-width letters',
  /[\uff01-\uff5e]/g,
  (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0),
];

/** Takes off an attribute what it can't have been meant to have. */
export const repairValue = (value: string): Repair => apply(value, anywhere);

/** Does the same for the address of a feed. Only for one that didn't work: what it takes off may be right. */
export function repairAddress(src: string): Repair {
  const { value, matches } = apply(src, [narrow, ...anywhere, ...inAddress, ...anywhere]);
  const others = unsafe.filter(([, pattern]) => pattern.test(value.replaceAll('{lang}', 'en')));
  return { value, matches: [...new Set([...matches, ...others.map(([what]) => what)])] };
}

function apply(value: string, steps: readonly Step[]): Repair {
  const matches: string[] = [];
  for (const [what, pattern, instead] of steps) {
    const before = value;
    try {
      value = value.replace(pattern, instead as string);
    } catch {
      // Not even encoded as it should be.
    }
    if (value !== before) matches.push(what);
  }
  return { value, matches };
}
