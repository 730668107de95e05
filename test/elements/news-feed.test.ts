import { expect, fixture, html } from '@open-wc/testing';
import { placeholderHeights } from '../../src/elements.js';
import type { NewsFeed } from '../../src/elements/news-feed/news-feed.js';
import '../../src/elements/news-feed/define.js';
import { badInput } from '../fixtures/bad-input.js';
import { expectAccessible } from '../helpers/engine.js';
import { nextEvent, until } from '../helpers/events.js';
import { families, loadFonts } from '../helpers/fonts.js';
import { present, skipOnServer } from '../helpers/render.js';

const item = (id: string, more: object = {}) => ({
  id,
  title: `Item ${id}`,
  summary: `Summary of ${id}`,
  url: `https://example.org/${id}`,
  ...more,
});
const feedOf = (items: object[], more: object = {}) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items,
  ...more,
});

async function show(attributes: Partial<NewsFeed>): Promise<NewsFeed> {
  const element = document.createElement('iom-news-feed');
  Object.assign(element, attributes);
  return present(element, await fixture(html`<div></div>`));
}
const all = <T extends Element = HTMLElement>(element: NewsFeed, selector: string) => [
  ...element.renderRoot.querySelectorAll<T>(selector),
];
const textsOf = (element: NewsFeed, selector: string) =>
  all(element, selector).map((match) => match.textContent?.replace(/\s+/g, ' ').trim());
const titles = (element: NewsFeed) => textsOf(element, '[part=title]');
const button = (element: NewsFeed, name: string) =>
  all(element, 'button').find(({ textContent }) => textContent?.trim() === name);
const countOf = async (url: string) =>
  Number(await (await fetch(`/faults/count?of=${encodeURIComponent(url)}`)).text());

/** An address of its own, so that the server counts for this test in this browser alone. */
const fresh = (path: string) => `${path}?${Math.random()}`;

describe('<iom-news-feed>', () => {
  const src = '/faults/feed';
  const letters = feedOf([...'abcdefgh'].map((id) => item(id)));

  it('limit="2" ⇒ two items', async () => {
    expect(titles(await show({ src, limit: 2 }))).to.deep.equal(['First test item', 'Second test item']);
  });

  for (const limit of [0, -2, NaN]) {
    it(`limit="${limit}" ⇒ still a list`, async () => {
      expect(titles(await show({ feed: letters, limit })).length).to.be.within(1, 5);
    });
  }

  for (const layout of ['list', 'compact', 'cards', 'featured'] as const) {
    it(`${layout}: a date that has no room on one line is there with its year`, async () => {
      await loadFonts('wide');
      const box = await fixture<HTMLElement>(html`<div style="width: 9em; font-family: ${families.wide}"></div>`);
      const feed = feedOf([item('a', { date_published: '2026-11-20T12:00:00Z', image: '/demo/images/river.svg' })]);
      const element = await present(Object.assign(document.createElement('iom-news-feed'), { layout, feed }), box);
      const [time] = all(element, 'time');
      expect(time.textContent).to.equal('November 20, 2026');
      const isIn = (around: string) => {
        const [end] = [...time.getClientRects()].reverse();
        const { right, bottom } = all(element, around)[0].getBoundingClientRect();
        return end.right <= right + 1 && end.bottom <= bottom + 1;
      };
      expect(isIn('[part=meta]')).to.equal(true);
      // A row is laid out when it comes into sight.
      await until(() => isIn('[part=item]'), 'the date in its row');
    });
  }

  it('featured ⇒ the first item is large, with its picture beside it or, in a narrow column, above it', async () => {
    const image = new URL('/demo/images/hills.svg', location.href).href;
    const feed = feedOf(['a', 'b', 'c'].map((id) => item(id, { image })));
    const element = await show({ feed, layout: 'featured' });
    const boxes = (selector: string) => all(element, selector).map((match) => match.getBoundingClientRect());
    const sizes = () => all(element, '[part=title]').map((title) => parseFloat(getComputedStyle(title).fontSize));
    element.style.width = '900px';
    const [wide, second] = boxes('[part=image]');
    expect(wide.width).to.be.greaterThan(3 * second.width);
    expect(boxes('[part=title]')[0].right).to.be.at.most(wide.left);
    expect(sizes()[0]).to.be.greaterThan(1.5 * sizes()[1]);
    element.style.width = '360px';
    expect(boxes('[part=image]')[0].width).to.equal(360);
    expect(boxes('[part=title]')[0].top).to.be.at.least(boxes('[part=image]')[0].bottom);
    await expectAccessible(element);
  });

  it('no summary ⇒ the beginning of the text, without its markup', async function () {
    // publish writes excerpts.
    skipOnServer(this);
    const long = 'A word of a long text. '.repeat(60);
    const element = await show({
      feed: feedOf([
        { id: 'a', title: 'A', content_html: '<style>p {}</style><h2>Heading</h2><p>Fish &amp; <b>chips</b>.</p>' },
        { id: 'b', title: 'B', content_text: long },
        { id: 'c', title: 'C' },
        { id: 'd', title: 'D', summary: 'Its summary', content_text: long },
      ]),
    });
    const summaries = textsOf(element, '[part=summary]');
    expect(summaries[0]).to.equal('Fish & chips.');
    expect(summaries[1])
      .to.match(/^(A word of a long text\. )+.* …$/)
      .and.to.have.length.within(200, 310);
    expect(summaries.slice(2)).to.deep.equal(['', 'Its summary']);
  });

  it('refresh ⇒ what came since is marked as new, and what had only not been shown is not', async () => {
    const dated = (id: string, day: string) => item(id, { date_published: `${day}T12:00:00Z` });
    const before = [dated('b', '2026-03-02'), dated('a', '2026-03-01')];
    const element = await show({ feed: feedOf(before), refresh: 3600 });
    expect(all(element, '[part=new]')).to.deep.equal([]);
    element.feed = feedOf([dated('c', '2026-03-03'), ...before, dated('older', '2026-01-01')]);
    await until(() => all(element, '[part=new]')[0]);
    expect(textsOf(element, '[part=meta]')).to.deep.equal([
      'New March 3, 2026',
      'March 2, 2026',
      'March 1, 2026',
      'January 1, 2026',
    ]);
    await expectAccessible(element);
  });

  it('one request for all elements on the page', async function () {
    skipOnServer(this);
    const url = fresh('/faults/feed');
    await Promise.all([show({ src: url }), show({ src: url }), show({ src: url, more: true })]);
    expect(await countOf(url)).to.equal(1);
  });

  it('shows title, day as written and summary; the title is a heading with a link', async () => {
    const element = await show({ src, limit: 1, headingLevel: 4 });
    expect(textsOf(element, '.item')).to.deep.equal(['First test item Summary of the first. March 10, 2026']);
    const heading = all(element, '[role=heading]')[0];
    expect(heading.ariaLevel ?? heading.getAttribute('aria-level')).to.equal('4');
    expect(heading.querySelector('a')!.href).to.equal('https://example.org/one');
  });

  it('pictures load lazily in a place of fixed size', async () => {
    const element = await show({ feed: feedOf([item('a', { image: 'https://example.org/a.jpg' })]) });
    const picture = all<HTMLImageElement>(element, 'img')[0];
    expect(picture.loading).to.equal('lazy');
    expect(picture.getBoundingClientRect().height).to.be.above(90);
  });

  describe('a picture in several sizes', () => {
    const sizes = [320, 640, 1280].map((width) => ({ url: `/${width}.webp`, width, height: (width / 3) * 2 }));
    const feed = feedOf(
      ['a', 'b'].map((id) => item(id, { image: '/640.webp', _iom: { image_sizes: sizes } })),
      { home_page_url: 'https://example.org' },
    );
    const at = (name: string) => new URL(name, location.href).href;
    const pictures = async (attributes: Partial<NewsFeed>) =>
      all<HTMLImageElement>(await show({ feed, ...attributes }), '.image');

    it('cards choose among those up to 640; the first waits for no layout', async () => {
      const [first, second] = await pictures({ layout: 'cards' });
      expect(second.srcset).to.equal(`${at('/320.webp')} 320w, ${at('/640.webp')} 640w`);
      expect(second.sizes).to.equal('(max-width: 36em) 100vw, 20em');
      expect([first.src, first.srcset]).to.deep.equal([at('/640.webp'), second.srcset]);
      expect([first, second].map((picture) => picture.getAttribute('loading'))).to.deep.equal([null, 'lazy']);
    });

    it('a narrow card downloads the small one', async function () {
      skipOnServer(this);
      const box = await fixture<HTMLElement>(html`<div style="width: 20em"></div>`);
      const element = await present(
        Object.assign(document.createElement('iom-news-feed'), { feed, layout: 'cards' }),
        box,
      );
      const [first, second] = all<HTMLImageElement>(element, '.image');
      const isSmall = ({ currentSrc }: HTMLImageElement) => currentSrc === at('/320.webp');
      await until(() => isSmall(first), 'the small one of the first');
      await until(() => isSmall(second), 'the small one of the second');
    });

    it('a list takes the small one, also when it is more than a list', async () => {
      for (const attributes of [{}, { more: true }, { dates: 'relative' as const }]) {
        const [picture] = await pictures(attributes);
        expect([picture.src, picture.srcset]).to.deep.equal([at('/320.webp'), '']);
      }
    });

    it('a list takes what is named where sizes are anything else', async () => {
      for (const image_sizes of ['x', [null, 'x', 320, { width: 320 }], { width: 320, url: 'javascript:0' }, null]) {
        const [picture] = await pictures({
          feed: feedOf([item('a', { image: '/640.webp', _iom: { image_sizes } })]),
        });
        expect([picture.src, picture.srcset]).to.deep.equal([at('/640.webp'), '']);
      }
    });

    it('of one size, or of sizes that say no width, is as it is named', async () => {
      for (const image_sizes of [[sizes[1]], [{ url: '/320.webp' }, sizes[1]], 'x']) {
        const one = feedOf([item('a', { image: '/640.webp', _iom: { image_sizes } })]);
        const [picture] = await pictures({ feed: one, layout: 'cards' });
        expect([picture.src, picture.srcset]).to.deep.equal([at('/640.webp'), '']);
      }
    });

    it('is the smallest where a visitor saves data', async function () {
      skipOnServer(this);
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
      try {
        const [picture] = await pictures({ layout: 'cards' });
        expect([picture.src, picture.srcset]).to.deep.equal([at('/320.webp'), '']);
      } finally {
        delete (navigator as { connection?: object }).connection;
      }
    });

    it('keeps its place before it is there', async () => {
      const [picture] = await pictures({ layout: 'cards' });
      const { width, height } = picture.getBoundingClientRect();
      expect(width / height).to.be.closeTo(1.5, 0.05);
    });
  });

  it('no element of the list hears clicks: screen readers would call all in it clickable', async () => {
    const heard: string[] = [];
    const addEventListener = Reflect.get(EventTarget.prototype, 'addEventListener');
    EventTarget.prototype.addEventListener = function (
      this: EventTarget,
      ...given: Parameters<typeof addEventListener>
    ) {
      if (given[0] === 'click' && this instanceof Element) heard.push(this.localName);
      addEventListener.apply(this, given);
    };
    try {
      for (const layout of ['list', 'cards'] as const) await show({ feed: letters, layout });
    } finally {
      Object.assign(EventTarget.prototype, { addEventListener });
    }
    expect(heard).to.deep.equal([]);
  });

  for (const layout of ['list', 'cards', 'compact'] as const) {
    it(`layout="${layout}" ⇒ all titles, accessible, rows of one height`, async () => {
      const element = await show({ feed: letters, layout });
      expect(titles(element)).to.have.length(5);
      await expectAccessible(element);
      const heights = new Set(all(element, '.item').map((row) => Math.round(row.getBoundingClientRect().height)));
      expect([...heights]).to.have.length(1);
      const summaries = all(element, '.summary').filter((summary) => summary.checkVisibility());
      expect(summaries).to.have.length(layout === 'compact' ? 0 : 5);
    });
  }

  it('an item without an address ⇒ its title is no link, and a click on it leads nowhere', async () => {
    const element = await show({ feed: feedOf([item('a', { url: undefined })]) });
    let followed = 0;
    element.addEventListener('iom-navigate', () => followed++);
    const title = all(element, '.title')[0];
    (title.firstElementChild as HTMLElement).click();
    expect([title.querySelector(':any-link'), followed]).to.deep.equal([null, 0]);
  });

  describe('headlines', () => {
    /** Puts a list into a column, in `em` of 16 px, in letters that are the same on every machine. */
    const inColumn = async (width: number, attributes: Partial<NewsFeed>, lang = 'en') => {
      await loadFonts('regular', 'aéЯع1新');
      const box = await fixture<HTMLElement>(
        html`<div lang=${lang} style="font: 16px/1.5 ${families.regular}; width: ${width}em"></div>`,
      );
      return present(Object.assign(document.createElement('iom-news-feed'), attributes), box);
    };
    const isCut = (title: HTMLElement) => title.scrollHeight > title.clientHeight + 1;
    const title = (length: number) => 'Test headline of words '.repeat(20).slice(0, length).trim();

    for (const width of [12.5, 24, 40, 75]) {
      it(`of 27 to 400 letters in ${width}em ⇒ none is cut`, async () => {
        const items = [27, 60, 100, 160, 400].map((length) => item(`${length}`, { title: title(length) }));
        for (const layout of ['list', 'cards', 'compact'] as const) {
          const element = await inColumn(width, { feed: feedOf(items), layout });
          expect(all(element, '[part=title]').filter(isCut)).to.deep.equal([]);
        }
      });
    }

    for (const width of [20, 34, 52, 70, 88, 110]) {
      it(`cards in ${width}em ⇒ none alone in the last row, but across all of it`, async () => {
        const picture = new URL('/demo/images/partner.svg', location.href).href;
        for (const count of [4, 5, 6, 7]) {
          const items = Array.from({ length: count }, (_, index) => item(`${index}`, { image: picture }));
          const element = await inColumn(width, { feed: feedOf(items), layout: 'cards', limit: count });
          const cards = all(element, '.item').map((card) => card.getBoundingClientRect());
          const last = cards.at(-1)!;
          const isAlone = !cards.slice(0, -1).some(({ top }) => Math.abs(top - last.top) < 2);
          if (isAlone) expect(last.width, `${count} cards`).to.be.closeTo(width * 16, 2);
          expect(all(element, '.item').filter((card) => card.scrollWidth > card.clientWidth + 1)).to.deep.equal([]);
        }
      });
    }

    it('one word of 60 letters ⇒ is broken, not cut, and nothing is wider than the column', async () => {
      const element = await inColumn(12.5, { feed: feedOf([item('a', { title: 'x'.repeat(60) })]) });
      expect(all(element, '[part=title]').filter(isCut)).to.deep.equal([]);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });

    it('a long one in a narrow column ⇒ no summary rather than a few words; a short one in a wide column has it', async () => {
      const items = [item('short', { title: title(30) }), item('long', { title: title(120) })];
      const shown = async (width: number) =>
        all(await inColumn(width, { feed: feedOf(items) }), '.summary').map((summary) => summary.checkVisibility());
      expect([await shown(22), await shown(60)]).to.deep.equal([
        [true, false],
        [true, true],
      ]);
    });

    for (const lang of ['ar', 'en', 'es', 'fr', 'zh']) {
      it(`those of the demo, ${lang} ⇒ five rows are as high as their place was, or less than a line higher`, async () => {
        for (const width of [15, 20, 22.5, 24.4, 31, 36.25, 47.5, 52.5, 62.5, 75]) {
          const element = await inColumn(width, { src: `/demo/feeds/oim.${lang}.json` }, lang);
          const more = element.offsetHeight / 16 - placeholderHeights['news-feed'](width);
          expect(more, `${width}em`).to.be.within(-0.1, 1.5);
          element.parentElement!.remove();
        }
      });
    }
  });

  it('kind and place of an item above its headline, as the feed calls them', async () => {
    const items = [
      item('a', { _iom: { kind: 'press-release', dateline: 'Test City' } }),
      item('b', { _iom: { dateline: 'Test City' } }),
      item('c', { _iom: { kind: 'unknown' } }),
      item('d', { language: 'fr', _iom: { kind: 'press-release' } }),
    ];
    const _iom = { about: 'https://example.org/', labels: { 'press-release': 'Test release' } };
    const element = await show({ feed: feedOf(items, { _iom }), anyLanguage: true });
    expect(all(element, '.item').map((row) => row.querySelector('[part=kicker]')?.textContent.trim())).to.deep.equal([
      'Test release Test City',
      'Test City',
      undefined,
      // It isn’t called that in French.
      undefined,
    ]);
  });

  it('a date as the feed words it, in the language of the page alone', async () => {
    const date = { date_published: '2026-11-03T12:00:00Z' };
    const items = [
      item('a', { ...date, _iom: { date_text: 'Test day' } }),
      item('b', { ...date, language: 'fr', _iom: { date_text: 'Jour de test' } }),
      item('c', { ...date, _iom: { date_text: ['Test day'] as unknown as string } }),
    ];
    for (const anyLanguage of [true, false]) {
      const element = await show({ feed: feedOf(items), anyLanguage });
      const days = all(element, 'time').map((time) => time.textContent);
      const own = 'November 3, 2026';
      expect(days).to.deep.equal(anyLanguage ? ['Test day', own, own] : ['Test day', own]);
    }
  });

  describe('whose news it is', () => {
    const home = { home_page_url: 'https://www.example.org/news', icon: 'https://example.org/icon.svg' };

    it('its title and icon above the list, its page below', async () => {
      const element = await show({ feed: feedOf([item('a')], home) });
      expect(textsOf(element, '[part=head], [part=foot]')).to.deep.equal(['Test feed', 'www.example.org']);
      expect(all<HTMLImageElement>(element, '[part=head] img').map(({ src }) => src)).to.deep.equal([home.icon]);
      expect(all<HTMLAnchorElement>(element, '[part=foot] a').map(({ href }) => href)).to.deep.equal([
        home.home_page_url,
      ]);
    });

    it('no page of the web, no icon of the web ⇒ neither', async () => {
      const element = await show({ feed: feedOf([item('a')], { home_page_url: 'mailto:a@example.org', icon: 3 }) });
      expect(all(element, '[part=head] img, [part=foot] a')).to.deep.equal([]);
    });

    it('hide="title, source kind summary date images" ⇒ the headline alone', async () => {
      const [image, date] = [{ image: 'https://example.org/a.jpg' }, { date_published: '2026-11-20T12:00:00Z' }];
      const element = await show({
        feed: feedOf([item('a', { ...image, ...date, _iom: { dateline: 'Test City' } })], home),
        hide: 'title, source kind summary date images',
      });
      const parts = ['head', 'foot', 'kicker', 'summary', 'image', 'title'];
      expect(parts.filter((part) => all(element, `[part=${part}]`)[0]?.checkVisibility() ?? 'missing')).to.deep.equal([
        'title',
      ]);
      expect(all(element, 'time')[0].checkVisibility()).to.equal(false);
    });
  });

  it('one thousand items ⇒ all in the page, rows out of sight skipped', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => item(`${index}`));
    const element = await show({ feed: feedOf(items), limit: 1000 });
    expect(all(element, '.item')).to.have.length(1000);
    expect(getComputedStyle(all(element, '.item')[999]).contentVisibility).to.equal('auto');
  });

  describe('narrowed by attributes', () => {
    for (const [attributes, match] of [
      [{ tags: 'data' }, ['First test item', 'Third test item']],
      [{ countries: 'eg, ar' }, ['Second test item', 'Third test item']],
      [{ kind: 'press-release' }, ['First test item']],
      [{ search: 'SECOND item' }, ['Second test item']],
      [{ kind: 'news', countries: 'UY' }, ['Third test item']],
    ] as const) {
      it(`${JSON.stringify(attributes)} ⇒ ${match.join(', ')}`, async () => {
        const element = await show({ src, ...attributes });
        expect(titles(element)).to.deep.equal(match);
      });
    }
  });

  it('controls ⇒ the visitor searches and chooses, and hears when nothing matches', async () => {
    const element = await show({ src, controls: 'search, tags, countries, kind' });
    await expectAccessible(element);
    const [tags, countries] = all<HTMLSelectElement>(element, 'select');
    expect([...countries.options].map(({ text }) => text)).to.deep.equal(['All', 'Argentina', 'Egypt', 'Uruguay']);
    tags.value = 'data';
    tags.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['First test item', 'Third test item']);
    const search = all<HTMLInputElement>(element, 'input')[0];
    search.value = 'nowhere';
    search.dispatchEvent(new InputEvent('input'));
    await element.updateComplete;
    expect(titles(element)).to.deep.equal([]);
    expect(textsOf(element, '[aria-live]')).to.deep.equal(['No results.']);
  });

  describe('more', () => {
    it('shows as many again, and puts the focus on the first of them', async () => {
      const element = await show({ feed: letters, limit: 3, more: true });
      button(element, 'Show more')!.click();
      await until(() => (element.renderRoot as ShadowRoot).activeElement?.textContent === 'Item d');
      expect(titles(element)).to.have.length(6);
      button(element, 'Show more')!.click();
      await until(() => titles(element).length === 8);
      expect(button(element, 'Show more')).to.equal(undefined);
    });

    it('goes on with the older pages of the feed, each item once', async () => {
      const element = await show({
        feed: feedOf([item('one'), item('z')], { next_url: `${location.origin}/faults/feed` }),
        more: true,
      });
      button(element, 'Show more')!.click();
      await until(() => titles(element).length === 4);
      expect(titles(element)).to.deep.equal(['First test item', 'Item z', 'Second test item', 'Third test item']);
      expect(button(element, 'Show more')).to.equal(undefined);
    });

    it('an older page that can’t be had ⇒ words, an event, and another try', async () => {
      const next_url = `${location.origin}${fresh('/faults/wavers')}`;
      await fetch(next_url);
      const element = await show({ feed: feedOf([item('one')], { next_url }), more: true });
      const failed = nextEvent(element, 'iom-error');
      button(element, 'Show more')!.click();
      expect((await failed).error.status).to.equal(404);
      expect(textsOf(element, '[aria-live]')).to.deep.equal(['This content could not be loaded.']);
      button(element, 'Show more')!.click();
      await until(() => titles(element).length === 3);
      expect(textsOf(element, '[aria-live]')).to.deep.equal(['']);
      expect(all(element, '[aria-live]')[0].getBoundingClientRect().height, 'nothing said, no place').to.equal(0);
    });

    it('open="here", an item of an older page ⇒ that one, with its own addresses', async () => {
      const content_html = '<p>Old.</p><p><a href="x">Link</a></p>';
      const older = feedOf([item('old', { content_html, url: undefined })]);
      const next_url = `${location.origin}/faults/text?${encodeURIComponent(JSON.stringify(older))}`;
      const element = await show({ feed: feedOf([item('one')], { next_url }), more: true, open: 'here' });
      button(element, 'Show more')!.click();
      await until(() => titles(element).length === 2);
      all(element, '.item a')[1].click();
      const release = () => element.renderRoot.querySelector('iom-press-release')?.shadowRoot;
      await until(() => release()?.textContent?.includes('Old.'), 'the release');
      expect(release()!.querySelector<HTMLAnchorElement>('.body a')!.href).to.equal(`${location.origin}/faults/x`);
    });

    it('a feed that leads back to itself ⇒ no endless pages', async () => {
      const element = await show({ src: '/faults/circle', more: true });
      expect(titles(element)).to.deep.equal(['Round']);
      expect(button(element, 'Show more')).to.equal(undefined);
    });
  });

  for (const [option, value, otherwise] of [
    ['tags', 'A', ''],
    ['more', true, false],
    ['layout', 'cards', 'list'],
    ['dates', 'relative', 'absolute'],
    ['anyLanguage', true, false],
  ] as const) {
    it(`${option}: switched on, off and on again ⇒ the list is there each time`, async () => {
      const element = await show({ feed: feedOf([item('a', { tags: ['A'] }), item('b', { tags: ['A'] })]) });
      for (const next of [value, otherwise, value, otherwise]) {
        Object.assign(element, { [option]: next });
        await element.updateComplete;
        await until(() => element.matches(':state(ready)'));
        expect(titles(element)).to.deep.equal(['Item a', 'Item b']);
      }
    });
  }

  it('an item in a language of the other direction ⇒ in its direction, on its side', async () => {
    const date_published = '2026-11-20T12:00:00Z';
    const more = { language: 'ar', title: 'خبر (UN).', date_published };
    const feed = feedOf([item('a', { date_published }), item('b', more)]);
    const element = await show({ feed, anyLanguage: true });
    const [own, foreign] = all(element, '[part=title]');
    expect(getComputedStyle(own).direction).to.equal('ltr');
    expect(getComputedStyle(foreign).direction).to.equal('rtl');
    expect(foreign.querySelector('a')!.hreflang).to.equal('ar');
    // Its date is the page's wording, and reads in its order.
    expect(getComputedStyle(all(element, 'time')[1]).direction).to.equal('ltr');
    expect(own.querySelector('a')!.hasAttribute('hreflang')).to.equal(false);
  });

  it('leaves out other languages; any-language names them', async () => {
    const feed = feedOf([item('a'), item('b', { language: 'es' })]);
    expect(titles(await show({ feed }))).to.deep.equal(['Item a']);
    const element = await show({ feed, anyLanguage: true });
    expect(titles(element)).to.deep.equal(['Item a', 'Item b']);
    expect(all(element, '[part=title]')[1].closest<HTMLElement>('[lang]')?.lang).to.equal('es');
    expect(textsOf(element, '[part=meta]')[1]?.toLowerCase()).to.equal('español');
  });

  it('dates="relative" ⇒ time passed', async () => {
    const date_published = new Date(Date.now() - 3 * 3_600_000 - 1000).toISOString().replace(/\.\d+/, '');
    const element = await show({ feed: feedOf([item('a', { date_published })]), dates: 'relative' });
    expect(textsOf(element, 'time')).to.deep.equal(['3 hours ago']);
  });

  describe('a feed that the page changes', () => {
    const showChanging = (feed: object) => show({ feed, limit: 20 });
    const change = async (element: NewsFeed, feed: object) => {
      const loaded = nextEvent(element, 'iom-load');
      element.feed = feed;
      await loaded;
    };
    const three = () => [item('a'), item('b'), item('c')];

    it('one item is another ⇒ it alone is drawn', async function () {
      skipOnServer(this);
      const [a, b, c] = three();
      const element = await showChanging(feedOf([a, b, c]));
      const touched = new Set<string>();
      const observer = new MutationObserver((records) =>
        records.forEach(({ target }) => {
          const row = (target instanceof Element ? target : target.parentElement)?.closest('.item');
          if (row) touched.add(row.querySelector('[part=title]')!.textContent.trim());
        }),
      );
      observer.observe(element.renderRoot, { childList: true, characterData: true, attributes: true, subtree: true });
      await change(element, feedOf([a, { ...b, title: 'Other' }, c]));
      await Promise.resolve();
      observer.disconnect();
      expect(titles(element)).to.deep.equal(['Item a', 'Other', 'Item c']);
      expect([...touched]).to.deep.equal(['Other']);
    });

    for (const [what, action, expected] of [
      ['a field changes', (items) => (items[1].title = 'Other'), ['Item a', 'Other', 'Item c']],
      ['a field goes', (items) => delete (items[1] as { url?: string }).url, ['Item a', 'Item b', 'Item c']],
      ['a field that was missing comes', (items) => Object.assign(items[0], { language: 'es' }), ['Item b', 'Item c']],
      ['a field can no longer be shown as it is', (items) => (items[2].title = ' <b>C</b>'), ['Item a', 'Item b', 'C']],
      ['an item goes', (items) => items.shift(), ['Item b', 'Item c']],
      ['an item comes', (items) => items.unshift(item('z')), ['Item z', 'Item a', 'Item b', 'Item c']],
      ['all items change places', (items) => items.reverse(), ['Item c', 'Item b', 'Item a']],
      ['all items go', (items) => items.splice(0), []],
    ] as [string, (items: ReturnType<typeof three>) => unknown, string[]][]) {
      it(`within the items that it has, ${what} ⇒ shown`, async function () {
        skipOnServer(this);
        const items = three();
        const element = await showChanging(feedOf(items));
        action(items);
        await change(element, feedOf(items));
        expect(titles(element)).to.deep.equal(expected);
        const links = (list: NewsFeed) => all(list, '[part=title] a').map((link) => link.getAttribute('href'));
        const fromNew = await show({ feed: structuredClone(feedOf(items)), limit: 20 });
        expect(links(element), 'as in a feed that is new').to.deep.equal(links(fromNew));
        // And once more, when it is what was there before.
        await change(element, feedOf(three()));
        expect(titles(element)).to.deep.equal(['Item a', 'Item b', 'Item c']);
      });
    }

    it('the item in focus changes ⇒ its link has the focus still', async function () {
      skipOnServer(this);
      const [a, b, c] = three();
      const element = await showChanging(feedOf([a, b, c]));
      all(element, 'a')[1].focus();
      await change(element, feedOf([a, { ...b, title: 'Other' }, c]));
      expect(element.shadowRoot?.activeElement?.textContent).to.equal('Other');
    });

    it('an item comes before the one in focus ⇒ the focus stays with its item, and the page where it is', async function () {
      skipOnServer(this);
      const items = Array.from({ length: 19 }, (_, index) => item(`${index}`));
      const element = await showChanging(feedOf(items));
      all(element, 'a')[1].focus();
      scrollTo(0, document.body.scrollHeight);
      const { scrollY } = window;
      expect(scrollY).to.be.greaterThan(innerHeight / 2);
      await change(element, feedOf([item('new'), ...items]));
      const focused = () => element.shadowRoot?.activeElement?.textContent;
      await until(() => focused() === 'Item 1', 'the focus').catch(String);
      expect(focused()).to.equal('Item 1');
      expect(window.scrollY).to.be.greaterThan(innerHeight / 2);
      expect(titles(element).slice(0, 3)).to.deep.equal(['Item new', 'Item 0', 'Item 1']);
    });

    it('a feed that says the same in other objects ⇒ nothing of the list is touched', async function () {
      skipOnServer(this);
      const element = await showChanging(feedOf(three()));
      const touched: MutationRecord[] = [];
      const observer = new MutationObserver((records) => touched.push(...records));
      observer.observe(element.renderRoot, { childList: true, characterData: true, attributes: true, subtree: true });
      await change(element, feedOf(structuredClone(three())));
      await Promise.resolve();
      observer.disconnect();
      expect(touched).to.deep.equal([]);
    });

    it('what every row shows changes with it ⇒ every row shows it', async function () {
      skipOnServer(this);
      const items = three();
      const element = await showChanging(feedOf(items));
      element.headingLevel = 5;
      await change(element, feedOf(items));
      expect(all(element, '[part=title]').map((title) => title.getAttribute('aria-level'))).to.deep.equal([
        '5',
        '5',
        '5',
      ]);
      element.anyLanguage = true;
      await change(element, feedOf(items, { language: 'es' }));
      const languages = textsOf(element, '[part=meta]').map((text) => text?.toLowerCase());
      expect(languages).to.deep.equal(['español', 'español', 'español']);
    });

    it('a second item with an id that is there ⇒ as in a feed that is new', async function () {
      skipOnServer(this);
      const [a, b] = three();
      const element = await showChanging(feedOf([a, b]));
      const items = [a, b, { ...item('a'), title: 'Again' }];
      const fromNew = await show({ feed: structuredClone(feedOf(items)), limit: 20 });
      await change(element, feedOf(items));
      expect(titles(element)).to.deep.equal(titles(fromNew));
      await change(element, feedOf(items));
      expect(titles(element), 'once more').to.deep.equal(titles(fromNew));
    });
  });

  it('an item under embargo ⇒ not there; one whose embargo can’t be read either', async () => {
    const until = (embargo_until: string) => ({ _iom: { embargo_until } });
    const items = [
      item('a', until('2999-01-01T00:00:00Z')),
      item('b', until('?')),
      item('c', until('2020-01-01T00:00:00Z')),
    ];
    expect(titles(await show({ feed: feedOf(items) }))).to.deep.equal(['Item c']);
  });

  it('iom-navigate ⇒ carries the item; canceled, the link is not followed', async () => {
    const element = await show({ feed: letters });
    const titles: unknown[] = [];
    element.addEventListener('iom-navigate', (event) => {
      titles.push(event.item.title);
      event.preventDefault();
    });
    const clicked = nextEvent(element, 'click');
    all(element, 'a')[1].click();
    expect((await clicked).defaultPrevented).to.equal(true);
    expect(titles).to.deep.equal(['Item b']);
  });

  it('open="here" ⇒ the release in place of the list, and back with the focus where it was', async () => {
    const element = await show({ src, open: 'here' });
    all(element, 'a')[1].click();
    await until(() =>
      element.renderRoot.querySelector('iom-press-release')?.shadowRoot?.textContent?.includes('Body of the second.'),
    );
    expect(titles(element)).to.deep.equal([]);
    button(element, 'Back to the list')!.click();
    await until(() => (element.renderRoot as ShadowRoot).activeElement?.textContent === 'Second test item');
  });

  it('open="here", a newer item comes meanwhile ⇒ back to the item that was open', async () => {
    const element = await show({ feed: letters, open: 'here', limit: 20 });
    all(element, '[part=title] a')[2].click();
    await until(() => button(element, 'Back to the list'));
    element.feed = feedOf([item('new'), ...letters.items]);
    await element.updateComplete;
    button(element, 'Back to the list')!.click();
    await until(() => titles(element)[0] === 'Item new');
    await until(() => (element.renderRoot as ShadowRoot).activeElement);
    expect((element.renderRoot as ShadowRoot).activeElement?.textContent).to.equal('Item c');
  });

  describe('the last good copy', () => {
    it('stays, with a note, when the feed can’t be had again; trying again brings the new one', async () => {
      const element = await show({ src: fresh('/faults/wavers') });
      expect(titles(element)).to.have.length(3);
      // What a server has drawn asks by itself.
      if (element.matches(':state(ready)')) element.retry();
      await until(() => element.matches(':state(stale)'));
      expect(titles(element)).to.have.length(3);
      await until(() => button(element, 'Try again'));
      await expectAccessible(element);
      button(element, 'Try again')!.click();
      await until(() => element.matches(':state(ready)'));
    });

    it('is there before the network answers', async function () {
      skipOnServer(this);
      if (!('caches' in window)) this.skip(); // No Cache API in this browser.
      const url = `${location.origin}/faults/silence?kept`;
      const cache = await caches.open('iom-feeds');
      await cache.put(url, new Response(JSON.stringify(feedOf([item('kept')]))));
      const element = await show({ src: url });
      expect(titles(element)).to.deep.equal(['Item kept']);
    });
  });

  it('the last listener gone ⇒ the request ends', async () => {
    const url = fresh('/faults/watched');
    const element = await fixture<NewsFeed>(html`<iom-news-feed src=${url}></iom-news-feed>`);
    await until(async () => (await countOf(url)) === 1);
    element.remove();
    await until(async () => (await countOf(`${url} closed`)) === 1, 'closed');
  });

  describe('bad input', () => {
    for (const { name, source, titles: left, error } of badInput) {
      it(`${name} ⇒ ${error ?? left?.join().slice(0, 60)}`, async () => {
        const box = await fixture(html`<div></div>`);
        const element = document.createElement('iom-news-feed');
        Object.assign(element, {
          anyLanguage: true,
          limit: 1000,
          src: `/faults/text?${encodeURIComponent(source.slice(0, 3000))}`,
        });
        if (source.length > 3000) {
          const script = Object.assign(document.createElement('script'), {
            type: 'application/feed+json',
            textContent: source,
          });
          element.append(script);
        }
        const failed = nextEvent(element, 'iom-error');
        const loaded = nextEvent(element, 'iom-load');
        box.append(element);
        if (error) expect((await failed).error.code).to.equal(error);
        else {
          await loaded;
          expect(titles(element)).to.deep.equal(left!.map((title) => title?.trim()));
        }
      });
    }
  });
});
