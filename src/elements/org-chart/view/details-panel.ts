import { html, nothing, type TemplateResult } from 'lit';
import { parseContacts, type ParsedContact } from '../../../feed/parts/contacts.js';
import { ancestorsOf } from '../../../feed/parts/unit-tree.js';
import type { ParsedFeed } from '../../../feed/parse/parse-strict.js';
import { mailUrl, telUrl } from '../../../html/contact-url.js';
import type { ChartMessages } from '../../../i18n/messages/org-chart.js';
import { foreign } from '../../../i18n/foreign.js';
import { canonicalLocale } from '../../../i18n/canonical-locale.js';
import { adoptStyles } from '../../../tokens/adopt-styles.js';
import type { ActionsHost } from '../model/chart-actions.js';
import type { ChartModel } from '../model/chart-model.js';
import { notesOf } from '../model/unit-notes.js';
import { detailsPanelStyles } from './details-panel.styles.js';

export interface DetailsPanelHost extends ActionsHost {
  readonly renderRoot: ParentNode;
  readonly language: { readonly tag: string };
  readonly headingLevel: number;
  readonly updateComplete: Promise<boolean>;
  /** `id` of the unit whose details are shown. */
  readonly unit: string;
  /** `id` of the unit from where the way to another is looked for. */
  from: string;
  requestUpdate(): void;
  toggle(id: string, open: boolean, whole: boolean): void;
  way(from: string, to: string): string[];
}

/** Writes what the feed says, in the feed's language. */
type Given = (text: string) => TemplateResult;

/** Most units above one that are named. */
const maxAncestors = 12;

/** What is known of a unit: who leads it, what it answers for, whom it reports to, whom to ask, and its page. */
export function renderDetailsPanel(
  host: DetailsPanelHost,
  parsed: ParsedFeed,
  chart: ChartModel,
  messages: ChartMessages,
): TemplateResult | typeof nothing {
  const { organization } = chart;
  const { units } = organization;
  const index = chart.find(host.unit);
  if (index < 0) return nothing;
  adoptStyles(host, detailsPanelStyles);
  const unit = units[index];
  const { id, name, summary, url, image } = unit;
  const language = canonicalLocale(parsed.feed.language);
  const given = (text: string) => html`<bdi lang=${language ?? nothing}>${text}</bdi>`;
  const link = (other: number) =>
    html`<button class="plain link" @click=${() => host.withInput((input) => input.select(units[other].id))}>
      ${given(units[other].name)}
    </button>`;
  const path = ancestorsOf(organization, index).slice(0, -1).reverse();
  const also = (unit.reports_to ?? []).map((entry) => chart.find(entry.unit)).filter((other) => other >= 0);
  const row = (label: string, value: unknown) =>
    html`<dt>${label}</dt>
      <dd>${value}</dd>`;
  // Who has no contact is answered for by the nearest unit above that has one.
  const contacts = new Map(parseContacts(parsed).contacts.map((entry) => [entry.id, entry]));
  const answering = [index, ...path].find((entry) => contacts.has(units[entry].contact ?? ''));
  // The chart has less room beside it: what moves it is there once that is known.
  if (!host.renderRoot.querySelector('.panel')) void host.updateComplete.then(() => host.requestUpdate());
  return html`<section class="panel" part="panel" aria-label=${name}>
    <button
      class="close"
      part="button"
      title=${messages.close}
      @click=${() => host.withInput((input) => input.close())}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3 3 13" /></svg>
    </button>
    <p class="title" role="heading" aria-level=${host.headingLevel} tabindex="-1">${given(name)}</p>
    ${image ? html`<img src=${image} alt="" width="96" height="96" loading="lazy" />` : nothing}
    ${notesOf({ ...unit, reports_to: [] }, messages, () => undefined).map((note) => html`<p class="meta"><bdi>${note}</bdi></p>`)}
    ${summary ? html`<p>${given(summary)}</p>` : nothing}
    <dl>
      ${
        path.length
          ? row(
              messages.reportsTo,
              html`<ol role="list">
                ${path.slice(0, maxAncestors).map((entry) => html`<li>${link(entry)}</li>`)}
                ${path.length > maxAncestors ? html`<li>…</li>` : nothing}
              </ol>`,
            )
          : nothing
      }
      ${
        also.length
          ? row(
              messages.alsoReportsTo,
              html`<ul role="list">
                ${also.map((entry) => html`<li>${link(entry)}</li>`)}
              </ul>`,
            )
          : nothing
      }
      ${
        answering === undefined
          ? nothing
          : row(
              messages.answers,
              html`${renderContact(contacts.get(units[answering].contact!)!, given)}
              ${answering === index ? nothing : html`<p class="meta">${messages.nearest} ${link(answering)}</p>`}`,
            )
      }
    </dl>
    ${url ? html`<p><a href=${url} hreflang=${foreign(language, host.language.tag) ?? nothing}>${messages.page}</a></p>` : nothing}
    ${renderPath(host, chart, messages, given)}
    <p class="actions">
      <button part="button" @click=${() => (host.from = id)}>${messages.path}</button>
      ${
        chart.branches.has(index)
          ? html`<button part="button" @click=${() => host.toggle(id, true, true)}>${messages.openBranch}</button>
              <button part="button" @click=${() => host.toggle(id, false, true)}>${messages.closeBranch}</button>`
          : nothing
      }
    </p>
  </section>`;
}

const renderContact = ({ name, email, phones = [] }: ParsedContact, given: Given) =>
  html`<p>${given(name)}</p>
    ${phones
      .filter(
        ({ kind, number }, index) => kind !== 'fax' && phones.findIndex((entry) => entry.number === number) === index,
      )
      .map(({ number, text, extension }) => {
        const href = telUrl(number, extension);
        const shown = html`<bdi dir="ltr">${text ?? number}</bdi>`;
        return html`<p>${href ? html`<a href=${href}>${shown}</a>` : shown}</p>`;
      })}
    ${
      email
        ? html`<p>
            <a href=${mailUrl(email) ?? nothing}><bdi dir="ltr">${email}</bdi></a>
          </p>`
        : nothing
    }`;

/** The units from the one that was chosen first to this one. */
function renderPath(host: DetailsPanelHost, chart: ChartModel, messages: ChartMessages, given: Given) {
  if (!host.from) return nothing;
  if (host.from === host.unit) return html`<p role="status">${messages.pathHint}</p>`;
  const path = host.way(host.from, host.unit);
  if (!path.length) return html`<p role="status">${messages.noPath}</p>`;
  return html`<ol class="path" role="status">
    ${path.map((id) => html`<li>${given(chart.organization.units[chart.find(id)].name)}</li>`)}
  </ol>`;
}
