import { css } from '../../tokens/css.js';

/** Pins and their labels, in the colours of the map: see map.styles.ts. */
export const pinStyles = css`
  .pin {
    --size: max(24px, 1.75em);
    position: absolute;
    left: 0;
    top: 0;
    display: block;
    inline-size: var(--size);
    min-inline-size: 0;
    block-size: calc(var(--size) * 4 / 3);
    min-block-size: 0;
    padding: 0;
    font-size: 1em;
    border: 0;
    border-radius: 0;
    background: none;
    translate: calc((var(--x) * var(--scale) + var(--left)) / var(--width) * 100cqw - 50%)
      calc((var(--y) * var(--scale) + var(--top)) / var(--height) * 100cqh - 100%);
    transition: translate 0.3s ease;
  }
  .held .pin {
    transition: none;
  }
  .pin > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    transform-origin: 50% 100%;
    transition: scale 0.15s;
    filter: drop-shadow(0 1px 1px rgb(0 0 0 / 25%));
  }
  .drop {
    fill: var(--pin);
    stroke: var(--ground);
    stroke-width: 1.5;
  }
  .pin .shape {
    fill: var(--ground);
  }
  .several .drop {
    fill: var(--ground);
    stroke: var(--pin);
    stroke-width: 2;
  }
  /* Only its country is known. */
  .about .drop {
    fill-opacity: 70%;
    stroke: var(--pin);
    stroke-dasharray: 3 2;
  }
  .number {
    fill: var(--pin);
    font-size: 11px;
    font-weight: 700;
  }
  .away {
    visibility: hidden;
  }
  .pin:is(:hover, :focus-visible, .selected) {
    z-index: 1;
  }
  .pin:focus-visible {
    z-index: 3;
    outline: 0.15em solid var(--ink);
  }
  .selected {
    z-index: 2;
  }
  .selected > svg {
    scale: 1.25;
  }
  .selected .drop {
    fill: var(--ink);
    stroke: var(--ground);
  }
  .selected .number {
    fill: var(--ground);
  }
  .label {
    position: absolute;
    bottom: calc(100% + 0.35em);
    left: 50%;
    translate: -50%;
    inline-size: max-content;
    max-inline-size: 16em;
    padding: 0.15em 0.5em;
    font-size: 0.8125em;
    font-weight: 400;
    line-height: 1.35;
    color: var(--ink);
    background: var(--ground);
    border-radius: var(--iom-radius, 0.375em);
    box-shadow: 0 0 0 1px color-mix(in srgb, var(--ink) 25%, transparent);
    pointer-events: none;
    visibility: hidden;
  }
  .pin:is(:hover, :focus-visible, .selected):not(.away) .label {
    visibility: visible;
  }
  .selected .label {
    bottom: calc(100% + 1em);
  }
  .at-left .label {
    left: 0;
    translate: none;
  }
  .at-right .label {
    left: auto;
    right: 0;
    translate: none;
  }
  @media (prefers-reduced-motion: reduce) {
    .pin,
    .pin > svg {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .selected {
      --pin: Highlight;
      --ink: Highlight;
    }
  }
  @media print {
    .pin {
      display: block;
    }
  }
  /* Chromium 103 knows neither lengths of a container nor places apart from other transforms. */
  @supports not (width: 1cqw) {
    .pin {
      left: calc((var(--x) * var(--scale) + var(--left)) / var(--width) * 100%);
      top: calc((var(--y) * var(--scale) + var(--top)) / var(--height) * 100%);
      transform: translate(-50%, -100%);
    }
    .label {
      transform: translate(-50%);
    }
    .at-left .label,
    .at-right .label {
      transform: none;
    }
  }
`;
