// The page about an element: a few stories, the lines to paste, all its names; the other stories are links, since each of
// them on the page would be loaded and rendered with it.
import { Canvas, Controls, DocsContext, Primary, Source, Title } from '@storybook/addon-docs/blocks';
import { createElement as h, useContext } from 'react';
import library from '../package.json' with { type: 'json' };
import { initial, type Way } from '../demo/builder/choice.js';
import { snippetOf } from '../demo/builder/snippets.js';
import { declarationOf } from '../stories/manifest.js';
import { Names } from './names.js';

/** How many stories are rendered on the page, the first among them. */
const inline = 3;

const ways: [title: string, way: Way, language: 'html' | 'jsx'][] = [
  ['HTML', 'evergreen', 'html'],
  ['React', 'react', 'jsx'],
  ['Vue', 'vue', 'html'],
  ['WordPress block', 'block', 'html'],
  ['WordPress shortcode', 'shortcode', 'html'],
];

const linesFor = (element: string, way: Way) =>
  snippetOf(
    { ...initial, element, way, src: 'https://feeds.example.org/{lang}/feed.json' },
    {
      version: library.version,
      link: { href: 'https://www.example.org/', text: 'On our site' },
      height: 600,
      language: 'en',
    },
  );

const Snippets = ({ element }: { element: string }) =>
  ways.map(([title, way, language], index) =>
    h(
      'details',
      { key: way, open: !index },
      h('summary', null, title),
      h(Source, { code: linesFor(element, way), language, format: false }),
    ),
  );

export function DocsPage() {
  const context = useContext(DocsContext);
  const stories = context.componentStories();
  const tag = stories[0]?.component as unknown as string;
  const element = declarationOf(tag);
  if (!element) return h(Title);
  const name = tag.slice(4);
  // Not what waits, warns or repeats: states and languages are seen best alone.
  const shown = stories
    .slice(1)
    .filter(({ id, tags }) => !/empty|phone|right-to-left|thousand/.test(id) && !tags.includes('warns'));
  const isTop = { target: '_top' };
  return h(
    'div',
    { className: 'element-page' },
    h(Title),
    h('p', { className: 'lead' }, element.summary),
    h('p', null, element.description),
    h(
      'p',
      null,
      h(
        'a',
        { href: `iframe.html?id=builder--docs&viewMode=docs#element=${name}`, ...isTop },
        'Open it in the builder',
      ),
      ' – choose, look, copy.',
    ),
    h(Primary),
    h(Controls),
    h('h2', null, 'To paste'),
    h(Snippets, { element: name }),
    h('h2', null, 'Looks'),
    ...shown
      .slice(0, inline - 1)
      .map(({ id, name: title, moduleExport }) =>
        h('section', { key: id }, h('h3', null, title), h(Canvas, { of: moduleExport })),
      ),
    h('h3', null, 'All stories'),
    h(
      'ul',
      { className: 'stories' },
      ...stories.map(({ id, name: title }) =>
        h('li', { key: id }, h('a', { href: `./?path=/story/${id}`, ...isTop }, title)),
      ),
    ),
    h(Names, { element, heading: 'h2' }),
  );
}
