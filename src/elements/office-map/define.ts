import { define } from '../base/define-element.js';
import { OfficeMap } from './office-map.js';

define('iom-office-map', OfficeMap);

declare global {
  interface HTMLElementTagNameMap {
    'iom-office-map': OfficeMap;
  }
}
