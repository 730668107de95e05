// Tables of all names of an element that a page may use.
import { createElement as h } from 'react';
import { namesOf, type Declaration, type Name } from '../stories/manifest.js';

const row = ({ name, type, default: initial, description }: Name) =>
  h(
    'tr',
    { key: name },
    h('td', null, h('code', null, name || '(unnamed)')),
    h('td', null, type && h('code', null, type.text), ' ', initial && h('code', null, initial)),
    h('td', null, description),
  );

/** @param heading Level of the titles: `h2` on a page about one element, `h3` on one about all. */
export const Names = ({ element, heading }: { element: Declaration; heading: 'h2' | 'h3' }) =>
  namesOf(element)
    // On a page about one element they are in the table with the controls.
    .filter(([, names]) => heading === 'h3' || names !== element.attributes)
    .map(([title, names]) =>
      h(
        'section',
        { key: title, className: 'names' },
        h(heading, null, title),
        h(
          'div',
          // Wide tables are scrolled, by keys as well.
          { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': title },
          h(
            'table',
            null,
            h(
              'thead',
              null,
              h(
                'tr',
                null,
                ...['Name', 'Type or default', 'Description'].map((text) => h('th', { scope: 'col' }, text)),
              ),
            ),
            h('tbody', null, ...names.map(row)),
          ),
        ),
      ),
    );
