import { define } from '../define.js';
import { SdgGrid } from './sdg-grid.js';

define('iom-sdg-grid', SdgGrid);

declare global {
  interface HTMLElementTagNameMap {
    'iom-sdg-grid': SdgGrid;
  }
}
