/**
 * The language that holds at an element, as a BCP 47 tag that `Intl` accepts: the nearest `lang`, across shadow roots,
 * else the browser's.
 *
 * @param observe Hears of each root that is looked at: a `lang` in it may change.
 */
export function languageAt(element: Element, observe: (root: Node) => void): string {
  try {
    let root: Node;
    for (let at: Element | undefined = element; at; at = (root as ShadowRoot).host) {
      observe((root = at.getRootNode()));
      const lang = at.closest<HTMLElement>('[lang]:not([lang=""])')?.lang;
      if (lang) return Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0];
    }
  } catch {
    // Not a language.
  }
  return navigator.language;
}

/** The part of a tag that says which language it is, in small letters: `zh` of `zh-Hans`. It stands for `{lang}`, too. */
export const primary = (tag: string): string => tag.toLowerCase().split('-')[0];

/** Writing direction of a language. */
export const directionOf = (tag: string): 'rtl' | 'ltr' =>
  /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b|-Arab/.test(tag) ? 'rtl' : 'ltr';
