import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/elements/office-map/define.js';
import type { OfficeMap } from '../../src/elements/office-map/office-map.js';
import { expectAccessible } from '../helpers/engine.js';
import { nextEvent, until } from '../helpers/events.js';
import { families, loadFonts } from '../helpers/fonts.js';

const geneva = {
  id: 'geneva',
  name: 'OIM Genève',
  kind: 'headquarters',
  country: 'CH',
  city: 'Genève',
  region: 'Europe',
  address: '17 Route des Morillons\n1211 Geneva 19',
  latitude: 46.2044,
  longitude: 6.1432,
  phones: [
    { number: '+41227179111', text: '+41 22 717 9111' },
    { number: '+41227986150', kind: 'fax' },
  ],
  email: 'hq@iom.int',
  url: 'https://example.org/geneva',
  time_zone: 'Europe/Zurich',
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '00:00' }],
};
const office = (
  id: string,
  kind: string,
  country: string,
  latitude?: number,
  longitude?: number,
  more: object = {},
) => ({
  id,
  name: `Test ${id}`,
  kind,
  country,
  latitude,
  longitude,
  ...more,
});
const offices = [
  office('tokyo', 'country', 'JP', 35.6762, 139.6503, { region: 'Asie' }),
  office('york', 'liaison', 'US', 40.7128, -74.006),
  office('cairo', 'country', 'EG', 30.0444, 31.2357, { region: 'Afrique' }),
  office('cairo-ro', 'regional', 'EG', 30.0444, 31.2357, { region: 'Afrique' }),
  geneva,
  office('berlin', 'country', 'DE', 52.52, 13.405, { region: 'Europe' }),
  office('ashgabat', 'country', ''),
];
const feedOf = (list: unknown, language = 'fr') => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language,
  items: [],
  _iom: { about: 'https://example.org/about', offices: list },
});

interface Setting {
  width?: number;
  lang?: string;
  list?: unknown;
  above?: number;
  size?: string;
}

/** An element in its place, once its list is there. */
async function show(
  attributes: Record<string, string> = {},
  { width = 1000, lang = 'en', list = offices, above = 0, size = '16px' }: Setting = {},
): Promise<OfficeMap> {
  const element = document.createElement('iom-office-map');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.feed = feedOf(list);
  const ready = until(() => element.matches(':state(ready)') || element.matches(':state(empty)'), 'the list');
  const place = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  place.style.cssText = `width: ${width}px; margin-top: ${above}px; font: ${size} ${families.regular}`;
  place.append(element);
  await ready;
  return element;
}
/** The same, once the map is drawn too. */
async function showMap(...setting: Parameters<typeof show>): Promise<OfficeMap> {
  const element = await show(...setting);
  await until(() => pins(element).length && element.renderRoot.querySelector('.land'), 'the map');
  return element;
}
const all = <T extends Element = HTMLElement>(element: OfficeMap, selector: string) => [
  ...element.renderRoot.querySelectorAll<T>(selector),
];
const textOf = (node?: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const names = (element: OfficeMap) => all(element, '[part=name]').map(textOf);
const rowOf = (element: OfficeMap, name: string) =>
  all(element, '.office button').find((button) => textOf(button).startsWith(name))!;
const detailsOf = (element: OfficeMap) => all(element, '[part=details]');
const entry = (element: OfficeMap, label: string) =>
  all(element, 'dt').find((term) => textOf(term) === label)?.nextElementSibling;
const pins = (element: OfficeMap) => all(element, '[part=pin]');
const spoken = (element: OfficeMap) => pins(element).map((pin) => pin.getAttribute('aria-label'));
const pinOf = (element: OfficeMap, name: string) =>
  pins(element).find((pin) => pin.getAttribute('aria-label')?.includes(name))!;
const button = (element: OfficeMap, name: string) =>
  all<HTMLButtonElement>(element, 'button').find(
    (entry) => (entry.ariaLabel ?? (entry.title || textOf(entry))) === name,
  )!;
const status = (element: OfficeMap) => all(element, '[role=status], [aria-live]').map(textOf).join(' ').trim();
const view = (element: OfficeMap) => all(element, '[part=view]')[0];
/** Does a pin stand in the window? */
const isSeen = (element: OfficeMap, pin: Element) => {
  const [outer, inner] = [view(element), pin].map((entry) => entry.getBoundingClientRect());
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
};
/** Until nothing on the map moves any more. */
async function still(element: OfficeMap) {
  await element.updateComplete;
  await until(() => view(element).getAnimations({ subtree: true }).length === 0, 'the map to come to rest');
}
async function search(element: OfficeMap, text: string) {
  const input = all<HTMLInputElement>(element, 'input')[0];
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}
async function pick(element: OfficeMap, label: string, option: string) {
  const select = all(element, 'label')
    .find((entry) => textOf(entry).startsWith(label))!
    .querySelector('select')!;
  select.value = [...select.options].find((entry) => textOf(entry) === option)!.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}
const optionsOf = (element: OfficeMap, label: string) =>
  [
    ...(all(element, 'label')
      .find((entry) => textOf(entry).startsWith(label))
      ?.querySelectorAll('option') ?? []),
  ].map(textOf);
const focused = (element: OfficeMap) => element.shadowRoot!.activeElement;

/** Replaces a property for the time of a test. */
const undo: (() => void)[] = [];
function replace(target: object, name: string, value: unknown) {
  const old = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  undo.push(() => (old ? Object.defineProperty(target, name, old) : Reflect.deleteProperty(target, name)));
}

before(() => loadFonts('regular'));

describe('<iom-office-map>', () => {
  const warnings: string[] = [];
  beforeEach(() => {
    warnings.length = 0;
    replace(console, 'warn', (...parts: unknown[]) => void warnings.push(parts.join(' ')));
  });
  afterEach(() => undo.splice(0).forEach((entry) => entry()));

  describe('the list', () => {
    it('has headquarters first, then all by name, with kind and country in the reader’s language', async () => {
      const element = await show({}, { lang: 'fr' });
      expect(names(element)).to.deep.equal([
        'OIM Genève',
        'Test ashgabat',
        'Test berlin',
        'Test cairo',
        'Test cairo-ro',
        'Test tokyo',
        'Test york',
      ]);
      expect(textOf(rowOf(element, 'OIM Genève'))).to.equal('OIM Genève Siège Suisse');
      // What the United Nations calls countries comes a moment after the list.
      await until(
        () => textOf(rowOf(element, 'Test york')) === 'Test york Bureau de liaison États-Unis d’Amérique',
        'its country',
      );
      expect(status(element)).to.equal('Bureaux : 7 · sur la carte : 6');
    });

    it('stands first in the page, before the map', async () => {
      const element = await show();
      const [list, map] = [all(element, '[part=list]')[0], all(element, '[part=map]')[0]];
      expect(list.compareDocumentPosition(map) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    });

    it('names the city where the name of the office does not', async () => {
      const element = await show({}, { list: [{ id: 'uy', name: 'IOM Uruguay', city: 'Montevideo', country: 'UY' }] });
      expect(textOf(rowOf(element, 'IOM Uruguay'))).to.equal('IOM Uruguay Country office Montevideo Uruguay');
    });

    for (const [words, expected] of [
      ['geneve', ['OIM Genève']],
      ['GENÈVE oim', ['OIM Genève']],
      ['egypt', ['Test cairo', 'Test cairo-ro']],
      ['egypt regional', ['Test cairo-ro']],
      ['morillons', ['OIM Genève']],
      ['nowhere', []],
    ] as const) {
      it(`a search for “${words}” ⇒ ${expected.join(', ') || 'says that there is none'}`, async () => {
        const element = await show();
        await search(element, words);
        expect(names(element)).to.deep.equal(expected);
        expect(status(element)).to.contain(expected.length ? `Offices: ${expected.length}` : 'No office matches.');
      });
    }

    for (const [attributes, expected] of [
      [{ kind: 'regional, headquarters' }, ['OIM Genève', 'Test cairo-ro']],
      [{ countries: 'eg,de' }, ['Test berlin', 'Test cairo', 'Test cairo-ro']],
      [{ region: 'europe' }, ['OIM Genève', 'Test berlin']],
      [{ 'data-search': 'geneve' }, ['OIM Genève']],
    ] as const) {
      it(`${JSON.stringify(attributes)} ⇒ ${expected.join(', ')}`, async () => {
        expect(names(await show(attributes))).to.deep.equal(expected);
      });
    }

    it('countries="AQ" ⇒ :state(empty)', async () => {
      const element = await show({ countries: 'AQ' });
      expect(element.matches(':state(empty)')).to.equal(true);
    });

    it('is narrowed by kind, country and region, each of which names what there is', async () => {
      const element = await show();
      expect(optionsOf(element, 'Kind')).to.deep.equal([
        'All',
        'Country office',
        'Headquarters',
        'Liaison office',
        'Regional office',
      ]);
      expect(optionsOf(element, 'Region')).to.deep.equal(['All', 'Afrique', 'Asie', 'Europe']);
      await pick(element, 'Country', 'Egypt');
      expect(names(element)).to.deep.equal(['Test cairo', 'Test cairo-ro']);
      await pick(element, 'Kind', 'Regional office');
      expect(names(element)).to.deep.equal(['Test cairo-ro']);
      await pick(element, 'Country', 'All');
      await pick(element, 'Kind', 'All');
      expect(names(element)).to.have.length(7);
    });

    it('controls="search" ⇒ a search alone; a choice of one is none', async () => {
      expect(all(await show({ controls: 'search' }), 'form > *')).to.have.length(1);
      const element = await show({ countries: 'EG' });
      expect(optionsOf(element, 'Country')).to.deep.equal([]);
      expect(optionsOf(element, 'Kind')).to.have.length(3);
    });

    it('opens an office: address, numbers to dial, e-mail, hours and whether it is open now', async () => {
      const element = await show();
      const selected = nextEvent(element, 'iom-select');
      rowOf(element, 'OIM Genève').click();
      await element.updateComplete;
      expect((await selected).office?.id).to.equal('geneva');
      expect(rowOf(element, 'OIM Genève').ariaExpanded).to.equal('true');
      expect(entry(element, 'Address')?.querySelector('bdi')?.textContent).to.equal(geneva.address);
      expect(entry(element, 'Phone')?.querySelector('a')?.getAttribute('href')).to.equal('tel:+41227179111');
      expect(textOf(entry(element, 'Phone'))).to.equal('+41 22 717 9111');
      expect(entry(element, 'Fax')?.querySelector('a')).to.equal(null);
      expect(entry(element, 'E-mail')?.querySelector('a')?.getAttribute('href')).to.equal('mailto:hq@iom.int');
      expect(textOf(entry(element, 'Hours'))).to.match(/Monday . Sunday 24 hours local time \(Zurich\) Open now$/);
      expect(textOf(entry(element, 'Region'))).to.equal('Europe');
      expect(
        all(element, '[part=details] a')
          .slice(-2)
          .map((link) => link.getAttribute('href')),
      ).to.deep.equal(['https://example.org/geneva', 'https://www.openstreetmap.org/directions?to=46.2044%2C6.1432']);
    });

    it('is accessible with an office open', async () => {
      await expectAccessible(await show({ office: 'geneva' }));
    });

    it('opens one at a time, and closes it again', async () => {
      const element = await show();
      rowOf(element, 'OIM Genève').click();
      rowOf(element, 'Test ashgabat').click();
      await element.updateComplete;
      expect(detailsOf(element).map(textOf)).to.deep.equal(['Not on the map']);
      rowOf(element, 'Test ashgabat').click();
      await element.updateComplete;
      expect(detailsOf(element)).to.have.length(0);
    });

    it('office="york" ⇒ open from the beginning, and in view', async () => {
      const many = Array.from({ length: 60 }, (_, index) => office(`${100 + index}`, 'country', 'UY'));
      const element = await show({ office: 'york' }, { list: [...many, ...offices] });
      const [list, details] = [all(element, '[part=list]')[0], detailsOf(element)[0]];
      await until(() => list.scrollTop > 0, 'the list to scroll');
      expect(details.getBoundingClientRect().bottom).to.be.at.most(list.getBoundingClientRect().bottom + 1);
    });

    it('what a visitor opened stays open in a newer copy of the feed', async () => {
      const element = await show();
      rowOf(element, 'Test york').click();
      const loaded = nextEvent(element, 'iom-load');
      element.feed = feedOf([...offices, office('new', 'country', 'UY')]);
      await loaded;
      expect(rowOf(element, 'Test york').ariaExpanded).to.equal('true');
      expect(names(element)).to.include('Test new');
    });

    it('shows what can be read of bad input, and names the rest once', async () => {
      const list = [
        { name: 'Test <b>Office</b><img src=x onerror=alert(1)>', latitude: '200', longitude: 'x', country: 'Nowhere' },
        { phones: 'none', city: 'Testville', hours: [{}], url: 'javascript:alert(1)' },
        null,
      ];
      const element = await show({}, { list });
      expect(names(element)).to.deep.equal(['Test Office', 'Testville']);
      expect(all(element, '[part=map]')).to.have.length(0);
      await until(() => warnings.length, 'a warning');
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('<iom-office-map>').and.contain('_iom.offices[2]: null');
    });
  });

  describe('the map', () => {
    it('has a pin for each office, or for several that would overlap, named as a reader hears them', async () => {
      const element = await showMap();
      expect(spoken(element).sort()).to.deep.equal([
        'Offices: 2, OIM Genève, Test berlin',
        'Offices: 2, Test cairo-ro, Test cairo',
        'Test tokyo, Japan',
        'Test york, United States of America',
      ]);
      await expectAccessible(element);
    });

    it('tells kinds apart by shape and not by colour', async () => {
      const list = ['headquarters', 'regional', 'country', 'sub-office', 'liaison', 'clinic', 'centre'].map(
        (kind, index) => office(kind, kind, 'UY', 40, -150 + 40 * index),
      );
      const element = await showMap({}, { list });
      const shapes = all(element, '[part=pin] .shape');
      expect(new Set(shapes.map((shape) => shape.getAttribute('d')))).to.have.length(7);
      expect(new Set(shapes.map((shape) => getComputedStyle(shape).fill))).to.have.length(1);
      const inList = rowOf(element, 'Test clinic').querySelector('.shape')?.getAttribute('d');
      expect(pinOf(element, 'Test clinic').querySelector('.shape')?.getAttribute('d')).to.equal(inList);
    });

    for (const [what, size] of [
      ['small text', '8px'],
      ['large text', '32px'],
    ]) {
      it(`pins and buttons are at least 24 px wide and high, with ${what} and however near`, async () => {
        const element = await showMap({}, { size, width: 2000 });
        for (const nearer of [false, true]) {
          if (nearer) button(element, 'Zoom in').click();
          await still(element);
          for (const entry of [...pins(element), ...all(element, '.zoom button')]) {
            const { width, height } = entry.getBoundingClientRect();
            expect(Math.min(width, height)).to.be.at.least(23.99);
          }
        }
      });
    }

    it('is not loaded before it is near the window', async () => {
      const element = await show({}, { above: 5000 });
      expect(all(element, '.view > *')).to.have.length(0);
      scrollTo(0, 5000);
      await until(() => all(element, '.land').length, 'the map');
      scrollTo(0, 0);
    });

    it('asks nobody but the page’s own server', async () => {
      await showMap();
      const hosts = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
      expect([...new Set(hosts)]).to.deep.equal([location.origin]);
    });

    it('is not mirrored where the text runs from right to left', async () => {
      const element = await showMap({}, { lang: 'ar' });
      const [york, tokyo] = ['Test york', 'Test tokyo'].map(
        (name) => pinOf(element, name).getBoundingClientRect().left,
      );
      expect(york).to.be.lessThan(tokyo);
      const [list, map] = [all(element, '[part=list]')[0], view(element)].map(
        (entry) => entry.getBoundingClientRect().left,
      );
      expect(list).to.be.greaterThan(map);
    });

    for (const [lang, words] of [
      ['en', 'do not imply official endorsement or acceptance by the United Nations'],
      ['fr', 'n’impliquent ni reconnaissance ni acceptation officielles'],
      ['es', 'no implican su aprobación o aceptación oficial'],
      ['ru', 'не означают их официального одобрения или признания'],
      ['zh', '并不意味着联合国或国际移民组织正式认可或接受'],
      ['ar', 'لا تعني الحدود والأسماء المبيّنة'],
    ]) {
      it(`says in ${lang} what its boundaries do not mean, at 320 px and at 1000 px`, async () => {
        for (const width of [320, 1000]) {
          const element = await show({}, { lang, width });
          if (width === 320) all(element, '.toggle button')[0].click();
          await element.updateComplete;
          const disclaimer = all(element, '[part=disclaimer] p')[0];
          expect(textOf(disclaimer)).to.contain(words);
          expect(disclaimer.checkVisibility()).to.equal(true);
          expect(disclaimer.getBoundingClientRect().height).to.be.greaterThan(10);
        }
      });
    }

    it('draws what is not settled in dashes and dots', async () => {
      const element = await showMap();
      const [firm, dashed, dotted] = ['.line', '.dashed', '.dotted'].map(
        (selector) => getComputedStyle(all(element, selector)[0]).strokeDasharray,
      );
      expect(firm).to.equal('none');
      expect(dashed).to.match(/4(px)?,? 3/);
      expect(dotted).to.match(/0(px)?,? 3/);
      for (const line of all(element, '.dashed, .dotted')) expect(line.getAttribute('d')).to.match(/^M\d/);
    });

    it('an office of which only the country is known ⇒ stands there, and says so; what a page is told is as the feed has it', async () => {
      const element = await showMap({}, { list: [office('a', 'country', 'UY'), office('b', 'country', 'XX')] });
      await until(() => pins(element)[0], 'its pin');
      expect(spoken(element)).to.deep.equal(['Test a, Uruguay']);
      const selected = nextEvent(element, 'iom-select');
      rowOf(element, 'Test a').click();
      expect((await selected).office?.latitude).to.equal(undefined);
      await until(() => detailsOf(element)[0], 'details');
      expect(textOf(detailsOf(element)[0])).to.contain('Shown in its country: the exact place is not given');
      expect(textOf(detailsOf(element)[0])).not.to.contain('Directions');
      await expectAccessible(element);
    });

    it('an office without a place anywhere ⇒ the list alone', async () => {
      const element = await show({}, { list: [office('a', 'country', '')] });
      expect(all(element, '[part=map], .toggle')).to.have.length(0);
      expect(status(element)).to.equal('Offices: 1');
    });
  });

  describe('from near', () => {
    const countries = (element: OfficeMap) => all(element, '.country:not(.away)');
    const coast = (element: OfficeMap) => all(element, '.land')[0].getAttribute('d')!;
    async function zoomIn(element: OfficeMap, steps = 2) {
      for (; steps; steps--) all(element, '.plus')[0].click();
      await until(() => countries(element).length, 'names of countries');
      await still(element);
    }
    const boxes = (entries: readonly Element[]) => entries.map((entry) => entry.getBoundingClientRect());

    it('the second step of zooming brings a finer coast and names', async () => {
      const element = await showMap();
      const far = coast(element);
      button(element, 'Zoom in').click();
      await still(element);
      expect([countries(element).length, coast(element) === far]).to.deep.equal([0, true]);
      await zoomIn(element, 1);
      expect(coast(element).length).to.be.greaterThan(2 * far.length);
      for (const line of all(element, '.dashed, .dotted')) expect(line.getAttribute('d')).to.match(/^M\d/);
      expect(countries(element)[0].closest('[aria-hidden=true]')).to.not.equal(null);
      await expectAccessible(element);
      button(element, 'Whole world').click();
      await still(element);
      expect([countries(element).some((name) => name.checkVisibility()), coast(element) === far]).to.deep.equal([
        false,
        true,
      ]);
    });

    for (const [lang, name] of [
      ['en', 'Democratic Republic of the Congo'],
      ['fr', 'République démocratique du Congo'],
      ['es', 'República Democrática del Congo'],
      ['ru', 'Демократическая Республика Конго'],
      ['zh', '刚果民主共和国'],
      ['ar', 'جمهورية الكونغو الديمقراطية'],
    ] as const) {
      it(`names are those of the United Nations in ${lang}, whole, and on no pin and on no other name`, async () => {
        const element = await showMap({}, { lang });
        // Ends in the middle of Africa.
        await zoomIn(element, 3);
        expect(countries(element).map(textOf)).to.include(name);
        const [window] = boxes([view(element)]);
        const names = boxes(countries(element));
        expect(names.length).to.be.greaterThan(8);
        const taken = [...names, ...boxes(pins(element).filter((pin) => isSeen(element, pin)))];
        for (const [index, one] of names.entries()) {
          expect(one.left >= window.left - 1 && one.right <= window.right + 1).to.equal(true);
          expect(one.top >= window.top - 1 && one.bottom <= window.bottom + 1).to.equal(true);
          for (const next of taken.slice(index + 1)) {
            const isClear =
              one.right <= next.left + 1 ||
              next.right <= one.left + 1 ||
              one.bottom <= next.top + 1 ||
              next.bottom <= one.top + 1;
            expect(isClear).to.equal(true);
          }
        }
      });
    }

    it('a hand that moves the map carries names with it: none changes its place', async () => {
      const element = await showMap();
      await zoomIn(element, 4);
      const places = () => new Map(all(element, '.country').map((name) => [textOf(name), name.style.cssText]));
      const before = places();
      button(element, 'Move left').click();
      await still(element);
      expect([...places()]).to.deep.equal([...before]);
    });
  });

  describe('list and map', () => {
    it('an office chosen in the list ⇒ the map goes there, with a pin of its own', async () => {
      const element = await showMap();
      rowOf(element, 'Test berlin').click();
      await until(() => pinOf(element, 'Test berlin')?.ariaCurrent === 'true', 'its pin');
      await still(element);
      expect(pinOf(element, 'Test berlin').getAttribute('aria-label')).to.equal('Test berlin, Germany');
      expect(isSeen(element, pinOf(element, 'Test berlin'))).to.equal(true);
      const [pin, window] = [pinOf(element, 'Test berlin'), view(element)].map((entry) =>
        entry.getBoundingClientRect(),
      );
      expect((pin.left + pin.right) / 2).to.be.closeTo((window.left + window.right) / 2, 2);
    });

    it('a pin chosen on the map ⇒ its office opens in the list and has the focus', async () => {
      const element = await showMap();
      const selected = nextEvent(element, 'iom-select');
      pinOf(element, 'Test tokyo').click();
      expect((await selected).office?.id).to.equal('tokyo');
      await until(() => focused(element) === rowOf(element, 'Test tokyo'), 'the focus in the list');
      expect(rowOf(element, 'Test tokyo').ariaExpanded).to.equal('true');
      expect(pinOf(element, 'Test tokyo').ariaCurrent).to.equal('true');
    });

    it('a pin for several ⇒ comes nearer until each has its own', async () => {
      const element = await showMap();
      pinOf(element, 'Test berlin').click();
      await still(element);
      expect(spoken(element)).to.include('OIM Genève, Switzerland').and.include('Test berlin, Germany');
      expect(isSeen(element, pinOf(element, 'Test berlin'))).to.equal(true);
      expect(isSeen(element, pinOf(element, 'OIM Genève'))).to.equal(true);
    });

    describe('a pin for several in one place', () => {
      const panel = (element: OfficeMap) => all(element, '.cluster')[0];
      const choices = (element: OfficeMap) => all(element, '.cluster li button');
      async function openPanel(element: OfficeMap, name = 'Test cairo') {
        pinOf(element, name).click();
        await until(() => panel(element)?.contains(focused(element)), 'the list of its offices');
      }

      it('⇒ lists them over the map, and opens the one that is chosen', async () => {
        const element = await showMap();
        await openPanel(element);
        expect(textOf(panel(element).firstElementChild)).to.equal('Offices: 2 · Egypt');
        expect(choices(element).map(textOf)).to.deep.equal([
          'Test cairo-ro Regional office',
          'Test cairo Country office',
        ]);
        expect(focused(element)).to.equal(choices(element)[0]);
        await expectAccessible(element);
        const selected = nextEvent(element, 'iom-select');
        choices(element)[1].click();
        expect((await selected).office?.id).to.equal('cairo');
        await until(() => focused(element) === rowOf(element, 'Test cairo Country'), 'the focus in the list');
        expect(panel(element)).to.equal(undefined);
        await openPanel(element);
        expect(focused(element)).to.equal(choices(element)[1]);
      });

      it('Escape, its button and a press beside it close it; the focus returns to the pin', async () => {
        const element = await showMap();
        for (const close of [
          () => executeServerCommand('press-key', 'Escape'),
          () => Promise.resolve(panel(element).querySelector('button')!.click()),
          () =>
            Promise.resolve(
              all<SVGElement>(element, '.world')[0].dispatchEvent(new MouseEvent('click', { bubbles: true })),
            ),
        ]) {
          await openPanel(element);
          await close();
          await until(() => !panel(element), 'the list to close');
          expect(focused(element)).to.equal(pinOf(element, 'Test cairo'));
        }
        await openPanel(element);
        rowOf(element, 'Test tokyo').focus();
        expect(panel(element)).to.equal(undefined);
        expect(focused(element)).to.equal(rowOf(element, 'Test tokyo'));
      });

      for (const [width, lang] of [
        [320, 'en'],
        [1000, 'ar'],
      ] as const) {
        it(`1,000 offices in one city, ${width} px wide, ${lang} ⇒ all in it, on the map and on no pin; arrows lead through`, async () => {
          const list = Array.from({ length: 1000 }, (_, index) =>
            office(`${index + 1}`, 'sub-office', 'UY', -34.9, -56.16, { city: 'Montevideo' }),
          );
          const element = await show({}, { list, width, lang });
          if (width < 700) all(element, '.toggle button')[0].click();
          await until(() => pins(element).length, 'the pin');
          await openPanel(element, 'Test 1');
          expect(choices(element)).to.have.length(1000);
          const [inner, outer] = [panel(element), view(element)].map((entry) => entry.getBoundingClientRect());
          expect(inner.left).to.be.at.least(outer.left);
          expect(inner.right).to.be.at.most(outer.right);
          expect(inner.bottom).to.be.at.most(outer.bottom);
          expect(getComputedStyle(panel(element)).direction).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
          await executeServerCommand('press-key', 'ArrowDown');
          expect(focused(element)).to.equal(choices(element)[1]);
          expect(textOf(focused(element))).to.contain('Test 2 ');
          await executeServerCommand('press-key', 'End');
          expect(focused(element)).to.equal(choices(element)[999]);
        });
      }
    });

    it('what the list is narrowed to is what the map shows', async () => {
      const element = await showMap();
      await search(element, 'tokyo');
      expect(spoken(element)).to.deep.equal(['Test tokyo, Japan']);
      await search(element, '');
      await pick(element, 'Region', 'Europe');
      await still(element);
      expect(spoken(element).sort()).to.deep.equal(['OIM Genève, Switzerland', 'Test berlin, Germany']);
      expect(pins(element).every((pin) => isSeen(element, pin))).to.equal(true);
    });

    it('“Show on the map” leads back to where the office is', async () => {
      const element = await showMap({ office: 'tokyo' });
      button(element, 'Whole world').click();
      await still(element);
      const before = pinOf(element, 'Test tokyo').getBoundingClientRect().left;
      button(element, 'Show on the map').click();
      await until(() => pinOf(element, 'Test tokyo').getBoundingClientRect().left < before - 50, 'the way there');
    });
  });

  describe('by hand', () => {
    const wheel = (element: OfficeMap, ctrlKey: boolean) => {
      const event = new WheelEvent('wheel', { deltaY: -100, ctrlKey, bubbles: true, cancelable: true });
      view(element).dispatchEvent(event);
      return event.defaultPrevented;
    };
    const scaleOf = (element: OfficeMap) => Number(view(element).style.getPropertyValue('--scale'));
    const leftOf = (element: OfficeMap) => Number(view(element).style.getPropertyValue('--left'));

    it('buttons zoom and move; those that could do nothing are not to be pressed', async () => {
      const element = await showMap();
      expect(button(element, 'Zoom out').disabled).to.equal(true);
      expect(button(element, 'Move left').checkVisibility()).to.equal(false);
      const before = scaleOf(element);
      button(element, 'Zoom in').click();
      expect(scaleOf(element)).to.be.greaterThan(before);
      const left = leftOf(element);
      button(element, 'Move left').click();
      expect(leftOf(element)).to.be.greaterThan(left);
      for (let times = 0; times < 10; times++) button(element, 'Zoom in').click();
      expect(button(element, 'Zoom in').disabled).to.equal(true);
      button(element, 'Whole world').click();
      expect(scaleOf(element)).to.equal(before);
    });

    it('the buttons that move it are shown for keys, and not for a pointer, which has the map itself', async () => {
      const element = await showMap();
      button(element, 'Zoom in').click();
      expect(all(element, '.pad')[0].checkVisibility()).to.equal(false);
      button(element, 'Zoom out').focus();
      await executeServerCommand('press-key', 'Tab');
      await until(() => all(element, '.pad')[0].checkVisibility(), 'the buttons');
      rowOf(element, 'Test tokyo').focus();
      expect(all(element, '.pad')[0].checkVisibility()).to.equal(false);
    });

    it('a press beside the pins brings that place into the middle, once the map is near', async () => {
      const element = await showMap();
      const press = () => {
        const { left, top, width, height } = view(element).getBoundingClientRect();
        const [clientX, clientY] = [left + width / 2 + 60, top + height / 2];
        all<SVGElement>(element, '.world')[0].dispatchEvent(
          new MouseEvent('click', { clientX, clientY, bubbles: true }),
        );
      };
      const before = leftOf(element);
      press();
      expect(leftOf(element)).to.equal(before);
      button(element, 'Zoom in').click();
      const near = leftOf(element);
      press();
      expect(leftOf(element)).to.be.closeTo(near - 60, 0.01);
    });

    it('near and far, narrowed and not, again and again ⇒ the map holds no more than at first', async () => {
      const element = await showMap();
      const held = () => view(element).childNodes.length;
      const round = async () => {
        element.narrow({ kinds: ['country'] });
        await element.updateComplete;
        element.narrow({ kinds: [] });
        await element.updateComplete;
        for (let times = 0; times < 10; times++) button(element, 'Zoom in').click();
        button(element, 'Whole world').click();
      };
      await round();
      const before = [held(), pins(element).length];
      for (let left = 5; left; left--) await round();
      expect([held(), pins(element).length]).to.deep.equal(before);
    });

    it('the wheel zooms with a modifier key, and leaves the page its scrolling without one', async () => {
      const element = await showMap();
      const before = scaleOf(element);
      expect(wheel(element, false)).to.equal(false);
      expect(scaleOf(element)).to.equal(before);
      expect(wheel(element, true)).to.equal(true);
      expect(scaleOf(element)).to.be.greaterThan(before);
    });

    it('a finger scrolls the page while the world is whole, and moves the map when it is near', async () => {
      const element = await showMap();
      expect(getComputedStyle(view(element)).touchAction).to.equal('pan-y');
      button(element, 'Zoom in').click();
      expect(getComputedStyle(view(element)).touchAction).to.equal('none');
    });

    it('a drag moves the map and opens nothing; a hand that trembles opens', async () => {
      const element = await showMap();
      view(element).setPointerCapture = () => {};
      button(element, 'Zoom in').click();
      const left = leftOf(element);
      const pin = pinOf(element, 'Test tokyo');
      const drag = (by: number) => {
        for (const [type, clientX, buttons] of [
          ['pointerdown', 300, 1],
          ['pointermove', 300 + by, 1],
          ['pointerup', 300 + by, 0],
        ] as const) {
          pin.dispatchEvent(new PointerEvent(type, { clientX, clientY: 100, pointerId: 1, buttons, bubbles: true }));
        }
        pin.click();
      };
      drag(40);
      expect(leftOf(element)).to.equal(left + 40);
      expect(element.office).to.equal('');
      drag(2);
      expect(element.office).to.equal('tokyo');
    });

    it('two fingers zoom', async () => {
      const element = await showMap();
      view(element).setPointerCapture = () => {};
      const before = scaleOf(element);
      const finger = (type: string, pointerId: number, clientX: number) =>
        view(element).dispatchEvent(
          new PointerEvent(type, { pointerId, clientX, clientY: 200, buttons: 1, bubbles: true }),
        );
      finger('pointerdown', 1, 500);
      finger('pointerdown', 2, 600);
      finger('pointermove', 2, 700);
      expect(scaleOf(element)).to.be.closeTo(2 * before, before / 100);
    });

    it('a button let go outside of the map holds it no longer', async () => {
      const element = await showMap();
      button(element, 'Zoom in').click();
      const left = leftOf(element);
      const point = (type: string, clientX: number, buttons: number) =>
        view(element).dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX, buttons, bubbles: true }));
      point('pointerdown', 500, 1);
      point('pointermove', 600, 0);
      expect(leftOf(element)).to.equal(left);
    });
  });

  describe('by keyboard', () => {
    async function press(element: OfficeMap, ...keys: string[]) {
      for (const key of keys) {
        await executeServerCommand('press-key', key);
        await element.updateComplete;
      }
    }

    it('arrows lead from pin to pin, Enter opens, Escape leads back to the list', async () => {
      const element = await showMap();
      const tabbed = () => pins(element).filter(({ tabIndex }) => tabIndex === 0);
      expect(tabbed()).to.have.length(1);
      pinOf(element, 'Test york').focus();
      await press(element, 'ArrowRight');
      expect(focused(element)).to.equal(pinOf(element, 'OIM Genève'));
      expect(tabbed()).to.deep.equal([focused(element)]);
      await press(element, 'ArrowDown', 'ArrowRight');
      expect(focused(element)).to.equal(pinOf(element, 'Test tokyo'));
      await press(element, 'Enter');
      await until(() => focused(element) === rowOf(element, 'Test tokyo'), 'the focus in the list');
      pinOf(element, 'Test york').focus();
      await press(element, 'Escape');
      await until(() => focused(element) === rowOf(element, 'Test tokyo'), 'the focus in the list');
    });

    it('plus and minus zoom, Home shows the world', async () => {
      const element = await showMap();
      const scale = () => Number(view(element).style.getPropertyValue('--scale'));
      const least = scale();
      pinOf(element, 'Test york').focus();
      await press(element, '+');
      const near = scale();
      expect(near).to.be.greaterThan(least);
      await press(element, '+', '-');
      expect(scale()).to.be.closeTo(near, 1e-6);
      await press(element, 'Home');
      expect(scale()).to.equal(least);
    });

    it('an arrow with no pin ahead moves the window', async () => {
      const element = await showMap({ office: 'tokyo' });
      pinOf(element, 'Test tokyo').focus();
      const left = () => Number(view(element).style.getPropertyValue('--left'));
      const before = left();
      await press(element, 'ArrowLeft');
      expect(left()).to.be.greaterThan(before);
    });
  });

  describe('in a narrow column', () => {
    it('the map stands behind a button, and is not loaded before it is wanted', async () => {
      const element = await show({}, { width: 320 });
      expect(all(element, '[part=map]')[0].checkVisibility()).to.equal(false);
      const toggle = button(element, 'Show the map');
      expect(toggle.ariaExpanded).to.equal('false');
      toggle.click();
      await until(() => all(element, '.land').length, 'the map');
      expect(button(element, 'Hide the map').ariaExpanded).to.equal('true');
      expect(all(element, '[part=map]')[0].checkVisibility()).to.equal(true);
      await expectAccessible(element);
      button(element, 'Hide the map').click();
      await element.updateComplete;
      expect(all(element, '[part=map]')[0].checkVisibility()).to.equal(false);
    });

    it('“Show on the map” opens it at the office', async () => {
      const element = await show({ office: 'tokyo' }, { width: 320 });
      button(element, 'Show on the map').click();
      await until(() => pins(element).length && isSeen(element, pinOf(element, 'Test tokyo')), 'its pin');
    });

    for (const width of [320, 600, 1200]) {
      it(`${width} px wide ⇒ as high with its list as before, and nothing runs over`, async () => {
        const place = await fixture<HTMLElement>(html`<div></div>`);
        place.style.cssText = `width: ${width}px; font: 16px ${families.regular}`;
        const element = document.createElement('iom-office-map');
        element.src = '/faults/silence';
        place.append(element);
        await element.updateComplete;
        const before = element.offsetHeight;
        element.feed = feedOf(offices);
        await until(() => element.matches(':state(ready)'), 'the list');
        expect(before).to.equal(36 * 16);
        expect(element.offsetHeight).to.equal(before);
        expect(element.scrollWidth).to.be.at.most(width);
      });
    }
  });

  describe('nearest first', () => {
    const here = { coords: { latitude: 48.86, longitude: 2.35 } };
    let asked = 0;
    function geolocation(answer: (yes: (match: object) => void, no: (error: object) => void) => void) {
      asked = 0;
      replace(navigator, 'geolocation', {
        getCurrentPosition: (yes: (match: object) => void, no: (error: object) => void) => {
          asked++;
          answer(yes, no);
        },
      });
    }

    it('is asked for by the visitor, never by itself; forgets when it is switched off', async () => {
      geolocation((yes) => yes(here));
      const element = await showMap();
      expect(asked).to.equal(0);
      button(element, 'Nearest first').click();
      await until(() => status(element).includes('The nearest come first'), 'the order');
      expect(asked).to.equal(1);
      expect(names(element)).to.deep.equal([
        'OIM Genève',
        'Test berlin',
        'Test cairo',
        'Test cairo-ro',
        'Test york',
        'Test tokyo',
        'Test ashgabat',
      ]);
      expect(textOf(rowOf(element, 'OIM Genève'))).to.match(/410.km/);
      expect(textOf(rowOf(element, 'Test ashgabat'))).to.not.match(/\d.km/);
      expect(button(element, 'Nearest first').ariaPressed).to.equal('true');
      button(element, 'Nearest first').click();
      await until(() => !status(element).includes('nearest'), 'the order of before');
      expect(names(element)[1]).to.equal('Test ashgabat');
      expect(textOf(rowOf(element, 'OIM Genève'))).to.not.match(/\d.km/);
      expect(asked).to.equal(1);
    });

    for (const [code, words] of [
      [1, 'keeps your position to itself'],
      [2, 'could not be found'],
      [3, 'took too long'],
    ] as const) {
      it(`error ${code} ⇒ “… ${words} …”, the list as it was, and another try`, async () => {
        geolocation((_, no) => no({ code }));
        const element = await show();
        const before = names(element);
        button(element, 'Nearest first').click();
        await until(() => status(element).includes(words), 'an answer');
        expect(names(element)).to.deep.equal(before);
        expect(button(element, 'Nearest first').ariaPressed).to.equal('false');
        geolocation((yes) => yes(here));
        button(element, 'Nearest first').click();
        await until(() => status(element).includes('The nearest come first'), 'the order');
      });
    }

    it('while the browser asks ⇒ says so; an answer after it was switched off changes nothing', async () => {
      let answer: (match: object) => void = () => {};
      geolocation((yes) => (answer = yes));
      const element = await show();
      const before = names(element);
      button(element, 'Nearest first').click();
      await until(() => status(element).includes('Asking your browser'), 'a word');
      button(element, 'Nearest first').click();
      await until(() => !status(element).includes('Asking'), 'silence');
      answer(here);
      await element.updateComplete;
      expect(names(element)).to.deep.equal(before);
    });

    it('a page without https has no position to give ⇒ says so', async () => {
      replace(navigator, 'geolocation', undefined);
      const element = await show();
      button(element, 'Nearest first').click();
      await until(() => status(element).includes('could not be found'), 'an answer');
    });
  });

  describe('a map of the page’s own', () => {
    const topology = (data: object) => `/faults/text?${encodeURIComponent(JSON.stringify(data))}`;
    const area = [
      [
        [0, 0],
        [0, 20],
        [20, 20],
        [20, 0],
        [0, 0],
      ],
    ];
    const own = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: area } },
        {
          type: 'Feature',
          properties: { disputed: true },
          geometry: { type: 'LineString', coordinates: [[10, 0], [10, 20]] }, // prettier-ignore
        },
      ],
    };

    it('is drawn in place of the library’s, with its disputed lines in dashes', async () => {
      const element = await showMap({ topology: topology(own) });
      expect(all(element, '.land')[0].getAttribute('d')!.match(/M/g)).to.have.length(1);
      expect(all(element, '.dashed')[0].getAttribute('d')).to.match(/^M\d/);
      expect(all(element, '.dotted')[0].getAttribute('d')).to.equal('');
    });

    it('has no names but its own, however near', async () => {
      const element = await showMap({ topology: topology(own) });
      const coast = all(element, '.land')[0].getAttribute('d');
      for (let steps = 3; steps; steps--) button(element, 'Zoom in').click();
      await still(element);
      expect(all(element, '.country')).to.deep.equal([]);
      expect(all(element, '.land')[0].getAttribute('d')).to.equal(coast);
    });

    it('is taken from another address when that changes', async () => {
      const element = await showMap();
      const before = all(element, '.land')[0].getAttribute('d');
      element.topology = topology(own);
      await until(
        () => (all(element, '.land')[0]?.getAttribute('d') ?? before)!.length < before!.length / 2,
        'the other map',
      );
    });

    for (const [what, url, code] of [
      ['404', '/faults/status/404', 'http 404'],
      ['HTML', '/faults/html', 'not-json'],
      ['a feed', '/test/fixtures/feed.json', 'not-a-map'],
      ['20 MB', '/faults/huge', 'too-large'],
      ['no address', 'javascript:x()', 'not-a-map'],
    ]) {
      it(`${what} ⇒ says so, tells the page’s owner why, and the list stays`, async () => {
        const element = await show();
        const failed = nextEvent(element, 'iom-error');
        element.topology = url;
        const { error } = await failed;
        expect(code).to.contain(error.code);
        await until(() => textOf(view(element)).includes('The map could not be loaded.'), 'a message');
        expect(names(element)).to.have.length(7);
        expect(element.matches(':state(ready)')).to.equal(true);
        expect(warnings.join()).to.contain(`<iom-office-map>: ${code}`);
        await expectAccessible(element);
      });
    }

    it('can be asked for again', async () => {
      const element = await show({ topology: `/faults/status/404?${Math.random()}` });
      await until(() => button(element, 'Try again'), 'a button');
      const ask = window.fetch.bind(window);
      replace(window, 'fetch', () => ask(topology(own)));
      button(element, 'Try again').click();
      await until(() => all(element, '.land').length, 'the map');
      expect(textOf(view(element))).to.not.contain('could not');
    });
  });

  it('500 offices ⇒ pins that never overlap, and every one found', async () => {
    const list = Array.from({ length: 500 }, (_, index) =>
      office(`${1000 + index}`, 'country', 'UY', ((index * 37) % 120) - 50, ((index * 71) % 360) - 180),
    );
    const element = await showMap({}, { list });
    expect(names(element)).to.have.length(500);
    const middles = pins(element)
      .map((pin) => pin.getBoundingClientRect())
      .map(({ left, right, bottom }) => [(left + right) / 2, bottom]);
    for (const [index, [x, y]] of middles.entries()) {
      for (const [otherX, otherY] of middles.slice(index + 1)) {
        expect(Math.hypot(x - otherX, y - otherY)).to.be.at.least(24);
      }
    }
    rowOf(element, 'Test 1499').click();
    await until(() => pins(element).some((pin) => pin.ariaCurrent && isSeen(element, pin)), 'its pin');
    await search(element, '1234');
    expect(names(element)).to.deep.equal(['Test 1234']);
  });

  it('on paper, what is known of every office is shown', async () => {
    const element = await show();
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    expect(detailsOf(element)).to.have.length(7);
    dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(detailsOf(element)).to.have.length(0);
  });
});
