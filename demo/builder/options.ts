// What can be chosen of each element: read from the manifest, so that the builder knows every attribute there is.
import manifest from '../../custom-elements.json' with { type: 'json' };
import { placeholderHeights } from '../../src/elements.js';

/** One attribute of an element. */
export interface Option {
  name: string;
  /** Allowed values, where there is a list of them. */
  values?: string[];
  kind: 'switch' | 'number' | 'text' | 'list';
  /** Of an attribute that names several things: which there are. */
  several?: string[];
  /** English, from the manifest. */
  description: string;
  initial: string;
}

interface Declaration {
  tagName?: string;
  summary?: string;
  attributes?: { name: string; description?: string; default?: string; type?: { text: string } }[];
}

const declarations = (manifest.modules as { declarations: Declaration[] }[]).flatMap((module) => module.declarations);

/** Asked for in a place of their own, or of no use to whoever pastes. */
const elsewhere = ['src', 'theme', 'loading'];

/** The elements, by tag without `iom-`, in the order of src/elements.ts. */
export const elements = new Map(
  Object.keys(placeholderHeights).map((name) => {
    const { summary = '', attributes = [] } = declarations.find(({ tagName }) => tagName === `iom-${name}`) ?? {};
    return [name, { summary, options: attributes.filter(({ name }) => !elsewhere.includes(name)).map(optionOf) }];
  }),
);

function optionOf({
  name,
  description = '',
  default: initial = '',
  type,
}: NonNullable<Declaration['attributes']>[0]): Option {
  const values = type?.text.match(/'[^']+'/g)?.map((value) => value.slice(1, -1));
  const kind =
    values && values.length > 1
      ? 'list'
      : type?.text === 'boolean'
        ? 'switch'
        : type?.text === 'number'
          ? 'number'
          : 'text';
  const several = ['hide', 'controls'].includes(name)
    ? [...description.matchAll(/`([\w-]+)`/g)].map(([, value]) => value)
    : undefined;
  return { name, values, kind, several, description, initial: initial.replace(/^'|'$|^\[\]$/g, '') };
}
