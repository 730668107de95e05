// What the plugin knows of each element: from the library’s manifest, with our words.
import { attributes as words, elements as named } from './words.mjs';

/**
 * @param {{ modules: { declarations: object[] }[] }} manifest custom-elements.json
 * @returns {object[]} What elements.json holds; elements.php describes it.
 * @throws Where an element, an attribute or one of its values has no words.
 */
export function describeElements(manifest) {
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .map(({ tagName, attributes }) => {
      const name = tagName.replace('iom-', '');
      if (!named[name]) throw new Error(`scripts/wordpress/words.mjs has no words for <${tagName}>.`);
      return { name, ...named[name], attributes: attributes.map((entry) => describe(name, entry)) };
    })
    .sort((one, two) => order(one.name) - order(two.name));
}

const order = (name) => Object.keys(named).indexOf(name);

function describe(element, { name, type, description, default: initial }) {
  const own = words[`${element}/${name}`] ?? words[name];
  if (!own) throw new Error(`scripts/wordpress/words.mjs has no words for ${name} of <iom-${element}>.`);
  const text = type?.text ?? 'string';
  const { choices, control, ...rest } = own;
  const options = text.match(/'[^']+'/g)?.map((option) => option.slice(1, -1));
  // Several values in a text are only named in its description.
  const values =
    options ?? (control === 'checks' ? [...description.matchAll(/`([\w-]+)`/g)].map(([, value]) => value) : []);
  for (const value of values) {
    if (!choices?.[value])
      throw new Error(`scripts/wordpress/words.mjs has no words for ${name}="${value}" of <iom-${element}>.`);
  }
  const kind = ['number', 'boolean'].includes(text) ? text : 'string';
  return {
    name,
    type: kind,
    ...rest,
    control: control ?? (choices ? 'select' : kind === 'boolean' ? 'toggle' : kind === 'number' ? 'number' : 'text'),
    ...(choices && { choices: Object.entries(choices).map(([value, label]) => ({ value, label })) }),
    // What it is without a choice.
    ...(/^'?[\w-]+'?$/.test(initial ?? '') &&
      !/undefined|false|^''$/.test(initial) && { initial: initial.replaceAll("'", '') }),
  };
}

/** Every text in it that people read. */
export const textsOf = (elements) =>
  elements.flatMap(({ title, description, keywords, variations = [], attributes }) => [
    title,
    description,
    ...keywords,
    ...variations.map((entry) => entry.title),
    ...attributes.flatMap(({ label, help, choices = [] }) => [label, help, ...choices.map((entry) => entry.label)]),
  ]);
