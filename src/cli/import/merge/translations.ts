import type { Item } from '../../../feed/schema/model.generated.js';
import { primarySubtag } from '../../../i18n/locale.js';
import { origins, type Draft } from '../draft.js';
import type { United } from './merge-lists.js';

/** Links items that are one story in several languages. */
export function linkTranslations(drafts: readonly Draft[], { entries, ids }: United<Item>): void {
  const byId = new Map(entries.map((item) => [item.id, item]));
  const stories = new Map<string, Set<Item>>();
  drafts.forEach(({ items }, draft) =>
    items.forEach((item, index) => {
      const story = origins.get(item)?.story ?? (isGlobal(item.id) ? item.id : undefined);
      const united = byId.get(ids[draft][index]);
      if (story && united) stories.set(story, (stories.get(story) ?? new Set()).add(united));
    }),
  );
  for (const versions of stories.values()) {
    for (const item of versions.size > 1 ? versions : []) {
      const known = new Set(item._iom?.translations?.map(({ language }) => primarySubtag(language)));
      const added = [...versions].flatMap(({ language, url }) => {
        const isNew =
          language &&
          url &&
          !known.has(primarySubtag(language)) &&
          primarySubtag(language) !== primarySubtag(item.language ?? '');
        return isNew ? [{ language, url }] : [];
      });
      if (added.length) item._iom = { ...item._iom, translations: [...(item._iom?.translations ?? []), ...added] };
    }
  }
}

/** Whether an `id` is that of one story in the whole world: `1` is that of many. */
const isGlobal = (id: string) =>
  /^(?:https?|tag|urn):/.test(id) || /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i.test(id);
