import { chooseContacts } from '../../../feed/parts/contacts.js';
import { plainText } from '../../../feed/parse/parsers.js';
import type { Item } from '../../../feed/schema/model.generated.js';
import { attributeValue, escapeText } from '../../../html/markup.js';
import { formatDay } from '../../../i18n/format-date.js';
import { nameOfLanguage } from '../../../i18n/language-name.js';
import type { PublicationContext } from '../page.js';
import { siteOf } from '../readers/entry.js';
import { contactsHtml } from './contacts.js';
import { languageAttributes, line, link, pageLanguage, toPage, type PageLanguage } from './markup.js';
import { between, readFor } from './source.js';
import type { ListPage, TextPages } from './text-pages.js';

/** Items of a list. */
const listLength = 10;
/** Bytes of a list at most: where they don’t do, the oldest items go without their summary. */
const mostBytes = 5000;

/** The newest items in a language, and who answers the press. */
export async function listPage(list: ListPage, pages: TextPages, setting: PublicationContext): Promise<Buffer> {
  const { path, language, items } = list;
  const words = await pageLanguage(language);
  const { head } = setting;
  const newest = items.slice(0, listLength);
  const title = plainText(head.title) ?? '';
  const entries = newest.flatMap((stored) => {
    const [item] = readFor(path, [stored], setting).feed.items;
    return item ? { item, address: between(path, pages.pathOf(stored)!), language: stored.language } : [];
  });
  const contacts = contactsHtml(chooseContacts(readFor(path, newest, setting), {}, words.tag), words);
  const others = pages.lists.filter((other) => other !== list && other.language);
  const languages = others.map((other) =>
    link(
      between(path, other.path),
      escapeText(nameOfLanguage(other.language!)),
      ` hreflang=${attributeValue(other.language!)}${languageAttributes(other.language, words.tag)}`,
    ),
  );
  const site = siteOf(head);
  const write = (summaries: number) =>
    toPage(
      words.tag,
      title,
      [
        `<h1${languageAttributes(pages.language, words.tag)}>${escapeText(title)}</h1>`,
        languages.length && `<p>${words.word(words.messages.release.languages)} ${languages.join(' · ')}`,
        ...entries.map((entry, index) => entryHtml(entry, words, index < summaries, pages.labelsFor(language))),
        !entries.length && `<p>${words.word(words.messages.notice.empty)}`,
        ...contacts,
        site && `<p>${link(site, escapeText(new URL(site).host))}`,
      ]
        .filter(Boolean)
        .join('\n'),
    );
  let page = Buffer.from(write(entries.length));
  for (let count = entries.length - 1; count >= 0 && page.length > mostBytes; count--) page = Buffer.from(write(count));
  return page;
}

interface Entry {
  item: Item;
  address: string;
  language?: string;
}

function entryHtml({ item, address, language }: Entry, words: PageLanguage, whole: boolean, labels?: object): string {
  const { title, summary } = item;
  const lang = languageAttributes(language, words.tag);
  return [
    `<h2${lang}>${link(address, escapeText(title ?? item.id))}</h2>`,
    `<p>${line([aboutLine(item, words, labels), whole && summary && marked(summary, lang)], '<br>')}`,
  ].join('\n');
}

/** What kind of item it is, and its day. */
export function aboutLine({ date_published: date, _iom }: Item, words: PageLanguage, labels?: object): string {
  return line([_iom?.kind && kindName(_iom.kind, words, labels), date && escapeText(formatDay(date, words.tag))]);
}

function kindName(kind: string, { messages, word }: PageLanguage, labels: object | undefined): string {
  const known: Record<string, string> = messages.kinds;
  if (labels && Object.hasOwn(labels, kind))
    return escapeText(`${(labels as Record<string, unknown>)[kind] as string}`);
  return Object.hasOwn(known, kind) ? word(known[kind]) : escapeText(kind);
}

/** A text in the language of its item. */
const marked = (text: string, lang: string) => (lang ? `<span${lang}>${escapeText(text)}</span>` : escapeText(text));
