import { parse, walk, type CssNode } from 'css-tree';

/**
 * What every selector begins with. It adds the same to the weight of each, and matches nothing outside of a shadow root:
 * tools that know none leave the rule out.
 */
const inside = ':host ';

const known = new Map<string, string>();

/**
 * Keeps the styles of an element to what the element has drawn: some tools take what is in a `template` for a part of the
 * page, and optimizers move style elements to its head. The text stays as it is otherwise.
 */
export function scope(css: string): string {
  let scoped = known.get(css);
  if (scoped === undefined) known.set(css, (scoped = write(css)));
  return scoped;
}

function write(css: string): string {
  const places: number[] = [];
  walk(parse(css, { positions: true, parseValue: false }), {
    visit: 'Rule',
    enter({ prelude }) {
      if (prelude.type !== 'SelectorList' || this.rule || this.atrule?.name.endsWith('keyframes')) return;
      places.push(...prelude.children.toArray().flatMap(placeIn));
    },
  });
  let done = 0;
  const parts = places.map((place) => css.slice(done, (done = place)) + inside);
  return parts.join('') + css.slice(done);
}

/** Where a selector begins, unless it is of the element itself. */
function placeIn(selector: CssNode): number[] {
  const first = selector.type === 'Selector' && selector.children.first;
  if (!first || (first.type === 'PseudoClassSelector' && first.name.startsWith('host'))) return [];
  return [selector.loc!.start.offset];
}
