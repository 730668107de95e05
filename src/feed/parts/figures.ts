import { ensureUniqueIds } from '../parse/unique-ids.js';
import type { EarlierValue, Figure, Source } from '../schema/model.generated.js';
import { parseNumber } from './parse-number.js';
import type { ParsedFeed } from '../parse/parse-strict.js';
import { memoizeParser } from '../parse/memoize-parser.js';
import { date, httpUrl, array, picklist, plainText, object, string, type Parser } from '../parse/parsers.js';

/** A figure as far as it could be read: it has a number, and an `id` of its own. */
export type ParsedFigure = Omit<Figure, 'label'> & Partial<Pick<Figure, 'label'>>;

/** Numbers, also where they are written as text: `1 951`, `31.1 million`. */
const number: Parser<number> = (value) => {
  const match = typeof value === 'string' ? parseNumber(value.trim()) : value;
  return Number.isFinite(match) ? (match as number) : undefined;
};

/** A day, a month or a year, as precise as it is written. */
const day: Parser<string> = (value) => {
  const written = string(value) ?? '';
  const [partial] = /^\d{4}(-(0[1-9]|1[0-2]))?$/.exec(written) ?? [];
  return partial ?? (typeof value === 'string' ? date(value)?.slice(0, 10) : undefined);
};

const sourceFields = object<Partial<Source>>({ title: plainText, url: httpUrl });

/** A source is named by the best name it has. */
const source: Parser<Source> = (value, context) => {
  const match = typeof value === 'string' ? { title: plainText(value) } : sourceFields(value, context);
  const title = match?.title ?? match?.url;
  return title ? { ...match, title } : undefined;
};

const earlierFields = object<EarlierValue>({ as_of: day, value: number });
const earlier: Parser<EarlierValue> = (value, context) => {
  const match = earlierFields(value, context);
  return match?.as_of && match.value !== undefined ? match : undefined;
};

const fields = object<Omit<ParsedFigure, 'value'> & { value?: number }>({
  id: string,
  label: plainText,
  value: number,
  kind: picklist('count', 'year', 'percent', 'money'),
  currency: (value) => /^[A-Z]{3}$/.exec(string(value)?.toUpperCase() ?? '')?.[0],
  unit: plainText,
  qualifier: picklist('about', 'more-than', 'less-than'),
  note: plainText,
  as_of: day,
  source,
  history: (value, context) =>
    array(earlier)(value, context)?.sort(({ as_of: one }, { as_of: other }) =>
      one < other ? -1 : one > other ? 1 : 0,
    ),
  better: picklist('up', 'down'),
  icon: httpUrl,
});

/** Without a number there is nothing to show. */
const figure: Parser<ParsedFigure> = (value, context) => {
  const match = fields(value, context);
  return match?.value === undefined ? undefined : (match as ParsedFigure);
};

const feedExtension = object<{ figures: ParsedFigure[] }>({ figures: array(figure) });

/** Reads the figures of a feed, once per feed. */
export const parseFigures = memoizeParser(({ _iom }, context): readonly ParsedFigure[] => {
  const read = feedExtension(_iom, context)?.figures ?? [];
  return ensureUniqueIds(read, '_iom.figures', context.problems, ({ label, value }) => label ?? `${value}`);
});

/**
 * The figures that were asked for.
 *
 * @param ids In this order; without any, the first of the feed.
 * @param limit At most so many.
 */
export function chooseFigures(parsed: ParsedFeed, ids: readonly string[], limit: number): readonly ParsedFigure[] {
  const figures = parseFigures(parsed);
  const chosen = ids.length ? ids.flatMap((id) => figures.find((entry) => entry.id === id) ?? []) : figures;
  return chosen.slice(0, limit);
}
