import type { CSSResult } from 'lit';

/** What elements adopted on a server, where there are no style sheets: src/ssr/ writes it down. */
export const adoptedSheets = new WeakMap<object, Set<CSSResult>>();

/** Adds styles to an element after it was made, or takes them away again. */
export function adoptStyles(host: { readonly renderRoot: ParentNode }, styles: CSSResult, wanted = true): void {
  const { styleSheet } = styles;
  if (!styleSheet) {
    const noted = adoptedSheets.get(host) ?? new Set();
    adoptedSheets.set(host, noted);
    if (wanted) noted.add(styles);
    return;
  }
  const root = host.renderRoot as ShadowRoot;
  if (root.adoptedStyleSheets.includes(styleSheet) === wanted) return;
  const others = root.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
  root.adoptedStyleSheets = wanted ? [...others, styleSheet] : others;
}
