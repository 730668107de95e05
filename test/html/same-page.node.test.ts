import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import { follow, linkTo, markPlaces } from '../../src/html/same-page.js';

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
