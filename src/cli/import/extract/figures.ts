import type { Figure } from '../../../feed/schema/model.generated.js';
import { slug } from '../slug.js';

const since = /(?<!\p{L})(depuis|since|desde|dal|seit|с|منذ(?: عام)?|自)\s?(?:\p{Ll}+ )?$/iu;
/** Words that make another number of the one before them. */
const multiplied =
  /^\s?(?:million|milliard|billion|trillion|thousand|hundred|mille|mil|mila|miliard|тыс|миллион|миллиард|млн|млрд|ألف|مليون|مليار|万|亿)/iu;
/** Where the name of what is counted ends. */
const stop =
  /[,.;:()،。，；–—]|\s(?:and|or|et|ou|y|o|e|и|или|و|qui|que|in|with|dans|en|con|where|of which|across|present|présente?s?|dont|du|des monde|around|worldwide)\s/iu;

/**
 * The numbers of a text with what they count: `175 Etats membres`, and the years after a word such as `since`. Numbers
 * with nothing after them are left alone.
 */
export function figuresIn(text: string): Figure[] {
  return [...text.matchAll(/(?<![\d\p{L}-])\d[\d\u00a0\u202f.,]*(?<![.,])(?![\d\p{L}%-])/gu)].flatMap(
    ({ 0: printed, index }) => {
      const value = numberOf(printed);
      const after = text.slice(index + printed.length);
      if (value === undefined || multiplied.test(after)) return [];
      const before = since.exec(text.slice(0, index));
      if (before && /^[12]\d{3}$/.test(printed)) {
        return { id: slug(`${before[1]} ${printed}`), label: capitalized(before[1]), value, kind: 'year' as const };
      }
      const label = after.slice(0, stop.exec(`${after} `)?.index).trim();
      return label && label.length <= 60 && /^\p{L}/u.test(label) && after.startsWith(' ')
        ? { id: slug(label), label: capitalized(label), value }
        : [];
    },
  );
}

/** Grouped by blanks, points or commas in threes; undefined where it may be a fraction. */
function numberOf(printed: string): number | undefined {
  return /^\d{1,3}(?:[\u00a0\u202f.,]\d{3})+$|^\d+$/.test(printed) ? Number(printed.replace(/\D/g, '')) : undefined;
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
