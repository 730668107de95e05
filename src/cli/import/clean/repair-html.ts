import { escapeText } from '../../../html/markup.js';
import { remarksOnHtml } from '../../validate/html.js';
import { elementsIn, parseFragment, plainText, tidy, wellFormed } from './html.js';
import { showPictures } from './pictures.js';

/** Elements in which browsers read tags otherwise, and that no widget shows. */
const foreign =
  /^(?:svg|math|noscript|template|title|textarea|xmp|i?frame|frameset|noframes|noembed|plaintext|select|object|embed|applet)$/;
/** What makes it worth a second look. */
const doubtful = new RegExp(
  `<(?:${foreign.source.slice(4, -2)}|image|img(?![^<>]*\\salt=)|a(?![^<>]*\\shref="(?:https?:|#|mailto:)))[\\s/>]`,
  'i',
);

export const hasErrors = (html: string): boolean => remarksOnHtml(html).some(({ severity }) => severity === 'error');

/** Clean HTML as `validate` finds no error in it. */
export function soundHtml(html: string): string {
  const result = wellFormed(html);
  return result === html && !doubtful.test(html) ? html : repairHtml(result);
}

/** HTML that `validate` finds no error in; a text that can't be had so loses its tags, never its words. */
export function repairHtml(html: string): string {
  let result = wellFormed(html);
  for (let round = 0; round < 3 && hasErrors(result); round++) {
    const body = parseFragment(result);
    for (const element of elementsIn(body)) if (foreign.test(element.localName)) element.remove();
    for (const link of elementsIn(body)) {
      const href = link.getAttribute('href')?.replace(/[\t\n\r]/g, '') ?? '';
      if (/^\s*(?!https?:|mailto:|tel:)[a-z][a-z\d+.-]*:/i.test(href)) link.removeAttribute('href');
    }
    showPictures(body, () => {});
    tidy(body);
    result = wellFormed(body.innerHTML);
  }
  return hasErrors(result) ? `<p>${escapeText(plainText(result))}</p>` : result;
}
