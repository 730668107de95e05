import { repairAddress } from '../../feed/parse/repair-value.js';
import { excerpt } from '../diagnostics.js';
import type { Report } from './page-text.js';

/** Names that are kept for examples (RFC 2606, RFC 6761), and words that stand for one. */
const placeholderHost = /(?:^|\.)(?:example(?:\.(?:com|org|net))?|invalid|test)$/i;
const placeholderWord = /^(?:#|…|\.{3}|x{3,}|url|src|(?:your|my)[-_ ]?\w*|todo|tbd|<.*>|\[.*\])$/i;
const placeholderPart = /your[-_]?(?:feed|site|domain|server|company|name)|\bPASTE\b|\bTODO\b|…/i;

/** Whether an address is one of those that stand in examples. */
export function isPlaceholder(address: string): boolean {
  const text = address.trim();
  if (placeholderWord.test(text) || placeholderPart.test(text)) return true;
  const url = text.replaceAll('{lang}', 'en').replace(/^\/\//, 'https://');
  return URL.canParse(url) && placeholderHost.test(new URL(url).hostname);
}

/** Machines that only the writer of a page can reach. */
export const isLocal = (address: string): boolean =>
  URL.canParse(address) &&
  /^(?:localhost|127\.|\[::1\]|0\.0\.0\.0|192\.168\.|10\.|file:)/.test(new URL(address).host || 'file:');

/**
 * Says what is wrong with an address of a feed, a map or a script, as far as it can be seen.
 *
 * @param name Of its attribute.
 * @returns Whether it can be asked for.
 */
export function checkAddress(written: string, name: string, at: number, report: Report): boolean {
  if (!written.trim()) {
    report(at, 'address', 'error', `${name} is empty`, 'write the address of the feed');
    return false;
  }
  if (isPlaceholder(written)) {
    const what = `${name} is an example: ${excerpt(written)}`;
    report(at, 'placeholder', 'error', what, 'write the address that your press office gave you');
    return false;
  }
  const { value, matches } = repairAddress(written);
  if (matches.length) {
    const rule = matches.some((what) => what.includes('quotes')) ? 'quotes' : 'address';
    const fix = value === written ? 'correct it' : `write ${value}`;
    report(at, rule, 'error', `${name} has ${matches.join(', and ')}`, fix);
    return false;
  }
  checkHttps(written, name, at, report);
  if (/^[a-z][a-z\d+.-]*:/i.test(written) && !/^https?:/i.test(written)) {
    report(
      at,
      'address',
      'error',
      `${name} is no web address: ${excerpt(written)}`,
      'write one that begins with https://',
    );
    return false;
  }
  return true;
}

/** Pages of today are sent by https, and browsers load nothing by http there. */
export function checkHttps(address: string, name: string, at: number, report: Report): void {
  if (!/^http:/i.test(address.trim())) return;
  if (isLocal(address)) {
    const what = `${name} leads to this machine: ${excerpt(address)}`;
    report(at, 'address', 'warning', what, 'write the public address before you publish the page');
    return;
  }
  const what = `${name} is not https: browsers block it on a page that is`;
  report(at, 'https', 'error', what, `write ${address.trim().replace(/^http:/i, 'https:')}`);
}
