/**
 * The language that holds at an element, as a BCP 47 tag that `Intl` accepts: the nearest `lang`, across shadow roots,
 * else the browser's.
 *
 * @param observer Watches each root that is looked at: a `lang` in it may change.
 */
export function localeOf(element: Element, observer: MutationObserver): string {
  try {
    let root: Node;
    for (let at: Element | undefined = element; at; at = (root as ShadowRoot).host) {
      root = at.getRootNode();
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
      const lang = at.closest<HTMLElement>('[lang]:not([lang=""])')?.lang;
      if (lang) return canonical(lang);
    }
  } catch {
    // Not a language.
  }
  return navigator.language;
}

/**
 * What a `lang` says, as a tag that `Intl` accepts. Some write more than that: `fr_CA.UTF-8`, or a list.
 *
 * @throws {RangeError} When it says no language.
 */
export const canonical = (lang: string): string =>
  // Without a letter in it, what is found is null, which as a text is no tag either.
  new Intl.Locale(String(/[\w-]+/.exec(lang)).replaceAll('_', '-')).toString();

/** The part of a tag that says which language it is, in small letters: `zh` of `zh-Hans`. */
export const primarySubtag = (tag: string): string => tag.toLowerCase().split('-')[0];

/** The official languages of the United Nations, which press offices publish in; English is for everybody else. */
export const official = 'en ar es fr ru zh';

/**
 * An address for a language, which stands for `{lang}` in it where there is a feed in that language, and else the first
 * language there is one in. A request for a feed that isn't there would be an error in the console of every visitor.
 *
 * @param languages Those there are feeds in.
 */
export function addressIn(src: string, tag: string, languages?: string): string {
  const all = `${languages || official}`;
  const own = primarySubtag(tag);
  return src.replaceAll('{lang}', all.includes(own) ? own : all.split(/\W/)[0]);
}

/** Writing direction of a language. */
export const directionOf = (tag: string): 'rtl' | 'ltr' =>
  /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b|-Arab/.test(tag) ? 'rtl' : 'ltr';
