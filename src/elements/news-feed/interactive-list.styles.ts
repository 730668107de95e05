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
`;
