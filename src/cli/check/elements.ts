// What pages may write: read from the manifest, which is made from the sources of the elements.
import manifest from '../../../custom-elements.json' with { type: 'json' };

/** What an attribute may say. */
export interface AttributeRule {
  kind: 'switch' | 'number' | 'choice' | 'list' | 'text';
  /** Words that it may be, or be made of. */
  words: readonly string[];
  /** Of a number. */
  least?: number;
  most?: number;
  /** English, from the manifest. */
  description: string;
}

export interface ElementRules {
  attributes: ReadonlyMap<string, AttributeRule>;
  /** Names of its slots; those that end with `…` begin so. */
  slots: readonly string[];
}

interface Declaration {
  tagName?: string;
  attributes?: { name: string; description?: string; type?: { text: string } }[];
  slots?: { name: string }[];
}

const declarations = (manifest.modules as { declarations: Declaration[] }[]).flatMap((module) => module.declarations);

/** The elements, by tag. */
export const elements: ReadonlyMap<string, ElementRules> = new Map(
  declarations.flatMap(({ tagName, attributes = [], slots = [] }) =>
    tagName
      ? [
          [
            tagName,
            {
              attributes: new Map(attributes.map((attribute) => [attribute.name, ruleOf(attribute)])),
              slots: slots.flatMap(({ name }) => name || []),
            },
          ],
        ]
      : [],
  ),
);

function ruleOf({ description = '', type }: NonNullable<Declaration['attributes']>[number]): AttributeRule {
  const text = type?.text ?? '';
  const choices = [...text.matchAll(/'([^']+)'/g)].map(([, word]) => word);
  // An attribute that is a switch may say more than that it is on.
  const isSwitch = /''|\bboolean\b/.test(text);
  if (choices.length)
    return { kind: 'choice', words: isSwitch ? ['', ...choices, 'true', 'false'] : choices, description };
  if (text === 'boolean') return { kind: 'switch', words: [], description };
  if (text === 'number') return { kind: 'number', words: [], description, ...rangeIn(description) };
  const words = /separated\s+by\s+commas/.test(description) ? wordsIn(description) : [];
  return { kind: words.length > 1 ? 'list' : 'text', words, description };
}

/** “1 to 1000”, or “at least 30”. */
function rangeIn(description: string): Pick<AttributeRule, 'least' | 'most'> {
  const [, least, most] = /(\d+) to (\d+)/.exec(description) ?? [];
  const [, minimum] = /at least (\d+)/.exec(description) ?? [];
  if (most) return { least: Number(least), most: Number(most) };
  return { least: minimum ? Number(minimum) : 0 };
}

/** The words behind a colon, in code. */
function wordsIn(description: string): string[] {
  return [...(/:(?=\s*`)[^.;]*/.exec(description)?.[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, word]) => word);
}
