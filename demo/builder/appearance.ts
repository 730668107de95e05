// The three custom properties that make an element look like a page: accent, font and corners.

/** Families by name; the page's own by default. */
export const fonts = { sans: 'system-ui, sans-serif', serif: "Georgia, 'Times New Roman', serif" };
/** Of corners, by name; 0.375em by default. */
export const radii = { none: '0', round: '1em' };

export interface Appearance {
  /** `#rrggbb`; empty for a blue that fits the page. */
  accent: string;
  font: '' | keyof typeof fonts;
  radius: '' | keyof typeof radii;
}

export const isAccent = (value: string): boolean => /^#[\da-f]{6}$/i.test(value);
export const isFont = (value: string): value is keyof typeof fonts => Object.hasOwn(fonts, value);
export const isRadius = (value: string): value is keyof typeof radii => Object.hasOwn(radii, value);

/** What differs from the default, as custom properties. */
export function propertiesOf({ accent, font, radius }: Appearance): Record<string, string> {
  return {
    ...(isAccent(accent) && { '--iom-accent': accent }),
    ...(font && { '--iom-font': fonts[font] }),
    ...(radius && { '--iom-radius': radii[radius] }),
  };
}

/** The same as CSS, on one line. */
export const declarationsOf = (appearance: Appearance): string =>
  Object.entries(propertiesOf(appearance))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
