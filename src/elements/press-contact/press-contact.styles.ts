import { css } from '../../tokens/css.js';

/**
 * The element is as high as a contact with two telephones, an address, languages and hours needs, also before the feed
 * is there and when it holds less: what stands below stays where it is.
 */
export const styles = css`
  .reserved {
    min-block-size: 26.5em;
  }
  .contacts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 24em), 1fr));
    align-items: start;
    gap: 1.5em;
    list-style: none;
  }
  .contact {
    container-type: inline-size;
  }
  div > .contact {
    max-inline-size: 44em;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: 1.1em;
    padding: 1.5em;
    border: 1px solid var(--line);
    border-radius: calc(2 * var(--iom-radius, 0.375em));
  }
  .who {
    display: flex;
    gap: 1em;
    align-items: center;
  }
  .portrait {
    flex: none;
    inline-size: 4.5em;
    block-size: 4.5em;
    border-radius: 50%;
    object-fit: cover;
    background: var(--shade);
  }
  img.portrait {
    background: var(--plate);
  }
  .accounts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .name {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
    margin-block-end: 0.25em;
  }
  .name a {
    text-decoration: none;
  }
  .name a:hover {
    text-decoration: underline;
  }
  dl {
    display: grid;
    gap: 0.6em;
  }
  .row {
    display: grid;
    grid-template-columns: 8em 1fr;
    gap: 0 1em;
    align-items: baseline;
  }
  dt,
  .meta {
    font-size: 0.875em;
  }
  .note {
    flex-basis: 100%;
  }
  .duty {
    padding: 0.75em 1em;
    margin-inline: -1em;
    background: var(--shade);
    border-radius: var(--iom-radius, 0.375em);
  }
  .phone,
  .email,
  .stretch,
  .now {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .copy {
    position: relative;
    min-block-size: 2em;
    padding: 0.1em 0.7em;
    font-size: 0.8em;
    border-color: var(--edge);
  }
  .outcome {
    font-size: 0.875em;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .now {
    min-block-size: 1.5em;
  }
  .claim {
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  figure {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 1.5em;
    align-items: center;
    min-block-size: 13em;
  }
  .code {
    inline-size: 13em;
    block-size: 13em;
    border-radius: var(--iom-radius, 0.375em);
    forced-color-adjust: none;
  }
  .encoded {
    flex: 1 1 10em;
  }
  @container (width < 29em) {
    .reserved {
      min-block-size: 37em;
    }
    .card {
      padding: 1.1em;
    }
    .row {
      grid-template-columns: 1fr;
    }
    .duty {
      margin-inline: -0.5em;
      padding-inline: 0.5em;
    }
  }
  @media print {
    .reserved {
      min-block-size: 0;
    }
    .card {
      break-inside: avoid;
    }
    .actions,
    .now {
      display: none;
    }
  }
`;
