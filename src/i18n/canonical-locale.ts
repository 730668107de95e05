/** A language tag in the shape that `Intl` accepts; undefined for what is none, whatever it is. */
export function canonicalLocale(tag?: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
