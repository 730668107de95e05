import { expect } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { placeholderHeights } from '../../src/elements.js';
import { languages } from '../../src/i18n/messages/languages.js';
import { drawOnServer, prerender } from '../helpers/render.js';
import { changesOfTakingOver } from '../helpers/text-changes.js';

await drawOnServer();
await import('../../src/iom-widgets.js');

const tags = ['en', ...languages, 'fa-AF', 'pt-BR', 'zh-Hant-HK', 'sr-Latn', 'fa-u-nu-latn', 'nl', 'km', 'xx-invalid'];
const names = Object.keys(placeholderHeights);
const body = [
  ...names.map((name) => `<iom-${name} src="/faults/office/en"></iom-${name}>`),
  '<iom-news-feed src="/faults/office/en" layout="cards" controls="search,countries,kind" more></iom-news-feed>',
].join('');

describe('a filled page in 24 languages and some that there are no words in', () => {
  for (const tag of tags) {
    it(`${tag}: taking over changes none of its texts, nor names for screen readers`, async () => {
      const place = document.createElement('div');
      place.lang = tag;
      document.body.append(place);
      place.setHTMLUnsafe(await prerender(`<html lang="${tag}">${body}`));
      const elements = [...place.children].filter((entry): entry is IomElement => entry.localName.startsWith('iom-'));
      expect(elements).to.have.length(names.length + 1);
      const changes = await changesOfTakingOver(elements);
      place.remove();
      expect(changes).to.deep.equal([]);
    });
  }
});
