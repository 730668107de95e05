import { isEmbargoed } from '../../feed/parts/embargo.js';
import type { Item } from '../../feed/schema/model.generated.js';
import { excerpt } from '../diagnostics.js';
import type { Remark, Tell } from './findings.js';
import { remarksOnHtml } from './html.js';
import { fieldsOf, isExcerpt, type Fields, type Page, type Path } from './page.js';

/** Bytes; widgets take no larger feed. */
const maxBytes = 5e6;

/** What a page says in the wrong way, or not at all, though the schema lets it. */
export function checkContent(page: Page, report: Tell): void {
  const warn = (rule: Remark['rule'], path: Path, what: string, fix: string) =>
    report(path, { severity: 'warning', rule, what, fix });
  const { language } = fieldsOf(page.value);
  const items = page.list('items');
  const spoken = new Set(items.flatMap(({ value }) => languagesOf(value)));
  if (Buffer.byteLength(page.text) > maxBytes) {
    const what = `it exceeds ${maxBytes / 1e6} MB, the limit of widgets`;
    report([], { severity: 'error', rule: 'size', what, fix: 'split it into pages with iom-feed publish' });
  }
  if (language === undefined && !items.every(({ value }) => value.language)) {
    warn('language', [], 'the feed has no language', 'add "language", such as "fr"');
  }
  for (const { value, path } of items.filter((item) => !isExcerpt(item.value))) {
    checkDates(value, path, report);
    checkPictures(value, path, warn);
    checkTranslations(value, path, { spoken, own: value.language ?? language, warn });
    for (const field of [
      [...path, 'content_html'],
      [...path, '_iom', 'notes_html'],
    ]) {
      const html = field.slice(2).reduce<unknown>((at, key) => fieldsOf(at)[key], value);
      if (typeof html === 'string') for (const remark of remarksOnHtml(html)) report(field, remark);
    }
  }
  for (const { value, path } of [page.list('items'), page.list('_iom', 'sections')].flat()) {
    for (const field of ['title', 'summary']) {
      const text = value[field];
      const markup = typeof text === 'string' && /<\/?[a-z][^<>]*>|&(#\d+|#x[\da-f]+|[a-z]+\d*);/i.exec(text);
      if (!markup) continue;
      const what = `${excerpt(markup[0])} is markup in plain text`;
      report([...path, field], {
        severity: 'warning',
        rule: 'html',
        what,
        fix: 'write the character itself, without tags',
        inside: markup.index,
      });
    }
  }
  for (const { path } of page.list('_iom', 'sections')) {
    for (const card of page.list(...path, 'cards')) checkSize(card.value.image, [...card.path, 'image'], warn);
  }
}

type Warn = (rule: Remark['rule'], path: Path, what: string, fix: string) => void;

function checkDates(item: Fields, path: Path, report: Tell): void {
  const { date_published, date_modified, _iom } = item;
  if (date_published === undefined) {
    const fix = 'add it; items without one are listed last';
    report(path, { severity: 'warning', rule: 'date', what: 'date_published is missing', fix });
  }
  if (Date.parse(date_modified as string) < Date.parse(date_published as string)) {
    const what = 'it was modified before it was published';
    report([...path, 'date_modified'], {
      severity: 'warning',
      rule: 'date',
      what,
      fix: 'correct one of the two dates',
    });
  }
  const { embargo_until } = fieldsOf(_iom);
  if (typeof embargo_until === 'string' && isEmbargoed(item as unknown as Item)) {
    const fix = 'use iom-feed publish, which leaves it out: anyone with this file can read it';
    const what = `the item is under embargo until ${embargo_until}`;
    report([...path, '_iom', 'embargo_until'], { severity: 'hint', rule: 'embargo', what, fix });
  }
}

/** Each picture has its size; the main one is described among the others. */
function checkPictures({ image, _iom }: Fields, path: Path, warn: Warn): void {
  const { images } = fieldsOf(_iom);
  const described = Array.isArray(images) ? images : [];
  described.forEach((picture: unknown, index) => checkSize(picture, [...path, '_iom', 'images', index], warn));
  if (typeof image !== 'string' || described.some((picture: unknown) => isSame(picture, image))) return;
  const fix = 'add it to _iom.images, with alt, width and height';
  warn('picture', [...path, 'image'], `${excerpt(image)} has no text alternative and no size`, fix);
}

/** Publishing makes a picture in several sizes. */
const isSame = (picture: unknown, address: string): boolean => {
  const { url, sizes } = fieldsOf(picture);
  return url === address || (Array.isArray(sizes) && sizes.some((size: unknown) => fieldsOf(size).url === address));
};

function checkSize(picture: unknown, path: Path, warn: Warn): void {
  const { url, width, height } = fieldsOf(picture);
  if (typeof url !== 'string' || (width !== undefined && height !== undefined)) return;
  const fix = 'add width and height in pixels, to reserve space and avoid layout shift';
  warn('picture', path, `${excerpt(url)} has no size`, fix);
}

interface Speech {
  /** The languages that items of the page are translated into. */
  spoken: ReadonlySet<string>;
  /** That of the item. */
  own: unknown;
  warn: Warn;
}

/** An item that is translated has all the languages that others have. */
function checkTranslations(item: Fields, path: Path, { spoken, own, warn }: Speech): void {
  const matches = languagesOf(item);
  const at = [...path, '_iom', 'translations'];
  matches.forEach((tag, index) => {
    if (tag === own) warn('language', [...at, index], `this is in ${tag}, like the item itself`, 'remove it');
    else if (matches.indexOf(tag) !== index) {
      warn('language', [...at, index], `there is another translation into ${tag}`, 'remove one');
    }
  });
  const missing = [...spoken].filter((tag) => tag !== own && !matches.includes(tag));
  if (matches.length && missing.length) {
    const fix = 'add them, as other items have them';
    warn('language', at, `translations are missing: ${missing.join(', ')}`, fix);
  }
}

function languagesOf({ _iom }: Fields): string[] {
  const { translations } = fieldsOf(_iom);
  return Array.isArray(translations)
    ? translations.flatMap((entry: unknown) => {
        const { language } = fieldsOf(entry);
        return typeof language === 'string' ? [language] : [];
      })
    : [];
}
