import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { OrgChart } from '../../src/elements/org-chart/org-chart.js';
import { toCsv } from '../../src/elements/org-chart/export/csv.js';
import { pictureOf } from '../../src/elements/org-chart/export/picture.js';
import { toPng } from '../../src/elements/org-chart/export/png.js';
import { loadPortraits } from '../../src/elements/org-chart/export/portraits.js';
import { toSvgFile } from '../../src/elements/org-chart/export/svg.js';
import '../../src/elements/org-chart/define.js';
import type { Unit } from '../../src/feed/schema/model.generated.js';
import { expectAccessible } from '../helpers/engine.js';
import { nextEvent, until } from '../helpers/events.js';
import { families, loadFonts } from '../helpers/fonts.js';
import { present, skipOnServer } from '../helpers/render.js';

const unit = (id: string, parent?: string, more: Partial<Unit> = {}): Unit => ({
  id,
  name: `Unit ${id}`,
  parent,
  ...more,
});
const feedOf = (organization: unknown, more: object = {}) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items: [],
  _iom: { organization, ...more },
});
/** A directorate with two departments: one of two offices, one of three. */
const small = [
  unit('dir', undefined, { name: 'Directorate', url: 'https://example.org/directorate' }),
  unit('ops', 'dir', { name: 'Operations', head: 'Test Person', summary: 'Answers for shelters.' }),
  unit('camp', 'ops', { name: 'Camps', contact: 'desk' }),
  unit('fleet', 'ops', { name: 'Fleet', state: 'vacant', reports_to: [{ unit: 'law' }] }),
  unit('man', 'dir', { name: 'Management' }),
  unit('law', 'man', { name: 'Law', summary: 'Answers for treaties.' }),
  unit('staff', 'man', { name: 'Staff' }),
  unit('bank', 'staff', { name: 'Payroll' }),
  unit('desk', 'dir', { name: 'Front desk', kind: 'assistant' }),
];
const contacts = [{ id: 'desk', name: 'Test Desk', email: 'desk@example.org', countries: ['KE'], topics: ['water'] }];
/** As many units as wanted, each with eight below it. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => unit(`u${index}`, index ? `u${Math.floor((index - 1) / 8)}` : undefined));

async function show(
  organization: unknown,
  attributes: Partial<OrgChart> = {},
  { width = 1100, lang = 'en', inside = '', more = {} } = {},
): Promise<OrgChart> {
  const made = document.createElement('iom-org-chart');
  made.innerHTML = inside;
  Object.assign(made, { feed: feedOf(organization, more) }, attributes);
  const place = html`<div lang=${lang} style="width: ${width}px; font: 16px ${families.regular}"></div>`;
  const element = await present(made, await fixture(place));
  await settled(element);
  return element;
}
/** Until nothing more is to be drawn. */
async function settled(element: OrgChart) {
  while (!(await element.updateComplete));
}
const all = <T extends Element = HTMLElement>(element: OrgChart, selector: string) => [
  ...element.renderRoot.querySelectorAll<T>(selector),
];
const textOf = (match: Element | null | undefined) => match?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const names = (element: OrgChart) => all(element, '[part=name]').map(textOf);
const cardOf = (element: OrgChart, name: string) =>
  all(element, '[part=card]').find((card) => textOf(card.querySelector('[part=name]')) === name)!;
const toggleOf = (element: OrgChart, name: string) =>
  cardOf(element, name).querySelector<HTMLButtonElement>('[aria-expanded]')!;
const control = (element: OrgChart, label: string) =>
  all<HTMLButtonElement>(element, 'button').find(
    (button) => (button.ariaLabel ?? (button.title || textOf(button))) === label,
  )!;
const boxOf = (element: OrgChart, name: string) => cardOf(element, name).getBoundingClientRect();
const view = (element: OrgChart) => all(element, '[part=view]')[0];
/** A pointer comes over the chart. */
async function approach(element: OrgChart) {
  all(element, '[part=base] > .chart')[0].dispatchEvent(new PointerEvent('pointerenter'));
  await settled(element);
  await nextFrame();
  await settled(element);
}
/** Name of the card that has the focus. */
const focused = (element: OrgChart) =>
  textOf(element.shadowRoot!.activeElement?.closest('[part=card]')?.querySelector('[part=name]'));
const panel = (element: OrgChart) => all(element, '[part=panel]')[0];
async function press(element: OrgChart, ...keys: string[]) {
  // What the keys do is loaded when the focus comes.
  await settled(element);
  for (const key of keys) {
    await executeServerCommand('press-key', key);
    await settled(element);
  }
}
async function search(element: OrgChart, text: string): Promise<string[]> {
  const input = all<HTMLInputElement>(element, 'input')[0];
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await until(() => all(element, '[role=search] [role=status]').length, 'an answer to the search');
  return all(element, '[role=search] li button > bdi').map(textOf);
}

before(() => loadFonts('regular'));

describe('<iom-org-chart>', () => {
  const warnings: string[] = [];
  const warn = console.warn;
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (...parts: unknown[]) => void warnings.push(parts.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });

  describe('the list', () => {
    it('is nested as the units are, with links and disclosure buttons', async () => {
      const element = await show(small, { levels: 9 });
      const nesting = (list: Element): unknown[] =>
        [...list.children].map((item) => {
          const below = item.querySelector(':scope > ul');
          const name = textOf(item.querySelector('[part=name]'));
          return below ? [name, nesting(below)] : name;
        });
      expect(nesting(all(element, 'ul.cards')[0])).to.deep.equal([
        [
          'Directorate',
          ['Front desk', ['Operations', ['Camps', 'Fleet']], ['Management', ['Law', ['Staff', ['Payroll']]]]],
        ],
      ]);
      expect(cardOf(element, 'Directorate').querySelector('a')!.href).to.equal('https://example.org/directorate');
      expect(textOf(toggleOf(element, 'Operations'))).to.equal('2 Units below: Operations');
      expect(all(element, '[role=tree], [role=treeitem]')).to.deep.equal([]);
    });

    it('opens and closes a branch', async () => {
      const element = await show(small, { levels: 2 });
      expect(names(element)).to.deep.equal(['Directorate', 'Front desk', 'Operations', 'Management']);
      toggleOf(element, 'Operations').click();
      await settled(element);
      expect(names(element)).to.include('Camps');
      expect(toggleOf(element, 'Operations').ariaExpanded).to.equal('true');
      toggleOf(element, 'Operations').click();
      await settled(element);
      expect(names(element)).not.to.include('Camps');
    });

    it('the buttons that zoom and move are a group, named by the unit at the top', async () => {
      const element = await show(small, { levels: 9 }, { width: 800 });
      const group = all(element, '[part=bar] [role=group]');
      expect(group.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Directorate']);
      const icons = all(element, '[part=bar] .icon');
      expect(icons).not.to.have.length(0);
      for (const icon of icons) expect(group[0].contains(icon)).to.equal(true);
    });

    it('leaves the focus on the button that was pressed', async () => {
      const element = await show(small, { levels: 2 });
      toggleOf(element, 'Management').focus();
      await press(element, 'Enter');
      expect(names(element)).to.include('Law');
      expect(element.shadowRoot!.activeElement === toggleOf(element, 'Management'), 'has the focus').to.equal(true);
    });

    for (const [width, layout] of [
      [1100, 'auto'],
      [360, 'auto'],
      [1100, 'left-to-right'],
    ] as const) {
      it(`is accessible, ${layout}, ${width} pixels wide`, async () => {
        const element = await show(small, { levels: 9, layout, unit: 'fleet' }, { width });
        await until(() => panel(element), 'details');
        await expectAccessible(element);
      });
    }
  });

  describe('layout', () => {
    it('a chart where there is room: those below stand below, side by side', async () => {
      const element = await show(small, { levels: 2 });
      const [top, left, right] = ['Directorate', 'Operations', 'Management'].map((name) => boxOf(element, name));
      expect(left.top).to.be.greaterThan(top.bottom);
      expect(right.left).to.be.greaterThan(left.right);
    });

    it('an outline where there is not: one below the other, further in, nothing wider than the page', async () => {
      const element = await show(small, { levels: 9 }, { width: 320 });
      const boxes = all(element, '[part=card]').map((card) => card.getBoundingClientRect());
      boxes.slice(1).forEach((box, index) => expect(box.top).to.be.at.least(boxes[index].bottom));
      expect(boxOf(element, 'Camps').left).to.be.greaterThan(boxOf(element, 'Operations').left);
      expect(element.scrollWidth).to.be.at.most(320);
      expect(control(element, 'Zoom in')).to.equal(undefined);
    });

    it('the other way round when the page is turned', async () => {
      const element = await show(small, {}, { width: 320 });
      element.parentElement!.style.width = '1100px';
      await until(() => control(element, 'Zoom in'), 'a chart');
      element.parentElement!.style.width = '320px';
      await until(() => !control(element, 'Zoom in'), 'an outline');
    });

    it('layout="left-to-right" ⇒ those below stand aside', async () => {
      const element = await show(small, { levels: 2, layout: 'left-to-right' });
      expect(boxOf(element, 'Operations').left).to.be.greaterThan(boxOf(element, 'Directorate').right);
    });

    it('layout="outline" ⇒ an outline at any width', async () => {
      const element = await show(small, { levels: 2, layout: 'outline' });
      expect(boxOf(element, 'Management').left).to.equal(boxOf(element, 'Operations').left);
    });

    it('from right to left in Arabic', async () => {
      const element = await show(small, { levels: 2 }, { lang: 'ar' });
      await until(() => control(element, 'تكبير'), 'Arabic');
      expect(boxOf(element, 'Management').right).to.be.lessThan(boxOf(element, 'Operations').left);
      const across = await show(small, { levels: 2, layout: 'left-to-right' }, { lang: 'ar' });
      await until(() => control(across, 'تكبير'), 'Arabic');
      expect(boxOf(across, 'Operations').right).to.be.lessThan(boxOf(across, 'Directorate').left);
    });

    it('cards as high as their text, and none over another', async () => {
      const long = small.map((entry) =>
        entry.id === 'camp' ? { ...entry, name: 'A name of many words '.repeat(9) } : entry,
      );
      const element = await show(long, { levels: 9 });
      const cards = all(element, '[part=card]');
      for (const card of cards) {
        const text = card.querySelector('[part=name]')!.getBoundingClientRect();
        const box = card.getBoundingClientRect();
        expect(box.bottom).to.be.at.least(text.bottom);
        expect(box.height).to.be.at.most(text.height + 4 * 16 * 1.4);
      }
      const boxes = cards.map((card) => card.getBoundingClientRect());
      boxes.forEach((a, index) => {
        for (const b of boxes.slice(index + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart, 'cards stand apart').to.equal(true);
        }
      });
    });

    it('root and depth ⇒ one branch, so many levels of it', async () => {
      const element = await show(small, { root: 'man', depth: 2, levels: 9 });
      expect(names(element)).to.deep.equal(['Management', 'Law', 'Staff']);
      expect(toggleOf(element, 'Staff')).to.equal(null);
      element.root = 'nobody';
      await until(() => element.matches(':state(empty)'), 'nothing to show');
    });

    it('several units without one above ⇒ several charts side by side', async () => {
      const element = await show([unit('a'), unit('b'), unit('c', 'b')], { levels: 2 });
      expect(boxOf(element, 'Unit a').top).to.equal(boxOf(element, 'Unit b').top);
      expect(names(element)).to.deep.equal(['Unit a', 'Unit b', 'Unit c']);
    });
  });

  describe('by keyboard', () => {
    it('arrows go where the eye goes, Home and End to the ends', async () => {
      const element = await show(small, { levels: 9 });
      cardOf(element, 'Directorate').querySelector('a')!.focus();
      await press(element, 'ArrowDown');
      expect(focused(element)).to.be.oneOf(['Operations', 'Management', 'Front desk']);
      await press(element, 'End');
      expect(focused(element)).to.equal('Payroll');
      await press(element, 'Home');
      expect(focused(element)).to.equal('Directorate');
    });

    it('in an outline, forth opens and back closes, then goes up', async () => {
      const element = await show(small, { levels: 2, layout: 'outline' });
      cardOf(element, 'Operations').querySelector('button')!.focus();
      await press(element, 'ArrowRight');
      expect(names(element)).to.include('Camps');
      await press(element, 'ArrowRight');
      expect(focused(element)).to.equal('Camps');
      await press(element, 'ArrowLeft');
      expect(focused(element)).to.equal('Operations');
      await press(element, 'ArrowLeft');
      expect(names(element)).not.to.include('Camps');
      await press(element, 'ArrowLeft');
      expect(focused(element)).to.equal('Directorate');
    });

    it('left and right are exchanged where text runs from right to left', async () => {
      const element = await show(small, { levels: 2, layout: 'outline' }, { lang: 'ar' });
      cardOf(element, 'Operations').querySelector('button')!.focus();
      await press(element, 'ArrowLeft');
      expect(names(element)).to.include('Camps');
    });

    it('typing leads to a name', async () => {
      const element = await show(small, { levels: 9 });
      cardOf(element, 'Directorate').querySelector('a')!.focus();
      await press(element, 's', 't');
      expect(focused(element)).to.equal('Staff');
    });

    it('Tab reaches every control in the order of the list', async () => {
      const element = await show(small, { levels: 2 });
      const cards = all(element, '[part=card] a, [part=card] button');
      cards[0].focus();
      for (const next of cards.slice(1)) {
        await press(element, 'Tab');
        expect(element.shadowRoot!.activeElement === next, 'has the focus').to.equal(true);
      }
    });

    it('the card that has the focus is in view', async () => {
      const element = await show(many(200), { levels: 9 });
      all(element, '[part=card] button')[0].focus();
      await press(element, 'End');
      const window = view(element).getBoundingClientRect();
      const card = element.shadowRoot!.activeElement!.closest('[part=card]')!;
      await until(() => {
        const box = card.getBoundingClientRect();
        return box.left >= window.left - 1 && box.right <= window.right + 1 && box.bottom <= window.bottom + 1;
      }, 'the card in view');
    });
  });

  describe('finding', () => {
    it('finds names, heads and tasks, and shows the way', async () => {
      const element = await show(small, { levels: 1 });
      expect(await search(element, 'payr')).to.deep.equal(['Payroll']);
      expect(textOf(all(element, '[role=search] li .way')[0])).to.equal('Directorate › Management › Staff');
      all(element, '[role=search] li button')[0].click();
      await until(() => panel(element), 'details');
      expect(names(element)).to.include('Payroll');
      expect(await search(element, 'test person')).to.deep.equal(['Operations']);
      expect(await search(element, 'treaties')).to.deep.equal(['Law']);
    });

    it('finds who answers for a topic or a country', async () => {
      const element = await show(small, {}, { more: { contacts } });
      expect(await search(element, 'kenya')).to.deep.equal(['Camps']);
      expect(await search(element, 'water')).to.deep.equal(['Camps']);
    });

    it('what is found lies above the controls that stand below the search in a narrow column', async () => {
      const element = await show(small, {}, { width: 320 });
      await search(element, 'a');
      const [list] = all(element, '[role=search] ul');
      // The page may stand elsewhere after the tests before.
      list.scrollIntoView();
      const { left, right, top, height } = list.getBoundingClientRect();
      for (const x of [left + 8, (left + right) / 2, right - 8]) {
        const hit = element.shadowRoot!.elementFromPoint(x, top + Math.min(height, 60) / 2);
        expect(list.contains(hit), `at ${x}`).to.equal(true);
      }
    });

    it('a pointer that comes over the chart leaves what was found', async () => {
      const element = await show(small);
      await approach(element);
      await search(element, 'law');
      await approach(element);
      expect(textOf(all(element, '[role=search] li button > bdi')[0])).to.equal('Law');
    });

    it('finds units on closed levels, whose closed cards say how many are below', async () => {
      const element = await show(small, { levels: 2 });
      expect(names(element)).not.to.include('Payroll');
      const toggle = toggleOf(element, 'Management');
      expect(toggle.ariaExpanded).to.equal('false');
      expect(textOf(toggle)).to.equal('2 Units below: Management');
      expect(await search(element, 'payroll')).to.deep.equal(['Payroll']);
      all(element, '[role=search] li button')[0].click();
      await settled(element);
      expect(names(element)).to.include('Payroll');
    });

    it('says when there is none', async () => {
      const element = await show(small);
      expect(await search(element, 'zzz')).to.deep.equal([]);
      expect(textOf(all(element, '[role=search] [role=status]')[0])).to.equal('No unit matches.');
    });

    it('the way between two units goes over the one both stand below', async () => {
      const element = await show(small, { unit: 'camp', levels: 9 });
      await until(() => control(element, 'Reporting path'), 'details');
      control(element, 'Reporting path').click();
      await settled(element);
      cardOf(element, 'Law').querySelector('button')!.click();
      await until(() => all(element, '.path').length, 'the way');
      expect(all(element, '.path li').map(textOf)).to.deep.equal([
        'Camps',
        'Operations',
        'Directorate',
        'Management',
        'Law',
      ]);
      expect(element.way('camp', 'law')).to.deep.equal(['camp', 'ops', 'dir', 'man', 'law']);
      expect(element.way('camp', 'nobody')).to.deep.equal([]);
    });

    it('unit="…" opens the way to it and shows its details', async () => {
      const element = await show(small, { unit: 'bank', levels: 1 });
      await until(() => panel(element), 'details');
      expect(names(element)).to.include('Payroll');
      expect(textOf(all(element, '[part=panel] [role=heading]')[0])).to.equal('Payroll');
    });

    it('hash ⇒ the address names the unit, and leads to it', async () => {
      const address = location.href;
      try {
        const element = await show(small, { hash: true, levels: 9 });
        await element.withInput((hands) => hands.select('law'));
        expect(location.hash).to.equal('#unit=law');
        await element.withInput((hands) => hands.close());
        expect(location.hash).to.equal('');
        location.hash = '#unit=bank';
        await until(() => textOf(panel(element)).includes('Payroll'), 'details of the unit in the address');
        location.hash = '#unit=%';
        await nextFrame();
        expect(element.matches(':state(ready)')).to.equal(true);
      } finally {
        history.replaceState(null, '', address);
      }
    });

    for (const [before, chosen, closed] of [
      ['#tab=2', '#tab=2&unit=law', '#tab=2'],
      ['#a=%20&unit=bank&b=/x', '#a=%20&b=/x&unit=law', '#a=%20&b=/x'],
      ['#/offices/uy', '#/offices/uy', '#/offices/uy'],
      ['#!/x', '#!/x', '#!/x'],
      ['#/x?unit=bank', '#/x?unit=bank', '#/x?unit=bank'],
      ['#section', '#section', '#section'],
    ]) {
      it(`hash, in a page that keeps ${before} there ⇒ ${chosen}`, async () => {
        const address = location.href;
        let changes = 0;
        const count = () => void changes++;
        try {
          history.replaceState({ own: true }, '', before);
          addEventListener('hashchange', count);
          const element = await show(small, { hash: true, levels: 9 });
          expect(element.unit).to.equal(/&unit=/.test(before) ? 'bank' : '');
          await element.withInput((hands) => hands.select('law'));
          expect(location.hash).to.equal(chosen);
          await element.withInput((hands) => hands.close());
          expect([location.hash, history.state, changes]).to.deep.equal([closed, { own: true }, 0]);
        } finally {
          removeEventListener('hashchange', count);
          history.replaceState(null, '', address);
        }
      });
    }

    for (const href of ['/', 'https://other.example/']) {
      it(`hash, in a page with the base ${href} ⇒ the address is still that of the page`, async () => {
        const address = location.href;
        const base = document.createElement('base');
        base.href = href;
        document.head.append(base);
        try {
          const element = await show(small, { hash: true, levels: 9 });
          await element.withInput((hands) => hands.select('law'));
          expect(location.href).to.equal(`${address.split('#')[0]}#unit=law`);
          await element.withInput((hands) => hands.close());
          expect(location.href).to.equal(address.split('#')[0]);
        } finally {
          base.remove();
          history.replaceState(null, '', address);
        }
      });
    }

    it('hash, in a page whose address can’t be changed ⇒ the details are there all the same', async () => {
      Object.defineProperty(history, 'replaceState', {
        configurable: true,
        value: () => {
          throw new DOMException('Too often.', 'SecurityError');
        },
      });
      try {
        const element = await show(small, { hash: true, levels: 9 });
        const chosen: string[] = [];
        element.addEventListener('iom-select', ({ unit }) => chosen.push(unit!.id));
        await element.withInput((hands) => hands.select('law'));
        expect([chosen, !!panel(element)]).to.deep.equal([['law'], true]);
      } finally {
        Reflect.deleteProperty(history, 'replaceState');
      }
    });

    it('hash, closed while the address names the unit of another chart ⇒ that one stays there', async () => {
      const address = location.href;
      try {
        const element = await show(small, { hash: true, levels: 9 });
        await element.withInput((hands) => hands.select('law'));
        history.replaceState(null, '', '#tab=2&unit=bank');
        await element.withInput((hands) => hands.close());
        expect(location.hash).to.equal('#tab=2&unit=bank');
      } finally {
        history.replaceState(null, '', address);
      }
    });

    it('changed while it was out of the page ⇒ as if it had been in it', async () => {
      const element = await show(small, { levels: 1 });
      const place = element.parentElement!;
      element.remove();
      element.levels = 9;
      element.unit = 'bank';
      await settled(element);
      place.append(element);
      await until(() => panel(element), 'details');
      expect(names(element)).to.include('Payroll');
      element.remove();
      element.root = 'law';
      await settled(element);
      place.append(element);
      await until(() => names(element).length === 1, 'one branch');
    });

    it('another unit is chosen while it was out of the page ⇒ the way to it is open', async () => {
      const element = await show(small, { levels: 1 });
      const place = element.parentElement!;
      element.remove();
      element.unit = 'bank';
      await settled(element);
      place.append(element);
      await until(() => names(element).includes('Payroll') && panel(element), 'card and details');
    });

    it('without hash the address stays as it is', async () => {
      const address = location.href;
      const element = await show(small);
      await element.withInput((hands) => hands.select('law'));
      expect(location.href).to.equal(address);
    });

    it('opens all, none, or as many levels as wanted', async () => {
      const element = await show(small, { levels: 1 });
      const levels = all<HTMLSelectElement>(element, 'select')[0];
      for (const [value, count] of [
        ['4', 9],
        ['1', 1],
        ['3', 8],
      ] as const) {
        levels.value = value;
        levels.dispatchEvent(new Event('change'));
        await settled(element);
        expect(names(element).length, value).to.equal(count);
      }
    });

    it('opens and closes a whole branch', async () => {
      const element = await show(small, { unit: 'man', levels: 2 });
      await until(() => control(element, 'Open all below'), 'details');
      control(element, 'Open all below').click();
      await settled(element);
      expect(names(element)).to.include('Payroll').and.not.to.include('Camps');
      control(element, 'Close all below').click();
      await settled(element);
      expect(names(element)).not.to.include('Law');
    });
  });

  describe('moving and zooming', () => {
    it('the buttons zoom, as far as names can be read', async () => {
      const element = await show(small, { levels: 9 });
      const width = () => boxOf(element, 'Law').width;
      const before = width();
      control(element, 'Zoom in').click();
      await settled(element);
      expect(width()).to.be.greaterThan(before);
      while (control(element, 'Zoom out').ariaDisabled === 'false') {
        control(element, 'Zoom out').click();
        await settled(element);
      }
      expect(width()).to.be.at.least(before / 2);
    });

    it('every target has 24 pixels at every zoom', async () => {
      const element = await show(small, { levels: 9 });
      for (const scale of [0.5, 1, 2]) {
        element.viewport.zoom(scale);
        await settled(element);
        for (const target of all(element, '.view button:not(.plain), [part=card], .bar button, summary, select')) {
          if (!target.checkVisibility()) continue;
          const { width, height } = target.getBoundingClientRect();
          expect(Math.min(width, height), `${textOf(target)} at ${scale}`).to.be.at.least(23.9);
        }
      }
    });

    it('fits all of the chart into the view', async () => {
      const element = await show(many(60), { levels: 9 });
      control(element, 'Fit to view').click();
      await settled(element);
      expect(element.viewport.scale).to.be.lessThan(1);
    });

    it('the buttons move the view', async () => {
      const element = await show(many(300), { levels: 9 });
      const { scrollTop } = view(element);
      control(element, 'Move down').click();
      await until(() => view(element).scrollTop > scrollTop, 'a move');
    });

    it('the buttons that move it are there while there is something to move, and only then', async () => {
      const element = await show(many(9), { levels: 2 });
      await approach(element);
      const isOn = () => !!control(element, 'Move right');
      const isCut = () => view(element).scrollWidth > view(element).clientWidth;
      expect([isCut(), isOn()]).to.deep.equal([false, false]);
      element.viewport.zoom(2);
      await settled(element);
      expect([isCut(), isOn()]).to.deep.equal([true, true]);
      element.viewport.fit();
      await settled(element);
      expect([isCut(), isOn()]).to.deep.equal([false, false]);
    });

    it('more units than the view has room for ⇒ the buttons that move it are there at once', async () => {
      const element = await show(many(300), { levels: 4 });
      expect(view(element).scrollHeight).to.be.above(view(element).clientHeight);
      await until(() => control(element, 'Move left'));
    });

    it('details of a unit take room from it ⇒ the buttons that move it are there at once', async () => {
      const element = await show(many(7), { unit: 'u1' }, { width: 1200 });
      await until(() => all(element, '[part=panel]').length);
      expect(view(element).scrollWidth).to.be.above(view(element).clientWidth);
      await until(() => control(element, 'Move left'));
    });

    it('the wheel zooms with a modifier key, and leaves the page its scrolling without one', async () => {
      const element = await show(small, { levels: 9 });
      await approach(element);
      const wheel = (ctrlKey: boolean) => {
        const event = new WheelEvent('wheel', { deltaY: -100, ctrlKey, bubbles: true, cancelable: true });
        view(element).dispatchEvent(event);
        return event;
      };
      const before = element.viewport.scale;
      expect(wheel(false).defaultPrevented).to.equal(false);
      expect(element.viewport.scale).to.equal(before);
      expect(wheel(true).defaultPrevented).to.equal(true);
      expect(element.viewport.scale).to.be.greaterThan(before);
    });

    it('a drag moves the view and clicks nothing, a hand that trembles clicks', async () => {
      const element = await show(many(300), { levels: 9 });
      const plane = view(element);
      plane.setPointerCapture = () => {};
      await approach(element);
      element.viewport.centre(500, 2000);
      const { scrollTop } = plane;
      const target = all(element, '.plain')[9];
      const point = (type: string, clientY: number) =>
        target.dispatchEvent(new PointerEvent(type, { clientX: 100, clientY, pointerId: 1, bubbles: true }));
      const drag = (by: number) => {
        point('pointerdown', 300);
        point('pointermove', 300 - by);
        point('pointerup', 300 - by);
        target.click();
      };
      drag(100);
      expect(plane.scrollTop).to.be.closeTo(scrollTop + 100, 2);
      expect(element.unit).to.equal('');
      drag(2);
      expect(element.unit).not.to.equal('');
    });

    it('after a drag that ends without a click, as with a finger, what clicks without a pointer still does', async () => {
      const element = await show(many(300), { levels: 9 });
      const plane = view(element);
      plane.setPointerCapture = () => {};
      await approach(element);
      const target = all(element, '.plain')[9];
      for (const [type, clientX] of [
        ['pointerdown', 300],
        ['pointermove', 200],
        ['pointerup', 200],
      ] as const) {
        target.dispatchEvent(
          new PointerEvent(type, { clientX, clientY: 100, pointerId: 1, pointerType: 'touch', bubbles: true }),
        );
      }
      await new Promise((next) => setTimeout(next));
      target.click();
      expect(element.unit).not.to.equal('');
    });

    it('a button let go outside of the chart holds it no longer', async () => {
      const element = await show(many(300), { levels: 9 });
      const plane = view(element);
      plane.setPointerCapture = () => {};
      await approach(element);
      element.viewport.centre(2000, 500);
      const { scrollLeft } = plane;
      const point = (type: string, clientX: number, buttons: number) =>
        plane.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX, buttons, bubbles: true }));
      point('pointerdown', 500, 1);
      point('pointermove', 400, 0);
      expect(plane.scrollLeft).to.equal(scrollLeft);
    });

    it('two fingers zoom', async () => {
      const element = await show(many(300), { levels: 9 });
      const before = element.viewport.scale;
      view(element).setPointerCapture = () => {};
      await approach(element);
      const finger = (type: string, pointerId: number, clientX: number) =>
        view(element).dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY: 200, bubbles: true }));
      finger('pointerdown', 1, 200);
      finger('pointerdown', 2, 300);
      finger('pointermove', 2, 350);
      expect(element.viewport.scale).to.be.greaterThan(before);
    });

    it('the overview map shows all, and a press on it leads there', async () => {
      const element = await show(many(300), { levels: 9 });
      control(element, 'Overview map').click();
      await until(() => all(element, '[part=map]').length, 'a map');
      await settled(element);
      const map = all<HTMLCanvasElement>(element, '[part=map]')[0];
      const pixels = map.getContext('2d')!.getImageData(0, 0, map.width, map.height).data;
      expect(pixels.some((value) => value > 0)).to.equal(true);
      const { left, bottom } = map.getBoundingClientRect();
      const { scrollTop } = view(element);
      map.dispatchEvent(new PointerEvent('pointerdown', { clientX: left + 4, clientY: bottom - 4, buttons: 1 }));
      expect(view(element).scrollTop).to.be.greaterThan(scrollTop);
      expect(control(element, 'Overview map').ariaPressed).to.equal('true');
    });
  });

  describe('what is opened', () => {
    /** A head with six reports, each with nine below it. */
    const wide = [
      unit('head'),
      ...Array.from({ length: 6 }, (_, index) => unit(`r${index}`, 'head')),
      ...Array.from({ length: 54 }, (_, index) => unit(`s${index}`, `r${index % 6}`)),
    ];
    for (const lang of ['en', 'ar']) {
      it(`lang="${lang}" ⇒ stays where it is across, and what is below it comes into view`, async () => {
        const element = await show(wide, { levels: 2 }, { lang });
        for (const name of ['Unit r5', 'Unit r0', 'Unit r3']) {
          const { left, top } = boxOf(element, name);
          toggleOf(element, name).click();
          await settled(element);
          const window = view(element).getBoundingClientRect();
          const last = `Unit s${48 + Number(name.at(-1))}`;
          await until(() => boxOf(element, last).bottom <= window.bottom, 'the last of the branch');
          await Promise.all(
            view(element)
              .getAnimations({ subtree: true })
              .map((animation) => animation.finished),
          );
          expect(boxOf(element, name).left).to.be.closeTo(left, 1);
          expect(boxOf(element, name).top).to.be.within(window.top, top + 1);
        }
      });
    }

    it('leaves its siblings beside one another', async () => {
      const element = await show(wide, { levels: 2 });
      const tops = () => wide.slice(1, 7).map(({ name }) => boxOf(element, name).top);
      toggleOf(element, 'Unit r2').click();
      await settled(element);
      expect(new Set(tops()).size).to.equal(1);
      expect(boxOf(element, 'Unit s2').left).to.be.greaterThan(boxOf(element, 'Unit r2').left);
    });
  });

  it('the kinds of units: a bar on the card and in the legend, which is there where they differ', async () => {
    const units = [unit('a'), unit('b', 'a', { kind: 'office' }), unit('c', 'a', { kind: 'post' })];
    const element = await show(units);
    expect(all(element, '[part=legend] li').map(textOf)).to.deep.equal(['Unit', 'Office', 'Post']);
    const bar = (card: Element) => getComputedStyle(card, '::before').backgroundColor;
    expect(bar(cardOf(element, 'Unit b'))).to.equal(bar(all(element, '[part=legend] .office')[0]));
    element.feed = feedOf([unit('a'), unit('b', 'a')]);
    await nextEvent(element, 'iom-load');
    await settled(element);
    expect(all(element, '[part=legend]')).to.deep.equal([]);
  });

  it('a picture of the head stands beside the name, in a card as high as was counted', async () => {
    const image = new URL('/demo/images/partner.svg', location.href).href;
    const element = await show([unit('a', undefined, { image, head: 'A. Example' }), unit('b', 'a')]);
    const { bottom, right } = all(element, '.portrait')[0].getBoundingClientRect();
    expect(bottom).to.be.lessThan(boxOf(element, 'Unit a').bottom);
    expect(all(element, '[part=name]')[0].getBoundingClientRect().left).to.be.greaterThan(right);
  });

  describe('the ground of the cards', () => {
    const groundOf = (element: OrgChart) =>
      getComputedStyle(element.renderRoot.querySelector('.foot button')!).backgroundColor;
    const dark = { background: 'rgb(20, 30, 40)', color: 'white' };

    it('is that of the page, also once the page turns dark', async () => {
      const element = await show(small);
      Object.assign(element.parentElement!.style, dark);
      await until(() => groundOf(element) === dark.background, 'the dark ground');
    });

    it('is that of the page, also once the page has faded to it', async () => {
      const element = await show(small);
      const { style } = element.parentElement!;
      Object.assign(style, { background: 'white', transition: 'background-color 100ms' });
      await nextFrame();
      Object.assign(style, dark);
      await until(() => groundOf(element) === dark.background, 'the dark ground');
    });

    it('is white below dark text where the page has a picture', async () => {
      const element = await show(small);
      const page = element.parentElement!;
      element.remove();
      Object.assign(page.style, { background: 'linear-gradient(red, blue)', color: 'black' });
      page.append(element);
      await settled(element);
      expect(groundOf(element)).to.match(/^(rgb\(255, 255, 255\)|oklch\(1 0 0\)|color\(srgb 1 1 1\))$/);
    });
  });

  describe('units', () => {
    it('says in words, too, whom a unit reports to beside the one above', async () => {
      const element = await show(small, { levels: 9 });
      expect(textOf(cardOf(element, 'Fleet'))).to.include('Also reports to Law');
      expect(all(element, 'path.dotted')[0].getAttribute('d')).to.match(/^M/);
    });

    it('says what is vacant, shared, eliminated or not disclosed', async () => {
      const states = ['vacant', 'shared', 'eliminated', 'not-disclosed'] as const;
      const element = await show(states.map((state) => unit(state, undefined, { state })));
      const notes = all(element, '[part=note]').map(textOf);
      expect(notes).to.deep.equal(['Vacant', 'Shared post', 'Eliminated', 'Not disclosed']);
    });

    it('an assistant stands beside the one above', async () => {
      const element = await show(small, { levels: 9 });
      expect(boxOf(element, 'Front desk').left).to.be.greaterThan(boxOf(element, 'Directorate').right);
      expect(boxOf(element, 'Front desk').top).to.equal(boxOf(element, 'Directorate').top);
      expect(textOf(cardOf(element, 'Front desk'))).to.include('Assistant');
    });

    it('shows the details of the unit that was chosen, and gives the focus back when they are closed', async () => {
      const element = await show(small, { levels: 9 }, { more: { contacts } });
      cardOf(element, 'Camps').querySelector('button')!.focus();
      const selected = nextEvent(element, 'iom-select');
      await press(element, 'Enter');
      expect((await selected).unit?.id).to.equal('camp');
      await until(() => panel(element)?.contains(element.shadowRoot!.activeElement), 'the focus in the details');
      for (const text of ['Camps', 'Operations', 'Directorate', 'Test Desk', 'desk@example.org']) {
        expect(textOf(panel(element))).to.include(text);
      }
      control(element, 'Close').click();
      await until(() => !panel(element) && focused(element) === 'Camps', 'the focus on the card');
    });

    it('who has no contact is answered for by the nearest above that has one', async () => {
      const units = [unit('a', undefined, { contact: 'desk' }), unit('b', 'a')];
      const element = await show(units, { unit: 'b' }, { more: { contacts } });
      await until(() => panel(element), 'details');
      expect(textOf(panel(element))).to.match(/Test Desk.*through Unit a/);
    });

    it('slot="unit-…" ⇒ the page says what stands on the card', async () => {
      const element = await show(small, { levels: 9 }, { inside: '<b slot="unit-law">Own words</b>' });
      const slot = all<HTMLSlotElement>(element, 'slot[name="unit-law"]')[0];
      expect(slot.assignedElements().map(textOf)).to.deep.equal(['Own words']);
    });

    it('a newer feed leaves open what was open, keeps the focus, and marks what is new', async () => {
      const element = await show(small, { levels: 1 });
      element.toggle('dir', true);
      element.toggle('ops', true);
      await settled(element);
      const camps = cardOf(element, 'Camps').querySelector('button')!;
      camps.focus();
      const loaded = nextEvent(element, 'iom-load');
      element.feed = feedOf([
        ...small.filter(({ id }) => id !== 'fleet'),
        unit('first', 'dir', { name: 'Newcomer' }),
        unit('tents', 'ops', { name: 'Tents' }),
      ]);
      await loaded;
      await settled(element);
      expect(names(element)).to.include.members(['Camps', 'Tents', 'Newcomer']).and.not.include('Fleet');
      expect(names(element)).not.to.include('Law');
      const fresh = all(element, '.fresh').map((mark) => textOf(mark.closest('.card')!.querySelector('.name')));
      expect(fresh).to.have.members(['Newcomer', 'Tents']);
      expect(element.shadowRoot!.activeElement === camps, 'has the focus').to.equal(true);
    });
  });

  describe('taken away', () => {
    it('SVG ⇒ every card that is open, as text, in the colours of the page', async () => {
      const element = await show(small, { levels: 9 });
      element.style.color = 'rgb(10, 20, 30)';
      const picture = new DOMParser().parseFromString(toSvgFile(pictureOf(element), new Map()), 'image/svg+xml');
      expect(picture.querySelector('parsererror')).to.equal(null);
      const texts = [...picture.querySelectorAll('text')].map(textOf);
      expect(texts).to.include.members(small.map(({ name }) => name));
      expect(texts).to.include('Also reports to Law');
      expect(picture.querySelector('text')!.getAttribute('fill')).to.equal('rgb(10, 20, 30)');
      expect(picture.querySelectorAll('rect').length).to.equal(small.length + 1);
    });

    it('SVG and PNG on a dark page ⇒ below a portrait, which may be a dark logo, what is light', async () => {
      const src = `data:image/svg+xml,${encodeURIComponent(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M18 0h4v40h-4z" /></svg>',
      )}`;
      const image = new URL('/demo/images/partner.svg', location.href).href;
      const element = await show([unit('a', undefined, { image, head: 'A. Example' }), unit('b', 'a')]);
      Object.assign(element.parentElement!.style, { background: 'rgb(20, 30, 40)', color: 'white' });
      await until(() => pictureOf(element).background === 'rgb(20, 30, 40)', 'the dark ground');
      const picture = pictureOf(element);
      picture.portraits[0].src = src;
      const plate = picture.plate.match(/\d+/g)!.map(Number);
      expect(Math.min(...plate)).to.be.greaterThan(180);
      const known = await loadPortraits(picture);
      const file = new DOMParser().parseFromString(toSvgFile(picture, known), 'image/svg+xml');
      expect(file.querySelector('circle')!.getAttribute('fill')).to.equal(picture.plate);
      const drawn = await createImageBitmap(await toPng(picture, known));
      const context = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d')!;
      context.drawImage(drawn, 0, 0);
      const scale = drawn.width / picture.width;
      const { x, y, size } = picture.portraits[0];
      const lightnessAt = (part: number) =>
        context.getImageData((x + 24 + size * part) * scale, (y + 24 + size / 2) * scale, 1, 1).data[1];
      expect(lightnessAt(0.5)).to.be.lessThan(20);
      expect(lightnessAt(0.2)).to.be.greaterThan(180);
    });

    it('PNG ⇒ all of it, however little is in view', async () => {
      const element = await show(many(300), { levels: 9 });
      const picture = await createImageBitmap(await toPng(pictureOf(element), new Map()));
      const [width, height] = element.chart!.geometry.size;
      expect(picture.width / picture.height).to.be.closeTo((width + 48) / (height + 48), 0.1);
      expect(picture.width).to.be.greaterThan(0.9 * width);
    });

    for (const lang of ['en', 'ar']) {
      describe(`portraits and kinds, lang="${lang}"`, () => {
        const image = new URL('/demo/images/partner.svg', location.href).href;
        const people = [
          unit('a', undefined, {
            name: 'Head of everything that there is to be the head of',
            image,
            head: 'A. Example',
          }),
          unit('b', 'a', { kind: 'office' }),
          unit('c', 'a', { kind: 'post', image: new URL('/test/nothing-here.png', location.href).href }),
        ];
        /** Where something stands on the page, in pixels of the chart. */
        const placeOf = (element: OrgChart, part: Element) => {
          const { left, top, width } = part.getBoundingClientRect();
          const plane = all(element, '.plane')[0].getBoundingClientRect();
          return { x: left - plane.left, y: top - plane.top, width };
        };

        it('SVG ⇒ as they are shown; of a portrait that can’t be had, its ground', async () => {
          const element = await show(people, {}, { lang });
          const picture = pictureOf(element);
          const file = new DOMParser().parseFromString(
            toSvgFile(picture, await loadPortraits(picture)),
            'image/svg+xml',
          );
          const [portrait, ...others] = file.querySelectorAll('image');
          expect(others).to.deep.equal([]);
          expect(portrait.getAttribute('href')).to.match(/^data:image\/png/);
          const shown = placeOf(element, all(element, '.portrait')[0]);
          for (const side of ['x', 'y', 'width'] as const) {
            expect(Number(portrait.getAttribute(side))).to.be.closeTo(shown[side], 1);
          }
          expect(file.querySelectorAll('circle').length).to.equal(2);
          const name = all(element, '.name')[0];
          const words = placeOf(element, name);
          const lines = [...file.querySelectorAll('text')].filter((line) => textOf(name).includes(textOf(line)));
          expect(lines.length).to.be.greaterThan(1);
          for (const line of lines) {
            expect(Number(line.getAttribute('x'))).to.be.closeTo(lang === 'ar' ? words.x + words.width : words.x, 1.5);
          }
          const legend = all(element, '[part=legend] li').map(textOf);
          expect([...file.querySelectorAll('text')].map(textOf)).to.include.members(legend);
        });

        it('PNG ⇒ a portrait and bars, in the colour of the bars on the page', async () => {
          const element = await show(people, {}, { lang });
          const picture = pictureOf(element);
          const drawn = await createImageBitmap(await toPng(picture, await loadPortraits(picture)));
          const context = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d')!;
          context.drawImage(drawn, 0, 0);
          const scale = drawn.width / picture.width;
          const colourAt = (x: number, y: number) =>
            [...context.getImageData((x + 24) * scale, (y + 24) * scale, 1, 1).data.slice(0, 3)].join();
          const bar = placeOf(element, cardOf(element, 'Unit b'));
          const edge = lang === 'ar' ? bar.x + bar.width - 2 : bar.x + 2;
          const accent = picture.accent.match(/\d+/g)!.map(Number);
          const shown = colourAt(edge, bar.y + 30)
            .split(',')
            .map(Number);
          shown.forEach((channel, index) => expect(channel).to.be.closeTo(accent[index], 3));
          const face = placeOf(element, all(element, '.portrait')[0]);
          const colours = [0.3, 0.5, 0.7].map((part) =>
            colourAt(face.x + face.width * part, face.y + face.width * part),
          );
          expect(new Set([...colours, picture.plate.match(/\d+/g)!.join()]).size).to.be.greaterThan(1);
        });
      });
    }

    it('CSV ⇒ every unit, open or not, and nothing that a spreadsheet would calculate', async () => {
      const units = [unit('a', undefined, { name: '=1+1, "x"' }), unit('b', 'a', { state: 'vacant' })];
      const element = await show(units, { levels: 1 });
      expect(toCsv(element.chart!.branches).split('\r\n')).to.deep.equal([
        '\ufeffid,name,parent,parent_name,level,kind,head,state,reports_to,url',
        `a,"'=1+1, ""x""",,,1,,,,,`,
        `b,Unit b,a,"'=1+1, ""x""",2,,,vacant,,`,
        '',
      ]);
    });

    it('on paper ⇒ every card that is open, though only some are on the page', async () => {
      const element = await show(many(1200), { levels: 9 });
      expect(names(element).length).to.be.lessThan(400);
      dispatchEvent(new Event('beforeprint'));
      expect(names(element).length).to.equal(1200);
      dispatchEvent(new Event('afterprint'));
      await settled(element);
      expect(names(element).length).to.be.lessThan(400);
    });

    it('prints on one page as a picture', async () => {
      const element = await show(small, { levels: 9 });
      let printed = 0;
      const print = window.print.bind(window);
      window.print = () => void printed++;
      try {
        control(element, 'Print on one page').click();
        await until(() => printed, 'print');
        expect(all(element, '.print-page text').map(textOf)).to.include('Payroll');
      } finally {
        window.print = print;
      }
    });
  });

  describe('at size', () => {
    /** Opens all, until the first of the new cards are there; others follow, in a page that is looked at. */
    const beginAll = (element: OrgChart) =>
      new Promise<void>((done) => {
        const observer = new MutationObserver(() => (observer.disconnect(), done()));
        observer.observe(all(element, '.cards')[0], { childList: true, subtree: true });
        element.openLevels(9);
      });

    it('of thousands only those in view are in the page, each with its place', async () => {
      const element = await show(many(5000), { levels: 9 });
      expect(names(element).length).to.be.lessThan(400);
      await element.show('u1');
      await until(() => cardOf(element, 'Unit u1'), 'a card');
      const first = cardOf(element, 'Unit u1').closest('li')!;
      expect([first.ariaLevel, first.ariaPosInSet, first.ariaSetSize]).to.deep.equal(['2', '1', '8']);
      await search(element, 'unit u4321');
      expect(textOf(all(element, '[role=search]')[0])).to.include('Only part of this chart is on the page.');
    });

    it('what comes into view is drawn, and what has the focus stays', async () => {
      const element = await show(many(5000), { levels: 9 });
      await element.show('u1');
      await until(() => cardOf(element, 'Unit u1'), 'a card');
      cardOf(element, 'Unit u1').querySelector('button')!.focus();
      await settled(element);
      expect(focused(element)).to.equal('Unit u1');
      view(element).scrollTo({ top: 1e6, behavior: 'instant' });
      const window = view(element).getBoundingClientRect();
      await until(
        () => all(element, '[part=card]').some((card) => card.getBoundingClientRect().bottom > window.bottom - 300),
        'cards in view',
      );
      expect(focused(element)).to.equal('Unit u1');
      await expectAccessible(element);
    });

    it('a feed without units comes while cards are being made ⇒ nothing is waited for', async function () {
      skipOnServer(this);
      const element = await show(many(900));
      await beginAll(element);
      element.feed = feedOf([]);
      await nextEvent(element, 'iom-load');
      await settled(element);
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(names(element)).to.deep.equal([]);
    });

    it('out of the page while cards are being made, and back ⇒ all of them', async function () {
      skipOnServer(this);
      const element = await show(many(900));
      await beginAll(element);
      const place = element.parentElement!;
      element.remove();
      await settled(element);
      place.append(element);
      await until(() => names(element).length === 900, 'all cards');
    });

    it('a hundred thousand units', async function () {
      skipOnServer(this);
      const element = await show(many(100_000), { levels: 9 });
      expect(await element.show('u99999')).to.equal(true);
      await until(() => names(element).includes('Unit u99999'), 'the last card');
    });
  });

  describe('bad input', () => {
    const reported = () => warnings.filter((text) => /iom-org-chart/.test(text));

    it('circles, unknown parents, twins ⇒ all are drawn, one warning', async () => {
      const element = await show(
        [unit('a', 'b'), unit('b', 'a'), unit('c', 'nobody'), unit('d'), unit('d'), unit('e', 'e')],
        { levels: 9 },
      );
      expect([...new Set(names(element))].sort()).to.deep.equal(['a', 'b', 'c', 'd', 'e'].map((id) => `Unit ${id}`));
      await until(() => reported().length, 'a warning');
      expect(reported().length).to.equal(1);
    });

    it('a newer feed has to be repaired ⇒ what was there stays until it is, then one warning', async () => {
      const element = await show(small, { levels: 9 });
      const loaded = nextEvent(element, 'iom-load').then(() => names(element));
      element.feed = feedOf([unit('a'), unit('b', 'a'), unit('b', 'a', { name: 'Unit of the same id' })]);
      await Promise.resolve();
      expect(names(element)).to.include('Directorate');
      const first = await loaded;
      expect(first).to.include('Unit a');
      expect(first).not.to.include('Directorate');
      await until(() => names(element).length === 3, 'all cards');
      expect(names(element)).to.deep.equal(['Unit a', 'Unit b', 'Unit of the same id']);
      await until(() => reported().length, 'a warning');
      expect(reported().length).to.equal(1);
    });

    it('10,000 below one', async function () {
      skipOnServer(this);
      const below = Array.from({ length: 10_000 }, (_, index) => unit(`c${index}`, 'top'));
      const element = await show([unit('top'), ...below], { levels: 2 });
      expect(names(element).length).to.be.within(1, 400);
      expect(await element.show('c9999')).to.equal(true);
      await until(() => names(element).includes('Unit c9999'), 'the last card');
    });

    it('a chain of 5,000', async function () {
      skipOnServer(this);
      const chain = Array.from({ length: 5000 }, (_, index) => unit(`k${index}`, index ? `k${index - 1}` : undefined));
      for (const layout of ['chart', 'left-to-right', 'outline'] as const) {
        const element = await show(chain, { layout, levels: 999 });
        await element.show('k4999');
        await until(() => names(element).includes('Unit k4999'), `the last card, ${layout}`);
      }
    });

    for (const [what, name, shown = name] of [
      ['one letter', 'X'],
      ['500 letters without a blank', 'W'.repeat(500)],
      ['markup', '<img src=x onerror="window.pwned = true"><b>bold</b>', 'bold'],
      ['right to left', 'مكتب الشؤون القانونية (قانون)'],
    ]) {
      it(`a name of ${what}`, async () => {
        const element = await show([unit('top'), unit('odd', 'top', { name })], { levels: 9 });
        expect(names(element)).to.deep.equal(['Unit top', shown]);
        const [text, card] = ['[part=name]', '[part=card]'].map((part) =>
          all(element, part)[1].getBoundingClientRect(),
        );
        expect(text.width).to.be.at.most(card.width);
        expect(text.bottom).to.be.at.most(card.bottom);
        expect('pwned' in window).to.equal(false);
      });
    }

    for (const [what, organization] of [
      ['none', []],
      ['something else', 'units'],
      ['nothing but rubbish', [null, 7, {}]],
    ] as const) {
      it(`${what} ⇒ empty, and the page’s own content stays`, async () => {
        const element = document.createElement('iom-org-chart');
        element.innerHTML = '<p>Own content</p>';
        element.feed = feedOf(organization);
        await fixture(html`<div>${element}</div>`);
        await until(() => element.matches(':state(empty)'), 'empty');
        expect(element.querySelector('p')!.getBoundingClientRect().height).to.be.greaterThan(0);
      });
    }
  });
});

const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
