import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/elements/site-menu/define.js';
import type { SiteMenu } from '../../src/elements/site-menu/site-menu.js';
import { nextEvent, until } from '../helpers/events.js';

const link = (title: string) => ({ title, url: `https://example.org/${title.toLowerCase()}` });
const entries = [
  { title: 'About', summary: 'Who we are.', entries: [link('Council'), link('History')] },
  { title: 'Work', entries: [link('Shelter'), link('Water')] },
];
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  items: [],
  _iom: { about: 'https://example.org/about', menu: entries },
};

/** A menu in a header of a page, with the page below it. */
async function show(header: string, width = 700, page = 'height: 2000px'): Promise<SiteMenu> {
  const element = document.createElement('iom-site-menu');
  element.feed = feed;
  const loaded = nextEvent(element, 'iom-load');
  const place = await fixture<HTMLElement>(
    html`<div style="width: ${width}px; font: 16px sans-serif">
      <header style=${header}></header>
      <p style=${page}>Page</p>
    </div>`,
  );
  place.firstElementChild!.append(element);
  await loaded;
  await new Promise(requestAnimationFrame);
  return element;
}
const all = (element: SiteMenu, selector: string) => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
const button = (element: SiteMenu, title: string) =>
  all(element, 'button').find(({ textContent }) => textContent.trim() === title)!;
async function click(element: SiteMenu, title: string) {
  button(element, title).click();
  await element.updateComplete;
}
/** Links of the menu that a finger in their middle would hit. */
const seen = (element: SiteMenu) =>
  all(element, '.panel a')
    .filter((entry) => {
      const { left, top, width, height } = entry.getBoundingClientRect();
      return element.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2) === entry;
    })
    .map(({ textContent }) => textContent);
const focused = (element: SiteMenu) => element.shadowRoot!.activeElement?.textContent?.trim();
const press = async (element: SiteMenu, key: string) => {
  await executeServerCommand('press-key', key);
  await element.updateComplete;
};
const bar = 'height: 60px; background: #eee;';

describe('<iom-site-menu> in headers that hide what stands out of them', () => {
  afterEach(() => scrollTo(0, 0));

  for (const [what, header, page] of [
    ['overflow: hidden', `${bar} overflow: hidden`],
    ['overflow: clip', `${bar} overflow: clip`],
    ['overflow-x: auto', `${bar} overflow-x: auto`],
    ['overflow: hidden, sticky', `${bar} overflow: hidden; position: sticky; top: 0`],
    ['contain: paint', `${bar} contain: paint`],
    ['clip-path', `${bar} clip-path: inset(0)`],
    ['overflow: hidden, moved by a transform', `${bar} overflow: hidden; transform: translate(5px, 3px)`],
    ['overflow: hidden, zoomed', `${bar} overflow: hidden; zoom: 0.9`],
    [
      'a page that lies over it',
      `${bar} position: relative; z-index: 1`,
      'position: relative; z-index: 2; height: 2000px; background: #fff',
    ],
    ['at the end of the window', `${bar} position: fixed; bottom: 0; width: 700px`],
  ]) {
    it(`${what}: the panel is seen, at the menu and as wide`, async () => {
      const element = await show(header, 700, page);
      await click(element, 'About');
      expect(seen(element)).to.deep.equal(['Council', 'History']);
      const panel = all(element, '.panel')[0].getBoundingClientRect();
      const nav = all(element, 'nav')[0].getBoundingClientRect();
      expect(panel.left).to.be.closeTo(nav.left, 1);
      expect(panel.width).to.be.closeTo(nav.width, 1);
      expect(Math.min(Math.abs(panel.top - nav.bottom), Math.abs(nav.top - panel.bottom))).to.be.at.most(1);
      await click(element, 'Work');
      expect(seen(element)).to.deep.equal(['Shelter', 'Water']);
      await click(element, 'Work');
      expect(seen(element)).to.deep.equal([]);
    });
  }

  it('a header that hides nothing: the panel stays in its place', async () => {
    const element = await show(bar);
    await click(element, 'About');
    expect(seen(element)).to.deep.equal(['Council', 'History']);
    expect(getComputedStyle(all(element, '.panel')[0]).position).to.equal('absolute');
  });

  it('the panel goes with the menu when the page is scrolled', async () => {
    const element = await show(`${bar} overflow: hidden`);
    await click(element, 'About');
    scrollTo(0, 30);
    const gap = () =>
      all(element, '.panel')[0].getBoundingClientRect().top - all(element, 'nav')[0].getBoundingClientRect().bottom;
    await until(() => scrollY === 30 && Math.abs(gap()) < 1);
  });

  it('Escape closes the panel and gives the focus back to its button', async () => {
    const element = await show(`${bar} overflow: hidden`);
    await click(element, 'About');
    all(element, '.panel a')[0].focus();
    await press(element, 'Escape');
    expect(seen(element)).to.deep.equal([]);
    expect(focused(element)).to.equal('About');
  });

  it('a click outside closes the panel', async () => {
    const element = await show(`${bar} overflow: hidden`);
    await click(element, 'About');
    document.body.click();
    await element.updateComplete;
    expect(seen(element)).to.deep.equal([]);
  });

  it('a panel that is higher than the window, in a header that stays in it: all of it can be scrolled to', async () => {
    const element = await show(`${bar} position: sticky; top: 0`);
    const many = Array.from({ length: 99 }, (_, index) => link(`Page ${index}`));
    element.feed = { ...feed, _iom: { ...feed._iom, menu: [{ title: 'About', entries: many }] } };
    await until(() => all(element, '.section').length === 1);
    await click(element, 'About');
    const [panel] = all(element, '.panel');
    expect(panel.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    panel.scrollTop = panel.scrollHeight;
    expect(seen(element)).to.include('Page 98');
  });

  it('taken out of the page while its panel is open, and put back: the panel is seen again', async () => {
    const element = await show(`${bar} overflow: hidden`);
    await click(element, 'About');
    const header = element.parentElement!;
    element.remove();
    header.append(element);
    await until(() => seen(element).length === 2);
  });

  it('narrow: the list of sections is seen, and closes like a panel', async () => {
    const element = await show(`${bar} overflow: hidden`, 320);
    await click(element, 'Menu');
    await click(element, 'About');
    expect(seen(element)).to.deep.equal(['Council', 'History']);
    all(element, '.panel a')[0].focus();
    await press(element, 'Escape');
    expect(seen(element)).to.deep.equal([]);
    expect(focused(element)).to.equal('About');
    await press(element, 'Escape');
    expect(focused(element)).to.equal('Menu');
    await click(element, 'Menu');
    document.body.click();
    await element.updateComplete;
    expect(button(element, 'Menu').getAttribute('aria-expanded')).to.equal('false');
  });
});
