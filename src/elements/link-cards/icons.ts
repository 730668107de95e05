import { html, type TemplateResult } from 'lit';
import type { Card } from '../../feed/schema/model.generated.js';

/** What stands for each kind of card, drawn in lines on a field of 24 by 24. */
const lines: Record<NonNullable<Card['kind']>, string> = {
  page: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  file: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 20h14',
  data: 'M4 20h16M7 20v-6M12 20V5M17 20v-9',
  vacancy: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16',
  action: 'M4 10v4h3l9 4V6l-9 4zM7.5 14.5 9 20h2.5l-1.2-4M19 9a4 4 0 0 1 0 6',
};

/** The sign of a kind; words stand beside it. */
export const renderIcon = (kind: NonNullable<Card['kind']>): TemplateResult =>
  html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d=${lines[kind]} /></svg>`;
