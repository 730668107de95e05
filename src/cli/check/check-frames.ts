import { excerpt } from '../diagnostics.js';
import { checkAddress } from './check-address.js';
import { checkAttributes } from './check-attributes.js';
import { checkVersion } from './check-scripts.js';
import { elements } from './elements.js';
import { attributeOf, placeOf, startOf, type Element, type PageText } from './page-text.js';
import { nearest } from './suggest.js';

/** What the address of a frame may say beside the attributes of its element. */
const own = ['element', 'link', 'title', 'lang', 'events'];

const isFrame = ({ tagName, attrs }: Element) =>
  tagName === 'iframe' &&
  attrs.some(({ name, value }) => /^(?:data-)?src$/.test(name) && /\/embed\.html\?/.test(value));

/**
 * Looks at the frames with an element in them.
 *
 * @param hasHost Whether the page loads the script that makes them as high as their content.
 */
export function checkFrames({ elements: all, isWhole, report }: PageText, hasHost: boolean): void {
  for (const element of all.filter(isFrame)) {
    const place = attributeOf(element, 'src') === undefined ? 'data-src' : 'src';
    const src = attributeOf(element, place)!;
    const at = placeOf(element, place);
    checkAddress(src.split('?')[0], 'src', at, report);
    checkVersion(src, at, report);
    const params = new URLSearchParams(src.slice(src.indexOf('?')).replace(/#.*$/, ''));
    if (!attributeOf(element, 'title')?.trim()) {
      const what = 'the frame has no title: screen readers have nothing to call it by';
      report(startOf(element), 'frame', 'warning', what, 'write what is in it: title="…"');
    }
    if (isWhole && !hasHost && /\biom-frame\b/.test(attributeOf(element, 'class') ?? '')) {
      const fix = 'add the script …/embed-host.js below it';
      report(startOf(element), 'frame', 'warning', 'nothing makes the frame as high as its content', fix);
    }
    checkParameters(element, params, at);
  }

  function checkParameters(element: Element, params: URLSearchParams, at: number): void {
    const name = params.get('element');
    const names = Array.from(elements.keys(), (tag) => tag.slice(4));
    if (!name || !names.includes(name)) {
      const match = name && nearest(name, names);
      const what = name ? `there is no element ${excerpt(name)}` : 'the address of the frame names no element';
      report(at, 'frame', 'error', what, match ? `write element=${match}` : `use one of ${names.join(', ')}`);
      return;
    }
    if (!params.get('src')) report(at, 'frame', 'error', 'the address of the frame names no src', 'add &src=ADDRESS');
    if (!params.get('link')) {
      const what = 'the frame has no link for when the feed fails';
      report(at, 'fallback', 'warning', what, 'add &link=ADDRESS&title=NAME');
    }
    const attrs = [...params].filter(([key]) => !own.includes(key)).map(([key, value]) => ({ name: key, value }));
    const inside = { ...element, tagName: `iom-${name}`, attrs };
    checkAttributes(inside, `iom-${name}`, (_, ...finding) => report(at, ...finding));
  }
}
