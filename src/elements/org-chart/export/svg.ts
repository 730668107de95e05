import { margin, type Picture } from './picture.js';

type Attributes = Record<string, string | number | false>;

/**
 * A chart as an SVG element: text stays text, in the fonts of the page where the reader has them. It is made of elements,
 * since pages with Trusted Types let nobody parse markup.
 */
export function toSvg({ width, height, ...picture }: Picture): SVGElement {
  const { text, background, card, line, family, radius, isRtl, lines, secondaryLines, boxes, texts } = picture;
  const frame = { x: -margin, y: -margin, width, height };
  return element(
    'svg',
    { width, height, viewBox: Object.values(frame).join(' '), direction: isRtl && 'rtl', 'font-family': family },
    element('rect', { ...frame, fill: background }),
    element('path', { d: lines, fill: 'none', stroke: line }),
    ...boxes.map(({ dashed, ...box }) =>
      element('rect', { ...box, rx: radius, fill: card, stroke: line, 'stroke-dasharray': dashed && '4 3' }),
    ),
    ...secondaryLines.map(({ d, dotted }) =>
      element('path', {
        d,
        fill: 'none',
        stroke: text,
        'stroke-linecap': 'round',
        'stroke-dasharray': dotted && '2 5',
      }),
    ),
    ...texts.map(({ x, y, size, weight, struck, text: messages }) => {
      const decoration = struck && 'line-through';
      const look = { fill: text, 'font-size': size, 'font-weight': weight, 'text-decoration': decoration };
      return element('text', { x, y, ...look }, messages);
    }),
  );
}

/** As a file: XML can't hold every character that a name can. */
export const toSvgFile = (picture: Picture): string =>
  new XMLSerializer()
    .serializeToString(toSvg(picture))
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

function element(name: string, attributes: Attributes, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(key, `${value}`);
  made.append(...children);
  return made;
}
