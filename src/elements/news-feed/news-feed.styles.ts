import { css } from '../../tokens/css.js';

/**
 * `--row` is reserved for each row, and up to ten rows share what is reserved for all: a headline that is longer than most
 * takes what others leave, so that none is cut and the page stays still when the feed arrives. Summaries get the lines that
 * headlines leave in a column of that width: none rather than a few words. In longer lists each row reserves its own, and
 * those out of sight cost nothing. A picture may be a dark logo on a dark page: the colour below it is that of `--plate`, which
 * this list has to do without.
 */
export const styles = css`
  .feed {
    --row: max(9.3em, 18.5em - 40cqi);
    display: flex;
    flex-direction: column;
    min-block-size: calc((var(--rows, 0) * var(--row) + 5em) * var(--part, 1) + var(--lead, 0em));
  }
  .r1 {
    --rows: 1;
  }
  .r2 {
    --rows: 2;
  }
  .r3 {
    --rows: 3;
  }
  .r4 {
    --rows: 4;
  }
  .r5 {
    --rows: 5;
  }
  .r6 {
    --rows: 6;
  }
  .r7 {
    --rows: 7;
  }
  .r8 {
    --rows: 8;
  }
  .r9 {
    --rows: 9;
  }
  .r10 {
    --rows: 10;
  }
  .head,
  .foot {
    padding-block: 0.5em;
  }
  .head {
    font-weight: 600;
  }
  .head img {
    height: 1em;
  }
  .items {
    flex: 1 0 auto;
    display: grid;
    grid-template-columns: 100%;
    border-block-end: 1px solid var(--line);
  }
  .item {
    position: relative;
    display: flex;
    flex-direction: row-reverse;
    align-items: center;
    align-content: center;
    gap: 1.5em;
    padding-block: 1em;
    border-block-start: 1px solid var(--line);
  }
  /* On its way. */
  .item:empty {
    background: linear-gradient(var(--shade) 3em, #0000 0) content-box;
  }
  .many .item {
    content-visibility: auto;
  }
  .text {
    flex: 1;
  }
  .kicker b {
    font-weight: 600;
    color: var(--accent);
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  .title a:not(:hover) {
    text-decoration: none;
  }
  .title :any-link::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .summary {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .image {
    width: 9em;
    height: 6em;
    object-fit: cover;
    border-radius: var(--iom-radius, 0.375em);
  }
  img {
    background: #eee;
  }
  @container (max-width: 52em) {
    :not(.short) > * > .summary {
      -webkit-line-clamp: 1;
    }
  }
  @container (max-width: 36em) {
    .item {
      display: flow-root;
    }
    .image {
      float: right;
      float: inline-end;
      width: 5.5em;
      margin-inline-start: 1em;
    }
  }
  @container (max-width: 26em) {
    :not(.short) > * > .summary {
      display: none;
    }
  }
  .compact {
    --part: 0.65;
  }
  .featured {
    --lead: 13em;
  }
  .compact .title {
    font-size: 1em;
  }
  .compact .kicker,
  .compact .summary {
    display: none;
  }
  /* On the list and not on each row: what depends on the column's width is computed again when that changes. */
  @media screen {
    .many .items {
      grid-auto-rows: minmax(var(--row), auto);
    }
  }
`;
