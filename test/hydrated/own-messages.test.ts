import { expect } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import common from '../../src/i18n/messages/common/en.js';
import chart from '../../src/i18n/messages/org-chart/en.js';
import { drawOnServer, prerender } from '../helpers/render.js';
import { changesOfTakingOver } from '../helpers/text-changes.js';

await drawOnServer();
await import('../../src/iom-widgets.js');

/** All words of ours, as somebody would translate them: "nl more" of "more". */
const translated = (words: unknown): unknown =>
  typeof words === 'string'
    ? `nl ${words}`
    : Object.fromEntries(Object.entries(words as object).map(([name, value]) => [name, translated(value)]));

const body = ['press-contact', 'press-release', 'org-chart', 'sdg-grid', 'site-menu', 'key-figures', 'office-map']
  .map((name) => `<iom-${name} src="/faults/office/en"></iom-${name}>`)
  .concat('<iom-news-feed src="/faults/office/en" controls="search" more></iom-news-feed>')
  .join('');

/** What is said of all in a page, in text and in names. */
const wordsOf = (elements: readonly IomElement[]) =>
  elements.map(({ shadowRoot }) => shadowRoot!.innerHTML.replace(/<style.*?<\/style>/gs, '')).join('\n');

describe('a page’s own words in a filled page', () => {
  for (const [lang, own, words, replaced] of [
    [
      'fr',
      { contact: { copy: 'Test copier' }, news: { more: 'Test plus' } },
      ['Test copier', 'Test plus'],
      'Afficher plus',
    ],
    [
      'nl',
      { ...(translated(common) as object), 'org-chart': translated(chart) },
      ['nl Copy', 'nl Show more'],
      '"Show more',
    ],
  ] as const) {
    it(`${lang}: the server writes them, and taking over changes none`, async () => {
      const script = `<script type="application/json" data-iom-messages lang="${lang}">${JSON.stringify(own)}</script>`;
      const place = document.createElement('div');
      place.lang = lang;
      document.body.append(place);
      place.setHTMLUnsafe(await prerender(`<html lang="${lang}">${script}${body}`));
      const elements = [...place.children].filter((entry): entry is IomElement => entry.localName.startsWith('iom-'));
      const written = wordsOf(elements);
      for (const word of words) expect(written).to.contain(word);
      expect(written).not.to.contain(replaced);
      const changes = await changesOfTakingOver(elements);
      const shown = wordsOf(elements);
      place.remove();
      expect(changes).to.deep.equal([]);
      for (const word of words) expect(shown).to.contain(word);
    });
  }

  it('what is no JSON is left out on the server, too', async () => {
    const html = await prerender(
      `<html lang="fr"><script type="application/json" data-iom-messages lang="fr">{</script>${body}`,
    );
    expect(html).to.contain('Afficher plus');
  });
});
