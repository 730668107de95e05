import { canonicalLocale } from '../canonical-locale.js';
import { primarySubtag } from '../locale.js';

/** Words that a page brings: the `lang` of the script that they stand in, and its text. */
export interface OwnMessages {
  lang: string;
  text: string;
}

/** Problems that the page's owner was told of. */
const reported = new Set<string>();

/**
 * Puts the words that a page brings over ours: those of `<script type="application/json" data-iom-messages lang="nl">`,
 * where `lang` is the language that is wanted. Loaded only for pages that have such a script.
 *
 * @param part Where in it the words are; those of common/ stand at its top.
 * @param standIn The language of ours, where it is another one: then the page has to bring all, so that no two are mixed.
 * @param scripts What the page brings; by default what stands in the document.
 */
export function withOwn<Words extends object>(
  words: Words,
  tag: string,
  part: string,
  standIn?: string,
  scripts: readonly OwnMessages[] = [...document.querySelectorAll<HTMLScriptElement>('script[data-iom-messages]')],
): Words {
  const wanted = [canonicalLocale(tag), primarySubtag(tag)];
  const script = wanted.flatMap(
    (name) => scripts.find(({ lang }) => canonicalLocale(lang || undefined) === name) ?? [],
  )[0];
  if (!script) return words;
  try {
    const all = JSON.parse(script.text) as Record<string, unknown>;
    const problems: string[] = [];
    const merged = merge(
      words,
      part === 'common' ? all : all[part],
      part === 'common' ? '' : part,
      problems,
      !!standIn,
    );
    report(tag, problems);
    return standIn && problems.length ? words : merged;
  } catch (cause) {
    report(tag, [String(cause)]);
    return words;
  }
}

/** Takes over what has the form of ours. */
function merge<Value>(words: Value, own: unknown, path: string, problems: string[], isStandIn: boolean): Value {
  if (typeof words === 'string') {
    if (typeof own === 'string' && own) return own as Value;
    if (own !== undefined || isStandIn) problems.push(path);
    return words;
  }
  const from = Object(own) as Record<string, unknown>;
  const entries = Object.entries(words as object).map(([name, value]: [string, unknown]) => [
    name,
    merge(
      value,
      Object.hasOwn(from, name) ? from[name] : undefined,
      path ? `${path}.${name}` : name,
      problems,
      isStandIn,
    ),
  ]);
  return (Array.isArray(words) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as Value;
}

function report(tag: string, problems: readonly string[]) {
  if (!problems.length || reported.has(`${tag} ${problems.join()}`)) return;
  reported.add(`${tag} ${problems.join()}`);
  console.warn(`iom-widgets: data-iom-messages in ${tag}: missing or not a text: ${problems.slice(0, 20).join(', ')}`);
}
