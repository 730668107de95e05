import { css } from '../../tokens/css.js';

/** As high before the feed is there as nine goals in three columns are. */
export const styles = css`
  .reserved {
    min-block-size: 40em;
  }
  ul {
    list-style: none;
  }
  .goals {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(max(min(100%, 17em), 100% / 6 - 1.5em), 1fr));
    gap: 0.5em 1.5em;
  }
  /* Where the last one would stand alone in its row, the first one is as wide as two: by the number of columns, up to six. */
  @container (min-width: 35.5em) and (max-width: 53.999em) {
    .goal:first-child:nth-last-child(2n + 1):not(:last-child) {
      grid-column: span 2;
    }
  }
  @container (min-width: 54em) and (max-width: 72.499em) {
    .goal:first-child:nth-last-child(3n + 1):not(:last-child) {
      grid-column: span 2;
    }
  }
  @container (min-width: 72.5em) and (max-width: 90.999em) {
    .goal:first-child:nth-last-child(4n + 1):not(:last-child) {
      grid-column: span 2;
    }
  }
  @container (min-width: 91em) and (max-width: 109.499em) {
    .goal:first-child:nth-last-child(5n + 1):not(:last-child) {
      grid-column: span 2;
    }
  }
  @container (min-width: 109.5em) {
    .goal:first-child:nth-last-child(6n + 1):not(:last-child) {
      grid-column: span 2;
    }
  }
  /* No box: those in a row are of different heights. */
  .goal {
    display: flex;
    gap: 1em;
    padding-block: 1em;
    border-block-start: 1px solid var(--line);
  }
  .colour,
  ::slotted(*) {
    flex: none;
    inline-size: 3.5em;
    block-size: 3.5em;
  }
  .mark {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    align-self: start;
    color: #fff;
    forced-color-adjust: none;
  }
  .light-mark {
    color: #000;
  }
  /* The number in its colour; read out it is part of the name. */
  .mark::after {
    content: attr(data-number);
    content: attr(data-number) / '';
    position: absolute;
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1;
    font-variant-numeric: tabular-nums;
  }
  .colour {
    border-radius: var(--iom-radius, 0.375em);
  }
  div.colour,
  .tile:empty {
    border-radius: var(--iom-radius, 0.375em);
    background: var(--shade);
  }
  .text > [part='how'] {
    color: var(--muted);
  }
  .text {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    gap: 0.5em;
  }
  .name {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
  }
  .actions:not(:has(*)) {
    display: none;
  }
  .actions > * {
    position: relative;
    font-size: 0.875em;
  }
  .actions button {
    padding: 0.3em 0;
    border: 0;
    min-block-size: 24px;
  }
  .actions a {
    padding-block: 0.3em;
  }
  .actions button::after,
  .fold::after {
    content: '';
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-inline-start: 0.6em;
    border: solid currentColor;
    border-width: 0 0.12em 0.12em 0;
    transform: translateY(-0.2em) rotate(45deg);
  }
  button[aria-expanded='true']::after {
    transform: rotate(225deg);
  }
  /* Its gap goes with it. */
  .targets[hidden] {
    margin-block-start: -0.5em;
  }
  .targets li {
    padding-block: 0.35em;
    border-block-start: 1px solid var(--line);
  }
  .targets a {
    display: block;
    min-block-size: 1.5em;
    text-underline-offset: 0.15em;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .others {
    margin-block-start: 2em;
  }
  .others .name {
    font-size: 1em;
    margin-block-end: 0.5em;
  }
  .others ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: 0.5em 1.5em;
  }
  .other {
    display: flex;
    gap: 0.75em;
    font-size: 0.875em;
  }
  .other {
    align-items: center;
  }
  .other .colour,
  .other ::slotted(*) {
    inline-size: 2em;
    block-size: 2em;
  }
  /* In three rows at most. */
  .strip {
    display: grid;
    grid-template-columns: repeat(auto-fill, min(3em, (100% - 2.5em) / 6));
    gap: 0.5em;
  }
  .tile {
    position: relative;
    block-size: 3em;
  }
  .tile a {
    display: block;
    border-radius: var(--iom-radius, 0.375em);
  }
  .tile .colour,
  .tile ::slotted(*) {
    display: block;
    inline-size: 100%;
    block-size: 3em;
  }
  .other .mark {
    align-self: center;
  }
  .other .mark::after {
    font-size: 1.1em;
  }
  .tile .mark::after {
    font-size: 1.5em;
  }
  .off .mark {
    color: var(--muted);
    forced-color-adjust: auto;
  }
  .off .colour {
    fill: var(--shade);
  }
  @media print {
    .reserved {
      min-block-size: 0;
    }
    .goal {
      break-inside: avoid;
    }
    .targets[hidden] {
      display: block;
      content-visibility: visible;
      margin-block-start: 0;
    }
  }
`;
