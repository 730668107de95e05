import { expect, fixture, html } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { placeholderHeights } from '../../src/elements.js';
import { isChromium } from '../helpers/engine.js';
import { until } from '../helpers/events.js';

/** What pages, editors and frameworks do to elements that they don't know. */
for (const name of Object.keys(placeholderHeights)) {
  const tag = `iom-${name}`;
  describe(`<${tag}> on a page that does as it likes`, () => {
    before(() => import(`../../src/elements/${name}/define.ts`));

    const failures: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent) =>
      void failures.push('reason' in event ? event.reason : event.error);
    const { warn } = console;
    beforeEach(() => {
      failures.length = 0;
      console.warn = () => undefined;
      addEventListener('error', note);
      addEventListener('unhandledrejection', note);
    });
    afterEach(() => {
      console.warn = warn;
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
      expect(failures).to.deep.equal([]);
    });

    const link = '<a href="https://example.org">Fallback</a>';
    const empty = '{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[]}';
    const written: Record<string, string> = {
      loading: `<${tag} src="/faults/silence">${link}</${tag}>`,
      ready: `<${tag} src="/faults/office/en" structured-data>${link}</${tag}>`,
      empty: `<${tag}>${link}<script type="application/feed+json">${empty}</script></${tag}>`,
      error: `<${tag} src="/faults/status/404">${link}</${tag}>`,
    };
    async function put(markup: string): Promise<IomElement> {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.innerHTML = markup;
      return box.firstElementChild as IomElement;
    }
    const inState = (element: IomElement, state: string) =>
      until(() => element.matches(`:state(${state})`), `${tag} ${state}`);
    const textOf = (element: IomElement) => {
      // The map draws itself when it is seen.
      const map = element.renderRoot.querySelector('.view')?.textContent ?? '';
      return element.renderRoot.textContent?.replace(map, '').replace(/\s+/g, ' ').trim();
    };
    const styleOf = (element: IomElement) => {
      const { fontFamily, lineHeight, display } = getComputedStyle(element.renderRoot.querySelector('.base')!);
      return `${fontFamily} ${lineHeight} ${display}`;
    };

    const treatments: Record<string, (element: IomElement) => Element> = {
      cloned: (element) => element.cloneNode(true) as Element,
      moved: (element) => element,
      'moved through a template': (element) => {
        document.createElement('template').content.append(element);
        return element;
      },
      'serialized and parsed again': (element) => {
        const box = document.createElement('div');
        box.innerHTML = element.outerHTML;
        return box.firstElementChild!;
      },
      'written as XML and parsed again': (element) => {
        const text = new XMLSerializer().serializeToString(element);
        return document.importNode(new DOMParser().parseFromString(text, 'text/html').body.firstElementChild!, true);
      },
      'put into a shadow root': (element) => {
        const box = document.createElement('div');
        box.attachShadow({ mode: 'open' }).append(element);
        return box;
      },
    };
    for (const [state, markup] of Object.entries(written)) {
      it(`${Object.keys(treatments).join(', ')} while ${state} ⇒ the same, and no word of the page’s own is lost`, async () => {
        for (const [what, treat] of Object.entries(treatments)) {
          const element = await put(markup);
          await inState(element, state);
          await element.updateComplete;
          await until(() => state === 'loading' || textOf(element) !== undefined);
          const before = { text: textOf(element), style: styleOf(element), own: element.textContent };
          const treated = treat(element);
          document.body.append(treated);
          const result = (treated.shadowRoot?.querySelector(tag) ?? treated) as IomElement;
          await inState(result, state);
          await until(() => textOf(result) === before.text, `${what}: “${textOf(result)}” instead of “${before.text}”`);
          expect(styleOf(result), what).to.equal(before.style);
          expect(result.querySelectorAll('a').length, what).to.equal(1);
          expect(result.querySelectorAll('script[type*=ld]').length, what).to.be.at.most(1);
          expect(result.getAttribute('style'), what).to.equal(null);
          treated.remove();
        }
      });
    }

    // What a script sets is the same in every engine: one has to do.
    const once = isChromium ? it : it.skip;
    once('attributes and properties set to nonsense ⇒ no exception, and what there was without it', async () => {
      const element = await put(written.ready);
      await inState(element, 'ready');
      await element.updateComplete;
      const before = textOf(element);
      const texts = [
        '',
        'x',
        '-1',
        '1e999',
        'NaN',
        '0.5',
        '999999',
        '{"a":1}',
        '[]',
        '__proto__',
        'constructor',
        '\u0000',
        ',,;',
        '😀'.repeat(500),
        '{lang}',
        'javascript:x()',
      ];
      const values: unknown[] = [null, undefined, NaN, -1, Infinity, {}, [], true, () => 0, new Date(NaN), '', 'x'];
      const { elementProperties } = element.constructor as typeof IomElement;
      const own = element as IomElement & Record<PropertyKey, unknown>;
      for (const [property, { attribute, state }] of elementProperties) {
        if (state || property === 'src' || property === 'feed') continue;
        const name = typeof attribute === 'string' ? attribute : String(property).toLowerCase();
        const first = own[property];
        for (const text of texts) {
          element.setAttribute(name, text);
          await element.updateComplete;
          expect(failures, `${name}="${text.slice(0, 20)}"`).to.deep.equal([]);
        }
        element.removeAttribute(name);
        for (const value of values) {
          own[property] = value;
          await element.updateComplete.catch((error: unknown) => failures.push(error));
          expect(failures, `${String(property)} = ${String(value)}`).to.deep.equal([]);
        }
        own[property] = first;
        await element.updateComplete;
        await until(() => element.matches(':state(ready)') && textOf(element) === before, `as before ${name}`);
      }
      for (const value of [...values, ...texts]) {
        for (const property of ['feed', 'lang', 'dir', 'title']) {
          own[property] = value;
          await element.updateComplete.catch((error: unknown) => failures.push(error));
          expect(failures, `${property} = ${String(value).slice(0, 20)}`).to.deep.equal([]);
        }
      }
      Object.assign(element, { feed: undefined, src: '/faults/office/en', lang: 'en', dir: '' });
      await until(() => element.matches(':state(ready)') && textOf(element) === before, 'as before');
      expect(element.textContent).to.contain('Fallback');
    });
  });
}
