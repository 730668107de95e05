import { css } from '../../tokens/css.js';

/** Names of countries on the map: in its colours, with an edge of what stands behind, so that lines don't disturb letters. */
export const countryLabelStyles = css`
  .country {
    position: absolute;
    left: 0;
    top: 0;
    inline-size: max-content;
    max-inline-size: 9em;
    padding-inline: 0.35em;
    font-size: 0.75em;
    line-height: 1.2;
    text-align: center;
    text-wrap: balance;
    color: var(--ink);
    text-shadow:
      0 0 0.15em var(--ground),
      0 0 0.15em var(--ground),
      0 0 0.3em var(--ground);
    pointer-events: none;
    translate: calc((var(--x) * var(--scale) + var(--left)) / var(--width) * 100cqw - 50%)
      calc((var(--y) * var(--scale) + var(--top)) / var(--height) * 100cqh - 50% + var(--down, 0px));
    transition:
      translate 0.3s ease,
      opacity 0.15s;
  }
  .held .country {
    transition: opacity 0.15s;
  }
  /* What nobody sees moves without a layer of its own: there are two hundred, and WebKitGTK gives up on so many. */
  .country.away {
    opacity: 0;
    visibility: hidden;
    transition: none;
  }
  @media (prefers-reduced-motion: reduce) {
    .country {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .country {
      text-shadow: none;
    }
  }
  /* Chromium 103 knows neither lengths of a container nor places apart from other transforms. */
  @supports not (width: 1cqw) {
    .country {
      left: calc((var(--x) * var(--scale) + var(--left)) / var(--width) * 100%);
      top: calc((var(--y) * var(--scale) + var(--top)) / var(--height) * 100% + var(--down, 0px));
      transform: translate(-50%, -50%);
    }
  }
`;
