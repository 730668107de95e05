import { expect, fixture, html } from '@open-wc/testing';
import { placeholderHeights } from '../../src/elements.js';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import type { NewsFeed } from '../../src/elements/news-feed/news-feed.js';
import { until } from '../helpers/events.js';

/** Where the demo's feed is published, as a whole and in parts. */
const publication = '/publication/oim.fr/';

/** Puts an element into a French page and waits until it shows something. */
async function show<T extends IomElement>(name: string, attributes: string, state = 'ready'): Promise<T> {
  const box = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  box.innerHTML = `<iom-${name} ${attributes}><a href="https://example.org/">Fallback</a></iom-${name}>`;
  const element = box.firstElementChild as T;
  await until(() => element.matches(`:state(${state})`), `${name} ${state}`);
  await settled(element);
  return element;
}

/** Waits until all in it is ready: a release has its contact inside, a map is drawn once it is in sight. */
async function settled(element: IomElement) {
  if (element.localName === 'iom-office-map' && element.matches(':state(ready)'))
    await until(() => element.renderRoot.querySelector('[part=pin]'), 'the map');
  const inner = () => [...element.renderRoot.querySelectorAll<IomElement>('iom-press-release, iom-press-contact')];
  await until(() => inner().every((child) => child.matches(':state(ready)')), 'what is inside');
  for (const child of inner()) await settled(child);
}

/** All that a reader sees, and where it leads. */
function seen(element: IomElement): string[] {
  const texts: string[] = [];
  const walk = (node: Node) => {
    if (node instanceof Text && node.data.trim()) texts.push(node.data.replace(/\s+/g, ' ').trim());
    if (node instanceof HTMLAnchorElement) texts.push(node.href);
    if (node instanceof HTMLImageElement) texts.push(node.src);
    if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
    if (!(node instanceof HTMLStyleElement)) node.childNodes.forEach(walk);
  };
  walk(element.renderRoot);
  return texts;
}

const titles = (element: IomElement) =>
  [...element.renderRoot.querySelectorAll('[part=title]')].map(({ textContent }) => textContent.trim());
const button = (element: IomElement, name: string) =>
  [...element.renderRoot.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);

/** The lines of the console while something is done. */
async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const { warn } = console;
  console.warn = (line: unknown) => lines.push(String(line));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return lines;
}

const version = 'https://jsonfeed.org/version/1.1';
let count = 0;
/** The address of a feed that says this; each time another one. */
const served = (feed: object) =>
  `${location.origin}/faults/text?${encodeURIComponent(JSON.stringify({ version, title: `Test ${count++}`, language: 'fr', ...feed }))}`;
const listed = (id: string, excerpt_of: string) => ({
  id,
  url: `https://example.org/${id}`,
  title: `Title ${id}`,
  summary: `Summary ${id}`,
  content_text: `Summary ${id}`,
  _iom: { excerpt_of },
});
const whole = (id: string, more: object = {}) => ({
  id,
  url: `https://example.org/${id}`,
  title: `Title ${id}`,
  summary: `Summary ${id}`,
  content_text: `All of ${id}.`,
  ...more,
});

describe('feeds of one part', () => {
  before(() =>
    Promise.all(Object.keys(placeholderHeights).map((name) => import(`../../src/elements/${name}/define.ts`))),
  );

  for (const [name, attributes, file] of [
    ['news-feed', '', 'news'],
    ['news-feed', 'layout="cards"', 'news'],
    ['news-feed', 'limit="12"', 'news'],
    ['news-feed', 'tags="gouvernance"', 'news'],
    ['news-feed', 'kind="press-release" countries="UY"', 'news'],
    ['news-feed', 'search="gouvernance"', 'news'],
    ['news-feed', 'controls="search, tags, countries, kind"', 'news'],
    ['press-release', '', 'release'],
    ['press-release', 'item-id="press-desks"', 'item/press-desks'],
    ['press-release', '', 'news'],
    ['press-release', 'item-id="annual-report-2023"', 'news'],
    ['press-contact', '', 'contacts'],
    ['press-contact', 'contact-id="hq-press"', 'contacts'],
    ['press-contact', 'country="EG"', 'contacts'],
    ['press-contact', 'item-id="uy-trafficking-network"', 'item/uy-trafficking-network'],
    ['org-chart', '', 'organization'],
    ['org-chart', 'unit="dg"', 'organization'],
    ['link-cards', '', 'sections'],
    ['link-cards', 'section="data"', 'section/data'],
    ['sdg-grid', '', 'goals'],
    ['office-map', '', 'offices'],
    ['site-menu', '', 'menu'],
    ['about', '', 'about'],
    ['key-figures', '', 'figures'],
    ['key-figures', 'figures="founded,countries"', 'figures'],
  ]) {
    it(`<iom-${name} ${attributes}> shows from ${file}.json what it shows from the whole`, async () => {
      const texts: string[][] = [];
      for (const from of ['feed', file]) {
        const element = await show(name, `${attributes} src="${publication}${from}.json"`);
        // The details of a unit come with a script of their own.
        if (attributes.includes('unit'))
          await until(() => element.renderRoot.querySelector('[part=panel]'), 'the panel');
        texts.push(seen(element));
      }
      expect(texts[0].length).to.be.above(1);
      expect(texts[1]).to.deep.equal(texts[0]);
    });
  }

  it('more ⇒ each item of the feed once, in its order', async () => {
    const ends: string[][] = [];
    for (const file of ['feed', 'news']) {
      const element = await show<NewsFeed>('news-feed', `more src="${publication}${file}.json"`);
      for (let before = 0; button(element, 'Afficher plus');) {
        before = titles(element).length;
        button(element, 'Afficher plus')!.click();
        await until(() => titles(element).length > before, 'more items');
      }
      ends.push(titles(element));
    }
    expect(ends[1]).to.have.length(18);
    expect(ends[1]).to.deep.equal(ends[0]);
  });

  it('open="here" ⇒ the whole item, with its contact', async () => {
    const opened: string[][] = [];
    for (const file of ['feed', 'news']) {
      const element = await show<NewsFeed>('news-feed', `open="here" src="${publication}${file}.json"`);
      element.renderRoot.querySelector<HTMLElement>('.item a')!.click();
      await until(() => element.renderRoot.querySelector('iom-press-release'), 'the release');
      await settled(element);
      opened.push(seen(element));
    }
    expect(opened[0].join()).to.contain('Goycoechea');
    expect(opened[1]).to.deep.equal(opened[0]);
  });

  it('structured data ⇒ that of the whole item', async () => {
    const data: (string | null | undefined)[] = [];
    for (const file of ['feed', 'news', 'release']) {
      const element = await show('press-release', `structured-data src="${publication}${file}.json"`);
      const script = () => element.querySelector('script[type*=ld]');
      await until(script, 'structured data');
      data.push(script()!.textContent.replaceAll(/[^"]*\/images\//g, ''));
    }
    expect(data[0]).to.contain('workTranslation');
    expect(data[1]).to.equal(data[0]);
    expect(data[2]).to.equal(data[0]);
  });

  it('a plain list asks for nothing but the light list', async () => {
    const src = `${publication}news.json?${Math.random()}`;
    const asked: string[] = [];
    const fetch = window.fetch.bind(window);
    window.fetch = (input, init) => {
      asked.push(input as string);
      return fetch(input, init);
    };
    try {
      expect(titles(await show('news-feed', `src="${src}"`))).to.have.length(5);
    } finally {
      window.fetch = fetch;
    }
    expect(asked).to.deep.equal([location.origin + src]);
  });

  describe('where something is missing, older or newer', () => {
    it('the publication changes between two requests ⇒ no item twice, none missing', async () => {
      const next_url = served({ items: ['new', 'e', 'd', 'c', 'b', 'a', 'z', 'y'].map((id) => whole(id)) });
      const items = ['e', 'd', 'c', 'b', 'a'].map((id) => listed(id, next_url));
      const element = await show<NewsFeed>('news-feed', `more src="${served({ items, next_url })}"`);
      button(element, 'Afficher plus')!.click();
      await until(() => titles(element).length === 8, 'all items');
      expect(
        titles(element)
          .map((title) => title.replace('Title ', ''))
          .sort(),
      ).to.deep.equal(['a', 'b', 'c', 'd', 'e', 'new', 'y', 'z']);
      expect(titles(element)[0]).to.equal('Title e');
    });

    it('a light list that is newer than the pages after it ⇒ those are asked for again', async () => {
      const page = (ids: string) => served({ items: [...ids].map((id) => whole(id)) });
      const light = (ids: string, next_url: string) => ({
        version,
        title: 'Test',
        language: 'fr',
        items: [...ids].map((id) => listed(id, next_url)),
        next_url,
      });
      const element = await show<NewsFeed>('news-feed', 'limit="6"', 'error');
      element.feed = light('edcba', page('edcbaz'));
      await until(() => titles(element).length === 6, 'six items');
      element.limit = 9;
      element.feed = light('nmlkj', page('nmlkjihgf'));
      await until(() => titles(element).length === 9, 'nine items');
      expect(
        titles(element)
          .map((title) => title.replace('Title ', ''))
          .join(''),
      ).to.equal('nmlkjihgf');
    });

    it('the whole feed is gone ⇒ what the light list has, and a note', async () => {
      const next_url = `${location.origin}/faults/status/404?${Math.random()}`;
      const items = ['b', 'a'].map((id) => listed(id, next_url));
      let element!: NewsFeed;
      const lines = await warnings(async () => {
        element = await show<NewsFeed>('news-feed', `src="${served({ items, next_url })}"`);
        await until(() => element.renderRoot.querySelector('.notice')?.textContent.trim(), 'a note');
      });
      expect(titles(element)).to.deep.equal(['Title b', 'Title a']);
      expect(lines.filter((line) => line.includes(next_url))).to.have.length(1);
    });

    for (const [what, excerpt_of] of [
      ['is not there', () => `${location.origin}/faults/status/404?${Math.random()}`],
      ['is a web page', () => `${location.origin}/faults/html?${Math.random()}`],
      ['has the item no more', () => served({ items: [whole('other')] })],
      ['has an excerpt again', () => served({ items: [listed('a', 'https://example.org/')] })],
      [
        'has the item under embargo',
        () => served({ items: [whole('a', { _iom: { embargo_until: '2999-01-01T00:00:00Z' } })] }),
      ],
    ] as const) {
      it(`the file of an item ${what} ⇒ the excerpt, a link to the page, and one line in the console`, async () => {
        const address = excerpt_of();
        const src = served({ items: [listed('a', address)] });
        let element!: NewsFeed;
        const lines = await warnings(async () => {
          element = await show<NewsFeed>('news-feed', `open="here" src="${src}"`);
          element.renderRoot.querySelector<HTMLElement>('.item a')!.click();
          await until(() => element.renderRoot.querySelector('iom-press-release'), 'the release');
          await settled(element);
          await show('press-release', `src="${src}"`);
        });
        const release = element.renderRoot.querySelector('iom-press-release')!;
        expect(release.renderRoot.querySelector('[part=body]')!.textContent).to.contain('Summary a');
        expect([...release.renderRoot.querySelectorAll('a')].map(({ href }) => href)).to.include(
          'https://example.org/a',
        );
        expect(lines.filter((line) => line.includes(address) && line.includes('excerpt'))).to.have.length(1);
      });
    }

    it('a file that is newer than the excerpt ⇒ what it says', async () => {
      const newer = served({ items: [whole('a', { title: 'Corrected title' })] });
      const element = await show('press-release', `src="${served({ items: [listed('a', newer)] })}"`);
      expect(titles(element)).to.deep.equal(['Corrected title']);
    });
  });
});
