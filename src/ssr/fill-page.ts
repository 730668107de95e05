import { writeData } from '../elements/base/structured-data.js';
import { attributeValue } from '../html/markup.js';
import type { Feed } from '../feed/schema/model.generated.js';
import type { ParsedFeed } from '../feed/parse/parse-strict.js';
import { problemsOf } from '../feed/parse/problems.js';
import { renderElement, type RenderedElement, type RenderContext } from './render-element.js';
import { lightMark, lightMarkup } from './light-markup.js';
import { dateTextOf } from '../i18n/date-text.js';
import { trackReads, withoutUnseen } from './track-reads.js';
import { mark, type Edit, type Widget } from './find-elements.js';

/** A feed and the elements of the page that show it. */
export interface Group {
  /** As the page has it, with the language in place of `{lang}`. */
  src: string;
  /** The feed, where it stands in the page. */
  inline?: string;
  widgets: readonly Widget[];
}

/** What holds for all elements of a page. */
export interface PageSetting {
  /** Undefined for plain HTML inside of the tags, which has no styles. */
  style?: RenderContext['style'];
  /** Words that the page brings. */
  messages: RenderContext['messages'];
  /** BCP 47 tag where the page names none. */
  language?: string;
}

/**
 * Draws the elements that show a feed. With the first of them the page gets what they all show of it: that is what they
 * start from in the browser.
 *
 */
export async function fillPage(
  { src, inline, widgets }: Group,
  parsed: ParsedFeed,
  { style, messages, language = parsed.feed.language ?? 'en' }: PageSetting,
): Promise<{ edits: Edit[]; problems: string[] }> {
  const draw = (shown: ParsedFeed) => {
    const parsedFeeds = new WeakMap([[shown.feed, shown]]);
    return Promise.all(
      widgets.map(({ tag, attributes, language: at }) =>
        renderElement(tag, attributes, at || language, shown, {
          style: style ?? (() => ''),
          messages,
          parsedFeeds,
        }).catch((error: unknown) => asError(error)),
      ),
    );
  };
  const { value, excerpt } = trackReads(withDateTexts(parsed.feed));
  const shown = { ...parsed, feed: value };
  const drawn = await draw(shown);
  const edits: Edit[] = [];
  const problems: string[] = [];
  const sign = style ? mark : lightMark;
  let held =
    inline === undefined && style
      ? writeExcerpt(src, await shorten({ ...empty, ...excerpt() }, drawn, (feed) => draw({ ...parsed, feed })))
      : '';
  drawn.forEach((entry, index) => {
    const { tag, line, language: at, filling } = widgets[index];
    if (entry instanceof Error) {
      problems.push(`line ${line}: <${tag}> could not be rendered and keeps its fallback: ${entry.message}`);
    } else if (entry) {
      const data = entry.data ? `<script type="application/ld+json" ${sign}>${writeData(entry.data)}</script>` : '';
      const content = style ? `<template shadowrootmode="open">${entry.html}</template>` : lightMarkup(entry.html);
      const markup = `${content}${held}${data}`;
      edits.push(...filling(` ${sign}${at ? '' : ` lang=${attributeValue(language)}`}`, markup));
      held = '';
    } else problems.push(`<${tag}>: ${src || 'the feed in the page'} has nothing for it in ${at || language}`);
  });
  problems.push(...problemsOf(shown).map((problem) => `${src}: ${problem}`));
  return { edits, problems };
}

/** A browser that takes a list over then words no date by itself. */
const withDateTexts = (feed: Feed): Feed => ({
  ...feed,
  items: feed.items.map((item) => {
    const date_text = dateTextOf(item, feed.language);
    return date_text ? { ...item, _iom: { date_text, ...item._iom } } : item;
  }),
});

/** Leaves out what makes no difference to what is drawn. */
async function shorten(
  feed: Feed,
  drawn: readonly Outcome[],
  draw: (feed: Feed) => Promise<readonly Outcome[]>,
): Promise<Feed> {
  const shorter = withoutUnseen(feed);
  if (shorter === feed) return feed;
  const again = await draw(shorter);
  return drawn.every((entry, index) => htmlOf(entry) === htmlOf(again[index])) ? shorter : feed;
}

/** Nothing where the feed has nothing for an element; an error where that could not be drawn. */
type Outcome = RenderedElement | Error | undefined;

const htmlOf = (outcome: Outcome) => (outcome instanceof Error ? undefined : outcome?.html);

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

/** What every feed has, whether or not it was read. */
const empty = { items: [] };

const writeExcerpt = (src: string, feed: Feed) =>
  `<script type="application/json" ${mark}=${attributeValue(src)}>${writeData(feed)}</script>`;
