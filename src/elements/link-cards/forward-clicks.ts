/** Farther than this, in pixels, the pointer has selected text. */
const drag = 5;

/**
 * Makes the text of a card follow its link. The picture and the space around lie under the link itself; the text lies
 * above it, so that it can be selected: what was pressed and let go in one place counts as a click on the link, with the
 * same keys held.
 */
export function forwardTextClicks(root: EventTarget): void {
  let pressed = { x: NaN, y: NaN };
  root.addEventListener('mousedown', (event) => {
    const { clientX: x, clientY: y } = event as MouseEvent;
    pressed = { x, y };
  });
  root.addEventListener('click', (event) => {
    const { target, clientX, clientY } = event as MouseEvent;
    if ((target as Element).closest('a, button')) return;
    const moved = Math.hypot(clientX - pressed.x, clientY - pressed.y) > drag;
    const link = (target as Element).closest('.card')?.querySelector('a');
    if (!moved) link?.dispatchEvent(new MouseEvent('click', event));
  });
}
