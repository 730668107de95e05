import { elementsIn } from './html.js';
import { isBeacon } from '../../../html/tracking-pixel.js';
import type { Count } from './residue.js';

/** Where scripts look for the address of a picture that loads late. */
const lazy =
  'data-lazy-src data-src data-original data-orig-file data-large-file data-lazy data-full-url data-image data-url data-hi-res-src data-runner-src'.split(
    ' ',
  );
const lazySets = ['data-lazy-srcset', 'data-srcset', 'srcset'];
/** Pictures that only stand in for others. */
const placeholder =
  /^data:|(?:^|\/)(?:blank|spacer|placeholder|lazy[\w-]*|loading|loader|transparent|trans|1x1|pixel|clear|dot|empty|grey|gray)(?:[-_.][\w-]*)?\.(?:gif|png|svg|webp|jpe?g)(?:\?|$)|^about:blank|^#?$/i;
/** A plugin counts who reads a story on other sites. */
const republished = /\/republish/i;
const emoji =
  /s\.w\.org\/images\/core\/emoji|twemoji|\/images\/smilies\/|emoji\.php|\/emoji\/|static\.xx\.fbcdn\.net\/images\/emoji/i;

/** Shows the pictures that scripts were to load, and takes out those that are none. */
export function showPictures(body: HTMLElement, count: Count): void {
  const elements = elementsIn(body);
  if (!elements.some(({ localName }) => /^(?:img|picture|noscript|amp-img)$/.test(localName))) return;
  for (const entry of elements) if (entry.localName === 'noscript') unwrapNoscript(entry, body);
  for (const image of elementsIn(body)) if (/^(?:amp-)?img$/.test(image.localName)) showPicture(image, count);
}

/** What stands for a picture without script is the picture itself, unless that is shown already. */
function unwrapNoscript(noscript: Element, body: HTMLElement): void {
  const holder = body.ownerDocument.createElement('div');
  holder.innerHTML = noscript.firstElementChild ? noscript.innerHTML : (noscript.textContent ?? '');
  const image = elementsIn(holder).find(({ localName }) => localName === 'img');
  const before = noscript.previousElementSibling;
  const late = before && [before, ...elementsIn(before)].reverse().find(({ localName }) => localName === 'img');
  const address = image?.getAttribute('src');
  if (!image || !address) return;
  if (late && (placeholder.test(late.getAttribute('src') ?? '') || addressOf(late) === address))
    late.replaceWith(image);
  else if (!elementsIn(body).some((entry) => isOther(entry, noscript) && addressOf(entry) === address))
    noscript.replaceWith(image);
}

const isOther = (entry: Element, noscript: Element) => entry.localName === 'img' && !noscript.contains(entry);

/** The address of a picture, wherever it stands; the largest of a set. */
function addressOf(image: Element): string | undefined {
  const written = image.getAttribute('src')?.trim() ?? '';
  const late = lazy
    .map((name) => image.getAttribute(name)?.trim())
    .find((entry) => entry && !placeholder.test(entry) && !/\s/.test(entry));
  if (written && !placeholder.test(written)) return written;
  return late ?? largestOf(image);
}

function largestOf(image: Element): string | undefined {
  const sources = image.parentElement?.localName === 'picture' ? elementsIn(image.parentElement) : [image];
  const set = [image, ...sources].flatMap((entry) => lazySets.map((name) => entry.getAttribute(name))).find(Boolean);
  const candidates = (set ?? '').split(/,\s+/).map((entry) => {
    const [url = '', size = '1x'] = entry.trim().split(/\s+/);
    return { url, size: parseFloat(size) || 1 };
  });
  return candidates.sort((one, other) => other.size - one.size).find(({ url }) => url && !placeholder.test(url))?.url;
}

function showPicture(image: Element, count: Count): void {
  const written = image.getAttribute('src')?.trim() ?? '';
  const alt = image.getAttribute('alt') ?? '';
  const [width, height] = ['width', 'height'].map((name) => parseInt(image.getAttribute(name) ?? '', 10));
  const isTiny =
    width <= 3 ||
    height <= 3 ||
    /(?:^|[\s;])(?:width|height):\s*[01]px|display:\s*none/i.test(image.getAttribute('style') ?? '');
  if (emoji.test(written) || /(?:^|\s)(?:wp-smiley|emoji)(?:\s|$)/.test(image.className)) {
    count('emoji');
    image.replaceWith(image.ownerDocument.createTextNode(alt));
    return;
  }
  const address = addressOf(image);
  if ((isTiny || isBeacon(written) || republished.test(written)) && (!address || address === written)) {
    count('pixel');
    image.remove();
    return;
  }
  if (!address || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(address)) {
    count('lostPicture');
    image.remove();
    return;
  }
  if (address !== written) {
    image.setAttribute('src', address);
    if (written) count('lazy');
  }
  for (const name of ['width', 'height']) {
    // Percentages and zero are no pixels.
    if (image.hasAttribute(name) && !/^[1-9]\d*(?:px)?$/.test(image.getAttribute(name)!.trim()))
      image.removeAttribute(name);
  }
  if (!image.hasAttribute('alt')) {
    const title = image.getAttribute('title')?.trim();
    image.setAttribute('alt', title ?? '');
    if (!title) count('noAlt');
  }
}
