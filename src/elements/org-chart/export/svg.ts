import { margin, type Picture } from './picture.js';
import type { Portraits } from './portraits.js';

type Attributes = Record<string, string | number | false>;

/**
 * A chart as an SVG element: text stays text, in the fonts of the page where the reader has them. It is made of elements,
 * since pages with Trusted Types let nobody parse markup.
 *
 * @param hrefOf Where a portrait is: its URL on a page; none where it can't be had.
 */
export function toSvg(
  { width, height, ...picture }: Picture,
  hrefOf: (src: string) => string | undefined = (src) => src,
): SVGElement {
  const { text, background, card, line, plate, accent, family, radius, isRtl, lines, bars } = picture;
  const { secondaryLines, boxes, portraits, texts } = picture;
  const frame = { x: -margin, y: -margin, width, height };
  return element(
    'svg',
    { width, height, viewBox: Object.values(frame).join(' '), direction: isRtl && 'rtl', 'font-family': family },
    element('rect', { ...frame, fill: background }),
    element('path', { d: lines, fill: 'none', stroke: line }),
    ...boxes.map(({ dashed, ...box }) =>
      element('rect', { ...box, rx: radius, fill: card, stroke: line, 'stroke-dasharray': dashed && '4 3' }),
    ),
    element('path', { d: bars, fill: accent }),
    ...portraits.flatMap(({ x, y, size, src }) => {
      const href = hrefOf(src);
      const around = { x, y, width: size, height: size };
      const look = { preserveAspectRatio: 'xMidYMid slice', 'clip-path': 'circle()' };
      return [
        element('circle', { cx: x + size / 2, cy: y + size / 2, r: size / 2, fill: plate }),
        ...(href ? [element('image', { ...around, ...look, href })] : []),
      ];
    }),
    ...secondaryLines.map(({ d, dotted }) =>
      element('path', {
        d,
        fill: 'none',
        stroke: text,
        'stroke-linecap': 'round',
        'stroke-dasharray': dotted && '2 5',
      }),
    ),
    ...texts.map(({ x, y, size, weight, color, struck, text: words }) => {
      const decoration = struck && 'line-through';
      const look = { fill: color, 'font-size': size, 'font-weight': weight, 'text-decoration': decoration };
      return element('text', { x, y, ...look }, words);
    }),
  );
}

/** As a file, portraits included: XML can't hold every character that a name can. */
export const toSvgFile = (picture: Picture, portraits: Portraits): string =>
  new XMLSerializer()
    .serializeToString(toSvg(picture, (src) => portraits.get(src)?.toDataURL()))
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

function element(name: string, attributes: Attributes, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(key, `${value}`);
  made.append(...children);
  return made;
}
