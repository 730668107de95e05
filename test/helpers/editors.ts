/**
 * What the editors of other people's sites leave of what is pasted into them: their stored rules, as far as they touch our
 * lines. Filters of WordPress and Drupal work on text, tag by tag; editors in the browser work on the tree.
 */
type Editor = (pasted: string) => string;

type Attributes = [name: string, value: string][];

/** Goes through the tags of a text as PHP's filters do: what stands between them is kept, tags are kept, changed or dropped. */
const byTag =
  (keep: (tag: string, attributes: Attributes) => Attributes | undefined): Editor =>
  (pasted) =>
    pasted.replace(/<(\/?)([\w-]+)([^>]*)>/g, (_, slash: string, name: string, rest: string) => {
      const tag = name.toLowerCase();
      const given = [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]): [string, string] => [
        name,
        value ?? '',
      ]);
      const kept = keep(tag, given);
      if (!kept) return '';
      return slash ? `</${tag}>` : `<${tag}${kept.map(([name, value]) => ` ${name}="${value}"`).join('')}>`;
    });

/**
 * WordPress, for users without `unfiltered_html` (wp-includes/kses.php, `wp_kses_post`): no script, iframe or unknown tag;
 * `data-` attributes by the pattern `data-` and letters, digits, `_`, `-`.
 */
export const kses: Editor = byTag((tag, attributes) =>
  [
    'a',
    'blockquote',
    'div',
    'em',
    'figure',
    'h2',
    'h3',
    'img',
    'li',
    'ol',
    'p',
    'section',
    'span',
    'strong',
    'ul',
  ].includes(tag)
    ? attributes.filter(
        ([name]) =>
          /^(class|id|lang|dir|role|title|aria-\w+|data(-[a-z0-9_]+)+)$/.test(name) ||
          (tag === 'a' && /^(href|rel|target)$/.test(name)),
      )
    : undefined,
);

/** Drupal's filter_html (Drupal\Component\Utility\Xss): the tags and attributes a site allows, never `style` or `on…`. */
const filterHtml = (allowed: Record<string, RegExp>): Editor =>
  byTag(
    (tag, attributes) =>
      allowed[tag] &&
      attributes
        .filter(([name]) => allowed[tag].test(name) && !/^(style|on)/.test(name))
        .map(([name, value]) => [
          name,
          /^(data-|title$|alt$|rel$|property$|class$|datetime$)/.test(name) ? value : withoutProtocol(value),
        ]),
  );

/** Other values are taken for addresses: what stands before a colon goes, unless it is a protocol that is let through. */
function withoutProtocol(value: string): string {
  const [before] = /^[^:/?#]*(?=:)/.exec(value) ?? [];
  if (before === undefined || /^(https?|mailto|tel|ftp|news|sftp|webcal|rtsp|irc|ssh|telnet|nntp)$/.test(before))
    return value;
  return withoutProtocol(value.slice(before.length + 1));
}

const basic = { a: /^(href|hreflang)$/, em: /^$/, strong: /^$/, p: /^$/, ul: /^type$/, li: /^$/ };
/** As a site sets it up that follows our steps: `<iom-news-feed data-*>` and `<div class data-*>` among the allowed tags. */
export const drupal = filterHtml({ ...basic, 'iom-news-feed': /^data-/, div: /^(class|data-.*)$/ });
/** As it comes: Basic HTML. */
export const drupalBasic = filterHtml(basic);
/** Where a site allows the tag with attributes of its own names, too. */
export const drupalNames = filterHtml({ ...basic, 'iom-news-feed': /^(src|search|limit)$/ });

/** Works on the tree: what is not kept is replaced by what is in it. */
const byElement =
  (keep: (element: Element) => boolean): Editor =>
  (pasted) => {
    const { body } = new DOMParser().parseFromString(pasted, 'text/html');
    // Scripts stand in the head when nothing is before them.
    for (const element of [...body.querySelectorAll('*')].reverse()) {
      if (!keep(element)) element.replaceWith(...element.childNodes);
    }
    return body.innerHTML;
  };

const isCustom = (element: Element) => element.localName.includes('-');
const isEmpty = (element: Element) => !element.textContent?.trim() && !element.querySelector('img');

/** WordPress' classic editor (TinyMCE): unknown tags, scripts and iframes go, `div` stays with its `data-` attributes. */
export const classic = byElement((element) => !isCustom(element) && !/^(script|iframe)$/.test(element.localName));

/** CKEditor 5 with General HTML Support for all of ours: what is empty and inline is deleted. */
export const ckeditor = byElement(
  (element) => element.localName !== 'script' && !(isCustom(element) && isEmpty(element)),
);
/** CKEditor 5 without it. */
export const ckeditorPlain = byElement((element) => /^(a|p|strong|em|ul|li)$/.test(element.localName));

/** Tag managers write scripts anew, without `data-` attributes. */
export const tagManager: Editor = byTag((tag, attributes) =>
  tag === 'script' ? attributes.filter(([name]) => !name.startsWith('data-')) : attributes,
);

/**
 * What WordPress makes of the oEmbed answer of a provider it does not trust (wp-includes/embed.php,
 * `wp_filter_oembed_result`): one quotation and one frame, sandboxed, hidden until it has said how high it is.
 */
export function untrustedEmbed(html: string, secret: string): string {
  const [, quotation = '', frame = ''] = /(<blockquote.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(html) ?? [];
  const kept = byTag((tag, attributes) => {
    if (tag === 'a') return attributes.filter(([name]) => name === 'href');
    if (tag === 'blockquote') return [];
    return attributes.filter(([name]) =>
      /^(src|width|height|frameborder|marginwidth|marginheight|scrolling|title)$/.test(name),
    );
  })(quotation + frame);
  return kept
    .replace('<blockquote>', `<blockquote class="wp-embedded-content" data-secret="${secret}">`)
    .replace(/(<iframe[^>]*src="[^"]*)"/, `$1#?secret=${secret}" data-secret="${secret}"`)
    .replace('<iframe', '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"');
}
