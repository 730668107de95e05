import { define } from '../define.js';
import { SiteMenu } from './site-menu.js';

define('iom-site-menu', SiteMenu);

declare global {
  interface HTMLElementTagNameMap {
    'iom-site-menu': SiteMenu;
  }
}
