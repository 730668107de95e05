/**
 * Forms of feeds that nobody writes any more but some archives have, as RSS 2.0 and Atom: RSS 1.1
 * (http://purl.org/net/rss1.1), `rss` with a prefix, an Atom entry by itself (RFC 4287, 2), and RSS whose items have their
 * text in `body` of XHTML or in `fullitem`. Lines stay where they are.
 */
export function modernizeFeed(text: string): string {
  return liftBodies(wrapEntry(withoutPrefix(fromRss11(text))));
}

/** How a document begins: its root, after comments and declarations. */
const rootOf = (text: string) => /^(?:\s|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>]*>)*<([\w:]+)/.exec(text)?.[1] ?? '';

function fromRss11(text: string): string {
  if (rootOf(text) !== 'Channel' || !text.includes('http://purl.org/net/rss1.1')) return text;
  return text
    .replace(/<\/?items\b[^>]*>/g, (tag) => tag.replace(/[^\n]+/g, ''))
    .replace(/<Channel\b([^>]*)>/, '<rss version="2.0"$1><channel>')
    .replace(/ xmlns="[^"]*rss1\.1#?"/, '')
    .replace(/<\/Channel>/, '</channel></rss>');
}

function withoutPrefix(text: string): string {
  const [, prefix] = /^(\w+):rss$/.exec(rootOf(text)) ?? [];
  return prefix ? text.replace(RegExp(`<(/?)${prefix}:`, 'g'), '<$1') : text;
}

function wrapEntry(text: string): string {
  if (rootOf(text) !== 'entry') return text;
  return `${text.replace(/<entry\b/, '<feed xmlns="http://www.w3.org/2005/Atom"><entry')}</feed>`;
}

const items = /<item[\s>][^]*?<\/item>/g;
const bodies = /<(?:\w+:)?(body|fullitem)\b[^>]*>([^]*?)<\/(?:\w+:)?\1>/g;

function liftBodies(text: string): string {
  if (rootOf(text) !== 'rss' || !/<(?:\w+:)?(?:body|fullitem)[\s>]/.test(text)) return text;
  const lifted = text.replace(items, (item) =>
    // Where there are both, the other one is the text.
    /<content:encoded[\s>]/.test(item) ? item : item.replace(bodies, contentOf),
  );
  return lifted.includes('xmlns:content=') || lifted === text
    ? lifted
    : lifted.replace(/<rss\b/, '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"');
}

/** A body holds elements, a fullitem their text. */
function contentOf(_whole: string, name: string, inner: string): string {
  const isText = name === 'fullitem' || inner.includes(']]>');
  const html = inner.replace(/<(\/?)\w+:(?=\w)/g, '<$1');
  return `<content:encoded>${isText ? inner : `<![CDATA[${html}]]>`}</content:encoded>`;
}
