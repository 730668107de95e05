import type { Draft, ImportOptions } from '../draft.js';
import { origins } from '../draft.js';
import { isPublic } from '../extract/is-public.js';
import type { Source } from '../source.js';
import { toItem, type Story } from '../extract/story.js';

/** Makes items of the stories that are meant for the public. */
export function toDraft(
  stories: readonly Story[],
  source: Source,
  options: ImportOptions,
  base?: string,
): Pick<Draft, 'items'> & { _iom: Draft['_iom'] } {
  const { notes } = source;
  const made = stories
    .filter((story) => isPublic(story, notes, options.planned))
    .map((story) => {
      const one = toItem(story, source, options, base ?? story.url ?? source.url);
      origins.set(one.item, { notes, lineOf: () => story.lineOf(), ...(story.version && { story: story.version }) });
      return one;
    });
  const contacts = made.flatMap((one) => one.contacts);
  return { items: made.map(({ item }) => item), _iom: contacts.length ? { contacts } : {} };
}
