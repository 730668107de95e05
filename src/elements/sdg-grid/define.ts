import { define } from '../base/define-element.js';
import { SdgGrid } from './sdg-grid.js';

define('iom-sdg-grid', SdgGrid);

declare global {
  interface HTMLElementTagNameMap {
    'iom-sdg-grid': SdgGrid;
  }
}
