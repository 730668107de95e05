import { css } from '../../tokens/css.js';

export const interactiveListStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    padding-block-end: 1em;
  }
  .filters label {
    flex: 1 1 10em;
    display: grid;
    gap: 0.25em;
    font-size: 0.875em;
  }
  .meta span::before {
    content: '·';
    content: '·' / '';
    margin-inline: 0.5em;
  }
  .new {
    margin-inline-end: 0.5em;
    font-weight: 600;
    color: var(--accent);
  }
  .new::before {
    content: '● ';
    content: '● ' / '';
  }
  .no-title > .head,
  .no-source > .foot,
  .no-kind .kicker,
  .no-summary .summary,
  .no-date time,
  .no-images .image {
    display: none;
  }
  .more {
    padding-block-start: 1em;
    min-block-size: 3.4em;
  }
  /* A thousand blocks are laid out in half the time of as many rows of a grid; only in narrow columns each reserves by their width. */
  .many:not(.cards) .items {
    display: block;
  }
  @media screen {
    .many:not(.cards) .item {
      min-block-size: 9.3em;
    }
    @container (max-width: 26em) {
      .many:not(.cards) .item {
        min-block-size: var(--row);
      }
    }
  }
`;
