import type { Goal } from '../schema/model.generated.js';
import { memoizeParser } from '../parse/memoize-parser.js';
import { httpUrl, array, plainText, object, string, type ParseContext, type Parser } from '../parse/parsers.js';

/** A target as far as it could be read: it has a number or a text. */
export interface ParsedTarget {
  /** Such as `10.7` or `17.a`. */
  number?: string;
  text?: string;
  url?: string;
}

/** A goal as far as it could be read. */
export type ParsedGoal = Omit<Goal, 'targets'> & { targets?: readonly ParsedTarget[] };

const oneOf17 = (digits?: string) => (Number(digits) >= 1 && Number(digits) <= 17 ? Number(digits) : undefined);

/** 1 to 17, also where `SDG` or the like stands before it. */
const goalNumber: Parser<number> = (value) => oneOf17(/^\D*(\d{1,2})$/.exec(string(value) ?? '')?.[1]);

/** Also with a comma for the point, a capital letter, or words before it. */
const targetNumber: Parser<string> = (value) => {
  const [, goal, target] = /^\D*(\d{1,2})[.,](\d{1,2}|[a-d])$/i.exec(string(value) ?? '') ?? [];
  return oneOf17(goal) ? `${Number(goal)}.${target.toLowerCase()}` : undefined;
};

const targetFields = object<ParsedTarget>({ number: targetNumber, text: plainText, url: httpUrl });

const target: Parser<ParsedTarget> = (value, context) => {
  const match = targetFields(value && typeof value === 'object' ? value : { number: value }, context);
  return match?.number || match?.text ? match : undefined;
};

const fields = object<ParsedGoal>({ number: goalNumber, how: plainText, url: httpUrl, targets: array(target) });

const goal: Parser<ParsedGoal> = (value, context) => {
  const match = fields(value && typeof value === 'object' ? value : { number: value }, context);
  return match?.number ? match : undefined;
};

const extension = object<{ goals: ParsedGoal[] }>({ goals: array(goal) });

/** Reads the goals of a feed, once per feed, in the order of the feed. One that stands there twice is shown once, with all that is said of it. */
export const parseGoals = memoizeParser(({ _iom }, context): readonly ParsedGoal[] =>
  merge(extension(_iom, context)?.goals ?? [], context),
);

function merge(goals: ParsedGoal[], { problems }: ParseContext): ParsedGoal[] {
  const byNumber = new Map<number, ParsedGoal>();
  goals.forEach((entry, index) => {
    const { number, targets = [] } = entry;
    const duplicate = byNumber.get(number);
    if (duplicate) problems.push(`_iom.goals[${index}].number: ${number} (duplicate)`);
    const all = [...(duplicate?.targets ?? []), ...targets];
    const once = new Map(all.map((target) => [target.number ?? target.text, target]));
    byNumber.set(number, { ...entry, ...duplicate, targets: [...once.values()] });
  });
  return [...byNumber.values()];
}
