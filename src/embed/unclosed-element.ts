/**
 * HTML knows no `<iom-news-feed … />`: all that follows is inside, until what is around it ends, and would go as a fallback
 * goes when the feed comes. This puts it behind the element. The browser keeps no trace of how a tag was written, so what
 * stands inside has to tell.
 *
 * @param names Of the elements, without `iom-`.
 */
export function takeOut(element: HTMLElement, names: readonly string[]): void {
  // Only what is closed is filled by a server: what stands in there without its <template> is a copy of the content.
  if (element.matches('[data-prerendered],[data-light]')) return;
  const inside = [...element.childNodes].filter(
    (node) => !(node instanceof Element && node.matches('template,[slot],script[type*=feed]')),
  );
  const verdict = judge(element, inside, names);
  if (!verdict) return;
  const { localName, dataset, nextSibling } = element;
  const around = element.parentNode!;
  const start = `<${localName}${dataset.iom ? ` data-iom="${dataset.iom}"` : ''} …`;
  const match = `${start}> in <${around.nodeName.toLowerCase()}>: “${wordsOf(inside).slice(0, 60)}…”`;
  const advice = `Write ${start}></${localName}>, with a link inside: HTML has no ${start} />.`;
  if (verdict === 'unsure') {
    console.warn(
      `${match} is inside and goes when the feed loads. Unless this is its fallback, it is not closed. ${advice}`,
    );
    return;
  }
  console.warn(`${match} was inside, because it is not closed. It is now after it. ${advice}`);
  for (const node of inside) {
    // Without a stop for what plays or runs in it, where the browser can do that.
    ((around as Partial<ParentNode>).moveBefore ?? around.insertBefore).call(around, node, nextSibling);
  }
}

/** What no fallback has inside. */
const foreign =
  'main,footer,aside,form,input,select,textarea,button,iframe,video,audio,hr,dialog,style,link,script[src],[data-iom]';
/** What most fallbacks are made of. */
const usual = 'a,b,br,em,i,img,li,ol,p,span,strong,ul,svg,svg *,noscript,script';
const headings = 'h1,h2,h3,h4,h5,h6';

/** Does the page go on inside an element? `unsure` where that may be a fallback, though a strange one. */
function judge(element: HTMLElement, inside: readonly Node[], names: readonly string[]): boolean | 'unsure' {
  const { nextSibling, parentElement } = element;
  // What is not closed ends with what is around it: behind it is nothing but what scripts add to a page.
  if (nextSibling && !(nextSibling instanceof Element && parentElement === document.body)) return false;
  const children = inside.filter((node) => node instanceof Element);
  const all = children.flatMap((child) => [child, ...child.querySelectorAll('*')]);
  if (all.some((entry) => entry.matches(`${foreign},${names.map((name) => `iom-${name}`).join()}`))) return true;

  // Line by line, what is inside is indented further, and what follows is not.
  const indent = indentBefore(element) ?? -1;
  if (children.some((child) => (indentBefore(child) ?? Infinity) <= indent)) return true;

  // A section of its own, beside the one that the element belongs to.
  const isBefore = (entry: Element) => element.compareDocumentPosition(entry) === Node.DOCUMENT_POSITION_PRECEDING;
  const level = [...document.querySelectorAll(headings)].filter(isBefore).at(-1)?.localName;
  if (level && all.some((entry) => entry.matches(headings) && entry.localName <= level)) return true;

  const { length } = wordsOf(inside);
  const links = all.filter((entry) => entry.matches('a[href]'));
  if (links.length) {
    // A fallback is its links, with a few words around them.
    const isPlain = all.every((entry) => entry.matches(`${usual},${headings}`));
    return (!isPlain || length > 300 || length - wordsOf(links).length > 20) && 'unsure';
  }
  return (length > 0 || children.length > 0) && (children.length > 1 || length > 60 || 'unsure');
}

/** How far a line is indented that begins with an element; undefined where none does. */
function indentBefore({ previousSibling }: Element): number | undefined {
  const blank = previousSibling?.nodeType === Node.TEXT_NODE && /\n([^\S\n]*)$/.exec(previousSibling.nodeValue!);
  return blank ? blank[1].length : undefined;
}

const wordsOf = (nodes: readonly Node[]) =>
  nodes
    .map((node) => (node instanceof Comment || node.nodeName === 'SCRIPT' ? '' : node.textContent))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
