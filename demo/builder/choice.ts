// What was chosen, and the link that brings it back: all of it stands in the address, nothing is stored.
import { placeholder } from '../../scripts/cdn.mjs';
import { elements } from './options.js';

/** Where the lines are going to be pasted. */
export const ways = ['pinned', 'evergreen', 'iframe', 'block', 'shortcode', 'react', 'vue'] as const;
export type Way = (typeof ways)[number];

export interface Choice {
  /** Tag without `iom-`. */
  element: string;
  /** Address of the feed. */
  src: string;
  /** Of the content; empty for the page's own. */
  lang: string;
  /** Attributes that differ from what they are by themselves, `theme` among them; a switch that is on has an empty value. */
  attributes: Record<string, string>;
  way: Way;
  /** Folder of the scripts; `{version}` stands for the version. */
  scripts: string;
}

export const initial: Choice = {
  element: 'news-feed',
  src: '',
  lang: '',
  attributes: {},
  way: 'pinned',
  scripts: `${placeholder}/iom-widgets@{version}/`,
};

const own = ['element', 'src', 'lang', 'way', 'scripts'] as const;

/** The part of an address after `#`. */
export function writeChoice(choice: Choice): string {
  const written = new URLSearchParams();
  for (const name of own) if (choice[name] !== initial[name]) written.set(name, choice[name]);
  for (const [name, value] of Object.entries(choice.attributes)) written.set(name, value);
  return written.toString();
}

/** Reads it again; what it names that there is not is left out. */
export function readChoice(hash: string, otherwise: Choice): Choice {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const choice = { ...otherwise, attributes: {} as Record<string, string> };
  const element = given.get('element') ?? '';
  if (elements.has(element)) choice.element = element;
  for (const name of ['src', 'lang', 'scripts'] as const) choice[name] = given.get(name) ?? choice[name];
  choice.way = ways.find((way) => way === given.get('way')) ?? choice.way;
  const known = ['theme', ...elements.get(choice.element)!.options.map(({ name }) => name)];
  for (const name of known) {
    const value = given.get(name);
    if (value !== null) choice.attributes[name] = value;
  }
  return choice;
}
