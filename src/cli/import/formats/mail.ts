import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { LineIndex } from '../../diagnostics.js';
import { parseFragment, plainText } from '../clean/html.js';
import { releaseOf } from '../documents/release.js';
import type { Draft, ImportOptions } from '../draft.js';
import { parseMoment } from '../extract/parse-date.js';
import type { Source } from '../source.js';
import { EmbeddedPictures } from '../documents/pictures.js';
import { isWordHtml } from './is-word-html.js';
import { attach } from './mail-attachments.js';
import { parsePage } from './page.js';
import { parseText } from './text.js';
import { parseWordHtml, removeLost } from './word-html.js';

/** What programs write before the subject of a message that is sent on. */
const forwarded = /^(?:(?:fwd?|tr|rv|re|i|wg|пересл|fw|إعادة توجيه|转发)\s*[:：]\s*)+/iu;

/** Reads a release that was sent by e-mail (.eml), or a page saved as one file (.mhtml). */
export async function parseMail(source: Source, options: ImportOptions): Promise<Draft> {
  const mail = await read(source.bytes!);
  if (mail.headers.has('snapshot-content-location') && typeof mail.html === 'string') {
    return parsePage({ ...source, text: mail.html, lines: new LineIndex(mail.html) }, options);
  }
  const inner = mail.attachments.filter(({ contentType }) => contentType === 'message/rfc822');
  const subject = mail.subject ?? '';
  const isEmpty = ![mail.text, mail.html].some((text) => typeof text === 'string' && plainText(text));
  if (inner.length === 1 && (isEmpty || forwarded.test(subject))) {
    source.notes.add('hint', undefined, 'it holds a message that was sent on', 'that message was imported');
    return fromMail(await read(inner[0].content), source, options);
  }
  return fromMail(mail, source, options);
}

/** Pictures in the text keep the names they have in the message: nothing is written into the text. */
const read = (bytes: Uint8Array): Promise<ParsedMail> =>
  simpleParser(Buffer.from(bytes), { skipTextToHtml: true, skipImageLinks: true, skipHtmlToText: false });

function fromMail(mail: ParsedMail, source: Source, options: ImportOptions): Draft {
  const title = mail.subject?.replace(forwarded, '').trim();
  takeListFooter(mail, source);
  const html = typeof mail.html === 'string' ? mail.html : '';
  const draft = draftOf(mail, html, title, source, options);
  attach(draft, mail.attachments, html, source, options);
  return draft;
}

function draftOf(
  mail: ParsedMail,
  written: string,
  title: string | undefined,
  source: Source,
  options: ImportOptions,
): Draft {
  const published = dateOf(mail);
  if (plainText(written)) {
    const pictures = new EmbeddedPictures(source, options);
    const html = withKeptPictures(written, mail.attachments, pictures);
    if (isWordHtml(html)) {
      const given = { ...source, bytes: undefined, text: html, lines: new LineIndex('') };
      return parseWordHtml(given, options, { title, published });
    }
    const body = parseFragment(html.replace(/<head\b[^>]*>[^]*?<\/head\s*>|<\/?(?:html|head|body)\b[^>]*>/gi, ''));
    removeLost(body, pictures);
    pictures.report();
    return releaseOf(body, { title, published, language: options.lang }, source, options);
  }
  // A text alone is read as one that was saved as a file.
  const text = `${title ?? ''}\n\n${mail.text ?? ''}`;
  const draft = parseText({ ...source, text, lines: new LineIndex('') }, options);
  for (const item of draft.items) if (published) item.date_published ??= published;
  return draft;
}

/** What mailing lists write below each message, from a line of underscores on. */
function takeListFooter(mail: ParsedMail, { notes }: Source): void {
  const text = mail.text?.replace(/(?:^|\n)_{30,}[ \t]*\n[^]*$/, '');
  const html =
    typeof mail.html === 'string'
      ? mail.html.replace(/<(p|pre|div)\b[^>]*>(?:(?!<\1\b)[^])*?_{30,}[^]*$|(?:<br\s*\/?>\s*)*_{30,}[^]*$/i, '')
      : mail.html;
  if (text === mail.text && html === mail.html) return;
  Object.assign(mail, { text, html });
  notes.add('hint', undefined, 'a mailing list has written its footer below the text', 'left out');
}

/** The text of a message, whose pictures are parts of the message, with those beside the feed. */
function withKeptPictures(html: string, attachments: readonly Attachment[], pictures: EmbeddedPictures): string {
  let text = pictures.fromData(html);
  for (const { cid, content, contentType, filename } of attachments) {
    if (!cid || !text.includes(`cid:${cid}`) || !pictures.isKept) continue;
    const address = pictures.keep(content, contentType, filename);
    if (address) text = text.replaceAll(`cid:${cid}`, address);
  }
  return text;
}

/** As the message has it, with its offset; a message without a date has none. */
function dateOf({ headerLines }: ParsedMail): string | undefined {
  const line = headerLines.find(({ key }) => key === 'date')?.line.replace(/^date:\s*/i, '');
  return line ? parseMoment(line).date : undefined;
}
