import { expect } from '@open-wc/testing';
import { cleanHtml } from '../../src/html/sanitize.js';
import { dirtyHtml, setting } from '../fixtures/dirty-html.js';

function serialize(fragment: DocumentFragment): string {
  const box = document.createElement('div');
  box.append(fragment);
  return box.innerHTML;
}

describe('cleanHtml', () => {
  for (const path of ['browser', 'DOMPurify']) {
    if (path === 'browser' && !('setHTML' in Element.prototype)) continue; // WebKit has no sanitizer of its own.
    describe(`by ${path}`, () => {
      for (const [html, left] of dirtyHtml) {
        it(`${html} ⇒ ${left}`, async () => {
          expect(serialize(await cleanHtml(html, setting, path === 'DOMPurify'))).to.equal(left);
        });
      }

      it('keeps French quotes with their words', async () => {
        const left = await cleanHtml('<p>« a\n», b</p>', { ...setting, language: 'fr' }, path === 'DOMPurify');
        expect(left.textContent).to.equal('«\u00a0a\u00a0», b');
      });

      it('judges a link as it reads once what hid in it is written as it was', async () => {
        const left = await cleanHtml('<p><a href="javadata-\ue000script:x()">a</a></p>', setting, path === 'DOMPurify');
        expect(serialize(left)).to.equal('<p>a</p>');
      });
    });
  }
});
