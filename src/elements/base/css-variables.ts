import { directive, Directive, type ElementPart } from 'lit/directive.js';

/**
 * Sets custom properties on an element, by name: `<p ${variables({ '--x': '3px' })}>`. Lit's own `styleMap` writes a `style`
 * attribute at first, which a strict Content-Security-Policy forbids.
 */
export const cssVariables = directive(
  class extends Directive {
    override update({ element }: ElementPart, [values]: [Record<`--${string}`, string>]) {
      for (const [name, value] of Object.entries(values)) (element as HTMLElement).style.setProperty(name, value);
    }
    render(values: Record<`--${string}`, string>): unknown {
      return values;
    }
  },
);
