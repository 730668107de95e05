/** Draws one element on the server, as `@lit-labs/ssr` does. That calls itself pre-release: nothing else imports it. */
import { ElementRenderer } from '@lit-labs/ssr';
import { RenderResultIterator } from '@lit-labs/ssr/lib/render.js';
import type { ThunkedRenderResult } from '@lit-labs/ssr/lib/render-result.js';
import { renderValue, type RenderInfo } from '@lit-labs/ssr/lib/render-value.js';
import type { CSSResult, ReactiveElement, TemplateResult } from 'lit';
import { IomElement } from '../elements/base/iom-element.js';
import type { ParsedFeed } from '../feed/parse/parse-strict.js';
import type { OwnMessages } from '../i18n/messages/own.js';
import '../iom-widgets.js';
import { adoptedSheets } from '../tokens/adopt-styles.js';
import './server-dom.js';
import { createServerElement, type ServerElement } from './server-element.js';
import { withoutScript } from './without-script.js';

/** What elements are drawn with. */
export interface RenderContext {
  /** What they show, by the feed that one element hands on to another inside it. */
  parsedFeeds: WeakMap<object, ParsedFeed>;
  /** Words that the page brings in place of ours. */
  messages: readonly OwnMessages[];
  /** Markup for the styles of an element. */
  style: (css: string, tag: string) => string;
}

/** An element as it was drawn. */
export interface RenderedElement {
  /** Content of the shadow root. */
  html: string;
  /** What the content is for search engines, if the element is asked for it. */
  data?: object;
}

class IomElementRenderer extends ElementRenderer {
  static override matchesClass = (type: typeof HTMLElement) => type.prototype instanceof IomElement;

  override element: ServerElement;

  constructor(tag: string) {
    super(tag);
    this.element = createServerElement(tag);
    this.element.prerendered = true;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null) {
    this.element.attributeChangedCallback(name, old, value);
  }

  override renderShadow(info: RenderInfo & Partial<RenderContext>): ThunkedRenderResult {
    const { element } = this;
    const host = info.customElementHostStack.at(-2)?.element as IomElement | undefined;
    element.language.tag = element.lang || element.getAttribute('lang') || host?.language.tag || '';
    element.feedController.parsed ??= element.feed && info.parsedFeeds?.get(element.feed);
    element.feedController.pending = false;
    element.ownMessages = info.messages ?? [];
    return [() => this.#draw(info as RenderInfo & RenderContext)];
  }

  /** Draws at once what needs nothing; what loads something first, when that is there. */
  #draw(info: RenderInfo & RenderContext): ThunkedRenderResult | Promise<ThunkedRenderResult> {
    const content = this.element.renderUntilStable();
    const draw = (result: TemplateResult) => [this.#style(info), () => renderValue(result, info)];
    return content instanceof Promise ? content.then(draw) : draw(content);
  }

  #style({ style }: RenderContext): string {
    const { element } = this;
    const { elementStyles } = element.constructor as typeof ReactiveElement;
    const styles = [...elementStyles, ...(adoptedSheets.get(element) ?? [])] as CSSResult[];
    return style(styles.map(({ cssText }) => cssText).join('') + withoutScript, this.tagName);
  }
}

/**
 * Draws an element of a page; undefined when it has nothing to show.
 *
 * @param tag Such as `iom-news-feed`.
 * @param attributes As the page has them.
 * @param language BCP 47 tag of its own `lang`, or of the place it stands in.
 */
export async function renderElement(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  language: string,
  parsed: ParsedFeed,
  setting: RenderContext,
): Promise<RenderedElement | undefined> {
  const renderer = new IomElementRenderer(tag);
  const { element } = renderer;
  for (const [name, value] of attributes) renderer.setAttribute(name, value);
  renderer.setAttribute('lang', language);
  element.feedController.parsed = parsed;
  const info: RenderInfo & RenderContext = {
    ...setting,
    elementRenderers: [IomElementRenderer],
    customElementInstanceStack: [renderer],
    customElementHostStack: [renderer],
    eventTargetStack: [element],
    slotStack: [],
    deferHydration: false,
  };
  let html = '';
  for (const part of new RenderResultIterator(renderer.renderShadow(info))) {
    const text = typeof part === 'string' ? part : await part;
    if (typeof text === 'string') html += text;
  }
  if (element.state !== 'ready') return undefined;
  // An end of Lit's, which browsers read as a comment and PHP as its own beginning; and links that only script follows.
  return { html: html.replace(/<\?>| href="#"/g, ''), data: await element.toStructuredData?.() };
}
