import { css } from './css.js';

/** Buttons, fields and notices: for elements that have them, and loaded later by those that have them at times. */
export const controlStyles = css`
  .base {
    --edge: color-mix(in srgb, currentColor 60%, transparent);
  }
  button {
    font: inherit;
    font-size: 0.9em;
    color: inherit;
    background: none;
    border: 1px solid var(--edge);
    border-radius: var(--iom-radius, 0.375em);
    padding: 0.4em 1em;
    min-block-size: 2.4em;
    cursor: pointer;
  }
  button:hover {
    background: var(--shade);
  }
  .notice {
    font-size: 0.875em;
    padding-block: 0.75em;
  }
  .notice:empty {
    display: none;
  }
  input,
  select {
    font: inherit;
    color: inherit;
    background: transparent;
    border: 1px solid var(--edge);
    border-radius: var(--iom-radius, 0.375em);
    padding: 0.4em 0.6em;
    min-block-size: 2.5em;
    inline-size: 100%;
  }
  option {
    color: CanvasText;
    background: Canvas;
  }
  @media print {
    button,
    form {
      display: none;
    }
  }
`;
