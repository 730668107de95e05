import type { Unit } from '../feed/model.js';
import { init } from './events.js';

/** `iom-select`: a visitor chose a unit of the chart; its details are on screen. */
export class SelectEvent extends Event {
  constructor(readonly unit: Unit) {
    super('iom-select', init);
  }
}

declare global {
  interface HTMLElementEventMap {
    'iom-select': SelectEvent;
  }
}
