import { expect } from '@open-wc/testing';
import '../../src/autoload.js';
import type { ConsentEvent } from '../../src/embed/consent.js';
import { expectAccessible } from '../helpers/engine.js';
import { nextEvent, until } from '../helpers/events.js';

const link = '<a href="https://example.org">Fallback</a>';
const asked = async (url: string) => Number(await (await fetch(`/faults/count?of=${encodeURIComponent(url)}`)).text());
const scripts = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/elements/'));

/** Another server to every test: what is agreed to holds for a server, as long as the page lives. */
const put = (attributes: string, host = location.host) => {
  const src = `//${host}/faults/feed?${Math.random()}`;
  const box = document.createElement('div');
  box.innerHTML = `<iom-news-feed src="${src}" any-language ${attributes}>${link}</iom-news-feed>`;
  document.body.append(box);
  const element = box.firstElementChild as HTMLElement;
  return {
    element,
    path: src.slice(src.indexOf('/faults')),
    question: () => element.shadowRoot?.querySelector('div')?.shadowRoot ?? undefined,
  };
};
const questionOf = async ({ question }: ReturnType<typeof put>) => {
  await until(question, 'the question');
  return question()!;
};
const textOf = (root: ShadowRoot) => root.textContent;

describe('consent', () => {
  afterEach(() => document.body.replaceChildren());

  it('nothing is requested before the visitor agrees; then the content comes', async () => {
    const box = put('consent');
    const root = await questionOf(box);
    expect(textOf(root)).to.contain(`This content comes from ${location.host}.`);
    expect(scripts()).to.deep.equal([]);
    expect(await asked(box.path)).to.equal(0);
    expect(customElements.get('iom-news-feed')).to.equal(undefined);
    expect(box.element.querySelector('a')!.checkVisibility()).to.equal(true);
    await expectAccessible(box.element);

    const consented = nextEvent(document.body, 'iom-consent');
    root.querySelector('button')!.focus();
    root.querySelector('button')!.click();
    expect((await consented).host).to.equal(location.host);
    await until(() => box.element.matches(':state(ready)'));
    expect(await asked(box.path)).to.equal(1);
    expect(box.question()).to.equal(undefined);
    expect(document.activeElement).to.equal(box.element);
  });

  it('asks no second time for the same server on the same page', async () => {
    const { element } = put('consent');
    await until(() => element.matches(':state(ready)'));
  });

  for (const [lang, button, direction] of [
    ['ar', 'عرض المحتوى', 'rtl'],
    ['zh-Hans', '显示内容', 'ltr'],
    ['en', 'Show the content', 'ltr'],
    ['fr', 'Afficher le contenu', 'ltr'],
    ['ru', 'Показать материалы', 'ltr'],
    ['es', 'Mostrar el contenido', 'ltr'],
    ['de', 'Inhalt anzeigen', 'ltr'],
    ['ur-PK', 'مواد دکھائیں', 'rtl'],
    ['fa', 'نمایش محتوا', 'rtl'],
    ['nl', 'Show the content', 'ltr'],
  ]) {
    it(`lang="${lang}" ⇒ asks in that language, or in English`, async () => {
      const box = put(`data-consent lang="${lang}"`, 'other.example');
      const root = await questionOf(box);
      expect(root.querySelector('button')!.textContent).to.equal(button);
      expect((root.host as HTMLElement).dir).to.equal(direction);
      await expectAccessible(box.element);
    });
  }

  it('the question is no part of the page: nothing of it is copied, and it stays when another element brings the script', async () => {
    const box = put('consent', 'copied.example');
    const html = box.element.outerHTML;
    await questionOf(box);
    expect(box.element.outerHTML).to.equal(html);
    await import('../../src/elements/news-feed/define.js');
    await until(() => box.element.matches(':defined'));
    expect(textOf(await questionOf(box))).to.contain('copied.example');
    expect(box.question()!.host.getBoundingClientRect().top).to.equal(box.element.getBoundingClientRect().top);
    box.element.removeAttribute('consent');
    await until(() => !box.question());
  });

  it('goes on when the page takes the attribute away', async () => {
    const box = put('consent', '127.0.0.1:10');
    await questionOf(box);
    box.element.removeAttribute('consent');
    await until(() => !box.question());
    await until(() => !box.element.matches(':state(loading)'));
  });

  it('a page that asks in its own way cancels the event, and fires one for all servers when it has the answer', async () => {
    const box = put('consent', '127.0.0.1:9');
    const root = await questionOf(box);
    const own = (event: ConsentEvent) => event.preventDefault();
    document.body.addEventListener('iom-consent', own);
    root.querySelector('button')!.click();
    expect(box.question()).to.exist;
    document.body.removeEventListener('iom-consent', own);
    document.dispatchEvent(new Event('iom-consent'));
    expect(box.question()).to.equal(undefined);
    const later = put('consent', '127.0.0.1:11');
    await until(() => later.element.matches(':state(ready), :state(error)'));
  });
});
