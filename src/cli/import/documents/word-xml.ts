import { DOMParser } from 'linkedom';

/** Reading WordprocessingML (ECMA-376), as a tree whose names keep their prefixes. */

/** @throws {Error} Where it can't be read. */
export function parseXml(xml: string): Element {
  const { documentElement } = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  if (!documentElement) throw new Error('its text can’t be read: the XML in it is broken');
  return documentElement;
}

export const childOf = (element: Element | undefined, name: string): Element | undefined => {
  for (let entry = element?.firstElementChild; entry; entry = entry.nextElementSibling)
    if (entry.nodeName === name) return entry;
  return undefined;
};

export const childrenOf = (element: Element, name: string): Element[] =>
  [...element.children].filter((entry) => entry.nodeName === name);

/** The value of a child, such as `Titre1` of `<w:pStyle w:val="Titre1"/>`. */
export const valueOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.getAttribute('w:val') ?? undefined;

/** Whether a switch such as `<w:b/>` is there and not turned off; undefined where it isn't there. */
export function switchOf(element: Element | undefined, name: string): boolean | undefined {
  const entry = childOf(element, name);
  return entry ? !/^(?:0|false|off|none)$/.test(entry.getAttribute('w:val') ?? '') : undefined;
}

export const textIn = (element: Element): string => {
  let text = '';
  const visit = (parent: Element) => {
    for (let entry = parent.firstElementChild; entry; entry = entry.nextElementSibling) {
      if (entry.nodeName === 'w:t') text += entry.textContent ?? '';
      else if (entry.nodeName === 'w:tab' || entry.nodeName === 'w:br' || entry.nodeName === 'w:cr') text += ' ';
      else visit(entry);
    }
  };
  visit(element);
  return text;
};

/** Puts what is in an element in its place. */
export function unwrap(element: Element): void {
  for (const entry of [...element.childNodes]) element.parentNode!.insertBefore(entry, element);
  element.remove();
}
