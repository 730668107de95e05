import { isRemote, slotsOf } from './addresses.js';
import type { PublicationContext } from './page.js';
import type { StoredFeed } from './read.js';

/** The addresses of pictures and attachments that are to be published, each once. */
export interface FileAddresses {
  /** Of pictures beside the feed. */
  local: Set<string>;
  /** Of pictures on other sites; none where those are not wanted. */
  remote: Set<string>;
  /** Of attachments beside the feed. */
  attachments: Set<string>;
}

/**
 * Finds the pictures and attachments of a feed and of those of its items that are published, but for what only counts
 * readers.
 */
export function fileAddresses({ head, items }: StoredFeed, { source, remote }: PublicationContext): FileAddresses {
  const matches: FileAddresses = { local: new Set(), remote: new Set(), attachments: new Set() };
  const look = (value: unknown) => {
    for (const { picture, isAttachment, address, remove } of slotsOf(value, remote)) {
      if (isAttachment && !address.startsWith('/')) matches.attachments.add(address);
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
