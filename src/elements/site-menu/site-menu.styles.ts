import { css } from '../../tokens/css.js';

/**
 * As high before the feed is there as after, whether as a bar or as a button. On paper, and where no script opens its
 * panels, all of it as nested lists.
 */
export const styles = css`
  /* A logo and a search beside it keep their width. */
  :host {
    flex-shrink: 99;
  }
  /* On a phone the button fits beside the logo of a page. */
  .width {
    grid-template-columns: minmax(min(16em, 100vw - 12em), calc(100vw - 1em));
  }
  .menu {
    position: relative;
    min-block-size: 3em;
  }
  /* Tells of another colour of the text; see BackdropController. */
  .menu::before {
    content: '';
    position: absolute;
    transition: color 1ms;
  }
  .to-come {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 3em 2em;
    block-size: 3em;
    overflow: clip;
  }
  .to-come .skeleton {
    flex: 0 7em;
  }
  ul {
    list-style: none;
  }
  a,
  span,
  p {
    unicode-bidi: plaintext;
  }
  .menu button {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    border-radius: var(--iom-radius, 0.375em);
    min-block-size: 2.75em;
    min-inline-size: 2.5em;
    text-align: start;
    cursor: pointer;
  }
  .menu button:hover {
    background: var(--shade);
  }
  svg {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .menu .all {
    border: 1px solid color-mix(in srgb, currentColor 60%, transparent);
    white-space: nowrap;
    padding: 0.5em 1em;
  }
  .toggle[aria-expanded='true'] svg {
    transform: rotate(180deg);
  }
  .sections a {
    text-decoration: none;
  }
  .sections a:hover {
    text-decoration: underline;
    text-underline-offset: 0.35em;
  }
  .sections [aria-current] {
    text-decoration: underline 0.125em;
    text-underline-offset: 0.35em;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.125em;
    font-weight: 600;
  }
  .head > a {
    flex: 1;
    padding-block: 0.625em;
  }
  .menu .toggle {
    justify-content: center;
    font-weight: inherit;
  }
  .menu .toggle:only-child {
    flex: 1;
    justify-content: space-between;
  }
  .intro {
    max-inline-size: 40em;
    padding-block: 0.35em;
  }
  .group > :first-child {
    font-weight: 600;
  }
  .group a,
  .group span {
    display: block;
    padding-block: 0.35em;
  }
  /* Names of languages begin as the other entries do. */
  .language {
    display: inline-block;
  }
  .language::first-letter {
    text-transform: uppercase;
  }
  form {
    grid-column: 1 / -1;
    display: flex;
    gap: 0.5em;
    max-inline-size: 40em;
  }
  .menu :is([type='search'], form button) {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid color-mix(in srgb, currentColor 60%, transparent);
    border-radius: var(--iom-radius, 0.375em);
    min-block-size: 2.75em;
    padding: 0.4em 0.75em;
  }
  [type='search'] {
    flex: 1;
    min-inline-size: 0;
  }
  .menu .search .toggle svg {
    transform: none;
  }
  .links li {
    break-inside: avoid;
  }
  /* Closed from the first paint on, also what a server has drawn; Chromium up to 119 and Safari 16 wait for the script. */
  @media screen and (scripting) {
    .menu:not(.wide) .all:not([aria-expanded='true']) + .sections {
      display: none;
    }
  }
  @media screen {
    .menu.narrow .all:not([aria-expanded='true']) + .sections {
      display: none;
    }
    .menu.narrow .sections {
      padding-block: 0.5em;
    }
    .menu.narrow .section {
      border-block-end: 1px solid var(--line);
    }
    .menu.narrow .panel:not([hidden]) {
      padding-block: 0.25em 1em;
    }
    .menu.narrow .intro {
      margin-block-end: 0.5em;
    }
    .menu.narrow .links {
      padding-inline-start: 1em;
      border-inline-start: 1px solid var(--line);
    }
    .menu.narrow .search .toggle {
      display: none;
    }
    .menu.narrow .search .panel {
      display: block;
      padding-block: 0.75em;
    }
    .wide .all {
      display: none;
    }
    .wide .section:not(.extra) + .extra {
      margin-inline-start: auto;
    }
    .wide .sections {
      display: flex;
      gap: 0 1.75em;
    }
    .wide .head {
      min-block-size: 3em;
      white-space: nowrap;
    }
    /* As near to its title as to be one with it, and as far from the next as a title without a panel. */
    .wide .toggle[aria-label] {
      min-inline-size: max(1.5em, 24px);
      margin-inline-end: -0.25em;
    }
    .wide .extra .toggle[aria-label] {
      min-inline-size: 2.5em;
      margin: 0;
    }
    .wide .panel:not([hidden]) {
      position: absolute;
      inset-inline: 0;
      inset-block-start: 100%;
      z-index: 10;
      display: grid;
      grid-template-columns: minmax(14em, 1fr) 2fr;
      gap: 1.5em 3em;
      padding: 1.75em;
    }
    .wide .panel:not([hidden]),
    .menu .raised {
      background: var(--backdrop, Canvas);
      color: var(--backdrop-text, CanvasText);
      border: 1px solid var(--line);
      border-radius: calc(2 * var(--iom-radius, 0.375em));
      box-shadow: 0 0.5em 1.5em rgb(0 0 0 / 15%);
    }
    .menu .raised {
      z-index: 2147483647;
      overflow: auto;
      overscroll-behavior: contain;
    }
    .menu .sections.raised {
      padding: 0.5em 1em;
    }
    .light.base :is(.panel, .raised) {
      background: #fff;
      color: #1b1f24;
    }
    .dark.base :is(.panel, .raised) {
      background: #16191d;
      color: #e8eaed;
    }
    .wide .intro:only-child,
    .wide .groups:only-child {
      grid-column: 1 / -1;
    }
    .wide .groups {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
      gap: 1em 2em;
      align-content: start;
    }
    .wide .group:only-child {
      grid-column: 1 / -1;
    }
    .wide .links {
      columns: 14em;
      column-gap: 2em;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .toggle svg {
      transition: transform 0.15s;
    }
  }
  @media print {
    .extra {
      display: none;
    }
  }
  @media print, (scripting: none) {
    .to-come {
      block-size: auto;
    }
    .to-come .skeleton,
    .menu .all,
    .menu .toggle[aria-label],
    svg {
      display: none;
    }
    .panel {
      display: block;
      content-visibility: visible;
    }
    .groups,
    .links {
      padding-inline-start: 1.5em;
    }
    .group > :first-child {
      font-weight: inherit;
    }
  }
`;
