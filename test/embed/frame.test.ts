import { expect } from '@open-wc/testing';
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
  const told: (Told & { origin: string })[] = [];
  addEventListener('message', ({ source, data, origin }: MessageEvent<Told>) => {
    if (source === frame.contentWindow) told.push({ ...data, origin });
  });
  document.body.append(box);
  return { frame, told, box };
}
const elementIn = (frame: HTMLIFrameElement) => frame.contentDocument!.querySelector('iom-news-feed');
const heightOf = (frame: HTMLIFrameElement) => Number.parseFloat(frame.style.height);
/** Three rows of ten em, and the line below. */
const threeRows = 481;

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
    const { frame, told } = put(address('limit=3'), 'sandbox="allow-scripts"');
    await until(() => heightOf(frame) === threeRows, 'the height of three rows');
    expect(told[0].origin).to.equal('null');
  });

  it('grows and shrinks with its content', async () => {
    const { frame } = put(address('limit=3'));
    await until(() => heightOf(frame) === threeRows);
    elementIn(frame)!.setAttribute('limit', '1');
    await until(() => heightOf(frame) === 161, 'the height of one row');
  });

  it('gives WordPress its secret back', async () => {
    const { told } = put(`${address('limit=3')}#?secret=a1B2c3D4e5`, 'sandbox="allow-scripts"');
    await until(() => told.length);
    expect(told[0].message).to.equal('height');
    expect(told[0].secret).to.equal('a1B2c3D4e5');
  });

  it('answers a page that is ready later than the frame, and this page alone', async () => {
    const { frame, told } = put(address('limit=3'));
    await until(() => heightOf(frame) === threeRows);
    told.length = 0;
    frame.contentWindow!.postMessage({ message: 'ready' }, location.origin);
    await until(() => told.length);
    expect(told[0]).to.include({ message: 'height', value: threeRows, origin: location.origin });
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

  it('does not hear a page that has taken the place of ours in a frame', async () => {
    const { frame } = put(address('limit=3'), 'sandbox="allow-scripts"');
    await until(() => heightOf(frame) === threeRows);
    // The same window with another origin than the tag promises.
    frame.removeAttribute('sandbox');
    // An event of our own making: Firefox takes no frame's window as the source of one.
    const event = new MessageEvent('message', {
      origin: 'https://elsewhere.example',
      data: { message: 'height', value: 9999 },
    });
    Object.defineProperty(event, 'source', { value: frame.contentWindow });
    dispatchEvent(event);
    expect(heightOf(frame)).to.equal(threeRows);
  });
});
