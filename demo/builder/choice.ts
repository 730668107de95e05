// What was chosen, and the link that brings it back: all of it stands in the address, nothing is stored.
import { isAccent, isFont, isRadius, type Appearance } from './appearance.js';
import { elements } from './options.js';
import { unnamed } from './scripts.js';

/** Where the lines are going to be pasted. */
export const ways = ['pinned', 'evergreen', 'iframe', 'block', 'shortcode', 'react', 'vue'] as const;
export type Way = (typeof ways)[number];

export interface Choice extends Appearance {
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
  /** `all`: the hash of every script is in the lines, not only that of the first. */
  sealed: '' | 'all';
}

export const initial: Choice = {
  element: 'news-feed',
  src: '',
  lang: '',
  attributes: {},
  way: 'pinned',
  scripts: unnamed,
  sealed: '',
  accent: '',
  font: '',
  radius: '',
};

const own = ['element', 'src', 'lang', 'way', 'scripts', 'sealed', 'accent', 'font', 'radius'] as const;

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
  choice.sealed = given.get('sealed') === 'all' ? 'all' : '';
  const [accent = '', font = '', radius = ''] = ['accent', 'font', 'radius'].map(
    (name) => given.get(name) ?? undefined,
  );
  choice.accent = isAccent(accent) ? accent : '';
  choice.font = isFont(font) ? font : '';
  choice.radius = isRadius(radius) ? radius : '';
  const known = ['theme', ...elements.get(choice.element)!.options.map(({ name }) => name)];
  for (const name of known) {
    const value = given.get(name);
    if (value !== null) choice.attributes[name] = value;
  }
  return choice;
}

/** The attributes that the other element has, too. */
export function keptAttributes(attributes: Record<string, string>, element: string): Record<string, string> {
  const known = elements.get(element)!.options.map(({ name }) => name);
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name === 'theme' || known.includes(name)));
}
