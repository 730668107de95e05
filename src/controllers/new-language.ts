import type { ReactiveControllerHost } from 'lit';
import { toHttpUrl } from '../html/http-url.js';
import { languages as withWords } from '../i18n/messages/languages.js';
import { addressIn, localeOf, primarySubtag } from '../i18n/locale.js';
import type { FeedController, FeedHost } from './feed-controller.js';
import type { LanguageController } from './language-controller.js';
import { isThere } from './other-feed.js';

type Host = ReactiveControllerHost & Element & Partial<FeedHost> & { feedController?: FeedController; state?: string };

/** Those that are about to change: a `lang` that changes again meanwhile is looked at when that is done. */
const changing = new WeakSet<LanguageController>();

/** By these Chrome, Google's widget and those who do as they do mark a page that they have translated. */
const translated = '.translated-ltr, .translated-rtl';

/** Those that were told to do without the elements of translators. */
const unwrapping = new WeakSet<Host>();

/** Before anything changes, texts are texts again, translated as they are: Lit writes into what it finds in their place. */
function unwrapTexts(host: Host) {
  if (unwrapping.has(host)) return;
  unwrapping.add(host);
  const unwrap = (font: Element) => font.replaceWith(font.textContent);
  host.addController({ hostUpdate: () => host.shadowRoot?.querySelectorAll('font').forEach(unwrap) });
}

/**
 * Follows a `lang` that changed. What is on screen stays until there is something to show in the new language, and for
 * good where there is nothing: browsers write the language that they translate a page to into its `lang`, most of them
 * without another mark. Requests are made one at a time however often it changes.
 */
export async function follow(language: LanguageController, host: Host, observer: MutationObserver): Promise<void> {
  unwrapTexts(host);
  if (changing.has(language)) return;
  changing.add(language);
  const refused = new Set<string>();
  try {
    for (;;) {
      const tag = localeOf(host, observer);
      if (tag === language.tag || refused.has(tag) || !host.isConnected || isTranslated(host)) return;
      if (!(await isReady(host, tag))) refused.add(tag);
      // It may have changed meanwhile, or turned out to be a translation.
      else if (tag === localeOf(host, observer) && !isTranslated(host) && !(await speak(language, host, tag))) {
        refused.add(tag);
      }
    }
  } finally {
    changing.delete(language);
  }
}

/** Whether the `lang` that holds at an element is that of a page which was translated as a whole. */
function isTranslated(host: Element): boolean {
  let at = host;
  for (let root = at.getRootNode(); !at.closest('[lang]:not([lang=""])') && root instanceof ShadowRoot;) {
    at = root.host;
    root = at.getRootNode();
  }
  const { documentElement, body } = document;
  const holder = at.closest('[lang]:not([lang=""])');
  return holder === documentElement && (holder.matches(translated) || body.matches(translated));
}

/** Whether there is something to show in a language; true where there is nothing yet that could stay. */
async function isReady({ feedController, state, src, languages }: Host, tag: string): Promise<boolean> {
  if (!feedController?.parsed || (state !== 'ready' && state !== 'stale')) return true;
  const own = primarySubtag(tag);
  const { feed } = feedController.parsed;
  if (!src?.includes('{lang}') || typeof feedController.key !== 'string') {
    // One feed for all languages: then its items are in it, or at least our words are.
    return ['en', ...withWords].includes(own) || feed.items.some((item) => primarySubtag(item.language ?? '') === own);
  }
  const address = addressIn(src, tag, languages);
  if (address !== addressIn(src, tag, own)) return false;
  const url = toHttpUrl(address, document.baseURI);
  return url === feedController.key || isThere(url);
}

/** Changes the language; goes back where then nothing is shown. */
async function speak(language: LanguageController, host: Host, tag: string): Promise<boolean> {
  const { tag: before } = language;
  const { state } = host;
  const change = (to: string) => {
    language.tag = to;
    host.requestUpdate();
    return host.updateComplete;
  };
  await change(tag);
  const isLost = state === 'ready' && (host.state === 'empty' || host.state === 'error');
  if (isLost) await change(before);
  return !isLost;
}
