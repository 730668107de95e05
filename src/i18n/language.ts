/**
 * The language that holds at an element, as a BCP 47 tag that `Intl` accepts: the nearest `lang`, across shadow roots,
 * else the browser's.
 */
export function languageAt(element: Element): string {
  try {
    for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
      const lang = at.closest<HTMLElement>('[lang]:not([lang=""])')?.lang;
      if (lang) return Intl.getCanonicalLocales(lang)[0];
    }
  } catch {
    // Not a language.
  }
  return navigator.language;
}

/** The part of a tag that says which language it is: `zh` of `zh-Hans`. */
export const primary = (tag: string): string => tag.toLowerCase().split('-')[0];

/** Writing direction of a language. */
export const directionOf = (tag: string): 'rtl' | 'ltr' => (/^(ar|fa|he|ps|ur|yi)\b/.test(tag) ? 'rtl' : 'ltr');
