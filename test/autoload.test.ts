import { expect } from '@open-wc/testing';
import { watch } from '../src/autoload.js';
import { key } from '../src/embed/protocol.js';
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
    const box = put(`<iom-press-contact src="/faults/office/en">${link}</iom-press-contact>`, root);
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

  it('keeps the place of an element until it is there, and writes nothing into the page for it', async () => {
    const html = `<iom-press-release src="/faults/silence"></iom-press-release><p>Below</p>`;
    const box = put(html);
    await Promise.resolve();
    expect(box.firstElementChild!.getBoundingClientRect().height).to.equal(60 * 16);
    expect(box.innerHTML).to.equal(html);
    await until(() => customElements.get('iom-press-release'));
    expect(box.innerHTML).to.equal(html);
  });

  it('what is cloned, or written down and parsed again, is whole: far below, while it loads, and when it is there', async () => {
    const html = `<iom-news-feed src="${feed}" limit="1" style="color: red">${link}</iom-news-feed>`;
    const copies: HTMLElement[] = [];
    for (const state of ['ready', 'loading', 'far']) {
      const box = put(html);
      if (state === 'far') box.style.paddingTop = '10000px';
      if (state === 'ready') await ready(box);
      else await Promise.resolve();
      expect(box.innerHTML).to.equal(html);
      copies.push(put(box.innerHTML), box.cloneNode(true) as HTMLElement);
    }
    document.body.replaceChildren();
    for (const copy of copies) copy.style.paddingTop = '';
    document.body.append(...copies);
    for (const copy of copies) {
      await ready(copy);
      expect(copy.innerHTML).to.equal(html);
      const element = copy.firstElementChild!;
      expect(element.clientHeight).to.equal(element.shadowRoot!.querySelector('.base')!.clientHeight);
    }
  });

  it('what a page writes into the style of an element while it loads stays, and its rules win', async () => {
    const box = put(`<iom-news-feed src="${feed}" style="display: none">${link}</iom-news-feed>`);
    const element = box.firstElementChild as HTMLElement;
    await Promise.resolve();
    expect(element.clientHeight).to.equal(0);
    element.style.display = '';
    element.style.marginTop = '20px';
    await ready(box);
    expect(element.getAttribute('style')).to.equal('margin-top: 20px;');
    expect(element.checkVisibility()).to.equal(true);
  });

  it('a hidden element takes no room while it loads', async () => {
    const box = put(`<iom-news-feed hidden src="${feed}">${link}</iom-news-feed>`);
    await Promise.resolve();
    expect(box.clientHeight).to.equal(0);
    await ready(box);
  });

  it('takes no name of the page for its own: globals, ids, what was added to Object.prototype', async () => {
    const own = put('<p id="iomFeeds"></p>').firstChild;
    const names = ['far', 'settle', 'about', 'feeds', 'waits'];
    for (const name of names) Object.assign(Object.prototype, { [name]: () => 'the page’s own' });
    try {
      const box = put(`<iom-news-feed src="${fresh()}">${link}</iom-news-feed>`);
      await ready(box);
      expect((window as unknown as { iomFeeds: unknown }).iomFeeds).to.equal(own);
    } finally {
      for (const name of names) Reflect.deleteProperty(Object.prototype, name);
    }
  });

  it('keeps as many rows free as the list will have', async () => {
    const box = put(
      ['', 'limit="3"', 'data-limit="3" data-layout="compact"']
        .map((attributes) => `<div data-iom="news-feed" ${attributes}>${link}</div>`)
        .join(''),
    );
    await Promise.resolve();
    const heights = [...box.children].map((element) => Math.round(element.getBoundingClientRect().height));
    expect(heights).to.deep.equal([824, 526, 342]);
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
    expect(Object.keys(window[key]!.feeds)).to.include(new URL(french, document.baseURI).href);
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
    expect(element.getAttribute('style')).to.equal('color: red');
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

  for (const name of ['iom-news-feed', '', 'toString', 'constructor', '__proto__']) {
    it(`a div that names no element, but "${name}" ⇒ stays, its owner is told, and the others load`, async () => {
      const box = put(
        `<div data-iom="${name}" style="color: red;">${link}</div><iom-news-feed src="${feed}">${link}</iom-news-feed>` +
          `<iom-press-contact src="/faults/office/en" loading="eager">${link}</iom-press-contact>`,
      );
      await ready(box);
      await ready(box, 'iom-press-contact');
      await until(() => warnings.length);
      expect(warnings.splice(0).join()).to.match(new RegExp(`^iom-widgets: data-iom="${name}" .*news-feed`));
      expect(box.firstElementChild!.getAttribute('style')).to.equal('color: red;');
      expect(box.firstElementChild!.innerHTML).to.equal(link);
    });
  }

  it('an address that a word processor has changed ⇒ the content, the attributes as they are, and what was wrong', async () => {
    const html = `<iom-news-feed src="”${fresh('/faults/feed/{LANG}')}”" limit="”1″" any-language="">${link}</iom-news-feed>`;
    const box = put(html);
    let failed = 0;
    box.addEventListener('iom-error', () => (failed += 1));
    await ready(box);
    expect(box.querySelector('iom-news-feed')!.shadowRoot!.querySelectorAll('[part=item]').length).to.equal(1);
    expect(box.innerHTML).to.equal(html);
    expect(failed).to.equal(0);
    expect(warnings.splice(0).join('\n')).to.match(
      /^<iom-news-feed>: src="”.+”" has curly or doubled quotes around it, and braces.+\{lang\}.+\n.+limit="”1″" has .+ Taken for limit="1"/,
    );
  });

  it('an address that is only wrong ⇒ the server’s answer, as ever', async () => {
    const box = put(`<iom-news-feed src="/faults/status/404?“a”.json">${link}</iom-news-feed>`);
    await nextEvent(box, 'iom-error');
    await until(() => warnings.length > 1);
    const [wrong, answer] = warnings.splice(0);
    expect(wrong).to.match(/has curly quotes\. Write it without\.$/);
    expect(answer).to.match(/^<iom-news-feed>: http 404 /);
  });

  describe('an element that is not closed', () => {
    const tag = `<iom-news-feed src="${feed}" limit="1"/>`;
    const rest = '<h2>Services</h2><p>Text of the page</p><form><label>Name <input></label></form>';
    /** What became of the page's own text: not inside an element, and to be seen. */
    const seen = (box: ParentNode, selector: string) =>
      [...box.querySelectorAll(selector)].map(
        (entry) => !entry.closest('iom-news-feed,[data-iom]') && entry.checkVisibility(),
      );

    for (const [what, html, count] of [
      ['before the rest of a page', `<h2>News</h2>${tag}${rest}`, 1],
      ['twice', `<h2>News</h2>${tag}${tag}${rest}`, 2],
      ['with a link inside', `<h2>News</h2>${tag}${link}${rest}`, 1],
      ['with a link inside that is not closed either', `<h2>News</h2>${tag}<a href="/news">News${rest}`, 1],
      ['as a div', `<h2>News</h2><div data-iom="news-feed" data-limit="1" data-src="${feed}"/>${rest}`, 1],
      ['before another one that is', `${tag}<iom-news-feed src="${feed}" limit="2">${link}</iom-news-feed>`, 1],
      ['before a section of its own', `<h2>News</h2>${tag}<h2>Services</h2><p>${link}</p>`, 1],
      ['in a text that is written line by line', `<p>Before</p>\n  ${tag}\n  <p>Text</p>\n  <p>${link}</p>\n`, 1],
      ['before a long text', `${tag}<p>${'Text of the page. '.repeat(9)}</p>`, 1],
      ['before words alone', `<p>${tag}${'Text of the page. '.repeat(9)}</p>`, 1],
      ['before a film', `${tag}<video></video><p>${link}</p>`, 1],
      ['before a line across the page', `${tag}<hr><p>${link}</p>`, 1],
    ] as const) {
      it(`${what} ⇒ the page’s own is behind it, and its owner is told`, async () => {
        const box = put(`<main>${html}</main><footer>Footer</footer>`);
        const text = box.textContent;
        await until(() => [...box.querySelectorAll('iom-news-feed')].every((entry) => entry.matches(':state(ready)')));
        await until(() => !box.querySelector('[data-iom]'));
        expect(box.textContent).to.equal(text);
        expect(seen(box, 'h2,p,form,a')).to.not.include(what === 'before another one that is' ? undefined : false);
        expect(warnings).to.have.length(count);
        for (const words of warnings.splice(0))
          expect(words).to.match(/^<.+ in <(main|p)>: “.*not closed.+<\/(iom-news-feed|div)>/s);
      });
    }

    it('gives back what was typed, and what listens', async () => {
      const box = put(`<main><h2>News</h2>${tag}${rest}</main>`);
      const input = box.querySelector('input')!;
      let heard = 0;
      input.addEventListener('input', () => (heard += 1));
      input.value = 'Test';
      await ready(box);
      expect(box.querySelector('main > form input')).to.equal(input);
      input.dispatchEvent(new Event('input'));
      expect([input.value, heard]).to.deep.equal(['Test', 1]);
      expect(warnings.splice(0)).to.have.length(1);
    });

    for (const [what, inside, after] of [
      ['a list of links', `<ul><li>${link}</li></ul>`, ''],
      ['a heading below that of the page', `<h3>News</h3><p>${link}</p>`, ''],
      ['anything, with a blank behind it', rest, '\n'],
      ['anything, with the page going on behind it', rest, '<p>Below</p>'],
      ['lines that are indented', `\n    <p>Text</p><p>${link}</p>\n  `, ''],
      ['a picture for one of its slots', '<img slot="logo" alt="">', ''],
      ['a link amid a few words', `<p>All news: ${link}.</p>`, ''],
    ] as const) {
      it(`is none that has ${what} inside`, async () => {
        const box = put(`<main><h2>Page</h2>\n  <iom-news-feed src="${feed}">${inside}</iom-news-feed>${after}</main>`);
        const html = box.innerHTML;
        await ready(box);
        expect(box.innerHTML).to.equal(html);
      });
    }

    for (const [what, inside] of [
      ['a few words and no link', '<p>One moment</p>'],
      ['a few words that no element is around', 'One moment'],
      ['a link in a text of its own', `<p>One moment: text of the page, and where it goes on: ${link}</p>`],
      [
        'words and a link without an element around them',
        `One moment: text of the page, and where it goes on: ${link}`,
      ],
      ['articles', `<article><h4>One moment</h4>${link}</article><article><h4>Another one</h4>${link}</article>`],
      ['a table', `<table><tr><td>One moment</td><td>${link}</td></tr></table>`],
      ['an element of others', `<x-teaser>One moment</x-teaser>${link}`],
      ['a drawing', '<svg><text>One moment</text></svg>'],
      ['a comment and a few words', '<!-- end of news --><p>One moment</p>'],
    ] as const) {
      it(`is perhaps one that has ${what} inside ⇒ that stays, and its owner is told`, async () => {
        const box = put(`<main><iom-news-feed src="${feed}">${inside}</iom-news-feed></main>`);
        const html = box.innerHTML;
        await ready(box);
        expect(box.innerHTML).to.equal(html);
        expect(warnings.splice(0).join()).to.match(/“One moment.*…” is inside and goes when the feed loads/);
      });
    }

    it('is none that a server has filled, though what it has filled it with lost its template', async () => {
      const box = put(
        `<main><iom-news-feed data-prerendered src="${feed}"><div class="base"><ul><li>Row</li></ul></div>${link}</iom-news-feed></main>`,
      );
      const html = box.innerHTML;
      await ready(box);
      expect(box.innerHTML).to.equal(html);
    });
  });

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
