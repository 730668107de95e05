import { childOf, childrenOf, switchOf, valueOf } from './word-xml.js';

/** What a style says that converters don't see: by itself, or through the styles that it is based on. */
export interface WordStyle {
  name: string;
  isHidden: boolean;
  isBold: boolean;
  /** 1 to 6, by its name, its base or its level in the outline. */
  heading?: number;
  /** BCP 47 tag. */
  language?: string;
}

export interface WordStyles {
  of: (id: string | undefined) => WordStyle | undefined;
  /** Language of what has none. */
  language?: string;
}

/** Names of the headings; Word keeps English ones in every language. */
const headingName = /^heading ([1-6])$/i;

/** Reads styles.xml. */
export function readStyles(root: Element | undefined): WordStyles {
  const byId = new Map<string, Element>();
  for (const style of root ? childrenOf(root, 'w:style') : []) byId.set(style.getAttribute('w:styleId') ?? '', style);
  const known = new Map<string, WordStyle>();
  const read = (id: string, depth: number): WordStyle | undefined => {
    const style = byId.get(id);
    if (!style || depth > 20) return undefined;
    const base = read(valueOf(style, 'w:basedOn') ?? '', depth + 1);
    const [paragraph, run] = [childOf(style, 'w:pPr'), childOf(style, 'w:rPr')];
    const name = valueOf(style, 'w:name') ?? '';
    const outline = Number(valueOf(paragraph, 'w:outlineLvl') ?? 9) + 1;
    const named = Number(headingName.exec(name)?.[1]) || undefined;
    return {
      name,
      isHidden: switchOf(run, 'w:vanish') ?? base?.isHidden ?? false,
      isBold: switchOf(run, 'w:b') ?? base?.isBold ?? false,
      heading: named ?? (outline <= 6 ? outline : base?.heading),
      language: valueOf(run, 'w:lang') ?? base?.language,
    };
  };
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  return {
    language: valueOf(defaults, 'w:lang'),
    of: (id) => {
      if (id === undefined) return undefined;
      const style = known.get(id) ?? read(id, 0);
      if (style) known.set(id, style);
      return style;
    },
  };
}
