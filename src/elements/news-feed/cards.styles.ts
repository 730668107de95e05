import { css } from '../../tokens/css.js';

/**
 * The `cards` layout: loaded for lists that ask for it. Cards in a row are as high as the tallest; what the text of one leaves
 * goes to its picture. What has no picture is a card of text, in larger letters and with the rest between its parts.
 */
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
    flex: none;
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
    flex: 1 0 auto;
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
  .item:not(:has(.image)) .text {
    flex: 1;
    justify-content: space-evenly;
  }
  .item:not(:has(.image)) .text > :last-child {
    margin-block-start: 0;
  }
  .item:not(:has(.image)) .title {
    font-size: 1.4em;
  }
  /* In one column nothing has to be filled. */
  @container (min-width: 34em) {
    .items:has(.image) .item:not(:has(.image)) .title {
      font-size: 1.75em;
      line-height: 1.2;
    }
  }
  .item:not(:has(.image)) .summary {
    -webkit-line-clamp: 8;
  }
  @container (min-width: 60em) {
    .items:has(.image) .item:not(:has(.image)) .summary {
      font-size: 1.25em;
    }
  }
`;
