import { css } from '../../../tokens/css.js';

export const detailsPanelStyles = css`
  .link {
    text-decoration: underline;
  }
  .panel {
    position: relative;
    display: grid;
    gap: 0.75em;
    align-content: start;
    padding: 1.25em;
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
    padding-inline-end: 2.5em;
  }
  .close {
    position: absolute;
    inset-block-start: 1em;
    inset-inline-end: 1em;
    display: grid;
    place-items: center;
    inline-size: 2.4em;
    padding: 0;
    border-color: transparent;
  }
  .panel img {
    object-fit: cover;
    border-radius: 50%;
    background: var(--plate);
  }
  dl {
    display: grid;
    gap: 0.2em;
  }
  dt {
    font-size: 0.8125em;
    margin-block-start: 0.5em;
    opacity: 0.8;
  }
  .path {
    padding-inline-start: 1em;
    border-inline-start: 2px solid currentColor;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  @container (min-width: 60em) {
    .with-panel {
      grid-template-columns: minmax(0, 1fr) 20em;
    }
    .with-panel .bar {
      grid-column: 1 / -1;
    }
  }
`;
