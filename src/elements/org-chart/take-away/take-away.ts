import type { OrgChart } from '../org-chart.js';
import { toCsv } from './csv.js';
import { pictureOf } from './picture.js';
import { toPng } from './png.js';
import { toSvg, toSvgFile } from './svg.js';

/** What a visitor takes away: pictures, a table, paper. */

function save(content: Blob, extension: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = `chart.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const svg = (host: OrgChart) => save(new Blob([toSvgFile(pictureOf(host))], { type: 'image/svg+xml' }), 'svg');
export const png = async (host: OrgChart) => save(await toPng(pictureOf(host)), 'png');
export const csv = (host: OrgChart) => save(new Blob([toCsv(host.chart!.branches)], { type: 'text/csv' }), 'csv');

/** Prints the page with the chart as a list, on as many sheets as it takes. */
export const printList = (host: OrgChart) => printAs(host, 'list');

/** Prints the page with the chart as a picture that fits one sheet. */
export function printPage(host: OrgChart) {
  host.renderRoot.querySelector('.print-page')!.replaceChildren(toSvg(pictureOf(host)));
  printAs(host, 'page');
}

function printAs(host: OrgChart, form: 'list' | 'page') {
  host.paper.form = form;
  host.redraw();
  print();
}
