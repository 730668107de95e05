import { css } from '../../tokens/css.js';

/**
 * The element is as high before its feed is there as after: what is too long scrolls. Where the column is narrow, the map
 * adds its height when a visitor opens it.
 */
export const styles = css`
  .offices {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    gap: 1em;
    block-size: 36em;
  }
  :is(.light, .dark) .offices {
    padding: 1em;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75em 1em;
  }
  .filters label {
    flex: 1 1 6em;
    min-inline-size: 0;
    display: grid;
    gap: 0.25em;
    font-size: 0.875em;
  }
  .filters .search {
    flex: 2 1 100%;
  }
  input,
  select {
    border-color: var(--edge);
  }
  .nearest {
    flex: none;
    block-size: 2.43em;
    border-color: var(--edge);
  }
  [aria-pressed='true'] {
    background: var(--shade);
    border-color: currentColor;
    font-weight: 600;
  }
  .results {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .count {
    display: inline-block;
  }
  /* Rules of their own: an engine that doesn’t know :has() drops the whole rule. */
  :has(> .count) {
    padding-block-end: 0.5em;
  }
  .told:not(:empty) {
    padding-block-end: 0.5em;
  }
  .list {
    flex: 1;
    overflow-y: auto;
    list-style: none;
    border-block: 1px solid var(--line);
    scrollbar-width: thin;
    scrollbar-color: color-mix(in srgb, currentColor 40%, transparent) transparent;
  }
  .office {
    content-visibility: auto;
    contain-intrinsic-block-size: 4em;
  }
  /* Chromium 106 reports an error to the page when it remembers sizes; it can't mix colours, either. */
  @supports (color: color-mix(in srgb, red, red)) {
    .office {
      contain-intrinsic-block-size: auto 4em;
    }
  }
  .office:has([aria-expanded='true']) {
    content-visibility: visible;
  }
  .office + .office {
    border-block-start: 1px solid var(--line);
  }
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.9em;
    align-items: center;
    inline-size: 100%;
    min-block-size: 4em;
    padding: 0.6em 0.75em;
    font-size: 1em;
    line-height: 1.4;
    text-align: start;
    border: 0;
    border-radius: 0;
  }
  .row:focus-visible {
    outline-offset: -0.15em;
  }
  [aria-expanded='true'].row {
    background: var(--shade);
  }
  .name {
    display: block;
    font-weight: 600;
  }
  /* A pause between the name and what follows, for ears only. */
  .name::after {
    content: ',';
    position: absolute;
    clip-path: inset(50%);
  }
  /* A block, and as high as a line of the text around: in pages without a doctype a line takes no more than its letters. */
  .row > span > .meta {
    display: block;
    line-height: 1.6;
  }
  .row .meta span:not(:last-child)::after {
    content: ' ·';
    content: ' ·' / ',';
  }
  .distance {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .mark {
    inline-size: 1.6em;
    block-size: 1.6em;
    fill: currentColor;
  }
  .mark circle {
    fill: currentColor;
    fill-opacity: 12%;
  }
  .mark:not(.hollow) {
    color: var(--accent);
  }
  .hollow circle {
    fill: none;
    stroke: currentColor;
    stroke-opacity: 0.4;
    stroke-dasharray: 2;
  }
  .details {
    display: grid;
    gap: 0.9em;
    padding: 0.5em 0.75em 1.25em;
    padding-inline-start: 3.25em;
    background: var(--shade);
  }
  dl {
    display: grid;
    gap: 0.75em;
  }
  address {
    font-style: normal;
    white-space: pre-line;
  }
  .stretch {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .claim {
    font-weight: 600;
  }
  .atlas {
    display: none;
    flex-direction: column;
    gap: 0.75em;
    min-block-size: 0;
  }
  .map-open .atlas {
    display: flex;
  }
  .map-open {
    block-size: auto;
    grid-template-rows: auto 21em auto auto;
  }
  .view {
    block-size: clamp(13em, 42vw, 34em);
    block-size: clamp(13em, 46cqi, 20em);
    border-radius: var(--iom-radius, 0.375em);
    background: var(--shade);
  }
  .to-come {
    padding: 1em 0.75em;
  }
  .sea {
    flex: 1;
    border-radius: var(--iom-radius, 0.375em);
    background: var(--shade);
  }
  summary {
    cursor: pointer;
    padding-block: 0.25em;
  }
  @container (min-width: 26em) {
    .filters .search {
      flex-basis: 12em;
    }
  }
  @container (min-width: 46em) {
    .has-map {
      block-size: 36em;
      grid-template: auto minmax(0, 1fr) / minmax(17em, 22em) minmax(0, 1fr);
      column-gap: 1.5em;
    }
    .filters,
    .first {
      grid-column: 1 / -1;
    }
    .toggle {
      display: none;
    }
    .atlas {
      display: flex;
    }
    .atlas {
      overflow-y: auto;
    }
    .view {
      flex: 1 0 13em;
      block-size: auto;
    }
  }
  @media (forced-colors: active) {
    .mark,
    .hollow circle {
      fill: CanvasText;
      stroke: none;
    }
    [aria-expanded='true'].row {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  .locate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
  }
  @media print {
    .offices,
    .has-map {
      display: flex;
      flex-direction: column;
      block-size: auto;
    }
    .filters,
    .toggle,
    .told,
    .locate,
    .now,
    details,
    .atlas {
      display: none;
    }
    .map-seen .atlas {
      display: flex;
      order: -1;
      break-inside: avoid;
    }
    .entry {
      display: grid;
      grid-template-columns: 8em 1fr;
      align-items: baseline;
    }
    dl {
      gap: 0.25em;
    }
    .list {
      overflow: visible;
    }
    .office {
      content-visibility: visible;
      break-inside: avoid;
    }
    .row {
      display: grid;
    }
    .row[aria-expanded],
    .details {
      background: none;
    }
  }
`;
