import type { Mission } from '../schema/model.generated.js';
import { memoizeParser } from '../parse/memoize-parser.js';
import { httpUrl, plainText, object, string, type Parser } from '../parse/parsers.js';

/** Who the organization is, as far as it could be read: a title or a text at least. */
export type ParsedMission = Partial<Mission>;

/** Plain text that keeps its paragraphs. */
const prose: Parser<string> = (value) =>
  string(value)
    ?.split(/\r?\n\s*\n|<\/?p\b[^>]*>/i)
    .flatMap((paragraph) => plainText(paragraph) ?? [])
    .join('\n\n') || undefined;

const fields = object<ParsedMission>({ title: plainText, text: prose, url: httpUrl });

const mission: Parser<ParsedMission> = (value, context) => {
  const match = fields(typeof value === 'string' ? { text: value } : value, context);
  return match?.title || match?.text ? match : undefined;
};

/** `about` is an address by the rules of JSON Feed; some put there who they are. */
const feedExtension = object<{ mission: ParsedMission; about: ParsedMission }>({
  mission,
  about: (value, context) => (typeof value === 'object' ? mission(value, context) : {}),
});

/** Reads who the organization is. */
export const parseMission = memoizeParser<ParsedMission | undefined>(({ _iom }, context) => {
  const { mission, about } = feedExtension(_iom, context) ?? {};
  return mission ?? (about?.title || about?.text ? about : undefined);
});
