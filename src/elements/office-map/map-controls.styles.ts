import { css } from '../../tokens/css.js';

/** The buttons on the map, in its colours: see map.styles.ts. */
export const mapControlStyles = css`
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
  .pad[hidden],
  .view:not(.by-keys) .pad {
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
    border-color: color-mix(in srgb, var(--ink) 60%, var(--ground));
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
  @media print {
    .zoom,
    .pad {
      display: none;
    }
  }
`;
