// The lines to paste, for every place they may be pasted into.
import { lineOf } from '../../scripts/public-api.mjs';
import { sandbox } from '../../src/html/oembed.js';
import { attributeValue, escapeText } from '../../src/html/markup.js';
import type { Choice } from './choice.js';
import { elements } from './options.js';

/** What a snippet needs beside the choice. */
export interface Surroundings {
  /** Of the library, such as `1.4.2`. */
  version: string;
  /** Subresource integrity of autoload.js; undefined where the library is not built. */
  integrity?: string;
  /** The link inside: shown until the feed is there, and if it never comes. */
  link: { href: string; text: string };
  /** Of the frame, in CSS pixels. */
  height: number;
  /** For places that have no language of their own. */
  language: string;
}

export function snippetOf(choice: Choice, around: Surroundings): string {
  const { element, src, lang, attributes } = choice;
  const { version, integrity, link } = around;
  const tag = `iom-${element}`;
  const all = { src, ...attributes, ...(lang && { lang }) };
  const html = `<${tag}${write(all)}>\n  <a href=${attributeValue(link.href)}>${escapeText(link.text)}</a>\n</${tag}>`;
  const file = (name: string, of: string) => choice.scripts.replace('{version}', of) + name;

  switch (choice.way) {
    case 'pinned': {
      const seal = integrity ? ` integrity="${integrity}" crossorigin="anonymous"` : '';
      return `<script type="module" blocking="render" src=${attributeValue(file('autoload.js', version))}${seal}></script>\n\n${html}\n`;
    }
    case 'evergreen':
      return `<script type="module" blocking="render" src=${attributeValue(file('autoload.js', lineOf(version)))}></script>\n\n${html}\n`;
    case 'iframe': {
      const shown = { element, lang: lang || around.language, ...all, link: link.href, title: link.text };
      const address = new URLSearchParams(shown);
      const frame = {
        class: 'iom-frame',
        src: `${file('embed.html', lineOf(version))}?${address}`,
        title: link.text,
        width: '100%',
        height: String(around.height),
        frameborder: '0',
        loading: 'lazy',
        sandbox,
      };
      // The link is what is left where a filter takes the frame away.
      return `<iframe${write(frame)}><a href=${attributeValue(link.href)}>${escapeText(link.text)}</a></iframe>\n<script type="module" src=${attributeValue(file('embed-host.js', lineOf(version)))}></script>\n`;
    }
    case 'block':
      // WordPress keeps a block's attributes in a comment, where two hyphens would end it.
      return `<!-- wp:iom/${element} ${JSON.stringify({ src, ...typed(choice) }).replaceAll('--', '\\u002d\\u002d')} /-->\n`;
    case 'shortcode':
      return `[iom_${element.replaceAll('-', '_')}${write(all)}]\n`;
    case 'react':
      return `import 'iom-widgets/elements/${element}.js';

export function Widget() {
  return (
    <${tag}${write(all)}>
      <a href=${attributeValue(link.href)}>${escapeText(link.text)}</a>
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
