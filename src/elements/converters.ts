import type { ComplexAttributeConverter } from 'lit';

/** Words separated by commas: `tags="migration, Cône Sud"`. */
export const words: ComplexAttributeConverter<readonly string[]> = {
  fromAttribute: (value) => value?.split(',').flatMap((word) => word.trim() || []) ?? [],
};

/** A switch that `"false"` turns off, as editors write it that can't leave an attribute out. */
export const flag: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value !== 'false',
};

/** A whole number from `least` to `most`; `otherwise` for anything else. */
export const whole = (least: number, most: number, otherwise: number): ComplexAttributeConverter<number> => ({
  fromAttribute: (value) => (value && +value >= least && +value <= most ? Math.floor(+value) : otherwise),
});
