import { html, nothing, type TemplateResult } from 'lit';
import type { OfficeFilter, ParsedOffice } from '../../feed/parts/offices.js';
import type { Messages } from '../../i18n/messages/common.js';
import { splitList } from '../base/converters.js';
import type { Directory } from './directory.js';
import { scripted, scriptedField, type ScriptedHost } from '../base/scripted.js';
import { kindOf } from './kinds.js';

/** The element that filters are in. */
interface FiltersHost extends ScriptedHost {
  readonly language: { readonly tag: string };
  /** Filters and sorting for visitors: `search`, `kind`, `countries`, `region`, `nearest`; separated by commas. */
  readonly controls: string;
  /** What the visitor narrowed the list to. */
  readonly chosen: OfficeFilter;
  /** Is the list sorted by distance, or about to be? */
  readonly isNearestFirst: boolean;
  narrow(change: OfficeFilter): void;
  toggleNearest(): void;
}

/** What a visitor narrows the list by. One that would leave no choice is not shown. */
export function renderFilters(
  host: FiltersHost,
  offices: readonly ParsedOffice[],
  { countryOf }: Directory,
  { map }: Messages,
): TemplateResult {
  const choices: Record<string, () => unknown> = {
    search: () =>
      scriptedField(
        host,
        map.search,
        () =>
          html`<input
            type="search"
            autocomplete="off"
            .value=${host.chosen.search ?? ''}
            @input=${({ target }: Event) => host.narrow({ search: (target as HTMLInputElement).value })}
          />`,
        'search',
      ),
    kind: () =>
      renderChoice(
        host,
        'kinds',
        map.kind,
        map.all,
        named(offices, kindOf, (office) => map.kinds[kindOf(office)]),
      ),
    countries: () =>
      renderChoice(
        host,
        'countries',
        map.country,
        map.all,
        named(offices, ({ country }) => country, countryOf),
      ),
    region: () =>
      renderChoice(
        host,
        'regions',
        map.region,
        map.all,
        named(
          offices,
          ({ region }) => region,
          ({ region }) => region,
        ),
      ),
    nearest: () =>
      scripted(
        host,
        map.nearest,
        () =>
          html`<button
            part="button"
            class="nearest"
            type="button"
            aria-pressed=${host.isNearestFirst}
            @click=${() => host.toggleNearest()}
          >
            ${map.nearest}
          </button>`,
        'nearest',
      ),
  };
  const wanted = splitList(host.controls).map((name) => (Object.hasOwn(choices, name) ? choices[name]() : nothing));
  return html`<form
    class="filters"
    part="filters"
    role="search"
    aria-label=${map.search}
    @submit=${(event: Event) => event.preventDefault()}
  >
    ${wanted}
  </form>`;
}

/** What the offices have of something, each once, with its name. */
function named(
  offices: readonly ParsedOffice[],
  valueOf: (office: ParsedOffice) => string | undefined,
  nameOf: (office: ParsedOffice) => string | undefined,
): Map<string, string> {
  return new Map(
    offices.flatMap((office) => {
      const value = valueOf(office);
      return value ? [[value, nameOf(office) ?? value]] : [];
    }),
  );
}

function renderChoice(
  host: FiltersHost,
  field: Exclude<keyof OfficeFilter, 'search'>,
  label: string,
  all: string,
  options: Map<string, string>,
) {
  if (options.size < 2) return nothing;
  const { compare } = new Intl.Collator(host.language.tag);
  const chosen = host.chosen[field]?.[0];
  const choose = ({ target }: Event) => {
    const { value } = target as HTMLSelectElement;
    host.narrow({ [field]: value ? [value] : [] });
  };
  return scriptedField(
    host,
    label,
    () =>
      html`<select @change=${choose}>
        <option value="">${all}</option>
        ${[...options]
          .sort(([, a], [, b]) => compare(a, b))
          .map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
      </select>`,
  );
}
