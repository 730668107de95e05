import { elementsIn } from './html.js';

/** Most texts hide nothing, and need not be looked through to know that. */
export const mayHide = /\shidden|:\s*(?:none|hidden|all)\b/i;
const unseen = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;
/** What opens when a reader asks for it, by its classes and ids. */
const opening =
  /accord|collaps|toggle|tab(?!le)|panel|spoiler|expand|reveal|more|hidden-text|answer|faq|slide|swiper|carousel|drop|modal|popup|tooltip|lightbox|details/i;

/**
 * Takes out what a site keeps from its readers: notes of editors, lines for previews of mail, words that intruders have left
 * for search engines. What a reader can open stays.
 *
 * @param count Called for each piece that was taken out.
 */
export function removeUnseen(body: HTMLElement, count: () => void): void {
  const all = elementsIn(body);
  if (!all.some(isUnseen)) return;
  const named = new Set(all.flatMap(targetsOf));
  for (const element of all) {
    if (!isUnseen(element) || !body.contains(element) || !element.textContent?.trim()) continue;
    if (isOpened(element, named)) continue;
    element.remove();
    count();
  }
}

function isUnseen(element: Element): boolean {
  const hidden = element.getAttribute('hidden');
  return (hidden !== null && hidden !== 'until-found') || unseen.test(element.getAttribute('style') ?? '');
}

/** The `id`s of what an element opens, as far as it says them. */
const targetsOf = (element: Element): string[] =>
  [element.getAttribute('aria-controls'), element.getAttribute('data-target'), element.getAttribute('href')].flatMap(
    (value) => value?.replace(/^#/, '').split(/\s+/) ?? [],
  );

function isOpened(element: Element, named: ReadonlySet<string>): boolean {
  const around = [element, element.parentElement].filter((entry) => entry !== null);
  const isNamed = around.some((entry) => opening.test(`${entry.getAttribute('class') ?? ''} ${entry.id}`));
  const before = element.previousElementSibling;
  const isBehindButton = before && [before, ...elementsIn(before)].some(isButton);
  return isNamed || !!isBehindButton || (element.id !== '' && named.has(element.id));
}

const isButton = (element: Element) =>
  element.localName === 'button' || element.getAttribute('role') === 'button' || element.hasAttribute('aria-expanded');
