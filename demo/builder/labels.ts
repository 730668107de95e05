// What an attribute and its values are called: in the builder's words, else in the manifest's.
import type { Option } from './options.js';
import type { Pick } from './picks.js';
import type en from './words.en.js';

export function labelOf({ name }: Option, words: typeof en): string {
  const named = name.replaceAll('-', ' ');
  return words.options[name]?.[0] ?? named[0].toUpperCase() + named.slice(1);
}

export const hintOf = ({ name, description }: Option, words: typeof en): string =>
  words.options[name]?.[1] ?? description.replaceAll('`', '');

export const valueLabel = (name: string, value: string, words: typeof en): string =>
  words.valuesOf[name]?.[value] ?? words.values[value] ?? value;

/** Names of countries in the language of the builder. */
export function pickLabel(name: string, { value, label }: Pick, words: typeof en, ui: string): string {
  if (label) return label;
  if (/^countr/.test(name) && /^[A-Z]{2}$/.test(value)) {
    return new Intl.DisplayNames(ui, { type: 'region', fallback: 'code' }).of(value) ?? value;
  }
  return valueLabel(name, value, words);
}
