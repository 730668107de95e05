/**
 * The script of embed.html, the page that other sites show in an iframe: draws the element that its address names, and
 * tells the page around it how high that is and what happens in it.
 *
 *     embed.html?element=news-feed&lang=fr&src=https://feeds.example.org/fr/news.json&limit=3&link=https://example.org/news
 *
 * Everything up to the link is plain enough for browsers that can't run the elements: they show the link.
 */
import attributes, { events } from 'iom:attributes';
import { plainDetail } from './plain-detail.js';

const params = new URLSearchParams(location.search);
const name = params.get('element') ?? '';
const lang = params.get('lang');
const theme = params.get('theme') ?? '';

if (lang) document.documentElement.lang = lang;

const known = Object.keys(attributes);
const advice = `This address names no element: add ?element=…&src=…, where the element is one of ${known.join(', ')}.`;

const elementHere = () => [...document.body.children].find(({ localName }) => localName.startsWith('iom-'));
// A page of its own, such as scripts/oembed.mjs writes, has its element in it.
if (!elementHere()) document.body.append(...(known.includes(name) ? createElement() : [advice]));

if (document.adoptedStyleSheets) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root {
      color-scheme: ${theme === 'light' || theme === 'dark' ? theme : 'light dark'};
      font: 100%/1.5 'Source Sans 3', 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif;
      /* The window is as high as the content: content as high as the window would never get lower again. */
      --iom-window-height: 0px;
    }
    body { margin: 0; display: flow-root; }
    /* Takes no room, and waits for a second: mostly the element is there by then. */
    .instead { position: absolute; inset: 0 0 auto; margin: 0; animation: appear 1s step-end backwards; }
    :defined + .instead { display: none; }
    @keyframes appear { from { visibility: hidden; } }
    .kept-link { position: absolute; inset-inline: 0; margin: 0.5em; padding: 0.75em 1em; color: CanvasText; background: Canvas; border: 1px solid; overflow-wrap: anywhere; }
  `);
  // Chromium up to 98 takes a new list alone.
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** The element with the attributes that it has, none of the others that an address may hold, and a link to fall back to. */
function createElement() {
  const element = document.createElement(`iom-${name}`);
  for (const attribute of attributes[name]) {
    const value = params.get(attribute);
    if (value !== null) element.setAttribute(attribute, value);
  }
  // Frames are short: what is far below in one is near in the page around it.
  element.setAttribute('loading', 'eager');
  const page = linkTo(params.get('link'), params.get('title'));
  if (page) {
    element.append(page);
    return [element];
  }
  // The feed is for machines: its link is shown only where the scripts fail, and no message can be.
  const feed = linkTo(params.get('src')?.replace(/\{lang\}/g, (lang ?? 'en').split('-')[0]));
  const instead = document.createElement('p');
  instead.className = 'instead';
  instead.append(feed ?? '');
  return [element, instead];
}

function linkTo(address?: string | null, text?: string | null) {
  try {
    const { href, protocol } = new URL(address!, location.href);
    if (!address || !/^https?:$/.test(protocol)) return undefined;
    return Object.assign(document.createElement('a'), { href, textContent: text || href });
  } catch {
    return undefined;
  }
}

/** WordPress gives each frame a secret, `#?secret=…`, and wants it back. */
const secret = /secret=(\w{10})$/.exec(location.hash)?.[1];
/** Origin of the page around this one, as soon as it has said who it is. */
let host = '*';

/**
 * In the form of WordPress' own embeds, so that its script understands it as well as embed-host.ts. A statement, and not
 * what the function gives back: of a call in that place WebKit forgets whose it was, and names the page around as its
 * source.
 */
function postToHost(message: 'height' | 'link', value: number | string, event?: Happening) {
  parent.postMessage({ message, value, secret, ...event }, host);
}

/** An event of the element, as it is told. */
interface Happening {
  type: string;
  detail: object;
}

/** The height that was told last. */
let wanted = 0;
let waiting = 0;

/**
 * Height of the content, never of the window; with what lies over it, such as the panels of a menu.
 *
 * @param event Told with it: what happens may be what changes the height, and browsers observe no sizes in a frame of
 * another site that is out of sight.
 */
function tellHeight(event?: Happening) {
  const over = [...(elementHere()?.shadowRoot?.querySelectorAll('[part~=panel], .menu') ?? [])];
  const bottoms = over.map((entry) => entry.getBoundingClientRect().bottom + scrollY);
  wanted = Math.ceil(Math.max(document.body.getBoundingClientRect().height, ...bottoms));
  postToHost('height', wanted, event);
  clearTimeout(waiting);
  waiting = window.setTimeout(fitScrolling, 500);
}

/**
 * Where the page around gives the height that was asked for there is nothing to scroll. A scrollbar that was there for a
 * moment would stay: it makes pictures narrower, and with them the content lower than it is without it.
 */
function fitScrolling() {
  if (parent !== self) document.documentElement.style.overflowY = innerHeight >= wanted - 1 ? 'hidden' : '';
}
addEventListener('resize', fitScrolling);

new ResizeObserver(() => tellHeight()).observe(document.body);
// What lies over the content opens and closes without changing its size; by the next task it has done so.
for (const type of ['click', 'keyup', 'focusout']) addEventListener(type, () => setTimeout(() => tellHeight()));

// What a visitor does is told to the pages that ask for it.
if (params.has('events')) import('./events.js').catch(console.warn);

/** What became of the feed: told again to a page that was not ready to hear it. */
let outcome: Happening | undefined;
for (const type of [...events, 'iom-action']) {
  addEventListener(type, (event) => {
    const happening = { type, detail: plainDetail(event) };
    if (/load|error/.test(type)) outcome = happening;
    tellHeight(happening);
  });
}

addEventListener('message', ({ source, origin, data }: MessageEvent<{ message?: unknown } | null>) => {
  if (source !== parent || data?.message !== 'ready') return;
  if (origin !== 'null') host = origin;
  tellHeight(outcome);
});

// A sandbox may keep links from leading out; then the page around this one is asked to follow them.
addEventListener('click', (event) => {
  const path = event.composedPath();
  const link = path.find((node) => node instanceof HTMLAnchorElement && /^https?:/.test(node.href)) as
    HTMLAnchorElement | undefined;
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.hasAttribute('download');
  if (!link || event.defaultPrevented || isElsewhere || top === self) return;
  event.preventDefault();
  const { href, target } = link;
  if (target === '_blank' && open(href)) return;
  postToHost('link', href);
  let isBlocked = origin === 'null';
  try {
    top!.location.href = href;
  } catch {
    isBlocked = true;
  }
  if (isBlocked)
    import('./fallback-link.js').then(({ showFallbackLink }) => showFallbackLink(link, href), console.warn);
});
