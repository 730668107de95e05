/**
 * The script of embed.html, the page that other sites show in an iframe: draws the element that its address names, and
 * tells the page around it how high that is.
 *
 *     embed.html?element=news-feed&lang=fr&src=https://feeds.example.org/oim.fr.json&limit=3
 */
import attributes from 'iom:attributes';

const given = new URLSearchParams(location.search);
const name = given.get('element') ?? '';
const lang = given.get('lang');
const theme = given.get('theme') ?? '';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :root {
    color-scheme: ${theme === 'light' || theme === 'dark' ? theme : 'light dark'};
    font: 100%/1.5 'Source Sans 3', 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif;
  }
  body { margin: 0; }
`);
document.adoptedStyleSheets.push(sheet);
if (lang) document.documentElement.lang = lang;

const advice = `This address names no element: add ?element=…&src=…, where the element is one of ${Object.keys(attributes).join(', ')}.`;

// A page of its own, such as scripts/oembed.mjs writes, has its element in it.
if (![...document.body.children].some(({ localName }) => localName.startsWith('iom-'))) {
  document.body.append(Object.hasOwn(attributes, name) ? make() : advice);
}

/** The element with the attributes that it has, and with none of the others that an address may hold. */
function make() {
  const element = document.createElement(`iom-${name}`);
  for (const attribute of attributes[name]) {
    const value = given.get(attribute);
    if (value !== null) element.setAttribute(attribute, value);
  }
  // Frames are short: what is far below in one is near in the page around it.
  element.setAttribute('loading', 'eager');
  return element;
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
function tell(message: 'height' | 'link', value: number | string) {
  parent.postMessage({ message, value, secret }, host);
}
const tellHeight = () => tell('height', Math.ceil(document.body.getBoundingClientRect().height));

new ResizeObserver(tellHeight).observe(document.body);

addEventListener('message', ({ source, origin, data }: MessageEvent<{ message?: unknown } | null>) => {
  if (source !== parent || data?.message !== 'ready') return;
  if (origin !== 'null') host = origin;
  tellHeight();
});

// A sandbox may keep links from leading out; then the page around this one is asked to follow them.
addEventListener('click', (event) => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && /^https?:/.test(node.href));
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || origin !== 'null') return;
  event.preventDefault();
  const { href } = link as HTMLAnchorElement;
  tell('link', href);
  try {
    top!.location.href = href;
  } catch {
    // Not allowed to.
  }
});
