import { define } from '../define.js';
import { KeyFigures } from './key-figures.js';

define('iom-key-figures', KeyFigures);

declare global {
  interface HTMLElementTagNameMap {
    'iom-key-figures': KeyFigures;
  }
}
