import { css } from './css.js';

/**
 * Lines and areas where a browser can't mix colours (Chromium up to 110). A plain list is well without them: for the
 * elements that need them to be read. And what lies below a picture: `--plate` is as light on a dark page as a dark logo needs.
 */
export const lineStyles = css`
  .base {
    --plate: oklch(from currentColor 0.85 0 0 / max(0.3, 9 * l - 5));
  }
  @supports not (color: color-mix(in srgb, red, red)) {
    .base {
      --line: var(--iom-line, #8886);
      --shade: var(--iom-shade, #8882);
    }
  }
  @supports not (color: oklch(from red l c h)) {
    .base {
      --accent: var(--iom-accent, currentColor);
      --plate: var(--shade);
    }
  }
`;
