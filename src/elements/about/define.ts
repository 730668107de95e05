import { define } from '../base/define-element.js';
import { About } from './about.js';

define('iom-about', About);

declare global {
  interface HTMLElementTagNameMap {
    'iom-about': About;
  }
}
