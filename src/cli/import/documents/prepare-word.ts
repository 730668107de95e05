import { primarySubtag } from '../../../i18n/locale.js';
import { excerpt, type Diagnostics } from '../../diagnostics.js';
import { elementsIn } from '../clean/html.js';
import { leadIns } from '../lexicon/lead-ins.js';
import { mark, surround } from './marks.js';
import { numberingOf, type listCounter } from './numbering.js';
import type { WordStyles } from './styles.js';
import { childOf, switchOf, textIn, unwrap, valueOf } from './word-xml.js';

/** Letters of a title in bold; longer paragraphs are emphasized. */
const longestHeading = 120;

/** What is known of a document as a whole. */
export interface WordContext {
  styles: WordStyles;
  count: ReturnType<typeof listCounter>;
  notes: Diagnostics;
  /** BCP 47 tag of most of it. */
  language?: string;
}

/**
 * Prepares the XML of a document, of its footnotes or endnotes for mammoth 1.13.0, which shows hidden text and prompts,
 * drops simple fields, ruby and isolated directions with their text, and gives neither numbers of lists, nor languages,
 * nor directions.
 */
export function prepareWord(root: Element, context: WordContext): void {
  removeHidden(root, context);
  unwrapText(root);
  for (const paragraph of elementsIn(root)) if (paragraph.nodeName === 'w:p') prepareParagraph(paragraph, context);
}

function removeHidden(root: Element, { styles, notes }: WordContext): void {
  const count = (one: string, several: string, fix: string) => notes.count([one, several], fix, () => undefined);
  for (const element of elementsIn(root)) {
    if (element.nodeName === 'w:sdt') {
      const properties = childOf(element, 'w:sdtPr');
      const gallery = valueOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery');
      if (switchOf(properties, 'w:showingPlcHdr')) {
        count('prompt that nobody has filled in', 'prompts that nobody has filled in', 'left out');
        element.remove();
      } else if (gallery === 'Table of Contents') {
        count('table of contents', 'tables of contents', 'left out: its links lead to pages');
        element.remove();
      }
      continue;
    }
    if (element.nodeName !== 'w:r') continue;
    const own = childOf(element, 'w:rPr');
    const paragraph = element.closest('w\\:p') ?? undefined;
    const inherited =
      styles.of(valueOf(own, 'w:rStyle'))?.isHidden ??
      styles.of(valueOf(childOf(paragraph, 'w:pPr'), 'w:pStyle'))?.isHidden;
    if (!(switchOf(own, 'w:vanish') ?? inherited)) continue;
    if (textIn(element).trim())
      count('piece of hidden text', 'pieces of hidden text', 'left out: it was not meant for readers');
    element.remove();
  }
}

/** Elements whose text is lost with them. */
function unwrapText(root: Element): void {
  for (const element of elementsIn(root).reverse()) {
    const { nodeName } = element;
    if (/^w:(?:dir|bdo)$/.test(nodeName)) {
      const name = nodeName === 'w:dir' ? 'bdi' : 'bdo';
      surround(element, name, element.getAttribute('w:val') === 'rtl' ? 'rtl' : 'ltr');
      unwrap(element);
    } else if (/^w:(?:fldSimple|customXml|smartTag|rubyBase)$/.test(nodeName)) unwrap(element);
    else if (nodeName === 'w:cr') element.replaceWith(root.ownerDocument.createElement('w:br'));
    else if (nodeName === 'w:rt') {
      // How a word is read stands behind it, in brackets.
      const texts = elementsIn(element).filter((entry) => entry.nodeName === 'w:t');
      if (texts.length) {
        texts[0].textContent = `(${texts[0].textContent ?? ''}`;
        texts.at(-1)!.textContent = `${texts.at(-1)!.textContent ?? ''})`;
      }
    } else if (nodeName === 'w:ruby') {
      const run = element.parentElement!;
      const base = childrenOfRuby(element);
      for (const entry of base) run.parentNode!.insertBefore(entry, run);
      element.remove();
    }
  }
}

/** The runs of the word first, then those of its reading, whatever their order in the file. */
function childrenOfRuby(ruby: Element): Element[] {
  const reading = childOf(ruby, 'w:rt');
  const runs = elementsIn(ruby).filter(({ nodeName }) => nodeName === 'w:r');
  return [...runs.filter((run) => !reading?.contains(run)), ...runs.filter((run) => reading?.contains(run))];
}

function prepareParagraph(paragraph: Element, { styles, count, language }: WordContext): void {
  const properties = childOf(paragraph, 'w:pPr');
  const style = styles.of(valueOf(properties, 'w:pStyle'));
  const list = numberingOf(properties);
  const text = textIn(paragraph).trim();
  const level = Number(valueOf(properties, 'w:outlineLvl') ?? 9) + 1;
  const heading = level <= 6 ? level : style?.heading;
  const spoken = languageIn(paragraph, styles, style?.language);
  mark(paragraph, {
    ...(list && { item: count(list.list, list.level) }),
    ...(switchOf(properties, 'w:bidi') && { dir: 'rtl' }),
    ...(spoken &&
      language &&
      text.includes(' ') &&
      primarySubtag(spoken) !== primarySubtag(language) && { lang: spoken }),
    ...(/^title$/i.test(style?.name ?? '') && { title: true }),
    ...(heading && !list && { heading }),
    ...(!heading && !list && isBoldTitle(paragraph, text, style?.isBold) && { bold: true }),
  });
}

/** Whether a paragraph in bold stands for a heading. What leads to the contacts is read by those who look for them. */
function isBoldTitle(paragraph: Element, text: string, isBold = false): boolean {
  if (!text || text.length > longestHeading || /[.:;,!?。：]$/.test(text) || paragraph.closest('w\\:tbl')) return false;
  if (leadIns(text).length || !/\p{L}/u.test(text)) return false;
  const runs = elementsIn(paragraph).filter((run) => run.nodeName === 'w:r' && textIn(run).trim());
  return runs.every((run) => switchOf(childOf(run, 'w:rPr'), 'w:b') ?? isBold);
}

/** The language of most of a paragraph, as far as it is named. */
function languageIn(paragraph: Element, styles: WordStyles, inherited = styles.language): string | undefined {
  const letters = new Map<string, number>();
  for (const run of elementsIn(paragraph)) {
    if (run.nodeName !== 'w:r') continue;
    const properties = childOf(run, 'w:rPr');
    const named = childOf(properties, 'w:lang');
    const isRtl = switchOf(properties, 'w:rtl');
    const language =
      (isRtl ? named?.getAttribute('w:bidi') : named?.getAttribute('w:val')) ?? (isRtl ? undefined : inherited);
    const { length } = textIn(run).trim();
    if (language && length) letters.set(language, (letters.get(language) ?? 0) + length);
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** The language that most of a document is written in. */
export function languageOfText(root: Element, styles: WordStyles): string | undefined {
  const letters = new Map<string, number>();
  for (const paragraph of elementsIn(root)) {
    if (paragraph.nodeName !== 'w:p') continue;
    const style = styles.of(valueOf(childOf(paragraph, 'w:pPr'), 'w:pStyle'));
    const language = languageIn(paragraph, styles, style?.language);
    if (language) letters.set(language, (letters.get(language) ?? 0) + textIn(paragraph).length);
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** Text that mammoth says that it left out, because it doesn't know the element around it. */
export function tellLost(root: Element, names: readonly string[], notes: Diagnostics): void {
  const localNames = new Set(names.map((name) => name.replace(/^.*[:}]/, '')));
  for (const name of localNames) {
    const lost = elementsIn(root).find(
      (element) => element.nodeName.endsWith(`:${name}`) && element.textContent?.trim(),
    );
    if (lost) {
      const what = `${excerpt(lost.textContent ?? '')} is in a part of the document that is not read (${lost.nodeName})`;
      notes.add('warning', undefined, what, 'it was left out; write it as plain text');
    }
  }
}
