import { expect } from '@open-wc/testing';
import { cleanHtml } from '../../src/html/sanitize.js';

const setting = { base: 'https://feeds.example.org/a/feed.json', headingLevel: 2, language: 'en' };

/** HTML of a feed, and what is left of it. */
const table: [string, string][] = [
  [
    '<p>Text with <strong>weight</strong> and <em>stress</em>.</p>',
    '<p>Text with <strong>weight</strong> and <em>stress</em>.</p>',
  ],
  ['<p onclick="x()" style="color:red" class="a" id="b" name="c">a</p>', '<p>a</p>'],
  ['<p>a</p><script>x()</script><style>p{}</style>', '<p>a</p>'],
  ['<p>a<iframe src="https://x.test"></iframe><object></object></p>', '<p>a</p>'],
  ['<p>a<svg><a href="javascript:x()">b</a></svg><math><mi>x</mi></math></p>', '<p>a</p>'],
  ['<form action="https://x.test"><input name="q"><button formaction="x">b</button></form><p>a</p>', '<p>a</p>'],
  [
    '<p><a href="javascript:x()">a</a> <a href=" JAVA&#10;SCRIPT:x()">b</a> <a href="data:text/html,x">c</a></p>',
    '<p>a b c</p>',
  ],
  [
    '<p><a href="../b" target="_blank" hreflang="fr">a</a></p>',
    '<p><a href="https://feeds.example.org/b" hreflang="fr">a</a></p>',
  ],
  ['<p><a href="mailto:a@example.org?bcc=b@example.org">a</a></p>', '<p>a</p>'],
  ['<p><a href="mailto:a@example.org">a</a></p>', '<p><a href="mailto:a@example.org">a</a></p>'],
  ['<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>', '<h3>a</h3><h3>b</h3><h4>c</h4><h6>d</h6>'],
  ['<div>a</div><div>b</div>', '<p>a</p><p>b</p>'],
  ['<div><p>a</p></div><section><div>b</div></section>', '<p>a</p><p>b</p>'],
  ['<p><span>a</span><font color="red">b</font></p>', '<p>ab</p>'],
  ['<p> </p><p>a</p><ul><li></li><li>b</li></ul>', '<p>a</p><ul><li>b</li></ul>'],
  ['<p>a</p><!-- b -->', '<p>a</p>'],
  [
    '<img src="x.jpg" width="3" height="2" onerror="x()">',
    '<img src="https://feeds.example.org/a/x.jpg" width="3" height="2" alt="" loading="lazy" decoding="async">',
  ],
  ['<img src="data:image/svg+xml,x"><p>a</p>', '<p>a</p>'],
  [
    '<table><tr><td colspan="2" bgcolor="red">a</td></tr></table>',
    '<div class="scroller" tabindex="0"><table><tbody><tr><td colspan="2">a</td></tr></tbody></table></div>',
  ],
  ['<p lang="ar" dir="rtl">ا</p>', '<p lang="ar" dir="rtl">ا</p>'],
  ['<p>E-mail: "mailto:a@example.org"&gt;a@example.org</p>', '<p>E-mail: a@example.org</p>'],
  ['<pre>a\n  b</pre>', '<pre>a\n  b</pre>'],
  ['<p>unclosed <b>bold', '<p>unclosed <b>bold</b></p>'],
];

function serialize(fragment: DocumentFragment): string {
  const box = document.createElement('div');
  box.append(fragment);
  return box.innerHTML;
}

describe('cleanHtml', () => {
  for (const way of ['browser', 'DOMPurify']) {
    if (way === 'browser' && !('setHTML' in Element.prototype)) continue; // WebKit has no sanitizer of its own.
    describe(`by ${way}`, () => {
      for (const [html, left] of table) {
        it(`${html} ⇒ ${left}`, async () => {
          expect(serialize(await cleanHtml(html, setting, way === 'DOMPurify'))).to.equal(left);
        });
      }

      it('keeps French quotes with their words', async () => {
        const left = await cleanHtml('<p>« a\n», b</p>', { ...setting, language: 'fr' }, way === 'DOMPurify');
        expect(left.textContent).to.equal('«\u00a0a\u00a0», b');
      });
    });
  }
});
