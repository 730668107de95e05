// What the elements look like, each as it stands on a page: the embed script loads them as they come into view.
import { createElement as h } from 'react';
import '../src/autoload.js';
import { elements as builderElements } from '../demo/builder/options.js';
import words from '../demo/builder/words.en.js';
import { feed } from '../stories/helpers.js';

/** Where an element shows more with an attribute. */
const attributes: Record<string, Record<string, string>> = {
  'news-feed': { limit: '4' },
  'link-cards': { section: 'work', limit: '4' },
  'key-figures': { limit: '4' },
  'sdg-grid': { all: '' },
};

/** What looks otherwise on a page than in a column. */
const wide = ['org-chart', 'office-map', 'sdg-grid'];

/** A menu is a button until it is opened. */
const open = (menu: Element | null) =>
  menu?.addEventListener('iom-load', () => menu.shadowRoot?.querySelector('button')?.click(), { once: true });

const link = h('a', { href: 'https://www.iom.int/fr' }, 'iom.int');

export const Looks = () =>
  h(
    'ul',
    { className: 'looks' },
    ...[...builderElements.keys()].map((name) => {
      const [title, what] = words.elements[name] ?? [name, ''];
      // To look at: whoever goes through the page by keyboard finds the links alone.
      const look = h(
        `iom-${name}`,
        { src: feed, lang: 'fr', ...attributes[name], ref: name === 'site-menu' ? open : undefined },
        link,
      );
      return h(
        'li',
        { key: name },
        h(
          'div',
          { className: 'look', inert: true },
          h('div', { lang: 'fr', className: wide.includes(name) ? 'wide' : '' }, look),
        ),
        h('h3', null, h('a', { href: `./?path=/docs/elements-${idOf(name)}--docs`, target: '_top' }, title)),
        h('p', null, what),
      );
    }),
  );

/** In the addresses of Storybook, which come from the titles of the pages. */
const idOf = (name: string) => (name === 'org-chart' ? 'organization-chart' : name);
