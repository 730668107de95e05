/** Numbers as people write them, in the six languages of the UN. */

/** A number in a text. */
export interface WrittenNumber {
  start: number;
  /** Behind the last digit, or behind the word that multiplies it, such as `million`. */
  end: number;
  /** What it may mean, the likeliest first: a point may part thousands or decimals. */
  values: readonly number[];
}

/** Thousands in groups, parted by one and the same sign, or digits in a row; decimals behind them. */
const pattern = /(?<![\w.,٬٫])(?:\d{1,3}([\s.,'’٬])\d{3}(?:\1\d{3})*|\d+)(?:[.,٫]\d+)?(?!\d)/g;

/** Words that multiply, each as it begins. */
const scales: readonly [RegExp, number][] = [
  [/\s?(?:mil millones|milliard|billion|миллиард|млрд|مليار)\p{L}*/uy, 1e9],
  [/\s?(?:mill[ioó]+n|миллион|млн|مليون|ملايين)\p{L}*/uy, 1e6],
  [/\s?(?:thousand|mille|mil|тысяч\p{L}*|тыс|ألف|آلاف)(?!\p{L})/uy, 1e3],
  [/\s?亿/y, 1e8],
  [/\s?万/y, 1e4],
];

/** With the digits of every script as those of Latin script; of the same length. */
const latin = (text: string) => text.replace(/[٠-٩۰-۹０-９]/g, (digit) => `${digit.charCodeAt(0) & 15}`);

/** The numbers of a text, in order. */
export function findNumbers(text: string): WrittenNumber[] {
  const plain = latin(text).toLowerCase();
  return [...plain.matchAll(pattern)].map(({ 0: written, index: start }) => {
    let end = start + written.length;
    const values = valuesOf(written);
    for (const [scale, factor] of scales) {
      scale.lastIndex = end;
      const [word] = scale.exec(plain) ?? [];
      if (!word) continue;
      end += word.length;
      // 15 digits are what a product of decimals is good for.
      values.unshift(...values.map((value) => Number((value * factor).toPrecision(15))));
      break;
    }
    return { start, end, values };
  });
}

/** The number that a text is; undefined where it is more than that. */
export function parseNumber(text: string): number | undefined {
  const [match] = findNumbers(text);
  if (match?.end !== text.length) return undefined;
  const [value] = match.values;
  if (/^[-−–]$/.test(text.slice(0, match.start))) return -value;
  return match.start ? undefined : value;
}

function valuesOf(written: string): number[] {
  const signs = written.match(/\D/g) ?? [];
  const groups = written.split(/\D/);
  if (!signs.length) return [Number(written)];
  const alike = signs.every((sign) => sign === signs[0]);
  const last = groups.at(-1)!;
  const isGrouped = alike && signs[0] !== '٫' && last.length === 3 && /^[1-9]\d{0,2}$/.test(groups[0]);
  const isDecimal = (signs.length === 1 || !alike) && /[.,٫]/.test(signs.at(-1)!);
  return [
    ...(isGrouped ? [Number(groups.join(''))] : []),
    ...(isDecimal ? [Number(`${groups.slice(0, -1).join('')}.${last}`)] : []),
  ];
}
