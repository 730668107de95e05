import { define } from '../define.js';
import { PressContact } from './press-contact.js';

define('iom-press-contact', PressContact);

declare global {
  interface HTMLElementTagNameMap {
    'iom-press-contact': PressContact;
  }
}
