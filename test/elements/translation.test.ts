import { expect, fixture, html } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { elements } from '../helpers/elements.js';
import { everyElement } from '../helpers/security-probe.js';
import { until } from '../helpers/events.js';

/** An attribute of each element as it is at first and afterwards, and what is shown for it. */
const changes: Record<string, [attribute: string, before: string, shown: string, after: string, shownThen: string]> = {
  'news-feed': ['limit', '1', 'Rapport annuel 2023', '2', 'Depuis Panama'],
  'press-release': ['item-id', 'report', 'Rapport annuel 2023', 'desks', 'à qui s'],
  'press-contact': ['contact-id', 'geneva', 'Siège de Genève', 'cairo', 'Bureau du Caire'],
  'org-chart': ['unit', '', 'Directrice générale', 'director', 'Qui répond'],
  'link-cards': ['section', 'work', 'Ce que nous faisons', 'data', 'Toutes nos données'],
  'sdg-grid': ['all', 'false', 'Inégalités réduites', '', 'Pas de pauvreté'],
  'office-map': ['search', 'Beyrouth', 'OIM Beyrouth', 'Maputo', 'OIM Maputo'],
  'site-menu': ['label', 'Test', 'Qui sommes', 'Other', 'Qui sommes'],
  about: ['heading-level', '2', 'Qui sommes', '3', 'Qui sommes'],
  'key-figures': ['figures', 'founded', 'Année de création', 'staff', 'membres du personnel'],
};

/** What is new has a heading at least. */
const changeOf = (name: string) => changes[name] ?? ['heading-level', '2', '', '3', ''];

const root = document.documentElement;

/** Whether an element shows a text, translated or not. */
const shows = (element: IomElement, text: string) =>
  element.matches(':state(ready)') && element.renderRoot.textContent.replace(/[‹›]/g, '').includes(text);

async function show(name: string): Promise<IomElement> {
  const [attribute, before, text] = changeOf(name);
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.innerHTML = `<iom-${name} src="/faults/office/fr" ${attribute}="${before}"></iom-${name}>`;
  const element = box.firstElementChild as IomElement;
  await until(() => shows(element, text), `iom-${name} shows ${text}`);
  return element;
}

/** Puts elements in place of all texts, blank ones too, as browsers do that translate a page. */
function translate(element: IomElement) {
  for (const { shadowRoot } of [element, ...everyElement(element.renderRoot)]) {
    if (!shadowRoot) continue;
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => data)) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data.trim() ? `‹${text.data}›` : text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  }
  root.classList.add('translated-ltr');
  root.lang = 'de';
}

describe('a page that the browser translates', () => {
  const failures: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) =>
    void failures.push('reason' in event ? event.reason : event.message);
  const { lang } = root;
  beforeEach(() => {
    failures.length = 0;
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    root.lang = 'fr';
  });
  afterEach(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    root.lang = lang;
    root.removeAttribute('class');
    expect(failures).to.deep.equal([]);
  });

  for (const name of elements) {
    it(`<iom-${name}> keeps what it shows, and what changes is right`, async () => {
      await import(`../../src/elements/${name}/define.ts`);
      const [attribute, , text, value, textThen] = changeOf(name);
      const element = await show(name);
      translate(element);
      // What looks at the language of a page is there by then, and has looked.
      await import('../../src/controllers/rare.js');
      await new Promise((next) => setTimeout(next));
      await element.updateComplete;
      expect([element.language.tag, shows(element, text)]).to.deep.equal(['fr', true]);
      element.setAttribute(attribute, value);
      await until(() => shows(element, textThen), `iom-${name} shows ${textThen}`);
      if (!/menu|about|sdg|org|news/.test(name)) expect(shows(element, text), text).to.equal(false);
    });
  }
});
