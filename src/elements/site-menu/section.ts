import { html, nothing, type TemplateResult } from 'lit';
import type { ParsedMenuEntry } from '../../feed/parts/menu.js';

/** What a section is drawn with. */
export interface SectionView {
  /** Of its panel. */
  id: string;
  isOpen: boolean;
  toggle: () => void;
  /** Name of its button, where the title is a link. */
  label: string;
  /** URL of the page on screen; empty where a server draws, for whatever page. */
  here: string;
  /** Language that its links lead to, where that is not the page's. */
  hreflang?: string;
}

/** A section with its panel; what has nothing below is just a link. */
export function renderSection(section: ParsedMenuEntry, view: SectionView): TemplateResult {
  const { id, isOpen, toggle, label, here } = view;
  const { title, summary, url, entries } = section;
  const hasPanel = summary || entries.length;
  const isAround = entries.some(leadsTo(here));
  return html`<li class="section" part="section">
    <div class="head">
      ${url || !hasPanel ? renderLink(section, view, isAround) : nothing}
      ${
        hasPanel
          ? html`<button
              class="toggle"
              part="toggle"
              aria-expanded=${isOpen}
              aria-controls=${id}
              aria-label=${url ? label : nothing}
              aria-current=${!url && isAround ? 'true' : nothing}
              @click=${toggle}
            >
              ${url ? nothing : html`<span>${title}</span>`}<svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M4 6l4 4 4-4" />
              </svg>
            </button>`
          : nothing
      }
    </div>
    ${
      hasPanel
        ? html`<div
            class="panel"
            part="panel"
            id=${id}
            hidden=${isOpen || !here ? nothing : 'until-found'}
            @beforematch=${toggle}
          >
            ${summary ? html`<p class="intro" part="intro">${summary}</p>` : nothing}
            ${
              entries.length
                ? html`<ul class="groups" role="list">
                    ${entries.map((group) => renderGroup(group, view))}
                  </ul>`
                : nothing
            }
          </div>`
        : nothing
    }
  </li>`;
}

const renderGroup = (group: ParsedMenuEntry, view: SectionView) =>
  html`<li class="group" part="group">
    ${renderLink(group, view)}
    ${
      group.entries.length
        ? html`<ul class="links" role="list">
            ${group.entries.map((link) => html`<li>${renderLink(link, view)}</li>`)}
          </ul>`
        : nothing
    }
  </li>`;

/** @param isAround Whether the page on screen lies below. */
const renderLink = ({ title, url }: ParsedMenuEntry, { here, hreflang }: SectionView, isAround = false) =>
  url
    ? html`<a
        part="link"
        href=${url}
        hreflang=${hreflang ?? nothing}
        aria-current=${isSame(url, here) ? 'page' : isAround ? 'true' : nothing}
        >${title}</a
      >`
    : html`<span>${title}</span>`;

const leadsTo =
  (here: string) =>
  ({ url, entries }: ParsedMenuEntry): boolean =>
    isSame(url, here) || entries.some(leadsTo(here));

/** Whether this is the page on screen; what follows `#`, and a slash at the end, make no difference. */
const isSame = (url: string | undefined, here: string) => !!url && bare(url) === bare(here);

const bare = (url: string) => url.replace(/#.*/s, '').replace(/\/(?=$|\?)/, '');
