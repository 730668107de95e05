import { parseFragment, serialize } from 'parse5';
import { chooseContacts } from '../../../feed/parts/contacts.js';
import type { Attachment } from '../../../feed/schema/model.generated.js';
import { attributeValue, escapeText } from '../../../html/markup.js';
import { applyTypography, paragraphsOf } from '../../../html/typography.js';
import { nameOfLanguage } from '../../../i18n/language-name.js';
import type { StoredItem } from '../item-facts.js';
import type { PublicationContext } from '../page.js';
import { siteOf } from '../readers/entry.js';
import { contactsHtml } from './contacts.js';
import { aboutLine } from './list-page.js';
import { languageAttributes, link, pageLanguage, toPage } from './markup.js';
import { addressIn, between, readFor } from './source.js';
import type { TextPages } from './text-pages.js';

/** A release with its text, its files and its contacts, and the way back to the list. */
export async function releasePage(
  stored: StoredItem,
  path: string,
  pages: TextPages,
  setting: PublicationContext,
): Promise<Buffer> {
  const { language } = stored;
  const words = await pageLanguage(language);
  const { messages, word } = words;
  const { head } = setting;
  const parsed = readFor(path, [stored], setting);
  const [item] = parsed.feed.items;
  const title = item?.title ?? item?.id ?? '';
  const lang = languageAttributes(language, words.tag);
  const inLanguage = (text: string) => (lang ? `<div${lang}>${text}</div>` : text);
  const back = `<p>${link(between(path, pages.listOf(stored).path), word(messages.news.back))}`;
  if (!item) return Buffer.from(toPage(words.tag, title, back));
  const original = addressIn(path, item.url) ?? addressIn(path, item.external_url);
  const base = original ?? siteOf(head) ?? 'https://publication.invalid/';
  const clean = (html: string, headingLevel: number) =>
    cleanText(html, { base, page: original, headingLevel, language }, path);
  const { content_html, content_text, summary, attachments = [], _iom } = item;
  const body = content_html
    ? await clean(content_html, 1)
    : paragraphsOf(content_text ?? summary ?? '')
        .map((paragraph) => `<p>${escapeText(applyTypography(paragraph, language))}</p>`)
        .join('\n');
  const dateline = _iom?.dateline && `${escapeText(_iom.dateline)} – `;
  const notes = _iom?.notes_html && (await clean(_iom.notes_html, 2));
  const translations = (_iom?.translations ?? []).map(({ language: other, url }) =>
    link(
      pages.atUrl(url, path) ?? url,
      escapeText(nameOfLanguage(other)),
      ` hreflang=${attributeValue(other)}${languageAttributes(other, words.tag)}`,
    ),
  );
  const files = attachments.flatMap((file) => {
    const address = addressIn(path, file.url);
    return address ? `<li>${link(address, escapeText(file.title ?? nameOf(file)))}` : [];
  });
  const html = [
    back,
    `<h1${lang}>${escapeText(title)}</h1>`,
    `<p>${aboutLine(item, words, pages.labelsFor(language))}`,
    translations.length > 0 && `<p>${word(messages.release.languages)} ${translations.join(' · ')}`,
    inLanguage(dateline ? body.replace(/<p(?:\s[^>]*)?>/, (tag) => tag + dateline) : body),
    notes && `<h2>${word(messages.release.notes)}</h2>\n${inLanguage(notes)}`,
    files.length > 0 && `<h2>${word(messages.release.files)}</h2>\n<ul>\n${files.join('\n')}\n</ul>`,
    ...contactsHtml(chooseContacts(parsed, { itemId: item.id }, words.tag), words),
    original && `<p>${link(original, word(messages.release.page))}`,
    back,
  ];
  return Buffer.from(toPage(words.tag, title, html.filter(Boolean).join('\n')));
}

/** The last part of the address of a file. */
const nameOf = ({ url }: Attachment): string => {
  const name = new URL(url).pathname.split('/').at(-1) || url;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

interface CleanOptions {
  base: string;
  page?: string;
  headingLevel: number;
  language?: string;
}

/** HTML as elements clean it, without what needs a script, a style sheet or a request: a picture is its description. */
async function cleanText(html: string, options: CleanOptions, path: string): Promise<string> {
  await import('../../../ssr/server-dom.js');
  const { cleanHtml } = await import('../../../html/sanitize.js');
  const box = await cleanHtml(html, options);
  for (const picture of box.querySelectorAll('img')) {
    const alt = picture.getAttribute('alt')?.trim();
    picture.replaceWith(...(alt ? [`[${alt}]`] : []));
  }
  for (const scroller of box.querySelectorAll('.scroller')) scroller.replaceWith(...scroller.childNodes);
  for (const figure of box.querySelectorAll('figure, p')) if (!figure.textContent.trim()) figure.remove();
  for (const mark of box.querySelectorAll('[data-place]')) {
    mark.setAttribute('id', mark.getAttribute('data-place')!);
    mark.removeAttribute('data-place');
  }
  for (const anchor of box.querySelectorAll('a[href]')) {
    const place = anchor.getAttribute('data-to');
    const address = place ? `#${encodeURIComponent(place)}` : addressIn(path, anchor.getAttribute('href')!);
    anchor.removeAttribute('data-to');
    if (address) anchor.setAttribute('href', address);
    else anchor.replaceWith(...anchor.childNodes);
  }
  const written = [...box.childNodes].map((node) =>
    'outerHTML' in node ? `${node.outerHTML as string}` : escapeText(node.textContent ?? ''),
  );
  // As browsers read it, so that nothing in it closes what it stands in.
  return serialize(parseFragment(written.join(''))).trim();
}
