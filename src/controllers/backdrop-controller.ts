import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells styles the colour of the page behind an element, for what has to cover something, and the colour of text on it: in
 * `--backdrop` and `--backdrop-text` of its `.base`. Neither is set while the page shows a picture or a gradient there, or
 * nothing that one can know. It looks again when the colour of the text changes, as when a page turns dark: for that the
 * styles give something inside of it `transition: color 1ms`; and when the page has faded to another background.
 */
export class BackdropController implements ReactiveController {
  #base?: HTMLElement;

  constructor(private host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected() {
    this.#base = undefined;
    document.addEventListener('transitionend', this.#onTransition);
  }

  hostDisconnected() {
    document.removeEventListener('transitionend', this.#onTransition);
  }

  hostUpdated() {
    // What a server has drawn may have lost its classes on the way.
    const base = this.host.shadowRoot!.querySelector<HTMLElement>('.base');
    if (!base || base === this.#base) return;
    this.#base = base;
    for (const type of ['transitionrun', 'transitionend'] as const) base.addEventListener(type, this.#onTransition);
    this.#look();
  }

  #onTransition = ({ propertyName }: TransitionEvent) => {
    if (this.#base && /^(background-)?color$/.test(propertyName)) this.#look();
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
