import { define } from '../base/define-element.js';
import { OrgChart } from './org-chart.js';

define('iom-org-chart', OrgChart);

declare global {
  interface HTMLElementTagNameMap {
    'iom-org-chart': OrgChart;
  }
}
