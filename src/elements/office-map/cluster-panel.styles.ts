import { css } from '../../tokens/css.js';

/** The list of what is at one place, in the colours of the map, on the side that its pin is not on. */
export const clusterPanelStyles = css`
  .cluster {
    position: absolute;
    z-index: 5;
    inset-block-start: 0.6em;
    display: flex;
    flex-direction: column;
    inline-size: min(19em, 100% - 1.2em);
    max-block-size: calc(100% - 1.2em);
    overflow: clip;
    color: var(--ink);
    background: var(--ground);
    border: 1px solid color-mix(in srgb, var(--ink) 60%, var(--ground));
    border-radius: var(--iom-radius, 0.375em);
    user-select: text;
    -webkit-user-select: text;
    touch-action: auto;
    cursor: auto;
  }
  .cluster.at-left {
    left: 0.6em;
  }
  .cluster.at-right {
    right: 0.6em;
  }
  .cluster ul {
    overflow-y: auto;
    list-style: none;
    touch-action: pan-y;
    scrollbar-width: thin;
  }
  .cluster li {
    content-visibility: auto;
    contain-intrinsic-block-size: 3em;
    border-block-start: 1px solid color-mix(in srgb, var(--ink) 18%, var(--ground));
  }
  .cluster button {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.6em;
    align-items: center;
    inline-size: 100%;
    padding: 0.45em 0.75em;
    text-align: start;
    border: 0;
    border-radius: 0;
  }
  .cluster button:focus-visible {
    outline: 0.15em solid var(--ink);
    outline-offset: -0.15em;
  }
  .cluster button:is(:hover, [aria-current]) {
    background: color-mix(in srgb, var(--ink) 10%, var(--ground));
  }
  .cluster .close {
    flex: none;
    grid-template-columns: minmax(0, 1fr) auto;
    font-weight: 600;
  }
  .cluster svg {
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: var(--pin);
  }
  .cluster .close svg {
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .cluster .meta {
    display: block;
  }
  @media print {
    .cluster {
      display: none;
    }
  }
`;
