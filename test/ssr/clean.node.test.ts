import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { cleanOnServer } from '../helpers/clean-on-server.js';
import { dirtyHtml, setting } from '../fixtures/dirty-html.js';

/** A tree as browsers see it, without the order of attributes. */
function outline(html: string): unknown {
  const look = (node: DefaultTreeAdapterTypes.ChildNode): unknown =>
    'attrs' in node
      ? [
          node.tagName,
          Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
          node.childNodes.map(look),
        ]
      : 'value' in node && node.value;
  return parseFragment(html).childNodes.map(look);
}

/** What a template gets, as HTML. */
async function clean(html: string, language = 'en'): Promise<string> {
  return (await cleanOnServer(html, { ...setting, language })).replace(/^<div>([^]*)<\/div>$/, '$1');
}

describe('cleanHtml on a server', () => {
  for (const [html, left] of dirtyHtml) {
    it(`${html} ⇒ ${left}`, async () => {
      assert.deepEqual(outline(await clean(html)), outline(left));
    });
  }

  it('keeps French quotes with their words', async () => {
    assert.deepEqual(outline(await clean('<p>« a\n», b</p>', 'fr')), [['p', {}, ['«\u00a0a\u00a0», b']]]);
  });

  for (const html of [
    '</div></template><script>x()</script>',
    '<p><table><tr><td></div></template><p>a',
    '<b><a href="https://x.test">a<p>b<a href="https://x.test">c',
    '<ul><li><ul></div><li>a',
    '<p>&lt;/template>&lt;script>x()&lt;/script></p>',
    '<svg><p><style><img src=x onerror=x()></style>',
    '<noscript><p title="</noscript><img src=x onerror=x()>">a',
    '<math><mtext><table><mglyph><style><img src=x onerror=x()>',
  ]) {
    it(`${html} ⇒ stays inside what it stands in, and holds no script`, async () => {
      const left = await clean(html);
      assert.deepEqual(outline(`<div>${left}</div><i>after</i>`), [
        ['div', {}, outline(left)],
        ['i', {}, ['after']],
      ]);
      assert.doesNotMatch(left, /<script|<style|<svg|<math|onerror=|<\/template/);
    });
  }
});
