import { defaultTreeAdapter as tree, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Attribute of the elements that hold content in plain HTML, and of that content. */
export const lightMark = 'data-light';

/** What means something without the styles and the script of an element, with its attributes. */
const kept: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    (
      'article section nav p br hr ul ol li dl dt dd blockquote pre figure figcaption ruby rt rp bdo bdi div ' +
      'strong b em i u s del sub sup small abbr cite q code kbd samp var dfn ' +
      'table caption thead tbody tfoot tr details summary'
    )
      .split(' ')
      .map((name) => [name, []]),
  ),
  a: ['href', 'hreflang'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  audio: ['src', 'controls', 'preload'],
  video: ['src', 'controls', 'preload'],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
};
/** What is nothing to read: drawings, and what only script gives a meaning to. */
const dropped = new Set(['style', 'link', 'script', 'svg', 'form', 'input', 'select']);
/** What is there without anything in it. */
const full = new Set(['img', 'br', 'hr', 'td', 'th', 'audio', 'video']);

/**
 * What a server has drawn of an element, as plain HTML for the inside of its tag: headings, articles, times and links, as
 * reader modes, newsletters and search engines look for them. Pictures that only decorate are left out.
 *
 * @param html Content of the shadow root.
 */
export function lightMarkup(html: string): string {
  const base = find(parseFragment(html).childNodes, (element) => classesOf(element).includes('base'));
  if (!base) return '';
  const box = tree.createElement('div', base.namespaceURI, [
    { name: lightMark, value: '' },
    ...base.attrs.filter(({ name }) => name === 'lang' || name === 'dir'),
  ]);
  base.childNodes.flatMap(convert).forEach((node) => tree.appendChild(box, node));
  const fragment = tree.createDocumentFragment();
  tree.appendChild(fragment, box);
  return serialize(fragment).replaceAll(`${lightMark}=""`, lightMark);
}

/** What stands in the place of a node. */
function convert(node: Node): Node[] {
  if ('value' in node) {
    const text = node.value.replace(/[ \t\n\r\f]+/g, ' ');
    return text ? [tree.createTextNode(text)] : [];
  }
  if (!('attrs' in node)) return [];
  const { attrs } = node;
  const valueOf = (name: string) => attrs.find((entry) => entry.name === name)?.value;
  if (dropped.has(node.tagName) || valueOf('aria-hidden') === 'true') return [];
  // One element inside another was drawn in a root of its own.
  if (node.tagName.includes('-')) {
    const template = find(node.childNodes, ({ tagName }) => tagName === 'template');
    const inside = template && tree.getTemplateContent(template as DefaultTreeAdapterTypes.Template).childNodes;
    return find(inside ?? [], (element) => classesOf(element).includes('base'))?.childNodes.flatMap(convert) ?? [];
  }
  // Of a button only what it is the title of stands for itself.
  const children = node.tagName === 'button' ? node.childNodes.filter((child) => 'attrs' in child) : node.childNodes;
  const content = children.flatMap(convert);
  const tag = valueOf('role') === 'heading' ? `h${valueOf('aria-level')}` : node.tagName;
  if (!full.has(tag) && !content.some(isSeen)) return content.slice(0, 1);
  if (tag === 'img' && !valueOf('alt')) return [];
  const names = ['lang', 'dir', ...(kept[tag] ?? [])];
  const given = attrs.filter(({ name }) => names.includes(name));
  if (!kept[tag] && !given.length) return content;
  const made = tree.createElement(kept[tag] ? tag : 'span', node.namespaceURI, given);
  const inside = valueOf('part') === 'item' ? [wrap('article', node, content)] : content;
  inside.forEach((child) => tree.appendChild(made, child));
  return [made];
}

function wrap(tag: string, { namespaceURI }: Element, content: Node[]): Element {
  const made = tree.createElement(tag, namespaceURI, []);
  content.forEach((child) => tree.appendChild(made, child));
  return made;
}

const isSeen = (node: Node) => !('value' in node) || node.value.trim() !== '';

const classesOf = ({ attrs }: Element) => attrs.find(({ name }) => name === 'class')?.value.split(' ') ?? [];

function find(nodes: readonly Node[], test: (element: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (!('attrs' in node)) continue;
    if (test(node)) return node;
    const inside = find(node.childNodes, test);
    if (inside) return inside;
  }
  return undefined;
}
