import type { ComplexAttributeConverter } from 'lit';

/** What an attribute lists, separated by commas; nothing where it was removed. Frameworks set properties to anything. */
export const splitList = (text?: string | readonly string[] | null): string[] =>
  String(text ?? '')
    .split(',')
    .flatMap((word) => word.trim() || []);

/** The same of names without spaces, which may also stand between them. */
export const splitNames = (text?: string | readonly string[] | null): string[] =>
  splitList(String(text ?? '').replaceAll(/\s+/g, ','));

/** Words separated by commas: `tags="migration, Cône Sud"`. */
export const stringList: ComplexAttributeConverter<readonly string[]> = { fromAttribute: splitList };

/** A text; `otherwise` where there is none. */
export const string = (otherwise = ''): ComplexAttributeConverter<string> => ({
  fromAttribute: (value) => value ?? otherwise,
});

/** A whole number from `least` to `most`; `otherwise` for anything else. */
export const integer = (least: number, most: number, otherwise: number): ComplexAttributeConverter<number> => ({
  fromAttribute: (value) => (value && +value >= least && +value <= most ? Math.floor(+value) : otherwise),
});
