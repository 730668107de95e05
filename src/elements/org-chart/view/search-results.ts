import { html, nothing, type TemplateResult } from 'lit';
import { css } from '../../../tokens/css.js';
import { parseContacts } from '../../../feed/parts/contacts.js';
import { ancestorsOf } from '../../../feed/parts/unit-tree.js';
import type { ParsedFeed } from '../../../feed/parse/parse-strict.js';
import { loadCountryTable, nameOfCountry, type CountryTable } from '../../../i18n/countries.js';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import type { ChartMessages } from '../../../i18n/messages/org-chart.js';
import { canonicalLocale } from '../../../i18n/canonical-locale.js';
import { adoptStyles } from '../../../tokens/adopt-styles.js';
import type { ActionsHost } from '../model/chart-actions.js';
import type { ChartModel } from '../model/chart-model.js';

export interface SearchHost extends ActionsHost {
  readonly renderRoot: ParentNode;
  readonly language: { readonly tag: string };
  /** What a visitor looks for. */
  search: string;
  requestUpdate(): void;
}

const styles = css`
  .found {
    inset-inline: 0;
    /* In a narrow column the other controls stand below the search. */
    z-index: 1;
  }
  .found > .meta {
    padding: 0 0.6em;
  }
  .way {
    display: block;
    padding: 0;
    opacity: 0.75;
  }
`;

/** Most units that are named at once. */
const maxResults = 8;
/** Most units above each of them. */
const maxAncestors = 4;

const indexes = new WeakMap<ChartModel, string[]>();

/** What the United Nations calls countries, by language; null while it is on its way. */
const tables: Record<string, CountryTable | null | undefined> = {};

/** What of each unit is searched: its name, its head, what it answers for, and its contact's topics and countries. */
function textsOf(host: SearchHost, parsed: ParsedFeed, chart: ChartModel): string[] {
  let texts = indexes.get(chart);
  if (!texts) {
    const { tag } = host.language;
    // Those of the United Nations come later; both are searched.
    if (tables[tag] === undefined) {
      tables[tag] = null;
      void loadCountryTable(tag).then((table) => {
        tables[tag] = table;
        indexes.delete(chart);
        host.requestUpdate();
      });
    }
    const labels = parsed.feed._iom?.labels;
    const country = (code: string) => [nameOfCountry(code, tag), nameOfCountry(code, tag, tables[tag] ?? {}, labels)];
    const contacts = new Map(parseContacts(parsed).contacts.map((entry) => [entry.id, entry]));
    texts = chart.organization.units.map(({ name, head = '', summary = '', contact }) => {
      if (!head && !summary && !contact) return normalizeForSearch(name);
      const { name: who = '', topics = [], countries = [] } = contacts.get(contact ?? '') ?? {};
      return normalizeForSearch([name, head, summary, who, ...topics, ...countries.flatMap(country)].join('\n'));
    });
    indexes.set(chart, texts);
  }
  return texts;
}

/** Units that all the words occur in; those whose name begins with them first. */
function find(host: SearchHost, parsed: ParsedFeed, chart: ChartModel, search: string): number[] {
  const texts = textsOf(host, parsed, chart);
  const wanted = normalizeForSearch(search.trim());
  const parts = wanted.split(/\s+/);
  const [from, to] = chart.branches.range;
  const ranks: number[][] = [[], [], []];
  for (let index = from; index < to; index++) {
    const text = texts[index];
    if (!parts.every((part) => text.includes(part))) continue;
    const place = text.indexOf(wanted);
    ranks[place === 0 ? 0 : place > 0 && !/\w/.test(text[place - 1]) ? 1 : 2].push(index);
  }
  return ranks.flat();
}

/** The units that were found, each with the way to it. */
export function renderResults(
  host: SearchHost,
  parsed: ParsedFeed,
  chart: ChartModel,
  messages: ChartMessages,
): TemplateResult {
  adoptStyles(host, styles);
  const { units } = chart.organization;
  const matches = find(host, parsed, chart, host.search);
  const language = canonicalLocale(parsed.feed.language) ?? nothing;
  const choose = (index: number) => {
    host.search = '';
    void host.withInput((input) => input.select(units[index].id));
  };
  return html`<div class="found menu">
    <ul role="list">
      ${matches.slice(0, maxResults).map((index) => {
        const path = ancestorsOf(chart.organization, index).slice(0, -1);
        const names = path.slice(-maxAncestors).map((entry) => units[entry].name);
        if (path.length > maxAncestors) names.unshift('…');
        return html`<li>
          <button type="button" class="plain" @click=${() => choose(index)}>
            <bdi lang=${language}>${units[index].name}</bdi>
            <span class="way meta"><bdi lang=${language}>${names.join(' › ')}</bdi></span>
          </button>
        </li>`;
      })}
    </ul>
    <p class="meta" role="status">${matches.length ? `${messages.found} ${matches.length}` : messages.none}</p>
    ${chart.isWindowed ? html`<p class="meta">${messages.hint}</p>` : nothing}
  </div>`;
}

/** Enter in the search goes to what was found first. */
export function selectFirst({ renderRoot }: SearchHost): void {
  renderRoot.querySelector<HTMLElement>('.found button')?.click();
}

/** Arrow keys lead through what was found, Escape out of it. */
export function onResultKeydown(host: SearchHost, event: KeyboardEvent): void {
  const form = event.currentTarget as Element;
  const matches = [...form.querySelectorAll<HTMLElement>('input, .found button')];
  const index = matches.indexOf(event.target as HTMLElement);
  if (event.key === 'Escape' && host.search) {
    event.preventDefault();
    host.search = '';
    matches[0].focus();
  }
  const next = { ArrowDown: index + 1, ArrowUp: index - 1 }[event.key];
  if (next === undefined || !matches[next]) return;
  event.preventDefault();
  matches[next].focus();
}
