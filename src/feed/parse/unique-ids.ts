/**
 * Gives every entry of a list an `id` of its own and leaves out what is there twice.
 *
 * @param path Where the list stands, such as `_iom.contacts`.
 * @param otherwise What serves as `id` where there is none.
 */
export function ensureUniqueIds<T extends { id: string }>(
  entries: readonly T[],
  path: string,
  problems: string[],
  otherwise: (entry: T) => string,
): T[] {
  const byId = new Map<string, T>();
  entries.forEach((entry, index) => {
    // The type is that of a feed that is as it should be.
    let id = (entry.id as string | undefined) ?? otherwise(entry);
    const duplicate = byId.get(id);
    if (duplicate) {
      problems.push(`${path}[${index}].id: ${id} (there twice)`);
      id = JSON.stringify({ ...duplicate, id }) === JSON.stringify({ ...entry, id }) ? '' : `${id}#${index}`;
    }
    if (id) byId.set(id, { ...entry, id });
  });
  return [...byId.values()];
}
