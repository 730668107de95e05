import { card } from '../model/card-sizes.js';
import type { ChartModel } from '../model/chart-model.js';
import type { ChartMessages } from '../../../i18n/messages/org-chart.js';
import { curveBetween, connectorsIn } from '../view/connectors.js';
import type { Viewport } from '../view/viewport.js';

/** The element of a chart. */
export interface PictureHost extends Element {
  readonly chart?: ChartModel;
  readonly messages?: ChartMessages;
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
  plate: string;
  accent: string;
  /** `font-family` as in CSS. */
  family: string;
  radius: number;
  isRtl: boolean;
  /** Paths, as the `d` of SVG: `lines` are drawn in `line`, what tells kinds of units apart is filled with `accent`. */
  lines: string;
  bars: string;
  secondaryLines: { d: string; dotted: boolean }[];
  boxes: { x: number; y: number; width: number; height: number; dashed: boolean }[];
  /** Round, on a ground of `plate`. */
  portraits: Portrait[];
  texts: Text[];
}

/** Where the picture of a person stands, and its URL. */
export interface Portrait {
  x: number;
  y: number;
  size: number;
  src: string;
}

/** One line of text. */
interface Text {
  text: string;
  /** Where the line begins, and its base line. */
  x: number;
  y: number;
  size: number;
  weight: number;
  /** CSS colour. */
  color: string;
  struck: boolean;
}

/** Free room around the chart, in pixels. */
export const margin = 24;

const everything = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** The whole chart: all that is open, and the legend below it. */
export function pictureOf(host: PictureHost): Picture {
  const chart = host.chart!;
  const { geometry, organization } = chart;
  const { toScreenX, isRtl } = host.viewport;
  const { x, y, width, height, size } = geometry;
  const slots = Array.from({ length: geometry.count }).map((_, index) => index + 1);
  const look = lookOf(host);
  const { em } = look;
  const leftOf = (slot: number) => toScreenX(x[slot], width[slot]);
  const legend = legendOf(host, look);
  return {
    ...look,
    width: Math.ceil(size[0]) + 2 * margin,
    height: Math.ceil(size[1]) + 2 * margin + legend.height,
    isRtl,
    lines: connectorsIn(geometry, everything, toScreenX, [0, 0]) + legend.lines,
    bars:
      slots
        .map((slot) => {
          const left = isRtl ? leftOf(slot) + width[slot] - barWidth * em : leftOf(slot);
          return barOf(chart.unitAt(slot).kind, left, y[slot], height[slot], em);
        })
        .join('') + legend.bars,
    secondaryLines: chart.secondaryLines.map(({ from, to, dotted }) => ({
      d: curveBetween(geometry, from, to, toScreenX, [0, 0]),
      dotted,
    })),
    boxes: slots.map((slot) => ({
      x: leftOf(slot),
      y: y[slot],
      width: width[slot],
      height: height[slot],
      dashed: /vacant|eliminated|disclosed/.test(chart.unitAt(slot).state ?? ''),
    })),
    portraits: slots.flatMap((slot) => {
      const { image: src } = organization.units[geometry.unit[slot]];
      const portraitSize = card.picture * em;
      const inset = card.padding * em + 1;
      const left = isRtl ? leftOf(slot) + width[slot] - inset - portraitSize : leftOf(slot) + inset;
      return src ? [{ x: left, y: y[slot] + inset, size: portraitSize, src }] : [];
    }),
    texts: [...slots.flatMap((slot) => textsOf(chart, slot, leftOf(slot), isRtl, look)), ...legend.texts],
  };
}

/** Of the bar that tells the kind of a unit, in `em`; card.styles.ts draws by the same. */
const barWidth = 0.3;

/** Solid for an office, dotted for a post. */
function barOf(kind: string | undefined, left: number, top: number, height: number, em: number): string {
  const width = barWidth * em;
  if (kind === 'office') return `M${left} ${top}h${width}v${height}h${-width}z`;
  if (kind !== 'post') return '';
  const dots = Array.from({ length: Math.ceil(height / (2 * width)) }).map((_, index) => 2 * width * index);
  return dots.map((from) => `M${left} ${top + from}h${width}v${Math.min(width, height - from)}h${-width}z`).join('');
}

/** What the bars say, in lines as long as the chart is wide. */
function legendOf({ chart, messages, viewport }: PictureHost, { em, text: color }: Look) {
  const { kinds, geometry, sizes } = chart!;
  const { size, line, weight } = card.note;
  const step = size * line * em;
  const gap = 1.5 * em;
  const indent = 0.65 * em;
  const legend = { lines: '', bars: '', texts: [] as Text[], height: 0 };
  let start = 0;
  let top = geometry.size[1] + margin;
  for (const kind of kinds) {
    const text = messages!.kinds[kind];
    const length = indent + sizes.rulers[1].measure(text);
    if (start && start + length > geometry.size[0]) {
      start = 0;
      top += step;
    }
    const place = (from: number, width = 0) => (viewport.isRtl ? geometry.size[0] - from - width : from);
    const left = place(start, barWidth * em);
    if (kind === 'unit') legend.lines += `M${left} ${top}h${barWidth * em}v${step}h${-barWidth * em}z`;
    else legend.bars += barOf(kind, left, top, step, em);
    const y = top + step - size * em * 0.35;
    legend.texts.push({ text, x: place(start + indent), y, size: size * em, weight, color, struck: false });
    legend.height = top + step - geometry.size[1];
    start += length + gap;
  }
  return legend;
}

/** The lines of a card's text, as a browser breaks them. */
function textsOf(chart: ChartModel, slot: number, left: number, mirrored: boolean, look: Look): Text[] {
  const { em, text: color, muted } = look;
  const { sizes, geometry } = chart;
  const { y, width } = geometry;
  const unit = geometry.unit[slot];
  const [long, small] = sizes.rulers;
  const beside = chart.hasPicture(unit) ? (card.picture + card.pictureGap) * em : 0;
  const indent = card.padding * em + 1 + beside;
  const start = mirrored ? left + width[slot] - indent : left + indent;
  const isEliminated = chart.unitAt(slot).state === 'eliminated';
  let bottom = y[slot] + card.padding * em + 1;
  const set = (text: string, { size, line, weight }: { size: number; line: number; weight: number }) => {
    bottom += size * line * em;
    return { text, x: start, y: bottom - size * em * 0.35, size: size * em, weight };
  };
  return [
    ...long
      .wrap(chart.nameAt(unit), sizes.width - beside)
      .map((text) => ({ ...set(text, card.name), color, struck: isEliminated })),
    ...chart
      .notesAt(unit)
      .flatMap((note) => small.wrap(note, sizes.width - beside))
      .map((text) => ({ ...set(text, card.note), color: muted, struck: false })),
  ];
}

type Look = ReturnType<typeof lookOf>;

function lookOf(host: PictureHost) {
  const base = host.renderRoot.querySelector<HTMLElement>('.base')!;
  const drawn = host.renderRoot.querySelector('.card')!;
  const style = getComputedStyle(base);
  const { color, fontFamily, fontSize } = style;
  const { backgroundColor, borderTopLeftRadius } = getComputedStyle(drawn);
  const ground = over(style.getPropertyValue('--backdrop'), [255, 255, 255, 255]);
  const text = over(color, ground);
  const surface = over(backgroundColor, ground);
  return {
    text: rgb(text),
    muted: rgb(over(colorOf(base, 'var(--muted)'), surface)),
    background: rgb(ground),
    card: rgb(surface),
    // As the lines of the page are: four tenths of the text's colour.
    line: rgb(text.map((part, index) => part * 0.4 + ground[index] * 0.6)),
    plate: rgb(over(colorOf(base, 'var(--plate)'), surface)),
    accent: rgb(over(colorOf(base, 'var(--accent)'), surface)),
    family: fontFamily,
    radius: parseFloat(borderTopLeftRadius),
    em: parseFloat(fontSize),
  };
}

/** A colour as the page computes it. */
function colorOf(base: Element, color: string): string {
  const probe = document.createElement('span');
  probe.style.color = color;
  base.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return computed;
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
