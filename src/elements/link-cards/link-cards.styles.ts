import { css } from '../../tokens/css.js';

/**
 * Pictures have a fixed shape and summaries are clamped to a number of lines, so that the place for a number of cards can be
 * kept free before they are there: `--row` is what a row of them needs. What a section needs less goes to its pictures, and
 * where there is none between the parts of the text. What is clamped has room around it for signs that are higher than a line.
 */
export const styles = css`
  .reserved {
    --columns: 1;
    --head: 10em;
    --row: 9.5em;
    --rows: round(up, var(--cards) / var(--columns));
    display: flex;
    flex-direction: column;
    min-block-size: calc(var(--head) + var(--rows) * (var(--row) + 1.5em) - 1.5em);
  }
  .headless {
    --head: 0em;
  }
  .head {
    margin-block-end: 1.5em;
  }
  .head:not(:has(*)) {
    display: none;
  }
  .heading {
    font-size: 1.5em;
    font-size: clamp(1.375em, 1.1em + 1.2cqi, 1.75em);
    font-weight: 600;
    line-height: 1.2;
    text-wrap: balance;
  }
  .heading a {
    text-decoration: none;
  }
  .heading a:hover {
    text-decoration: underline;
  }
  .introduction {
    max-inline-size: 40em;
    line-height: 1.65;
  }
  .heading + .introduction {
    margin-block-start: 0.6em;
  }
  .cards {
    display: grid;
    flex: 1;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    gap: 1.5em;
    list-style: none;
  }
  .card {
    position: relative;
    display: flex;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    overflow: hidden;
  }
  .card:has(a):hover {
    border-color: currentColor;
  }
  .text {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    justify-content: space-evenly;
    gap: 0.4em;
    padding: 1em;
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .sign {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .summary {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    padding-block: 0.15em;
    margin-block: -0.15em;
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  .title a {
    text-decoration: none;
  }
  .card:hover .title a {
    text-decoration: underline;
  }
  .title a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .title a:focus-visible {
    outline: none;
  }
  .title a:focus-visible::after {
    outline: 0.15em solid;
    outline-offset: -0.15em;
  }
  /* Above the link's own area, so that it can be selected. */
  .text > :not(.title) {
    position: relative;
    z-index: 1;
    align-self: start;
  }
  .text > .skeleton {
    align-self: stretch;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
  }
  .facts:not(:has(*)) {
    display: none;
  }
  .facts > :not(:last-child)::after {
    content: '·';
    content: '·' / ',';
    margin-inline-start: 0.5em;
  }
  .image {
    flex: none;
    inline-size: 7em;
    object-fit: cover;
    background: var(--plate);
  }
  .kind .sign {
    color: var(--accent);
  }
  /* Among others that have a picture, one that has none is a card of text. */
  .reserved:not(.bare) .card:not(:has(.image)) {
    border-block-start: 0.25em solid var(--accent);
  }
  .more {
    padding-block-start: 1.5em;
  }
  @container (max-width: 24em) {
    .image {
      inline-size: 5em;
    }
  }
  /* Beside a picture there would be room for a word in a line. */
  @container (max-width: 16em) {
    .image {
      display: none;
    }
  }
  @container (min-width: 30em) {
    .reserved {
      --columns: 2;
      --head: 8em;
      --picture: calc((100cqi - (var(--columns) - 1) * 1.5em) / var(--columns) * 9 / 16);
      --row: calc(var(--picture) + 14em);
    }
    .headless {
      --head: 0em;
    }
    .bare {
      --picture: 0em;
    }
    .card {
      flex-direction: column-reverse;
      justify-content: flex-end;
    }
    .summary {
      -webkit-line-clamp: 4;
    }
    .reserved:not(.bare) .card:not(:has(.image)) .kind {
      display: block;
    }
    .reserved:not(.bare) .card:not(:has(.image)) .sign {
      display: block;
      inline-size: 6em;
      block-size: 6em;
      margin: 0 0 0.5em -0.5em;
      stroke-width: 1;
    }
    .reserved:not(.bare) .card:not(.long, :has(.image)) .title {
      font-size: calc(100cqi / var(--columns) * 0.12);
    }
    .reserved:not(.bare) .card:not(:has(.image)) .summary {
      font-size: calc(100cqi / var(--columns) * 0.06);
      -webkit-line-clamp: 6;
    }
    /* The picture takes what is left, up to 4 : 3; then the text does. */
    .text {
      flex: 1 0 auto;
    }
    .image {
      flex: 999 0 auto;
      inline-size: 100%;
      max-block-size: calc(var(--picture) * 4 / 3);
      aspect-ratio: 16 / 9;
    }
  }
  @container (min-width: 46em) {
    .reserved {
      --columns: 3;
    }
  }
  @container (min-width: 80em) {
    .reserved {
      --columns: 4;
    }
  }
  @media print {
    .reserved {
      min-block-size: 0;
    }
    .card,
    .head {
      break-inside: avoid;
    }
    .head {
      break-after: avoid;
    }
  }
`;
