import { expect } from '@open-wc/testing';

/** One engine is asked where all answer alike. */
export const isChromium = 'userAgentData' in navigator;

/** What axe looks at – names, roles, colours – the engines make of the same DOM and styles: it runs in one of them. */
export async function expectAccessible(element: Element): Promise<void> {
  if (isChromium) await expect(element).to.be.accessible();
}
