import { expect } from '@open-wc/testing';
import { watch } from '../src/autoload.js';
import { nextEvent, until } from './helpers/events.js';

const feed = '/faults/feed';
const link = '<a href="https://example.org">Fallback</a>';

/** How often an address was asked for. */
const asked = async (url: string) => Number(await (await fetch(`/faults/count?of=${encodeURIComponent(url)}`)).text());

let count = 0;
/** An address of a feed that no other test has asked for. */
const fresh = (path = feed) => `${path}?${(count += 1)}-${Math.random()}`;

function put(html: string, root: ParentNode = document.body): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = html;
  root.append(box);
  return box;
}
const ready = (box: ParentNode, tag = 'iom-news-feed') =>
  until(() => box.querySelector(tag)?.matches(':state(ready)'), `${tag} ready`);
const inside = (box: ParentNode, tag = 'iom-news-feed') => box.querySelector(tag)!.shadowRoot!.textContent;

describe('autoload.js', () => {
  const failures: unknown[] = [];
  const warnings: string[] = [];
  const { warn } = console;
  before(() => {
    addEventListener('error', (event) => failures.push(event.error));
    addEventListener('unhandledrejection', (event) => failures.push(event.reason));
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  });
  after(() => (console.warn = warn));
  beforeEach(() => scrollTo(0, 0));
  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.lang = 'en';
    expect(failures).to.deep.equal([]);
    expect(warnings.splice(0)).to.deep.equal([]);
  });

  it('loads an element that is put into the page later', async () => {
    const box = put(`<iom-news-feed src="${feed}">${link}</iom-news-feed>`);
    await ready(box);
    expect(inside(box)).to.contain('First test item');
  });

  it('loads an element inside a shadow root it is told of', async () => {
    const root = put('').attachShadow({ mode: 'open' });
    watch(root);
    const box = put(`<iom-press-contact src="/demo/feeds/oim.en.json">${link}</iom-press-contact>`, root);
    await ready(box, 'iom-press-contact');
  });

  it('finds elements after a navigation that replaces the page’s content', async () => {
    const box = put('<main><p>A page</p></main>');
    history.pushState({}, '', '?next');
    box.innerHTML = `<main><iom-news-feed src="${feed}">${link}</iom-news-feed></main>`;
    await ready(box);
    history.back();
    await nextEvent(window as unknown as HTMLElement, 'popstate' as never);
  });

  it('keeps the place of an element until it is there', async () => {
    const box = put(`<iom-press-release src="/faults/silence"></iom-press-release><p>Below</p>`);
    await Promise.resolve();
    expect(box.firstElementChild!.getBoundingClientRect().height).to.equal(60 * 16);
    await until(() => customElements.get('iom-press-release'));
    expect(box.firstElementChild!.getAttribute('style') || '').to.equal('');
  });

  it('keeps as many rows free as the list will have', async () => {
    const box = put(
      ['', 'limit="3"', 'data-limit="3" data-layout="compact"']
        .map((attributes) => `<div data-iom="news-feed" ${attributes}>${link}</div>`)
        .join(''),
    );
    await Promise.resolve();
    const heights = [...box.children].map((element) => Math.round(element.getBoundingClientRect().height));
    expect(heights).to.deep.equal([800, 480, 278]);
    // They have no feed, and say so.
    await until(() => warnings.length);
    warnings.length = 0;
  });

  it('asks for a feed ahead, in the language of the place, and only once', async () => {
    const url = fresh('/faults/feed/{lang}');
    const box = put(
      `<section lang="FR"><iom-news-feed src="${url}" any-language></iom-news-feed><iom-news-feed data-src="${url}" any-language></iom-news-feed></section>`,
    );
    await Promise.resolve();
    const french = url.replace('{lang}', 'fr');
    expect(Object.keys(globalThis.iomFeeds!)).to.include(new URL(french, document.baseURI).href);
    await until(() => [...box.querySelectorAll('iom-news-feed')].every((element) => element.matches(':state(ready)')));
    expect(await asked(french)).to.equal(1);
    const later = put(`<iom-news-feed lang="fr" src="${url}" any-language></iom-news-feed>`);
    await ready(later);
    expect(await asked(french)).to.equal(1);
  });

  it('what was asked ahead and failed is tried again as ever', async () => {
    const url = fresh('/faults/recovers');
    const box = put(`<iom-news-feed src="${url}">${link}</iom-news-feed>`);
    await ready(box);
    expect(await asked(url)).to.equal(3);
  });

  it('what was asked ahead may not be larger than a feed may be', async () => {
    const box = put(`<iom-news-feed src="${fresh('/faults/huge')}">${link}</iom-news-feed>`);
    const { error } = await nextEvent(box, 'iom-error');
    expect(error.code).to.equal('too-large');
    await until(() => warnings.length);
    warnings.length = 0;
  });

  it('asks for nothing where the feed stands in the page', async () => {
    const url = fresh();
    const text = await (await fetch(feed)).text();
    const box = put(
      `<iom-news-feed src="${url}"><script type="application/feed+json">${text}</script></iom-news-feed>`,
    );
    await ready(box);
    expect(await asked(url)).to.equal(0);
  });

  it('loads nothing for an element far below until it comes near', async () => {
    const url = fresh();
    const box = put(`<div class="far"></div><iom-news-feed src="${url}">${link}</iom-news-feed>`);
    (box.firstElementChild as HTMLElement).style.height = '10000px';
    const eager = fresh();
    const other = put(`<iom-news-feed src="${eager}" loading="eager">${link}</iom-news-feed>`, box);
    await ready(other);
    expect(await asked(url)).to.equal(0);
    scrollTo(0, 10_000 - 1.5 * innerHeight);
    await ready(box);
    expect(await asked(url)).to.equal(1);
  });

  it('an element far below that is taken out and comes back within sight ⇒ loads, and its place is as it was', async () => {
    const box = put('<div></div>');
    (box.firstElementChild as HTMLElement).style.height = '10000px';
    const far = put(`<iom-news-feed src="${fresh()}" style="color: red">${link}</iom-news-feed>`, box);
    const element = far.firstElementChild!;
    await until(() => far.querySelector(':not(:state(ready))'));
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    element.remove();
    // Something else that is waited for.
    put(`<iom-news-feed src="${fresh()}">${link}</iom-news-feed>`, box);
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    box.before(element);
    await ready(document.body);
    expect(element.getAttribute('style')).to.equal('color: red;');
  });

  it('makes a div with data-iom the element, with its attributes and what is in it', async () => {
    const box = put(
      `<div data-iom="news-feed" data-src="${feed}" data-limit="1" id="here" class="wide" lang="en" style="color: red" onclick="x()">${link}</div>`,
    );
    await ready(box);
    const element = box.querySelector('iom-news-feed')!;
    const attributes = [...element.attributes].filter(({ value }) => value).map(({ name }) => name);
    expect(attributes.sort()).to.deep.equal(['class', 'data-limit', 'data-src', 'id', 'lang']);
    expect(element.innerHTML).to.equal(link);
    expect(element.shadowRoot!.querySelectorAll('[part=item]').length).to.equal(1);
    expect(box.children.length).to.equal(1);
  });

  for (const name of ['iom-news-feed', '', 'toString']) {
    it(`a div that names no element, but "${name}" ⇒ stays, its owner is told, and the others load`, async () => {
      const box = put(
        `<div data-iom="${name}" style="color: red;">${link}</div><iom-news-feed src="${feed}">${link}</iom-news-feed>` +
          `<iom-press-contact src="/demo/feeds/oim.en.json" loading="eager">${link}</iom-press-contact>`,
      );
      await ready(box);
      await ready(box, 'iom-press-contact');
      await until(() => warnings.length);
      expect(warnings.splice(0).join()).to.match(new RegExp(`^iom-widgets: data-iom="${name}" .*news-feed`));
      expect(box.firstElementChild!.getAttribute('style')).to.equal('color: red;');
      expect(box.firstElementChild!.innerHTML).to.equal(link);
    });
  }

  it('a page that has defined the tag itself keeps what it has, and its owner is told', async () => {
    class Own extends HTMLElement {}
    customElements.define('iom-org-chart', Own);
    const box = put(`<iom-org-chart src="${feed}">${link}</iom-org-chart>`);
    await until(() => warnings.length);
    expect(warnings.splice(0)).to.deep.equal(['<iom-org-chart>: already defined.']);
    expect(box.firstElementChild).to.be.instanceOf(Own);
  });

  it('a second copy of it stands back, and says so', async () => {
    const url = new URL('../src/autoload.ts?second', import.meta.url).href;
    await import(url);
    expect(warnings.splice(0)).to.deep.equal(['iom-widgets: loaded twice.']);
    const address = fresh();
    const box = put(`<iom-news-feed src="${address}">${link}</iom-news-feed>`);
    await ready(box);
    expect(await asked(address)).to.equal(1);
  });
});
