import { define } from '../base/define-element.js';
import { PressRelease } from './press-release.js';

define('iom-press-release', PressRelease);

declare global {
  interface HTMLElementTagNameMap {
    'iom-press-release': PressRelease;
  }
}
