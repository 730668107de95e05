/** Elements that stay, each with the attributes that stay; `lang` and `dir` may stand anywhere. */
export const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    (
      'p br hr h1 h2 h3 h4 h5 h6 ul dl dt dd blockquote pre figure figcaption ruby rt rp bdo ' +
      'strong b em i u s del sub sup small abbr cite q code kbd samp var dfn bdi table caption thead tbody tfoot tr'
    )
      .split(' ')
      .map((name) => [name, []]),
  ),
  a: ['href', 'hreflang', 'title'],
  abbr: ['title'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
};
/** Elements whose content stays without them. */
export const unwrappedElements = 'span font big ins mark nobr tt picture data acronym strike label'.split(' ');
export const blocks = 'div section article main center header footer address aside nav hgroup details summary'.split(
  ' ',
);

/** Elements that stay, or whose content does. */
export const names = [...Object.keys(allowed), ...unwrappedElements, ...blocks];
export const attributes = [...new Set(Object.values(allowed).flat()), 'lang', 'dir', 'id', 'name'];

/** Elements that go with all in them, since that is nothing to read: scripts, styles, drawings, controls, what is void. */
export const dropped = (
  'script style template noscript noembed noframes title textarea select datalist canvas svg math applet ' +
  'iframe frame frameset object embed audio video source track param link meta base basefont bgsound col colgroup ' +
  'input keygen area wbr'
).split(' ');

/** What reads like an element that stays. */
const alike: Record<string, string> = {
  image: 'img',
  ...Object.fromEntries('menu dir'.split(' ').map((name) => [name, 'ul'])),
  ...Object.fromEntries('plaintext xmp listing'.split(' ').map((name) => [name, 'pre'])),
  ...Object.fromEntries('form fieldset legend dialog search marquee'.split(' ').map((name) => [name, 'div'])),
};
const stay = new Set([...names, ...dropped]);

/** Of a document, what is around its text. */
const wrapper = /^(?:html|head|body)$/;

/**
 * HTML whose tags are all of the list: others, also those that word processors and applications name by themselves
 * (`st1:City`, `o:p`, `my-note`), become boxes without a meaning, so that no sanitizer takes them out with their words. In
 * drawings and formulas such names have their meaning, and go with those. Frames and films become links.
 */
export const withKnownElements = (html: string): string =>
  withLinks(html).replace(
    /<(svg|math)\b[^]*?<\/\1\s*>|<(\/?)([a-z][^\s/>]*)([^<>]*>)?/gi,
    (whole, drawing: string | undefined, slash: string, written: string, rest = '') => {
      const name = written?.toLowerCase();
      if (drawing || stay.has(name)) return whole;
      return wrapper.test(name) && rest ? '' : `<${slash}${alike[name] ?? 'span'}${rest}`;
    },
  );

const attribute = (tag: string, name: string): string | undefined => {
  const [, one, other, bare] =
    new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag) ?? [];
  return one ?? other ?? bare;
};

const hidden =
  /\s(?:width|height)\s*=\s*["']?[01](?:px)?(?=["'\s]|$)|display:\s*none|visibility:\s*hidden|\shidden(?=[\s=]|$)/i;

/** Frames, films and the like as links to what they show, with their titles. Those that nobody was to see go. */
export const withLinks = (html: string): string =>
  html.replace(
    /<(iframe|video|audio|object|embed)\b([^>]*)>(?:([^]{0,3000}?)<\/\1\s*>)?/gi,
    (_, name: string, tag: string, inside: string | undefined = '') => {
      const isObject = /^object$/i.test(name);
      const isWorded = isObject && /\S/.test(inside.replace(/<[^>]*>/g, ''));
      // What stands in for a file leads to it, or says only that it can't be shown.
      if (isWorded && /<a\b/i.test(inside)) return inside;
      const address = attribute(tag, isObject ? 'data' : 'src') ?? attribute(inside, 'src');
      if (!address || hidden.test(tag)) return isWorded ? inside : '';
      const [, host = ''] = /^\s*(?:https?:)?\/\/(?:www\.)?([^/?#\s]+)/i.exec(address) ?? [];
      const title = attribute(tag, 'title') || host || address.replace(/.*\//s, '');
      const link = `<a href="${address.replaceAll('"', '&quot;')}">${title.replaceAll('<', '&lt;')}</a>`;
      return isWorded ? `${inside} ${link}` : link;
    },
  );
