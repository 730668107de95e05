/**
 * Forms of feeds that nobody writes any more but some archives have, as RSS 2.0 and Atom: RSS 1.1
 * (http://purl.org/net/rss1.1), `rss` with a prefix, an Atom entry by itself (RFC 4287, 2), and RSS whose items have their
 * text in `body` of XHTML or in `fullitem`. Lines stay where they are.
 */
export function modernizeFeed(text: string): string {
  const [, root = ''] = /<([\w:]+)/.exec(text.replace(/<!--[^]*?-->/g, '')) ?? [];
  const [, prefix] = /^(\w+):rss$/.exec(root) ?? [];
  if (root === 'entry') return wrapEntry(text);
  if (root === 'Channel' && text.includes('http://purl.org/net/rss1.1')) return fromRss11(text);
  if (prefix) return liftBodies(text.replace(RegExp(`<(/?)${prefix}:`, 'g'), '<$1'));
  return root === 'rss' ? liftBodies(text) : text;
}

const fromRss11 = (text: string) =>
  text
    .replace(/<\/?items\b[^>]*>/g, (tag) => tag.replace(/[^\n]+/g, ''))
    .replace(/<Channel\b([^>]*)>/, '<rss version="2.0"$1><channel>')
    .replace(/ xmlns="[^"]*rss1\.1#?"/, '')
    .replace(/<\/Channel>/, '</channel></rss>');

const wrapEntry = (text: string) =>
  `${text.replace(/<entry\b/, '<feed xmlns="http://www.w3.org/2005/Atom"><entry')}</feed>`;

const items = /<item[\s>][^]*?<\/item>/g;
/** What holds texts of its own, with whatever is in them; and what holds the text of an item. */
const parts =
  /<!\[CDATA\[[^]*?\]\]>|<(description|title|content:encoded)\b[^>]*>[^]*?<\/\1>|<(?:\w+:)?(body|fullitem)\b[^>]*>([^]*?)<\/(?:\w+:)?\2>/g;

function liftBodies(text: string): string {
  if (!/<(?:\w+:)?(?:body|fullitem)[\s>]/.test(text)) return text;
  const lifted = text.replace(items, (item) =>
    // Where there are both, the other one is the text.
    /<content:encoded[\s>]/.test(item) ? item : item.replace(parts, contentOf),
  );
  return lifted.includes('xmlns:content=') || lifted === text
    ? lifted
    : lifted.replace(/<rss\b/, '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"');
}

/** A body holds elements, a fullitem their text. */
function contentOf(whole: string, _other: string | undefined, name: string | undefined, inner: string): string {
  if (!name) return whole;
  const isText = name === 'fullitem' || inner.includes(']]>');
  const html = inner.replace(/<(\/?)\w+:(?=\w)/g, '<$1');
  return `<content:encoded>${isText ? inner : `<![CDATA[${html}]]>`}</content:encoded>`;
}
