import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells styles the colour of the page behind an element, for what has to cover something, and the colour of text on it: in
 * `--backdrop` and `--backdrop-text` of its `.base`. Neither is set while the page shows a picture or a gradient there, or
 * nothing that one can know. It looks again when the colour of the text changes, as when a page turns dark: for that the
 * styles give something inside of it `transition: color 1ms`.
 */
export class BackdropController implements ReactiveController {
  #base?: HTMLElement;

  constructor(private host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected() {
    this.#base = undefined;
  }

  hostUpdated() {
    // What a server has drawn may have lost its classes on the way.
    const base = this.host.shadowRoot!.querySelector<HTMLElement>('.base');
    if (!base || base === this.#base) return;
    this.#base = base;
    base.addEventListener('transitionrun', this.#onTransition);
    this.#look();
  }

  #onTransition = ({ propertyName }: TransitionEvent) => {
    if (propertyName === 'color') this.#look();
  };

  #look() {
    const base = this.#base!;
    const colour = colourBehind(base);
    for (const [name, value] of [
      ['--backdrop', colour],
      ['--backdrop-text', getComputedStyle(base).color],
    ]) {
      if (colour) base.style.setProperty(name, value);
      // WebKit takes an empty value for one.
      else base.style.removeProperty(name);
    }
  }
}

/** @returns Empty where it can't be known. */
function colourBehind(element: Element): string {
  let node: Element | null = element;
  while (node) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    if (backgroundImage !== 'none') return '';
    // Nothing but a colour that lets nothing through is written without its opacity.
    if (!/rgba|\//.test(backgroundColor)) return backgroundColor;
    if (!/\b0\)$/.test(backgroundColor)) return '';
    const root = node.getRootNode();
    node = node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return '';
}
