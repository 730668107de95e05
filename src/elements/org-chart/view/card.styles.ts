import { css } from '../../../tokens/css.js';

/** Measures of a card are those of `card` in card-sizes.ts, where its lines are counted. */
export const cardStyles = css`
  ul,
  ol {
    list-style: none;
  }
  .card {
    position: absolute;
    padding: 0.85em;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    background: var(--ground);
    background: color-mix(in srgb, currentColor 6%, var(--ground));
    cursor: auto;
  }
  .footed {
    padding-block-end: 1.85em;
  }
  [dir='ltr'] .card {
    direction: ltr;
  }
  [dir='rtl'] .card {
    direction: rtl;
  }
  /* The kind of a unit: a bar at its edge, solid or dotted, and the same in the legend. */
  .office::before,
  .post::before,
  .legend .unit::before {
    content: '';
    position: absolute;
    inset-block: -1px;
    inset-inline-start: -1px;
    inline-size: 0.3em;
    background: var(--accent);
    border-start-start-radius: var(--iom-radius, 0.375em);
    border-end-start-radius: var(--iom-radius, 0.375em);
  }
  .post::before {
    background: repeating-linear-gradient(var(--accent) 0 0.3em, transparent 0 0.6em);
  }
  .legend .unit::before {
    inset-inline-start: 0;
    background: none;
    border: 1px solid var(--line);
  }
  .pictured {
    padding-inline-start: 4.25em;
    min-block-size: 4.45em;
  }
  .portrait {
    position: absolute;
    inset-block-start: 0.85em;
    inset-inline-start: 0.85em;
    inline-size: 2.75em;
    block-size: 2.75em;
    object-fit: cover;
    border-radius: 50%;
    background: var(--plate);
  }
  .vacant,
  .eliminated,
  .not-disclosed {
    border-style: dashed;
  }
  .eliminated .name {
    text-decoration: line-through;
  }
  .on-way,
  .current {
    border-color: currentColor;
  }
  .current {
    box-shadow: inset 0 0 0 1px;
  }
  .card:focus-within {
    z-index: 1;
  }
  .name {
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.3;
    hyphens: auto;
  }
  .name a {
    text-decoration: none;
  }
  .name a:hover {
    text-decoration: underline;
  }
  /* The whole card is the target of its name: large enough at every zoom. */
  .name > *::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .name > :focus-visible {
    outline: none;
  }
  .name > :focus-visible::after {
    outline: calc(2px / min(1, var(--zoom))) solid;
    outline-offset: 2px;
    border-radius: var(--iom-radius, 0.375em);
  }
  .note,
  .fresh {
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .note {
    color: var(--muted);
  }
  .fresh {
    position: absolute;
    inset-block-start: -0.8em;
    inset-inline-end: 0.75em;
    padding-inline: 0.6em;
    font-weight: 600;
    background: var(--ground);
    border: 1px solid;
    border-radius: 1em;
  }
  .foot {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: flex;
    gap: 0.35em;
    justify-content: center;
    transform: translateY(50%);
  }
  .foot button {
    position: relative;
    display: flex;
    gap: 0.3em;
    align-items: center;
    justify-content: center;
    min-inline-size: max(2em, 24px / var(--zoom));
    min-block-size: max(1.9em, 24px / var(--zoom));
    padding: 0 0.6em;
    font-size: 0.8125em;
    line-height: 1;
    background: var(--ground);
    border-color: var(--edge);
    border-radius: 2em;
  }
  .foot button:hover {
    border-color: currentColor;
  }
  .foot svg {
    inline-size: 0.75em;
    block-size: 0.75em;
  }
  [aria-expanded='true'] > svg {
    transform: rotate(180deg);
  }
  /* In an outline the buttons stand beside the text. */
  .outline .card {
    padding-block: 0.7em;
  }
  .outline .footed {
    padding-inline-end: 5.85em;
  }
  .outline .foot {
    inset-block: 0;
    inset-inline: auto 0.85em;
    align-items: center;
    transform: none;
  }
  @media (forced-colors: active) {
    .current {
      outline: 2px solid Highlight;
    }
    .office::before,
    .post::before {
      forced-color-adjust: none;
    }
  }
`;
