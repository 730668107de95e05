import { margin, type Picture } from './picture.js';
import type { Portraits } from './portraits.js';

/** Most pixels of a picture, and of one of its sides: what Safari can hold. */
const maxPixels = 16_000_000;
const maxLength = 16_384;

/**
 * A chart as PNG, in the page's own fonts, twice as fine as the page where that is possible.
 *
 * @throws {Error} When the browser can't make a picture so large.
 */
export function toPng({ width, height, ...picture }: Picture, known: Portraits): Promise<Blob> {
  const { text, background, card, line, plate, accent, family, radius, isRtl, lines, bars } = picture;
  const { secondaryLines, boxes, portraits, texts } = picture;
  const scale = Math.min(2, Math.sqrt(maxPixels / (width * height)), maxLength / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  context.translate(margin, margin);
  context.strokeStyle = line;
  context.stroke(new Path2D(lines));
  context.fillStyle = card;
  for (const box of boxes) {
    context.setLineDash(box.dashed ? [4, 3] : []);
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, radius);
    context.fill();
    context.stroke();
  }
  context.fillStyle = accent;
  context.fill(new Path2D(bars));
  context.fillStyle = plate;
  for (const { x, y, size, src } of portraits) {
    context.beginPath();
    context.arc(x + size / 2, y + size / 2, size / 2, 0, 2 * Math.PI);
    context.fill();
    const portrait = known.get(src);
    if (portrait) context.drawImage(portrait, x, y, size, size);
  }
  context.strokeStyle = text;
  for (const { d, dotted } of secondaryLines) {
    context.setLineDash(dotted ? [2, 5] : []);
    context.stroke(new Path2D(d));
  }
  context.direction = isRtl ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  for (const entry of texts) {
    context.font = `${entry.weight} ${entry.size}px ${family}`;
    context.fillStyle = entry.color;
    context.fillText(entry.text, entry.x, entry.y);
    if (!entry.struck) continue;
    const length = context.measureText(entry.text).width;
    context.fillRect(isRtl ? entry.x - length : entry.x, entry.y - entry.size * 0.3, length, 1);
  }
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => {
      if (blob) done(blob);
      else fail(new Error('This chart is too large for a picture.'));
    }, 'image/png');
  });
}
