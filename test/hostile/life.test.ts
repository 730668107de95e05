import { expect } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { placeholderHeights } from '../../src/elements.js';
import { nextEvent, until } from '../helpers/events.js';

const src = '/faults/office/en';

/** What elements may leave behind in a page: counted as it comes and goes. */
function countTraces() {
  const counts: Record<string, number> = { listeners: 0, intervals: 0, observers: 0 };
  const restore: (() => void)[] = [];
  const replace = (target: object, name: string, value: unknown) => {
    const own = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, writable: true, value });
    restore.push(() => (own ? Object.defineProperty(target, name, own) : Reflect.deleteProperty(target, name)));
  };

  // On the page, not on what goes with the elements.
  const targets = [window, document, document.fonts] as EventTarget[];
  for (const target of targets) {
    const known = new Set<string>();
    const ids = new WeakMap<object, number>();
    let last = 0;
    const key = (type: string, listener: object, options: unknown) => {
      if (!ids.has(listener)) ids.set(listener, ++last);
      const capture = typeof options === 'object' ? (options as AddEventListenerOptions | null)?.capture : options;
      return `${type} ${ids.get(listener)} ${!!capture}`;
    };
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    replace(target, 'addEventListener', (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      if (!options?.once && known.size < known.add(key(type, listener, options)).size) counts.listeners++;
      add(type, listener, options);
    });
    replace(target, 'removeEventListener', (type: string, listener: EventListener, options?: EventListenerOptions) => {
      if (known.delete(key(type, listener, options))) counts.listeners--;
      remove(type, listener, options);
    });
  }

  const intervals = new Set<number>();
  const [start, stop] = [setInterval, clearInterval];
  replace(window, 'setInterval', (...args: Parameters<typeof setInterval>) => {
    const id = start(...args) as unknown as number;
    counts.intervals = intervals.add(id).size;
    return id;
  });
  replace(window, 'clearInterval', (id: number) => {
    intervals.delete(id);
    counts.intervals = intervals.size;
    stop(id);
  });

  // Observers of the page keep what they call; those of an element go with it.
  const own = <T>(name: string) => Object.getOwnPropertyDescriptor(MutationObserver.prototype, name)!.value as T;
  const observe = own<(this: MutationObserver, node: Node, init: MutationObserverInit) => void>('observe');
  const disconnect = own<(this: MutationObserver) => void>('disconnect');
  const observers = new Set<MutationObserver>();
  replace(
    MutationObserver.prototype,
    'observe',
    function (this: MutationObserver, node: Node, init: MutationObserverInit) {
      if (node === document) counts.observers = observers.add(this).size;
      observe.call(this, node, init);
    },
  );
  replace(MutationObserver.prototype, 'disconnect', function (this: MutationObserver) {
    observers.delete(this);
    counts.observers = observers.size;
    disconnect.call(this);
  });

  return { counts, stop: () => restore.reverse().forEach((entry) => entry()) };
}

describe('a life in a page', () => {
  afterEach(() => document.body.replaceChildren());

  for (const name of Object.keys(placeholderHeights)) {
    describe(`<iom-${name}>`, () => {
      before(() => import(`../../src/elements/${name}/define.ts`));

      const make = (address = src) => {
        const element = document.createElement(`iom-${name}`) as IomElement;
        element.src = address;
        return element;
      };

      it('10,000 times in and out of the document ⇒ its content, and nothing is left on the page', async () => {
        const element = make();
        element.refresh = 60;
        const loaded = nextEvent(element, 'iom-load');
        document.body.append(element);
        await loaded;
        await element.updateComplete;
        element.remove();
        const traces = countTraces();
        try {
          for (let left = 10000; left; left--) {
            document.body.append(element);
            if (left % 2500 === 0) await element.updateComplete;
            element.remove();
          }
          expect(traces.counts).to.deep.equal({ listeners: 0, intervals: 0, observers: 0 });
        } finally {
          traces.stop();
        }
        document.body.append(element);
        await until(() => element.matches(':state(ready)'));
      });

      it('cloned, and moved to another document and back ⇒ both show their content', async () => {
        const element = make();
        element.setAttribute('src', src);
        document.body.append(element);
        await until(() => element.matches(':state(ready)'));
        const clone = element.cloneNode(true) as IomElement;
        const other = document.implementation.createHTMLDocument('');
        other.body.append(element);
        expect(element.ownerDocument).to.equal(other);
        document.body.append(clone, element);
        for (const entry of [clone, element]) {
          await until(() => entry.matches(':state(ready)'));
          expect(entry.renderRoot.textContent?.trim()).to.not.equal('');
        }
      });

      it('its place is filled anew while it loads ⇒ the newest shows its content, and no request goes on', async () => {
        const address = `/faults/watched?${crypto.randomUUID()}`;
        document.body.append(make(address));
        const count = async (what: string) =>
          Number(await (await fetch(`/faults/count?of=${encodeURIComponent(what)}`)).text());
        while (!(await count(address)));
        document.body.innerHTML = `<iom-${name} src="${src}"></iom-${name}>`;
        const newest = document.body.firstElementChild!;
        await until(() => newest.matches(':state(ready)'));
        while (!(await count(`${address} closed`)));
      });

      it('its address changes faster than answers come ⇒ the last one counts', async () => {
        const element = make('/faults/silence');
        document.body.append(element);
        for (let left = 50; left; left--) {
          element.setAttribute('src', `/faults/silence?${left}`);
          if (left % 10 === 0) await element.updateComplete;
        }
        element.setAttribute('src', src);
        await until(() => element.matches(':state(ready)'));
        expect(element.feedController.parsed?.baseUrl).to.equal(new URL(src, location.href).href);
      });
    });
  }
});
