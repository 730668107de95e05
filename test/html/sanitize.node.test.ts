import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { environment } from '../../src/html/environment.js';
import { cleanHtml, type SanitizeOptions } from '../../src/html/sanitize.js';
import { dirtyHtml, setting } from '../fixtures/dirty-html.js';

/** What the browser's own sanitizer was given. */
const given: string[] = [];

/** Stands for the sanitizer of browsers, which jsdom lacks. */
function setHTML(this: Element, html: string, options: { sanitizer: Record<'elements' | 'attributes', string[]> }) {
  const { elements, attributes } = options.sanitizer;
  given.push(html);
  this.innerHTML = html.replace(/<!--[^]*?-->/g, '');
  for (const element of this.querySelectorAll('*')) {
    if (!elements.includes(element.localName)) element.remove();
    for (const { name } of [...element.attributes]) if (!attributes.includes(name)) element.removeAttribute(name);
  }
}

/** As test/html/sanitize.test.ts does in browsers. */
describe('cleanHtml in a page', () => {
  const { window } = new JSDOM('<!doctype html><html><body></body></html>');
  const { document } = window;
  const onServer = { ...environment };
  before(() => {
    Object.assign(window.Element.prototype, { setHTML });
    Object.assign(globalThis, { window, document });
    Object.assign(environment, { document, sanitize: undefined });
  });
  after(() => {
    for (const name of ['window', 'document']) Reflect.deleteProperty(globalThis, name);
    Object.assign(environment, onServer);
  });

  async function clean(html: string, options: Partial<SanitizeOptions> = {}, purify?: boolean) {
    const box = document.createElement('div');
    box.append(await cleanHtml(html, { ...setting, ...options }, purify));
    return box.innerHTML;
  }

  // The first one: a page finds out once.
  it('a browser that cleans as it is told ⇒ cleans by itself', async () => {
    assert.equal(await clean('<p class="a">b</p>'), '<p>b</p>');
    assert.equal(given.at(-1), '<p class="a">b</p>');
  });

  for (const purify of [undefined, true]) {
    describe(`by ${purify ? 'DOMPurify' : 'the browser'}`, () => {
      for (const [html, left] of dirtyHtml) {
        it(`${html} ⇒ ${left}`, async () => assert.equal(await clean(html, {}, purify), left));
      }

      it('keeps French quotes with their words', async () =>
        assert.equal(await clean('<p>« a\n», b</p>', { language: 'fr' }, purify), '<p>«&nbsp;a&nbsp;», b</p>'));

      it('judges a link as it reads once what hid in it is written as it was', async () =>
        assert.equal(await clean('<p><a href="javadata-\ue000script:x()">a</a></p>', {}, purify), '<p>a</p>'));
    });
  }

  for (const [html, expected] of [
    ['<p onclick="x()">a</p>', '<p data-\ue000onclick="x()">a</p>'],
    ['<p title="a"STYLE=b>', '<p title="a"data-\ue000STYLE=b>'],
    ["<p title='a'style = 'b'>", "<p title='a'data-\ue000style = 'b'>"],
    ['<p/onmouseover=x()>', '<p/data-\ue000onmouseover=x()>'],
    ['<base href="a">', '<wbr href="a">'],
    ['<BASE/>', '<wbr/>'],
    ['<basefont color="a">', '<basefont color="a">'],
    ['<p title="<base>">', '<p title="<wbr>">'],
    ['<p on="a" once>', '<p on="a" once>'],
    ['a style = b <1 onclick="x()">', 'a style = b <1 onclick="x()">'],
  ] as const) {
    it(`the browser is given ${html} ⇒ as ${expected}, which no policy reports`, async () => {
      given.length = 0;
      await clean(html);
      assert.equal(given.at(-1), expected);
    });
  }

  for (const [address, isPublished] of [
    ['images/a-test-0123abcd-640.webp', true],
    ['images/a-0123abcd.svg', true],
    ['../../images/a-0123abcd-1280.webp', true],
    ['old/images/a-0123abcd.svg', false],
    ['images/a-0123abcd.svg?b', false],
    ['images/a-0123abcd-x.webp', false],
    ['images/a-0123abcz.svg', false],
    ['images/a-0123abc.svg', false],
    ['images/A-0123abcd.svg', false],
    ['images/-0123abcd.svg', false],
  ] as const) {
    it(`${address} counts from ${isPublished ? 'the feed, beside which it was published' : 'the page of the text'}`, async () => {
      const feed = 'https://cdn.example.org/a/b/feed.json';
      const left = await clean(`<img src="${address}">`, { feed });
      const expected = new URL(address, isPublished ? feed : setting.base).href;
      assert.ok(left.includes(` src="${expected}" `), left);
    });
  }
});
