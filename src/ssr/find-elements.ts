import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { canonical } from '../i18n/locale.js';
import type { OwnMessages } from '../i18n/messages/own.js';
import { lightMark } from './light-markup.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A stretch of a text, and what is to stand there instead. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** An element of the library in a page. */
export interface Widget {
  /** Such as `iom-news-feed`. */
  tag: string;
  attributes: ReadonlyMap<string, string>;
  /** Of the page, counted from 1. */
  line: number;
  /** The nearest `lang` as a BCP 47 tag; empty where there is none. */
  language: string;
  /** The line of its tag, where nothing closes it: HTML knows no `<iom-news-feed … />`, and the page goes on inside. */
  unclosed?: number;
  /** A feed that stands inside it. */
  inline?: string;
  /** Takes away what an earlier run has put there. */
  clearing: readonly Edit[];
  /** Puts in attributes and, before what the page holds inside it, markup. */
  filling: (attributes: string, markup: string) => readonly Edit[];
}

/** Attribute of the elements that are filled, and of the scripts that fill them. */
export const mark = 'data-prerendered';

/** What a page holds that matters here. */
export interface PageContent {
  widgets: readonly Widget[];
  /** The address in its `base`. */
  base?: string;
  /** Where its head ends; undefined where it has none. */
  headEnd?: number;
  /** The addresses of other forms of it (`rel="alternate"`) that it names by itself. */
  alternates: ReadonlySet<string>;
  /** Words that the page brings for the elements. */
  messages: readonly OwnMessages[];
  /** Takes away those that an earlier run has put there. */
  clearing: readonly Edit[];
}

/** Finds the elements of the library in the text of a page. */
export function findWidgets(html: string, tags: ReadonlySet<string>): PageContent {
  const widgets: Widget[] = [];
  const alternates = new Set<string>();
  const messages: OwnMessages[] = [];
  const clearing: Edit[] = [];
  let base: string | undefined;
  let headEnd: number | undefined;
  const visit = (node: Node, outer: string) => {
    if (!isElement(node)) return;
    const language = tagOf(attribute(node, 'lang')) || outer;
    if (node.tagName === 'base') base ??= attribute(node, 'href');
    if (node.tagName === 'head') headEnd ??= endOf(node);
    if (node.tagName === 'link' && attribute(node, 'rel') === 'alternate') {
      const { startOffset: from, endOffset: to } = node.sourceCodeLocation!;
      if (!isOurs(node)) alternates.add(attribute(node, 'href') ?? '');
      else clearing.push({ from, to, text: '' });
    }
    if (node.tagName === 'script' && attribute(node, 'data-iom-messages') !== undefined)
      messages.push({ lang: attribute(node, 'lang') ?? '', text: textOf(node) });
    if (tags.has(node.tagName)) widgets.push(widgetOf(node, language));
    for (const child of node.childNodes) visit(child, language);
  };
  for (const node of parse(html, { sourceCodeLocationInfo: true }).childNodes) visit(node, '');
  return { widgets, base, headEnd, alternates, messages, clearing };
}

/** Where the content of an element ends, whose tags may be missing. */
const endOf = ({ sourceCodeLocation, childNodes }: Element): number | undefined =>
  sourceCodeLocation?.endTag?.startOffset ??
  childNodes.at(-1)?.sourceCodeLocation?.endOffset ??
  sourceCodeLocation?.startTag?.endOffset;

/** The BCP 47 tag that a `lang` means; empty where it means none. */
export function tagOf(lang = ''): string {
  try {
    return canonical(lang);
  } catch {
    return '';
  }
}

function widgetOf(element: Element, language: string): Widget {
  const { tagName: tag, attrs } = element;
  const { startTag, endTag, attrs: placed } = element.sourceCodeLocation!;
  const { startOffset, endOffset, startLine: line } = startTag!;
  const children = element.childNodes.filter(isElement);
  const text = children.find((child) => child.tagName === 'script' && /feed/.test(attribute(child, 'type') ?? ''));
  const earlier = children.filter((child) =>
    child.tagName === 'template' ? attribute(child, 'shadowrootmode') !== undefined : isOurs(child),
  );
  const marked = placed?.[mark] ?? placed?.[lightMark];
  const nameEnd = startOffset + 1 + tag.length;
  return {
    tag,
    attributes: new Map(attrs.map(({ name, value }) => [name, value])),
    line,
    language,
    unclosed: endTag ? undefined : startTag!.startLine,
    inline: text && textOf(text),
    clearing: [
      // With the blank before it.
      ...(marked ? [{ from: marked.startOffset - 1, to: marked.endOffset, text: '' }] : []),
      ...earlier.map(({ sourceCodeLocation }) => ({
        from: sourceCodeLocation!.startOffset,
        to: sourceCodeLocation!.endOffset,
        text: '',
      })),
    ],
    filling: (attributes, markup) => [
      { from: nameEnd, to: nameEnd, text: attributes },
      { from: endOffset, to: endOffset, text: markup },
    ],
  };
}

const textOf = ({ childNodes }: Element) => childNodes.map((node) => ('value' in node ? node.value : '')).join('');

/** Whether an earlier run has put it there. */
const isOurs = (element: Element) => [mark, lightMark].some((name) => attribute(element, name) !== undefined);

const isElement = (node: Node): node is Element => 'attrs' in node;

const attribute = (element: Element, name: string) => element.attrs.find((entry) => entry.name === name)?.value;

/** A text with edits that don't overlap. */
export function edit(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const entry of [...edits].sort((one, other) => one.from - other.from || one.to - other.to)) {
    result += text.slice(done, entry.from) + entry.text;
    done = entry.to;
  }
  return result + text.slice(done);
}
