import type { Unit } from '../../feed/schema/model.generated.js';
import type { ParsedOffice } from '../../feed/parts/offices.js';
import { init } from './events.js';

/** What a visitor may choose: a unit of a chart or an office of a map. */
export interface Choice {
  unit?: Unit;
  office?: ParsedOffice;
}

/** `iom-select`: a visitor selected something; its details are on screen. */
export class SelectEvent extends Event implements Choice {
  /** The unit, if it was in a chart. */
  readonly unit?: Unit;
  /** The office, if it was on a map. */
  readonly office?: ParsedOffice;

  constructor({ unit, office }: Choice) {
    super('iom-select', init);
    this.unit = unit;
    this.office = office;
  }
}

declare global {
  interface HTMLElementEventMap {
    'iom-select': SelectEvent;
  }
}
