import { expect } from '@open-wc/testing';
import { placeholderHeights } from '../../src/elements.js';
import '../../src/embed/embed-host.js';
import { until } from '../helpers/events.js';

interface Told {
  message: string;
  value: unknown;
  secret?: string;
}

const address = (parameters: string) => `/dist/embed.html?element=news-feed&src=/faults/feed&lang=en&${parameters}`;

/** A frame as a partner pastes it, and what it says to the page. */
function put(src: string, attributes = '') {
  const box = document.createElement('div');
  box.innerHTML = `<iframe class="iom-frame" src="${src}" width="600" height="150" title="News" ${attributes}></iframe>`;
  const frame = box.querySelector('iframe')!;
  const reported: (Told & { origin: string })[] = [];
  addEventListener('message', ({ source, data, origin }: MessageEvent<Told>) => {
    if (source === frame.contentWindow) reported.push({ ...data, origin });
  });
  document.body.append(box);
  return { frame, reported, box };
}
const elementIn = (frame: HTMLIFrameElement) => frame.contentDocument!.querySelector('iom-news-feed');
const heightOf = (frame: HTMLIFrameElement) => Number.parseFloat(frame.style.height);
/** A frame is as high as what is reserved for its rows. */
const rowsIn = (count: number) => Math.ceil(16 * placeholderHeights['news-feed'](600 / 16, count));
const threeRows = rowsIn(3);

describe('embed.html in an iframe (from dist/)', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the element, and the frame grows to its height', async () => {
    const { frame } = put(address('limit=3'));
    await until(() => elementIn(frame)?.matches(':state(ready)'));
    expect(elementIn(frame)!.shadowRoot!.textContent).to.contain('First test item');
    await until(() => heightOf(frame) === threeRows, 'the height of three rows');
    const { scrollHeight, clientHeight } = frame.contentDocument!.documentElement;
    expect(scrollHeight).to.equal(clientHeight);
  });

  it('works in a sandbox that allows scripts and nothing else', async () => {
    const { frame, reported } = put(address('limit=3'), 'sandbox="allow-scripts"');
    await until(() => heightOf(frame) === threeRows, 'the height of three rows');
    expect(reported[0].origin).to.equal('null');
  });

  it('grows and shrinks with its content', async () => {
    const { frame } = put(address('limit=3'));
    await until(() => heightOf(frame) === threeRows);
    elementIn(frame)!.setAttribute('limit', '1');
    await until(() => heightOf(frame) === rowsIn(1), 'the height of one row');
  });

  it('gives WordPress its secret back', async () => {
    const { reported } = put(`${address('limit=3')}#?secret=a1B2c3D4e5`, 'sandbox="allow-scripts"');
    await until(() => reported.length);
    expect(reported[0].message).to.equal('height');
    expect(reported[0].secret).to.equal('a1B2c3D4e5');
  });

  it('answers a page that is ready later than the frame, and this page alone', async () => {
    const { frame, reported } = put(address('limit=3'));
    await until(() => heightOf(frame) === threeRows);
    reported.length = 0;
    frame.contentWindow!.postMessage({ message: 'ready' }, location.origin);
    await until(() => reported.length);
    expect(reported[0]).to.include({ message: 'height', value: threeRows, origin: location.origin });
  });

  it('sets the attributes of the manifest and nothing else', async () => {
    const { frame } = put(
      address('limit=2&theme=dark&onclick=x()&style=color:red&class=a&id=b&feed={}&slot=c&loading=lazy'),
    );
    await until(() => elementIn(frame));
    const attributes = [...elementIn(frame)!.attributes].filter(({ name }) => name !== 'style').map(({ name }) => name);
    expect(attributes.sort()).to.deep.equal(['limit', 'loading', 'src', 'theme']);
    expect(elementIn(frame)!.getAttribute('loading')).to.equal('eager');
    expect(frame.contentWindow!.getComputedStyle(frame.contentDocument!.documentElement).colorScheme).to.equal('dark');
    expect(frame.contentDocument!.documentElement.lang).to.equal('en');
  });

  it('says what an address lacks', async () => {
    const { frame } = put('/dist/embed.html?element=script&src=x');
    await until(() => frame.contentDocument?.body?.textContent?.trim());
    expect(frame.contentDocument!.body.textContent).to.match(/names no element.+news-feed/);
  });

  it('does not hear what other frames say', async () => {
    const { frame } = put(address('limit=3'));
    await until(() => heightOf(frame) === threeRows);
    const other = document.createElement('iframe');
    other.srcdoc = `<script>parent.postMessage({ message: 'height', value: 9999 }, '*')</script>`;
    const heard = new Promise((done) =>
      addEventListener('message', ({ source }) => source === other.contentWindow && done(source)),
    );
    document.body.append(other);
    await heard;
    expect(heightOf(frame)).to.equal(threeRows);
    expect(other.style.height).to.equal('');
  });

  it('takes its height wherever its address has led it: a redirect goes to another one', async () => {
    const { frame } = put(address('limit=3'), 'sandbox="allow-scripts"');
    await until(() => heightOf(frame) === threeRows);
    report(frame, { message: 'height', value: 321 });
    expect(heightOf(frame)).to.equal(321);
  });

  for (const value of [NaN, Infinity, -Infinity, -5, 0, '900', null, undefined, {}, [900], true]) {
    it(`takes no ${JSON.stringify(value) ?? 'undefined'} (a ${typeof value}) for a height`, () => {
      const { frame } = put('about:blank');
      frame.style.height = '123px';
      report(frame, { message: 'height', value });
      expect(frame.style.height).to.equal('123px');
    });
  }

  it('grows no higher than any widget is', () => {
    const { frame } = put('about:blank');
    report(frame, { message: 'height', value: 1e9 });
    expect(heightOf(frame)).to.equal(30_000);
  });

  it('shows the last lines of a frame whose border counts to its height', async () => {
    const { frame } = put(address('limit=3'), 'style="box-sizing: border-box; border: 2px inset; padding: 5px"');
    await until(() => frame.offsetHeight === threeRows + 14, 'the height of three rows, border and padding');
    const { scrollHeight, clientHeight } = frame.contentDocument!.documentElement;
    expect(scrollHeight).to.equal(clientHeight);
  });

  it('finds frames in shadow roots', async () => {
    const { frame, box } = put(address('limit=3'));
    const place = document.createElement('div');
    place.attachShadow({ mode: 'open' }).append(box);
    document.body.append(place);
    await until(() => heightOf(frame) === threeRows);
  });

  it('gets lower again when its column gets wider, its content less, and where the page gave it more than that', async () => {
    const { frame, box } = put('/dist/embed.html?element=press-release&lang=en&src=/faults/office/en');
    box.style.width = '1000px';
    Object.assign(frame, { width: '100%', height: '4000' });
    const release = () => frame.contentDocument!.querySelector('iom-press-release');
    const isWhole = () => frame.clientHeight === Math.ceil(release()!.getBoundingClientRect().height);
    // The contact below comes after the release.
    const contact = () => release()?.shadowRoot?.querySelector('iom-press-contact');
    await until(() => contact()?.matches(':state(ready)') && heightOf(frame) < 4000 && isWhole(), 'a lower frame');
    const wide = heightOf(frame);
    box.style.width = '320px';
    await until(() => heightOf(frame) > wide + 100 && isWhole(), 'a higher frame');
    box.style.width = '1000px';
    await until(() => heightOf(frame) === wide, 'the height it had');
    release()!.setAttribute('hide', 'related,contact,notes,share,languages');
    await until(() => heightOf(frame) < wide && isWhole(), 'less');
  });

  it('scrolls where the page gives it less than it wants, and only there', async () => {
    const { frame } = put(address('limit=3'), 'style="max-height: 200px"');
    const scrolling = () => frame.contentDocument?.documentElement.style.overflowY;
    await until(() => heightOf(frame) === threeRows && frame.clientHeight === 200);
    frame.style.maxHeight = '';
    await until(() => scrolling() === 'hidden', 'nothing to scroll');
    frame.style.maxHeight = '200px';
    await until(() => scrolling() === '', 'something to scroll');
  });

  it('holds a panel that lies over its content, and is low again once that is closed', async () => {
    const { frame } = put('/dist/embed.html?element=site-menu&lang=en&src=/faults/office/en');
    frame.width = '1000';
    const toggle = () =>
      frame.contentDocument?.querySelector('iom-site-menu')?.shadowRoot?.querySelector<HTMLElement>('.wide .toggle');
    await until(() => toggle() && heightOf(frame) < 100, 'a bar');
    const low = heightOf(frame);
    toggle()!.click();
    const panel = toggle()!.closest('li')!.querySelector('[part~=panel]')!;
    await until(
      () => heightOf(frame) > low + 50 && panel.getBoundingClientRect().bottom <= heightOf(frame) + 1,
      'room',
    );
    toggle()!.click();
    await until(() => heightOf(frame) === low, 'the height of the bar');
  });

  it('fires the events of its element on the frame, not on the page, as plain data', async () => {
    const outside: string[] = [];
    const { frame, box } = put(address('limit=3&consent'));
    for (const type of ['iom-load', 'iom-consent']) box.addEventListener(type, () => outside.push(type));
    const next = (type: string) =>
      new Promise<Record<string, Record<string, unknown>>>((done) =>
        frame.addEventListener(
          type,
          (event) => done((event as CustomEvent<Record<string, Record<string, unknown>>>).detail),
          { once: true },
        ),
      );
    const asked = next('iom-consent');
    const loaded = next('iom-load');
    const question = () =>
      [...(elementIn(frame)?.shadowRoot?.querySelectorAll('div') ?? [])].find(({ shadowRoot }) => shadowRoot);
    await until(question);
    question()!.shadowRoot!.querySelector('button')!.click();
    expect(await asked).to.deep.equal({ host: location.host });
    const { feed, problems } = await loaded;
    expect(feed.title).to.equal('Test feed');
    expect(feed.items).to.equal(undefined);
    expect(problems).to.deep.equal([]);
    const followed = next('iom-navigate');
    const first = elementIn(frame)!.shadowRoot!.querySelector('a')!;
    frame.contentDocument!.addEventListener('iom-navigate', (event) => event.preventDefault());
    first.click();
    expect((await followed).item.title).to.equal('First test item');
    const failed = next('iom-error');
    elementIn(frame)!.setAttribute('src', '/faults/status/404');
    expect((await failed).error).to.include({ code: 'http', status: 404 });
    expect(outside).to.deep.equal([]);
  });

  it('tells a page that is ready later what became of its feed', async () => {
    const { frame } = put(address('limit=3'));
    await until(() => heightOf(frame) === threeRows);
    const reported = new Promise((done) => frame.addEventListener('iom-load', done, { once: true }));
    frame.contentWindow!.postMessage({ message: 'ready' }, location.origin);
    await reported;
  });

  it('holds the link of its address while the feed is on its way, and when it never comes', async () => {
    for (const src of ['/faults/silence', '/faults/status/404']) {
      const { frame } = put(
        `/dist/embed.html?element=news-feed&lang=en&src=${src}&link=https://example.org/news&title=All+news`,
      );
      const link = () => frame.contentDocument?.querySelector('iom-news-feed a') as HTMLAnchorElement | undefined;
      await until(() => link()?.checkVisibility());
      expect(link()!.href).to.equal('https://example.org/news');
      expect(link()!.textContent).to.equal('All news');
    }
  });

  it('lets no link in that does not lead to the web', async () => {
    const { frame } = put(address('link=javascript:x()'));
    await until(() => elementIn(frame)?.matches(':state(ready)'));
    expect(frame.contentDocument!.querySelector('[href*=javascript]')?.outerHTML).to.equal(undefined);
  });

  for (const [element, part, press] of [
    ['press-contact', 'actions', 'Save contact (.vcf)'],
    ['org-chart', 'bar', 'Table (CSV)'],
    ['org-chart', 'bar', 'Picture (SVG)'],
    ['org-chart', 'bar', 'Picture (PNG)'],
    ['org-chart', 'bar', 'Print as a list'],
    ['org-chart', 'bar', 'Print on one page'],
  ]) {
    for (const sandbox of [
      'allow-scripts allow-same-origin',
      'allow-scripts allow-same-origin allow-downloads allow-modals',
      '',
    ]) {
      const says = sandbox && !sandbox.includes('downloads');
      it(`“${press}” ${says ? 'says that it may not work' : 'says nothing'} in ${sandbox || 'a frame without sandbox'}`, async () => {
        const { frame } = put(
          `/dist/embed.html?element=${element}&lang=en&src=/faults/office/en`,
          sandbox && `sandbox="${sandbox}"`,
        );
        frame.width = '1000';
        const root = () => frame.contentDocument?.querySelector(`iom-${element}`)?.shadowRoot;
        const button = () =>
          [...(root()?.querySelectorAll('button') ?? [])].find((entry) => entry.textContent?.includes(press));
        await until(() => root()?.querySelector(`[part=${part}]`) && button());
        const inside = frame.contentWindow as Window & typeof globalThis;
        let isDone = false;
        // No dialogs and files of a browser under test.
        inside.HTMLAnchorElement.prototype.click = () => void (isDone = true);
        inside.print = () => {
          isDone = true;
          if (!says) inside.dispatchEvent(new Event('beforeprint'));
        };
        button()!.click();
        await until(() => isDone, 'what was pressed');
        const reported = () => root()!.querySelector('[aria-live] .kept')?.textContent?.replace(/\s+/g, ' ');
        if (!says) {
          await frame.contentDocument!.querySelector<HTMLElement & { updateComplete: unknown }>(`iom-${element}`)!
            .updateComplete;
          expect(reported()).to.equal(undefined);
          return;
        }
        await until(reported);
        expect(reported()).to.match(press.startsWith('Print') ? /If nothing is printed/ : /If no file was saved/);
        expect(root()!.querySelector<HTMLAnchorElement>('.kept a')!.href).to.equal(inside.location.href);
        if (/vcf/.test(press)) expect(reported()).to.contain('BEGIN:VCARD');
        if (/CSV/.test(press)) expect(reported()).to.contain('parent_name');
      });
    }
  }
});

/** An event of our own making: Firefox takes no frame's window as the source of one. */
function report(frame: HTMLIFrameElement, data: unknown) {
  const event = new MessageEvent('message', { origin: 'https://elsewhere.example', data });
  Object.defineProperty(event, 'source', { value: frame.contentWindow });
  dispatchEvent(event);
}
