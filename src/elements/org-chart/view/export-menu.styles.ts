import { css } from '../../../tokens/css.js';

/** What opens below “Export”: it comes with the script that opens it. */
export const exportMenuStyles = css`
  .menu {
    position: absolute;
    inset-inline-end: 0;
    inset-block-start: calc(100% + 0.35em);
    min-inline-size: 15em;
    padding: 0.4em;
    background: var(--ground);
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    box-shadow: 0 0.5em 1.5em rgb(0 0 0 / 15%);
  }
  .menu button {
    display: block;
    inline-size: 100%;
    padding: 0.5em 0.6em;
    border-radius: var(--iom-radius, 0.375em);
  }
  .menu button:hover {
    background: var(--shade);
    text-decoration: none;
  }
`;
