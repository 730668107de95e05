// The fields of a form: one of several, several of several, or what is typed.
import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from './choice.js';
import { hintOf, labelOf, pickLabel, valueLabel } from './labels.js';
import type { Option } from './options.js';
import { valuesOf, type Pick, type Picks } from './picks.js';
import type en from './words.en.js';

/** What a field needs of the builder. */
export interface Form {
  words: typeof en;
  /** Language of the builder. */
  ui: string;
  choice: Choice;
  /** @param value Undefined: as without it. */
  set: (name: string, value: string | undefined) => void;
}

/** One of several, as a row of buttons. */
export const renderRadios = (
  group: string,
  chosen: string,
  names: Readonly<Record<string, string>>,
  choose: (value: string) => unknown,
) =>
  Object.entries(names).map(
    ([value, name]) =>
      html`<label
        ><input
          type="radio"
          name=${group}
          value=${value}
          .checked=${value === chosen}
          @change=${() => choose(value)}
        />${name}</label
      >`,
  );

/** @param picks What the feed has of it, once the feed is there. */
export function renderOption(option: Option, form: Form, picks?: Picks): TemplateResult {
  const { words, choice } = form;
  const { name, kind, values = [], several, initial: unset } = option;
  const id = `option-${name}`;
  const label = labelOf(option, words);
  const value = choice.attributes[name];
  const set = (given: string) => form.set(name, given === '' || given === unset ? undefined : given);
  const hint = hintOf(option, words);
  const note = hint ? html`<span class="hint">${hint}</span>` : nothing;
  if (picks && !picks.isList) return renderSelect(option, form, picks.values);
  if (picks ?? several) {
    const list = picks?.values ?? several!.map((entry): Pick => ({ value: entry }));
    return renderSeveral(option, form, list);
  }
  if (kind === 'switch') {
    const toggle = ({ target }: Event) => form.set(name, (target as HTMLInputElement).checked ? '' : undefined);
    return html`<label class="switch"
      ><input type="checkbox" name=${id} .checked=${value !== undefined} @change=${toggle} />
      <span>${label}</span> ${note}</label
    >`;
  }
  if (kind === 'list') {
    const named = Object.fromEntries(values.map((entry) => [entry, valueLabel(name, entry, words)]));
    return html`<fieldset class="field">
      <legend>${label}</legend>
      <div class="row">${renderRadios(name, value ?? unset, unset ? named : { '': words.none, ...named }, set)}</div>
      ${note}
    </fieldset>`;
  }
  return html`<label class="field"
    ><span class="label">${label}</span>
    <input
      id=${id}
      type="text"
      inputmode=${kind === 'number' ? 'numeric' : 'text'}
      placeholder=${unset ? `${words.byDefault} ${unset}` : ''}
      .value=${value ?? ''}
      @input=${({ target }: Event) => set((target as HTMLInputElement).value.trim())}
    />
    ${note}</label
  >`;
}

/** One thing of the feed; units stand below one another, as in the chart. */
function renderSelect(option: Option, { words, ui, choice, set }: Form, picks: readonly Pick[]) {
  const { name } = option;
  const value = choice.attributes[name] ?? '';
  const isThere = !value || picks.some((pick) => pick.value === value);
  const change = ({ target }: Event) => set(name, (target as HTMLSelectElement).value || undefined);
  const unchosen = words.unchosen[`${choice.element} ${name}`] ?? words.unchosen[name] ?? words.everything;
  const indent = (level = 0) => '\u2003'.repeat(Math.min(level, 8));
  return html`<label class="field"
    ><span class="label">${labelOf(option, words)}</span>
    <select id=${`option-${name}`} @change=${change}>
      <option value="" .selected=${!value}>${unchosen}</option>
      ${picks.map(
        (pick) =>
          html`<option value=${pick.value} .selected=${pick.value === value}>
            ${indent(pick.level)}${pickLabel(name, pick, words, ui)}
          </option>`,
      )}
      ${isThere ? nothing : html`<option value=${value} .selected=${true}>${words.notInFeed(value)}</option>`}
    </select></label
  >`;
}

/** Some things of several; what was chosen and isn't there stays until it is taken away. */
function renderSeveral(option: Option, { words, ui, choice, set }: Form, picks: readonly Pick[]) {
  const { name, initial } = option;
  const chosen = valuesOf(name, choice.attributes[name] ?? initial);
  const known = new Map(picks.map((pick) => [pick.value.toLowerCase(), pick]));
  const strange = chosen.filter((value) => !known.has(value.toLowerCase()));
  const isChosen = (value: string) => chosen.some((entry) => entry.toLowerCase() === value.toLowerCase());
  const toggle = (value: string) => {
    const next = isChosen(value)
      ? chosen.filter((entry) => entry.toLowerCase() !== value.toLowerCase())
      : [...chosen, value];
    const text = next.join(',');
    set(name, text === initial || !text ? undefined : text);
  };
  const pill = (value: string, label: string, count?: number) =>
    html`<label
      ><input
        type="checkbox"
        name=${`option-${name}`}
        value=${value}
        .checked=${isChosen(value)}
        @change=${() => toggle(value)}
      />${label}${count ? html`<span class="count">${count}</span>` : nothing}</label
    >`;
  return html`<fieldset class="field" id=${`option-${name}`} tabindex="-1">
    <legend>${labelOf(option, words)}</legend>
    <div class="row ${picks.length > 12 ? 'many' : ''}">
      ${strange.map((value) => pill(value, words.notInFeed(value)))}
      ${picks.map((pick) => pill(pick.value, pickLabel(name, pick, words, ui), pick.count))}
    </div>
  </fieldset>`;
}
