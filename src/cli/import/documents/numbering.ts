import { childOf, childrenOf, valueOf } from './word-xml.js';

/** What a paragraph of a list is counted by. */
export interface ListItem {
  list: string;
  level: number;
  /** `type` of `<ol>`; undefined for bullets. */
  type?: string;
  number: number;
}

const types: Record<string, string> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

interface Level {
  start: number;
  format: string;
}

/** Counts the paragraphs of lists as Word does: a list that is interrupted goes on, and deeper levels begin anew. */
export function listCounter(root: Element | undefined): (list: string, level: number) => ListItem {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { kind: string; overrides: Map<number, number> }>();
  for (const entry of root ? childrenOf(root, 'w:abstractNum') : []) {
    const levels = new Map(
      childrenOf(entry, 'w:lvl').map((level) => [
        Number(level.getAttribute('w:ilvl')),
        { start: Number(valueOf(level, 'w:start') ?? 1), format: valueOf(level, 'w:numFmt') ?? 'decimal' },
      ]),
    );
    abstract.set(entry.getAttribute('w:abstractNumId') ?? '', levels);
  }
  for (const entry of root ? childrenOf(root, 'w:num') : []) {
    const overrides = new Map(
      childrenOf(entry, 'w:lvlOverride').flatMap((level) => {
        const start = valueOf(level, 'w:startOverride');
        return start === undefined ? [] : [[Number(level.getAttribute('w:ilvl')), Number(start)] as const];
      }),
    );
    lists.set(entry.getAttribute('w:numId') ?? '', { kind: valueOf(entry, 'w:abstractNumId') ?? '', overrides });
  }
  /** Counters by what is counted together, and level. */
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return (list, level) => {
    const { kind = '', overrides } = lists.get(list) ?? {};
    const { start = 1, format = 'decimal' } = abstract.get(kind)?.get(level) ?? {};
    const key = kind || list;
    const numbers = counts.get(key) ?? [];
    counts.set(key, numbers);
    const override = overrides?.get(level);
    if (override !== undefined && !begun.has(`${list} ${level}`)) numbers.length = level;
    begun.add(`${list} ${level}`);
    numbers[level] = numbers[level] === undefined ? (override ?? start) : numbers[level] + 1;
    numbers.length = level + 1;
    const isBullet = format === 'bullet' || format === 'none';
    return { list, level, number: numbers[level], ...(!isBullet && { type: types[format] ?? '1' }) };
  };
}

/** The list that a paragraph belongs to, by itself or by its style. */
export function numberingOf(paragraph: Element | undefined): { list: string; level: number } | undefined {
  const properties = childOf(paragraph, 'w:numPr');
  const list = valueOf(properties, 'w:numId');
  return list && list !== '0' ? { list, level: Number(valueOf(properties, 'w:ilvl') ?? 0) } : undefined;
}
