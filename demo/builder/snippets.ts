// The lines to paste, for every place they may be pasted into.
import { sandbox } from '../../src/html/oembed.js';
import { attributeValue, escapeText } from '../../src/html/markup.js';
import { declarationsOf, propertiesOf } from './appearance.js';
import type { Choice } from './choice.js';
import { elements } from './options.js';
import { folderFor, type Hashes } from './scripts.js';

interface Link {
  href: string;
  text: string;
  /** Where its words are not in the language of the page. */
  lang?: string;
}

/** What a snippet needs beside the choice. */
export interface Surroundings {
  /** Of the library, such as `1.4.2`. */
  version: string;
  /** Subresource integrity of each script; undefined where the library is not built. */
  hashes?: Hashes;
  /** The link inside: shown until the feed is there, and if it never comes. */
  link: Link;
  /** To a page of plain HTML, where the publication has one. */
  textLink?: Link;
  /** Of the frame, in CSS pixels. */
  height: number;
  /** For places that have no language of their own. */
  language: string;
}

export function snippetOf(choice: Choice, around: Surroundings): string {
  const { element, src, lang, attributes } = choice;
  const { version, hashes, link } = around;
  const links = [link, around.textLink].flatMap((entry) => (entry ? writeLink(entry) : []));
  const tag = `iom-${element}`;
  const plain = { src, ...attributes, ...(lang && { lang }) };
  const style = declarationsOf(choice);
  const all = { ...plain, ...(style && { style }) };
  const html = `<${tag}${write(all)}>\n  ${links.join('\n  ')}\n</${tag}>`;
  const folder = folderFor(choice, version);
  const script = (attributes: Record<string, string>) =>
    `<script type="module" blocking="render"${write({ src: `${folder}autoload.js`, ...attributes })}></script>`;

  switch (choice.way) {
    case 'pinned': {
      const seal = hashes && { integrity: hashes['autoload.js'], crossorigin: 'anonymous' };
      const map = hashes && choice.sealed ? `${importMap(folder, hashes)}\n\n` : '';
      return `${map}${script(seal ?? {})}\n\n${html}\n`;
    }
    case 'evergreen':
      return `${script({})}\n\n${html}\n`;
    case 'iframe': {
      const shown = { element, lang: lang || around.language, ...plain, link: link.href, title: link.text };
      const address = new URLSearchParams(shown);
      const frame = {
        class: 'iom-frame',
        src: `${folder}embed.html?${address}`,
        title: link.text,
        width: '100%',
        height: String(around.height),
        frameborder: '0',
        loading: 'lazy',
        sandbox,
      };
      // The link is what is left where a filter takes the frame away.
      return `<iframe${write(frame)}>${writeLink(link)}</iframe>\n<script type="module" src=${attributeValue(`${folder}embed-host.js`)}></script>\n`;
    }
    case 'block':
      // WordPress keeps a block's attributes in a comment, where two hyphens would end it.
      return `<!-- wp:iom/${element} ${JSON.stringify({ src, ...typed(choice) }).replaceAll('--', '\\u002d\\u002d')} /-->\n`;
    case 'shortcode':
      return `[iom_${element.replaceAll('-', '_')}${write(plain)}]\n`;
    case 'react':
      return `import 'iom-widgets/elements/${element}.js';

export function Widget() {
  return (
    <${tag}${write(plain)}${style && ` style={${JSON.stringify(propertiesOf(choice))}}`}>
      ${links.join('\n      ')}
    </${tag}>
  );
}
`;
    case 'vue':
      return `<script setup>
import 'iom-widgets/elements/${element}.js';
</script>

<template>
${html.replace(/^/gm, '  ')}
</template>
`;
  }
}

const writeLink = ({ href, text, lang }: Link) => `<a${write({ href, ...(lang && { lang }) })}>${escapeText(text)}</a>`;

/** For ways that lose a `style`: WordPress makes the element itself. Empty where nothing differs from the page. */
export function themeCssOf(choice: Choice): string {
  const style = declarationsOf(choice);
  return style && ['block', 'shortcode'].includes(choice.way)
    ? `iom-${choice.element} {\n  ${style.replaceAll('; ', ';\n  ')};\n}\n`
    : '';
}

/** Scripts that no page loads: they are for applications, which bundle them. */
const forApplications = /^(application\/|index\.js|iom-widgets\.js|react)/;

/** The hash of every script, for browsers to compare (https://html.spec.whatwg.org/#import-map-integrity-map). */
function importMap(folder: string, hashes: Hashes): string {
  const files = Object.entries(hashes).filter(([file]) => !forApplications.test(file));
  const integrity = Object.fromEntries(files.map(([file, hash]) => [folder + file, hash]));
  return `<script type="importmap">\n${JSON.stringify({ integrity }, null, 2)}\n</script>`;
}

/** Numbers as numbers and switches as switches, as a block's attributes are. */
function typed({ element, attributes }: Choice): Record<string, string | number | boolean> {
  const kinds = new Map(elements.get(element)!.options.map(({ name, kind }) => [name, kind]));
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const kind = kinds.get(name);
      return [name, kind === 'number' ? Number(value) : kind === 'switch' ? true : value];
    }),
  );
}

const write = (attributes: Record<string, string>) =>
  Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}=${attributeValue(value)}` : ` ${name}`))
    .join('');
