import type { Goal } from './model.js';
import { once } from './once.js';
import { link, list, plain, shape, text, type Place, type Read } from './values.js';

/** A target as far as it could be read: it has a number or a text. */
export interface ReadTarget {
  /** Such as `10.7` or `17.a`. */
  number?: string;
  text?: string;
  url?: string;
}

/** A goal as far as it could be read. */
export type ReadGoal = Omit<Goal, 'targets'> & { targets?: readonly ReadTarget[] };

const oneOf17 = (digits?: string) => (Number(digits) >= 1 && Number(digits) <= 17 ? Number(digits) : undefined);

/** 1 to 17, also where `SDG` or the like stands before it. */
const goalNumber: Read<number> = (value) => oneOf17(/^\D*(\d{1,2})$/.exec(text(value) ?? '')?.[1]);

/** Also with a comma for the point, a capital letter, or words before it. */
const targetNumber: Read<string> = (value) => {
  const [, goal, target] = /^\D*(\d{1,2})[.,](\d{1,2}|[a-d])$/i.exec(text(value) ?? '') ?? [];
  return oneOf17(goal) ? `${Number(goal)}.${target.toLowerCase()}` : undefined;
};

const targetFields = shape<ReadTarget>({ number: targetNumber, text: plain, url: link });

const target: Read<ReadTarget> = (value, at) => {
  const found = targetFields(value && typeof value === 'object' ? value : { number: value }, at);
  return found?.number || found?.text ? found : undefined;
};

const fields = shape<ReadGoal>({ number: goalNumber, how: plain, url: link, targets: list(target) });

const goal: Read<ReadGoal> = (value, at) => {
  const found = fields(value && typeof value === 'object' ? value : { number: value }, at);
  return found?.number ? found : undefined;
};

const extension = shape<{ goals: ReadGoal[] }>({ goals: list(goal) });

/** Reads the goals of a feed, once per feed, in the order of the feed. One that stands there twice is shown once, with all that is said of it. */
export const readGoals = once(({ _iom }, at): readonly ReadGoal[] => merge(extension(_iom, at)?.goals ?? [], at));

function merge(goals: ReadGoal[], { problems }: Place): ReadGoal[] {
  const byNumber = new Map<number, ReadGoal>();
  goals.forEach((each, index) => {
    const { number, targets = [] } = each;
    const twin = byNumber.get(number);
    if (twin) problems.push(`_iom.goals[${index}].number: ${number} (there twice)`);
    const all = [...(twin?.targets ?? []), ...targets];
    const once = new Map(all.map((target) => [target.number ?? target.text, target]));
    byNumber.set(number, { ...each, ...twin, targets: [...once.values()] });
  });
  return [...byNumber.values()];
}
