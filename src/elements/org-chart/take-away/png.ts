import { margin, type Picture } from './picture.js';

/** Most pixels of a picture, and of one of its sides: what Safari can hold. */
const mostPixels = 16_000_000;
const mostLength = 16_384;

/**
 * A chart as PNG, in the page's own fonts, twice as fine as the page where that is possible.
 *
 * @throws {Error} When the browser can't make a picture so large.
 */
export function toPng({ width, height, ...picture }: Picture): Promise<Blob> {
  const { text, background, card, line, family, radius, mirrored, lines, further, boxes, texts } = picture;
  const scale = Math.min(2, Math.sqrt(mostPixels / (width * height)), mostLength / Math.max(width, height));
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
  context.strokeStyle = context.fillStyle = text;
  for (const { d, dotted } of further) {
    context.setLineDash(dotted ? [2, 5] : []);
    context.stroke(new Path2D(d));
  }
  context.direction = mirrored ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  for (const each of texts) {
    context.font = `${each.weight} ${each.size}px ${family}`;
    context.fillText(each.text, each.x, each.y);
    if (!each.struck) continue;
    const length = context.measureText(each.text).width;
    context.fillRect(mirrored ? each.x - length : each.x, each.y - each.size * 0.3, length, 1);
  }
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => {
      if (blob) done(blob);
      else fail(new Error('This chart is too large for a picture.'));
    }, 'image/png');
  });
}
