import type { Chart } from './chart.js';
import { card } from './chart.js';
import { curveBetween, linesIn } from './lines.js';
import type { OrgChart } from './org-chart.js';

/**
 * What a visitor takes away: pictures, a table, paper. Pictures are drawn from where the cards stand, not from the page,
 * so that they are whole, and the same in every browser.
 */

/** Colours and fonts as the page shows them. */
interface Look {
  text: string;
  background: string;
  line: string;
  family: string;
  size: number;
}

function lookOf(host: OrgChart): Look {
  const base = host.renderRoot.querySelector('.chart')!;
  const { color, fontFamily, fontSize } = getComputedStyle(base);
  const [r, g, b] = numbers(color);
  const light = 0.299 * r + 0.587 * g + 0.114 * b < 140;
  return {
    text: color,
    background: backgroundOf(host) ?? (light ? '#fff' : '#16191d'),
    line: `rgb(${[r, g, b].map((part) => Math.round(part + ((light ? 255 : 20) - part) * 0.6)).join(' ')})`,
    family: fontFamily,
    size: parseFloat(fontSize),
  };
}

/** The colour behind an element: its own, or that of whoever is around it. */
function backgroundOf(element: Element | null): string | undefined {
  for (let each = element; each; each = each.parentElement ?? (each.getRootNode() as ShadowRoot).host) {
    const { backgroundColor } = getComputedStyle(each);
    if (backgroundColor !== 'transparent' && !/, 0\)$|\/ 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return undefined;
}

/** Red, green and blue of a computed colour, whatever notation the browser gives it in. */
function numbers(color: string): Uint8ClampedArray {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

const margin = 24;
const everything = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

interface Line {
  text: string;
  x: number;
  y: number;
  size: number;
  weight: number;
}

/** What both kinds of pictures are drawn from. */
function pictureOf(host: OrgChart, chart: Chart) {
  const { drawing, organization } = chart;
  const { place, mirrored } = host.stage;
  const { size } = lookOf(host);
  const boxes = [];
  const lines: Line[] = [];
  const further: { d: string; dotted: boolean }[] = [];
  for (let slot = 1; slot <= drawing.count; slot++) {
    const { x, y, width, height } = drawing;
    const left = mirrored ? drawing.size[0] - x[slot] - width[slot] : x[slot];
    boxes.push({ x: left, y: y[slot], width: width[slot], height: height[slot] });
    const { name, notes } = chart.textOf(slot);
    const start = mirrored ? left + width[slot] - card.padding * size : left + card.padding * size;
    let bottom = y[slot] + card.padding * size + 1;
    for (const [texts, font] of [
      [name, card.name],
      [notes, card.note],
    ] as const) {
      for (const text of texts) {
        bottom += font.size * font.line * size;
        lines.push({
          text,
          x: start,
          y: bottom - font.size * size * 0.35,
          size: font.size * size,
          weight: font.weight,
        });
      }
    }
    for (const { unit, line } of organization.units[drawing.unit[slot]].reports_to ?? []) {
      const to = chart.slots[chart.find(unit)];
      if (to) further.push({ d: curveBetween(drawing, slot, to, place, [0, 0]), dotted: line !== 'solid' });
    }
  }
  return { boxes, lines, further, path: linesIn(drawing, everything, place, [0, 0]), size: drawing.size };
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[^\t\n\r\x20-\ufffd]/g, '');

/** The whole chart as SVG: what is open, in the page's fonts and colours. */
export function toSvg(host: OrgChart): string {
  const chart = host.chart!;
  const look = lookOf(host);
  const { boxes, lines, further, path, size } = pictureOf(host, chart);
  const [width, height] = size.map((length) => Math.ceil(length) + 2 * margin);
  const direction = host.stage.mirrored ? ' direction="rtl"' : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}"`,
    `${direction}><g font-family="${escape(look.family)}" fill="${look.text}">`,
    `<rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" fill="${look.background}"/>`,
    `<path d="${path}" fill="none" stroke="${look.line}" stroke-width="1.5"/>`,
    ...further.map(
      ({ d, dotted }) =>
        `<path d="${d}" fill="none" stroke="${look.text}" stroke-width="1.5"${dotted ? ' stroke-dasharray="2 4"' : ''}/>`,
    ),
    ...boxes.map(
      ({ x, y, width, height }) =>
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${look.background}" stroke="${look.line}"/>`,
    ),
    ...lines.map(
      ({ text, x, y, size, weight }) =>
        `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}">${escape(text)}</text>`,
    ),
    '</g></svg>',
  ].join('\n');
}

/** Most pixels of a picture, and of one of its sides: what Safari can hold. */
const mostPixels = [16_000_000, 16_384] as const;

/** The whole chart as PNG, twice as fine as the page where that is possible. */
export async function toPng(host: OrgChart): Promise<Blob> {
  const chart = host.chart!;
  const look = lookOf(host);
  const { boxes, lines, further, path, size } = pictureOf(host, chart);
  const [width, height] = size.map((length) => Math.ceil(length) + 2 * margin);
  const scale = Math.min(2, Math.sqrt(mostPixels[0] / (width * height)), mostPixels[1] / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.fillStyle = look.background;
  context.fillRect(0, 0, width, height);
  context.translate(margin, margin);
  context.lineWidth = 1.5;
  context.strokeStyle = look.line;
  context.stroke(new Path2D(path));
  context.strokeStyle = look.text;
  for (const { d, dotted } of further) {
    context.setLineDash(dotted ? [2, 4] : []);
    context.stroke(new Path2D(d));
  }
  context.setLineDash([]);
  context.strokeStyle = look.line;
  context.lineWidth = 1;
  for (const { x, y, width, height } of boxes) {
    context.beginPath();
    context.roundRect(x, y, width, height, 6);
    context.fillStyle = look.background;
    context.fill();
    context.stroke();
  }
  context.fillStyle = look.text;
  context.direction = host.stage.mirrored ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  for (const { text, x, y, size, weight } of lines) {
    context.font = `${weight} ${size}px ${look.family}`;
    context.fillText(text, x, y);
  }
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('This chart is too large for a picture.'))),
      'image/png',
    );
  });
}

/**
 * All units as a table (RFC 4180), with a byte order mark for spreadsheets. What a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
export function toCsv({ organization, range }: Chart): string {
  const { units, parent, level } = organization;
  const cell = (value: string | number = '') => {
    const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = [['id', 'name', 'parent', 'parent_name', 'level', 'kind', 'head', 'state', 'reports_to', 'url']];
  for (let index = range[0]; index < range[1]; index++) {
    const { id, name, kind, head, state, reports_to: also = [], url } = units[index];
    const above = units[parent[index]] as { id: string; name: string } | undefined;
    rows.push(
      [
        id,
        name,
        above?.id,
        above?.name,
        level[index] + 1,
        kind,
        head,
        state,
        also.map((each) => each.unit).join(' '),
        url,
      ].map(cell),
    );
  }
  return `\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function save(content: Blob, extension: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = `chart.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const svg = (host: OrgChart) => save(new Blob([toSvg(host)], { type: 'image/svg+xml' }), 'svg');
export const png = async (host: OrgChart) => save(await toPng(host), 'png');
export const csv = (host: OrgChart) => save(new Blob([toCsv(host.chart!)], { type: 'text/csv' }), 'csv');

/** Prints the page with the chart as a list, on as many sheets as it takes. */
export async function printList(host: OrgChart) {
  await host.prepareToPrint('list');
  print();
}

/** Prints the page with the chart as a picture that fits one sheet. */
export async function printPage(host: OrgChart) {
  const picture = new DOMParser().parseFromString(toSvg(host), 'image/svg+xml').documentElement;
  host.renderRoot.querySelector('.print-page')!.replaceChildren(picture);
  await host.prepareToPrint('page');
  print();
}
