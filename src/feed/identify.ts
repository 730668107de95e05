/**
 * Gives every entry of a list an `id` of its own and leaves out what is there twice.
 *
 * @param path Where the list stands, such as `_iom.contacts`.
 * @param otherwise What serves as `id` where there is none.
 */
export function identify<T extends { id: string }>(
  entries: readonly T[],
  path: string,
  problems: string[],
  otherwise: (entry: T) => string,
): T[] {
  const byId = new Map<string, T>();
  entries.forEach((each, index) => {
    // The type is that of a feed that is as it should be.
    let id = (each.id as string | undefined) ?? otherwise(each);
    const twin = byId.get(id);
    if (twin) {
      problems.push(`${path}[${index}].id: ${id} (there twice)`);
      id = JSON.stringify({ ...twin, id }) === JSON.stringify({ ...each, id }) ? '' : `${id}#${index}`;
    }
    if (id) byId.set(id, { ...each, id });
  });
  return [...byId.values()];
}
