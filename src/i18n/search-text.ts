/** Lower case without accents, with one kind of apostrophe: what is alike to someone who searches. */
export const normalizeForSearch = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

/** Whether one of the words that are wanted, if any are, is among those that are there. Case and accents don't matter. */
export function matchesAny(wanted: readonly string[] = [], own: readonly string[]): boolean {
  const folded = wanted.map(normalizeForSearch);
  return !wanted.length || own.some((entry) => folded.includes(normalizeForSearch(entry)));
}
