import { identify } from './identify.js';
import type { EarlierValue, Figure, Source } from './model.js';
import { numberOf } from './numbers.js';
import type { Reading } from './read.js';
import { once } from './once.js';
import { date, link, list, oneOf, plain, shape, text, type Read } from './values.js';

/** A figure as far as it could be read: it has a number, and an `id` of its own. */
export type ReadFigure = Omit<Figure, 'label'> & Partial<Pick<Figure, 'label'>>;

/** Numbers, also where they are written as text: `1 951`, `31.1 million`. */
const number: Read<number> = (value) => {
  const found = typeof value === 'string' ? numberOf(value.trim()) : value;
  return Number.isFinite(found) ? (found as number) : undefined;
};

/** A day, a month or a year, as precise as it is written. */
const day: Read<string> = (value, at) => {
  const written = text(value) ?? '';
  const [partial] = /^\d{4}(-(0[1-9]|1[0-2]))?$/.exec(written) ?? [];
  return partial ?? (typeof value === 'string' ? date(value, at)?.slice(0, 10) : undefined);
};

const sourceFields = shape<Partial<Source>>({ title: plain, url: link });

/** A source is named by the best name it has. */
const source: Read<Source> = (value, at) => {
  const found = typeof value === 'string' ? { title: plain(value) } : sourceFields(value, at);
  const title = found?.title ?? found?.url;
  return title ? { ...found, title } : undefined;
};

const earlierFields = shape<EarlierValue>({ as_of: day, value: number });
const earlier: Read<EarlierValue> = (value, at) => {
  const found = earlierFields(value, at);
  return found?.as_of && found.value !== undefined ? found : undefined;
};

const fields = shape<Omit<ReadFigure, 'value'> & { value?: number }>({
  id: text,
  label: plain,
  value: number,
  kind: oneOf('count', 'year', 'percent', 'money'),
  currency: (value) => /^[A-Z]{3}$/.exec(text(value)?.toUpperCase() ?? '')?.[0],
  unit: plain,
  qualifier: oneOf('about', 'more-than', 'less-than'),
  note: plain,
  as_of: day,
  source,
  history: (value, at) =>
    list(earlier)(value, at)?.sort(({ as_of: one }, { as_of: other }) => (one < other ? -1 : one > other ? 1 : 0)),
  better: oneOf('up', 'down'),
});

/** Without a number there is nothing to show. */
const figure: Read<ReadFigure> = (value, at) => {
  const found = fields(value, at);
  return found?.value === undefined ? undefined : (found as ReadFigure);
};

const feedExtension = shape<{ figures: ReadFigure[] }>({ figures: list(figure) });

/** Reads the figures of a feed, once per feed. */
export const readFigures = once(({ _iom }, at): readonly ReadFigure[] => {
  const read = feedExtension(_iom, at)?.figures ?? [];
  return identify(read, '_iom.figures', at.problems, ({ label, value }) => label ?? `${value}`);
});

/**
 * The figures that were asked for.
 *
 * @param ids In this order; without any, the first of the feed.
 * @param limit At most so many.
 */
export function chooseFigures(reading: Reading, ids: readonly string[], limit: number): readonly ReadFigure[] {
  const figures = readFigures(reading);
  const chosen = ids.length ? ids.flatMap((id) => figures.find((each) => each.id === id) ?? []) : figures;
  return chosen.slice(0, limit);
}
