import { css } from '../../../tokens/css.js';

/** The chart as a picture on one sheet, where a visitor prints it so. */
export const printPageStyles = css`
  @media print {
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
