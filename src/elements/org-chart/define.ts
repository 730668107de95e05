import { define } from '../define.js';
import { OrgChart } from './org-chart.js';

define('iom-org-chart', OrgChart);

declare global {
  interface HTMLElementTagNameMap {
    'iom-org-chart': OrgChart;
  }
}
