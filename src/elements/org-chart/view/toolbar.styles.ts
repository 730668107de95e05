import { css } from '../../../tokens/css.js';

/** The search and the buttons above the chart, and what opens below them. */
export const toolbarStyles = css`
  .bar {
    position: relative;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
    min-block-size: 2.5em;
  }
  .search {
    position: relative;
    flex: 1 1 16em;
  }
  .told {
    flex-basis: 100%;
  }
  input,
  select {
    border-color: var(--edge);
    font-size: 0.9em;
  }
  input {
    text-overflow: ellipsis;
  }
  ::placeholder {
    color: inherit;
    opacity: 0.7;
  }
  .levels {
    display: flex;
    gap: 0.5em;
    align-items: center;
    font-size: 0.9em;
  }
  .levels select {
    inline-size: auto;
  }
  .moves {
    display: contents;
  }
  .group {
    display: flex;
    direction: ltr;
  }
  .icon {
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    min-block-size: 2.5em;
    padding: 0;
    border-color: var(--edge);
  }
  .group .icon {
    border-radius: 0;
    margin-inline-start: -1px;
  }
  .group :first-child {
    border-top-left-radius: var(--iom-radius, 0.375em);
    border-bottom-left-radius: var(--iom-radius, 0.375em);
  }
  .group :last-child {
    border-top-right-radius: var(--iom-radius, 0.375em);
    border-bottom-right-radius: var(--iom-radius, 0.375em);
  }
  .group :focus-visible {
    z-index: 1;
  }
  .icon[aria-pressed='true'] {
    background: var(--shade);
  }
  .icon[aria-disabled='true'] > svg {
    opacity: 0.4;
  }
  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button > svg {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .away {
    position: relative;
    font-size: 0.9em;
  }
  summary {
    cursor: pointer;
    padding: 0.45em 0.8em;
    min-block-size: 2.5em;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--shade);
  }
  .plain {
    display: inline;
    min-block-size: 0;
    padding: 0;
    border: 0;
    font-size: inherit;
    font-weight: inherit;
    text-align: start;
    border-radius: 0;
    overflow-wrap: anywhere;
  }
  .plain:hover {
    background: none;
    text-decoration: underline;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (max-width: 42em) {
    .search {
      flex-basis: 100%;
    }
    .away {
      margin-inline-start: auto;
    }
  }
`;
