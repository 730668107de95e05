import { expect } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { placeholderHeights } from '../../src/elements.js';
import { languages } from '../../src/i18n/messages/languages.js';
import { until } from '../helpers/events.js';
import { drawOnServer, prerender, takenOver } from '../helpers/render.js';

await drawOnServer();
await import('../../src/iom-widgets.js');

const tags = ['en', ...languages, 'fa-AF', 'pt-BR', 'zh-Hant-HK', 'sr-Latn', 'nl', 'km', 'xx-invalid'];
const names = Object.keys(placeholderHeights);
const body = [
  ...names.map((name) => `<iom-${name} src="/faults/office/en"></iom-${name}>`),
  '<iom-news-feed src="/faults/office/en" layout="cards" controls="search,countries,kind" more></iom-news-feed>',
].join('');

describe('a filled page in 24 languages and some that there are no words in', () => {
  for (const tag of tags) {
    it(`${tag}: taking over changes none of its texts`, async () => {
      const place = document.createElement('div');
      place.lang = tag;
      document.body.append(place);
      place.setHTMLUnsafe(await prerender(`<html lang="${tag}">${body}`));
      const elements = [...place.children].filter((entry): entry is IomElement => entry.localName.startsWith('iom-'));
      expect(elements).to.have.length(names.length + 1);
      const changes: string[] = [];
      const watch = new MutationObserver((records) => {
        for (const { oldValue, target } of records) {
          const [before, after] = [oldValue, target.textContent].map((text) => text?.replace(/\s+/g, ' ').trim() ?? '');
          if (before && before !== after) changes.push(`${before} ⇒ ${after}`);
        }
      });
      for (const { shadowRoot } of elements) {
        watch.observe(shadowRoot!, { subtree: true, characterData: true, characterDataOldValue: true });
      }
      for (const element of elements) {
        await takenOver(element);
        await until(() => element.matches(':state(ready)'), element.localName);
      }
      watch.disconnect();
      place.remove();
      expect(changes).to.deep.equal([]);
    });
  }
});
