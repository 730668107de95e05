import { fixture, html, nextFrame } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { nextEvent, until } from './events.js';
import { families, loadFonts, type Family } from './fonts.js';

/**
 * How high an element stands while a feed is on its way, and when that of an office is there, in pixels.
 *
 * @param attributes As in the tag, such as `limit="5"`.
 */
export async function heightsOf(
  tag: string,
  lang: string,
  width: number,
  attributes = '',
  family: Family = 'regular',
): Promise<[number, number]> {
  await loadFonts(family, `aéЯع1${lang === 'zh' ? '中' : ''}`);
  const column = await fixture<HTMLElement>(
    html`<div lang=${lang} style="width: ${width}px; font: 16px ${families[family]}"></div>`,
  );
  const fallback = '<ul><li><a href="https://example.org">Fallback</a></li></ul><p>More</p><p>More</p>';
  column.innerHTML = `<${tag} src="/faults/silence" ${attributes}>${fallback}</${tag}>`;
  const element = column.firstElementChild as IomElement;
  await until(() => element.matches(':state(loading)'));
  const before = element.getBoundingClientRect().height;
  element.src = '/faults/office/{lang}';
  await nextEvent(element, 'iom-load');
  // Numbers get the size at which they fit when the page is drawn.
  await nextFrame();
  await nextFrame();
  return [before, element.getBoundingClientRect().height];
}
