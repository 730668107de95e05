/** Narrower than this, in `em`, a list is not read in its place. */
const minWidth = 16;
/** Pixels that stay free between what is raised and the lower or upper edge of the window. */
const gap = 8;

/**
 * Shows what a menu opens where it is seen. It stays in its place where it can; where that is cut off, covered, too narrow,
 * or held where no scrolling reaches the rest of it, it goes to the top layer, beside the menu. Engines without popovers
 * fix it to the window, which no `overflow` cuts off.
 */
export class Overlay {
  #nav?: HTMLElement;
  #raised?: HTMLElement;
  /** Whether the menu keeps room for a panel: a low frame grows with what stands in it. */
  #isReserved = false;

  constructor(private host: HTMLElement) {}

  /** The panel or list that lies over the page. */
  get raised(): HTMLElement | undefined {
    return this.#raised;
  }

  /**
   * @param box The panel or the list that is open, if any.
   * @param isPanel A panel lies over the page in its place too; a list pushes the page down.
   */
  show(nav: HTMLElement, box: HTMLElement | null, isPanel: boolean): void {
    this.#nav = nav;
    if (this.#raised && this.#raised !== box) this.close();
    if (box && !this.#raised && !this.#isReserved) {
      if (isInLowFrame(nav, box)) this.#isReserved = isPanel;
      else if (this.#hasToRise(nav, box)) this.#raise(box);
    }
    this.#isReserved &&= !!box && isPanel;
    nav.style.marginBlockEnd = this.#isReserved ? `${box!.offsetHeight}px` : '';
    this.#place();
  }

  /** Takes back what is raised. */
  close(): void {
    const box = this.#raised;
    if (!box) return;
    this.#raised = undefined;
    box.classList.remove('raised');
    box.removeAttribute('popover');
    box.style.cssText = '';
    document.removeEventListener('scroll', this.#follow, true);
    removeEventListener('resize', this.#follow);
  }

  #raise(box: HTMLElement) {
    this.#raised = box;
    box.classList.add('raised');
    if ('popover' in box) {
      box.popover = 'manual';
      box.showPopover();
    }
    document.addEventListener('scroll', this.#follow, { capture: true, passive: true });
    addEventListener('resize', this.#follow);
  }

  #follow = () => this.#place();

  /** Below the menu, or above it where there is more room. */
  #place() {
    const box = this.#raised;
    if (!box || !this.#nav) return;
    const { left, right, top, bottom, width } = this.#nav.getBoundingClientRect();
    const { fontSize, direction } = getComputedStyle(box);
    const wide = Math.min(Math.max(width, 20 * parseFloat(fontSize)), innerWidth);
    const { style, scrollTop } = box;
    Object.assign(style, {
      position: 'fixed',
      inset: '0 auto auto 0',
      width: `${wide}px`,
      height: 'auto',
      maxHeight: 'none',
    });
    // Where the page zooms the menu, its pixels are others than the window's.
    const zoom = box.getBoundingClientRect().width / wide;
    const px = (value: number) => `${value / zoom}px`;
    style.width = px(wide);
    const { height, left: x, top: y } = box.getBoundingClientRect();
    const [below, above] = [innerHeight - bottom - gap, top - gap];
    const isBelow = below >= Math.min(height, above);
    const start = direction === 'rtl' ? right - wide : left;
    style.left = px(Math.max(0, Math.min(start, innerWidth - wide)) - x);
    style.maxHeight = px(Math.max(isBelow ? below : above, 0));
    style.top = px((isBelow ? bottom : top - Math.min(height, above)) - y);
    box.scrollTop = scrollTop;
  }

  #hasToRise(nav: HTMLElement, box: HTMLElement): boolean {
    const around = nav.getBoundingClientRect();
    // Nobody looks at it.
    if (around.bottom < 0 || around.top > innerHeight) return false;
    const { bottom } = box.getBoundingClientRect();
    return isNarrow(nav) || !isSeen(this.host, box) || (bottom > innerHeight && isPinned(nav));
  }
}

const isNarrow = (nav: HTMLElement) => nav.clientWidth < minWidth * parseFloat(getComputedStyle(nav).fontSize);

/** In a frame as low as the menu a panel has no room at all, in the top layer neither. */
function isInLowFrame(nav: HTMLElement, box: HTMLElement): boolean {
  const { top, bottom } = nav.getBoundingClientRect();
  return parent !== window && Math.max(innerHeight - bottom, top) < Math.min(box.offsetHeight, 160);
}

/** Is a box what one sees at its edges? Far down a notice of the page may lie over it. */
function isSeen(host: HTMLElement, box: HTMLElement): boolean {
  const rect = box.getBoundingClientRect();
  const [left, right] = [Math.max(rect.left, 0) + 4, Math.min(rect.right, innerWidth) - 4];
  const [top, bottom] = [rect.top + 4, Math.min(rect.bottom, innerHeight, rect.top + 200) - 4];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const root = host.getRootNode() as Document | ShadowRoot;
  return [
    [x, top],
    [x, bottom],
    [left, y],
    [right, y],
  ].every((point) => root.elementFromPoint(...(point as [number, number])) === host);
}

/** Does it stay in the window while the page is scrolled? */
function isPinned(element: Element): boolean {
  for (let at: Element | undefined | null = element; at; at = aroundOf(at)) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
  }
  return false;
}

const aroundOf = (element: Element) =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
