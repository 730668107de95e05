import { html, type TemplateResult } from 'lit';
import { css } from '../../../tokens/css.js';
import type { ChartMessages } from '../../../i18n/messages/org-chart.js';
import { adoptStyles } from '../../../tokens/adopt-styles.js';
import type { ChartModel } from '../model/chart-model.js';
import type { ChartLayout } from '../layout/types.js';
import type { Viewport } from './viewport.js';

interface MinimapHost {
  readonly chart?: ChartModel;
  readonly renderRoot: ParentNode;
  readonly viewport: Pick<Viewport, 'centre' | 'toScreenX' | 'visibleArea'>;
}

const styles = css`
  .map {
    position: absolute;
    inset-block-end: 0.75em;
    inset-inline-end: 0.75em;
    background: var(--ground);
    border: 1px solid var(--line);
    border-radius: var(--iom-radius, 0.375em);
    cursor: crosshair;
    touch-action: none;
  }
`;

/** Width and most height of the map in pixels. */
const maxSize = [200, 130] as const;

/** All of the chart, small, with the part in view. A pointer moves the view on it; the buttons of the bar do the same. */
export class Minimap {
  #drawn?: ChartLayout;
  #cards?: ImageData;

  constructor(private host: MinimapHost) {
    adoptStyles(host, styles);
  }

  render(messages: ChartMessages): TemplateResult {
    const [width, height] = this.#size();
    return html`<canvas
      class="map"
      part="map"
      role="img"
      aria-label=${messages.map}
      width=${width}
      height=${height}
      @pointerdown=${this.#move}
      @pointermove=${this.#move}
    ></canvas>`;
  }

  draw() {
    const canvas = this.host.renderRoot.querySelector<HTMLCanvasElement>('.map');
    const context = canvas?.getContext('2d');
    const { chart, viewport } = this.host;
    if (!context || !chart) return;
    const { color } = getComputedStyle(canvas!);
    const [width, height] = this.#size();
    const scale = width / chart.geometry.size[0];
    if (this.#drawn !== chart.geometry) this.#paint(context, chart, scale, width, height);
    context.putImageData(this.#cards!, 0, 0);
    const { left, top, right, bottom } = viewport.visibleArea();
    const [from, to] = [viewport.toScreenX(left), viewport.toScreenX(right)].sort((a, b) => a - b);
    context.strokeStyle = color;
    context.lineWidth = 2;
    context.strokeRect(from * scale, top * scale, (to - from) * scale, (bottom - top) * scale);
  }

  /** Every pixel that a card touches: a picture of thousands takes no longer than its pixels do. */
  #paint(context: CanvasRenderingContext2D, chart: ChartModel, scale: number, width: number, height: number) {
    const { geometry } = chart;
    const image = context.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    for (let slot = 1; slot <= geometry.count; slot++) {
      const left = this.host.viewport.toScreenX(geometry.x[slot], geometry.width[slot]);
      const [x1, x2] = [Math.floor(left * scale), Math.ceil((left + geometry.width[slot]) * scale)];
      const [y1, y2] = [geometry.y[slot] * scale, (geometry.y[slot] + geometry.height[slot]) * scale];
      for (let y = Math.floor(y1); y < Math.min(Math.max(y2, y1 + 1), height); y++) {
        pixels.fill(0x80888888, y * width + x1, y * width + Math.min(x2, width));
      }
    }
    this.#drawn = geometry;
    this.#cards = image;
  }

  #size(): [number, number] {
    const [width, height] = this.host.chart!.geometry.size;
    const scale = Math.min(maxSize[0] / width, maxSize[1] / height);
    return [Math.max(20, Math.round(width * scale)), Math.max(20, Math.round(height * scale))];
  }

  #move = (event: PointerEvent) => {
    const { chart, viewport } = this.host;
    if (!event.buttons || !chart) return;
    const [width] = this.#size();
    const scale = width / chart.geometry.size[0];
    viewport.centre(viewport.toScreenX(event.offsetX / scale), event.offsetY / scale);
  };
}
