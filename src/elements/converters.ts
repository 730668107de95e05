import type { ComplexAttributeConverter } from 'lit';

/** What an attribute lists, separated by commas; nothing where it was removed. Frameworks set properties to anything. */
export const listOf = (text?: string | readonly string[] | null): string[] =>
  String(text ?? '')
    .split(',')
    .flatMap((word) => word.trim() || []);

/** The same of names without spaces, which may also stand between them. */
export const namesOf = (text?: string | readonly string[] | null): string[] =>
  listOf(String(text ?? '').replaceAll(/\s+/g, ','));

/** Words separated by commas: `tags="migration, Cône Sud"`. */
export const words: ComplexAttributeConverter<readonly string[]> = { fromAttribute: listOf };

/** A text; `otherwise` where there is none. */
export const text = (otherwise = ''): ComplexAttributeConverter<string> => ({
  fromAttribute: (value) => value ?? otherwise,
});

/** A whole number from `least` to `most`; `otherwise` for anything else. */
export const whole = (least: number, most: number, otherwise: number): ComplexAttributeConverter<number> => ({
  fromAttribute: (value) => (value && +value >= least && +value <= most ? Math.floor(+value) : otherwise),
});
