import { isRemote, slotsOf } from './addresses.js';
import type { PublicationContext } from './page.js';
import type { StoredFeed } from './read.js';

/** The addresses of pictures that are to be published, each once. */
export interface PictureAddresses {
  /** Beside the feed. */
  local: Set<string>;
  /** On other sites; none where those are not wanted. */
  remote: Set<string>;
}

/** Finds the pictures of a feed and of those of its items that are published, but for those that only count readers. */
export function pictureAddresses(
  { head, items }: StoredFeed,
  { source, remote }: PublicationContext,
): PictureAddresses {
  const matches: PictureAddresses = { local: new Set(), remote: new Set() };
  const look = (value: unknown) => {
    for (const { picture, address, remove } of slotsOf(value, remote)) {
      if (!picture || picture === 'sizes' || (remote && remove)) continue;
      matches[isRemote(address) ? 'remote' : 'local'].add(address);
    }
  };
  look(head);
  for (const item of items) {
    if (item.facts.relative || (remote && item.facts.remote)) look(JSON.parse(source(item).toString()));
  }
  return matches;
}
