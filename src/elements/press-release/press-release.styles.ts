import { css } from '../../tokens/css.js';

/** Before the release is there a screen is kept free, so that nothing below is seen to move. */
export const styles = css`
  .reserved {
    min-block-size: max(60em, var(--iom-window-height, 100vh));
  }
  /* Text, picture and all that follows are as wide as lines that can be read. */
  article {
    display: flow-root;
    max-inline-size: 44em;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
  }
  .meta > * + *::before {
    content: '·';
    content: '·' / '';
    margin-inline-end: 0.6em;
  }
  .title {
    font-size: 1.75em;
    font-size: clamp(1.5em, 1.1em + 2.2cqi, 2.25em);
    font-weight: 600;
    line-height: 1.2;
    text-wrap: balance;
    margin-block: 0.35em 0.6em;
  }
  .languages {
    margin-block-end: 1.5em;
  }
  .corrections {
    margin-block-end: 1.5em;
    padding-inline-start: 1em;
    border-inline-start: 0.2em solid var(--accent);
    list-style: none;
  }
  .languages > *::before,
  figcaption > :only-child::before {
    display: none;
  }
  .languages ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    list-style: none;
  }
  .languages a {
    display: inline-block;
    min-block-size: 1.75em;
  }
  .waiting article {
    display: grid;
    gap: 1.5em;
    align-content: start;
    inline-size: 100%;
  }
  .picture-to-come {
    aspect-ratio: 16 / 9;
    border-radius: var(--iom-radius, 0.375em);
    background: var(--shade);
  }
  figure {
    margin-block: 1.5em;
  }
  img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--iom-radius, 0.375em);
    background: var(--plate);
  }
  figure > img {
    inline-size: 100%;
  }
  figcaption {
    padding-block-start: 0.6em;
  }
  .body {
    line-height: 1.65;
    hyphens: auto;
  }
  .body > * + * {
    margin-block-start: 1em;
  }
  .body :is(h1, h2, h3, h4, h5, h6),
  .heading {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  .body :is(ul, ol) {
    padding-inline-start: 1.5em;
  }
  .body blockquote {
    padding-inline-start: 1.25em;
    border-inline-start: 0.2em solid var(--accent);
    font-size: 1.125em;
    line-height: 1.5;
  }
  .body a,
  .related a {
    text-underline-offset: 0.15em;
  }
  .scroller {
    overflow-x: auto;
  }
  .body table {
    border-collapse: collapse;
  }
  .body :is(td, th) {
    padding: 0.4em 0.8em;
    border: 1px solid var(--line);
    text-align: start;
  }
  .body pre {
    white-space: pre-wrap;
  }
  .dateline {
    font-weight: 600;
  }
  .share {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
    margin-block-start: 2em;
  }
  section {
    margin-block-start: 2.5em;
    padding-block-start: 1.5em;
    border-block-start: 1px solid var(--line);
  }
  .heading {
    margin-block-end: 0.75em;
  }
  .related,
  .files {
    list-style: none;
  }
  .related li,
  .files li {
    padding-block: 0.4em;
  }
  .files .meta {
    display: inline-flex;
    margin-inline-start: 0.6em;
  }
  .files :is(audio, video) {
    display: block;
    inline-size: 100%;
    max-inline-size: 32em;
    margin-block-start: 0.5em;
  }
  @media print {
    .reserved {
      min-block-size: 0;
    }
    .languages,
    .share,
    [part='related'] {
      display: none;
    }
    article {
      max-inline-size: none;
    }
    .files :is(audio, video) {
      display: none;
    }
    figure,
    .heading {
      break-inside: avoid;
      break-after: avoid;
    }
  }
`;
