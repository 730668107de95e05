import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { nextEvent, until } from './events.js';

let byServer = false;

/** From now on the elements that tests present are drawn by a server, and taken over by the browser. */
export async function drawOnServer(): Promise<void> {
  byServer = true;
  const { ready } = await import('../../src/elements/base/hydrate.js');
  await ready;
  // The first page takes as long as it takes to load what fills it.
  await prerender('');
}

/** For what no server has a part in: clocks that a test has stopped, servers that never answer, crowds. */
export const skipOnServer = (context: Mocha.Context) => byServer && context.skip();

/** Fills a page as `iom-feed prerender` does. */
export const prerender = async (html: string): Promise<string> =>
  (await executeServerCommand<string, object>('prerender', { html, base: location.href })) ?? '';

/**
 * Puts an element into a page and waits until it shows something: drawn by the browser; or drawn by a server, and taken
 * over by the browser as it is.
 *
 * @returns The element that is in the page.
 */
export async function present<T extends IomElement>(element: T, place: HTMLElement): Promise<T> {
  if (byServer) return presentPrerendered<T>(markupOf(element), place);
  const loaded = nextEvent(element, 'iom-load');
  place.append(element);
  await loaded;
  return element;
}

async function presentPrerendered<T extends IomElement>(markup: string, place: HTMLElement): Promise<T> {
  const { lang } = place.closest<HTMLElement>('[lang]')!;
  place.setHTMLUnsafe(await prerender(`<html lang="${lang}">${markup}`));
  const element = place.lastElementChild as T;
  if (element.hasAttribute('data-prerendered')) await takenOver(element);
  // There was nothing to show: it stays to the browser.
  else await nextEvent(element, 'iom-load');
  return element;
}

/**
 * Waits until an element has taken over what a server has drawn, which stays what it was. Firefox knows an element
 * that came with `setHTMLUnsafe()` only some time later: before that it is neither.
 */
export async function takenOver(element: IomElement): Promise<void> {
  const base = () => element.shadowRoot!.querySelector('[part=base]');
  const drawn = base();
  await until(() => element.prerendered === false, 'taken over');
  expect(base(), 'what the server has drawn').to.equal(drawn);
  // What it knows of the time and the page it shows a task later.
  await new Promise((next) => setTimeout(next));
  await element.updateComplete;
}

/** An element as HTML: its properties as attributes, its feed inside it. */
function markupOf(element: IomElement): string {
  const plain = document.createElement(element.localName);
  for (const { name, value } of element.attributes) plain.setAttribute(name, value);
  for (const [property, { attribute }] of (element.constructor as typeof IomElement).elementProperties) {
    const value: unknown = Reflect.get(element, property);
    if (attribute === false || value === Reflect.get(plain, property)) continue;
    const name = typeof attribute === 'string' ? attribute : String(property).toLowerCase();
    plain.toggleAttribute(name, value !== false);
    if (value !== false) plain.setAttribute(name, value === true ? '' : String(value));
  }
  plain.innerHTML = element.innerHTML;
  if (element.feed) {
    const script = document.createElement('script');
    script.type = 'application/feed+json';
    script.text = JSON.stringify(element.feed).replaceAll('<', '\\u003c');
    plain.append(script);
  }
  return plain.outerHTML;
}
