import { define } from '../define.js';
import { OfficeMap } from './office-map.js';

define('iom-office-map', OfficeMap);

declare global {
  interface HTMLElementTagNameMap {
    'iom-office-map': OfficeMap;
  }
}
