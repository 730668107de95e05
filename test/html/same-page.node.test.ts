import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import { follow, linkTo, markPlaces, placesIn } from '../../src/html/same-page.js';

const bodyOf = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
const page = 'https://www.example.org/news/a?b=1';

describe('links to places of the same text', () => {
  const nameIn = (href: string, at?: string) =>
    [...markPlaces(bodyOf(`<a href="${href}">1</a><p id="note 1">Note</p><p id="100%">Other</p>`), at).values()][0];

  for (const [href, name] of [
    ['#note%201', 'note 1'],
    [' #note%201 ', 'note 1'],
    ['#100%', '100%'],
    [`${page}#note%201`, 'note 1'],
    ['?b=1#note%201', 'note 1'],
    ['/news/a?b=1#note%201', 'note 1'],
    ['/news/b#note%201', undefined],
    ['https://other.example/#note%201', undefined],
    ['#nothing', undefined],
    ['#', undefined],
  ] as const) {
    it(`${href} ⇒ ${name ?? 'leads elsewhere'}`, () => assert.equal(nameIn(href, `${page}#top`), name));
  }

  it('a text without a page of its own ⇒ only what begins with # leads to it', () => {
    assert.equal(nameIn('#note%201'), 'note 1');
    assert.equal(nameIn(`${page}#note%201`), undefined);
  });

  it('a name with # in it', () =>
    assert.equal([...markPlaces(bodyOf('<a href="#a#b">1</a><p id="a#b">Note</p>')).values()][0], 'a#b'));

  const marked = (html: string) => {
    const body = bodyOf(html);
    markPlaces(body);
    return body.innerHTML.replaceAll('</span>', '').replaceAll(/<span data-place="(.*?)">/g, '[$1]');
  };
  for (const [what, html, expected] of [
    ['a paragraph', '<a href="#n">1</a><p id="n">A</p>', '<a href="#n">1</a><p id="n">[n]A</p>'],
    ['a picture', '<a href="#n">1</a><img id="n">', '<a href="#n">1</a>[n]<img id="n">'],
    ['a list', '<a href="#n">1</a><ul id="n"><li>A</li></ul>', '<a href="#n">1</a><ul id="n"><li>[n]A</li></ul>'],
    ['a name of old', '<a href="#n">1</a><a name="n">A</a>', '<a href="#n">1</a><a name="n">[n]A</a>'],
    [
      'two of one name',
      '<a href="#n">1</a><p id="n">A</p><p id="n">B</p>',
      '<a href="#n">1</a><p id="n">[n]A</p><p id="n">B</p>',
    ],
    [
      'two links to it',
      '<a href="#n">1</a><a href="#n">2</a><p id="n">A</p>',
      '<a href="#n">1</a><a href="#n">2</a><p id="n">[n]A</p>',
    ],
    [
      'a name of something else',
      '<a href="#x">1</a><p id="n" name="x">A</p>',
      '<a href="#x">1</a><p id="n" name="x">A</p>',
    ],
    ['no name at all', '<a href="#">1</a><p id="">A</p>', '<a href="#">1</a><p>A</p>'],
  ]) {
    it(`${what} ⇒ is marked where a reader goes on`, () => assert.equal(marked(html), expected));
  }

  it('the marks in what goes can be kept', () => {
    const body = bodyOf('<a href="#n">1</a><p id="n">A</p>');
    markPlaces(body);
    assert.deepEqual(
      placesIn(body.querySelector('p')!).map((mark) => mark.getAttribute('data-place')),
      ['n'],
    );
  });

  it('a name with % and # in it', () =>
    assert.equal([...markPlaces(bodyOf('<a href="#5%#b">1</a><p id="5%#b">Note</p>')).values()][0], '5%#b'));

  it('without script they lead to the page that the text is from', () => {
    const link = bodyOf('<a>1</a>').querySelector('a')!;
    linkTo(link, 'note 1', `${page}#top`);
    assert.equal(link.getAttribute('href'), `${page}#note%201`);
    linkTo(link, 'note 1');
    assert.equal(link.getAttribute('href'), '#');
  });
});

describe('a click on such a link', () => {
  /** Clicks, and says whether the browser was to stay out of it, and what has the focus then. */
  function click(keys: Partial<MouseEvent> = {}, text = '<a href="#n">1</a><p>A</p><p id="n">Note</p>', aside = '') {
    const body = bodyOf(`<div class="body">${text}</div>${aside}`);
    for (const [link, name] of markPlaces(body)) linkTo(link, name);
    const done: unknown[] = [];
    for (const element of body.querySelectorAll('*')) {
      Object.assign(element, {
        focus: (options: object) => done.push(element.textContent, options),
        scrollIntoView: () => done.push('in view'),
      });
    }
    let isPrevented = false;
    const event = {
      target: body.querySelector('a')!.firstChild!.parentElement,
      preventDefault: () => (isPrevented = true),
      ...keys,
    };
    follow(event as unknown as MouseEvent);
    return { isPrevented, done, body };
  }

  it('goes to the paragraph of the place, and reading goes on from there', () => {
    const { isPrevented, done, body } = click();
    assert.equal(isPrevented, true);
    assert.deepEqual(done, ['Note', { preventScroll: true }, 'in view']);
    assert.equal(
      [...body.querySelectorAll('p')].find(({ textContent }) => textContent === 'Note')?.getAttribute('tabindex'),
      '-1',
    );
  });

  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const) {
    it(`with ${key} ⇒ is left to the browser`, () =>
      assert.deepEqual([click({ [key]: true }).isPrevented, click({ [key]: true }).done], [false, []]));
  }

  it('on what leads elsewhere ⇒ is left to the browser', () =>
    assert.equal(click({}, '<a href="https://example.org/">1</a>').isPrevented, false));

  it('with two places in the text ⇒ goes to the one that is meant', () =>
    assert.equal(
      click({}, '<a href="#b">1</a><a href="#a">2</a><p id="a">First</p><p id="b">Second</p>').done[0],
      'Second',
    ));

  it('with a place outside of paragraphs ⇒ goes to the place itself', () =>
    assert.deepEqual(click({}, '<a href="#n">1</a><div id="n">Note</div>').done, [
      '',
      { preventScroll: true },
      'in view',
    ]));

  it('with a place that is gone ⇒ stays', () => {
    const body = bodyOf('<div class="body"><a href="#" data-to="n">1</a></div>');
    assert.doesNotThrow(() =>
      follow({ target: body.querySelector('a'), preventDefault: () => {} } as unknown as MouseEvent),
    );
  });
});
