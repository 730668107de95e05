import { svg, type SVGTemplateResult } from 'lit';
import type { Office } from '../../feed/schema/model.generated.js';
import type { ParsedOffice } from '../../feed/parts/offices.js';

export type Kind = NonNullable<Office['kind']>;

/** A country office where nothing is said. */
export const kindOf = ({ kind = 'country' }: ParsedOffice): Kind => kind;

/** What tells the kinds apart, on pins and in the list: a shape in a square of 16, and first those that stand for more. */
const shapes: Record<Kind, string> = {
  headquarters: 'M8 2l1.8 4.1 4.4.4-3.3 3 1 4.4L8 11.6l-3.9 2.3 1-4.4-3.3-3 4.4-.4z',
  regional: 'M8 2.5a5.5 5.5 0 110 11 5.5 5.5 0 010-11zm0 2.8a2.7 2.7 0 100 5.4 2.7 2.7 0 000-5.4z',
  country: 'M8 4a4 4 0 110 8 4 4 0 010-8z',
  liaison: 'M8 2.8L13.2 8 8 13.2 2.8 8z',
  centre: 'M4 4h8v8H4z',
  clinic: 'M6.4 3h3.2v3.4H13v3.2H9.6V13H6.4V9.6H3V6.4h3.4z',
  'sub-office': 'M8 5.6a2.4 2.4 0 110 4.8 2.4 2.4 0 010-4.8z',
};

const ranks = Object.keys(shapes);

/** 0 for what stands for most. */
export const rankOf = (office: ParsedOffice): number => ranks.indexOf(kindOf(office));

export const renderShape = (office: ParsedOffice): SVGTemplateResult =>
  svg`<path class="shape" fill-rule="evenodd" d=${shapes[kindOf(office)]}></path>`;
