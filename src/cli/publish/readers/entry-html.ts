import { escapeText } from '../../../html/markup.js';
import { isTrackingPixel } from '../../../html/tracking-pixel.js';
import { paragraphsOf } from '../../../html/typography.js';
import type { Item } from '../../../feed/schema/model.generated.js';
import { directionOf } from '../../../i18n/locale.js';
import { loadMessages } from '../../../i18n/messages/common.js';

interface EntryContext {
  /** Page of the item. */
  link?: string;
  /** Address of the site. */
  site: string;
  /** Begins the addresses that are not known. */
  nowhere: string;
  /** BCP 47. */
  language?: string;
}

/** Elements and attributes that go to readers as they are; an item that holds others is cleaned as elements clean it. */
const unusual =
  /<(?!\/?(?:p|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|figure|figcaption|strong|b|em|i|u|sub|sup|small|abbr|cite|q|code|a|img|table|caption|thead|tbody|tfoot|tr|td|th|span|div)[\s>/])|<[^>]*\s(?:on\w+|style)\s*=|(?:src|href)\s*=\s*["']?\s*(?:javascript|data|vbscript):/i;

/** The text of an item as HTML, with all that a release shows of it: its dateline, and the notes to editors. */
export async function entryHtml(
  { content_html, content_text, summary, _iom }: Item,
  context: EntryContext,
): Promise<string | undefined> {
  const { language = 'en' } = context;
  let html = content_html ? await clean(content_html, context) : '';
  if (!html && content_text && content_text !== summary) {
    html = paragraphsOf(content_text)
      .map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
      .join('\n');
  }
  if (html && _iom?.dateline) {
    const dateline = `${escapeText(_iom.dateline)} – `;
    html = html.replace(/<p(?:\s[^>]*)?>/i, (paragraph) => paragraph + dateline);
  }
  const notes = _iom?.notes_html && (await clean(_iom.notes_html, context));
  if (notes) html += `\n<h2>${escapeText((await loadMessages(language)).release.notes)}</h2>\n${notes}`;
  if (!html) return undefined;
  return directionOf(language) === 'rtl' ? `<div dir="rtl">${html}</div>` : html;
}

/** Makes HTML such that it reads the same anywhere: cleaned where it must be, no address that depends on where it stands. */
async function clean(html: string, context: EntryContext): Promise<string> {
  const { link, nowhere } = context;
  const text =
    unusual.test(html) || [...html.matchAll(/<img\b[^>]*>/gi)].some(([tag]) => isPixel(tag))
      ? await cleaned(html, context)
      : html;
  const page = link?.replace(/#.*/s, '');
  return (
    text
      .replaceAll(new RegExp(`<img\\b[^>]*\\ssrc="${nowhere}[^>]*>`, 'g'), '')
      .replaceAll(new RegExp(`\\shref="${nowhere}[^"]*"`, 'g'), '')
      // A place in the same text: readers would look for it on a page of their own.
      .replace(/\shref\s*=\s*(["'])(#[^"']*)\1/gi, (_, quote: string, place: string) =>
        page ? ` href=${quote}${page}${place}${quote}` : '',
      )
      .replace(/(\s(?:src|href)\s*=\s*["'])\/\//gi, '$1https://')
      .trim()
  );
}

const isPixel = (tag: string): boolean => {
  const value = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']?([^"'\\s>]*)`, 'i').exec(tag)?.[1];
  return isTrackingPixel(value('src') ?? '', value('width'), value('height'));
};

/** As elements show it; as plain text where it is such that it can't be cleaned. */
async function cleaned(html: string, { link, site, language }: EntryContext): Promise<string> {
  try {
    await import('../../../ssr/server-dom.js');
    const { cleanHtml } = await import('../../../html/sanitize.js');
    const box = await cleanHtml(html, { base: link ?? site, page: link, headingLevel: 1, language });
    return [...box.childNodes]
      .map((node) => ('outerHTML' in node ? `${node.outerHTML as string}` : escapeText(node.textContent ?? '')))
      .join('');
  } catch {
    return `<p>${escapeText(html.replace(/<[^>]*>/g, ' '))}</p>`;
  }
}
