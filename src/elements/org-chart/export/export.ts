import { mayForbid, saveFile } from '../../base/save-file.js';
import { adoptStyles } from '../../../tokens/adopt-styles.js';
import type { PrintController } from '../view/print-controller.js';
import { toCsv } from './csv.js';
import { pictureOf, type PictureHost } from './picture.js';
import { toPng } from './png.js';
import { decodePortraits, loadPortraits } from './portraits.js';
import { printPageStyles } from './print-page.styles.js';
import { toSvg, toSvgFile } from './svg.js';

/** What a visitor takes away: pictures, a table, paper. */

export interface ExportHost extends PictureHost {
  /** What a visitor wanted last of what the page around may forbid, and its text. */
  kept?: { what: 'save' | 'print'; text?: string };
  readonly paper: Pick<PrintController, 'form'>;
  /** Draws at once, for paper. */
  redraw(): void;
}

function save(host: ExportHost, content: Blob, extension: string, text?: string) {
  saveFile(content, `chart.${extension}`);
  if (mayForbid('allow-downloads')) host.kept = { what: 'save', text };
}

export async function svg(host: ExportHost): Promise<void> {
  const picture = pictureOf(host);
  save(host, new Blob([toSvgFile(picture, await loadPortraits(picture))], { type: 'image/svg+xml' }), 'svg');
}

export async function png(host: ExportHost): Promise<void> {
  const picture = pictureOf(host);
  save(host, await toPng(picture, await loadPortraits(picture)), 'png');
}

export function csv(host: ExportHost) {
  const table = toCsv(host.chart!.branches);
  save(host, new Blob([table], { type: 'text/csv' }), 'csv', table);
}

/** Prints the page with the chart as a list, on as many sheets as it takes. */
export const printList = (host: ExportHost) => printAs(host, 'list');

/** Prints the page with the chart as a picture that fits one sheet. */
export async function printPage(host: ExportHost): Promise<void> {
  adoptStyles(host, printPageStyles);
  const picture = pictureOf(host);
  host.renderRoot.querySelector('.print-page')!.replaceChildren(toSvg(picture));
  if (picture.portraits.length) await decodePortraits(picture);
  printAs(host, 'page');
}

function printAs(host: ExportHost, form: 'list' | 'page') {
  host.paper.form = form;
  host.redraw();
  let isBegun = false;
  const begin = () => (isBegun = true);
  addEventListener('beforeprint', begin);
  print();
  removeEventListener('beforeprint', begin);
  if (isBegun || !mayForbid('allow-modals')) return;
  // What is printed some other time is the list.
  host.paper.form = 'list';
  host.kept = { what: 'print' };
}
