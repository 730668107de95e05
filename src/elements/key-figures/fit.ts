/** Makes numbers smaller where the font of the page is so wide that the widest would not fit its column. */
export class Fit {
  #list?: HTMLElement;
  /** Measures before the next picture, and not before the element has a size. */
  #measured?: ResizeObserver;

  start() {
    document.fonts.addEventListener('loadingdone', this.#again);
    this.#again();
  }

  stop() {
    document.fonts.removeEventListener('loadingdone', this.#again);
    this.#measured?.disconnect();
  }

  /** @param list Of the numbers that are to have one size; `--digits` says how wide the widest is thought to be, in `em`. */
  follow(list: HTMLElement) {
    this.#list = list;
    this.#again();
  }

  #again = () => {
    this.#measured?.disconnect();
    if (!this.#list) return;
    this.#measured = new ResizeObserver(([{ contentRect }]) => {
      if (!contentRect.width) return;
      this.#measured!.disconnect();
      fit(this.#list!);
      // WebKit has no event for fonts that a page loads.
      if (document.fonts.status === 'loading') void document.fonts.ready.then(this.#again);
    });
    this.#measured.observe(this.#list);
  };
}

/** Fonts are hinted: at another size, and when the column gets another width, a number may be this much wider. */
const margin = 1.02;

function fit(list: HTMLElement) {
  const numbers = [...list.querySelectorAll<HTMLElement>('.digits')];
  const widthOf = (number: HTMLElement) => number.offsetWidth / parseFloat(getComputedStyle(number).fontSize);
  let thought = Number(list.style.getPropertyValue('--digits'));
  for (let left = 3; left; left--) {
    const widest = margin * Math.max(...numbers.map(widthOf));
    if (widest <= thought) return;
    thought = widest;
    list.style.setProperty('--digits', `${widest}`);
  }
}
