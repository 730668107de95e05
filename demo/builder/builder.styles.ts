import { css } from 'lit';

/** The builder's look: two columns, one accent, everything in `em` so that it stands in Storybook as on its own page. */
export const styles = css`
  :host {
    --accent: light-dark(#0033a0, #9dbff2);
    --on-accent: light-dark(#fff, #10141a);
    --line: color-mix(in srgb, currentColor 16%, transparent);
    --strong: color-mix(in srgb, currentColor 58%, transparent);
    --shade: color-mix(in srgb, currentColor 5%, transparent);
    --round: 0.5em;
    display: block;
    color-scheme: light dark;
    color: light-dark(#1b1f24, #e8eaed);
    background: light-dark(#fbfaf7, #14171b);
    font:
      1em/1.5 'Source Sans 3',
      'Segoe UI',
      'Noto Sans',
      'Liberation Sans',
      sans-serif;
    container-type: inline-size;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  .builder {
    max-inline-size: 84em;
    margin-inline: auto;
    padding: 2.5em clamp(1.25em, 4cqi, 3em) 4em;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 3em;
    align-items: start;
    justify-content: space-between;
    margin-block-end: 2.5em;
  }
  h1 {
    font-size: 2em;
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }
  header fieldset {
    font-size: 0.875em;
  }
  header p {
    margin-block-start: 0.4em;
    font-size: 1.0625em;
  }
  h2 {
    font-size: 1.125em;
    font-weight: 600;
    margin-block-end: 0.9em;
  }
  .number {
    display: inline-grid;
    place-items: center;
    inline-size: 1.75em;
    block-size: 1.75em;
    margin-inline-end: 0.6em;
    font-size: 0.8em;
    border: 1px solid var(--strong);
    border-radius: 50%;
  }
  .columns {
    display: grid;
    gap: 3em;
    align-items: start;
  }
  .choices,
  .result {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2.75em;
  }

  .verdict {
    min-block-size: 1.5em;
    margin-block-start: 0.5em;
    font-size: 0.9375em;
  }
  .verdict.good::before {
    content: '✓ ' / '';
    color: light-dark(#1a6b3c, #7fd3a1);
    font-weight: 700;
  }
  .verdict.bad::before {
    content: '! ' / '';
    font-weight: 700;
  }
  .verdict.bad {
    color: light-dark(#a3231b, #ffb4ab);
  }
  .problems {
    max-block-size: 12em;
    overflow: auto;
    margin-block-start: 0.5em;
    padding: 0.75em 1em;
    font:
      0.8125em/1.5 ui-monospace,
      'Liberation Mono',
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: var(--shade);
    border-radius: var(--round);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 2em;
    margin-block-end: 1em;
    font-size: 0.875em;
  }
  .tools fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .tools legend {
    float: inline-start;
    margin: 0;
    padding-inline-end: 0.25em;
  }
  .window {
    overflow: auto;
    max-block-size: 44em;
    min-block-size: 20em;
    border: 1px solid var(--line);
    border-radius: calc(2 * var(--round));
    background: light-dark(#eceae4, #0d0f12);
    padding: clamp(0.75em, 2.5cqi, 2em);
  }
  .fit {
    margin-inline: auto;
  }
  .stage {
    transform-origin: 0 0;
    padding: 1.5em;
    border-radius: var(--round);
    color-scheme: light;
    color: #1b1f24;
    background: #fff;
    box-shadow: 0 0.1em 1em rgb(0 0 0 / 12%);
  }
  .stage.dark {
    color-scheme: dark;
    color: #e8eaed;
    background: #16191d;
  }
  .scale {
    margin-block-start: 0.6em;
    text-align: center;
  }

  .about-way {
    margin-block: 0.9em 0.9em;
    max-inline-size: 46em;
  }
  pre {
    max-block-size: 24em;
    overflow: auto;
    padding: 1.1em 1.25em;
    font:
      0.875em/1.6 ui-monospace,
      'Liberation Mono',
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: light-dark(#fff, #1b1f24);
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  .code + p,
  pre {
    margin-block-start: 1em;
  }
  .copy .verdict {
    flex: 1 1 16em;
    margin: 0;
  }
  .copy {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.25em;
    align-items: center;
    margin-block-start: 1em;
  }
  button {
    min-block-size: 2.75em;
    padding: 0.4em 1.75em;
    font: inherit;
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border: 1px solid var(--accent);
    border-radius: 2em;
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button[aria-disabled='true'] {
    color: light-dark(#5a6068, #a9afb7);
    background: var(--shade);
    border-color: var(--strong);
    cursor: not-allowed;
    text-decoration: none;
  }
  button.quiet {
    min-block-size: 2.2em;
    padding: 0.2em 0.95em;
    font-weight: 400;
    font-size: 0.9375em;
    color: inherit;
    background: light-dark(#fff, #1b1f24);
    border-color: var(--line);
  }
  button.quiet:hover {
    border-color: var(--strong);
    text-decoration: none;
  }
  button.quiet[aria-pressed='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  /* In the preview, links are those of the page. */
  a:not(.place a) {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }
  .notice {
    font-size: 0.875em;
    padding: 0.6em 0.9em;
    margin-block-end: 0.9em;
    border-inline-start: 0.2em solid var(--strong);
    background: var(--shade);
  }

  @container (min-width: 62em) {
    .columns {
      grid-template-columns: minmax(20em, 25em) minmax(0, 1fr);
      gap: 3.5em;
    }
    .result {
      position: sticky;
      inset-block-start: 1.5em;
    }
  }
  @media (forced-colors: active) {
    label:has(> input:checked):is(.cards *, .row *) {
      outline: 0.1875em solid Highlight;
    }
  }
`;
