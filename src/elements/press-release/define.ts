import { define } from '../define.js';
import { PressRelease } from './press-release.js';

define('iom-press-release', PressRelease);

declare global {
  interface HTMLElementTagNameMap {
    'iom-press-release': PressRelease;
  }
}
