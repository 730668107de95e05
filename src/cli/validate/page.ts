import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { CommandError } from '../command.js';
import { LineIndex } from '../diagnostics.js';

/** Keys and indices from the feed to a value in it. */
export type Path = readonly (string | number)[];

export type Fields = Record<string, unknown>;

/** An object in a feed, and where it is. */
export interface Entry {
  value: Fields;
  path: Path;
}

/** One file of a feed: what it says, and where in the text each value of it stands. */
export class Page {
  /** The parsed feed; undefined where the text is no JSON. */
  readonly value: unknown;
  readonly errors: ParseError[] = [];
  readonly root: Node | undefined;
  readonly #lines: LineIndex;

  /**
   * @param name Of the file, as the user named it.
   * @param text Of the file.
   * @param value What the text says, where that is known and nobody asks for places.
   * @throws {CommandError} When there is too much in it inside of one another.
   */
  constructor(
    readonly name: string,
    readonly text: string,
    value?: unknown,
  ) {
    this.#lines = new LineIndex(text);
    this.value = value;
    if (value !== undefined) return;
    try {
      this.root = parseTree(text, this.errors, { disallowComments: true });
      if (!this.errors.length) this.value = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new CommandError(`${name}: is nested too deeply; no feed needs that`);
    }
  }

  /** Line and column of an offset in the text, from 1. */
  at(offset: number): { line: number; column: number } {
    return this.#lines.at(offset);
  }

  /**
   * Where a value stands; where it is missing, what it is missing in.
   *
   * @param inside Where in the value, when that is a text: UTF-16 units from its beginning.
   */
  placeOf(path: Path, inside?: number): { line: number; column: number } {
    let node: Node | undefined;
    for (let length = path.length; !node && length >= 0; length--) {
      node = this.root && findNodeAtLocation(this.root, path.slice(0, length));
    }
    if (!node) return this.at(0);
    return this.at(inside !== undefined && node.type === 'string' ? this.#offsetInside(node, inside) : node.offset);
  }

  /** The objects in a list; whatever else stands there is the schema's to name. */
  list(...path: (string | number)[]): Entry[] {
    const list = path.reduce<unknown>((value, key) => fieldsOf(value)[key], this.value);
    if (!Array.isArray(list)) return [];
    return list.flatMap((value: unknown, index) =>
      isObject(value) ? [{ value: value as Fields, path: [...path, index] }] : [],
    );
  }

  /** Texts stand in JSON with escapes (RFC 8259, 7): `\n` takes two letters, `\u00e9` six. */
  #offsetInside({ offset, length }: Node, inside: number): number {
    let index = offset + 1;
    for (let count = 0; count < inside && index < offset + length - 1; count++) {
      if (this.text[index] !== '\\') index++;
      else index += this.text[index + 1] === 'u' ? 6 : 2;
    }
    return index;
  }
}

/** The fields of an object; none of anything else. */
export const fieldsOf = (value: unknown): Fields => (isObject(value) ? (value as Fields) : {});

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/** The texts in a list, with their indices. */
export const textsIn = (value: unknown): [index: number, text: string][] =>
  Array.isArray(value)
    ? value.flatMap((entry: unknown, index) => (typeof entry === 'string' ? [[index, entry] as [number, string]] : []))
    : [];

/** Whether an item is what a list shows of one that stands elsewhere: what it lacks is there. */
export const isExcerpt = (item: Fields): boolean => typeof fieldsOf(item._iom).excerpt_of === 'string';
