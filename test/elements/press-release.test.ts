import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { PressRelease } from '../../src/elements/press-release/press-release.js';
import '../../src/elements/press-release/define.js';
import { expectAccessible } from '../helpers/engine.js';
import { until } from '../helpers/events.js';
import { present } from '../helpers/render.js';

const item = {
  id: 'one',
  url: 'https://example.org/one',
  title: 'Test release',
  content_html: '<p>First <em>paragraph</em>.</p><h2>Part</h2><p>Second.</p>',
  date_published: '2026-03-10T23:00:00-03:00',
  date_modified: '2026-03-12T09:00:00-03:00',
  language: 'en',
  _iom: {
    kind: 'press-release',
    dateline: 'Testville',
    contacts: ['desk'],
    related: ['two'],
    notes_html: '<p>A note.</p>',
    images: [
      {
        url: 'https://example.org/a.jpg',
        alt: 'A test card',
        caption: 'Caption',
        credit: 'Test Person',
        width: 30,
        height: 20,
      },
    ],
    translations: [{ language: 'fr', url: 'https://example.org/fr/one' }],
  },
};
const older = {
  id: 'two',
  url: 'https://example.org/two',
  title: 'Older item',
  content_text: 'a',
  date_published: '2026-01-01T00:00:00Z',
};
const feedOf = (...items: object[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items,
  _iom: { about: 'https://example.org', contacts: [{ id: 'desk', name: 'Test Desk' }] },
});

async function show(feed: object, attributes: Partial<PressRelease> = {}): Promise<PressRelease> {
  const element = document.createElement('iom-press-release');
  Object.assign(element, { feed }, attributes);
  return present(element, await fixture(html`<div></div>`));
}
const textOf = (element: PressRelease, selector: string) =>
  element.renderRoot.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();

describe('<iom-press-release>', () => {
  it('shows kind, day as written, title, dateline and body', async () => {
    const element = await show(feedOf(older, item));
    expect(textOf(element, '[part=meta]')).to.equal('Press release March 10, 2026 Updated March 12, 2026');
    expect(textOf(element, '[part=title]')).to.equal('Test release');
    expect(textOf(element, '[part=body]')).to.equal('Testville – First paragraph.PartSecond.');
    expect(element.renderRoot.querySelector('[part=body] h3')).to.exist;
    await expectAccessible(element);
  });

  it('shows the newest item, and with item-id the one it names', async () => {
    expect(textOf(await show(feedOf(older, item)), '[part=title]')).to.equal('Test release');
    expect(textOf(await show(feedOf(older, item), { itemId: 'two' }), '[part=title]')).to.equal('Older item');
  });

  it('a release in a language of the other direction ⇒ in its direction, its date in that of the page', async () => {
    const element = await show(feedOf({ ...item, language: 'ar', title: 'خبر (UN).' }), { itemId: 'one' });
    const direction = (selector: string) => getComputedStyle(element.renderRoot.querySelector(selector)!).direction;
    expect(['[part=title]', '[part=body]', 'time bdi'].map(direction)).to.deep.equal(['rtl', 'rtl', 'ltr']);
  });

  it('shows the picture with its caption and credit, its space reserved, not lazily', async () => {
    const element = await show(feedOf(item));
    const picture = element.renderRoot.querySelector<HTMLImageElement>('figure img')!;
    expect([
      picture.alt,
      picture.getAttribute('width'),
      picture.getAttribute('height'),
      picture.loading !== 'lazy',
    ]).to.deep.equal(['A test card', '30', '20', true]);
    expect(textOf(element, 'figcaption')).to.equal('Caption Test Person');
  });

  it('lets the browser choose among the sizes of the picture, its space reserved', async () => {
    const size = (width: number) => ({ url: `https://example.org/${width}.webp`, width, height: width / 2 });
    const main = { ...size(1280), alt: 'A test card', sizes: [size(320), size(640)] };
    const srcset = [320, 640, 1280].map((width) => `https://example.org/${width}.webp ${width}w`).join(', ');
    for (const more of [
      { _iom: { images: [main] } },
      { image: size(640).url, _iom: { image_sizes: [...main.sizes, size(1280)] } },
    ]) {
      const element = await show(feedOf({ ...item, image: undefined, ...more }));
      const picture = element.renderRoot.querySelector<HTMLImageElement>('figure img')!;
      expect([picture.srcset, picture.sizes]).to.deep.equal([srcset, '(max-width: 44em) 100vw, 44em']);
      expect([picture.getAttribute('width'), picture.getAttribute('height')]).to.deep.equal(['1280', '640']);
      expect([picture.src, picture.getAttribute('loading')]).to.deep.equal([more.image ?? main.url, null]);
    }
  });

  it('what is relative in it leads to its page or its site; a feed may be elsewhere', async () => {
    const content_html =
      '<p><a href="report.pdf">a</a> <a href="/b">b</a></p><img src="/c.jpg" alt="c"><img src="../images/c-1f0e6c2d-640.webp" alt="d">';
    const addresses = (element: PressRelease) =>
      [...element.renderRoot.querySelectorAll<HTMLAnchorElement & HTMLImageElement>('[part=body] :is(a, img)')].map(
        (entry) => entry.href ?? entry.src,
      );
    const published = new URL('../images/c-1f0e6c2d-640.webp', document.baseURI).href;
    const home_page_url = 'https://www.example.org/en/';
    const story = { ...item, url: '/en/news/one', content_html };
    const element = await show({ ...feedOf(story), home_page_url });
    const site = 'https://www.example.org';
    expect(addresses(element)).to.deep.equal([`${site}/en/news/report.pdf`, `${site}/b`, `${site}/c.jpg`, published]);
    const pageless = await show({ ...feedOf({ ...story, url: undefined }), home_page_url });
    expect(addresses(pageless).slice(0, 2)).to.deep.equal([`${site}/en/report.pdf`, `${site}/b`]);
  });

  it('a footnote ⇒ leads there and back within the release, whatever the page keeps behind #', async () => {
    const content_html =
      '<p id="ref1">Text<a href="#fn1">1</a>.</p><div style="height: 9000px"></div><p id="fn1">Note <a href="https://example.org/one#ref1">back</a></p>';
    const element = await show(feedOf({ ...item, content_html }));
    const address = location.href;
    const [there, back] = element.renderRoot.querySelectorAll<HTMLAnchorElement>('[part=body] a');
    expect(there.href).to.equal('https://example.org/one#fn1');
    there.click();
    const focused = () => (element.renderRoot as ShadowRoot).activeElement?.textContent?.trim();
    expect(focused()).to.equal('Note back');
    back.click();
    expect(focused()).to.match(/^(Testville – )?Text1\.$/);
    expect([location.href, element.renderRoot.querySelector('[part=body] [id]')]).to.deep.equal([address, null]);
  });

  for (const href of ['two.html?n=1#fn1', '/en/two.html?n=1#fn1', 'HTTPS://EXAMPLE.org:443/en/a/../two.html?n=1#fn1']) {
    it(`${href}, which is its own page ⇒ leads to the place in the release`, async () => {
      const content_html = `<p>Text<a href="${href}">1</a>.</p><p id="fn1">Note</p>`;
      const url = 'https://example.org/en/two.html?n=1#start';
      const element = await show(feedOf({ ...item, url, content_html }));
      const link = element.renderRoot.querySelector<HTMLAnchorElement>('[part=body] a')!;
      expect(link.href).to.equal('https://example.org/en/two.html?n=1#fn1');
      link.click();
      expect((element.renderRoot as ShadowRoot).activeElement?.textContent).to.equal('Note');
    });
  }

  it('footnotes of the same name in the text and in the notes ⇒ each leads to its own', async () => {
    const textWith = (note: string) => `<p>See<a href="#fn1">1</a>.</p><p id="fn1">${note}</p>`;
    const element = await show(
      feedOf({ ...item, content_html: textWith('Of the text'), _iom: { notes_html: textWith('Of the notes') } }),
    );
    const seen = [...element.renderRoot.querySelectorAll<HTMLAnchorElement>('.body a')].map((link) => {
      link.click();
      return (element.renderRoot as ShadowRoot).activeElement?.textContent;
    });
    expect(seen).to.deep.equal(['Of the text', 'Of the notes']);
  });

  it('links the other languages in their own words', async () => {
    const element = await show(feedOf(item));
    const link = element.renderRoot.querySelector<HTMLAnchorElement>('[part=languages] a')!;
    expect([link.textContent, link.hreflang, link.lang, link.href]).to.deep.equal([
      'français',
      'fr',
      'fr',
      'https://example.org/fr/one',
    ]);
  });

  describe('files', () => {
    const attachments = [
      {
        url: 'https://example.org/report.pdf',
        mime_type: 'application/pdf',
        title: 'Test report',
        size_in_bytes: 2_400_000,
        _iom: { language: 'fr' },
      },
      { url: 'audio/test%20statement.mp3', mime_type: 'audio/mpeg', duration_in_seconds: 185 },
      { url: 'https://example.org/%E0%A4%A.bin', mime_type: 7 },
      { title: 'No address' },
    ];
    const images = [
      ...item._iom.images,
      { url: 'https://example.org/b.jpg', alt: 'B', caption: 'Harbour', credit: 'C. Example' },
    ];

    it('are listed in the order of the feed, each with format, size, length and language', async () => {
      const element = await show(feedOf({ ...item, attachments, _iom: { ...item._iom, images } }));
      await until(() => element.renderRoot.querySelector('[part=file]'), 'the files');
      expect(textOf(element, '[part=files] .heading')).to.equal('Files to download');
      const entries = [...element.renderRoot.querySelectorAll('[part=file]')];
      const words = entries.map((entry) => [
        entry.querySelector('a')!.textContent,
        ...[...entry.querySelectorAll('.meta > *')].map(({ textContent }) => textContent),
      ]);
      expect(words).to.deep.equal([
        ['Test report', 'PDF', '2.4 MB', 'français'],
        ['test statement.mp3', 'MP3', '3 min'],
        ['%E0%A4%A.bin', 'BIN'],
        ['Harbour', 'JPG', 'C. Example'],
      ]);
      expect(entries[0].querySelector('a')!.hreflang).to.equal('fr');
      const player = entries[1].querySelector('audio')!;
      expect(player.preload).to.equal('none');
      expect(player.src).to.equal(new URL('audio/test%20statement.mp3', document.baseURI).href);
      await expectAccessible(element);
    });

    it('hide="files" ⇒ none of them', async () => {
      const element = await show(feedOf({ ...item, attachments }), { hide: 'files' });
      expect(textOf(element, '[part=files]')).to.equal(undefined);
    });
  });

  it('shows notes to editors, the contact and related items', async () => {
    const element = await show(feedOf(item, older));
    expect(textOf(element, '[part=notes]')).to.equal('Notes to editors A note.');
    expect(textOf(element, '[part=related]')).to.equal('Read next Older item');
    const contact = element.renderRoot.querySelector('iom-press-contact')!;
    await until(() => contact.shadowRoot?.textContent?.includes('Test Desk'));
  });

  it('hide="notes, contact related share languages" ⇒ none of them', async () => {
    const element = await show(feedOf(item, older), { hide: 'notes, contact related share languages' });
    for (const part of ['notes', 'contact', 'related', 'languages']) {
      expect(element.renderRoot.querySelector(`[part=${part}]`), part).to.equal(null);
    }
    expect(element.renderRoot.querySelector('button')).to.equal(null);
  });

  it('says what was changed in the text, and when', async () => {
    const corrections = [
      { date: '2026-03-14T09:00:00Z', text: 'A test number was wrong.' },
      { date: 'unknown', text: 'Not dated.' },
      { date: '2026-03-13T09:00:00Z' },
    ];
    const element = await show(feedOf({ ...item, _iom: { ...item._iom, corrections } }));
    const lines = [...element.renderRoot.querySelectorAll('[part=corrections] li')];
    expect(lines.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Updated March 14, 2026 A test number was wrong.',
    ]);
    await expectAccessible(element);
  });

  it('copies the text as plain text, with its title and address, and says so', async () => {
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
      configurable: true,
    });
    const element = await show(feedOf(item));
    const copy = [...element.renderRoot.querySelectorAll<HTMLElement>('.share button')].at(-1)!;
    expect(copy.textContent?.trim()).to.equal('Copy the text');
    copy.click();
    await until(() => textOf(element, '.share [aria-live]') === 'Copied');
    expect(written).to.deep.equal([
      'Test release\n\nTestville – First paragraph.\n\nPart\n\nSecond.\n\nhttps://example.org/one',
    ]);
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('a page around forbids to share ⇒ the link is copied, unless the visitor changed their mind', async () => {
    const element = await show(feedOf(item));
    const copied: string[] = [];
    const stand = (name: string, value: unknown) =>
      Object.defineProperty(navigator, name, { value, configurable: true });
    stand('clipboard', { writeText: (text: string) => Promise.resolve(void copied.push(text)) });
    stand('canShare', () => true);
    for (const [name, count] of [
      ['AbortError', 0],
      ['NotAllowedError', 1],
    ] as const) {
      const asked = new Promise<void>((done) =>
        stand('share', () => {
          done();
          return Promise.reject(new DOMException('', name));
        }),
      );
      element.renderRoot.querySelector<HTMLElement>('.share button')!.click();
      await asked;
      if (count) await until(() => textOf(element, '.share [aria-live]') === 'Link copied');
      expect(copied.length).to.equal(count);
    }
    for (const name of ['clipboard', 'canShare', 'share']) Reflect.deleteProperty(navigator, name);
  });

  it('copies the link where there is nothing to share with, and says so', async () => {
    const element = await show(feedOf(item));
    const copied: string[] = [];
    Object.defineProperty(navigator, 'canShare', { value: undefined, configurable: true });
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
      configurable: true,
    });
    element.renderRoot.querySelector<HTMLElement>('.share button')!.click();
    await until(() => textOf(element, '.share [aria-live]') === 'Link copied');
    expect(copied).to.deep.equal(['https://example.org/one']);
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(navigator, 'canShare');
  });

  it('fires iom-navigate for a related item; canceled, the link is not followed', async () => {
    const element = await show(feedOf(item, older));
    element.addEventListener('iom-navigate', (event) => event.preventDefault());
    const link = element.renderRoot.querySelector<HTMLElement>('[part=related] a')!;
    const clicked = oneEvent(element, 'click');
    link.click();
    expect((await clicked).defaultPrevented).to.equal(true);
  });

  it('reads a plain-text body by its paragraphs', async () => {
    const element = await show(feedOf({ ...older, content_text: 'One\nline.\n\nTwo.' }));
    expect([...element.renderRoot.querySelectorAll('[part=body] p')].map((p) => p.textContent)).to.deep.equal([
      'One line.',
      'Two.',
    ]);
  });

  it('adds a NewsArticle for search engines when asked, and takes it away again', async () => {
    const element = await show(feedOf(item), { structuredData: true });
    const script = () => element.querySelector('script[type="application/ld+json"]');
    await until(script);
    expect(JSON.parse(script()!.textContent)).to.include({
      '@type': 'NewsArticle',
      headline: 'Test release',
      dateline: 'Testville',
    });
    element.structuredData = false;
    await until(() => !script());
  });

  describe('under embargo', () => {
    const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
    const embargoed = (until: string) => ({ ...item, _iom: { ...item._iom, embargo_until: until } });

    it('shows nothing of the item: neither itself, nor as related, nor for search engines', async () => {
      const other = { ...older, _iom: { related: ['one'] } };
      const element = await show(feedOf(embargoed(soon(1e9)), other), { structuredData: true });
      const data = () => element.querySelector('script[type="application/ld+json"]')?.textContent;
      await until(data);
      expect(element.renderRoot.textContent + data()!).not.to.contain('Test release');
    });

    it('shows nothing when the embargo can’t be read', async () => {
      const element = await show(feedOf(embargoed('some day'), older));
      expect(textOf(element, '[part=title]')).to.equal('Older item');
    });

    it('shows the item when its time comes', async () => {
      const element = await show(feedOf(embargoed(soon(1500))));
      expect(element.matches(':state(empty)')).to.equal(true);
      await until(() => textOf(element, '[part=title]') === 'Test release');
    });
  });
});
