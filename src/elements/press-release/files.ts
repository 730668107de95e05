import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment, Item } from '../../feed/schema/model.generated.js';
import { foreign } from '../../i18n/foreign.js';
import { nameOfLanguage } from '../../i18n/language-name.js';
import { formatDuration, formatOf, formatSize } from '../base/format-file.js';

/** A file to download: an attachment, or a picture beside the main one. */
type File = Partial<Attachment> & { url: string; credit?: string };

/** The files of a release in the order of the feed, with what is known of each; recordings can be played in place. */
export function renderFiles(item: Item, tag: string): TemplateResult | undefined {
  const files = filesOf(item);
  return files.length
    ? html`<ul class="files" role="list">
        ${files.map((file) => renderFile(file, item, tag))}
      </ul>`
    : undefined;
}

/** Attachments, then the pictures that the release doesn't show. */
export const filesOf = ({ attachments = [], _iom }: Item): File[] => [
  ...attachments,
  ...(_iom?.images ?? []).slice(1).map(({ url, caption, alt, credit }) => ({ url, title: caption ?? alt, credit })),
];

function renderFile({ title, url, mime_type: type, size_in_bytes: size, ...file }: File, item: Item, tag: string) {
  const { language } = file._iom ?? {};
  const other = foreign(language ?? item.language, tag);
  const length = file.duration_in_seconds;
  const facts = [
    formatOf({ mime_type: type, url }),
    size && formatSize(size, tag),
    length && formatDuration(length, tag),
    language && language !== item.language && nameOfLanguage(language),
    file.credit,
  ].filter(Boolean);
  const name = title ?? fileNameOf(url);
  const kind = /^(?:audio|video)(?=\/)/.exec(type ?? '')?.[0];
  // What is played is asked for when a visitor plays it.
  const player =
    kind === 'audio'
      ? html`<audio controls preload="none" src=${url} aria-label=${name}></audio>`
      : kind && html`<video controls preload="none" src=${url} aria-label=${name}></video>`;
  return html`<li part="file">
    <a href=${url} hreflang=${other ?? nothing}>${name}</a>
    <span class="meta" lang=${tag}>${facts.map((fact) => html`<bdi>${fact}</bdi>`)}</span>
    ${player || nothing}
  </li>`;
}

/** The last part of an address, as people wrote it. */
function fileNameOf(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) || url;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
