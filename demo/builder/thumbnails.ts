// A drawing of each element, in two tones: who knows what a list looks like finds it before reading its name.
import { html, svg, type SVGTemplateResult } from 'lit';

type Box = readonly [x: number, y: number, width: number, height: number];

/** Text and lines in one tone, what stands out in the accent. */
const boxes = (name: string, list: readonly Box[], radius = 1.5) =>
  list.map(
    ([x, y, width, height]) => svg`<rect class=${name} x=${x} y=${y} width=${width} height=${height} rx=${radius} />`,
  );
const text = (...list: Box[]) => boxes('text', list);
const area = (...list: Box[]) => boxes('area', list, 2.5);
const accent = (...list: Box[]) => boxes('accent', list);

const row = (y: number) => [
  ...accent([6, y, 12, 3]),
  ...text([6, y + 5, 50, 4]),
  ...text([6, y + 11, 34, 2.5]),
  ...area([66, y, 24, 14]),
];
const card = (x: number) => [...area([x, 7, 26, 22]), ...text([x, 33, 24, 4]), ...text([x, 40, 18, 3], [x, 46, 22, 3])];
const person = (y: number) => [
  svg`<circle class="area" cx="18" cy=${y + 8} r="9" />`,
  ...text([33, y, 36, 4], [33, y + 7, 24, 3]),
  ...accent([33, y + 13, 30, 3]),
];
const line = (path: string, name = 'line') => svg`<path class=${name} d=${path} />`;

const drawings: Record<string, () => SVGTemplateResult[]> = {
  'news-feed': () => [6, 24, 42].flatMap(row),
  'press-release': () => [
    ...accent([6, 5, 16, 3]),
    ...text([6, 11, 76, 5]),
    ...area([6, 20, 84, 18]),
    ...text([6, 42, 84, 3], [6, 48, 80, 3], [6, 54, 52, 3]),
  ],
  'press-contact': () => [10, 36].flatMap(person),
  'org-chart': () => [
    line('M48 18V30M16 40V30H80V40M48 30V40'),
    ...accent([33, 6, 30, 12]),
    ...area([4, 40, 25, 12], [35.5, 40, 25, 12], [67, 40, 25, 12]),
  ],
  'site-menu': () => [
    ...accent([6, 8, 16, 4]),
    ...text([28, 8, 16, 4], [50, 8, 16, 4], [72, 8, 16, 4]),
    ...area([6, 18, 84, 34]),
    ...text([12, 24, 22, 3], [12, 31, 18, 3], [12, 38, 20, 3], [50, 24, 26, 3], [50, 31, 20, 3], [50, 38, 24, 3]),
  ],
  about: () => [
    ...text([6, 8, 40, 5], [6, 19, 84, 3], [6, 25, 80, 3], [6, 31, 60, 3]),
    ...accent([6, 41, 14, 6], [36, 41, 14, 6], [66, 41, 14, 6]),
    ...text([6, 50, 22, 2.5], [36, 50, 20, 2.5], [66, 50, 22, 2.5]),
  ],
  'key-figures': () =>
    [6, 38, 70].flatMap((x, index) => [
      ...accent([x, 10, 20, 9]),
      ...text([x, 23, 18, 3]),
      line(
        `M${x} ${48 - index}L${x + 6} ${42 + index * 2}L${x + 13} ${45 - index * 3}L${x + 20} ${35 + index}`,
        'curve',
      ),
    ]),
  'office-map': () => [
    line(
      'M8 22Q20 8 34 14T50 26Q42 30 40 42T24 34T8 22ZM54 14Q74 4 90 16Q92 28 80 30T64 26ZM62 34Q76 32 80 42T70 52Z',
      'area',
    ),
    svg`<circle class="accent" cx="26" cy="22" r="3.5" /><circle class="accent" cx="72" cy="18" r="3.5" />`,
    svg`<circle class="accent" cx="70" cy="42" r="3.5" />`,
  ],
  'link-cards': () => [4, 35, 66].flatMap(card),
  'sdg-grid': () =>
    Array.from({ length: 12 }, (_, index) => [6 + (index % 4) * 22, 5 + Math.floor(index / 4) * 18] as const).flatMap(
      ([x, y], index) => ([1, 4, 6, 11].includes(index) ? accent([x, y, 18, 14]) : area([x, y, 18, 14])),
    ),
};

/** @param element Tag without `iom-`; one without a drawing of its own gets some lines of text. */
export const renderThumbnail = (element: string) =>
  html`<svg class="thumbnail" viewBox="0 0 96 60" aria-hidden="true">
    ${drawings[element]?.() ?? text([6, 8, 50, 5], [6, 20, 84, 3], [6, 27, 80, 3], [6, 34, 60, 3])}
  </svg>`;
