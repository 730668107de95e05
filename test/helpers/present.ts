import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { IomElement } from '../../src/elements/iom-element.js';
import { nextEvent, until } from './events.js';

let byServer = false;

/** From now on the elements that tests present are drawn by a server, and taken over by the browser. */
export async function drawOnServer(): Promise<void> {
  byServer = true;
  await import('../../src/elements/hydration.js');
  // The first page takes as long as it takes to load what fills it.
  await executeServerCommand('prerender', { html: '' });
}

/** For what no server has a part in: clocks that a test has stopped, servers that never answer, crowds. */
export const skipOnServer = (context: Mocha.Context) => byServer && context.skip();

/**
 * Puts an element into a page and waits until it shows something: drawn by the browser; or drawn by a server, as HTML
 * that comes from there, and taken over by the browser without a node being replaced.
 *
 * @returns The element that is in the page.
 */
export async function present<T extends IomElement>(element: T, place: HTMLElement): Promise<T> {
  if (!byServer) {
    const loaded = nextEvent(element, 'iom-load');
    place.append(element);
    await loaded;
    return element;
  }
  const html = `<html lang="${place.closest<HTMLElement>('[lang]')!.lang}">${markupOf(element)}</html>`;
  const filled = await executeServerCommand<string, object>('prerender', { html, base: location.href });
  place.setHTMLUnsafe(filled!);
  const shown = place.lastElementChild as T;
  if (!shown.hasAttribute('data-prerendered')) {
    // Nothing to show: the browser draws it.
    await nextEvent(shown, 'iom-load');
    return shown;
  }
  const drawn = shown.shadowRoot!.querySelector('[part=base]');
  await until(() => !shown.prerendered, 'taken over');
  expect(shown.shadowRoot!.querySelector('[part=base]'), 'what the server has drawn').to.equal(drawn);
  await shown.updateComplete;
  return shown;
}

/** An element as HTML: its properties as attributes, its feed inside it. */
function markupOf(element: IomElement): string {
  const plain = document.createElement(element.localName);
  const { elementProperties } = element.constructor as typeof IomElement;
  for (const { name, value } of element.attributes) plain.setAttribute(name, value);
  for (const [name, { attribute }] of elementProperties) {
    const value = element[name as keyof IomElement] as unknown;
    if (attribute === false || value === plain[name as keyof HTMLElement]) continue;
    const written = typeof attribute === 'string' ? attribute : String(name).toLowerCase();
    if (value === false) plain.removeAttribute(written);
    else plain.setAttribute(written, value === true ? '' : String(value));
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
