/** How the question looks: a quiet box in the page's own type and colours. */
export const consentStyles = `
  :host {
    all: initial;
    display: block;
    font: inherit;
    color: inherit;
    line-height: 1.5;
  }
  section {
    padding: 1.5em;
    margin-block-end: 1em;
    border-radius: var(--iom-radius, 0.375em);
    background: var(--iom-shade, color-mix(in srgb, currentColor 7%, transparent));
    overflow-wrap: anywhere;
  }
  p {
    margin: 0 0 1em;
    max-inline-size: 42em;
  }
  bdi {
    font-weight: 600;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid currentColor;
    border-radius: var(--iom-radius, 0.375em);
    padding: 0.5em 1.1em;
    min-block-size: 2.6em;
    cursor: pointer;
  }
  button:hover {
    background: var(--iom-shade, color-mix(in srgb, currentColor 7%, transparent));
  }
  :focus-visible {
    outline: 0.15em solid;
    outline-offset: 0.15em;
  }
  .holds {
    font-size: 0.875em;
    margin: 0.75em 0 0;
  }
  @media print {
    button,
    .holds {
      display: none;
    }
  }
`;
