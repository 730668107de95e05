import type { Figure, MenuEntry, Mission, Unit } from '../../../feed/schema/model.generated.js';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import { figuresIn } from '../extract/figures.js';
import { slug } from '../slug.js';

/** What the navigation of a page says when the page is copied as text. */
export interface Navigation {
  menu: MenuEntry[];
  mission?: Mission;
  figures: Figure[];
  organization: Unit[];
  /** How many lines it takes. */
  length: number;
}

/** Titles by which the parts are known, in the languages of the organization's sites. */
const known = {
  mission: ['Qui sommes nous', 'Who we are', 'Quiénes somos', 'من نحن', 'Кто мы', '我们是谁'],
  structure: ['Structure', 'Estructura', 'Organigrama', 'الهيكل', 'هيكل المنظمة', 'Структура', '组织结构'],
  /** Entries that stand beside the sections; copied as text they look like entries of the last one. */
  besideSections: [
    'Données et recherche',
    'Data and Research',
    'Datos e investigación',
    'البيانات والمصادر',
    '2030 Agenda',
    'Où travaillons-nous',
    'Where we work',
    'Dónde operamos',
    'أين نعمل؟',
  ],
};
type Part = keyof typeof known;

const is = (title: string, part: Part) => known[part].some((entry) => plain(entry) === plain(title));
const plain = (title: string) => normalizeForSearch(title).replace(/[-?؟]/g, ' ').trim();

/**
 * Reads the navigation at the start of a page that was copied as text: `-` opens a section, `- …` is an entry, and
 * titles stand twice, the second time with the introduction run on: `Qui sommes nousL'Organisation …`.
 *
 * @param lines Without blanks around them.
 * @returns Undefined where the text doesn't start with one.
 */
export function parseNavigation(lines: readonly string[]): Navigation | undefined {
  const first = lines.findIndex(Boolean);
  if (!/^[-•*](?:\s|$)/.test(lines[first] ?? '')) return undefined;
  const menu: MenuEntry[] = [];
  let section: MenuEntry | undefined;
  let group: MenuEntry | undefined;
  let opened = false;
  let index = first;
  for (; index < lines.length; index++) {
    const line = lines[index];
    const [, entry] = /^[-•*]\s+(.+)$/.exec(line) ?? [];
    if (!line) continue;
    if (/^[-•*]$/.test(line)) {
      opened = true;
      section = group = undefined;
    } else if (entry) {
      if (is(entry, 'besideSections')) section = group = undefined;
      ((group ?? section) ? ((group ?? section)!.entries ??= []) : menu).push({ title: entry });
      opened = false;
    } else {
      const heading = parseHeading(line, lines[index + 1]);
      if (!heading || (!section && !opened)) break;
      if (section) (section.entries ??= []).push((group = heading));
      else menu.push((section = heading));
      opened = false;
      index++;
    }
  }
  const introduction = menu.find(({ title, summary }) => summary && is(title, 'mission'));
  const mission = introduction && { title: introduction.title, text: introduction.summary! };
  return {
    menu,
    mission,
    figures: figuresIn(mission?.text ?? ''),
    organization: unitsOf(menu.flatMap(({ entries = [] }) => entries).find(({ title }) => is(title, 'structure'))),
    length: index,
  };
}

/** A title, and below it once more, alone or with its introduction run on. */
function parseHeading(title: string, next = ''): MenuEntry | undefined {
  const rest = next.startsWith(title) ? next.slice(title.length) : undefined;
  if (rest === '') return { title };
  return rest && /^[\p{Lu}\p{Lo}«"“]/u.test(rest) ? { title, summary: rest } : undefined;
}

/**
 * The units that a group of the menu lists. An entry that begins with the title of another, as a deputy's does with that
 * of the head, stands below it; of the others the menu doesn't say who is above whom.
 */
function unitsOf(group: MenuEntry | undefined): Unit[] {
  const names = (group?.entries ?? [])
    .map(({ title }) => title)
    .filter((name) => !/^(?:structure|organi[sz]ation|estructura|организационная|الهيكل|组织)(?!\p{L})/iu.test(name));
  return names.map((name) => {
    const above = names.find((other) => other !== name && name.startsWith(`${other} `));
    return { id: slug(name), name, ...(above && { parent: slug(above) }) };
  });
}
