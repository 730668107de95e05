import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { placeholderHeights } from '../../src/elements.js';
import { colours } from '../../src/elements/sdg-grid/colours.js';
import type { SdgGrid } from '../../src/elements/sdg-grid/sdg-grid.js';
import '../../src/elements/sdg-grid/define.js';
import { expectAccessible } from '../helpers/engine.js';
import { present } from '../helpers/render.js';

const ten = {
  number: 10,
  how: 'Safe and legal ways to migrate.',
  url: 'https://example.org/10',
  targets: [
    { number: '10.7', text: 'Orderly migration', url: 'https://example.org/10.7' },
    { number: '10.c', text: 'Cheaper remittances' },
  ],
};
const five = { number: 5, how: 'Women protected.', targets: [{ number: '5.2' }] };
const bare = { number: 17 };
const feedOf = (goals: unknown, language = 'en') => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language,
  items: [],
  _iom: { about: 'https://example.org/about', goals },
});

/** An element in its place, once its content is there. */
async function show(
  attributes: Record<string, string> = {},
  content: object = feedOf([ten, five, bare]),
  lang = 'en',
  inside = '',
): Promise<SdgGrid> {
  const element = document.createElement('iom-sdg-grid');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = inside;
  element.feed = content;
  return present(element, await fixture(html`<div lang=${lang}></div>`));
}

const all = { all: '' };
const find = (element: SdgGrid, selector: string) => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
const text = (node?: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const names = (element: SdgGrid) => find(element, '[part=name]').map(text);
const goal = (element: SdgGrid, number: number) =>
  find(element, '[part=goal]').find((entry) => text(entry.querySelector('.number')) === `${number}`)!;
const button = (element: SdgGrid, number: number) => goal(element, number).querySelector('button');
const targets = (element: SdgGrid, number: number) =>
  goal(element, number).querySelector<HTMLElement>('[part=targets]')!;
const press = (key: string) => executeServerCommand('press-key', key);

describe('<iom-sdg-grid>', () => {
  it('shows the goals that the work serves, in the order of the feed, and how', async () => {
    const element = await show();
    expect(names(element)).to.deep.equal([
      '10 Reduced Inequalities',
      '5 Gender Equality',
      '17 Partnerships for the Goals',
    ]);
    expect(find(element, '[part=how]').map(text)).to.deep.equal([ten.how, five.how]);
    expect(goal(element, 10).querySelector('.actions a')!.getAttribute('href')).to.equal(ten.url);
    expect(find(element, '[role=list] > li[part=goal]')).to.have.length(3);
  });

  for (const [lang, expected] of [
    ['ar', ['10 الحد من أوجه عدم المساواة', 'الغايات 10']],
    ['zh', ['10 减少不平等', '具体目标 10']],
    ['fr', ['10 Inégalités réduites', 'Cibles 10']],
    ['ru', ['10 Уменьшение неравенства', 'Задачи 10']],
    ['es', ['10 Reducción de las desigualdades', 'Metas 10']],
  ] as const) {
    it(`lang="${lang}" ⇒ the official name in it`, async () => {
      const element = await show(all, feedOf([ten], lang), lang);
      expect(names(element)[0]).to.equal(expected[0]);
      expect(text(button(element, 10))).to.contain(expected[1]);
      expect(text(element.renderRoot.querySelector('.base'))).not.to.contain('undefined');
    });
  }

  it('the colour of each goal stands beside its text, with its number in it', async () => {
    const element = await show(all);
    const marks = find(element, '[part=colour]');
    expect(marks).to.have.length(17);
    const shown = marks.map((mark) => getComputedStyle(mark).fill);
    const wanted = colours.map((colour) => {
      const [red, green, blue] = [1, 3, 5].map((index) => parseInt(colour.slice(index, index + 2), 16));
      return `rgb(${red}, ${green}, ${blue})`;
    });
    expect(new Set(shown)).to.deep.equal(new Set(wanted));
    expect(getComputedStyle(goal(element, 10).querySelector('[part=colour]')!).fill).to.equal(wanted[9]);
    for (const mark of marks) {
      expect(text(mark)).to.equal('');
      // Firefox gives it as it was written.
      const { content } = getComputedStyle(mark.parentElement!, '::after');
      const number = content.startsWith('attr(data-number)')
        ? mark.parentElement!.dataset.number
        : content.match(/\d+/)?.[0];
      expect(number).to.equal(text(mark.closest('li')!.querySelector('.number')));
      const words = mark.closest('li')!.querySelector('slot ~ .text, slot ~ span')!.getBoundingClientRect();
      const { left, right } = mark.getBoundingClientRect();
      expect(words.left >= right || words.right <= left).to.equal(true);
    }
  });

  it('a picture that the page may use takes the place of the colour', async () => {
    const element = await show({}, undefined, 'en', '<img slot="goal-10" src="/demo/images/partner.svg" alt="" />');
    const picture = element.querySelector('img')!;
    expect(picture.checkVisibility()).to.equal(true);
    expect(goal(element, 10).querySelector('[part=colour]')!.checkVisibility()).to.equal(false);
    expect(goal(element, 5).querySelector('[part=colour]')!.checkVisibility()).to.equal(true);
    expect(picture.offsetWidth).to.equal(picture.offsetHeight);
  });

  it('without all ⇒ the other goals are not there; with all ⇒ below, under a heading, in their order', async () => {
    expect(find(await show(), '[part=other]')).to.deep.equal([]);
    expect(find(await show({ all: 'false' }), '[part=other]')).to.deep.equal([]);
    const element = await show(all);
    expect(find(element, '[role=heading]').map(text).at(-1)).to.equal('Other goals');
    const others = find(element, '[part=other]').map(text);
    expect(others).to.have.length(14);
    expect(others.slice(0, 2)).to.deep.equal(['1 No Poverty', '2 Zero Hunger']);
    expect(others.at(-1)).to.equal('16 Peace, Justice and Strong Institutions');
  });

  describe('layout="strip"', () => {
    it('shows the numbers of all 17: in their colours, with a link, those that the work serves', async () => {
      const element = await show({ layout: 'strip' });
      const tiles = find(element, 'li');
      expect(tiles.map((tile) => text(tile.querySelector('.unseen')))[9]).to.equal('10 Reduced Inequalities');
      expect(tiles).to.have.length(17);
      expect(find(element, '[part=goal] .mark').map(({ dataset }) => dataset.number)).to.deep.equal(['5', '10', '17']);
      expect(find(element, 'a').map((link) => link.getAttribute('href'))).to.deep.equal([ten.url]);
      const fill = (tile: Element) => getComputedStyle(tile.querySelector('svg')!).fill;
      expect(fill(tiles[9])).to.equal('rgb(221, 19, 103)');
      expect(fill(tiles[0])).not.to.equal('rgb(229, 36, 59)');
      await expectAccessible(element);
    });

    for (const width of [280, 390, 600, 1100]) {
      it(`as high in ${width} px before the feed is there as after`, async () => {
        const element = await show({ layout: 'strip' });
        element.parentElement!.style.width = `${width}px`;
        const em = parseFloat(getComputedStyle(element).fontSize);
        const list = find(element, '[part=list]')[0].getBoundingClientRect().height;
        expect(placeholderHeights['sdg-grid'](width / em, undefined, 'strip') * em).to.be.closeTo(list, 1);
      });
    }
  });

  for (const width of [20, 36, 60, 76, 94, 112, 140]) {
    it(`5 to 17 goals in ${width}em ⇒ none alone in the last row`, async () => {
      for (let count = 5; count <= 17; count++) {
        const goals = Array.from({ length: count }, (_, index) => ({ number: index + 1, how: 'How it is served.' }));
        const element = await show({}, feedOf(goals));
        element.parentElement!.style.width = `${width}em`;
        const boxes = find(element, '[part=goal]').map((entry) => entry.getBoundingClientRect());
        const columns = new Set(boxes.map(({ left }) => Math.round(left))).size;
        const inLastRow = boxes.filter(({ top }) => Math.abs(top - boxes.at(-1)!.top) < 2).length;
        if (columns > 1) expect(inLastRow, `${count} goals in ${columns} columns`).to.be.at.least(2);
        element.remove();
      }
    });
  }

  it('heading-level="4" ⇒ names are headings of level 4', async () => {
    const element = await show({ ...all, 'heading-level': '4' });
    expect(new Set(find(element, '[role=heading]').map(({ ariaLevel }) => ariaLevel))).to.deep.equal(new Set(['4']));
  });

  it('no goals ⇒ :state(empty)', async () => {
    expect((await show(all, feedOf([]))).matches(':state(empty)')).to.equal(true);
  });

  for (const lang of ['en', 'ar']) {
    for (const theme of ['light', 'dark']) {
      it(`lang="${lang}" theme="${theme}" ⇒ accessible, folded and unfolded`, async () => {
        const element = await show({ ...all, theme }, undefined, lang);
        await expectAccessible(element);
        button(element, 10)!.click();
        await element.updateComplete;
        await expectAccessible(element);
      });
    }
  }

  it('every target for a finger is 24 px high at least', async () => {
    const element = await show();
    button(element, 10)!.click();
    await element.updateComplete;
    for (const entry of find(element, 'button, a')) {
      expect(entry.getBoundingClientRect().height, text(entry)).to.be.at.least(24);
    }
  });
});

describe('<iom-sdg-grid> unfolds', () => {
  it('the targets of a goal, the most important first, each with its link', async () => {
    const element = await show();
    expect(button(element, 10)!.ariaExpanded).to.equal('false');
    expect(targets(element, 10).children[0].checkVisibility()).to.equal(false);
    button(element, 10)!.click();
    await element.updateComplete;
    expect(button(element, 10)!.ariaExpanded).to.equal('true');
    expect([...targets(element, 10).children].map(text)).to.deep.equal([
      '10.7 Orderly migration',
      '10.c Cheaper remittances',
    ]);
    expect(targets(element, 10).querySelector('a')!.getAttribute('href')).to.equal('https://example.org/10.7');
    expect(targets(element, 10).children[0].checkVisibility()).to.equal(true);
    button(element, 10)!.click();
    await element.updateComplete;
    expect(button(element, 10)!.ariaExpanded).to.equal('false');
    expect(targets(element, 10).children[0].checkVisibility()).to.equal(false);
  });

  it('by keyboard: Tab leads to the button and past what is folded, Enter unfolds, the next Tab leads in', async () => {
    const element = await show();
    button(element, 10)!.focus();
    await press('Tab');
    expect(text(element.shadowRoot!.activeElement)).to.contain('Learn more');
    await press('Tab');
    expect(element.shadowRoot!.activeElement).to.equal(button(element, 5));
    button(element, 10)!.focus();
    await press('Enter');
    await element.updateComplete;
    expect(button(element, 10)!.ariaExpanded).to.equal('true');
    await press('Tab');
    await press('Tab');
    expect(text(element.shadowRoot!.activeElement)).to.equal('10.7 Orderly migration');
  });

  it('what the browser finds in the page', async () => {
    const element = await show();
    targets(element, 10).dispatchEvent(new Event('beforematch', { bubbles: true }));
    await element.updateComplete;
    expect(button(element, 10)!.ariaExpanded).to.equal('true');
  });

  it('and leaves it so when a newer copy of the feed comes', async () => {
    const element = await show();
    button(element, 10)!.click();
    const loaded = oneEvent(element, 'iom-load');
    element.feed = feedOf([five, { ...ten, how: 'Newer' }]);
    await loaded;
    expect(text(goal(element, 10).querySelector('[part=how]'))).to.equal('Newer');
    expect(button(element, 10)!.ariaExpanded).to.equal('true');
    expect(button(element, 5)!.ariaExpanded).to.equal('false');
  });

  it('nothing where there are no targets', async () => {
    const element = await show();
    expect(button(element, 17)).to.equal(null);
    expect(goal(element, 17).querySelector('.actions')!.checkVisibility()).to.equal(false);
  });

  it('a goal without moving its neighbours', async () => {
    const element = await show();
    element.parentElement!.style.width = '60em';
    const [first, second] = find(element, '[part=goal]').map((entry) => entry.getBoundingClientRect().top);
    expect(second).to.equal(first);
    const before = button(element, 5)!.getBoundingClientRect().top;
    button(element, 10)!.click();
    await element.updateComplete;
    expect(button(element, 5)!.getBoundingClientRect().top).to.equal(before);
  });
});

describe('<iom-sdg-grid> with a feed that is not as it should be', () => {
  for (const [what, goals, expected] of [
    ['goals that are no list', 'x', []],
    ['goals that are none', [null, 'x', {}, [], 18, 0, { number: 18 }, five], ['5 Gender Equality']],
    ['a goal twice', [five, { ...five, how: 'Again' }], ['5 Gender Equality']],
    ['bare numbers', [10, '5'], ['10 Reduced Inequalities', '5 Gender Equality']],
    ['fields of wrong types', [{ number: 5, how: {}, url: 7, targets: 'x' }], ['5 Gender Equality']],
    ['a text of 10,000 characters', [{ number: 5, how: 'x'.repeat(10_000) }], ['5 Gender Equality']],
  ] as [string, unknown, string[]][]) {
    it(`${what} ⇒ ${expected.join(', ') || 'nothing'}`, async () => {
      const element = await show({}, feedOf(goals));
      expect(names(element)).to.deep.equal(expected);
      expect(element.offsetWidth).to.be.at.least(find(element, '.base')[0].scrollWidth);
    });
  }

  it('the target "10,7" ⇒ 10.7; a `javascript:` address ⇒ no link', async () => {
    const element = await show(
      {},
      feedOf([{ number: 10, url: 'javascript:x()', targets: [{ number: '10,7', url: 'javascript:x()' }] }]),
    );
    expect(text(targets(element, 10))).to.equal('10.7');
    expect(find(element, 'a')).to.deep.equal([]);
  });
});
