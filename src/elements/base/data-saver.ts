/**
 * For visitors who want pages to download little: no element shows pictures until asked, by one button above its content.
 * The embed script loads this for them, and for nobody else. On a page that a server has filled, pictures are on their way
 * before any script is.
 */
import { html, nothing, render, type ReactiveController } from 'lit';
import { MessagesController } from '../../controllers/messages-controller.js';
import { loadEmbedMessages } from '../../i18n/messages/embed.js';
import { adoptStyles } from '../../tokens/adopt-styles.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { css } from '../../tokens/css.js';
import { IomElement } from './iom-element.js';

const styles = css`
  .pictures {
    min-block-size: 3.2em;
  }
  .pictures:focus {
    outline: 0;
  }
  img[alt='']:not([src]) {
    display: none;
  }
`;

type EmbedWords = Awaited<ReturnType<typeof loadEmbedMessages>>;

const savers = new WeakMap<Element, DataSaver>();

/** Keeps the pictures of one element back. What stands inside another element is shown with that one’s pictures. */
class DataSaver implements ReactiveController {
  /** The addresses of pictures that are kept back. */
  #held = new WeakMap<Element, { src: string | null; srcset: string | null }>();
  #inside = new Set<DataSaver>();
  #isAsked = false;
  /** Where the button stands. */
  #place?: HTMLElement;
  #messages?: MessagesController<EmbedWords>;
  /** Some elements draw more of themselves later: a chart its cards. */
  #watch = new MutationObserver(() => this.#hold());

  constructor(private host: IomElement) {
    host.addController(this);
    savers.set(host, this);
  }

  /** At once after drawing: a browser asks for a picture when all scripts of the moment have run. */
  hostUpdated() {
    const { host } = this;
    if (host.prerendered !== undefined || this.#isAsked) return;
    this.#watch.observe(host.renderRoot, { subtree: true, childList: true, attributeFilter: ['src', 'srcset'] });
    this.#hold();
    if (this.#place) this.#renderButton();
  }

  hostDisconnected() {
    this.#watch.disconnect();
  }

  #hold() {
    const { host } = this;
    const outer = savers.get((host.getRootNode() as Partial<ShadowRoot>).host!);
    if (outer && outer.#isAsked) return this.#show();
    const pictures = host.renderRoot.querySelectorAll('img:is([src],[srcset])');
    for (const picture of pictures) {
      this.#held.set(picture, { src: picture.getAttribute('src'), srcset: picture.getAttribute('srcset') });
      picture.removeAttribute('srcset');
      picture.removeAttribute('src');
    }
    if (!pictures.length) return;
    if (outer) outer.#inside.add(this);
    (outer ?? this).#offer();
  }

  #offer() {
    if (this.#place) return;
    const { host } = this;
    adoptStyles(host, controlStyles);
    adoptStyles(host, styles);
    this.#place = document.createElement('div');
    this.#place.className = 'pictures';
    host.renderRoot.querySelector('.base')!.prepend(this.#place);
    this.#renderButton();
  }

  /** Its place is kept until the words are there. */
  #renderButton() {
    const { host } = this;
    this.#messages ??= new MessagesController(host, host.language, loadEmbedMessages);
    const words = this.#messages.current;
    if (!words) return;
    const show = () => {
      this.#show();
      // The button is gone that had the focus: reading goes on where it was.
      render(nothing, this.#place!);
      Object.assign(this.#place!, { className: '', tabIndex: -1 }).focus({ preventScroll: true });
    };
    render(
      html`<button part="button" lang=${words.lang} dir=${words.dir} @click=${show}>${words.pictures.show}</button>`,
      this.#place!,
    );
  }

  #show() {
    this.#isAsked = true;
    this.#watch.disconnect();
    for (const picture of this.host.renderRoot.querySelectorAll('img')) {
      const { src, srcset } = this.#held.get(picture) ?? {};
      // The sizes come first: by its address the browser chooses among them.
      if (srcset) picture.setAttribute('srcset', srcset);
      if (src) picture.setAttribute('src', src);
    }
    for (const saver of this.#inside) saver.#show();
  }
}

/** Has all elements that are made from now on keep their pictures back. */
export const keepPicturesBack = (): void =>
  IomElement.addInitializer((element) => new DataSaver(element as IomElement));
