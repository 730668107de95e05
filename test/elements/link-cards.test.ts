import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import type { NavigateEvent } from '../../src/elements/base/events.js';
import type { LinkCards } from '../../src/elements/link-cards/link-cards.js';
import '../../src/elements/link-cards/define.js';
import { expectAccessible } from '../helpers/engine.js';
import { stopClock } from '../helpers/clock.js';
import { nextEvent } from '../helpers/events.js';
import { present, skipOnServer } from '../helpers/render.js';

const page = { title: 'Test page', url: 'https://example.org/page', summary: 'A text about the page.' };
const file = { title: 'Test file', url: 'https://example.org/f.pdf', kind: 'file', size_in_bytes: 2_400_000 };
const dataset = {
  title: 'Test data',
  url: 'https://example.org/d',
  kind: 'data',
  mime_type: 'text/csv',
  size_in_bytes: 640_000,
  updated: '2026-03-10',
};
const vacancy = {
  title: 'Test post',
  url: 'https://example.org/post',
  kind: 'vacancy',
  closes: '2026-03-31',
  time_zone: 'America/Montevideo',
  place: 'Montevideo',
};
const action = {
  title: 'Test action',
  url: 'https://example.org/act',
  kind: 'action',
  image: { url: '/demo/images/hills.svg' },
};
const all = [page, file, dataset, action];
const feedOf = (cards: unknown, more: object = {}, language = 'en') => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language,
  items: [],
  _iom: {
    about: 'https://example.org/about',
    sections: [
      { id: 'work', title: 'Test work', summary: 'An introduction.', cards, ...more },
      { id: 'other', title: 'Other', cards: [{ title: 'Other card' }] },
    ],
  },
});

/** An element in its place, once its content is there. */
async function show(
  attributes: Record<string, string>,
  content: object = feedOf(all),
  lang = 'en',
): Promise<LinkCards> {
  const element = document.createElement('iom-link-cards');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.feed = content;
  return present(element, await fixture(html`<div lang=${lang}></div>`));
}

const work = { section: 'work' };
const find = (element: LinkCards, selector: string) => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
const text = (node?: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const titles = (element: LinkCards) => find(element, '[part=title]').map(text);
const card = (element: LinkCards, title: string) =>
  find(element, '[part=card]').find((entry) => text(entry.querySelector('[part=title]')) === title)!;
const part = (element: LinkCards, title: string, name: string) =>
  text(card(element, title).querySelector(`[part=${name}]`)).replace(/[\u00a0\u202f]/g, ' ');
const more = (element: LinkCards) => element.renderRoot.querySelector('button');

describe('<iom-link-cards>', () => {
  it('section="work" ⇒ its title, its introduction and its cards, each with one link', async () => {
    const element = await show(work);
    expect(text(element.renderRoot.querySelector('[part=heading]'))).to.equal('Test work');
    expect(text(element.renderRoot.querySelector('[part=introduction]'))).to.equal('An introduction.');
    expect(titles(element)).to.deep.equal(['Test page', 'Test file', 'Test data', 'Test action']);
    expect(part(element, 'Test page', 'summary')).to.equal('A text about the page.');
    expect(find(element, '[role=list] > li a').map((link) => link.getAttribute('href'))).to.deep.equal(
      all.map(({ url }) => url),
    );
  });

  it('without a section ⇒ the cards of all, without their titles', async () => {
    const element = await show({});
    expect(titles(element)).to.deep.equal([...all.map(({ title }) => title), 'Other card']);
    expect(element.renderRoot.querySelector('[part=heading]')).to.equal(null);
  });

  for (const [attributes, expected] of [
    [{ ...work, kind: 'file' }, ['Test file']],
    [{ ...work, kind: 'data, page' }, ['Test page', 'Test data']],
    [{ ...work, 'data-kind': 'action' }, ['Test action']],
    [{ section: 'nothing' }, []],
    [{ ...work, kind: 'vacancy' }, []],
  ] as const) {
    it(`${JSON.stringify(attributes)} ⇒ ${expected.join(', ') || 'nothing, :state(empty)'}`, async () => {
      const element = await show(attributes);
      expect(titles(element)).to.deep.equal(expected);
      expect(element.matches(':state(empty)')).to.equal(!expected.length);
    });
  }

  it('says in words what each link leads to, and what there is to know of it', async () => {
    const element = await show(work, feedOf([...all, { ...vacancy, closes: '2999-12-31' }]));
    const said = (title: string) => [part(element, title, 'kind'), part(element, title, 'facts')];
    expect(said('Test page')).to.deep.equal(['Page', '']);
    expect(said('Test file')).to.deep.equal(['File', 'PDF 2.4 MB']);
    expect(said('Test data')).to.deep.equal(['Data set', 'CSV 640 kB Updated March 10, 2026']);
    expect(said('Test action')).to.deep.equal(['Take action', '']);
    expect(said('Test post')).to.deep.equal(['Vacancy', 'Montevideo Closes on December 31, 2999']);
    const signs = find(element, '[part=kind] path').map((path) => path.getAttribute('d'));
    expect(new Set(signs).size).to.equal(5);
  });

  it('a link is described by its kind and the facts', async () => {
    const element = await show(work);
    const link = card(element, 'Test file').querySelector('a')!;
    const described = link
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => text(element.renderRoot.querySelector(`#${id}`)).replace(/\s/g, ' '));
    expect(described).to.deep.equal(['File', 'PDF 2.4 MB']);
  });

  for (const [lang, expected] of [
    ['fr', ['Fichier', 'Jeu de données', 'Offre d’emploi', 'Date limite : 31 décembre 2999', '2,4 Mo']],
    ['es', ['Archivo', 'Conjunto de datos', 'Vacante', 'Cierra el 31 de diciembre de 2999', '2,4 MB']],
    ['ar', ['ملف', 'مجموعة بيانات', 'وظيفة شاغرة', 'آخر موعد:']],
    ['ru', ['Файл', 'Набор данных', 'Вакансия', 'Приём заявок до 31 декабря 2999 г.', '2,4 МБ']],
    ['zh', ['文件', '数据集', '职位空缺', '截止日期： 2999年12月31日']],
  ] as const) {
    it(`lang="${lang}" ⇒ its words`, async () => {
      const element = await show(work, feedOf([...all, { ...vacancy, closes: '2999-12-31' }], {}, lang), lang);
      const shown = text(element.renderRoot.querySelector('.base')).replace(/[\u00a0\u202f]/g, ' ');
      expected.forEach((word) => expect(shown).to.contain(word));
      expect(shown).not.to.contain('undefined');
    });
  }

  it('names the language of a target in another one, by its own name', async () => {
    const element = await show(
      work,
      feedOf([
        { ...page, language: 'es' },
        { ...file, language: 'en-GB' },
      ]),
    );
    // WebKit writes the names of languages with capitals.
    expect(part(element, 'Test page', 'facts').toLowerCase()).to.equal('español');
    expect(card(element, 'Test page').querySelector('a')!.hreflang).to.equal('es');
    expect(card(element, 'Test page').querySelector('[part=facts] bdi')!.getAttribute('lang')).to.equal('es');
    expect(part(element, 'Test file', 'facts')).to.equal('PDF 2.4 MB');
    expect(card(element, 'Test file').querySelector('a')!.hasAttribute('hreflang')).to.equal(false);
  });

  it('words of a feed in another language than the page’s keep their language and their direction', async () => {
    const element = await show(work, feedOf([{ ...page, title: '2030 Agenda' }], {}, 'en'), 'ar');
    const given = card(element, '2030 Agenda').querySelector('[part=title] bdi')!;
    expect(given.getAttribute('lang')).to.equal('en');
    expect(getComputedStyle(given).direction).to.equal('ltr');
    expect(getComputedStyle(element.renderRoot.querySelector('.base')!).direction).to.equal('rtl');
  });

  it('hide="title,introduction,images" ⇒ neither of them', async () => {
    const element = await show({ ...work, hide: 'title, introduction, images' });
    expect(find(element, '[part=heading], [part=introduction], .image')).to.deep.equal([]);
    expect(titles(element)).to.have.length(4);
  });

  it('heading-level="3" ⇒ the title is of level 3, titles of cards are of level 4', async () => {
    const element = await show({ ...work, 'heading-level': '3' });
    expect(find(element, '[role=heading]').map(({ ariaLevel }) => ariaLevel)).to.deep.equal(['3', '4', '4', '4', '4']);
  });

  it('a section with a page of its own ⇒ its title is a link', async () => {
    const element = await show(work, feedOf(all, { url: 'https://example.org/work' }));
    expect(element.renderRoot.querySelector('[part=heading] a')!.getAttribute('href')).to.equal(
      'https://example.org/work',
    );
  });

  it('pictures come when they are near, in a place of known shape; a card without one is a card of text', async () => {
    const element = await show(work);
    const [picture] = find(element, 'img') as HTMLImageElement[];
    expect([picture.loading, picture.alt]).to.deep.equal(['lazy', '']);
    const shapes = find(element, '.image').map(({ offsetWidth, offsetHeight }) => offsetWidth / offsetHeight);
    expect(shapes.length).to.equal(1);
    // 16 : 9, and up to 4 : 3 where the text leaves room.
    expect(shapes[0]).to.be.within(1.3, 1.8);
    for (const card of find(element, '[part=card]')) {
      const { top } = card.querySelector('.text')!.getBoundingClientRect();
      const above = top - card.getBoundingClientRect().top;
      expect(above > 50, text(card)).to.equal(!!card.querySelector('img'));
    }
  });

  it('lets the browser choose among the sizes of a picture', async () => {
    const size = (width: number) => ({ url: `https://example.org/${width}.webp`, width, height: width / 2 });
    const image = { ...size(1280), alt: '', sizes: [size(320), size(640)] };
    const element = await show(
      work,
      feedOf([
        { ...page, image },
        { ...file, image: size(640) },
      ]),
    );
    const [several, one] = find(element, 'img') as HTMLImageElement[];
    expect(several.srcset).to.equal([320, 640, 1280].map((width) => `${size(width).url} ${width}w`).join(', '));
    expect([several.src, several.sizes, several.loading]).to.deep.equal([
      image.url,
      '(max-width: 30em) 7em, 22em',
      'lazy',
    ]);
    expect([one.src, one.srcset]).to.deep.equal([size(640).url, '']);
  });

  it('iom-navigate ⇒ carries the card; canceled, the link is not followed', async () => {
    const element = await show(work);
    const events: NavigateEvent[] = [];
    element.addEventListener('iom-navigate', (event) => {
      events.push(event);
      event.preventDefault();
    });
    const clicked = nextEvent(element, 'click');
    card(element, 'Test data').querySelector('a')!.click();
    expect((await clicked).defaultPrevented).to.equal(true);
    expect(events.map(({ item }) => item.url)).to.deep.equal(['https://example.org/d']);
  });

  for (const lang of ['en', 'ar']) {
    for (const theme of ['light', 'dark']) {
      it(`lang="${lang}" theme="${theme}" ⇒ accessible`, async () => {
        const element = await show({ ...work, theme, limit: '2' }, feedOf(all, { url: 'https://example.org' }), lang);
        await expectAccessible(element);
      });
    }
  }
});

describe('<iom-link-cards limit>', () => {
  const many = Array.from({ length: 7 }, (_, index) => ({ ...page, title: `Card ${index}` }));

  it('shows six at first, and says nothing of more where there is none', async () => {
    expect(titles(await show(work, feedOf(many)))).to.have.length(6);
    expect(more(await show(work))).to.equal(null);
  });

  it('shows as many more each time; the focus goes to the first of them', async () => {
    const element = await show({ ...work, limit: '3' }, feedOf(many));
    expect(titles(element)).to.have.length(3);
    more(element)!.click();
    await element.updateComplete;
    await nextFrame();
    expect(titles(element)).to.have.length(6);
    expect(text(element.shadowRoot!.activeElement)).to.equal('Card 3');
    more(element)!.click();
    await element.updateComplete;
    await nextFrame();
    expect(titles(element)).to.have.length(7);
    expect(more(element)).to.equal(null);
    expect(text(element.shadowRoot!.activeElement)).to.equal('Card 6');
  });

  it('another section begins with as many as at first', async () => {
    const element = await show({ ...work, limit: '1' }, feedOf(many));
    more(element)!.click();
    await element.updateComplete;
    element.kind = 'page';
    await element.updateComplete;
    expect(titles(element)).to.have.length(1);
  });

  for (const limit of ['0', '-3', 'all', '1e9']) {
    it(`limit="${limit}" ⇒ six`, async () =>
      expect(titles(await show({ ...work, limit }, feedOf(many)))).to.have.length(6));
  }

  it('10,000 cards ⇒ six on screen, the others at hand', async () => {
    const cards = Array.from({ length: 10_000 }, (_, index) => ({ ...page, title: `Card ${index}` }));
    const element = await show(work, feedOf(cards));
    expect(titles(element)).to.have.length(6);
    expect(more(element)).to.not.equal(null);
  });

  it('keeps the place of as many cards free, in every width', async () => {
    for (const width of ['20em', '36em', '60em', '90em']) {
      const element = document.createElement('iom-link-cards');
      Object.assign(element, { section: 'work', src: '/faults/silence', limit: 6 });
      const place = await fixture<HTMLElement>(html`<div lang="en"></div>`);
      place.style.width = width;
      place.append(element);
      await element.updateComplete;
      const before = element.offsetHeight;
      const loaded = oneEvent(element, 'iom-load');
      element.feed = feedOf([...all, page, page].map((entry, index) => ({ ...entry, title: `Card ${index}` })));
      await loaded;
      expect(element.offsetHeight, width).to.equal(before);
    }
  });
});

describe('<iom-link-cards> keeps vacancies until they close', () => {
  let clock: ReturnType<typeof stopClock> | undefined;
  before(function () {
    skipOnServer(this);
  });
  afterEach(() => clock?.restore());

  const east = { ...vacancy, title: 'Manila', time_zone: 'Asia/Manila' };

  it('on the last day of each office, the one in the east goes first; the open page drops each by itself', async () => {
    // The 31st, noon in Montevideo; 23:00 in Manila.
    clock = stopClock('2026-03-31T15:00:00Z');
    const element = await show(work, feedOf([page, vacancy, east]));
    expect(titles(element)).to.deep.equal(['Test page', 'Test post', 'Manila']);
    expect(clock.waiting).to.equal(1);

    clock.pass(1 * 3600);
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Test page', 'Test post']);
    expect(clock.waiting).to.equal(1);

    clock.pass(11 * 3600);
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Test page']);
    expect(clock.waiting).to.equal(0);
  });

  it('the last one closes ⇒ :state(empty)', async () => {
    clock = stopClock('2026-04-01T02:59:00Z');
    const element = await show(work, feedOf([vacancy]));
    expect(element.matches(':state(ready)')).to.equal(true);
    clock.pass(60);
    await element.updateComplete;
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('one behind the limit takes the place of one that closes', async () => {
    clock = stopClock('2026-03-31T15:00:00Z');
    const element = await show({ ...work, limit: '1' }, feedOf([east, vacancy]));
    expect(titles(element)).to.deep.equal(['Manila']);
    clock.pass(3600);
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Test post']);
  });

  it('long closed ⇒ never shown; a day that can’t be read ⇒ shown without one, and named', async () => {
    const element = document.createElement('iom-link-cards');
    element.section = 'work';
    element.feed = feedOf([
      { ...vacancy, closes: '2020-03-31' },
      { ...vacancy, title: 'Odd', closes: '31/03/2020' },
    ]);
    const loaded = nextEvent(element, 'iom-load');
    (await fixture(html`<div lang="en"></div>`)).append(element);
    expect((await loaded).problems).to.deep.equal(['_iom.sections[0].cards[1].closes: "31/03/2020"']);
    expect(titles(element)).to.deep.equal(['Odd']);
    expect(part(element, 'Odd', 'facts')).to.equal('Montevideo');
  });
});

describe('the whole card of <iom-link-cards> is its link', () => {
  /** Where the browser would go, and with which keys. */
  async function follow(element: LinkCards, target: Element, from: [number, number], to = from, keys: object = {}) {
    const followed: string[] = [];
    const stop = (event: MouseEvent) => {
      const link = event.composedPath().find((entry) => entry instanceof HTMLAnchorElement);
      if (link) followed.push(`${link.href}${event.ctrlKey ? ' in a new tab' : ''}`);
      event.preventDefault();
    };
    element.addEventListener('click', stop);
    const init = { bubbles: true, composed: true, cancelable: true, ...keys };
    target.dispatchEvent(new MouseEvent('mousedown', { ...init, clientX: from[0], clientY: from[1] }));
    target.dispatchEvent(new MouseEvent('click', { ...init, clientX: to[0], clientY: to[1] }));
    await nextFrame();
    element.removeEventListener('click', stop);
    return followed;
  }
  const summary = (element: LinkCards) => card(element, 'Test page').querySelector('[part=summary]')!;

  it('its picture and its padding are part of the link, its text lies above and can be selected', async () => {
    const element = await show(work);
    const { renderRoot } = element;
    const index = (node: Element, x = 0.5, y = 0.5) => {
      node.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = node.getBoundingClientRect();
      return (renderRoot as ShadowRoot).elementFromPoint(left + width * x, top + height * y);
    };
    const match = card(element, 'Test action');
    expect(index(match.querySelector('.image')!)?.localName).to.equal('a');
    expect(index(match, 0.99, 0.99)?.localName).to.equal('a');
    expect(index(summary(element), 0.02)?.closest('[part=summary]')).to.equal(summary(element));
    expect(getComputedStyle(summary(element)).userSelect || 'auto').to.not.equal('none');
  });

  it('a click on its text follows the link, with the keys that are held', async () => {
    const element = await show(work);
    expect(await follow(element, summary(element), [10, 10])).to.deep.equal([page.url]);
    expect(await follow(element, summary(element), [10, 10], [12, 11], { ctrlKey: true })).to.deep.equal([
      `${page.url} in a new tab`,
    ]);
  });

  it('a drag over its text selects, and follows nothing', async () => {
    const element = await show(work);
    expect(await follow(element, summary(element), [10, 10], [60, 10])).to.deep.equal([]);
  });

  it('the link itself is followed once; a card without one is text', async () => {
    const element = await show(work, feedOf([page, { title: 'Text', summary: 'No link.', url: 'javascript:x()' }]));
    expect(await follow(element, card(element, 'Test page').querySelector('a')!, [10, 10])).to.deep.equal([page.url]);
    const plain = card(element, 'Text');
    expect(plain.querySelector('a')).to.equal(null);
    expect(await follow(element, plain.querySelector('[part=summary]')!, [10, 10])).to.deep.equal([]);
  });
});

describe('<iom-link-cards> with a feed that is not as it should be', () => {
  for (const [what, cards, expected] of [
    ['cards that are no list', 'x', []],
    ['cards that are none', [null, 7, 'x', [], {}, page], ['Test page']],
    ['no title', [{ url: 'https://example.org/a', summary: 'A text' }], ['A text']],
    ['HTML in a title', [{ ...page, title: 'A <b>b</b> &amp; c' }], ['A b & c']],
    ['fields of wrong types', [{ ...page, summary: {}, image: 7, kind: [], size_in_bytes: {} }], ['Test page']],
    ['a card twice', [page, page], ['Test page']],
    ['a title of 10,000 characters', [{ ...page, title: 'x'.repeat(10_000) }], ['x'.repeat(10_000)]],
  ] as [string, unknown, string[]][]) {
    it(`${what} ⇒ ${expected.length} card(s)`, async () => {
      const element = await show(work, feedOf(cards));
      expect(titles(element)).to.deep.equal(expected);
      expect(element.offsetWidth).to.be.at.least(find(element, '.base')[0].scrollWidth);
      if (expected.length) await expectAccessible(element);
    });
  }
});
