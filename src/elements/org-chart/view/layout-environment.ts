import type { ChartMessages } from '../../../i18n/messages/org-chart.js';
import type { Layout } from '../layout/types.js';
import type { LayoutEnvironment } from '../model/chart-model.js';
import type { Viewport } from './viewport.js';

const layouts = ['chart', 'left-to-right', 'outline'];
/** Narrower than this, in `em`, a chart is drawn as an outline. */
const minWidth = 42;

/**
 * The room that a page has for a chart, and its fonts.
 *
 * @param host The element.
 * @param layout What the page asks for, whatever that is; the room decides about the rest.
 * @param width Width of the element in pixels.
 */
export function layoutEnvironment(
  host: Element,
  layout: string,
  width: number,
  { view }: Pick<Viewport, 'view'>,
  messages: ChartMessages,
): LayoutEnvironment {
  const { fontSize, fontFamily } = getComputedStyle(host);
  const em = parseFloat(fontSize);
  return {
    layout: layouts.includes(layout) ? (layout as Layout) : width < minWidth * em ? 'outline' : 'chart',
    container: [width, view?.clientHeight || width * 0.6],
    fontSize: em,
    fontFamily,
    messages,
  };
}
