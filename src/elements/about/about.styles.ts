import { css } from '../../tokens/css.js';

/** The element is as high as a title, 60 words and a link need, also before the feed is there and when it holds less. */
export const styles = css`
  .about {
    display: flex;
    gap: 1.5em 2.5em;
    min-block-size: 17em;
  }
  .content {
    flex: 1;
    display: grid;
    gap: 1em;
    align-content: start;
    max-inline-size: 44em;
  }
  ::slotted([slot='logo']) {
    flex: none;
    block-size: 4.5em;
    inline-size: auto;
    max-inline-size: 12em;
    object-fit: contain;
  }
  .title {
    font-size: 1.375em;
    font-size: clamp(1.25em, 1.1em + 1cqi, 1.625em);
    font-weight: 600;
    line-height: 1.2;
    text-wrap: balance;
    margin-block-end: 0.5em;
  }
  [part='text'] {
    font-size: 1.125em;
    line-height: 1.65;
    text-wrap: pretty;
    /* A figure that breaks at the end of a line has its padding outside. */
    overflow-x: clip;
  }
  [part='text'] + [part='text'] {
    margin-block-start: 0.75em;
  }
  .figure {
    font-weight: 600;
    padding: 0.1em 0.3em;
    margin-inline: -0.05em;
    background: var(--shade);
    border-radius: var(--iom-radius, 0.375em);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  [part='link'] {
    display: inline-block;
    min-block-size: 1.75em;
    text-underline-offset: 0.2em;
  }
  @container (width < 36em) {
    .about {
      flex-direction: column;
      min-block-size: 23em;
    }
  }
  @container (width < 24em) {
    .about {
      min-block-size: 28em;
    }
  }
  @media print {
    .about {
      min-block-size: 0;
      break-inside: avoid;
    }
  }
`;
