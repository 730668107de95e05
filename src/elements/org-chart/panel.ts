import { html, nothing, type TemplateResult } from 'lit';
import { readContacts, type ReadContact } from '../../feed/contacts.js';
import { wayTo } from '../../feed/organization.js';
import type { Reading } from '../../feed/read.js';
import { mailUrl, telUrl } from '../../html/contact-url.js';
import type { ChartWords } from '../../i18n/chart.js';
import { foreign } from '../../i18n/foreign.js';
import { valid } from '../../i18n/valid.js';
import { adopt } from '../../tokens/adopt.js';
import type { Chart } from './chart.js';
import { notesOf } from './notes.js';
import type { OrgChart } from './org-chart.js';
import { panelStyles } from './panel.styles.js';

/** Writes what the feed says, in the feed's language. */
type Given = (text: string) => TemplateResult;

/** Most units above one that are named. */
const mostAbove = 12;

/** What is known of a unit: who leads it, what it answers for, whom it reports to, whom to ask, and its page. */
export function renderPanel(
  host: OrgChart,
  reading: Reading,
  chart: Chart,
  words: ChartWords,
): TemplateResult | typeof nothing {
  const { organization } = chart;
  const { units } = organization;
  const index = chart.find(host.unit);
  if (index < 0) return nothing;
  adopt(host, panelStyles);
  const unit = units[index];
  const { id, name, summary, url, image } = unit;
  const language = valid(reading.feed.language);
  const given = (text: string) => html`<bdi lang=${language ?? nothing}>${text}</bdi>`;
  const link = (other: number) =>
    html`<button class="plain link" @click=${() => host.act((hands) => hands.select(units[other].id))}>
      ${given(units[other].name)}
    </button>`;
  const way = wayTo(organization, index).slice(0, -1).reverse();
  const also = (unit.reports_to ?? []).map((each) => chart.find(each.unit)).filter((other) => other >= 0);
  const row = (label: string, value: unknown) =>
    html`<dt>${label}</dt>
      <dd>${value}</dd>`;
  // Who has no contact is answered for by the nearest unit above that has one.
  const contacts = new Map(readContacts(reading).contacts.map((each) => [each.id, each]));
  const answering = [index, ...way].find((each) => contacts.has(units[each].contact ?? ''));
  return html`<section class="panel" part="panel" aria-label=${name}>
    <button
      class="close"
      part="button"
      aria-label=${words.close}
      title=${words.close}
      @click=${() => host.act((hands) => hands.close())}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3 3 13" /></svg>
    </button>
    <p class="title" role="heading" aria-level=${host.headingLevel} tabindex="-1">${given(name)}</p>
    ${image ? html`<img src=${image} alt="" width="96" height="96" loading="lazy" />` : nothing}
    ${notesOf({ ...unit, reports_to: [] }, words, () => undefined).map((note) => html`<p class="meta"><bdi>${note}</bdi></p>`)}
    ${summary ? html`<p>${given(summary)}</p>` : nothing}
    <dl>
      ${
        way.length
          ? row(
              words.reportsTo,
              html`<ol role="list">
                ${way.slice(0, mostAbove).map((each) => html`<li>${link(each)}</li>`)}
                ${way.length > mostAbove ? html`<li>…</li>` : nothing}
              </ol>`,
            )
          : nothing
      }
      ${
        also.length
          ? row(
              words.alsoReportsTo,
              html`<ul role="list">
                ${also.map((each) => html`<li>${link(each)}</li>`)}
              </ul>`,
            )
          : nothing
      }
      ${
        answering === undefined
          ? nothing
          : row(
              words.answers,
              html`${renderContact(contacts.get(units[answering].contact!)!, given)}
              ${answering === index ? nothing : html`<p class="meta">${words.nearest} ${link(answering)}</p>`}`,
            )
      }
    </dl>
    ${url ? html`<p><a href=${url} hreflang=${foreign(language, host.language.tag) ?? nothing}>${words.page}</a></p>` : nothing}
    ${renderWay(host, chart, words, given)}
    <p class="actions">
      <button part="button" @click=${() => (host.from = id)}>${words.path}</button>
      ${
        chart.branches.has(index)
          ? html`<button part="button" @click=${() => host.toggle(id, true, true)}>${words.openBranch}</button>
              <button part="button" @click=${() => host.toggle(id, false, true)}>${words.closeBranch}</button>`
          : nothing
      }
    </p>
  </section>`;
}

const renderContact = ({ name, email, phones = [] }: ReadContact, given: Given) =>
  html`<p>${given(name)}</p>
    ${phones
      .filter(
        ({ kind, number }, index) => kind !== 'fax' && phones.findIndex((each) => each.number === number) === index,
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
function renderWay(host: OrgChart, chart: Chart, words: ChartWords, given: Given) {
  if (!host.from) return nothing;
  if (host.from === host.unit) return html`<p role="status">${words.pathHint}</p>`;
  const way = host.way(host.from, host.unit);
  if (!way.length) return html`<p role="status">${words.noPath}</p>`;
  return html`<ol class="path" role="status">
    ${way.map((id) => html`<li>${given(chart.organization.units[chart.find(id)].name)}</li>`)}
  </ol>`;
}
