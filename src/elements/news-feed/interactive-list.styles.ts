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
    margin-inline: 0.5em;
  }
  .more {
    padding-block-start: 1em;
    min-block-size: 3.4em;
  }
`;
