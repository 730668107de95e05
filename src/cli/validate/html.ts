import { html as names, Parser, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, type Token } from 'parse5';
import { dropped, names as shown } from '../../html/allowed-elements.js';
import { excerpt } from '../diagnostics.js';
import { linkRemark } from './links.js';
import type { Remark } from './findings.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements without content (https://html.spec.whatwg.org/#void-elements). */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that something else may end (https://html.spec.whatwg.org/#optional-tags). */
const optional = new Set('p li dt dd rt rp optgroup option colgroup caption thead tbody tfoot tr td th'.split(' '));

/** Of the parse errors of the HTML standard that writers make, what went wrong and what to do. */
const words: Record<string, [what: string, fix: string]> = {
  'eof-in-tag': ['a tag has no end', 'close it with >, and the text of its attributes with a quotation mark'],
  'eof-in-comment': ['a comment has no end', 'close it with -->'],
  'eof-before-tag-name': ['a < is at the end', 'write &lt; for the character'],
  'invalid-first-character-of-tag-name': ['a < opens no tag', 'write &lt; for the character'],
  'unknown-named-character-reference': ['there is no character with that name', 'write &amp; for an &'],
  'missing-semicolon-after-character-reference': ['the name of a character has no end', 'close it with a semicolon'],
  'duplicate-attribute': ['a duplicate attribute', 'remove one'],
  'missing-attribute-value': ['an attribute has no value', 'give it one, or remove it'],
  'missing-whitespace-between-attributes': ['there is no space between two attributes', 'add a space'],
  'unexpected-character-in-attribute-name': ['there is an extra quotation mark', 'close what it opens, or remove it'],
  'non-void-html-element-start-tag-with-trailing-solidus': [
    'the / at its end does not close the element',
    'write an end tag',
  ],
};

/** Says what is wrong with a piece of HTML, and where in it. */
export function remarksOnHtml(html: string): Remark[] {
  const remarks: Remark[] = [];
  const report = (remark: Omit<Remark, 'rule' | 'severity'> & Partial<Remark>) =>
    remarks.push({ severity: 'error', rule: 'html', ...remark });
  const parser = EndTagParser.getFragmentParser<DefaultTreeAdapterMap>(null, {
    sourceCodeLocationInfo: true,
    onParseError({ code, startOffset }) {
      const [what, fix] = words[code] ?? [`the HTML is broken (${code})`, 'fix it there'];
      report({ what, fix, inside: startOffset });
    },
  }) as EndTagParser;
  parser.tokenizer.write(html, true);
  const fragment = parser.getFragment();
  const closings = new Set<number>();
  const opened = new Set<number>();
  /** @param isForeign Whether it is in a drawing or a formula, which widgets leave out as a whole. */
  const visit = (node: Node, isForeign: boolean) => {
    if (!('attrs' in node)) return;
    const { tagName: tag, sourceCodeLocation: place, namespaceURI } = node;
    const isXml = namespaceURI !== names.NS.HTML;
    if (place?.endTag) closings.add(place.endTag.startOffset);
    // What is repaired by the parser has no place of its own, or that of another.
    if (place && !opened.has(place.startOffset)) {
      opened.add(place.startOffset);
      const isClosed = isXml ? html.startsWith('/>', (place.startTag ?? place).endOffset - 2) : empty.has(tag);
      if (!place.endTag && !isClosed) {
        const severity = optional.has(tag) ? 'warning' : 'error';
        report({
          severity,
          what: `<${tag}> is not closed`,
          fix: `put </${tag}> where it ends`,
          inside: place.startOffset,
        });
      }
      if (!isForeign) remarks.push(...remarksOnElement(node, place.startOffset));
    }
    for (const child of node.childNodes) visit(child, isForeign || isXml);
  };
  for (const child of fragment.childNodes) visit(child, false);
  for (const { tagName, location } of parser.endTags) {
    if (closings.has(location!.startOffset)) continue;
    const what = `</${tagName}> has no start tag`;
    report({ what, fix: 'remove it, or open the element before', inside: location!.startOffset });
  }
  return remarks;
}

function remarksOnElement(element: Element, inside: number): Remark[] {
  const { tagName: tag, namespaceURI } = element;
  if (!shown.includes(tag) || namespaceURI !== names.NS.HTML) {
    if (namespaceURI === names.NS.HTML && !dropped.includes(tag)) {
      const what = `widgets show what is in <${tag}> without it`;
      return [{ severity: 'hint', rule: 'html', what, fix: 'nothing is lost; take it out', inside }];
    }
    const isShown = /^(?:iframe|video|audio|embed)$/.test(tag) && element.attrs.some(({ name }) => name === 'src');
    const what = isShown ? `widgets show a link in place of <${tag}>` : `widgets leave out <${tag}> and its content`;
    return [{ severity: 'warning', rule: 'html', what, fix: 'use other markup, or a link', inside }];
  }
  const remarks: Remark[] = [];
  const attribute = (name: string) => element.attrs.find((entry) => entry.name === name)?.value;
  const address = attribute(tag === 'a' ? 'href' : 'src');
  const match = address !== undefined && linkRemark(address, tag === 'a');
  if (match) remarks.push({ ...match, inside });
  if (tag !== 'img') return remarks;
  const picture = excerpt(address ?? 'the picture');
  if (attribute('alt') === undefined) {
    const fix = 'describe it in alt="…"; alt="" if it is decorative';
    remarks.push({ severity: 'error', rule: 'picture', what: `${picture} has no text alternative`, fix, inside });
  }
  if (!attribute('width') || !attribute('height')) {
    const fix = 'add width and height in pixels, to reserve space and avoid layout shift';
    remarks.push({ severity: 'warning', rule: 'picture', what: `${picture} has no size`, fix, inside });
  }
  return remarks;
}

/** The parser passes over end tags that close nothing: this one keeps all that it gets to see. */
class EndTagParser extends Parser<DefaultTreeAdapterMap> {
  readonly endTags: Token.TagToken[] = [];

  override onEndTag(token: Token.TagToken): void {
    this.endTags.push(token);
    super.onEndTag(token);
  }
}
