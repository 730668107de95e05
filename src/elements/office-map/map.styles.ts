import { css } from '../../tokens/css.js';

/** The window on the world. Its colours are those of pins and buttons, too: readable on one another, whatever stands behind. */
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
  .held .plane {
    transition: none;
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
  }
  @supports (color: light-dark(red, red)) {
    .view {
      --pin: var(--iom-accent, light-dark(#0033a0, #8ab8ee));
    }
  }
`;
