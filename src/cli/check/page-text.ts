import { parse, type DefaultTreeAdapterTypes, type ParserError } from 'parse5';
import { LineIndex, type Diagnostic, type Severity } from '../diagnostics.js';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What a finding is about, for machines: these names stay. */
export type Rule =
  | 'element'
  | 'attribute'
  | 'value'
  | 'unclosed'
  | 'fallback'
  | 'quotes'
  | 'placeholder'
  | 'https'
  | 'address'
  | 'script'
  | 'version'
  | 'frame'
  | 'slot'
  | 'feed';

/** Something in a page that is to be looked at. */
export interface Finding extends Diagnostic {
  rule: Rule;
}

/** Takes what there is to say, and where in the text it stands. */
export type Report = (offset: number, rule: Rule, severity: Severity, what: string, fix: string) => void;

/** The text of a page, with its elements in their order. */
export class PageText {
  readonly elements: readonly Element[];
  readonly errors: readonly ParserError[];
  readonly findings: Finding[] = [];
  readonly #lines: LineIndex;

  /** @param name As the user named it. */
  constructor(
    readonly name: string,
    readonly text: string,
  ) {
    const errors: ParserError[] = [];
    const all: Element[] = [];
    const visit = (node: Node) => {
      if (!('attrs' in node)) return;
      // What the parser adds by itself has no place.
      if (node.sourceCodeLocation) all.push(node);
      // What a server has drawn inside of an element is not the page's to write.
      if ('content' in node && attributeOf(node, 'shadowrootmode') === undefined)
        node.content.childNodes.forEach(visit);
      node.childNodes.forEach(visit);
    };
    const onParseError = (error: ParserError) => errors.push(error);
    parse(text, { sourceCodeLocationInfo: true, onParseError }).childNodes.forEach(visit);
    this.#lines = new LineIndex(text);
    this.elements = all;
    this.errors = errors;
  }

  /** Whether it is a page, and no piece of one. */
  get isWhole(): boolean {
    return /<(?:!doctype|html|head|body)[\s>]/i.test(this.text);
  }

  readonly report: Report = (offset, rule, severity, what, fix) => {
    this.findings.push({ file: this.name, ...this.#lines.at(offset), severity, what, fix, rule });
  };
}

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((entry) => entry.name === name)?.value;

/** Where an element begins. */
export const startOf = ({ sourceCodeLocation }: Element): number => sourceCodeLocation!.startOffset;

/** Where an attribute stands; where its element does, for one that isn't there. */
export const placeOf = (element: Element, name: string): number =>
  element.sourceCodeLocation?.attrs?.[name]?.startOffset ?? startOf(element);

/** The language that holds at an element; empty where nothing says it. */
export function languageOf(element: Element): string {
  for (let node: DefaultTreeAdapterTypes.ParentNode | null = element; node && 'attrs' in node; node = node.parentNode) {
    const lang = attributeOf(node, 'lang');
    if (lang) return lang;
  }
  return '';
}
