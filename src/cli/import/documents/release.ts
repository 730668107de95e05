import { excerpt, type Diagnostics } from '../../diagnostics.js';
import { besideOf } from '../beside.js';
import { elementsIn, plainText } from '../clean/html.js';
import { origins, type Draft, type ImportOptions } from '../draft.js';
import { dayOf, parseDateline } from '../extract/dateline.js';
import { checkEmbargo, parseEmbargo, type EmbargoLine } from '../extract/embargo-line.js';
import { isPublic } from '../extract/is-public.js';
import { toItem, type Story } from '../extract/story.js';
import { kicker } from '../lexicon/kickers.js';
import { withPictures } from './pictures.js';
import type { Source } from '../source.js';

/** Letters of a title; a longer first paragraph is text. */
const longestTitle = 300;

/** Makes a release of the text of a document, which says its title and its day only by where they stand. */
export function releaseOf(body: HTMLElement, about: Partial<Story>, source: Source, options: ImportOptions): Draft {
  const { notes, lines } = source;
  removeEmpty(body);
  const head = takeHead(body, notes, about.title);
  const title = about.title ?? head.title;
  if (!title || !body.textContent?.trim()) {
    const fix = 'use a document with a title and, below it, the text';
    notes.add('error', undefined, 'there is no release in it', fix);
    return { items: [], _iom: {} };
  }
  const lineOf: Story['lineOf'] = (piece) => (source.bytes ? undefined : lines.find(piece ?? title));
  if (head.embargo && !checkEmbargo(head.embargo, title, notes, undefined)) return { items: [], _iom: {} };
  const story: Story = {
    ...about,
    title,
    ...(head.embargo && { embargo: head.embargo.until }),
    ...(head.summary && { summary: head.summary }),
    published: about.published ?? head.date,
    html: [...body.children].map((block) => block.outerHTML).join('\n'),
    isBeside: besideOf(source),
    lineOf,
  };
  if (!isPublic(story, notes, options.planned)) return { items: [], _iom: {} };
  const { item: made, contacts } = toItem(story, source, options, options.base ?? source.url);
  const item = withPictures(made);
  item._iom = { kind: 'press-release', ...item._iom };
  origins.set(item, { notes, lineOf: () => lineOf() });
  return { items: [item], _iom: contacts.length ? { contacts } : {} };
}

/** Word makes distance with paragraphs in which nothing is, and puts blanks around notes. */
function removeEmpty(body: HTMLElement): void {
  for (const element of elementsIn(body).reverse()) {
    const isPicture = (entry: Element) => entry.localName === 'img';
    if (
      /^(?:p|h\d|li)$/.test(element.localName) &&
      !element.textContent?.trim() &&
      !elementsIn(element).some(isPicture)
    )
      element.remove();
    else if (element.localName === 'p') trim(element);
    else if (element.localName === 'span' && !element.hasAttribute('lang') && !element.hasAttribute('dir'))
      element.replaceWith(...element.childNodes);
  }
}

function trim({ firstChild, lastChild }: Element): void {
  if (firstChild?.nodeType === 3) firstChild.textContent = firstChild.textContent!.replace(/^[ \n]+/, '');
  if (lastChild?.nodeType === 3) lastChild.textContent = lastChild.textContent!.replace(/[ \n]+$/, '');
}

/** Blocks among which the title is looked for. */
const searched = 8;

interface Head {
  title?: string;
  /** RFC 3339 full-date. */
  date?: string;
  embargo?: EmbargoLine;
  summary?: string;
}

/** Takes what stands above the text: a line such as “Press release”, the day, the title. What else is there stays. */
function takeHead(body: HTMLElement, notes: Diagnostics, known?: string): Head {
  const head: Head = {};
  const blocks = [...body.children].filter((block) => plainText(block.innerHTML)).slice(0, searched);
  const isAside = (text: string) => kicker.test(text) || !!parseEmbargo(text) || !!dayAlone(text);
  const heading = known
    ? undefined
    : blocks.find((block) => /^h\d$/.test(block.localName) && !isAside(plainText(block.innerHTML)));
  for (const block of blocks) {
    const text = plainText(block.innerHTML);
    const day = dayAlone(text);
    const embargo = parseEmbargo(text);
    const isTitle = block === heading || (!known && !heading && block.localName === 'p' && text.length <= longestTitle);
    if (embargo) head.embargo ??= embargo;
    if (day) head.date ??= day;
    if (isTitle && !isAside(text) && !head.title) {
      head.title = text;
      block.remove();
    } else if (isAside(text) || text === (known ?? head.title)) block.remove();
    else if (heading && !head.title && isLetterhead(text)) {
      notes.add('hint', undefined, `${excerpt(text)} is above the title`, 'it was left out');
      block.remove();
    } else if (!heading || head.title) break;
  }
  head.summary = takeSubtitle(body);
  return head;
}

/** A day in a line of its own. */
const dayAlone = (text: string): string | undefined =>
  text.length < 40 && !/[.!?]$/.test(text) ? dayOf(text) : undefined;

/** The name of the organization and the like: no sentence. */
const isLetterhead = (text: string): boolean => text.length <= 100 && !/[.!?…»”"]$/.test(text);

/** A line between title and dateline says more of the title than of the text. */
function takeSubtitle(body: HTMLElement): string | undefined {
  const [first, second] = [...body.children];
  const text = first ? plainText(first.innerHTML) : '';
  const isSubtitle = second && text.length <= longestTitle && !/[.:]$/.test(text) && !parseDateline(text);
  if (!isSubtitle || !parseDateline(second.textContent ?? '')) return undefined;
  first.remove();
  return text;
}
