/** Hosts that count: `pixel.wp.com`, `www.stats.example.org`. Offices of statistics have such names, too: see photograph. */
const host =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:(?:pixel|stats?|counter|analytics|track(?:er|ing)?|beacon|count)\.[\w-]+\.|(?:feedsportal|google-analytics|doubleclick|scorecardresearch|quantserve)\.)/i;
/** Files that count, on any host. */
const file =
  /feeds\.feedburner\.com\/~|facebook\.com\/tr\b|\/_\/stat\?|\/(?:[bg]|pixel|track|open|beacon|count(?:er)?)\.(?:gif|png|php)\?|rss\.buysellads|\/wp-json\/[\w/-]*(?:pixel|counter|track)|republication-tracker/i;
/** What counts is hardly ever a file of such a name. */
const photograph = /^[^?#]*\.(?:jpe?g|png|webp|avif|svg)(?:[?#]|$)/i;

/** Whether an address is known to count readers. */
export const isBeacon = (address: string): boolean =>
  file.test(address) || (host.test(address) && !photograph.test(address));

/** A length of HTML that nobody sees: pixels, at most 2. */
const isTiny = (length?: string | null): boolean => /^\s*[0-2](?:\.\d*)?(?:px)?\s*$/.test(length ?? '');

/**
 * Whether a picture only counts readers: nobody should be asked for it.
 *
 * @param width As HTML has it, and so the height.
 */
export const isTrackingPixel = (address: string, width?: string | null, height?: string | null): boolean =>
  isTiny(width) || isTiny(height) || isBeacon(address);
