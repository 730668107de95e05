import assert from 'node:assert/strict';
import { it } from 'node:test';
import { menuOutlineOf, outlineOf } from '../../src/html/outline.js';

it('a menu ⇒ nested lists, with introductions; nothing in it is markup', () => {
  const menu = [
    {
      title: 'A & <b>B</b>',
      summary: 'About "A".',
      url: 'https://example.org/?a="b"',
      entries: [{ title: 'C', entries: [{ title: 'D', url: 'https://example.org/d', entries: [] }] }],
    },
    { title: 'E', entries: [] },
  ];
  assert.equal(
    menuOutlineOf(menu),
    '<ul><li><a href="https://example.org/?a=&#34;b&#34;">A &#38; &#60;b&#62;B&#60;/b&#62;</a><p>About &#34;A&#34;.</p>' +
      '<ul><li>C<ul><li><a href="https://example.org/d">D</a></li></ul></li></ul></li><li>E</li></ul>',
  );
  assert.equal(menuOutlineOf([]), '');
});

it('units ⇒ nested lists, with their heads', () => {
  const units = [{ name: 'Top', head: 'Test Person' }, { name: 'One', head: 'One' }, { name: 'Deep' }, { name: 'Two' }];
  assert.equal(
    outlineOf({ units, level: [0, 1, 2, 1] }),
    '<ul><li>Top (Test Person)<ul><li>One<ul><li>Deep</li></ul></li><li>Two</li></ul></li></ul>',
  );
});
