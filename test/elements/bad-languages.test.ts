import { expect } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import '../../src/elements/news-feed/define.js';
import '../../src/elements/press-contact/define.js';
import { until } from '../helpers/events.js';

const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  items: [
    {
      id: 'a',
      title: 'Test 12 شخص und Test',
      url: 'https://www.example.org/a',
      date_published: '2026-03-10T12:00:00Z',
    },
  ],
  _iom: {
    about: 'https://www.example.org',
    contacts: [
      {
        id: 'desk',
        name: 'ޓެސްޓް',
        role: 'ߞߍߟߍ',
        languages: ['fr', 'es'],
        phones: [{ number: '+41225550100', text: '+41 22 555 01 00' }],
        time_zone: 'America/Montevideo',
        hours: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
      },
    ],
  },
};

/** What stands in an element: each text with the language and the direction that hold for it. */
function textsIn(element: IomElement) {
  const walker = document.createTreeWalker(element.renderRoot, NodeFilter.SHOW_TEXT);
  const texts = new Map<string, [lang: string, direction: string]>();
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    const lang = parentElement!.closest<HTMLElement>('[lang]')?.lang ?? '';
    if (data.trim()) texts.set(data.trim(), [lang, getComputedStyle(parentElement!).direction]);
  }
  return texts;
}

describe('a language that is none, or that little is known of', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
    document.body.replaceChildren();
  });

  async function show(tag: string, name: string, attributes = '', language?: string): Promise<IomElement> {
    document.documentElement.lang = tag;
    const element = document.createElement(`iom-${name}`) as IomElement;
    for (const entry of attributes.split(' ').filter(Boolean)) {
      const [attribute, value = ''] = entry.split('=');
      element.setAttribute(attribute, value);
    }
    element.feed = language ? { ...feed, language } : feed;
    document.body.append(element);
    await until(() => element.matches(':state(ready)'), `${name} in ${tag}`);
    await element.updateComplete;
    return element;
  }

  it('lang="xx-invalid" ⇒ English words, marked; the day in figures, and no name of the browser’s language', async () => {
    const list = textsIn(await show('xx-invalid', 'news-feed', 'controls=search'));
    expect([...list.keys()]).to.include('2026-03-10');
    expect(list.get('Search')).to.deep.equal(['en', 'ltr']);
    const contact = textsIn(await show('xx-invalid', 'press-contact'));
    expect(contact.get('Languages')![0]).to.equal('en');
    expect([...contact.keys()].join('\n')).to.match(/09:00 – 17:00/);
  });

  for (const [tag, word, marked] of [
    ['zh-Hant-HK', '电话', 'zh-Hans'],
    ['sr-Latn', 'Phone', 'en'],
    ['nl', 'Phone', 'en'],
    ['pt-BR', 'Telefone', 'pt-BR'],
    ['fa-AF', 'تلفون', 'fa-AF'],
    ['fa-u-nu-latn', 'تلفون', 'fa-u-nu-latn'],
    ['he', 'Phone', 'en'],
  ]) {
    it(`lang="${tag}" ⇒ “${word}” is marked as ${marked}`, async () => {
      expect(textsIn(await show(tag, 'press-contact')).get(word)![0]).to.equal(marked);
    });
  }

  it('lang="" ⇒ the browser’s language, which the element says', async function () {
    // WebKitGTK says so where its system has no language.
    if (navigator.language === 'C') this.skip();
    const list = await show('', 'news-feed');
    expect(list.renderRoot.querySelector<HTMLElement>('.base')!.lang).to.equal(navigator.language);
  });

  it('a feed without any language ⇒ shown, in nobody’s language but the page’s', async () => {
    const title = textsIn(await show('fr', 'news-feed')).get('Test 12 شخص und Test')!;
    expect(title[0]).to.equal('fr');
  });

  it('a number beside Arabic, two languages in one title, Thaana and N’Ko: each has its own direction', async () => {
    const element = await show('fr', 'press-contact');
    const names = [...element.renderRoot.querySelectorAll('bdi')].filter(({ textContent }) =>
      /[ހ-ޱߊ-ߥ]/.test(textContent),
    );
    expect(names.map(({ textContent }) => textContent)).to.deep.equal(['ޓެސްޓް', 'ߞߍߟߍ']);
    expect(names.map((entry) => getComputedStyle(entry).direction)).to.deep.equal(['rtl', 'rtl']);
    const phone = [...element.renderRoot.querySelectorAll('bdi')].find(({ textContent }) =>
      textContent.includes('+41'),
    )!;
    expect(getComputedStyle(phone).direction).to.equal('ltr');
  });

  it('lang="fa-u-nu-latn" ⇒ Persian words with Latin digits, from right to left', async () => {
    const element = await show('fa-u-nu-latn', 'press-contact');
    const hours = element.renderRoot.querySelector<HTMLElement>('[part=hours]')!;
    expect(hours.textContent).to.match(/[آ-ی]/);
    expect(hours.textContent).to.match(/0?9:00/);
    expect(hours.textContent).not.to.match(/[۰-۹]/);
    expect(getComputedStyle(hours).direction).to.equal('rtl');
  });

  it('digits are of one kind in a card, in a language that the browser may not know', async () => {
    for (const tag of ['ne', 'my', 'ps', 'fa', 'bn', 'ht']) {
      const element = await show(tag, 'press-contact');
      const hours = element.renderRoot.querySelector('[part=hours]')!.textContent;
      const kinds = new Set([...hours.matchAll(/\p{Nd}/gu)].map(([digit]) => digit.codePointAt(0)! >> 4));
      expect(kinds.size, `${tag}: ${hours}`).to.equal(1);
      document.body.replaceChildren();
    }
  });
});
