import { css } from 'lit';

/** Measures of a card are those of `card` in chart.ts, where its lines are counted. Positions and sizes come as custom properties from the chart; the view is as high before the feed is there as after. */
export const styles = css`
  :host(:fullscreen) {
    background: Canvas;
    color: CanvasText;
    padding: 1em;
    --iom-chart-size: calc(100vh - 8em);
  }
  .chart {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }
  .view,
  .waiting {
    block-size: var(--iom-chart-size, clamp(24em, 60cqi, 44em));
  }
  .waiting {
    margin-block-start: 3.5em;
    overflow: auto;
  }
  @media (scripting: none) {
    .waiting {
      block-size: auto;
      margin-block-start: 0;
    }
  }
  .bar {
    position: relative;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .search {
    position: relative;
    flex: 1 1 16em;
  }
  input,
  select {
    border-color: var(--line);
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
  .group {
    display: flex;
    direction: ltr;
  }
  .icon {
    display: grid;
    place-items: center;
    inline-size: 2.4em;
    padding: 0;
    border-color: var(--line);
  }
  .group .icon {
    border-radius: 0;
    margin-inline-start: -1px;
  }
  .group .icon:first-child {
    border-start-start-radius: var(--iom-radius, 0.375em);
    border-end-start-radius: var(--iom-radius, 0.375em);
  }
  .group .icon:last-child {
    border-start-end-radius: var(--iom-radius, 0.375em);
    border-end-end-radius: var(--iom-radius, 0.375em);
  }
  .icon[aria-pressed='true'] {
    background: var(--shade);
  }
  button:disabled {
    opacity: 0.4;
    cursor: default;
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
    padding: 0.4em 0.8em;
    min-block-size: 2.4em;
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
  .menu,
  .found {
    position: absolute;
    inset-inline-end: 0;
    inset-block-start: calc(100% + 0.35em);
    z-index: 3;
    min-inline-size: 14em;
    padding: 0.4em;
    background: Canvas;
    color: CanvasText;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    box-shadow: 0 0.5em 1.5em rgb(0 0 0 / 15%);
  }
  .light .menu,
  .light .found {
    background: #fff;
    color: #1b1f24;
  }
  .dark .menu,
  .dark .found {
    background: #16191d;
    color: #e8eaed;
  }
  .menu button,
  .found button {
    display: block;
    inline-size: 100%;
    padding: 0.5em 0.6em;
    text-align: start;
    border-radius: var(--iom-radius, 0.375em);
  }
  .menu button:hover,
  .found button:hover {
    background: var(--shade);
    text-decoration: none;
  }
  ul,
  ol {
    list-style: none;
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
  .stage {
    position: relative;
  }
  .view {
    position: relative;
    overflow: hidden;
    direction: ltr;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    touch-action: pan-y;
    cursor: grab;
  }
  .view:active {
    cursor: grabbing;
  }
  :host(:fullscreen) .view {
    touch-action: none;
  }
  .sizer {
    display: grid;
    inline-size: var(--width);
    block-size: var(--height);
    margin-inline: auto;
  }
  .plane {
    position: relative;
    inline-size: 0;
    block-size: 0;
    margin: 24px;
    transform: scale(var(--zoom));
    transform-origin: 0 0;
  }
  .outline {
    cursor: auto;
    overflow: visible;
    border: 0;
    block-size: auto;
    min-block-size: var(--iom-chart-size, 24em);
    touch-action: auto;
  }
  .outline.windowed {
    overflow: hidden auto;
    block-size: var(--iom-chart-size, 36em);
  }
  .outline .plane {
    margin: 0;
  }
  .outline .sizer {
    inline-size: 100%;
  }
  .lines {
    position: absolute;
    left: var(--x);
    top: var(--y);
    width: var(--w);
    height: var(--h);
    overflow: visible;
    stroke: color-mix(in srgb, currentColor 40%, transparent);
    shape-rendering: crispEdges;
    stroke-width: 1;
    pointer-events: none;
  }
  .lines path {
    vector-effect: non-scaling-stroke;
  }
  .lines .further {
    stroke: currentColor;
    shape-rendering: auto;
  }
  .lines .dotted {
    stroke-dasharray: 2 5;
  }
  .card {
    position: absolute;
    left: var(--x);
    top: var(--y);
    inline-size: var(--w);
    min-block-size: var(--h);
    padding: 0.85em;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    background: Canvas;
    background: color-mix(in srgb, currentColor 4%, Canvas);
    text-align: start;
    cursor: auto;
  }
  .card:has(> .foot) {
    padding-block-end: 1.85em;
  }
  [dir='ltr'] .card {
    direction: ltr;
  }
  [dir='rtl'] .card {
    direction: rtl;
  }
  .light .card {
    background: #f6f7f9;
  }
  .dark .card {
    background: #1f2328;
  }
  .vacant,
  .eliminated,
  .not-disclosed {
    border-style: dashed;
  }
  .eliminated .name {
    text-decoration: line-through;
  }
  .on-way {
    border-color: currentColor;
  }
  .current {
    border-color: currentColor;
    box-shadow: inset 0 0 0 1px currentColor;
  }
  .card:has(:focus-visible) {
    z-index: 1;
  }
  .name {
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.3;
  }
  .name a {
    text-decoration: none;
  }
  .name a:hover {
    text-decoration: underline;
  }
  /* The whole card is the target of its name: large enough at every zoom. */
  .name > *::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .name > :focus-visible {
    outline: none;
  }
  .name > :focus-visible::after {
    outline: calc(2px / min(1, var(--zoom))) solid;
    outline-offset: 2px;
    border-radius: var(--iom-radius, 0.375em);
  }
  .note,
  .fresh {
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .fresh {
    position: absolute;
    inset-block-start: -0.8em;
    inset-inline-end: 0.75em;
    padding-inline: 0.6em;
    font-weight: 600;
    background: Canvas;
    border: 1px solid currentColor;
    border-radius: 1em;
  }
  .foot {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: flex;
    gap: 0.35em;
    justify-content: center;
    translate: 0 50%;
  }
  /* In an outline the buttons stand beside the text. */
  .outline .card {
    display: grid;
    grid-template-columns: 1fr auto;
    column-gap: 0.75em;
    align-items: center;
    padding-block: 0.7em;
  }
  .outline .card > *,
  .outline ::slotted(*) {
    grid-column: 1;
  }
  .outline .foot {
    position: static;
    grid-area: 1 / 2 / span 9;
    translate: none;
  }
  .measured .card {
    min-block-size: 0;
  }
  .foot button {
    display: flex;
    gap: 0.3em;
    align-items: center;
    justify-content: center;
    min-inline-size: max(2em, 24px / var(--zoom));
    min-block-size: max(1.9em, 24px / var(--zoom));
    padding: 0 0.6em;
    font-size: 0.8125em;
    line-height: 1;
    background: Canvas;
    border-color: var(--line);
    border-radius: 2em;
    position: relative;
  }
  .foot button:hover {
    border-color: currentColor;
  }
  .light .foot button,
  .light .fresh {
    background: #fff;
  }
  .dark .foot button,
  .dark .fresh {
    background: #16191d;
  }
  .foot svg {
    inline-size: 0.75em;
    block-size: 0.75em;
  }
  [aria-expanded='true'] > svg {
    rotate: 180deg;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .map {
    position: absolute;
    inset-block-end: 0.75em;
    inset-inline-end: 0.75em;
    background: Canvas;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    cursor: crosshair;
    touch-action: none;
  }
  .print-page {
    display: none;
  }
  @media (forced-colors: active) {
    .current {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .view,
    .outline {
      block-size: auto;
      min-block-size: 0;
      overflow: visible;
      border: 0;
    }
    .sizer,
    .plane {
      display: block;
      inline-size: auto;
      block-size: auto;
      margin: 0;
      transform: none;
    }
    .lines,
    .bar,
    .foot,
    .map,
    .panel {
      display: none;
    }
    ul ul {
      padding-inline-start: 1.5em;
    }
    .card,
    .card:has(> .foot) {
      position: static;
      inline-size: auto;
      min-block-size: 0;
      padding: 0.4em 0;
      border: 0;
      background: none;
      break-inside: avoid;
    }
    [data-print='page'] .view {
      display: none;
    }
    [data-print='page'] .print-page {
      display: block;
    }
    .print-page svg {
      display: block;
      inline-size: 100%;
      block-size: auto;
      max-block-size: 95vh;
      stroke: none;
    }
  }
`;
