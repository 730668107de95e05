import { expect, fixture, html } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import '../../src/elements/link-cards/define.js';
import '../../src/elements/news-feed/define.js';
import '../../src/elements/office-map/define.js';
import '../../src/elements/press-contact/define.js';
import '../../src/elements/press-release/define.js';
import { until } from '../helpers/events.js';

const link = '<a href="https://example.org">Test</a>';
const root = document.documentElement;

const item = (id: string, language: string, more = {}) => ({
  id,
  language,
  title: `Item ${id}`,
  url: `https://www.example.org/${id}`,
  content_text: 'Text.',
  date_published: '2026-03-10T12:00:00Z',
  ...more,
});
const feedOf = (language: string, ...items: object[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language,
  items,
  _iom: { about: 'https://www.example.org', contacts: [{ id: 'desk', name: 'Test Desk', languages: ['fr'] }] },
});

describe('the language of the page', () => {
  const { lang } = root;
  const { warn } = console;
  const fetch = window.fetch.bind(window);
  let said: string[] = [];
  let asked: string[] = [];
  beforeEach(() => {
    [said, asked] = [[], []];
    console.warn = (text: string) => void said.push(String(text));
    window.fetch = (url, init) => {
      asked.push(new URL(url as string, document.baseURI).pathname.split('/').pop()!);
      return fetch(url, init);
    };
  });
  afterEach(() => {
    root.lang = lang;
    Object.assign(console, { warn });
    window.fetch = fetch;
  });

  async function show(language: string, tag: string, attributes: string, feed?: object): Promise<IomElement> {
    root.lang = language;
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement(`iom-${tag}`) as IomElement;
    box.innerHTML = `<div ${attributes}></div>`;
    for (const { name, value } of box.firstElementChild!.attributes) element.setAttribute(name, value);
    element.innerHTML = link;
    element.feed = feed;
    box.replaceChildren(element);
    await until(() => stateOf(element), `${tag} at rest`);
    await element.updateComplete;
    return element;
  }
  const stateOf = (element: IomElement) =>
    ['ready', 'empty', 'stale', 'error'].find((entry) => element.matches(`:state(${entry})`));
  const textOf = (element: IomElement, selector: string) =>
    [...element.renderRoot.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
  /** Each text with the language it is marked with. */
  const marked = (element: IomElement) => {
    const walker = document.createTreeWalker(element.renderRoot, NodeFilter.SHOW_TEXT);
    const texts = new Map<string, string>();
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text;
      if (data.trim()) texts.set(data.trim(), parentElement!.closest<HTMLElement>('[lang]')!.lang);
    }
    return texts;
  };

  describe('{lang}', () => {
    const src = 'src="/faults/office/{lang}"';

    it('a language that no press office of the UN publishes in ⇒ English, marked and named, and no other request', async () => {
      const element = await show('de', 'news-feed', `${src} limit="1"`);
      expect([stateOf(element), asked]).to.deep.equal(['ready', ['en']]);
      const title = element.renderRoot.querySelector<HTMLAnchorElement>('[part=title] a')!;
      expect([title.hreflang, title.closest<HTMLElement>('[lang]')!.lang]).to.deep.equal(['en', 'en']);
      expect(textOf(element, '[part=meta]')[0]).to.match(/2026\s+English$/);
      const reported = () => said.filter((text) => text.includes('The page is in German (de)'));
      await until(() => reported().length, 'the owner of the page is told');
      expect(reported()).to.have.length(1);
    });

    for (const [language, languages, wanted] of [
      ['de', 'fr', 'fr'],
      ['de', 'es, en', 'es'],
      ['fr-CA', 'es fr', 'fr'],
      ['zh', 'en fr', 'en'],
      ['fr', ',', 'fr'],
      ['fr_CA.UTF-8', 'en fr', 'fr'],
      ['fr, en', 'en fr', 'fr'],
      ['\nfr ', 'en fr', 'fr'],
    ]) {
      it(`lang="${language}" languages="${languages}" ⇒ "${wanted}"`, async () => {
        for (const name of ['languages', 'data-languages']) {
          const element = await show(language, 'news-feed', `${src} ${name}="${languages}"`);
          expect([stateOf(element), element.feedController.parsed?.feed.language]).to.deep.equal(['ready', wanted]);
        }
      });
    }

    it('a language whose feed is not there ⇒ another, without a word of an error', async () => {
      const errors: Event[] = [];
      const note = (event: Event) => void errors.push(event);
      addEventListener('iom-error', note);
      const element = await show('ru', 'news-feed', 'src="/faults/office/{lang}?without=ru"');
      removeEventListener('iom-error', note);
      expect([stateOf(element), element.feedController.parsed?.feed.language, errors]).to.deep.equal([
        'ready',
        'en',
        [],
      ]);
      expect(asked).to.deep.equal(['ru', 'en']);
    });

    it('none is there ⇒ the error is that of the first', async () => {
      const element = await show('ru', 'news-feed', 'src="/faults/status/404?{lang}" languages="ru en"');
      expect([stateOf(element), String(element.feedController.error)]).to.deep.equal([
        'error',
        `FeedError: http 404 ${new URL('/faults/status/404?ru', document.baseURI).href}`,
      ]);
    });
  });

  describe('a feed that is named outright', () => {
    const feed = feedOf('en', item('a', 'fr'), item('b', 'en', { tags: ['x'] }), item('c', 'en'));

    for (const [attributes, titles] of [
      ['', ['Item b', 'Item c']],
      ['tags="x"', ['Item b']],
      ['any-language', ['Item a', 'Item b', 'Item c']],
    ] as const) {
      it(`<iom-news-feed ${attributes}>, with nothing in the language of the page ⇒ what it has, named`, async () => {
        const element = await show('de', 'news-feed', attributes, feed);
        expect([stateOf(element), textOf(element, '[part=title]')]).to.deep.equal(['ready', titles]);
        expect(textOf(element, '[part=meta] [lang=en]')).to.include('English');
      });
    }

    it('with an item in the language of the page ⇒ that alone, and nothing is said', async () => {
      const element = await show('fr', 'news-feed', '', feed);
      expect(textOf(element, '[part=title]')).to.deep.equal(['Item a']);
      expect(textOf(element, '[part=meta] span')).to.deep.equal([]);
      expect(said).to.deep.equal([]);
    });

    it('a release ⇒ the newest in the language of the feed, named', async () => {
      const element = await show('de', 'press-release', '', feed);
      expect(textOf(element, '[part=title]')).to.deep.equal(['Item b']);
      expect(textOf(element, '[part=meta] [lang=en]')).to.include('English');
    });

    it('said once in the console, for all elements', async () => {
      const src = '/faults/office/es?said';
      for (const tag of ['news-feed', 'press-release', 'press-contact', 'news-feed'])
        await show('de', tag, `src="${src}"`);
      expect(said.filter((text) => text.includes(src))).to.have.length(1);
    });
  });

  it('words that there are none of in a language are marked as English, dates and names are in it', async () => {
    const element = await show('nl', 'press-contact', '', feedOf('nl', item('a', 'nl')));
    const texts = marked(element);
    expect([texts.get('Languages'), texts.get('Frans'), texts.get('Test Desk')]).to.deep.equal(['en', 'nl', 'nl']);
    const list = await show('nl', 'news-feed', 'controls="search"', feedOf('nl', item('a', 'nl')));
    expect([marked(list).get('Item a'), marked(list).get('10 maart 2026')]).to.deep.equal(['nl', 'nl']);
    const form = list.renderRoot.querySelector<HTMLElement>('form')!;
    expect([form.lang, form.dir]).to.deep.equal(['en', 'ltr']);
    const french = await show('fr', 'press-contact', '', feedOf('fr', item('a', 'fr')));
    expect([...marked(french).values()]).to.not.include('en');
  });

  describe('changes', () => {
    it('to a language without a feed ⇒ what is shown stays', async () => {
      const element = await show('fr', 'news-feed', 'src="/faults/office/{lang}?without=ru"');
      const before = element.renderRoot.textContent;
      for (const language of ['de', 'ru']) {
        root.lang = language;
        await import('../../src/controllers/rare.js');
        await until(() => language === 'de' || asked.includes('ru'));
        await fetch('/faults/office/ru?without=ru');
        await element.updateComplete;
        expect([stateOf(element), element.renderRoot.textContent]).to.deep.equal(['ready', before]);
      }
      expect(said).to.deep.equal([]);
      root.lang = 'es';
      await until(() => element.feedController.parsed?.feed.language === 'es', 'a language that has one');
    });

    it('ten times a second ⇒ the last one wins, one request for each, and never is anything gone', async () => {
      const element = await show('fr', 'news-feed', 'src="/faults/office/{lang}?often"');
      const states = new Set<string | undefined>();
      const watch = new MutationObserver(() => states.add(stateOf(element)));
      watch.observe(element.renderRoot, { subtree: true, childList: true, characterData: true });
      for (let round = 0; round < 20; round++) {
        root.lang = ['en', 'fr', 'es', 'de'][round % 4];
        await new Promise((next) => setTimeout(next, 5));
      }
      root.lang = 'es';
      await until(() => element.feedController.parsed?.feed.language === 'es', 'the last one');
      await element.updateComplete;
      watch.disconnect();
      expect([...states]).to.deep.equal(['ready']);
      expect(asked).to.have.length(new Set(asked).size);
    });
  });
});
