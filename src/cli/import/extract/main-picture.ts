import type { Image } from '../../../feed/schema/model.generated.js';
import { elementsIn } from '../clean/html.js';

/** The same picture in another size: `name-300x200.jpg`, `?w=640`. */
const sameOf = (address: string) =>
  address
    .replace(/^https?:/, '')
    .replace(/[?#].*$/, '')
    .replace(/-(?:\d+x\d+|scaled)(?=\.\w+$)/, '');

/**
 * The picture that stands for a story, taken out of its text, where it would be shown twice: the one that the story
 * names, else the first. One in the middle of words stays there as well.
 *
 * @param named Its address, where the story names one.
 */
export function takeMainPicture(body: HTMLElement, named?: string): (Partial<Image> & { url: string }) | undefined {
  const images = elementsIn(body).filter(({ localName }) => localName === 'img');
  const image = named
    ? images.find((entry) => sameOf(entry.getAttribute('src') ?? '') === sameOf(named))
    : images.find(isLarge);
  const url = image?.getAttribute('src');
  if (!image || !url) return undefined;
  const alone = boxOf(image, body);
  const caption =
    alone &&
    elementsIn(alone)
      .find(({ localName }) => localName === 'figcaption')
      ?.textContent?.trim();
  const [width, height] = ['width', 'height'].map((name) => Number(image.getAttribute(name)?.replace('px', '')));
  if (alone && (!named || !caption)) alone.remove();
  const alt = image.getAttribute('alt');
  return {
    url,
    // An empty alternative says that nobody described it.
    ...(alt && { alt }),
    ...(alt && caption && { caption }),
    ...(alt && width && { width }),
    ...(alt && height && { height }),
  };
}

/** Icons and badges stand for nothing. */
function isLarge(image: Element): boolean {
  const [width, height] = ['width', 'height'].map((name) => Number(image.getAttribute(name)?.replace('px', '')) || 999);
  return (
    width >= 100 && height >= 80 && !/\.svg(?:\?|$)|\/icons?\/|gravatar\.com/i.test(image.getAttribute('src') ?? '')
  );
}

/** The largest element that holds a picture and its caption, and nothing else. */
function boxOf(image: Element, body: Element): Element | undefined {
  let box: Element | undefined;
  for (let entry: Element | null = image; entry && entry !== body; entry = entry.parentElement) {
    const parts = elementsIn(entry);
    const caption = parts.find(({ localName }) => localName === 'figcaption')?.textContent ?? '';
    const text = (entry.textContent ?? '').replace(caption, '').trim();
    if (text || parts.filter(({ localName }) => localName === 'img').length > 1) break;
    // A link to somewhere else than to the picture is more than its frame.
    if (entry.localName === 'a' && !/\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(entry.getAttribute('href') ?? ''))
      break;
    if (/^(?:td|th|li|tr|table)$/.test(entry.localName)) break;
    // A picture among words has no box of its own.
    if (entry.parentElement === body || /^(?:p|div|figure|section|center|h\d)$/.test(entry.localName)) box = entry;
  }
  return box;
}
