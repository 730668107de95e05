import { define } from '../base/define-element.js';
import { SiteMenu } from './site-menu.js';

define('iom-site-menu', SiteMenu);

declare global {
  interface HTMLElementTagNameMap {
    'iom-site-menu': SiteMenu;
  }
}
