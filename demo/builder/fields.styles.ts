import { css } from 'lit';

/** The look of the builder's fields: cards, pills, switches and what is typed. */
export const fieldStyles = css`
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  legend,
  .label {
    display: block;
    font-weight: 600;
    font-size: 0.9375em;
    margin-block-end: 0.35em;
  }
  .field {
    display: block;
    margin-block-start: 1.25em;
  }
  .label + .hint {
    margin-block: 0 0.5em;
  }
  .hint {
    font-size: 0.875em;
    margin-block-start: 0.35em;
    color: color-mix(in srgb, currentColor 82%, transparent);
  }
  input:not([type='radio'], [type='checkbox']),
  select {
    inline-size: 100%;
    min-block-size: 2.6em;
    padding: 0.4em 0.75em;
    font: inherit;
    color: inherit;
    background: light-dark(#fff, #1b1f24);
    border: 1px solid var(--strong);
    border-radius: var(--round);
  }
  :focus-visible,
  label:has(input:focus-visible) {
    outline: 0.1875em solid var(--accent);
    outline-offset: 0.125em;
  }
  input:is([type='radio'], [type='checkbox']):focus-visible {
    outline: 0;
  }
  input {
    accent-color: var(--accent);
  }
  ::placeholder {
    color: color-mix(in srgb, currentColor 70%, transparent);
    opacity: 1;
  }

  /* One of several, as cards or as a row of buttons. */
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
    margin-block-end: 1.25em;
  }
  .presets .label {
    margin: 0;
    margin-inline-end: 0.25em;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.4em, 1fr));
    gap: 0.6em;
  }
  .cards label {
    display: grid;
    gap: 0.5em;
    align-content: start;
    padding: 0.5em;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: light-dark(#fff, #1b1f24);
    text-align: center;
    cursor: pointer;
  }
  .cards strong {
    font-weight: 600;
    font-size: 0.8125em;
    line-height: 1.3;
    overflow-wrap: break-word;
  }
  .cards + .hint {
    margin-block-start: 0.75em;
    min-block-size: 1.5em;
  }
  .thumbnail {
    inline-size: 100%;
    block-size: auto;
    border-radius: calc(var(--round) / 2);
    background: var(--shade);
    fill: none;
  }
  .thumbnail .text {
    fill: color-mix(in srgb, currentColor 34%, transparent);
  }
  .thumbnail .area {
    fill: color-mix(in srgb, currentColor 16%, transparent);
  }
  .thumbnail .accent {
    fill: var(--accent);
  }
  .thumbnail :is(.line, .curve) {
    stroke: color-mix(in srgb, currentColor 34%, transparent);
    stroke-width: 1.5;
  }
  .thumbnail .curve {
    stroke: var(--accent);
  }
  label:has(> input:checked):is(.cards *, .row *) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .row.many {
    max-block-size: 12.5em;
    overflow: auto;
    padding: 0.2em;
    margin: -0.2em;
  }
  .row label {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.4em;
    padding: 0.25em 0.95em;
    border: 1px solid var(--line);
    border-radius: 2em;
    background: light-dark(#fff, #1b1f24);
    font-size: 0.9375em;
    cursor: pointer;
  }
  .count {
    font-size: 0.875em;
    color: color-mix(in srgb, currentColor 75%, transparent);
  }
  :is(.cards, .row) label:hover {
    border-color: var(--strong);
  }
  :is(.cards, .row) label {
    position: relative;
  }
  :is(.cards, .row) input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .accent {
    display: grid;
    grid-template-columns: 3.25em minmax(0, 12em);
    gap: 0.6em;
  }
  .accent input[type='color'] {
    block-size: 2.6em;
    padding: 0.25em;
    cursor: pointer;
  }
  .switch {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.6em;
    align-items: baseline;
    margin-block-start: 1em;
  }
  .switch .hint {
    grid-column: 2;
    margin: 0;
  }
  .switch input {
    inline-size: 1.1em;
    block-size: 1.1em;
    translate: 0 0.15em;
  }
  details {
    margin-block-start: 1.25em;
  }
  summary {
    min-block-size: 1.75em;
    inline-size: fit-content;
    cursor: pointer;
    font-size: 0.9375em;
  }
`;
