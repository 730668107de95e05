import { repairAddress, repairValue } from '../../feed/parse/repair-value.js';
import type { IomElement } from './iom-element.js';

/**
 * Looks at an address that didn't work for what word processors and editors do to one, says what it has found, and takes
 * the element to the address that was meant. The page's attributes stay as they are.
 *
 * @returns Is there another address to ask?
 */
export function repair(host: IomElement): boolean {
  const { src, localName: tag } = host;
  const { value, matches } = repairAddress(src);
  const isOther = value !== src;
  if (matches.length) {
    const outcome = isOther ? `Trying ${value}; write that instead.` : 'Write it without.';
    console.warn(`<${tag}>: src="${src}" has ${matches.join(', and ')}. ${outcome}`);
  }
  if (!isOther) return false;
  // What has happened to one attribute has happened to all.
  for (const { name, value: given } of host.attributes) {
    if (!/^(data-)?src$/.test(name)) {
      const { value: meant, matches: wrong } = repairValue(given);
      if (meant !== given) {
        console.warn(`<${tag}>: ${name}="${given}" has ${wrong.join(', and ')}. Taken for ${name}="${meant}".`);
        host.attributeChangedCallback(name, given, meant);
      }
    }
  }
  host.src = value;
  return true;
}
