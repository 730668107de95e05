// Can an accent be read? As WCAG 2.2 computes it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).

/** Backgrounds of the two pages in the preview, and of the elements' own themes. */
export const backgrounds = { light: '#ffffff', dark: '#16191d' };
/** The least for text. */
export const readable = 4.5;

const channels = (color: string) => [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. @param color `#rrggbb`. */
export function contrast(color: string, background: string): number {
  const [dark, light] = [luminance(color), luminance(background)].sort((one, two) => one - two);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour nearest to this one that can be read: mixed with black on a light background, with white on a dark one. */
export function readableNear(color: string, background: string): string {
  const end = luminance(background) > 0.18 ? 0 : 255;
  for (let share = 0; share < 100; share++) {
    const mixed = channels(color).map((channel) => Math.round(channel + ((end - channel) * share) / 100));
    const hex = `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(hex, background) >= readable) return hex;
  }
  return end ? '#ffffff' : '#000000';
}
