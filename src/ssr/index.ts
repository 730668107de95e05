import { addressIn } from '../i18n/locale.js';
import { placeholderHeights } from '../elements.js';
import { findAlternates, writeAlternate } from './alternates.js';
import { placeholderBase, withoutPlaceholderBase } from './placeholder-url.js';
import { fillPage, type Group } from './fill-page.js';
import { loadFeed, type Feeds } from './load-feed.js';
import { Styles } from './styles.js';
import { edit, findWidgets, mark, tagOf, type Edit, type Widget } from './find-elements.js';
import { lightMark } from './light-markup.js';

export { FeedError, type FeedErrorCode } from '../feed/load/errors.js';
export type { Feeds, FeedSource } from './load-feed.js';

/** How a page is filled. */
export interface PrerenderOptions {
  /**
   * Feeds that need no request; others are fetched. So that the page names RSS and Atom, the `index.json` of the
   * publication has to be among them, by its address.
   */
  feeds?: Feeds;
  /** URL of the page. Without it relative addresses stay relative, and feeds with a relative `src` must be in `feeds`. */
  base?: string;
  /** BCP 47 tag of the language if the page has none. Default: the language of the feed. */
  language?: string;
  /**
   * URL of a folder for style sheets, for pages whose Content-Security-Policy forbids style elements: the page links to
   * them there; write `styleSheets` into it. By default the styles are in the page.
   */
  styles?: string;
  /**
   * Writes the content as plain HTML into the tags, in place of declarative shadow DOM: for reader modes, newsletters and
   * whatever else doesn’t look into shadow roots. It has no styles, and the elements draw themselves when their feed is there.
   * Default: false.
   */
  light?: boolean;
}

/** A page that was filled. */
export interface Prerendered {
  /**
   * The page; outside of the library's elements it is unchanged, to the byte, but for links at the end of its head: to RSS
   * and Atom, where the publication of a feed has them.
   */
  html: string;
  /** One line for each element that was not filled, and for each value of a feed that could not be read. */
  problems: readonly string[];
  /** The style sheets to put into the folder `styles`, by name. */
  styleSheets: ReadonlyMap<string, string>;
  /** Sources for `style-src` that allow the styles in the page, such as `'sha256-…'`. */
  styleHashes: readonly string[];
}

const tags = new Set(Object.keys(placeholderHeights).map((name) => `iom-${name}`));

/**
 * Fills the elements of a page with their content, as declarative shadow DOM: the page is readable without script, and
 * where there is script the elements take over what is there. A page that is already filled is refreshed. Nothing under
 * embargo gets into the page.
 *
 * @param html The page.
 * @throws {FeedError} If a feed can't be loaded, or is not a feed.
 */
export async function prerender(html: string, options: PrerenderOptions = {}): Promise<Prerendered> {
  const { feeds = {}, language, light } = options;
  const { widgets, base = '', headEnd, alternates, messages, clearing } = findWidgets(html, tags);
  const page = new URL(base, options.base ?? placeholderBase).href;
  const styles = new Styles(options.styles);
  const edits: Edit[] = [...clearing, ...widgets.flatMap((widget) => widget.clearing)];
  // What is filled would hide the rest of the page.
  const problems = widgets.flatMap(({ tag, unclosed }) =>
    unclosed
      ? `line ${unclosed}: <${tag}> is not closed, so the rest of the page is inside it; write <${tag} …></${tag}>: HTML has no <${tag} … />`
      : [],
  );
  const closed = widgets.filter(({ unclosed }) => !unclosed);
  const groups = groupsOf(closed, language);
  const links = new Set<string>();
  const named = new Set([...alternates].map((href) => (URL.canParse(href, page) ? new URL(href, page).href : href)));
  for (const group of groups) {
    // A script of the page may give them their feed: the others are filled all the same.
    if (!group.src && group.inline === undefined && groups.length > 1) {
      problems.push(
        ...group.widgets.map(({ tag, line }) => `line ${line}: <${tag}> has no src, and no feed inside it`),
      );
      continue;
    }
    const [parsed, offered] = await Promise.all([
      loadFeed(group.src, group.inline, page, feeds),
      headEnd === undefined || group.inline !== undefined ? [] : findAlternates(group.src, page, feeds),
    ]);
    for (const alternate of offered)
      if (!named.has(alternate.href)) links.add(writeAlternate(alternate, light ? lightMark : mark));
    const filled = await fillPage(group, parsed, { style: light ? undefined : styles.markup, messages, language });
    edits.push(...filled.edits);
    problems.push(...filled.problems);
  }
  if (headEnd !== undefined && links.size) edits.push({ from: headEnd, to: headEnd, text: [...links].join('') });
  return {
    html: edit(
      html,
      edits.map((entry) => ({ ...entry, text: withoutPlaceholderBase(entry.text) })),
    ),
    problems,
    styleSheets: styles.sheets,
    styleHashes: [...styles.hashes],
  };
}

/** Elements by what they show. */
function groupsOf(widgets: readonly Widget[], language = ''): readonly Group[] {
  const groups = new Map<string, Group & { widgets: Widget[] }>();
  for (const widget of widgets) {
    const { attributes, inline } = widget;
    const attribute = (name: string) => attributes.get(name) ?? attributes.get(`data-${name}`) ?? '';
    const src = addressIn(attribute('src'), widget.language || tagOf(language) || 'und', attribute('languages'));
    const key = inline ?? src;
    const group = groups.get(key) ?? { src, inline, widgets: [] };
    groups.set(key, group);
    group.widgets.push(widget);
  }
  return [...groups.values()];
}
