import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { cleanHtml } from '../../src/html/sanitize.js';
import { setting } from '../fixtures/dirty-html.js';
import { isChromium } from '../helpers/engine.js';
import { looseInTable, piecesOfHtml, piecesWithWords } from '../fixtures/pieces-of-html.js';

/** A tree, one element or text a line, without the order of attributes. */
function outline(root: Node): string {
  const lines: string[] = [];
  const visit = (node: Node, depth: string) => {
    if (node instanceof Element) {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      lines.push(`${depth}<${[node.localName, ...attributes].join(' ')}>`);
    } else lines.push(`${depth}${JSON.stringify(node.nodeValue)}`);
    for (const child of node.childNodes) visit(child, `${depth} `);
  };
  for (const child of root.childNodes) visit(child, '');
  return lines.join('\n');
}

/** As a page reads it. */
function outlineOf(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  return outline(template.content.firstElementChild!);
}

describe('HTML of a feed is cleaned alike by a server, the browser and DOMPurify', () => {
  let byServer: string[];
  before(async () => (byServer = await executeServerCommand('clean', { pieces: piecesOfHtml, setting })));

  piecesOfHtml.forEach((html, index) =>
    it(html || '(nothing)', async () => {
      const purified = await cleanHtml(html, setting, true);
      purified.normalize();
      const left = outline(purified);
      expect(outlineOf(byServer[index]), 'on a server').to.equal(left);
      if (!('setHTML' in Element.prototype) || (html === looseInTable && !isChromium)) return;
      const shown = await cleanHtml(html, setting, false);
      shown.normalize();
      expect(outline(shown), 'by the browser').to.equal(left);
    }),
  );

  for (const html of piecesWithWords) {
    it(`${html} ⇒ has its words`, async () => {
      const left = (await cleanHtml(html, setting)).textContent;
      for (const word of ['wordone', 'wordtwo', 'wordthree']) expect(left).to.include(word);
    });
  }
});
