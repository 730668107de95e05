import { html, nothing, type TemplateResult } from 'lit';
import { css } from '../../tokens/css.js';
import { readContacts } from '../../feed/contacts.js';
import { wayTo } from '../../feed/organization.js';
import type { Reading } from '../../feed/read.js';
import { fold } from '../../i18n/fold.js';
import type { ChartWords } from '../../i18n/chart.js';
import { valid } from '../../i18n/valid.js';
import { adopt } from '../../tokens/adopt.js';
import type { Chart } from './chart.js';
import type { OrgChart } from './org-chart.js';

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
const most = 8;
/** Most units above each of them. */
const mostAbove = 4;

const indexes = new WeakMap<Chart, string[]>();

/** What of each unit is searched: its name, its head, what it answers for, and its contact's topics and countries. */
function textsOf(host: OrgChart, reading: Reading, chart: Chart): string[] {
  let texts = indexes.get(chart);
  if (!texts) {
    const regions = new Intl.DisplayNames(host.language.tag, { type: 'region' });
    const country = (code: string) => (/^[A-Z]{2}$/.test(code) ? regions.of(code) : code);
    const contacts = new Map(readContacts(reading).contacts.map((each) => [each.id, each]));
    texts = chart.organization.units.map(({ name, head = '', summary = '', contact }) => {
      if (!head && !summary && !contact) return fold(name);
      const { name: who = '', topics = [], countries = [] } = contacts.get(contact ?? '') ?? {};
      return fold([name, head, summary, who, ...topics, ...countries.map(country)].join('\n'));
    });
    indexes.set(chart, texts);
  }
  return texts;
}

/** Units that all the words occur in; those whose name begins with them first. */
function find(host: OrgChart, reading: Reading, chart: Chart, search: string): number[] {
  const texts = textsOf(host, reading, chart);
  const wanted = fold(search.trim());
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
export function renderFound(host: OrgChart, reading: Reading, chart: Chart, words: ChartWords): TemplateResult {
  adopt(host, styles);
  const { units } = chart.organization;
  const found = find(host, reading, chart, host.search);
  const language = valid(reading.feed.language) ?? nothing;
  const choose = (index: number) => {
    host.search = '';
    void host.act((hands) => hands.select(units[index].id));
  };
  return html`<div class="found menu">
    <ul role="list">
      ${found.slice(0, most).map((index) => {
        const way = wayTo(chart.organization, index).slice(0, -1);
        const names = way.slice(-mostAbove).map((each) => units[each].name);
        if (way.length > mostAbove) names.unshift('…');
        return html`<li>
          <button type="button" class="plain" @click=${() => choose(index)}>
            <bdi lang=${language}>${units[index].name}</bdi>
            <span class="way meta"><bdi lang=${language}>${names.join(' › ')}</bdi></span>
          </button>
        </li>`;
      })}
    </ul>
    <p class="meta" role="status">${found.length ? `${words.found} ${found.length}` : words.none}</p>
    ${chart.isWindowed ? html`<p class="meta">${words.hint}</p>` : nothing}
  </div>`;
}

/** Enter in the search goes to what was found first. */
export function chooseFirst({ renderRoot }: OrgChart): void {
  renderRoot.querySelector<HTMLElement>('.found button')?.click();
}

/** Arrow keys lead through what was found, Escape out of it. */
export function goThroughFound(host: OrgChart, event: KeyboardEvent): void {
  const form = event.currentTarget as Element;
  const found = [...form.querySelectorAll<HTMLElement>('input, .found button')];
  const at = found.indexOf(event.target as HTMLElement);
  if (event.key === 'Escape' && host.search) {
    event.preventDefault();
    host.search = '';
    found[0].focus();
  }
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (next === undefined || !found[next]) return;
  event.preventDefault();
  found[next].focus();
}
