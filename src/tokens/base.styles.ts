import { css } from './css.js';

/**
 * What every element needs from the first moment on: its tokens and the rules for its text. Sizes are in `em`, because a
 * `rem` would follow the host page's root, which is 10 px on some sites and 14 px on others. Colours derive from the
 * page's text colour, so that a widget fits a light, dark or coloured page by itself.
 *
 * The custom properties a page may set are documented at IomElement.
 */
export const baseStyles = css`
  :host(:not([hidden])) {
    display: block;
  }
  /* Layouts that ask for a width are told this one: 16em at least, the window at most. The content can't be asked. */
  .width {
    display: grid;
    grid: 0 / minmax(min(16em, 100vw - 4em), calc(100vw - 1em));
    overflow: hidden;
    flex: 0;
  }
  .base {
    container-type: inline-size;
    min-inline-size: min(100%, 16em);
    flex: 1;
    --line: var(--iom-line, color-mix(in srgb, currentColor 18%, transparent));
    --shade: var(--iom-shade, color-mix(in srgb, currentColor 7%, transparent));
    --muted: color-mix(in srgb, currentColor 80%, transparent);
    --accent: var(--iom-accent, oklch(from currentColor clamp(0.38, l, 0.85) calc(0.19 - 0.11 * l) 262 / 1));
    font-family: var(--iom-font, inherit);
    font-style: normal;
    font-variant: normal;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    text-underline-offset: auto;
    overflow-wrap: anywhere;
  }
  .light {
    color-scheme: light;
    color: #1b1f24;
    background: #fff;
  }
  .dark {
    color-scheme: dark;
    color: #e8eaed;
    background: #16191d;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  a {
    color: inherit;
  }
  a:hover {
    color: var(--accent);
  }
  :focus-visible {
    outline: 0.15em solid;
    outline-offset: 0.15em;
  }
  .meta {
    font-size: 0.875em;
    color: var(--muted);
  }
`;
