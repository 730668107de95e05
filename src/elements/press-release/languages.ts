import { html, nothing } from 'lit';
import type { Item } from '../../feed/schema/model.generated.js';
import { nameOfLanguage } from '../../i18n/language-name.js';
import { primarySubtag } from '../../i18n/locale.js';

/** The languages a release exists in, each in its own words. */
export function renderLanguages({ _iom, language = '' }: Item, label: string, tag: string) {
  const others = _iom?.translations?.filter(
    (other) => other.url && other.language && primarySubtag(other.language) !== primarySubtag(language),
  );
  if (!others?.length) return nothing;
  return html`<nav class="languages meta" part="languages" aria-label=${label} lang=${tag}>
    <span>${label}</span>
    <ul role="list">
      ${others.map(
        ({ language, url }) =>
          html`<li><a href=${url} lang=${language} hreflang=${language}>${nameOfLanguage(language)}</a></li>`,
      )}
    </ul>
  </nav>`;
}
