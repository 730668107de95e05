import { define } from '../base/define-element.js';
import { LinkCards } from './link-cards.js';

define('iom-link-cards', LinkCards);

declare global {
  interface HTMLElementTagNameMap {
    'iom-link-cards': LinkCards;
  }
}
