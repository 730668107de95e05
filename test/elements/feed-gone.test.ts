import { expect, fixture, html } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { placeholderHeights } from '../../src/elements.js';
import { isChromium } from '../helpers/engine.js';
import { until } from '../helpers/events.js';

type Widget = IomElement & Record<string, unknown>;

/** Attributes that bring an element's moving parts into the page. */
const moving: Record<string, Record<string, unknown>> = {
  'news-feed': { open: 'here', more: true, limit: 2, controls: 'search,tags', dates: 'relative', layout: 'cards' },
  'key-figures': { countUp: true },
  'sdg-grid': { all: true },
  'office-map': { office: 'uy' },
  'org-chart': { levels: 9, layout: 'chart', isMapShown: true },
};

/** How content goes from under a visitor's hand. */
const ways: Record<string, (element: Widget, feed: object) => void> = {
  'an address with nothing behind it': (element) =>
    Object.assign(element, { feed: undefined, src: '/faults/status/404' }),
  'no feed any more': (element) => (element.feed = undefined),
  'a feed with nothing in it': (element, feed) => (element.feed = { ...feed, items: [], _iom: {} }),
  'the element taken out of the page': (element) => element.remove(),
};

/** What a visitor presses is the same in every engine: one has to do. */

for (const name of isChromium ? Object.keys(placeholderHeights) : []) {
  describe(`<iom-${name}> whose content goes while a visitor uses it`, () => {
    let feed: object;
    const failures: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent) =>
      void failures.push('reason' in event ? event.reason : event.error);
    const stay = (event: Event) => event.preventDefault();
    const { warn } = console;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- only put back where they were
    const [print, click] = [window.print, HTMLAnchorElement.prototype.click];
    before(async () => {
      await import(`../../src/elements/${name}/define.ts`);
      feed = (await (await fetch('/faults/office/en')).json()) as object;
    });
    beforeEach(() => {
      failures.length = 0;
      addEventListener('error', note);
      addEventListener('unhandledrejection', note);
      document.addEventListener('click', stay);
      // What would open a dialog of the browser.
      console.warn = () => undefined;
      window.print = () => undefined;
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    afterEach(() => {
      console.warn = warn;
      window.print = print;
      HTMLAnchorElement.prototype.click = click;
      document.removeEventListener('click', stay);
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
    });

    async function show(): Promise<Widget> {
      const element = document.createElement(`iom-${name}`) as Widget;
      Object.assign(element, { feed }, moving[name]);
      element.requestFullscreen = () => Promise.resolve();
      await fixture(html`<div style="width: 1000px; font: 16px sans-serif">${element}</div>`);
      await until(() => element.matches(':state(ready)'));
      await settled(element);
      return element;
    }
    async function settled(element: Widget) {
      while (!(await element.updateComplete));
    }
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const buttons = (element: Widget) => [
      ...element.renderRoot.querySelectorAll<HTMLElement>('button, summary, select, input, a'),
    ];
    /** Buttons of the same kind do the same: one of each. */
    const kindOf = (button: HTMLElement) =>
      `${button.localName} ${button.className} ${button.title || (button.ariaLabel ?? button.textContent?.trim().slice(0, 12))}`;
    /** What a hand does to whatever is there, in the page or not any more. */
    function use(button: HTMLElement) {
      const index = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: 300,
        clientY: 200,
        pointerId: 1,
        buttons: 1,
      };
      button.focus();
      for (const type of ['pointerdown', 'pointermove']) button.dispatchEvent(new PointerEvent(type, index));
      button.dispatchEvent(new PointerEvent('pointermove', { ...index, clientX: 360 }));
      button.dispatchEvent(new WheelEvent('wheel', { ...index, deltaY: 80, ctrlKey: true }));
      for (const type of ['input', 'change']) button.dispatchEvent(new InputEvent(type, index));
      for (const key of ['ArrowDown', 'Enter', 'b'])
        button.dispatchEvent(new KeyboardEvent('keydown', { ...index, key }));
      button.click();
    }

    it('⇒ no exception, and the content is back with its feed', async () => {
      const element = await show();
      const place = element.parentElement!;
      const used = new Set<string>();
      for (;;) {
        const next = buttons(element).find((button) => !used.has(kindOf(button)));
        if (!next || used.size > 40) break;
        const [path, take] = Object.entries(ways)[used.size % 4];
        const what = `${kindOf(next)}, then ${path}`;
        used.add(kindOf(next));
        use(next);
        // Each time a little later: before it is drawn, drawn, painted, and when what it loads is there.
        const moment = Math.floor(used.size / 4) % 4;
        if (moment) await Promise.resolve();
        if (moment > 1) await painted();
        if (moment > 2) await settled(element);
        take(element, feed);
        use(next);
        await painted();
        for (const type of ['resize', 'scroll', 'beforeprint', 'afterprint', 'popstate'])
          dispatchEvent(new Event(type));
        document.fonts.dispatchEvent(new Event('loadingdone'));
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        use(next);
        await painted();
        expect(failures, what).to.deep.equal([]);
        element.feed = feed;
        if (!element.isConnected) place.append(element);
        await until(() => element.matches(':state(ready)'), `back after ${what}`);
        await settled(element);
      }
      expect(used.size).to.be.greaterThan(0);
    }).timeout(60_000);
  });
}
