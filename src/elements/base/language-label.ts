import { html, nothing, type TemplateResult } from 'lit';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { foreign } from '../../i18n/foreign.js';
import { nameOfLanguage } from '../../i18n/language-name.js';
import type { IomElement } from './iom-element.js';

/**
 * The name of a feed's language, in itself, beside what is shown of it on a page in another one; and a word to the owner. It
 * stands where there is room for it, so that nothing moves.
 *
 * @param look Its class.
 */
export function renderLanguage(host: IomElement, parsed: ParsedFeed, look = ''): TemplateResult | typeof nothing {
  const other = foreign(parsed.feed.language, host.language.tag);
  if (!other) return nothing;
  reportLanguage(host, parsed, other);
  return html`<bdi class=${look} part="language" lang=${other}>${nameOfLanguage(other)}</bdi>`;
}

/** Tells the owner of a page that what it shows is in another language than the page. */
export function reportLanguage(host: IomElement, { baseUrl }: ParsedFeed, other: string): void {
  const { tag } = host.language;
  if (!host.prerendered)
    import('./feedback.js').then((advice) => advice.reportLanguage(host, baseUrl, tag, other), console.warn);
}
