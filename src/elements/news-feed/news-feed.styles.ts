import { css } from '../../tokens/css.js';

/**
 * Every row is as high as `--row`, whatever it holds: text is clamped to the lines reserved for it. That keeps the page
 * still when the feed arrives, and makes rows out of sight cost nothing. What is clamped has room around it for signs that
 * are higher than a line. Only a date that needs two lines, in a wide font and a narrow column, makes its row higher: without
 * its year it would be another one.
 */
export const styles = css`
  .items {
    border-block-end: 1px solid var(--line);
  }
  .item {
    --row: 10em;
    position: relative;
    display: flex;
    gap: 1.25em;
    min-height: var(--row);
    padding-block: 1em;
    border-block-start: 1px solid var(--line);
    content-visibility: auto;
  }
  .text {
    flex: 1;
    min-width: 0;
  }
  .title,
  .summary {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
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
  .title :any-link:hover {
    text-decoration: underline;
  }
  .title :any-link::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .title a:focus-visible,
  .title a:focus-visible::after {
    outline: 0.15em solid;
    outline-offset: -0.15em;
  }
  .meta {
    min-height: 1.8em;
    padding-block: 0.15em;
    margin-block: 0.15em;
  }
  .image {
    flex: none;
    width: 9em;
    height: 6em;
    object-fit: cover;
    border-radius: var(--iom-radius, 0.375em);
    background: var(--shade);
  }
  @container (max-width: 28em) {
    .image {
      width: 5.5em;
    }
    .title {
      -webkit-line-clamp: 3;
    }
    .summary {
      -webkit-line-clamp: 1;
    }
  }
  .compact .item {
    --row: 6.1em;
    padding-block: 0.8em;
  }
  .compact .title {
    font-size: 1em;
  }
  .compact .summary {
    display: none;
  }
  @media print {
    .item {
      min-height: 0;
    }
  }
`;
