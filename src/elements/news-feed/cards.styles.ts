import { css } from '../../tokens/css.js';

/** The `cards` layout: loaded for lists that ask for it. What has no picture is a card of text. */
export const cardStyles = css`
  .feed {
    min-block-size: 0;
  }
  .items {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: 1.5em;
    border: 0;
  }
  .item {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    overflow: hidden;
  }
  .text {
    flex: 1;
    display: flex;
    flex-direction: column;
    padding: 1em;
  }
  .text > :last-child {
    margin-block-start: auto;
    padding-block-start: 0.5em;
  }
  .image {
    float: none;
    inline-size: 100%;
    block-size: auto;
    margin: 0;
    aspect-ratio: 3 / 2;
    border-radius: 0;
  }
  .text .summary {
    display: -webkit-box;
    -webkit-line-clamp: 3;
  }
  .item:not(:has(.image)) .title {
    font-size: 1.4em;
  }
  .item:not(:has(.image)) .summary {
    -webkit-line-clamp: 8;
  }
`;
