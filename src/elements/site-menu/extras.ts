import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ParsedSite } from '../../feed/parts/site.js';
import type { Translation } from '../../feed/schema/model.generated.js';
import { nameOfLanguage } from '../../i18n/language-name.js';
import { primarySubtag } from '../../i18n/locale.js';
import type { SectionView } from './section.js';

/** The form that leads to the results of a site’s own search: without script, too. */
export function renderSearch(
  { url, parameter }: NonNullable<ParsedSite['search']>,
  { id, isOpen, toggle, label, here }: SectionView,
  submit: (event: SubmitEvent) => void,
): TemplateResult {
  const { searchParams } = new URL(url);
  // A form that is sent replaces what its address has after `?`.
  const kept = [...searchParams].filter(([name]) => name !== parameter);
  const icon = svg`<path d="M7 2.5a4.5 4.5 0 110 9 4.5 4.5 0 010-9zM10.5 10.5L14 14" />`;
  return html`<li class="section extra search" part="section">
    <div class="head">
      <button
        class="toggle"
        part="toggle"
        title=${label}
        aria-label=${label}
        aria-expanded=${isOpen}
        aria-controls=${id}
        @click=${toggle}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">${icon}</svg>
      </button>
    </div>
    <div class="panel" part="panel" id=${id} ?hidden=${!isOpen && !!here}>
      <form role="search" part="search" action=${url} aria-label=${label} @submit=${submit}>
        ${kept.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
        <input type="search" name=${parameter} aria-label=${label} autocomplete="off" required />
        <button part="button">${label}</button>
      </form>
    </div>
  </li>`;
}

/** The site in its other languages, each by its own name. */
export function renderLanguages(
  translations: readonly Translation[],
  language: string | undefined,
  { id, isOpen, toggle, label, here }: SectionView,
): TemplateResult | typeof nothing {
  const others = translations.filter((entry) => primarySubtag(entry.language) !== primarySubtag(language ?? ''));
  if (!others.length) return nothing;
  const current = language && nameOfLanguage(language);
  return html`<li class="section extra languages" part="section">
    <div class="head">
      <button
        class="toggle"
        part="toggle"
        aria-label=${current ? `${label}: ${current}` : nothing}
        aria-expanded=${isOpen}
        aria-controls=${id}
        @click=${toggle}
      >
        <span class="language">${current || label}</span
        ><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6l4 4 4-4" /></svg>
      </button>
    </div>
    <div class="panel" part="panel" id=${id} hidden=${isOpen || !here ? nothing : 'until-found'} @beforematch=${toggle}>
      <ul class="groups" role="list">
        ${others.map(
          (entry) =>
            html`<li class="group">
              <a part="link" class="language" href=${entry.url} lang=${entry.language} hreflang=${entry.language}
                >${nameOfLanguage(entry.language)}</a
              >
            </li>`,
        )}
      </ul>
    </div>
  </li>`;
}
