/** Where an arrow key leads: 1 is to the right, and down. */
export type Direction = readonly [across: number, down: number];

export const directions: Partial<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Is it a shortcut of the browser or the page? */
export const isShortcut = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;
