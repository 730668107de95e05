import { css } from '../../tokens/css.js';

/** The `cards` layout: loaded for lists that ask for it. */
export const cardStyles = css`
  .items {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: 1.5em;
    border: 0;
  }
  .item {
    --row: 24em;
    flex-direction: column-reverse;
    justify-content: flex-end;
    gap: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    overflow: hidden;
  }
  .text {
    flex: none;
    min-block-size: 12em;
    padding: 1em;
  }
  .image {
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 3 / 2;
    border-radius: 0;
  }
  .title,
  .summary {
    -webkit-line-clamp: 3;
  }
`;
