import { css } from '../../../tokens/css.js';

/**
 * The window on the chart, as high before the feed is there as after. Positions and sizes come from viewport.ts.
 */
export const viewportStyles = css`
  .chart {
    /* What lies above something else needs a colour of its own: the page's, or white below dark text, and below light text nearly black, as browsers' own dark pages are. */
    --ground: var(--backdrop, Canvas);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }
  /* Tells of another colour of the text; see BackdropController. */
  .chart::before {
    content: '';
    position: absolute;
    transition: color 1ms;
  }
  @supports (color: oklch(from red l c h)) {
    .chart {
      --ground: var(--backdrop, oklch(from currentColor max(0.2, round(nearest, 1 - l, 1)) 0 0));
    }
  }
  .frame {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    grid-auto-rows: auto;
    gap: 1em;
    block-size: var(--iom-chart-size, 43em);
  }
  :host(:fullscreen) {
    overflow: auto;
    padding: 1em;
    background: Canvas;
    color: CanvasText;
    --iom-chart-size: calc(100vh - 2em);
  }
  .stage {
    position: relative;
  }
  .view {
    block-size: 100%;
    overflow: hidden;
    direction: ltr;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    touch-action: pan-y;
    user-select: none;
    cursor: grab;
  }
  /* Cards on their way. */
  .view:has(> slot) {
    background: linear-gradient(90deg, var(--shade) 85%, #0000 0) 50% 4em / 16em 6em repeat-x;
  }
  .view:active {
    cursor: grabbing;
  }
  :host(:fullscreen) .view {
    touch-action: none;
  }
  .skip {
    position: absolute;
    inset-block-start: 0.5em;
    inset-inline-start: 0.5em;
    z-index: 1;
    background: var(--ground);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .legend li {
    position: relative;
    padding-inline-start: 0.8em;
  }
  .legend li::before {
    inset-inline-start: 0;
  }
  .sizer {
    display: grid;
    margin-inline: auto;
  }
  .plane {
    position: relative;
    inline-size: 0;
    block-size: 0;
    margin: 24px;
    transform-origin: 0 0;
  }
  .outline {
    block-size: auto;
    min-block-size: var(--iom-chart-size, 43em);
  }
  .outline.cut {
    block-size: var(--iom-chart-size, 43em);
  }
  .outline .view {
    overflow: visible;
    border: 0;
    touch-action: auto;
    user-select: auto;
    cursor: auto;
  }
  .outline .windowed {
    overflow: hidden auto;
  }
  .outline .plane {
    margin: 0;
  }
  .lines {
    position: absolute;
    overflow: visible;
    stroke: currentColor;
    stroke-opacity: 40%;
    shape-rendering: crispEdges;
    stroke-width: 1;
    pointer-events: none;
  }
  .lines path {
    vector-effect: non-scaling-stroke;
  }
  .lines .further {
    stroke-opacity: 100%;
    shape-rendering: auto;
  }
  .lines .dotted {
    stroke-dasharray: 2 5;
  }
`;
