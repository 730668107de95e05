import { css } from '../../tokens/css.js';

/** The `featured` layout: the first story large, the others as in a list. Without a picture it is a large headline. */
export const featuredStyles = css`
  .item:first-child {
    border: 0;
    padding-block: 0 1.5em;
    gap: 2em;
  }
  .item:first-child .title {
    font-size: 2em;
    line-height: 1.2;
    margin-block: 0.2em;
  }
  .item:first-child .summary {
    display: -webkit-box;
    -webkit-line-clamp: 5;
  }
  .item:first-child .image {
    width: 55%;
    height: auto;
    aspect-ratio: 16 / 9;
  }
  @container (max-width: 36em) {
    .item:first-child .image {
      float: none;
      width: 100%;
      margin: 0 0 0.75em;
    }
    .item:first-child .title {
      font-size: 1.5em;
    }
  }
`;
