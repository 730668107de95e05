import type { OfficeFilter } from '../../feed/parts/offices.js';
import type { IomElement } from '../base/iom-element.js';

/** The element that a map is in, with the list of its offices. */
export interface MapHost extends IomElement {
  /** `id` of the office whose details are shown. */
  readonly office: string;
  /** URL of another map to draw. */
  readonly topology: string;
  /** What the list is narrowed to. */
  readonly chosen: OfficeFilter;
  choose(id: string): void;
  showInList(id: string): Promise<void>;
}
