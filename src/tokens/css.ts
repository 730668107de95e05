import { unsafeCSS, type CSSResult } from 'lit';

/** Styles as they are written, without expressions: Lit's own `css` would bring every page what looks after those. */
export const css = ([text]: TemplateStringsArray): CSSResult => unsafeCSS(text);
