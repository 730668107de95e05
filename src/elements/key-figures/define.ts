import { define } from '../base/define-element.js';
import { KeyFigures } from './key-figures.js';

define('iom-key-figures', KeyFigures);

declare global {
  interface HTMLElementTagNameMap {
    'iom-key-figures': KeyFigures;
  }
}
