import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/elements/site-menu/define.js';
import type { SiteMenu } from '../../src/elements/site-menu/site-menu.js';
import type { NavigateEvent } from '../../src/elements/base/events.js';
import { expectAccessible } from '../helpers/engine.js';
import { nextEvent, until } from '../helpers/events.js';
import { families, loadFonts } from '../helpers/fonts.js';
import { heightsOf } from '../helpers/heights.js';

const link = (title: string) => ({ title, url: `https://example.org/${title.toLowerCase()}` });
const menu = [
  {
    ...link('About'),
    summary: 'Who we are and what we do.',
    entries: [{ title: 'Structure', entries: [link('Council'), link('Secretariat')] }, link('History')],
  },
  { title: 'Work', summary: 'Our work in brief.', entries: [link('Shelter'), link('Water')] },
  link('Offices'),
];
const feedOf = (entries: unknown, site: object = {}, language?: string) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language,
  items: [],
  _iom: { about: 'https://example.org/about', menu: entries, ...site },
});

async function show(
  entries: unknown = menu,
  {
    width = 900,
    lang = 'en',
    attributes = {},
    site = {},
    language,
  }: { width?: number; lang?: string; attributes?: Partial<SiteMenu>; site?: object; language?: string } = {},
): Promise<SiteMenu> {
  const element = document.createElement('iom-site-menu');
  Object.assign(element, { feed: feedOf(entries, site, language) }, attributes);
  const loaded = nextEvent(element, 'iom-load');
  await fixture(html`<div lang=${lang} style="width: ${width}px; font: 16px ${families.regular}">${element}</div>`);
  await loaded;
  return element;
}
const all = (element: SiteMenu, selector: string) => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
const text = (node?: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
/** What an assistive technology calls a control. */
const nameOf = (control?: Element | null) => control?.getAttribute('aria-label') ?? text(control);
const control = (element: SiteMenu, name: string) =>
  all(element, 'a, button').find((entry) => nameOf(entry) === name && entry.checkVisibility())!;
/** Text of the panels that are to be seen. */
const panels = (element: SiteMenu) =>
  all(element, '[part=panel]')
    .filter((panel) => !panel.hidden && panel.checkVisibility())
    .map((panel) => panel.innerText.replace(/\s+/g, ' ').trim());
const visible = (element: SiteMenu) =>
  all(element, 'a, button')
    .filter((entry) => entry.checkVisibility({ contentVisibilityAuto: true }) && !entry.closest('[hidden]'))
    .map(nameOf);
const focused = (element: SiteMenu) => nameOf(element.shadowRoot!.activeElement);
async function click(element: SiteMenu, name: string) {
  control(element, name).click();
  await element.updateComplete;
}
async function press(element: SiteMenu, ...keys: string[]) {
  for (const key of keys) {
    await executeServerCommand('press-key', key);
    await element.updateComplete;
  }
}
/** Follows no link: the test page has to stay. */
const stay = (event: Event) => event.preventDefault();

before(() => loadFonts('regular'));

describe('<iom-site-menu>, wide', () => {
  it('a landmark with a list of links and buttons, and nothing in the roles of a menu', async () => {
    const element = await show();
    const [nav] = all(element, 'nav');
    expect(nav.getAttribute('aria-label')).to.equal('Site menu');
    expect(visible(element)).to.deep.equal(['About', 'About – submenu', 'Work', 'Offices']);
    expect(all(element, '[role^=menu]')).to.deep.equal([]);
    const tops = all(element, '[part=section]').map((section) => section.getBoundingClientRect().top);
    expect(new Set(tops).size).to.equal(1);
    await expectAccessible(element);
  });

  it('label="…" names the landmark', async () => {
    const element = await show(menu, { attributes: { label: 'Partner' } });
    expect(all(element, 'nav')[0].getAttribute('aria-label')).to.equal('Partner');
  });

  it('a button opens the panel of its section: the introduction, groups and links', async () => {
    const element = await show();
    const button = control(element, 'About – submenu');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    await click(element, 'About – submenu');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(element.shadowRoot!.getElementById(button.getAttribute('aria-controls')!)).to.have.property('hidden', false);
    expect(panels(element)).to.deep.equal(['Who we are and what we do. Structure Council Secretariat History']);
    expect(control(element, 'Council').getAttribute('href')).to.equal('https://example.org/council');
    await expectAccessible(element);
    await click(element, 'About – submenu');
    expect(panels(element)).to.deep.equal([]);
  });

  it('a panel lies over the page: nothing below moves', async () => {
    const element = await show();
    const { height } = element.getBoundingClientRect();
    await click(element, 'About – submenu');
    expect(element.getBoundingClientRect().height).to.equal(height);
    const panel = all(element, '[part=panel]')[0].getBoundingClientRect();
    expect(Math.round(panel.width)).to.equal(900);
  });

  it('one panel at a time', async () => {
    const element = await show();
    await click(element, 'About – submenu');
    await click(element, 'Work');
    expect(panels(element)).to.deep.equal(['Our work in brief. Shelter Water']);
  });

  it('nothing opens or closes by hovering', async () => {
    const element = await show();
    const over = (target: Element) => {
      for (const type of ['pointerover', 'mouseover', 'mouseenter', 'mousemove', 'pointerenter']) {
        target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
      }
    };
    all(element, '.section, a, button').forEach(over);
    await element.updateComplete;
    expect(panels(element)).to.deep.equal([]);
    await click(element, 'Work');
    over(document.body);
    all(element, '.section, a, button').forEach(over);
    await element.updateComplete;
    expect(panels(element)).to.have.length(1);
  });

  for (const [where, focus, expected] of [
    ['in the panel', 'Council', 'About – submenu'],
    ['on the button', 'About – submenu', 'About – submenu'],
    ['on another section', 'Offices', 'About – submenu'],
  ]) {
    it(`Escape closes the panel and gives the focus back to its button, from ${where}`, async () => {
      const element = await show();
      await click(element, 'About – submenu');
      control(element, focus).focus();
      await press(element, 'Escape');
      expect(panels(element)).to.deep.equal([]);
      expect(focused(element)).to.equal(expected);
    });
  }

  it('Escape elsewhere on the page closes the panel and leaves the focus where it is', async () => {
    const element = await show();
    const field = element.parentElement!.appendChild(document.createElement('input'));
    await click(element, 'About – submenu');
    field.focus();
    await press(element, 'Escape');
    expect(panels(element)).to.deep.equal([]);
    expect(document.activeElement).to.equal(field);
  });

  it('Escape with nothing open moves nothing', async () => {
    const element = await show();
    control(element, 'Offices').focus();
    await press(element, 'Escape');
    expect(focused(element)).to.equal('Offices');
  });

  for (const type of ['click', 'pointerup']) {
    it(`a ${type} outside closes the panel, inside it doesn't`, async () => {
      const element = await show();
      await click(element, 'About – submenu');
      const send = async (target: Element) => {
        target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
        await element.updateComplete;
        return panels(element).length;
      };
      expect(await send(all(element, '[part=intro]')[0])).to.equal(1);
      document.body.addEventListener(type, (event) => event.stopPropagation(), { once: true });
      expect(await send(document.body)).to.equal(0);
    });
  }

  it('the focus leaves the menu ⇒ the panel closes, and hides nothing that has it', async () => {
    const element = await show();
    const after = element.parentElement!.appendChild(document.createElement('button'));
    await click(element, 'Work');
    control(element, 'Water').focus();
    after.focus();
    await element.updateComplete;
    expect(panels(element)).to.deep.equal([]);
  });

  for (const [from, keys, expected] of [
    ['About', ['ArrowRight'], 'About – submenu'],
    ['About', ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'], 'Offices'],
    ['Offices', ['ArrowLeft'], 'Work'],
    ['Offices', ['Home'], 'About'],
    ['About', ['End'], 'Offices'],
    ['Work', ['Enter', 'ArrowDown'], 'Shelter'],
    ['Work', ['Enter', 'ArrowDown', 'ArrowDown', 'ArrowDown'], 'Water'],
    ['Work', ['Enter', 'ArrowDown', 'End', 'ArrowUp'], 'Shelter'],
    ['Work', ['Enter', 'ArrowDown', 'Escape'], 'Work'],
  ] as [string, string[], string][]) {
    it(`${from}: ${keys.join(', ')} ⇒ ${expected}`, async () => {
      const element = await show();
      control(element, from).focus();
      await press(element, ...keys);
      expect(focused(element)).to.equal(expected);
    });
  }

  it('in Arabic the left arrow leads on, and sections stand from right to left', async () => {
    const element = await show(menu, { lang: 'ar' });
    control(element, 'About').focus();
    await press(element, 'ArrowLeft');
    expect(focused(element)).to.equal('About – قائمة فرعية');
    const [first, second] = all(element, '[part=section]').map((section) => section.getBoundingClientRect().left);
    expect(first).to.be.greaterThan(second);
  });

  it('a match of the browser’s search in a closed panel opens it', async () => {
    const element = await show();
    all(element, '[part=panel]')[1].dispatchEvent(new Event('beforematch'));
    await element.updateComplete;
    expect(panels(element)).to.deep.equal(['Our work in brief. Shelter Water']);
  });

  it('a newer copy of the feed leaves open what is open', async () => {
    const element = await show();
    await click(element, 'Work');
    element.feed = feedOf([...menu, link('New')]);
    await until(() => control(element, 'New'));
    expect(panels(element)).to.have.length(1);
  });
});

describe('<iom-site-menu>, narrow', () => {
  it('a button and nothing else; it opens the sections', async () => {
    const element = await show(menu, { width: 320 });
    expect(visible(element)).to.deep.equal(['Menu']);
    expect(control(element, 'Menu').getAttribute('aria-expanded')).to.equal('false');
    await click(element, 'Menu');
    expect(control(element, 'Menu').getAttribute('aria-expanded')).to.equal('true');
    expect(visible(element)).to.deep.equal(['Menu', 'About', 'About – submenu', 'Work', 'Offices']);
    await expectAccessible(element);
  });

  it('an accordion: sections open in the page, and stay open beside others', async () => {
    const element = await show(menu, { width: 320 });
    await click(element, 'Menu');
    await click(element, 'About – submenu');
    await click(element, 'Work');
    expect(panels(element)).to.have.length(2);
    const [first, second] = all(element, '[part=section]').map((section) => section.getBoundingClientRect());
    expect(first.bottom).to.be.at.most(second.top);
    await expectAccessible(element);
  });

  it('a tap on the page beside leaves it open: nothing jumps away from under the finger', async () => {
    const element = await show(menu, { width: 320 });
    await click(element, 'Menu');
    await click(element, 'Work');
    document.body.click();
    await element.updateComplete;
    expect(panels(element)).to.have.length(1);
  });

  it('Escape closes the section, then the list, each time with the focus on the button', async () => {
    const element = await show(menu, { width: 320 });
    await click(element, 'Menu');
    await click(element, 'About – submenu');
    control(element, 'History').focus();
    await press(element, 'Escape');
    expect(focused(element)).to.equal('About – submenu');
    expect(panels(element)).to.deep.equal([]);
    await press(element, 'Escape');
    expect(focused(element)).to.equal('Menu');
    expect(visible(element)).to.deep.equal(['Menu']);
  });

  it('everything to touch is 24 px high and wide at least', async () => {
    const element = await show(menu, { width: 320 });
    await click(element, 'Menu');
    await click(element, 'About – submenu');
    for (const target of all(element, 'a, button').filter(
      (entry) => entry.checkVisibility() && !entry.closest('[hidden]'),
    )) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), nameOf(target)).to.be.at.least(24);
    }
  });

  it('the width of its column decides, and sections that don’t fit side by side stand in the list', async () => {
    const element = await show(menu, { width: 900 });
    const column = element.parentElement!;
    expect(visible(element)).to.contain('About');
    column.style.width = '400px';
    await until(() => visible(element).join() === 'Menu');
    column.style.width = '900px';
    await until(() => visible(element).includes('About'));
    element.feed = feedOf(Array.from({ length: 12 }, (_, index) => link(`A rather long title ${index}`)));
    await until(() => visible(element).join() === 'Menu');
  });

  for (const width of [320, 600, 1200]) {
    it(`${width} px: as high before the feed is there as after`, async () => {
      const [before, after] = await heightsOf('iom-site-menu', 'fr', width);
      expect(after).to.equal(before);
    });
  }
});

describe('<iom-site-menu>: links', () => {
  const here = location.href;

  for (const url of [here, `${here}#part`, here.replace(/\?/, '/?').replace(/\/\/\?/, '/?')]) {
    it(`${url.slice(here.indexOf('/', 8))} is the page on screen`, async () => {
      const element = await show([
        { title: 'Home', url: 'https://example.org' },
        { ...link('About'), entries: [{ title: 'Group', entries: [{ title: 'Here', url }] }] },
      ]);
      const current = all(element, '[aria-current]').map((entry) => [
        nameOf(entry),
        entry.getAttribute('aria-current'),
      ]);
      expect(current).to.deep.equal([
        ['About', 'true'],
        ['Here', 'page'],
      ]);
    });
  }

  it('a section without an address of its own: its button is marked', async () => {
    const element = await show([{ title: 'About', entries: [{ title: 'Here', url: here }] }]);
    expect(control(element, 'About').getAttribute('aria-current')).to.equal('true');
  });

  it('an app goes to another page by itself ⇒ the mark follows', async () => {
    const other = new URL('/elsewhere', here).href;
    const element = await show([
      { title: 'Here', url: here },
      { title: 'There', url: other },
    ]);
    try {
      history.pushState(null, '', other);
      dispatchEvent(new PopStateEvent('popstate'));
      await element.updateComplete;
      expect(all(element, '[aria-current]').map(nameOf)).to.deep.equal(['There']);
    } finally {
      history.replaceState(null, '', here);
    }
  });

  it('iom-navigate tells which link is followed; the panel closes', async () => {
    const element = await show();
    await click(element, 'Work');
    const reported = nextEvent(element, 'iom-navigate');
    element.addEventListener('click', stay);
    await click(element, 'Water');
    const { item } = await reported;
    expect([item.url, item.title]).to.deep.equal(['https://example.org/water', 'Water']);
    expect(panels(element)).to.deep.equal([]);
  });

  it('iom-navigate canceled ⇒ the page stays', async () => {
    const element = await show();
    element.addEventListener('iom-navigate', (event: NavigateEvent) => event.preventDefault());
    let canceled: boolean | undefined;
    element.addEventListener('click', (event) => {
      canceled = event.defaultPrevented;
      event.preventDefault();
    });
    await click(element, 'Offices');
    expect(canceled).to.equal(true);
  });
});

describe('<iom-site-menu>: bad input', () => {
  it('HTML, `javascript:` and missing titles ⇒ text, no link, the best name there is', async () => {
    const element = await show([
      { title: '<img src=x onerror=x()>Title', url: 'javascript:x()' },
      { url: 'https://example.org/page' },
      { title: 'Section', entries: [{ title: 'Link', url: 'data:text/html,x' }, null, 7] },
    ]);
    expect(all(element, 'img')).to.deep.equal([]);
    expect(all(element, '.head').map(text)).to.deep.equal(['Title', 'https://example.org/page', 'Section']);
    expect(all(element, 'a').map((entry) => entry.getAttribute('href'))).to.deep.equal(['https://example.org/page']);
  });

  it('thousands of levels ⇒ three', async () => {
    let deep: object = { title: 'Last' };
    for (let level = 0; level < 3000; level++) deep = { title: `Level ${level}`, entries: [deep] };
    const element = await show([deep]);
    expect(all(element, 'ul ul ul ul')).to.deep.equal([]);
    expect(text(all(element, '[part=panel]')[0])).to.contain('Last');
  });

  it('10,000 entries ⇒ a list that opens', async function () {
    this.timeout(60_000);
    const links = Array.from({ length: 99 }, (_, index) => link(`Page ${index}`));
    const element = await show(Array.from({ length: 100 }, () => ({ title: 'Section', entries: links })));
    expect(visible(element)).to.deep.equal(['Menu']);
    await click(element, 'Menu');
    await click(element, 'Section');
    expect(panels(element)[0]).to.match(/^Page 0 .* Page 98$/);
  });

  it('a title of 10,000 characters ⇒ nothing beside the column', async () => {
    const element = await show([{ title: 'x'.repeat(10_000), entries: [link('A')] }, link('B')], { width: 320 });
    await click(element, 'Menu');
    expect(element.scrollWidth).to.be.at.most(320);
  });
});

describe('<iom-site-menu>, with a search and languages', () => {
  const site = {
    search: { url: 'https://example.org/find?lang=en', parameter: 'keys' },
    translations: [
      { language: 'en', url: 'https://example.org/en' },
      { language: 'fr', url: 'https://example.org/fr' },
      { language: 'ar', url: 'https://example.org/ar' },
      { language: 'fr', url: 'https://example.org/fr' },
      { language: '?', url: 'https://example.org/unknown' },
      { language: 'es', url: 'javascript:alert(1)' },
    ],
  };
  const showSite = (setting: Parameters<typeof show>[1] = {}) => show(menu, { site, language: 'en', ...setting });
  const field = (element: SiteMenu) => all(element, '[type=search]')[0] as HTMLInputElement;

  it('both stand at the end of the bar, and open panels like sections', async () => {
    const element = await showSite();
    expect(visible(element).slice(-2)).to.deep.equal(['Search', 'Languages: English']);
    const [first, last] = [control(element, 'About'), control(element, 'Languages: English')].map((entry) =>
      entry.getBoundingClientRect(),
    );
    expect(last.right).to.be.closeTo(element.getBoundingClientRect().right, 2);
    expect(first.left).to.be.closeTo(element.getBoundingClientRect().left, 2);
    await click(element, 'Languages: English');
    expect(all(element, '.languages .panel a').map((entry) => [entry.lang, text(entry)])).to.deep.equal([
      ['fr', 'français'],
      ['ar', 'العربية'],
    ]);
    await expectAccessible(element);
    await click(element, 'Search');
    expect(panels(element)).to.have.length(1);
    await expectAccessible(element);
  });

  it('Search opens a field to write in; Escape gives the focus back', async () => {
    const element = await showSite();
    control(element, 'Search').focus();
    await press(element, 'Enter');
    await until(() => element.shadowRoot!.activeElement === field(element), 'the focus in the field');
    await press(element, 'Escape');
    expect(focused(element)).to.equal('Search');
    expect(field(element).checkVisibility()).to.equal(false);
  });

  it('leads to the results: with what the address asks for already; iom-navigate tells, and can keep the page', async () => {
    const element = await showSite();
    await click(element, 'Search');
    const form = field(element).form!;
    field(element).value = 'mañana & más';
    // No script is needed for it.
    const sent = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    expect([form.method, form.action]).to.deep.equal(['get', 'https://example.org/find?lang=en']);
    expect([...sent]).to.deep.equal([
      ['lang', 'en'],
      ['keys', 'mañana & más'],
    ]);
    element.addEventListener('iom-navigate', stay);
    const navigated = nextEvent(element, 'iom-navigate');
    const submitted = new Promise<Event>((done) => form.addEventListener('submit', done, { once: true }));
    form.requestSubmit();
    expect((await navigated).item).to.deep.include({
      url: 'https://example.org/find?lang=en&keys=ma%C3%B1ana+%26+m%C3%A1s',
      title: 'mañana & más',
    });
    expect((await submitted).defaultPrevented).to.equal(true);
  });

  for (const lang of ['en', 'ar']) {
    it(`narrow, ${lang}: the field stands in the list, languages open in it, nothing runs over`, async () => {
      const element = await showSite({ width: 240, lang });
      all(element, '.all')[0].click();
      await element.updateComplete;
      expect(field(element).checkVisibility()).to.equal(true);
      expect(all(element, '.search .toggle')[0].checkVisibility()).to.equal(false);
      all(element, '.languages .toggle')[0].click();
      await element.updateComplete;
      expect(all(element, '.languages a').every((entry) => entry.checkVisibility())).to.equal(true);
      expect(all(element, 'nav')[0].scrollWidth).to.be.at.most(240);
      await expectAccessible(element);
    });
  }

  it('a feed in one language and without a search ⇒ a menu as before', async () => {
    const element = await show(menu, {
      site: { translations: [{ language: 'en', url: 'https://example.org' }] },
      language: 'en',
    });
    expect(all(element, '.extra')).to.have.length(0);
  });

  for (const [what, bad] of [
    ['a search without an address', { search: { parameter: 'q' } }],
    ['an address that runs a script', { search: { url: 'javascript:alert(1)' } }],
    ['words in place of objects', { search: 'find', translations: 'fr' }],
  ] as const) {
    it(`${what} ⇒ none`, async () => {
      const element = await show(menu, { site: bad });
      expect(all(element, '.extra')).to.have.length(0);
    });
  }
});
