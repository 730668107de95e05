import { define } from '../base/define-element.js';
import { PressContact } from './press-contact.js';

define('iom-press-contact', PressContact);

declare global {
  interface HTMLElementTagNameMap {
    'iom-press-contact': PressContact;
  }
}
