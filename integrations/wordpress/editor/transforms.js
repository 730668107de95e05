// What becomes a block of ours: the snippet that the builder writes, our shortcodes, and WordPress’ own RSS block.
const { blocks } = window.wp;

/** Attributes of a block, from those of an element as texts. */
function attributesFrom({ attributes }, read) {
  const values = {};
  for (const { name, type } of attributes) {
    const value = read(name);
    if (value === undefined || value === null || (value === 'false' && type === 'boolean')) continue;
    values[name] = type === 'boolean' ? true : type === 'number' ? Number(value) : value;
  }
  return values;
}

function blockFrom(entry, node) {
  const read = (name) => node.getAttribute(name) ?? node.getAttribute(`data-${name}`);
  const link = node.querySelector('a[href]');
  return blocks.createBlock(`iom/${entry.name}`, {
    ...attributesFrom(entry, read),
    ...(node.lang && { lang: node.lang }),
    ...(link && { link: link.href, linkText: link.innerHTML }),
  });
}

export function transformsOf(entry) {
  const tag = `iom-${entry.name}`;
  const selector = `${tag},[data-iom="${entry.name}"]`;
  const names = entry.attributes.flatMap(({ name }) => [name, `data-${name}`]);
  const kept = { attributes: [...names, 'lang', 'data-iom'], children: '*', allowEmpty: true };
  return {
    from: [
      {
        type: 'raw',
        priority: 5,
        // What is pasted as text is taken for Markdown, which puts the element into a paragraph.
        isMatch: (node) => node.matches(selector) || (node.nodeName === 'P' && !!node.querySelector(selector)),
        schema: { [tag]: kept, div: kept, p: { children: { [tag]: kept } } },
        transform: (node) => {
          const nodes = node.matches(selector) ? [node] : [...node.querySelectorAll(selector)];
          return nodes.length > 1 ? nodes.map((part) => blockFrom(entry, part)) : blockFrom(entry, nodes[0]);
        },
      },
      {
        type: 'shortcode',
        tag: `iom_${entry.name.replaceAll('-', '_')}`,
        attributes: Object.fromEntries(
          entry.attributes.map(({ name, type }) => [
            name,
            {
              type,
              shortcode: ({ named, numeric }) =>
                attributesFrom({ attributes: [{ name, type }] }, () => (numeric.includes(name) ? '' : named[name]))[
                  name
                ],
            },
          ]),
        ),
      },
      ...(entry.name === 'news-feed' ? [fromRss] : []),
    ],
  };
}

const fromRss = {
  type: 'block',
  blocks: ['core/rss'],
  isMatch: ({ feedURL }) => !!feedURL,
  transform: ({ feedURL, itemsToShow, blockLayout, align, className }) =>
    blocks.createBlock('iom/news-feed', {
      src: feedURL,
      limit: itemsToShow,
      ...(blockLayout === 'grid' && { layout: 'cards' }),
      align,
      className,
    }),
};
