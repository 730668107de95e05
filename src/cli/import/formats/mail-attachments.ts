import type { Attachment } from 'mailparser';
import type { Attachment as FeedAttachment } from '../../../feed/schema/model.generated.js';
import { excerpt } from '../../diagnostics.js';
import type { Draft, ImportOptions } from '../draft.js';
import { endingOf, mediaTypeOf } from '../lexicon/file-endings.js';
import type { Source } from '../source.js';

/** Bytes of an attachment at most. */
const largest = 20e6;
/** How programs begin, whatever they are called: of Windows, Linux and macOS, and scripts. */
const program = /^(?:MZ|\x7fELF|#!|\xca\xfe\xba\xbe|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe)/;
/** Names of what holds the macros in a document of Office, in both of its forms. */
const macros = [Buffer.from('vbaProject.bin'), Buffer.from('_VBA_PROJECT', 'utf16le')];
/** What programs attach for programs: signatures and keys. */
const forPrograms = /\.(?:p7[smc]|asc|sig|pgp)$/i;

/**
 * Lists the attachments of a message as those of its release, and keeps them beside the feed. What can't be published is
 * told.
 *
 * @param html Text of the message: what is shown in it is no attachment.
 */
export function attach(
  { items }: Draft,
  attachments: readonly Attachment[],
  html: string,
  { notes }: Source,
  { attachments: keep }: ImportOptions,
): void {
  const files: FeedAttachment[] = [];
  for (const attachment of attachments) {
    if (isPartOfText(attachment, html)) continue;
    const { filename = '', content, contentType } = attachment;
    const what = `${excerpt(filename || contentType)} is attached`;
    const refusal = whyNot(attachment);
    if (refusal) notes.add('warning', undefined, what, `it was left out: ${refusal}`);
    else if (!keep) {
      const fix = 'it was left out, as --out names no place for it; publish it, and add its address to the item';
      notes.add('warning', undefined, what, fix);
    } else {
      const title = filename
        .replace(/\.\w+$/, '')
        .replace(/_+/g, ' ')
        .trim();
      const file = { url: keep(content, filename), mime_type: mediaTypeOf(filename)! };
      files.push({ ...file, ...(title && { title }), size_in_bytes: content.length });
      if (endingOf(filename) === 'docx') {
        notes.add('hint', undefined, what, 'it is offered as a file; if it is the release, save it, and import it');
      }
    }
  }
  const [item] = items;
  if (item && files.length) item.attachments = [...(item.attachments ?? []), ...files];
}

/** Pictures of the text, the text in other forms, and what only programs read. */
function isPartOfText({ cid, related, contentType, contentDisposition, filename = '' }: Attachment, html: string) {
  const isShown = !!cid && html.includes(`cid:${cid}`);
  // Pictures of letterheads come along without being shown.
  const isOrnament = related && contentDisposition !== 'attachment' && contentType.startsWith('image/');
  const isText = !filename && contentType.startsWith('text/');
  return isShown || isOrnament || isText || forPrograms.test(filename);
}

/** Why a file is not published, and what to do; undefined for files that are. */
function whyNot({ filename = '', content, contentType }: Attachment): string | undefined {
  const publishIt = 'if it is meant for readers, publish it on your site, and add its address to the item';
  const start = content.toString('latin1', 0, 4);
  if (program.test(start)) return 'it is a program';
  if (contentType === 'message/rfc822') return 'it is a message; save it as .eml, and import that';
  if (contentType === 'application/ms-tnef') return 'it is a message in Outlook’s own form; have it sent as HTML';
  if (endingOf(filename) === 'zip') return `anything may be in a packed file; unpack it, or ${publishIt}`;
  if (!mediaTypeOf(filename)) return `only documents, tables, pictures and recordings are taken; ${publishIt}`;
  if (macros.some((name) => content.includes(name))) return 'it contains macros; save it without them, and attach that';
  return content.length > largest ? `it exceeds ${largest / 1e6} MB; ${publishIt}` : undefined;
}
