import { css } from '../../tokens/css.js';

/** Pins are drawn in colours that are readable on one another, whatever stands behind the map. */
export const mapStyles = css`
  .view {
    --ground: Canvas;
    --ink: CanvasText;
    --pin: var(--iom-accent, LinkText);
    position: relative;
    container-type: size;
    overflow: clip;
    direction: ltr;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .light .view {
    --ground: #fff;
    --ink: #1b1f24;
  }
  .dark .view {
    --ground: #16191d;
    --ink: #e8eaed;
  }
  .near {
    touch-action: none;
    cursor: grab;
  }
  .near.held {
    cursor: grabbing;
  }
  .world {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .plane {
    transform: translate(calc(var(--left) * 1px), calc(var(--top) * 1px)) scale(var(--scale));
    transition: transform 0.3s ease;
  }
  .land {
    fill: currentColor;
    fill-opacity: 16%;
  }
  .line {
    fill: none;
    stroke: currentColor;
    stroke-opacity: 32%;
    stroke-width: 0.75;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .dashed,
  .dotted {
    stroke-opacity: 55%;
  }
  .dashed {
    stroke-dasharray: 4 3;
  }
  .dotted {
    stroke-width: 1.4;
    stroke-dasharray: 0 3;
    stroke-linecap: round;
  }
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
  .held :is(.pin, .plane) {
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
  .zoom,
  .pad {
    position: absolute;
    z-index: 4;
    right: 0.6em;
    display: grid;
  }
  .zoom {
    top: 0.6em;
  }
  .pad {
    bottom: 0.6em;
    grid-template-areas: '. up .' 'left . right' '. down .';
  }
  .pad[hidden] {
    display: none;
  }
  .icon {
    display: grid;
    place-items: center;
    inline-size: max(24px, 2.2em);
    min-block-size: max(24px, 2.2em);
    padding: 0;
    color: var(--ink);
    background: var(--ground);
    border-color: color-mix(in srgb, var(--ink) 25%, transparent);
    border-radius: 0;
  }
  .icon:hover:not(:disabled) {
    background: color-mix(in srgb, var(--ink) 10%, var(--ground));
  }
  .icon:disabled {
    color: color-mix(in srgb, var(--ink) 40%, var(--ground));
    cursor: default;
  }
  .zoom .icon + .icon {
    margin-block-start: -1px;
  }
  .zoom .icon:first-child {
    border-radius: var(--iom-radius, 0.375em) var(--iom-radius, 0.375em) 0 0;
  }
  .zoom .icon:last-child {
    border-radius: 0 0 var(--iom-radius, 0.375em) var(--iom-radius, 0.375em);
  }
  .pad .icon {
    border-radius: var(--iom-radius, 0.375em);
  }
  .icon svg {
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .up {
    grid-area: up;
  }
  .left {
    grid-area: left;
  }
  .right {
    grid-area: right;
  }
  .down {
    grid-area: down;
  }
  @container (max-width: 26em) {
    .pad {
      grid-template-areas: 'left up down right';
    }
  }
  .failed {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.75em;
    padding: 1em;
    text-align: center;
  }
  @media (prefers-reduced-motion: reduce) {
    .pin,
    .pin > svg,
    .plane {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .view {
      --ground: Canvas;
      --ink: CanvasText;
      --pin: ButtonText;
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }
    .land {
      fill: Canvas;
      stroke: CanvasText;
      vector-effect: non-scaling-stroke;
    }
    .line {
      stroke: GrayText;
    }
    .selected {
      --pin: Highlight;
      --ink: Highlight;
    }
  }
  @media print {
    .view {
      aspect-ratio: var(--width) / var(--height);
      flex: none;
      inline-size: 100%;
      block-size: auto;
      break-inside: avoid;
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
    .pin {
      display: block;
    }
    .zoom,
    .pad {
      display: none;
    }
  }
  @supports (color: light-dark(red, red)) {
    .view {
      --pin: var(--iom-accent, light-dark(#0033a0, #8ab8ee));
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
