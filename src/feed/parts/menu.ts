import type { MenuEntry } from '../schema/model.generated.js';
import { memoizeParser } from '../parse/memoize-parser.js';
import { httpUrl, plainText, object, type ParseContext } from '../parse/parsers.js';

/** An entry as far as it could be read: what lies below it stands in its own list, which may be empty. */
export type ParsedMenuEntry = Omit<MenuEntry, 'entries'> & { entries: ParsedMenuEntry[] };

/** What a reader finds at a glance: sections, groups, links. */
const levels = 3;

const fields = object<Omit<MenuEntry, 'entries'> & { entries: unknown[] }>({
  title: plainText,
  summary: plainText,
  url: httpUrl,
  // Not read here: one in another, they may be thousands deep.
  entries: (value) => (Array.isArray(value) ? value : undefined),
});

/** An entry that waits to be read, and the list it goes into. */
interface Waiting {
  value: unknown;
  path: string;
  level: number;
  into: ParsedMenuEntry[];
}

/**
 * Reads the navigation of a feed: sections, groups and links. What lies deeper than that is put among the links.
 */
export const parseMenu = memoizeParser<readonly ParsedMenuEntry[]>(({ _iom }, context) =>
  walk((_iom as { menu?: unknown } | undefined)?.menu, context),
);

function walk(menu: unknown, context: ParseContext): ParsedMenuEntry[] {
  const { problems } = context;
  const sections: ParsedMenuEntry[] = [];
  const waiting: Waiting[] = [];
  /** The last that waits is the next to be read. */
  const queue = (entries: unknown[], pathOf: (index: number) => string, level: number, into: ParsedMenuEntry[]) => {
    for (let index = entries.length - 1; index >= 0; index--) {
      waiting.push({ value: entries[index], path: pathOf(index), level, into });
    }
  };
  if (Array.isArray(menu)) queue(menu, (index) => `_iom.menu[${index}]`, 0, sections);
  else if (menu !== undefined) problems.push(`_iom.menu: ${typeof menu} (not a list)`);

  const seen = new Set<object>();
  for (let next; (next = waiting.pop());) {
    const { value, path, level, into } = next;
    if (value && typeof value === 'object') {
      // An object that a script made may hold itself.
      if (seen.has(value)) continue;
      seen.add(value);
    }
    const entry = fields(typeof value === 'string' ? { title: value } : value, { ...context, path });
    const { title, summary, url, entries = [] } = entry ?? {};
    const name = title ?? summary ?? url;
    const read: ParsedMenuEntry = { title: name ?? '', summary: title && summary, url, entries: [] };
    if (name) into.push(read);
    if (name && level + 1 < levels) {
      queue(entries, (index) => `${path}.entries[${index}]`, level + 1, read.entries);
      continue;
    }
    // What lies too deep, or below something without a name, stands beside it. The first of them is named: the paths of
    // all, thousands deep, would fill the memory.
    if (!path.endsWith('…')) {
      if (!name) problems.push(`${path}: {} (${entries.length ? 'no title' : 'nothing to show'})`);
      else if (entries.length) problems.push(`${path}.entries: (below the third level)`);
    }
    queue(entries, () => path.replace(/…?$/, '…'), level, into);
  }
  return sections;
}
