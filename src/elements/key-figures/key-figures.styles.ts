import { css } from '../../tokens/css.js';

/**
 * Each figure has room for a number, its label, its trend and its source, also before the feed is there. All numbers have
 * the size at which the widest fits.
 */
export const styles = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(max(min(100%, 9em), 33.3% - 1.4em), 1fr));
    gap: 1.5em;
    list-style: none;
  }
  .figure {
    container-type: inline-size;
    min-block-size: calc(9.75em + var(--more, 0em));
    padding-block-start: 1em;
    border-block-start: 1px solid var(--line);
    overflow-wrap: break-word;
  }
  .charted {
    --more: 9.6em;
  }
  .shortened {
    --more: 3.5em;
  }
  .charted.shortened {
    --more: 13.1em;
  }
  .base .figure.waiting {
    gap: 0;
  }
  .figure .skeleton b {
    margin-block-start: 0.5em;
  }
  .sources {
    min-block-size: 3.3em;
    padding-block-start: 0.5em;
  }
  .icon {
    display: block;
    block-size: 2.25em;
    max-inline-size: 100%;
    margin-block-end: 0.5em;
    background: var(--plate);
  }
  .value {
    line-height: 1.15;
    margin-block-end: 0.25em;
  }
  .digits {
    position: relative;
    font-size: clamp(min(1.5em, 100cqi / var(--digits)), calc((100cqi - var(--words)) / var(--digits)), 2.75em);
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  @supports not (width: 1cqw) {
    .digits {
      font-size: 2em;
    }
  }
  .digits[data-running] {
    -webkit-text-fill-color: transparent;
  }
  .digits[data-running]::after {
    content: attr(data-running);
    content: attr(data-running) / '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0;
    line-height: inherit;
    -webkit-text-fill-color: currentColor;
  }
  .qualifier {
    display: block;
    line-height: 1.5;
  }
  .qualified .value:not(:has(.qualifier))::before {
    content: '';
    display: block;
    block-size: 1.5em;
  }
  .affix {
    font-size: 1.125em;
    white-space: pre-wrap;
  }
  .label {
    line-height: 1.35;
    margin-block-end: 0.5em;
  }
  .meta {
    line-height: 1.45;
  }
  .meta + .meta {
    margin-block-start: 0.25em;
  }
  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .source > * {
    min-inline-size: 0;
  }
  sup {
    font-size: 0.75em;
    line-height: 0;
    margin-inline-start: 0.25em;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .source sup {
    margin-inline: 0 0.25em;
  }
  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .arrow {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.125em;
  }
  .down {
    transform: rotate(180deg);
  }
  @container (width < 30em) {
    .sources {
      min-block-size: 4.75em;
    }
  }
  @container (width < 20em) {
    .qualified .value::before {
      display: none;
    }
  }
  @container (width >= 50em) {
    .figures {
      grid-template-columns: repeat(auto-fit, minmax(calc(25% - 1.5em), 1fr));
    }
  }
  @media print {
    .figure,
    .sources {
      min-block-size: 0;
      break-inside: avoid;
    }
    .digits[data-running] {
      -webkit-text-fill-color: currentColor;
    }
    .digits[data-running]::after {
      display: none;
    }
  }
`;
