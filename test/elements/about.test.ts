import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/about/define.js';
import type { About } from '../../src/elements/about/about.js';
import { expectAccessible } from '../helpers/engine.js';
import { nextEvent } from '../helpers/events.js';
import { families, loadFonts } from '../helpers/fonts.js';
import { heightsOf } from '../helpers/heights.js';

const mission = {
  title: 'Who we are',
  text: 'Since 1951 we have\nbeen here.\n\nWe have 175 Member States, and 8 offices.',
  url: 'https://example.org/who',
};
const figures = [
  { id: 'founded', label: 'Year of foundation', value: 1951, kind: 'year' },
  { id: 'states', label: 'Member States', value: 175 },
];

async function show(extension: object = { mission, figures }, inside = '', lang = 'en'): Promise<About> {
  const element = document.createElement('iom-about');
  element.innerHTML = inside;
  element.feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Test feed',
    language: lang,
    items: [],
    _iom: extension,
  };
  const loaded = nextEvent(element, 'iom-load');
  await fixture(html`<div lang=${lang} style="width: 600px; font: 16px ${families.regular}">${element}</div>`);
  await loaded;
  return element;
}
const all = (element: About, selector: string) => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
const text = (node?: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('<iom-about>', () => {
  before(() => loadFonts('regular'));

  it('says who the organization is: a heading, paragraphs, a link', async () => {
    const element = await show();
    const [title] = all(element, '[role=heading]');
    expect([text(title), title.ariaLevel]).to.deep.equal(['Who we are', '2']);
    expect(all(element, '[part=text]').map(text)).to.deep.equal([
      'Since 1951 we have been here.',
      'We have 175 Member States, and 8 offices.',
    ]);
    const [link] = all(element, 'a');
    expect([text(link), link.getAttribute('href')]).to.deep.equal(['Learn more', 'https://example.org/who']);
    expect(link.getAttribute('aria-label')).to.equal('Learn more – Who we are');
    await expectAccessible(element);
  });

  it('sets the figures off with their labels, as data', async () => {
    const element = await show();
    expect(all(element, 'data').map((data) => [text(data), data.getAttribute('value')])).to.deep.equal([
      ['1951', '1951'],
      ['175 Member States', '175'],
    ]);
    const [data] = all(element, 'data');
    expect(getComputedStyle(data).fontWeight).to.equal('600');
  });

  it('heading-level="3" ⇒ a heading of level 3', async () => {
    const element = await show();
    element.setAttribute('heading-level', '3');
    await element.updateComplete;
    expect(all(element, '[role=heading]')[0].ariaLevel).to.equal('3');
  });

  it('a logo has its place beside the text, before the feed is there and after', async () => {
    const logo = '<img slot="logo" src="/demo/images/partner.svg" alt="Partner" />';
    const element = await show(undefined, logo);
    const box = element.querySelector('img')!.getBoundingClientRect();
    expect(box.height).to.equal(72);
    expect(all(element, '[role=heading]')[0].getBoundingClientRect().left).to.be.at.least(box.right);
    const other = document.createElement('iom-about');
    other.innerHTML = logo;
    other.src = '/faults/silence';
    element.parentElement!.replaceChildren(other);
    await other.updateComplete;
    const { top, height } = other.querySelector('img')!.getBoundingClientRect();
    expect([top, height]).to.deep.equal([box.top, box.height]);
  });

  it('French signs stay with their words', async () => {
    const element = await show({ mission: { text: '« Ensemble » : 175 pays !' } }, '', 'fr');
    expect(all(element, '[part=text]')[0].textContent?.trim()).to.equal(
      '«\u00a0Ensemble\u00a0»\u00a0: 175 pays\u202f!',
    );
  });

  for (const [what, extension, expected] of [
    ['a title alone', { mission: { title: 'Who we are' } }, 'Who we are'],
    ['a text alone', { mission: 'We are.' }, 'We are.'],
    ['who they are under `about`', { about: { title: 'Who', text: 'We are.' } }, 'Who We are.'],
    ['HTML', { mission: { title: 'A <b>bold</b> title', text: '<script>x()</script>' } }, 'A bold title x()'],
    ['a `javascript:` link', { mission: { title: 'Who', url: 'javascript:x()' } }, 'Who'],
    ['figures that are none', { mission: 'Since 1951.', figures: 'many' }, 'Since 1951.'],
  ] as [string, object, string][]) {
    it(`${what} ⇒ ${expected}`, async () => {
      const element = await show(extension);
      expect(text(all(element, '.content')[0])).to.equal(expected);
      expect(all(element, 'a, b, script')).to.deep.equal([]);
    });
  }

  it('a figure that ends a line of any length sticks out of nothing', async () => {
    const words =
      'We help in 1,234 well-known-places and 12-month-long projects of 175 Member-States-and-more. '.repeat(3);
    const element = await show({
      mission: { text: words },
      figures: [
        { id: 'a', label: 'well-known-places', value: 1234 },
        { id: 'b', label: 'Member-States-and-more', value: 175 },
      ],
    });
    expect(all(element, 'data')).to.have.length.above(1);
    for (let width = 260; width < 420; width += 3) {
      element.parentElement!.style.width = `${width}px`;
      expect(element.scrollWidth, `${width} px`).to.be.at.most(width);
    }
  });

  it('10,000 figures and a text of 10,000 characters ⇒ shown', async function () {
    this.timeout(60_000);
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: `f${index}`,
      label: `things ${index}`,
      value: index,
    }));
    const element = await show({ mission: { text: `We have ${'x'.repeat(10_000)} 175 things 175.` }, figures: many });
    expect(all(element, 'data').map(text)).to.deep.equal(['175 things 175']);
    expect(element.scrollWidth).to.be.at.most(600);
  });

  for (const family of ['regular', 'wide', 'narrow'] as const) {
    for (const lang of ['fr', 'ar', 'ru', 'zh']) {
      it(`${lang}, in letters that are ${family}: as high before the feed is there as after`, async () => {
        for (const width of [320, 390, 600, 1200]) {
          const [before, after] = await heightsOf('iom-about', lang, width, '', family);
          expect(after, `${width} px`).to.equal(before);
        }
      });
    }
  }
});
