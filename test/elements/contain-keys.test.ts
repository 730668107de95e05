import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/iom-widgets.js';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { nextEvent, until } from '../helpers/events.js';

const place = { latitude: -34.9, longitude: -56.2 };
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  items: [1, 2].map((id) => ({
    id: `${id}`,
    url: `https://example.org/${id}`,
    title: `Item ${id}`,
    content_text: 'Text',
    tags: ['water', 'shelter'],
  })),
  _iom: {
    about: 'https://example.org/about',
    menu: [{ title: 'About', summary: 'Who we are.', entries: [{ title: 'Council', url: 'https://example.org/c' }] }],
    offices: ['Montevideo', 'Salto'].map((name) => ({ id: name, name, country: 'UY', ...place })),
    organization: [{ id: 'a', name: 'Alpha' }, ...['Beta', 'Gamma'].map((name) => ({ id: name, name, parent: 'a' }))],
  },
};

/** Keys that the page heard: its shortcuts. */
let heard: string[] = [];
const hear = ({ type, key }: KeyboardEvent) => heard.push(type === 'keydown' ? key : `${key} up`);

async function show(tag: string, properties: object = {}, around = html`<div lang="en"></div>`): Promise<IomElement> {
  const element = document.createElement(tag) as IomElement;
  Object.assign(element, { feed }, properties);
  const box = await fixture<HTMLElement>(around);
  const loaded = nextEvent(element, 'iom-load');
  box.append(element);
  await loaded;
  return element;
}

/** Gives the focus to what a selector finds inside an element, once it is there. */
async function focus(element: IomElement, selector: string): Promise<HTMLElement> {
  const find = () => element.renderRoot.querySelector<HTMLElement>(selector);
  await until(find, selector);
  find()!.focus();
  return find()!;
}

async function press(...keys: string[]) {
  for (const key of keys) await executeServerCommand('press-key', key);
}

describe('one key does one thing', () => {
  beforeEach(() => {
    heard = [];
    document.addEventListener('keydown', hear);
    document.addEventListener('keyup', hear);
  });
  afterEach(() => {
    document.removeEventListener('keydown', hear);
    document.removeEventListener('keyup', hear);
  });

  for (const [tag, properties] of [
    ['iom-news-feed', { controls: 'search' }],
    ['iom-office-map', {}],
    ['iom-org-chart', {}],
  ] as const) {
    describe(`<${tag}>, its search`, () => {
      const open = async () => {
        const element = await show(tag, properties);
        return { element, input: (await focus(element, 'input')) as HTMLInputElement };
      };

      it('letters, a slash and arrows are typed, and are no shortcuts of the page', async () => {
        const { input } = await open();
        await press('j', '/', 'ArrowLeft', 'k');
        await until(() => input.value === 'jk/');
        expect(heard).to.deep.equal([]);
      });

      it('Escape clears it, and is the page’s where there is nothing to clear', async () => {
        const { element, input } = await open();
        await press('j');
        await press('Escape');
        await element.updateComplete;
        expect(input.value).to.equal('');
        expect(heard).to.deep.equal([]);
        await press('Escape');
        expect(heard).to.deep.equal(['Escape', 'Escape up']);
      });

      it('a dialog of the page stays open while it is cleared', async () => {
        const dialog = html`<dialog lang="en" style="width: 700px"></dialog>`;
        const element = await show(tag, properties, dialog);
        const box = element.parentElement as HTMLDialogElement;
        box.showModal();
        const input = (await focus(element, 'input')) as HTMLInputElement;
        await press('j', 'Escape');
        await element.updateComplete;
        expect([input.value, box.open]).to.deep.equal(['', true]);
        // WebKit’s own search fields never let go of it.
        input.blur();
        await press('Escape');
        await until(() => !box.open);
      });
    });
  }

  for (const [what, tag, selector, key] of [
    ['Enter on a button', 'iom-news-feed', '.more button', 'Enter'],
    ['the space key on a button', 'iom-site-menu', '.toggle', ' '],
    ['an arrow in a chart', 'iom-org-chart', '[data-slot] a, [data-slot] button', 'ArrowDown'],
    ['a letter in a chart', 'iom-org-chart', '[data-slot] a, [data-slot] button', 'b'],
    ['a letter on a choice', 'iom-news-feed', 'select', 's'],
  ] as const) {
    it(`${what} is not the page’s`, async () => {
      const element = await show(tag, { more: true, limit: 1, controls: 'tags' });
      await focus(element, selector);
      // What hears it is loaded when the focus comes.
      await (element as unknown as { action?: (nothing: () => void) => Promise<void> }).action?.(() => undefined);
      await element.updateComplete;
      await press(key);
      expect(heard).to.deep.equal([]);
    });
  }

  it('a letter on a link of ours is a shortcut of the page', async () => {
    const element = await show('iom-news-feed');
    await focus(element, 'a');
    await press('j');
    expect(heard).to.deep.equal(['j', 'j up']);
  });

  it('what is typed into what the page itself put into a slot is the page’s', async () => {
    const element = document.createElement('iom-news-feed');
    const loaded = nextEvent(element, 'iom-error');
    await fixture(html`<div lang="en">${element}</div>`);
    await loaded;
    const field = element.appendChild(document.createElement('input'));
    field.focus();
    await press('j');
    expect(heard).to.deep.equal(['j', 'j up']);
  });

  for (const [what, focusIn] of [
    ['with the focus in it', '.panel a'],
    ['with the focus nowhere', ''],
  ]) {
    it(`Escape closes the panel of a menu, ${what}, and what the page has open around it after that`, async () => {
      const dialog = html`<dialog lang="en" style="width: 700px"></dialog>`;
      const element = await show('iom-site-menu', {}, dialog);
      const box = element.parentElement as HTMLDialogElement;
      box.showModal();
      await until(() => element.renderRoot.querySelector('.wide'));
      const toggle = element.renderRoot.querySelector<HTMLElement>('.toggle')!;
      toggle.click();
      await element.updateComplete;
      if (focusIn) await focus(element, focusIn);
      else (document.activeElement as HTMLElement).blur();
      await press('Escape');
      await element.updateComplete;
      expect([toggle.getAttribute('aria-expanded'), box.open]).to.deep.equal(['false', true]);
      expect(heard).to.deep.equal([]);
      await press('Escape');
      await until(() => !box.open);
    });
  }
});
