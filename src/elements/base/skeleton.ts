import { html, type TemplateResult } from 'lit';
import { css } from '../../tokens/css.js';

/**
 * Bars where lines and pictures are on their way, in the shape of what will stand there. They stand still, and take what the
 * page's own words leave of the space that is kept free.
 */
export const skeletonStyles = css`
  .base .waiting {
    display: flex;
    flex-direction: column;
    gap: 1em;
  }
  .base .waiting > :last-child {
    flex: 1 1 0;
    min-block-size: 0;
    overflow: hidden;
  }
  .skeleton {
    flex: 1;
    display: grid;
    align-content: start;
    gap: 0.75em;
  }
  .skeleton * {
    block-size: 1em;
    border-radius: var(--iom-radius, 0.375em);
    background: var(--shade);
  }
  .skeleton :last-child {
    inline-size: 65%;
  }
  .skeleton b {
    inline-size: 45%;
    block-size: 1.6em;
  }
`;

/** A title and so many lines of text. */
export const renderSkeleton = (lines: number): TemplateResult =>
  html`<div class="skeleton"><b></b>${Array(lines).fill(html`<i></i>`)}</div>`;
