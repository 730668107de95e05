import { repairAddress } from '../feed/parse/repair-value.js';
import type { FeedError, FeedErrorCode } from '../feed/load/errors.js';

const giveIt = 'pass it with --feed URL=FILE, with its address as in the page';

const reasons: Record<FeedErrorCode, [what: string, fix: string]> = {
  'no-source': ["its address can't be resolved", `${giveIt}, or set the address of the page with --base`],
  network: ['the server does not respond', `check the address, or ${giveIt}`],
  timeout: ['there was no complete response in time', `try again, or ${giveIt}`],
  http: ['the server responded with HTTP error', `check the address, or ${giveIt}`],
  'too-large': ['it exceeds 5 MB', 'publish it in pages with iom-feed publish'],
  'not-json': ['it is not JSON', 'check it with iom-feed validate'],
  'not-a-feed': ['it is JSON, but not a feed', 'check it with iom-feed validate'],
  'not-a-map': ['it is not a map', 'check the address'],
};

/** Why the feed of a page can't be had, and what to do, for commands that read pages. */
export function explainFeedError({ code, status, url }: FeedError): { what: string; fix: string } {
  const [what, fix] = reasons[code];
  const { value, matches } = repairAddress(url);
  const wrong = matches.length
    ? `. The address has ${matches.join(', and ')}${value === url ? '' : `; write ${value}`}`
    : '';
  return { what: `${what}${status ? ` ${status}` : ''}`, fix: fix + wrong };
}
