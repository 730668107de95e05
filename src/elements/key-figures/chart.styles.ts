import { css } from '../../tokens/css.js';

/** Charts are drawn in the accent, five lines high; what is labelled stands over them. */
export const chartStyles = css`
  .history {
    margin-block-start: 0.5em;
  }
  .chart {
    position: relative;
    block-size: 4.5em;
    margin-block-start: 1.5em;
    margin-inline: 0.25em;
    color: var(--accent);
    border-block-end: 1px solid var(--line);
  }
  .line svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .line polyline {
    vector-effect: non-scaling-stroke;
  }
  [dir='rtl'] .line svg {
    transform: scaleX(-1);
  }
  .point {
    position: absolute;
    inset-inline-start: calc(var(--x) * 1%);
    inset-block-end: calc(var(--y) * 1%);
    inline-size: 0.4em;
    block-size: 0.4em;
    margin: -0.2em;
    border-radius: 50%;
    background: currentColor;
  }
  .bars .point {
    inset-block-end: 0;
    inline-size: min(2em, 9%);
    block-size: calc(var(--y) * 1%);
    margin-block: 0;
    margin-inline: calc(min(2em, 9%) / -2);
    border-radius: 0.15em 0.15em 0 0;
  }
  .bars .point:not(.shown, :last-child) {
    background: color-mix(in srgb, currentColor 50%, transparent);
  }
  .shown {
    outline: 0.15em solid;
    outline-offset: 0.1em;
  }
  .bars .shown {
    outline: none;
  }
  .reading {
    position: absolute;
    inset-block-end: calc(100% + 0.25em);
    inset-inline-start: 50%;
    transform: translateX(-50%);
    font-size: 0.8125em;
    line-height: 1.3;
    white-space: nowrap;
    visibility: hidden;
  }
  [dir='rtl'] .reading {
    transform: translateX(50%);
  }
  .reading b {
    font-weight: 600;
  }
  .when {
    color: var(--muted);
  }
  .point:first-of-type .reading {
    inset-inline-start: 0;
    transform: none;
  }
  .point:last-child .reading {
    inset-inline: auto 0;
    transform: none;
  }
  .chart:not(.pointed) .point:is(:first-of-type, :last-child) .reading,
  .shown .reading {
    visibility: visible;
  }
  .chart:not(.pointed) .when {
    display: none;
  }
  .ends {
    display: flex;
    justify-content: space-between;
  }
  .share {
    block-size: 0.75em;
    margin-block: 0.75em;
    border-radius: var(--iom-radius, 0.375em);
    background: linear-gradient(to right, var(--accent) calc(var(--x) * 1%), var(--shade) 0);
  }
  [dir='rtl'] .share {
    transform: scaleX(-1);
  }
  .waffle {
    display: block;
    inline-size: 7.5em;
    margin-block-start: 0.75em;
    stroke: none;
  }
  .part {
    fill: var(--accent);
  }
  .rest {
    fill: color-mix(in srgb, currentColor 18%, transparent);
  }
  @media (forced-colors: active) {
    .point,
    .share {
      forced-color-adjust: none;
    }
  }
`;
