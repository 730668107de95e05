import { card } from '../model/card-sizes.js';
import type { ChartModel } from '../model/chart-model.js';
import { curveBetween, connectorsIn } from '../view/connectors.js';
import type { Viewport } from '../view/viewport.js';

/** The element of a chart. */
export interface PictureHost extends Element {
  readonly chart?: ChartModel;
  readonly renderRoot: ParentNode;
  readonly viewport: Pick<Viewport, 'isRtl' | 'toScreenX'>;
}

/**
 * What pictures of a chart are drawn from: where the cards stand, not the page, so that they are whole, and the same in
 * every browser; and the colours and fonts of the page, so that they look like it.
 */
export interface Picture {
  /** In pixels, with the margin around the chart. */
  width: number;
  height: number;
  /** CSS colours. */
  text: string;
  background: string;
  card: string;
  line: string;
  /** `font-family` as in CSS. */
  family: string;
  radius: number;
  isRtl: boolean;
  /** Paths, as the `d` of SVG. */
  lines: string;
  secondaryLines: { d: string; dotted: boolean }[];
  boxes: { x: number; y: number; width: number; height: number; dashed: boolean }[];
  texts: Text[];
}

/** One line of text. */
interface Text {
  text: string;
  /** Where the line begins, and its base line. */
  x: number;
  y: number;
  size: number;
  weight: number;
  struck: boolean;
}

/** Free room around the chart, in pixels. */
export const margin = 24;

const everything = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** The whole chart: all that is open. */
export function pictureOf(host: PictureHost): Picture {
  const chart = host.chart!;
  const { geometry } = chart;
  const { toScreenX, isRtl } = host.viewport;
  const { x, y, width, height, size } = geometry;
  const slots = Array.from({ length: geometry.count }).map((_, index) => index + 1);
  const look = lookOf(host);
  return {
    ...look,
    width: Math.ceil(size[0]) + 2 * margin,
    height: Math.ceil(size[1]) + 2 * margin,
    isRtl,
    lines: connectorsIn(geometry, everything, toScreenX, [0, 0]),
    secondaryLines: chart.secondaryLines.map(({ from, to, dotted }) => ({
      d: curveBetween(geometry, from, to, toScreenX, [0, 0]),
      dotted,
    })),
    boxes: slots.map((slot) => ({
      x: toScreenX(x[slot], width[slot]),
      y: y[slot],
      width: width[slot],
      height: height[slot],
      dashed: /vacant|eliminated|disclosed/.test(chart.unitAt(slot).state ?? ''),
    })),
    texts: slots.flatMap((slot) => textsOf(chart, slot, toScreenX(x[slot], width[slot]), isRtl, look.em)),
  };
}

/** The lines of a card's text, as a browser breaks them. */
function textsOf(chart: ChartModel, slot: number, left: number, mirrored: boolean, em: number) {
  const { sizes, geometry } = chart;
  const { y, width } = geometry;
  const unit = geometry.unit[slot];
  const [long, small] = sizes.rulers;
  const start = mirrored ? left + width[slot] - card.padding * em : left + card.padding * em;
  const isEliminated = chart.unitAt(slot).state === 'eliminated';
  let bottom = y[slot] + card.padding * em + 1;
  const set = (
    text: string,
    { size, line, weight }: { size: number; line: number; weight: number },
    struck: boolean,
  ) => {
    bottom += size * line * em;
    return { text, x: start, y: bottom - size * em * 0.35, size: size * em, weight, struck };
  };
  return [
    ...long.wrap(chart.nameAt(unit), sizes.width).map((text) => set(text, card.name, isEliminated)),
    ...chart
      .notesAt(unit)
      .flatMap((note) => small.wrap(note, sizes.width))
      .map((text) => set(text, card.note, false)),
  ];
}

function lookOf(host: PictureHost) {
  const base = host.renderRoot.querySelector('.base')!;
  const drawn = host.renderRoot.querySelector('.card')!;
  const style = getComputedStyle(base);
  const { color, fontFamily, fontSize } = style;
  const { backgroundColor, borderTopLeftRadius } = getComputedStyle(drawn);
  const ground = over(style.getPropertyValue('--backdrop'), [255, 255, 255, 255]);
  const text = over(color, ground);
  return {
    text: rgb(text),
    background: rgb(ground),
    card: rgb(over(backgroundColor, ground)),
    // As the lines of the page are: four tenths of the text's colour.
    line: rgb(text.map((part, index) => part * 0.4 + ground[index] * 0.6)),
    family: fontFamily,
    radius: parseFloat(borderTopLeftRadius),
    em: parseFloat(fontSize),
  };
}

const rgb = ([red, green, blue]: readonly number[]) => `rgb(${[red, green, blue].map(Math.round).join(', ')})`;

/** A computed colour, whatever notation the browser gives it in, on a ground: red, green, blue and alpha up to 255. */
function over(color: string, ground: readonly number[]): readonly number[] {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
  for (const entry of [`rgb(${ground.slice(0, 3).join(' ')} / ${ground[3] / 255})`, color]) {
    context.fillStyle = entry;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data];
}
