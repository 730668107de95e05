import { distance } from 'fastest-levenshtein';

/**
 * What a word was probably meant to be.
 *
 * @param known Words that would have been right.
 * @returns Undefined where none is near.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');
  const wanted = plain(word);
  const candidates = [...known].map((name) => ({ name, far: distance(wanted, plain(name)) }));
  const [best] = candidates.sort((one, two) => one.far - two.far);
  const begun = candidates.find(({ name }) => isPart(wanted, plain(name)));
  if (begun && best.far > 1) return begun.name;
  // A third of its letters may be wrong.
  return best && best.far <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined;
}

const isPart = (word: string, name: string) => word.length > 3 && (name.startsWith(word) || word.startsWith(name));
