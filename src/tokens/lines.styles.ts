import { css } from './css.js';

/**
 * Lines and areas where a browser can't mix colours (Chromium up to 110). A plain list is well without them: for the
 * elements that need them to be read.
 */
export const lineStyles = css`
  @supports not (color: color-mix(in srgb, red, red)) {
    .base {
      --line: var(--iom-line, #8886);
      --shade: var(--iom-shade, #8882);
    }
  }
  @supports not (color: oklch(from red l c h)) {
    .base {
      --accent: var(--iom-accent, currentColor);
    }
  }
`;
