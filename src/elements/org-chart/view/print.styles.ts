import { css } from '../../../tokens/css.js';

/** On paper the chart is a list; as a picture on one sheet it has its own, in export/. */
export const printStyles = css`
  .print-page {
    display: none;
  }
  @media print {
    .frame,
    .outline.cut,
    .view,
    .sizer,
    .plane {
      display: block;
      inline-size: auto !important;
      block-size: auto !important;
      min-block-size: 0;
      margin: 0;
      /* Where a unit was held in place, there is free room around the chart. */
      padding: 0 !important;
      overflow: visible;
      border: 0;
      scale: none !important;
      transform: none !important;
    }
    .lines,
    .bar,
    .foot,
    .map,
    .panel,
    .legend,
    .portrait,
    .card::before {
      display: none;
    }
    .cards ul {
      padding-inline-start: 1.5em;
    }
    .windowed li {
      padding-inline-start: min(1.5em * var(--level), 40%);
    }
    .card,
    .footed,
    .outline .footed {
      position: static;
      inline-size: auto !important;
      min-block-size: 0 !important;
      padding: 0.4em 0;
      border: 0;
      background: none;
      break-inside: avoid;
    }
  }
`;
