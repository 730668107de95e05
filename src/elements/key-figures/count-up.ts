import { formattingTag } from '../../i18n/calendar.js';

/** Milliseconds. */
const duration = 1200;

/** Lets numbers run up to their value the first time they are seen. */
export class CountUp {
  #tag = '';
  #met = new WeakSet<Element>();
  #seen?: IntersectionObserver;

  /**
   * Waits until these come into view.
   *
   * @param numbers Elements that hold a number, and it again as `data-count`.
   * @param tag BCP 47; whose digits they run in.
   */
  follow(numbers: Iterable<HTMLElement>, tag: string) {
    this.#tag = tag;
    if (!isWelcome()) return;
    // Not before: on a server there is none.
    const seen = (this.#seen ??= new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        run(target as HTMLElement, this.#tag);
      }
    }));
    for (const number of numbers) {
      if (!this.#met.has(number)) seen.observe(number);
      this.#met.add(number);
    }
  }

  stop() {
    this.#seen?.disconnect();
  }
}

/** What runs is generated content without an alternative text: never in the page's text, never read out. */
const isWelcome = () =>
  CSS.supports('content', '"1" / ""') &&
  !matchMedia('(prefers-reduced-motion: reduce), (forced-colors: active), print').matches;

function run(number: HTMLElement, tag: string) {
  const { count = '' } = number.dataset;
  const fraction = count.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(formattingTag(tag), {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  });
  const start = performance.now();
  const draw = (now: number) => {
    const passed = (now - start) / duration;
    // A newer copy of the feed has another number: that one stands still.
    if (passed >= 1 || number.dataset.count !== count || !number.isConnected) {
      delete number.dataset.running;
      return;
    }
    number.dataset.running = format.format(Number(count) * (1 - (1 - passed) ** 3));
    requestAnimationFrame(draw);
  };
  draw(start);
}
