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
    grid-template-columns: repeat(auto-fill, minmax(max(min(100%, 16em), 100% / 6 - 1.5em), 1fr));
    gap: 1.5em;
    border: 0;
  }
  .item {
    display: flex;
    flex-direction: var(--way, column);
    align-items: stretch;
    gap: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    overflow: hidden;
  }
  .text {
    flex: var(--text, none);
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
    flex: var(--share, 1 0 auto);
    min-inline-size: 0;
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
  /* Where the last one would stand alone in its row, it takes the row: by the number of columns, up to six. */
  @container (min-width: 33.5em) and (max-width: 50.999em) {
    .item:last-child:nth-child(2n + 1):not(:first-child) {
      grid-column: 1 / -1;
      --way: row-reverse;
      --text: 1;
      --share: 0 0 calc((100% - 1.5em) / 2);
    }
  }
  @container (min-width: 51em) and (max-width: 68.499em) {
    .item:last-child:nth-child(3n + 1):not(:first-child) {
      grid-column: 1 / -1;
      --way: row-reverse;
      --text: 1;
      --share: 0 0 calc((100% - 3em) / 3);
    }
  }
  @container (min-width: 68.5em) and (max-width: 85.999em) {
    .item:last-child:nth-child(4n + 1):not(:first-child) {
      grid-column: 1 / -1;
      --way: row-reverse;
      --text: 1;
      --share: 0 0 calc((100% - 4.5em) / 4);
    }
  }
  @container (min-width: 86em) and (max-width: 103.499em) {
    .item:last-child:nth-child(5n + 1):not(:first-child) {
      grid-column: 1 / -1;
      --way: row-reverse;
      --text: 1;
      --share: 0 0 calc((100% - 6em) / 5);
    }
  }
  @container (min-width: 103.5em) {
    .item:last-child:nth-child(6n + 1):not(:first-child) {
      grid-column: 1 / -1;
      --way: row-reverse;
      --text: 1;
      --share: 0 0 calc((100% - 7.5em) / 6);
    }
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
