// What the manifest says of each element, for controls, tables and snippets.
import manifest from '../custom-elements.json' with { type: 'json' };

/** One name of an element that a page may use. */
export interface Name {
  name?: string;
  type?: { text: string };
  default?: string;
  description?: string;
  kind?: string;
  privacy?: string;
  attribute?: string;
  parameters?: { name: string }[];
}

export interface Declaration {
  tagName: string;
  summary?: string;
  description?: string;
  attributes?: Name[];
  members?: Name[];
  events?: Name[];
  slots?: Name[];
  cssParts?: Name[];
  cssStates?: Name[];
  cssProperties?: Name[];
}

/** The elements, by tag. */
export const elements = (manifest.modules as { declarations: Partial<Declaration>[] }[])
  .flatMap(({ declarations }) => declarations)
  .filter((declaration): declaration is Declaration => !!declaration.tagName)
  .sort((one, two) => one.tagName.localeCompare(two.tagName));

export const declarationOf = (tag: string) => elements.find(({ tagName }) => tagName === tag);

const membersOf = ({ members = [] }: Declaration, kind: string) =>
  members.filter(
    (member) => member.kind === kind && !member.attribute && !/private|protected/.test(member.privacy ?? ''),
  );

/** All that a page may rely on, by kind, in the order in which it is needed. */
export const namesOf = (element: Declaration): [title: string, names: readonly Name[]][] => {
  const all: [string, (readonly Name[])?][] = [
    ['Attributes, also available as properties', element.attributes],
    ['Properties', membersOf(element, 'field')],
    ['Methods', membersOf(element, 'method')],
    ['Slots', element.slots],
    ['Events', element.events],
    ['Parts', element.cssParts],
    ['States', element.cssStates],
    ['Custom properties', element.cssProperties],
  ];
  return all.flatMap(([title, names]) => (names?.length ? [[title, names] as [string, readonly Name[]]] : []));
};
