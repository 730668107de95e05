import assert from 'node:assert/strict';
import { it } from 'node:test';
import { outlineOf } from '../../src/html/outline.js';

it('units ⇒ nested lists, with their heads', () => {
  const units = [
    { name: 'Top & <b>', head: 'Test Person', url: 'https://example.org/?a="b"' },
    { name: 'One', head: 'One' },
    { name: 'Deep' },
    { name: 'Two' },
  ];
  assert.equal(
    outlineOf({ units, level: [0, 1, 2, 1] }),
    '<ul><li><a href="https://example.org/?a=&quot;b&quot;">Top &amp; &lt;b&gt;</a> (Test Person)<ul><li>One<ul><li>Deep</li></ul></li><li>Two</li></ul></li></ul>',
  );
});

it('units side by side ⇒ one list; none ⇒ nothing', () => {
  const units = [{ name: 'A' }, { name: 'B' }];
  assert.equal(outlineOf({ units, level: [0, 0] }), '<ul><li>A</li><li>B</li></ul>');
  assert.equal(outlineOf({ units: [], level: [] }), '');
});
