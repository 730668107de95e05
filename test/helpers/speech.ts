// What a screen reader says of a page, in order, as text: from what Chromium tells screen readers, since none of the
// libraries that imitate one looks into shadow roots.
import type { CDPSession, Page, Protocol } from 'puppeteer-core';

type AXNode = Protocol.Accessibility.AXNode;

/** Roles that say nothing: what they hold is said as if it stood in their place. */
const silent = new Set(
  'none generic paragraph Section DescriptionList term definition LabelText strong emphasis time mark code superscript subscript Abbr ListMarker'.split(
    ' ',
  ),
);
/** Roles of which the name is all that is said: what they hold is in their name already. */
const controls = new Set(
  'button link image checkbox switch radio tab option menuitem textbox searchbox combobox slider spinbutton progressbar meter DisclosureTriangle'.split(
    ' ',
  ),
);
/** Roles that are said on the line of what they hold. */
const prefixes: Record<string, string> = {
  listitem: '• ',
  status: 'status: ',
  alert: 'alert: ',
  blockquote: 'quote: ',
};
/** What stands beside each other on a line. */
const inline = new Set(['inline', 'inline-block', 'inline-flex', 'inline-grid', 'contents']);
/** What is said of a state; `false` where it is said of its absence. */
const stateNames: [string, (value: unknown) => string | undefined][] = [
  ['expanded', (value) => (value ? 'expanded' : 'collapsed')],
  ['pressed', (value) => (value === 'true' ? 'pressed' : undefined)],
  ['checked', (value) => (value === 'true' ? 'checked' : 'not checked')],
  ['selected', (value) => (value ? 'selected' : undefined)],
  ['disabled', (value) => (value ? 'unavailable' : undefined)],
  ['invalid', (value) => (value === 'true' ? 'invalid' : undefined)],
  ['busy', (value) => (value ? 'busy' : undefined)],
];

/**
 * Says what stands in every region with a name.
 *
 * @returns Lines, by the name of the region. What stands in another language than the page's is marked: `{en: More}`.
 */
export async function speak(page: Page): Promise<Map<string, string[]>> {
  const session = await page.createCDPSession();
  const [{ nodes }, places] = await Promise.all([session.send('Accessibility.getFullAXTree'), placesIn(session)]);
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const speech = new Map<string, string[]>();
  for (const node of nodes) {
    const name = String(node.name?.value);
    if (node.role?.value === 'region' && name.startsWith('iom-'))
      speech.set(name, new Speaker(byId, places).transcribe(node));
  }
  return speech;
}

/** Goes through a part of the tree and writes what is said, a line for each pause. */
class Speaker {
  #lines: string[] = [];
  #line = '';
  /** What is said before the next text. */
  #prefix = '';
  #block?: number;
  constructor(
    private nodes: Map<string, AXNode>,
    private places: Map<number, Place>,
  ) {}

  transcribe(node: AXNode): string[] {
    this.#inside(node);
    this.#pause();
    return this.#lines;
  }

  #inside(node: AXNode) {
    for (const child of this.#children(node)) this.#node(child);
  }

  #node(node: AXNode) {
    const role = String(node.role?.value ?? '');
    const name = String(node.name?.value ?? '');
    if (role === 'StaticText') this.#add(node, this.#marked(node, name));
    else if (role === 'LineBreak') this.#pause();
    else if (node.ignored || silent.has(role)) this.#inside(node);
    else if (controls.has(role)) this.#add(node, ` ${this.#control(node, role, name)} `);
    else if (role === 'heading') {
      this.#pause();
      this.#prefix = `heading ${String(property(node, 'level'))}: `;
      this.#inside(node);
      this.#pause();
    } else this.#container(node, role, name);
  }

  /** Says what stands in a line, after a pause where it is another line than before; in a heading there is no pause. */
  #add(node: AXNode, text: string) {
    const block = this.places.get(node.backendDOMNodeId ?? 0)?.block;
    if (this.#line && block !== this.#block) {
      if (this.#line.startsWith('heading ')) this.#line += ' ';
      else this.#pause();
    }
    if (text.trim()) {
      this.#block = block;
      this.#line += this.#prefix;
      this.#prefix = '';
    }
    this.#line += text;
  }

  /** A link whose name is its text is said with the languages in it; any other by its name. */
  #control(node: AXNode, role: string, name: string) {
    const texts = this.#texts(node);
    const text = texts.map(([, value]) => value).join('');
    const isMixed = texts.some(([part]) => this.places.get(part.backendDOMNodeId ?? 0)?.lang);
    const said =
      isMixed && isSame(text, name)
        ? texts.map(([part, value]) => this.#marked(part, value)).join('')
        : this.#marked(node, name);
    const value = String(node.value?.value ?? '');
    const description = String(node.description?.value ?? '');
    const more = [
      value && !isSame(value, name) && role !== 'link' && `value ${value}`,
      ...statesOf(node),
      // As screen readers do, which leave out one that says the same again.
      description && description !== name && `described as ${description}`,
    ].filter(Boolean);
    return `[${[`${role}: ${said.trim() || '(no name)'}`, ...more].join(', ')}]`;
  }

  #container(node: AXNode, role: string, name: string) {
    this.#pause();
    const more = [role, name && `: ${this.#marked(node, name)}`, ...statesOf(node).map((state) => `, ${state}`)].join(
      '',
    );
    if (role === 'list') this.#lines.push(more.replace('list', `list of ${this.#count(node)}`));
    else if (name || !(prefixes[role] || role === 'group')) this.#lines.push(more);
    this.#prefix = prefixes[role] ?? '';
    this.#inside(node);
    this.#pause();
  }

  /** Items of a list, also in what says nothing. */
  #count(list: AXNode): number {
    return this.#children(list).reduce((count, child) => {
      const role = String(child.role?.value);
      if (child.ignored || silent.has(role)) return count + this.#count(child);
      return count + (role === 'listitem' ? 1 : 0);
    }, 0);
  }

  #texts(node: AXNode): [AXNode, string][] {
    return this.#children(node).flatMap((child): [AXNode, string][] =>
      child.role?.value === 'StaticText' ? [[child, String(child.name?.value)]] : this.#texts(child),
    );
  }

  #children(node: AXNode): AXNode[] {
    return (node.childIds ?? []).flatMap((id) => this.nodes.get(id) ?? []);
  }

  #marked(node: AXNode, text: string) {
    const lang = this.places.get(node.backendDOMNodeId ?? 0)?.lang;
    return lang && text.trim() ? `{${lang}: ${text}}` : text;
  }

  #pause() {
    const line = this.#line.replace(/\s+/g, ' ').trim();
    if (line) this.#lines.push(line);
    this.#line = '';
    this.#prefix = '';
    this.#block = undefined;
  }
}

/** Whether two texts are the same but for blanks. */
const isSame = (text: string, other: string) => text.replace(/\s+/g, '') === other.replace(/\s+/g, '');

const property = (node: AXNode, name: string): unknown =>
  node.properties?.find((entry) => entry.name === name)?.value.value;

const statesOf = (node: AXNode) =>
  stateNames.flatMap(([name, wordFor]) => {
    const value = property(node, name);
    return value === undefined ? [] : (wordFor(value) ?? []);
  });

/** Where a node stands. */
interface Place {
  /** The nearest element around it that begins a line of its own, by its number. */
  block: number;
  /** Its language, where it isn't the page's own. */
  lang?: string;
}

/** Where nodes stand, by the numbers that Chromium gives them. */
async function placesIn(session: CDPSession): Promise<Map<number, Place>> {
  const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: ['display'] });
  const { nodes, layout } = documents[0];
  const display = new Map(layout.nodeIndex.map((node, index) => [node, strings[layout.styles[index][0]]]));
  const langs: (string | undefined)[] = [];
  const blocks: number[] = [];
  const places = new Map<number, Place>();
  nodes.parentIndex!.forEach((parent, index) => {
    const attributes = (nodes.attributes![index] ?? []).map((name) => strings[name]);
    const position = attributes.findIndex((name, place) => place % 2 === 0 && name === 'lang');
    langs[index] = position < 0 ? langs[parent] : attributes[position + 1];
    const isText = nodes.nodeType![index] !== 1;
    const isInline = isText || inline.has(display.get(index) ?? 'contents');
    blocks[index] = isInline ? (blocks[parent] ?? 0) : index;
    const lang = langs[index] === langs[rootOf(nodes.nodeName!, strings)] ? undefined : langs[index];
    const backendId = nodes.backendNodeId![index];
    // A button stands in the line of what it is in.
    places.set(backendId, { block: isText ? blocks[index] : (blocks[parent] ?? 0), lang });
  });
  return places;
}

const rootOf = (names: number[], strings: string[]) => names.findIndex((name) => strings[name] === 'HTML');
