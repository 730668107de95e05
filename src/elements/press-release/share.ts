import { html, nothing, type TemplateResult } from 'lit';
import type { ClipboardController } from '../../controllers/clipboard-controller.js';
import type { Item } from '../../feed/schema/model.generated.js';
import type { Messages } from '../../i18n/messages/common.js';
import type { IomElement } from '../base/iom-element.js';
import { scripted } from '../base/scripted.js';

/**
 * Buttons for who takes a release on: one shares its link, or copies it where the browser can't; one copies its text.
 *
 * @param lang Language of the words, BCP 47.
 */
export function renderShare(
  host: IomElement,
  { id, title, url }: Item,
  copying: ClipboardController,
  { release, contact }: Messages,
  lang: string,
): TemplateResult {
  const shareOrCopy = async ({ currentTarget }: Event) => {
    const data = { title, url };
    const beside = (currentTarget as Element).parentElement!.querySelector('.outcome')!;
    // A page around may forbid it; an AbortError is a visitor who changed their mind.
    const isDone =
      navigator.canShare?.(data) &&
      (await navigator.share(data).then(
        () => true,
        ({ name }: DOMException) => name === 'AbortError',
      ));
    if (!isDone) await copying.copy(url, url!, beside);
  };
  const copyText = () => {
    // It may have gone with its feed.
    const body = host.renderRoot.querySelector<HTMLElement>('.body');
    if (!body) return;
    // Browsers differ in what they write between paragraphs.
    const blocks = [...body.children].map((block) => (block as HTMLElement).innerText.trim());
    return copying.copy(id, [title, ...blocks, url].filter(Boolean).join('\n\n'), body);
  };
  const [ofLink, ofText] = [url, id].map((what) => copying.result(what));
  const outcome = ofLink ? { copied: release.copied, selected: url }[ofLink] : ofText && contact[ofText];
  const button = (text: string, click: (event: Event) => unknown) =>
    scripted(host, text, () => html`<button part="button" @click=${click}>${text}</button>`);
  return html`<p class="share" lang=${lang}>
    ${url ? button(release.share, shareOrCopy) : nothing} ${button(release.copy, copyText)}
    <span class="outcome meta" aria-live="polite">${outcome ?? nothing}</span>
  </p>`;
}
