import { attributeValue, escapeText } from '../../../html/markup.js';
import { elementsIn, paragraphsIn } from './html.js';
import { showPictures } from './pictures.js';
import { isSharing, withoutRedirect } from './redirects.js';

/** Kinds of what is taken out of texts, as they are told. */
const kinds = {
  shortcode: ['shortcode of a plugin', 'shortcodes of plugins'],
  share: ['share list', 'share lists'],
  widget: ['box of a plugin', 'boxes of plugins'],
  firstSeen: ['line “appeared first on”', 'lines “appeared first on”'],
  pixel: ['tracking pixel', 'tracking pixels'],
  emoji: ['emoji picture', 'emoji pictures'],
  lazy: ['lazy placeholder', 'lazy placeholders'],
  lostPicture: ['picture without an address', 'pictures without an address'],
  hidden: ['hidden e-mail address', 'hidden e-mail addresses'],
  redirect: ['link through another site', 'links through another site'],
  deadLink: ['link that is not a web address', 'links that are not web addresses'],
  noAlt: ['picture without text alternative', 'pictures without text alternative'],
  unseen: ['piece of hidden text', 'pieces of hidden text'],
  form: ['form', 'forms'],
  frame: ['text with a frame or a film', 'texts with frames or films'],
} as const;
const fixes: Partial<Record<keyof typeof kinds, string>> = {
  emoji: 'replaced by the character',
  lazy: 'replaced by the picture',
  hidden: 'replaced by the address',
  redirect: 'replaced by the direct link',
  frame: 'replaced by a link with its title',
  deadLink: 'its text was kept',
  unseen: 'left out: readers of the site don’t see it',
  noAlt: 'set to empty; describe the picture in the source',
};
export type Kind = keyof typeof kinds;
/** Takes note of something that was taken out or corrected. */
export type Count = (kind: Kind) => void;

export const nameOf = (kind: Kind): readonly [string, string] => kinds[kind];
export const fixOf = (kind: Kind): string => fixes[kind] ?? 'removed from the text';

/** Boxes that plugins and themes put into texts, by their classes and ids. */
const shareBox =
  /(?:^|[\s"_-])(?:sharedaddy|sd-(?:sharing|social)|addtoany|a2a_kit|addthis|sharethis|heateor|ssba|essb|swp_social|shareaholic|social-?shar\w+|share-?(?:buttons?|links?|icons?|bar|list|this)|sharing-?(?:buttons?|links?|icons)|post-?share|feedflare|wp-block-jetpack-sharing|et_social|td-post-sharing|widget-share|dpsp|sfsi|mashsb|simplesocial|printfriendly|robots-nocontent)(?=$|[\s_-])/i;
const widgetBox =
  /(?:^|[\s"])(?:jp-relatedposts|jetpack-likes|sd-like|yarpp\S*|crp_related|related-?posts?|mc4wp\S*|ez-toc\S*|lwptoc\S*|cookie-notice|pvc_\S+|post-views\S*|post-ratings|wpd-\S+|wpulike\S*|mailmunch\S*|screen-reader-text)(?=$|\s)/i;
const shareWords =
  /^(?:share|partage|compart|teilen|condivid|поделит|شارك|مشارك|分享|tweet|like|loading|follow|suivez|síg|print|imprim|email)?[^.!?]{0,40}$/i;
const formFields = /^(?:input|select|textarea|button)$/;

const firstSeen =
  /^(?:The post|This (?:post|article|entry)|L[’']article|Cet article|Le (?:post|billet)|La (?:entrada|publicación)|Esta entrada|El (?:artículo|post)|[OA] (?:post|publicação|artigo|conteúdo)|Este post|Der Beitrag|L[’']articolo|Il post|Questo articolo|Запись|Сообщение|Пост|Статья|ظهرت? |المقال|The article|Het bericht)?.{0,300}(?:(?:appeared|was) first (?:appeared |published )?(?:on|at)|first appeared (?:on|at)|(?:est apparu|est paru|a été publié|apparaît)(?:e)? en premier (?:sur|dans)|(?:se publicó|apareció|aparece|se ha publicado) (?:primero|por primera vez) en|(?:apareceu|aparece|foi publicado|surgiu) primeiro (?:em|no|na)|erschien (?:zuerst|erstmals) (?:auf|bei)|(?:proviene da|sembra essere il primo su|è apparso (?:per primo|prima) su)|(?:впервые )?(?:появил[аио]с[ья]|опубликован\w*) (?:сначала|впервые|первы[а-я]+)? ?(?:на|в)|أولا[ًـ]?\s?(?:على|في)|(?:最先|最早|首先)?(?:出现|发表|发布)[在于]).{0,120}$/iu;

/** Takes out of a text what plugins, networks and trackers left there, and shows what they hid. */
export function removeResidueOf(body: HTMLElement, report: Count): void {
  let changes = 0;
  const count: Count = (kind) => {
    changes++;
    report(kind);
  };
  showPictures(body, count);
  takeBoxes(body, count);
  for (const link of elementsIn(body)) if (link.localName === 'a') correctLink(link, count);
  takeShareLists(body, count);
  for (const element of elementsIn(body))
    if (/spamspan|__cf_email__/.test(element.className)) showAddress(element, count);
  for (const block of paragraphsIn(body).slice(-4)) {
    const text = (block.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (!text || text.length > 450 || !firstSeen.test(text)) continue;
    count('firstSeen');
    block.remove();
  }
  if (changes) removeEmpty(body);
}

/** What held nothing else than what was taken out. */
function removeEmpty(body: HTMLElement): void {
  for (const element of elementsIn(body).reverse()) {
    const isEmpty = !element.textContent?.trim() && !element.firstElementChild;
    if (isEmpty && /^(?:p|div|ul|ol|li|figure|section|span|strong|em|a|h\d|aside|picture)$/.test(element.localName))
      element.remove();
  }
}

function takeBoxes(body: HTMLElement, count: Count): void {
  const all = body.textContent?.length ?? 0;
  for (const element of elementsIn(body)) {
    const { localName } = element;
    if (localName === 'form') {
      count('form');
      // Old sites put whole pages into a form; one to fill in is mostly its fields.
      const fields = elementsIn(element).filter((entry) => formFields.test(entry.localName));
      if (fields.length && isSmall(element, all)) element.remove();
      continue;
    }
    const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
    if (names === ' ') continue;
    const kind = shareBox.test(names) ? 'share' : widgetBox.test(names) ? 'widget' : undefined;
    if (!kind || !body.contains(element) || !isSmall(element, all)) continue;
    element.remove();
    if (!/screen-reader/.test(names)) count(kind);
  }
}

/** A theme may name a box that holds the whole text after one of its parts. */
const isSmall = (element: Element, all: number) => {
  const length = element.textContent?.length ?? 0;
  return length < 200 || length < all / 3;
};

/** A link through a site that counts, to a protected address, or to what isn't the web. */
function correctLink(link: Element, count: Count): void {
  // As browsers read it: line ends and tabs inside don't count.
  const written = (link.getAttribute('href') ?? '').replace(/[\t\n\r]/g, '').trim();
  const [, code] = /\/cdn-cgi\/l\/email-protection#([\da-f]+)/i.exec(written) ?? [];
  if (code) {
    link.setAttribute('href', `mailto:${decodeCloudflare(code)}`);
    if (!elementsIn(link).some((entry) => entry.getAttribute('data-cfemail'))) count('hidden');
    return;
  }
  const target = withoutRedirect(written);
  if (target !== written) {
    link.setAttribute('href', target);
    count('redirect');
  }
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(written) ?? [];
  if (!scheme || /^(?:https?|mailto|tel)$/i.test(scheme) || isSharing(written)) return;
  link.removeAttribute('href');
  count('deadLink');
}

/** Lists of links that share the page, with the line above them. */
function takeShareLists(body: HTMLElement, count: Count): void {
  const links = elementsIn(body).filter(({ localName }) => localName === 'a');
  for (const link of links) {
    if (!isSharing(link.getAttribute('href') ?? '') || !body.contains(link)) continue;
    let list: Element | undefined;
    for (let above: Element | null = link; above && above !== body; above = above.parentElement) {
      const inside = [above, ...elementsIn(above)].filter(({ localName }) => localName === 'a');
      if (!inside.every((entry) => isSharing(entry.getAttribute('href') ?? ''))) break;
      const said = inside.reduce((text, entry) => text.replace(entry.textContent ?? '', ''), above.textContent ?? '');
      if (shareWords.test(said.replace(/\s+/g, ' ').trim())) list = above;
    }
    // A link in a sentence is part of what that says.
    if (!list || (list.parentElement !== body && !/^(?:p|div|ul|ol|li|nav|section|aside|h\d)$/.test(list.localName)))
      continue;
    const before = list.previousElementSibling;
    const heading = before?.textContent?.trim() ?? '';
    if (
      before &&
      heading &&
      heading.length < 40 &&
      /^(?:share|partage|compart|teilen|поделит|شارك|分享)/i.test(heading)
    )
      before.remove();
    list.remove();
    count('share');
  }
}

/** An address that Cloudflare or SpamSpan keeps from robots. */
function showAddress(element: Element, count: Count): void {
  const code = element.getAttribute('data-cfemail');
  const part = (name: string) =>
    elementsIn(element)
      .find((entry) => entry.className === name)
      ?.textContent?.trim();
  const [user, domain] = [part('u'), part('d')?.replace(/\s*\[?(?:dot|point|punto)\]?\s*/gi, '.')];
  const address = code ? decodeCloudflare(code) : user && domain && `${user}@${domain}`;
  if (!address) return;
  count('hidden');
  const link = element.parentElement?.closest('a') ? undefined : element.ownerDocument.createElement('a');
  if (link) {
    link.setAttribute('href', `mailto:${address}`);
    link.textContent = address;
    element.replaceWith(link);
  } else element.replaceWith(element.ownerDocument.createTextNode(address));
}

/** The first byte is the key of the others. */
function decodeCloudflare(code: string): string {
  const [key, ...bytes] = Buffer.from(code, 'hex');
  return Buffer.from(bytes.map((byte) => byte ^ key)).toString('utf8');
}

/** The text of `[email protected]` scripts of Joomla, whose parts stand in the script beside the notice. */
export function joomlaAddresses(html: string, count: Count): string {
  if (!/id=["']cloak/.test(html)) return html;
  return html.replace(
    /<span id=["']cloak(\w+)["']>[\s\S]*?<\/span>\s*<script[\s\S]*?<\/script>/g,
    (whole, id: string) => {
      const parts = [
        ...whole.matchAll(new RegExp(`addy${id}\\s*=\\s*(?:addy${id}\\s*\\+\\s*)?((?:'[^']*'\\s*\\+?\\s*)+);`, 'g')),
      ];
      const address = parts
        .flatMap(([, text]) => [...text.matchAll(/'([^']*)'/g)].map(([, piece]) => piece))
        .join('')
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
      if (!/^[^@\s]+@[^@\s]+$/.test(address)) return whole;
      count('hidden');
      return `<a href=${attributeValue(`mailto:${address}`)}>${escapeText(address)}</a>`;
    },
  );
}
