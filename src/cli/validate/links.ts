import { excerpt } from '../diagnostics.js';
import type { Remark, Tell } from './findings.js';
import { fieldsOf, type Page, type Path } from './page.js';

/** The fields of a feed that hold an address. */
const fields = new Set(
  'url external_url home_page_url feed_url next_url about image banner_image avatar icon favicon excerpt_of'.split(' '),
);

/** An address with the codes of its letters beyond ASCII; blanks and controls stay as they are. */
export const inAscii = (address: string): string =>
  address.replace(/[^\p{ASCII}\s\p{C}]+/gu, (letters) => encodeURIComponent(letters));

/**
 * What there is to say about an address; undefined where it is https, or relative.
 *
 * @param isText Whether it stands in a text, which may name mail addresses and telephone numbers.
 */
export function linkRemark(address: string, isText = false): Remark | undefined {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(address)?.[1].toLowerCase();
  const link = { rule: 'link' } as const;
  if (scheme === 'https' || (isText && (scheme === 'mailto' || scheme === 'tel')))
    return isText ? undefined : hintOn(address);
  if (scheme === 'http' || /^\s*\/\//.test(address)) {
    const fix = 'use https:// if the site supports it: browsers warn about unencrypted links and block pictures';
    return { ...link, severity: 'warning', what: `${excerpt(address)} is not https`, fix };
  }
  if (!scheme) return undefined;
  const fix = 'use the address of a page';
  return { ...link, severity: 'error', what: `${excerpt(address)} is not a web address, and is left out`, fix };
}

/** Some readers take an address only in ASCII. */
function hintOn(address: string): Remark | undefined {
  const encoded = inAscii(address);
  if (encoded === address) return undefined;
  const fix = `browsers accept it; for other readers write ${URL.canParse(address) ? new URL(address).href : encoded}`;
  return { severity: 'hint', rule: 'link', what: `${excerpt(address)} has non-ASCII letters`, fix };
}

/** Looks at every address that stands in a field of its own. What extensions of others hold is theirs. */
export function checkLinks(page: Page, report: Tell): void {
  const look = (value: unknown, path: Path) => {
    for (const [key, entry] of Object.entries(fieldsOf(value))) {
      if (key.startsWith('_') && key !== '_iom') continue;
      const index = [...path, Array.isArray(value) ? Number(key) : key];
      const remark = typeof entry === 'string' && fields.has(key) && linkRemark(entry);
      if (remark) report(index, remark);
      look(entry, index);
    }
  };
  look(page.value, []);
  const { feed_url, next_url } = fieldsOf(page.value);
  if (next_url !== undefined && feed_url === next_url) {
    const what = 'it is the address of this page itself';
    report(['next_url'], { severity: 'error', rule: 'link', what, fix: 'use that of the older page, or remove it' });
  }
}
