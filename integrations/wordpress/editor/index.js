// The blocks in the editor. What they are stands in elements.json; the server registers the same ones and draws them.
import { edit } from './edit.js';
import { transformsOf } from './transforms.js';

const { blocks, element, i18n, primitives } = window.wp;
const { createElement: h } = element;
const { __ } = i18n;
const { SVG, Path } = primitives;

/** Drawn with lines, in the colour of the text around it. */
const iconOf = (path) =>
  h(
    SVG,
    { viewBox: '0 0 24 24', xmlns: 'http://www.w3.org/2000/svg' },
    h(Path, { d: path, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeLinejoin: 'round' }),
  );

for (const entry of window.iomWidgets.elements) {
  blocks.registerBlockType(`iom/${entry.name}`, {
    icon: iconOf(entry.icon),
    example: { attributes: { ...entry.example, isExample: true } },
    variations: (entry.variations ?? []).map((variation) => ({
      ...variation,
      title: __(variation.title, 'iom-widgets'),
      scope: ['inserter', 'transform'],
      isActive: ['layout'],
    })),
    transforms: transformsOf(entry),
    edit: edit(entry),
    // What is left on the page once the plugin is gone.
    save: ({ attributes: { link, linkText } }) =>
      link ? h('a', { href: link, dangerouslySetInnerHTML: { __html: linkText || link } }) : null,
  });
}
