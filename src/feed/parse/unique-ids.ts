/**
 * Gives every entry of a list an `id` of its own and leaves out what is there twice.
 *
 * @param entries Undefined stands for one that could not be read: its place counts.
 * @param path Where the list stands, such as `_iom.contacts`.
 * @param fallback What serves as `id` where there is none; nothing leaves the entry out.
 * @param isSame Whether two entries of one `id` are the same; by default those that say the same in all fields.
 */
export function ensureUniqueIds<T extends { id: string }>(
  entries: readonly (T | undefined)[],
  path: string,
  problems: string[],
  fallback: (entry: T) => string | undefined,
  isSame: (one: T, next: T) => boolean = (one, next) =>
    JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...next, id: '' }),
): T[] {
  const byId = new Map<string, T>();
  entries.forEach((entry, index) => {
    if (!entry) return;
    // The type is that of a feed that is as it should be.
    let id = (entry.id as string | undefined) ?? fallback(entry);
    if (id === undefined) return;
    const duplicate = byId.get(id);
    if (duplicate) {
      problems.push(`${path}[${index}].id: ${id} (duplicate)`);
      if (isSame(duplicate, entry)) return;
      do id += `#${index}`;
      while (byId.has(id));
    }
    byId.set(id, id === entry.id ? entry : { ...entry, id });
  });
  return [...byId.values()];
}
