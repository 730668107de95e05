import { html, nothing, type TemplateResult } from 'lit';
import type { ItemFilter } from '../../feed/parts/filter-items.js';
import type { Item } from '../../feed/schema/model.generated.js';
import type { Messages } from '../../i18n/messages/common.js';
import { splitList } from '../base/converters.js';
import { scriptedField } from '../base/scripted.js';
import type { NewsFeed } from './news-feed.js';

/** What the filters above a list are drawn with. */
export interface FilterView {
  host: NewsFeed;
  messages: Messages;
  /** Language and direction of the words, where they are not the page's. */
  lang: string | typeof nothing;
  dir: string | typeof nothing;
  countryOf: (code: string) => string;
  chosen: ItemFilter;
  choose: (change: ItemFilter) => void;
}

/** The filters that a list's `controls` ask for, with what its items have to choose from. */
export function renderFilters(items: readonly Item[], view: FilterView): TemplateResult {
  const { host, messages, lang, dir, countryOf } = view;
  const { news, kinds } = messages;
  const kindOf = (name: string) => (Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : name);
  const choice = (field: ChoiceField, values: (item: Item) => string | string[], nameOf: (value: string) => string) =>
    renderChoice(
      field,
      [...new Set(items.flatMap(values))].map((value) => ({ value, name: nameOf(value) })),
      view,
    );
  const filters: Record<string, () => TemplateResult> = {
    search: () => renderSearch(news.search, view),
    tags: () => choice('tags', ({ tags = [] }) => tags, String),
    countries: () => choice('countries', ({ _iom }) => _iom?.countries ?? [], countryOf),
    kind: () => choice('kinds', ({ _iom }) => _iom?.kind ?? [], kindOf),
  };
  return html`<form
    class="filters"
    part="filters"
    role="search"
    aria-label=${news.search}
    lang=${lang}
    dir=${dir}
    @submit=${(event: Event) => event.preventDefault()}
  >
    ${splitList(host.controls).map((name) => (Object.hasOwn(filters, name) ? filters[name]() : nothing))}
  </form>`;
}

type ChoiceField = 'tags' | 'countries' | 'kinds';

function renderSearch(label: string, { host, chosen, choose }: FilterView) {
  const search = ({ target }: InputEvent) => choose({ search: (target as HTMLInputElement).value });
  const field = () => html`<input type="search" .value=${chosen.search ?? ''} @input=${search} />`;
  return scriptedField(host, label, field);
}

function renderChoice(field: ChoiceField, options: { value: string; name: string }[], view: FilterView) {
  const { host, messages, chosen, choose } = view;
  const select = ({ target }: Event) => choose({ [field]: [(target as HTMLSelectElement).value].filter(Boolean) });
  return scriptedField(
    host,
    messages.news[field],
    () =>
      html`<select @change=${select}>
        <option value="">${messages.news.all}</option>
        ${options
          .sort((a, b) => a.name.localeCompare(b.name, host.language.tag))
          .map(
            ({ value, name }) =>
              html`<option value=${value} ?selected=${value === chosen[field]?.[0]}>${name}</option>`,
          )}
      </select>`,
  );
}
