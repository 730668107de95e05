import { expect, waitUntil } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { cleanHtml } from '../../src/html/sanitize.js';
import { placeholderHeights } from '../../src/elements.js';
import { attackedFeed } from '../fixtures/attacked-feed.js';
import { attacksOn, clobbered, overrides } from '../fixtures/attacks.js';
import { dangersIn, dangersInProse, everyElement, forbidHarm, watchPage } from '../helpers/security-probe.js';

const owner = crypto.randomUUID();
const attacks = attacksOn(`/faults/leak/${owner}/`);
const feed = attackedFeed(attacks);

/** What makes each element show all that it can. */
const attributes: Record<string, Record<string, string>[]> = {
  'news-feed': [
    { limit: '1000', 'any-language': '' },
    { limit: '1000', layout: 'cards', controls: 'search,tags,countries,kind', dates: 'relative', 'any-language': '' },
  ],
  'press-release': [{}],
  'press-contact': [{ 'structured-data': '' }],
  'org-chart': [{ layout: 'outline', levels: '3' }],
  'site-menu': [{ label: attacks.bodies[0] }],
  'link-cards': [{ limit: '1000' }, { limit: '1000', section: 'all' }],
  'sdg-grid': [{ all: '' }],
  'key-figures': [{ limit: '1000', chart: '' }],
};

const leaks = async () => (await (await fetch(`/faults/leaks/${owner}`)).json()) as string[];

describe('a feed in which nothing is meant well', () => {
  before(() => {
    forbidHarm();
    // Nothing is saved or printed while tests press buttons.
    HTMLAnchorElement.prototype.click = () => {};
    window.print = () => {};
  });
  for (const name of Object.keys(placeholderHeights)) {
    describe(`<iom-${name}>`, () => {
      before(() => import(`../../src/elements/${name}/define.ts`));

      for (const chosen of attributes[name] ?? [{}]) {
        const written = Object.entries(chosen).map(([key, value]) => ` ${key}="${value.slice(0, 20)}"`);

        it(`<iom-${name}${written.join('')}> ⇒ the page stays what it is`, async function () {
          this.timeout(120_000);
          const page = watchPage(clobbered);
          const element = document.createElement(`iom-${name}`) as IomElement;
          for (const [key, value] of Object.entries(chosen)) element.setAttribute(key, value);
          element.feed = feed;
          document.body.append(element);
          await shown(element, page.harm);
          const dangers = [...dangersIn(element.renderRoot)];
          if (name === 'press-release') dangers.push(...(await readAll(element, page.harm)));
          await pressButtons(element);
          dangers.push(...dangersIn(element.renderRoot), ...dangersIn(element), ...looseNames(element));
          if (!element.matches(':state(ready)')) dangers.push('nothing is shown');
          element.remove();
          expect([...(await page.stop()), ...new Set(dangers), ...(await leaks())]).to.deep.equal([]);
        });
      }
    });
  }

  describe('HTML of a feed', () => {
    let read: ReturnType<typeof readerOf> | undefined;

    for (const path of ['browser', 'DOMPurify']) {
      if (path === 'browser' && !('setHTML' in Element.prototype)) continue; // WebKit has no sanitizer of its own.

      it(`cleaned by ${path}: nothing is left that does more than be read, also when it is written out and read again`, async function () {
        this.timeout(120_000);
        const page = watchPage(clobbered);
        const reader = (read ??= readerOf());
        const dangers: string[] = [];
        for (const body of [...attacks.bodies, ...attacks.texts]) {
          const cleaned = await cleanHtml(body, setting, path === 'DOMPurify');
          const box = document.createElement('div');
          box.attachShadow({ mode: 'open' }).append(cleaned);
          document.body.append(box);
          dangers.push(...dangersInProse(box.shadowRoot!), ...dangersInProse(reader(box.shadowRoot!.innerHTML)));
          box.remove();
        }
        expect([...(await page.stop()), ...new Set(dangers), ...(await leaks())]).to.deep.equal([]);
      });
    }
  });
});

const setting = { base: location.href, headingLevel: 2, language: 'en' };

/** Parses HTML apart from the page. */
function readerOf(): (html: string) => Document {
  const { trustedTypes } = window as unknown as {
    trustedTypes: { createPolicy: (name: string, rules: object) => { createHTML: (html: string) => string } };
  };
  const policy = trustedTypes.createPolicy('test', { createHTML: (html: string) => html });
  return (html) => new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

/** Opens each release in turn. */
async function readAll(element: IomElement, harm: readonly string[]): Promise<string[]> {
  const dangers: string[] = [];
  for (const { id } of (feed as { items: { id: string }[] }).items) {
    element.setAttribute('item-id', id);
    await shown(element, harm);
    const body = element.renderRoot.querySelector('[part=body]');
    dangers.push(...dangersIn(element.renderRoot), ...(body ? dangersInProse(body) : []));
  }
  return dangers;
}

/** Waits until an element shows its content, or could not. */
async function shown(element: IomElement, harm: readonly string[]) {
  await element.updateComplete.catch(() => undefined);
  await waitUntil(() => harm.length || !element.matches(':state(loading)'), 'shown', { timeout: 60_000 });
}

/** Presses the buttons of an element once each, and as many of those that appear. */
async function pressButtons(element: IomElement) {
  const pressed = new Set<Element>();
  for (let round = 0; round < 2; round++) {
    for (const button of everyElement(element.renderRoot)) {
      if (pressed.size > 30 * (round + 1) || button.localName !== 'button' || pressed.has(button)) continue;
      pressed.add(button);
      (button as HTMLElement).click();
      await element.updateComplete;
    }
  }
}

/** Names that stand in the text of a feed, each apart from what surrounds it. */
function looseNames(element: IomElement): string[] {
  const loose: string[] = [];
  const mark = new RegExp(`[${overrides.join('')}]`);
  for (const entry of everyElement(element.renderRoot)) {
    const root = entry.shadowRoot ?? entry;
    for (const node of root.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !mark.test(node.nodeValue!) || !entry.checkVisibility()) continue;
      if (endsItself(node.nodeValue!)) continue;
      let around = entry;
      while (!isApart(around) && around.parentElement) around = around.parentElement;
      const others = around.textContent.replace(node.nodeValue!, '').trim();
      if (others && !mark.test(others))
        loose.push(`${entry.localName} ${entry.className} in ${around.localName}: ${others.slice(0, 80)}`);
    }
  }
  return loose;
}

/** Does the order of what is in an element end with it? */
function isApart(element: Element) {
  const { display, unicodeBidi } = getComputedStyle(element);
  return display !== 'inline' && display !== 'contents' ? true : /isolate|plaintext/.test(unicodeBidi);
}

/** Does a text end every direction that it begins? */
function endsItself(text: string) {
  const open: boolean[] = [];
  for (const [control] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const isIsolate = control >= '\u2066';
    if (control !== '\u202c' && control !== '\u2069') open.push(isIsolate);
    else if (open.pop() !== isIsolate) return false;
  }
  return !open.length;
}
