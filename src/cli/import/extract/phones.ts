import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';
import type { Phone } from '../../../feed/schema/model.generated.js';

/** What stands before a number, and what it says about it. Longer words before shorter ones. */
const labels: [Phone['kind'], string][] = [
  ['fax', 'fax|télécopie(?:ur)?|факс|فاكس|传真'],
  [
    'mobile',
    'mobile|mob|cellphone|cellulare|celular|cell|móvil|movil|portable|gsm|whats ?app|моб(?:ильный)?|جوال|محمول|موبايل|手机',
  ],
  ['duty', 'hotline|on duty|after hours|24/7|permanence|astreinte|guardia|дежурный'],
  [
    undefined,
    'téléphone|telephone|teléfono|telefono|telefone|phone|télé?|tel|tlf|ph|office|direct|bureau|oficina|тел(?:ефон)?|(?:ال)?هاتف|تليفون|电话',
  ],
];
const anyLabel = labels.map(([, words]) => words).join('|');

/** A word that announces a number, with the signs after it; `№` and `No.` may follow. */
const label = `(?<![\\p{L}\\d])(?:${anyLabel})(?![\\p{L}])(?:\\s*(?:no\\b|n°|№))?[\\s.:]*`;
/** `+`, digits and what people put between them. Single blanks only: two part one thing from the next. */
const digits = '(?:\\+\\s?|(?<!\\d))\\(?\\d(?:[ \\u00a0]?[().\\-–\\u2011]?[ \\u00a0]?[\\d()])*\\d';
const extension =
  '(?:[\\s,;]*(?:ext(?:ension|ensión)?|poste|anexo|int(?:erno)?|доб|вн|تحويلة|分机|x)[.:\\s]*(\\d{1,7}))';
const extensionPattern = new RegExp(`${extension}$`, 'iu');
/** Further numbers after a sign: `+41 22 717 94 86 / 41 79 …`. */
const more = `(?:\\s*(?:/|;|,|\\bor\\b|\\bou\\b|\\bo\\b|\\by\\b|\\bet\\b|\\band\\b|или|أو|و|、|或)\\s*(?=[+(\\d]))`;

/** Everything that looks like one or more numbers; whether they are is for `readPhones` to say. */
export const phonePattern = new RegExp(
  `(?:(?<label>(?:${label}[/&]?)+))?(?<numbers>${digits}${extension}?(?:${more}${digits}${extension}?)*)`,
  'giu',
);
/** A label that no number follows. */
export const phoneLabelPattern = new RegExp(label, 'giu');

/** What came of reading some numbers. */
export interface PhonesReading {
  phones: Phone[];
  /** Numbers that could not be read, as printed. */
  unread: string[];
  /** Numbers read that no list of numbers knows. */
  doubtful: string[];
}

/**
 * Reads one or more numbers, as phonePattern finds them.
 *
 * @param words What stood before them.
 * @param countries For numbers without a country code: ISO 3166-1 codes, the likeliest first and those alike together.
 *   A number is taken for one of a country only if numbers there look so, and of no other that is as likely.
 */
export function parsePhones(
  printed: string,
  words = '',
  countries: readonly (readonly string[])[] = [],
): PhonesReading {
  const result: PhonesReading = { phones: [], unread: [], doubtful: [] };
  const kind = labels.find(([, name]) => new RegExp(`(?<!\\p{L})(?:${name})(?!\\p{L})`, 'iu').test(words))?.[0];
  let nearby: string[] = [];
  for (const part of printed.split(new RegExp(more, 'iu'))) {
    const text = part.replace(/\s+/g, ' ').replace(/\+ /g, '+').trim();
    const [, ext] = extensionPattern.exec(text) ?? [];
    const bare = text.replace(extensionPattern, '');
    const match = parse(bare.replace(/^00/, '+'), [nearby, ...countries]);
    if (!match) {
      result.unread.push(text);
      continue;
    }
    if (!match.isValid()) result.doubtful.push(text);
    if (match.country) nearby = [match.country];
    result.phones.push({ number: match.number, text: bare, ...(ext && { extension: ext }), ...(kind && { kind }) });
  }
  return result;
}

/** A number with its country code counts as long as its length is right; one without must be one of the country. */
function parse(text: string, countries: readonly (readonly string[])[]): PhoneNumber | undefined {
  if (text.startsWith('+')) {
    const match = parsePhoneNumberFromString(text);
    return match?.isPossible() ? match : undefined;
  }
  for (const likely of countries) {
    const matches = likely.flatMap((country) => {
      const one = parsePhoneNumberFromString(text, country as CountryCode);
      return one?.isValid() && one.country === country ? one : [];
    });
    if (matches.length > 0) return new Set(matches.map(({ number }) => number)).size === 1 ? matches[0] : undefined;
  }
  return undefined;
}
