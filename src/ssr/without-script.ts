import { css } from '../tokens/css.js';

/**
 * Styles for what a server has drawn, until a browser has taken it over: the last in every sheet. What needs script keeps
 * its place and is not seen; where no script runs, or on paper, it has no place either, and what script would open is open.
 * Browsers that don't know `scripting` are taken for those that run none.
 */
export const { cssText: withoutScript } = css`
  :where([data-words]) {
    display: inline-flex;
    align-items: center;
    font-size: 0.9em;
    border: 1px solid;
    padding: 0.4em 1em;
    min-block-size: 2.4em;
  }
  [data-words] {
    visibility: hidden;
  }
  [data-words]::before {
    content: attr(data-words);
  }
  /* A blank before its arrow. */
  .fold[data-words]::before {
    content: attr(data-words) '\\a0';
  }
  .words[data-words] {
    font-size: 1em;
    border: 0;
    padding: 0;
    min-block-size: 0;
  }
  .field {
    display: block;
    min-block-size: 2.5em;
  }
  .frame .view {
    overflow: auto;
    direction: inherit;
    touch-action: auto;
    user-select: auto;
    cursor: auto;
  }
  .frame .view ul {
    padding-inline-start: min(1.5em, 4cqi);
  }
  @media screen and (scripting) {
    .targets,
    .section .panel {
      display: none;
    }
  }
  @media print, (scripting: none) {
    [data-words],
    .filters,
    .bar,
    :is(.actions, .more, .share, .toggle):has([data-words]):not(:has(a)) {
      display: none;
    }
    .reserved {
      min-block-size: 0;
    }
    .frame,
    .frame .view {
      display: block;
      block-size: auto;
    }
    .has-map {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    }
  }
`;
