// Why the lines would not work on somebody's page: the builder copies nothing that is known to be wrong.
import { addressProblem } from './address.js';
import { isAccent } from './appearance.js';
import type { Verdict } from './check.js';
import type { Choice } from './choice.js';
import { backgrounds, contrast, readable } from './contrast.js';
import { labelOf } from './labels.js';
import { elements } from './options.js';
import { picksOf, valuesOf } from './picks.js';
import { namesScripts, type ScriptsVerdict } from './scripts.js';
import type en from './words.en.js';

/** The first thing that is wrong, in words, and the `id` of the field where it can be put right. */
export interface Obstacle {
  text: string;
  field: string;
}

export function obstacleTo(
  choice: Choice,
  verdict: Verdict,
  scripts: ScriptsVerdict,
  lang: string,
  words: typeof en,
): Obstacle | undefined {
  return (
    (namesScripts(choice.way) ? scriptsObstacle(choice, scripts, words) : undefined) ??
    srcObstacle(choice, verdict, words) ??
    optionObstacle(choice, verdict, lang, words) ??
    accentObstacle(choice, words)
  );
}

function scriptsObstacle({ scripts }: Choice, { is }: ScriptsVerdict, { obstacles }: typeof en): Obstacle | undefined {
  const problem = addressProblem(scripts) ?? (is === 'bad' || is === 'asked' ? is : undefined);
  return problem && { text: obstacles.scripts[problem], field: 'scripts' };
}

function srcObstacle({ src }: Choice, { is }: Verdict, { obstacles }: typeof en): Obstacle | undefined {
  const fetched = is === 'bad' || is === 'asked' || is === 'unfinished' ? is : undefined;
  // What is unfinished is said before what a check of it has found; a bad feed before where it is.
  const problem = is === 'bad' ? 'bad' : (addressProblem(src) ?? fetched);
  return problem && { text: obstacles.src[problem], field: 'src' };
}

function optionObstacle(
  { element, attributes }: Choice,
  verdict: Verdict,
  lang: string,
  words: typeof en,
): Obstacle | undefined {
  for (const option of elements.get(element)!.options) {
    const { name, kind } = option;
    const value = attributes[name];
    if (!value) continue;
    const field = `option-${name}`;
    const label = labelOf(option, words);
    if (kind === 'number' && !/^\d+$/.test(value)) return { text: words.obstacles.number(label), field };
    const picks = verdict.is === 'good' ? picksOf(element, name, verdict.reading, lang) : undefined;
    if (!picks) continue;
    const missing = (picks.isList ? valuesOf(name, value) : [value]).find(
      (entry) => !picks.values.some((pick) => pick.value.toLowerCase() === entry.toLowerCase()),
    );
    if (missing) return { text: words.obstacles.value(label, missing), field };
  }
  return undefined;
}

/** On the background that the element has; where that is the page's, on whichever it can be read better. */
function accentObstacle({ accent, attributes }: Choice, { obstacles }: typeof en): Obstacle | undefined {
  if (!accent) return undefined;
  if (!isAccent(accent)) return { text: obstacles.accent, field: 'accent' };
  const { theme } = attributes;
  const on = theme === 'light' || theme === 'dark' ? [backgrounds[theme]] : Object.values(backgrounds);
  const isReadable = on.some((background) => contrast(accent, background) >= readable);
  return isReadable ? undefined : { text: obstacles.faint, field: 'accent' };
}
