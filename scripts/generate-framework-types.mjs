// What frameworks and editors know of the elements, made from the manifest: types for JSX, Vue and Svelte, React components,
// and data for VS Code and JetBrains. Run by npm run build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { format, resolveConfig } from 'prettier';

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const classes = [
  ...new Set(elements.flatMap(({ name, events }) => [name, ...events.map(({ type }) => type.text)])),
].sort();

const write = async (path, source) =>
  writeFileSync(
    path,
    await format(source, { ...(await resolveConfig(path)), parser: path.endsWith('.js') ? 'babel' : 'typescript' }),
  );
const comment = (text = '') => `/** ${text.replaceAll('*/', '* /')} */\n`;

/** The attributes, properties and listeners of entry element. The tools for Vue and Svelte write types that do not compile. */
const propsOf = ({ name, attributes, members, events }) => `{
  ${attributes.map((entry) => `${comment(entry.description)} '${entry.name}'?: ${entry.fieldName ? `${name}['${entry.fieldName}']` : entry.type.text};`).join('\n')}
  ${members
    .filter(
      ({ name: field }) =>
        field === 'feed' || attributes.some((entry) => entry.fieldName === field && entry.name !== field),
    )
    .map((entry) => `${comment(entry.description)} ${entry.name}?: ${name}['${entry.name}'];`)
    .join('\n')}
  ${events.map((entry) => `${comment(entry.description)} 'on${entry.name}'?: (event: ${entry.type.text}) => void;`).join('\n')}
}`;

/** How a framework is told of the elements. */
const frameworks = {
  react: ['react', (entries) => `namespace JSX { interface IntrinsicElements { ${entries} } }`],
  preact: ['preact', (entries) => `namespace JSX { interface IntrinsicElements { ${entries} } }`],
  vue: ['vue', (entries) => `interface GlobalComponents { ${entries} }`],
  svelte: ['svelte/elements', (entries) => `interface SvelteHTMLElements { ${entries} }`],
};
const entries = {
  react: ({ name }) =>
    `import('react').DetailedHTMLProps<import('react').HTMLAttributes<${name}>, ${name}> & ${name}Props`,
  preact: ({ name }) => `import('preact').HTMLAttributes<${name}> & ${name}Props`,
  vue: ({ name }) => `new () => { $props: import('vue').HTMLAttributes & ${name}Props }`,
  svelte: ({ name }) => `import('svelte/elements').HTMLAttributes<${name}> & ${name}Props`,
};

mkdirSync('dist/types/frameworks', { recursive: true });
await write(
  'dist/types/frameworks/props.d.ts',
  `import type { ${classes.join()} } from '../index.js';
  ${elements.map((element) => `export interface ${element.name}Props ${propsOf(element)}`).join('\n')}`,
);
for (const [framework, [module, wrap]] of Object.entries(frameworks)) {
  const all = elements.map(
    (element) => `${comment(element.summary)} '${element.tagName}': ${entries[framework](element)};`,
  );
  await write(
    `dist/types/frameworks/${framework}.d.ts`,
    `import type { ${elements.map(({ name }) => name)} } from '../index.js';
    import type { ${elements.map(({ name }) => `${name}Props`)} } from './props.js';
    declare module '${module}' { ${wrap(all.join('\n'))} }`,
  );
}

/** `onIomLoad` of `iom-load`. */
const listener = (event) => `on${event.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase())}`;
const components = (classOf) =>
  elements
    .map(
      ({ name, tagName, summary, events }) => `${comment(summary)}
      export const ${name} = createComponent({ react: React, tagName: '${tagName}', displayName: '${name}', elementClass: ${classOf(name)},
        events: { ${events.map(({ name: event }) => `${listener(event)}: '${event}'`)} } });`,
    )
    .join('\n');

const propertiesOnly = (name) => {
  const { attributes, members } = elements.find((element) => element.name === name);
  const written = attributes
    .filter((attribute) => attribute.name === attribute.fieldName)
    .map((attribute) => attribute.name);
  const fields = members.filter(({ kind }) => kind === 'field').map((field) => field.name);
  return `having(${fields.filter((field) => !written.includes(field)).map((field) => `'${field}'`)})`;
};

await write(
  'dist/react.js',
  `import { createComponent } from '@lit/react';
  import * as React from 'react';
  import { ${elements.map(({ name }) => `${name} as ${name}Element`)} } from './iom-widgets.js';
  ${components((name) => `${name}Element`)}`,
);
// On a server there are no elements. What is named there as in HTML is written as an attribute; the rest waits for the browser.
await write(
  'dist/react.server.js',
  `import { createComponent } from '@lit/react';
  import * as React from 'react';
  const having = (...names) => {
    const elementClass = class {};
    for (const name of names) elementClass.prototype[name] = undefined;
    return elementClass;
  };
  ${components(propertiesOnly)}`,
);
await write(
  'dist/types/react.d.ts',
  `import type { EventName, ReactWebComponent } from '@lit/react';
  import type { ${classes.map((name) => (/Event$/.test(name) ? name : `${name} as ${name}Element`))} } from './index.js';
  ${elements
    .map(
      ({ name, summary, events }) => `${comment(summary)}
      export declare const ${name}: ReactWebComponent<${name}Element, { ${events.map(
        ({ name: event, type }) => `${listener(event)}: EventName<${type.text}>`,
      )} }>;`,
    )
    .join('\n')}`,
);

const quiet = { outdir: 'dist', hideLogs: true };
generateVsCodeCustomElementData(manifest, quiet);
generateJetBrainsWebTypes(manifest, { ...quiet, packageJson: false });
