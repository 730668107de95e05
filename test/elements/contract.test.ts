import { expect, fixture, html } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { expectAccessible } from '../helpers/engine.js';
import { elements } from '../helpers/elements.js';
import { nextEvent, until } from '../helpers/events.js';

/** What every element owes to every page, whatever it shows. */
for (const name of elements) {
  const tag = `iom-${name}`;
  describe(`<${tag}>`, () => {
    before(() => import(`../../src/elements/${name}/define.ts`));

    const failures: unknown[] = [];
    const { random } = Math;
    const note = (event: ErrorEvent | PromiseRejectionEvent) =>
      void failures.push('reason' in event ? event.reason : event.error);
    beforeEach(() => {
      failures.length = 0;
      addEventListener('error', note);
      addEventListener('unhandledrejection', note);
    });
    afterEach(() => {
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
      Math.random = random;
      expect(failures).to.deep.equal([]);
    });

    /** Puts an element into a page and waits until it has come to rest in a state. */
    async function show(attributes: string, inside = '', state = 'ready'): Promise<IomElement> {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.innerHTML = `<${tag} ${attributes}>${inside}</${tag}>`;
      const element = box.firstElementChild as IomElement;
      await until(() => element.matches(`:state(${state})`), `${tag} ${state}`);
      return element;
    }
    const shown = (element: IomElement) => element.renderRoot.textContent?.replace(/\s+/g, ' ').trim();
    const link = '<a href="https://example.org">Fallback</a>';
    const empty = '{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[]}';
    const inline = (feed: string) => `<script type="application/feed+json">${feed}</script>`;
    const button = (element: IomElement) => element.renderRoot.querySelector<HTMLElement>('[part=button]');

    for (const [name, attributes, state] of [
      ['no src', '', 'error'],
      ['a src that is no address', 'src="javascript:x()"', 'error'],
      ['404', 'src="/faults/status/404"', 'error'],
      ['HTML instead of JSON', 'src="/faults/html"', 'error'],
      ['an empty file', 'src="/faults/empty"', 'error'],
      ['20 MB', 'src="/faults/huge"', 'error'],
    ]) {
      it(`${name} ⇒ the fallback stands`, async () => {
        const element = await show(attributes, link, state);
        expect(element.renderRoot.querySelector('slot')).to.exist;
        await element.updateComplete;
        expect(button(element)).to.equal(null);
      });

      it(`${name}, no fallback ⇒ a message and a button`, async () => {
        const element = await show(attributes, '', state);
        await until(() => button(element));
        expect(shown(element)).to.contain('could not be loaded');
        await expectAccessible(element);
      });
    }

    for (const [name, src] of [
      ['500, three times', '/faults/status/500'],
      ['a connection that breaks off', '/faults/cut'],
      ['a redirect loop', '/faults/loop'],
      ['no connection', 'http://127.0.0.1:9/feed.json'],
    ]) {
      it(`${name} ⇒ the fallback stands, after two more tries`, async () => {
        // Half of each wait, more or less: by this chance it is none.
        Math.random = () => -0.5;
        await show(`src="${src}"`, link, 'error');
      });
    }

    it('an empty feed ⇒ says that there is nothing', async () => {
      const element = await show('', inline(empty), 'empty');
      await until(() => shown(element)?.includes('nothing here'));
      expect(button(element)).to.equal(null);
    });

    it('the fallback shows while the feed is on its way', async () => {
      const element = await show('src="/faults/silence"', link, 'loading');
      expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
    });

    it('a feed that has everything ⇒ content, accessible', async () => {
      const element = await show('src="/faults/office/{lang}"');
      expect(shown(element)).to.not.equal('');
      await expectAccessible(element);
    });

    it('a feed whose language is no text ⇒ content all the same', async () => {
      const feed = (await (await fetch('/faults/office/en')).json()) as object;
      const items = [{ id: 'a', title: 'A', url: 'https://example.org/a', language: 'en' }];
      // Of such an object nothing can make a text.
      await show('', inline(JSON.stringify({ ...feed, language: [{ toString: '' }], items })));
    });

    it('data- attributes count as attributes', async () => {
      const element = await show('data-src="/faults/office/{lang}"');
      expect(element.src).to.equal('/faults/office/{lang}');
    });

    for (const lang of ['ar', 'zh', 'en', 'fr', 'ru', 'es']) {
      it(`lang="${lang}" ⇒ the feed of that language, in its direction`, async () => {
        const element = await show(`lang="${lang}" src="/faults/office/{lang}"`);
        const base = element.renderRoot.querySelector('[part=base]')!;
        expect(base.getAttribute('lang')).to.equal(lang);
        expect(getComputedStyle(base).direction).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
        await expectAccessible(element);
      });
    }

    it('follows the language of the page as it changes', async () => {
      const element = await show('src="/faults/office/{lang}"');
      const loaded = nextEvent(element, 'iom-load');
      document.documentElement.lang = 'fr';
      expect((await loaded).feed.language).to.equal('fr');
      document.documentElement.lang = 'en';
      await nextEvent(element, 'iom-load');
    });

    it('iom-load and iom-error bubble out of shadow roots', async () => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement(tag);
      box.attachShadow({ mode: 'open' }).append(element);
      element.setAttribute('src', '/faults/status/404');
      const { error } = await nextEvent(box, 'iom-error');
      expect([error.code, error.status]).to.deep.equal(['http', 404]);
      element.setAttribute('src', '/faults/office/en');
      expect((await nextEvent(box, 'iom-load')).problems).to.deep.equal([]);
    });

    it('the language of a region ⇒ the feed of the language', async () => {
      for (const lang of ['fr-CA', 'FR', 'fr_FR']) {
        const element = await show(`lang="${lang}" src="/faults/office/{lang}"`);
        expect(element.feedController.parsed?.feed.language).to.equal('fr');
      }
    });

    it('an attribute that comes and goes ⇒ what there is without it', async () => {
      const element = await show('src="/faults/office/en"');
      await element.updateComplete;
      const before = shown(element);
      for (const [property, { attribute, type }] of (element.constructor as typeof IomElement).elementProperties) {
        if (attribute === false || property === 'src') continue;
        const name = typeof attribute === 'string' ? attribute : String(property).toLowerCase();
        for (const value of type === Boolean ? ['', 'false'] : ['2', 'false']) {
          element.setAttribute(name, value);
          await element.updateComplete;
          element.removeAttribute(name);
          await element.updateComplete;
          await until(
            () => element.matches(':state(ready)') && shown(element) === before,
            `as before ${name}="${value}"`,
          );
        }
      }
      await expectAccessible(element);
    });

    it('a switch that is "false" is off', () => {
      const element = document.createElement(tag) as IomElement & Record<PropertyKey, unknown>;
      for (const [property, { attribute, type }] of (element.constructor as typeof IomElement).elementProperties) {
        if (type !== Boolean) continue;
        element.setAttribute(typeof attribute === 'string' ? attribute : String(property).toLowerCase(), 'false');
        expect(element[property], String(property)).to.equal(false);
      }
    });

    it('the language changes inside a shadow root ⇒ followed', async () => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const root = box.attachShadow({ mode: 'open' });
      root.innerHTML = `<div lang="en"><${tag} src="/faults/office/{lang}"></${tag}></div>`;
      const element = root.querySelector(tag) as IomElement;
      await until(() => element.matches(':state(ready)'));
      const loaded = nextEvent(element, 'iom-load');
      element.parentElement!.lang = 'fr';
      expect((await loaded).feed.language).to.equal('fr');
    });

    it('the last src wins, however late an answer comes', async () => {
      const late = `/faults/late?${Math.random()}`;
      const element = document.createElement(tag) as IomElement;
      element.src = late;
      await fixture(html`<div>${element}</div>`);
      const asked = `/faults/count?of=${encodeURIComponent(late)}`;
      while (!Number(await (await fetch(asked)).text()));
      const loaded = nextEvent(element, 'iom-load');
      element.src = '/faults/office/en';
      const { feed } = await loaded;
      expect(feed.title).to.not.equal('Test feed');
      await fetch(late);
      expect(element.matches(':state(ready)')).to.equal(true);
    });

    it('removed while loading, put back, moved: still shows its content', async () => {
      const other = document.createElement(tag) as IomElement;
      other.src = '/faults/office/en?removed';
      document.body.append(other);
      other.remove();
      await Promise.resolve();
      document.body.append(other);
      document.body.prepend(other);
      await until(() => other.matches(':state(ready)'));
      other.remove();
    });

    it('tells the owner of the page once: which element, what, and where to read on', async () => {
      const lines: string[] = [];
      const { warn } = console;
      console.warn = (line: string) => lines.push(line);
      try {
        const feed = JSON.parse(empty) as { items: object[] };
        feed.items.push({ id: 'a', title: 'A', date_published: 'some day' });
        const elements = [document.createElement(tag), document.createElement(tag)] as IomElement[];
        for (const element of elements) element.feed = feed;
        document.body.append(...elements);
        await until(() => lines.length);
        for (const element of elements) await element.updateComplete;
        elements.forEach((element) => element.remove());
      } finally {
        console.warn = warn;
      }
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(new RegExp(`^<${tag}>: 1 value[^]*some day[^]*https://`));
    });
  });
}
