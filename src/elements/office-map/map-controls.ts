import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages/common.js';
import { minScale, maxScale, type Size, type Viewport } from './viewport.js';

/** Drawn in a square of 16 by lines. */
const icons = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  whole: 'M8 2a6 6 0 110 12A6 6 0 018 2zM2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
};

interface ControlledMap {
  readonly view: Viewport;
  readonly size: Size;
  zoom(factor: number): void;
  pan(across: number, down: number): void;
  showWorld(): void;
}

/** The buttons that do what a hand could do to the map. Those that move it are there for whoever uses keys, while there is something to move. */
export function renderControls(map: ControlledMap, messages: Messages['map']): TemplateResult {
  const { scale } = map.view;
  const isWhole = scale <= minScale(map.size) * 1.001;
  const button = (icon: keyof typeof icons, label: string, action: () => void, enabled = true) =>
    html`<button part="button" class="icon ${icon}" title=${label} ?disabled=${!enabled} @click=${action}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${icons[icon]} /></svg>
    </button>`;
  return html`<div class="zoom">
      ${button('plus', messages.zoomIn, () => map.zoom(1.6), scale < maxScale(map.size) * 0.999)}
      ${button('minus', messages.zoomOut, () => map.zoom(1 / 1.6), !isWhole)}
      ${button('whole', messages.whole, () => map.showWorld(), !isWhole)}
    </div>
    <div class="pad" ?hidden=${isWhole}>
      ${button('up', messages.up, () => map.pan(0, -0.4))} ${button('left', messages.left, () => map.pan(-0.4, 0))}
      ${button('right', messages.right, () => map.pan(0.4, 0))} ${button('down', messages.down, () => map.pan(0, 0.4))}
    </div>`;
}
