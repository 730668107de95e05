import type { CSSResult, LitElement } from 'lit';

/** Adds styles to an element after it was made, or takes them away again. */
export function adopt(host: LitElement, { styleSheet }: CSSResult, wanted = true): void {
  const root = host.renderRoot as ShadowRoot;
  if (!styleSheet || root.adoptedStyleSheets.includes(styleSheet) === wanted) return;
  const others = root.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
  root.adoptedStyleSheets = wanted ? [...others, styleSheet] : others;
}
