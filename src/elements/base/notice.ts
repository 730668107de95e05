import { html, nothing, type TemplateResult } from 'lit';
import { MessagesController } from '../../controllers/messages-controller.js';
import { toHttpUrl } from '../../html/http-url.js';
import { formatDay } from '../../i18n/format-date.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { adoptStyles } from '../../tokens/adopt-styles.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { css } from '../../tokens/css.js';
import type { IomElement } from './iom-element.js';

type NoticeState = 'empty' | 'error' | 'stale';

/** The day on which the copy on screen was kept, asked for after a failure. */
interface Kept {
  failure: object;
  day?: string;
}

/** A small panel; below content that is only old, a quiet line. */
const noticeStyles = css`
  .tells {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    inline-size: fit-content;
    padding: 1em;
    border-radius: var(--iom-radius, 0.375em);
    background: var(--shade);
  }
  .tells.stale {
    padding: 0.75em 0;
    color: var(--muted);
    background: none;
  }
  .tells > span {
    max-inline-size: calc(100% - 2.5em);
  }
  .tells > svg {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

/** An empty tray, a cloud that is cut off, and a clock: drawn in lines on a field of 24 by 24. */
const signs: Record<NoticeState, string> = {
  empty: 'M4 13v6h16v-6M4 13l3-8h10l3 8M4 13h5l1 2h4l1-2h5',
  error: 'M9 6.5A5.5 5.5 0 0 1 17 11a4 4 0 0 1 2.5 6.5M16 19H7a4 4 0 0 1-.8-7.9M4 4l16 16',
  stale: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
};

/** The words for a visitor when something is missing or old: loaded only then. */
export class Notice {
  #messages: MessagesController;
  #kept?: Kept;

  constructor(private host: IomElement) {
    this.#messages = new MessagesController(host, host.language, loadMessages);
    adoptStyles(host, controlStyles);
    adoptStyles(host, noticeStyles);
    // Whoever comes back without a network has what names a failure, too.
    import('../../feed/load/retry.js').catch(console.warn);
  }

  /**
   * Nothing where the page has its own words inside the element; nor where all is well: whoever comes back gets these words
   * while there is a network, for the visit without one.
   */
  render(state: NoticeState | 'ready'): TemplateResult | typeof nothing {
    const messages = this.#messages.current?.notice;
    if (state === 'ready' || !messages || (state !== 'stale' && hasFallback(this.host))) return nothing;
    return html`<p
      class="notice tells ${state}"
      part="notice"
      role="status"
      lang=${this.#messages.lang ?? nothing}
      dir=${this.#messages.dir ?? nothing}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${signs[state]} /></svg>
      <span>${messages[state]}</span>
      ${state === 'stale' ? this.#renderDay(messages.kept) : nothing}
      ${
        state === 'empty'
          ? this.#renderHome()
          : html`<button part="button" @click=${() => this.host.retry()}>${messages.retry}</button>`
      }
    </p>`;
  }

  /** Of what day the copy is; nothing where what a server has drawn is on screen, or the browser doesn't say. */
  #renderDay(words: string) {
    const { error, key, heldExcerpt } = this.host.feedController;
    if (heldExcerpt || typeof error !== 'object') return nothing;
    if (this.#kept?.failure !== error) {
      const kept: Kept = (this.#kept = { failure: error });
      dayOfCopy(key as string).then((day) => {
        kept.day = day;
        this.host.requestUpdate();
      }, String);
    }
    const { day } = this.#kept;
    if (!day) return nothing;
    const [before, after] = words.split('{date}');
    const date = formatDay(day, this.#messages.lang ?? this.host.language.tag);
    return html`<span
      >${before}<time datetime=${day}><bdi>${date}</bdi></time
      >${after}</span
    >`;
  }

  /** Where there may be more: the site of the feed. */
  #renderHome() {
    const { parsed } = this.host.feedController;
    const home = parsed && toHttpUrl(parsed.feed.home_page_url, parsed.baseUrl);
    return home ? html`<a href=${home}><bdi>${new URL(home).host}</bdi></a>` : nothing;
  }
}

/** Whether the page has put something inside the element to be shown instead. */
const hasFallback = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeName !== 'SCRIPT' && node.textContent?.trim());

/** The reader's day on which the browser has kept its copy of a feed, as cache.ts writes it: taken from there, each page would have it. */
async function dayOfCopy(url: string): Promise<string | undefined> {
  const copy = await (await caches.open('iom-feeds')).match(url);
  const time = new Date(Number(copy?.headers.get('date') ?? NaN));
  if (isNaN(+time)) return undefined;
  return new Date(+time - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
