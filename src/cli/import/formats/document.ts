import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { elementsIn, parseFragment } from '../clean/html.js';
import { applyMarks, takeMarks, withDirections } from '../documents/marks.js';
import { listCounter } from '../documents/numbering.js';
import { EmbeddedPictures } from '../documents/pictures.js';
import { languageOfText, prepareWord, tellLost, type WordContext } from '../documents/prepare-word.js';
import { releaseOf } from '../documents/release.js';
import { readStyles } from '../documents/styles.js';
import { unzip } from '../documents/unzip.js';
import { parseXml } from '../documents/word-xml.js';
import type { Draft, ImportOptions } from '../draft.js';
import type { Source } from '../source.js';

/** Parts of a document that its text needs: no headers, no comments. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/(?:document\d*|footnotes|endnotes)\.xml\.rels)$/i;

/** Reads a release in a document of Word or LibreOffice (.docx). */
export async function parseDocument(source: Source, options: ImportOptions): Promise<Draft> {
  const { bytes, notes } = source;
  const pictures = new EmbeddedPictures(source, options);
  const files = Object.fromEntries(
    unzip(bytes!, (name) => wanted.test(name) || (pictures.isKept && name.startsWith('word/media/'))),
  );
  const xmlOf = (name: string) => (name in files ? parseXml(strFromU8(files[name])) : undefined);
  const texts = Object.keys(files).filter((name) => /word\/(?:document\d*|footnotes|endnotes)\.xml$/.test(name));
  const roots = texts.map((name) => [name, xmlOf(name)!] as const);
  const main = roots.find(([name]) => /document/.test(name))?.[1];
  if (!main) throw new Error('there is no text in this document');
  const styles = readStyles(xmlOf('word/styles.xml'));
  const language = languageOfText(main, styles);
  const context: WordContext = { styles, count: listCounter(xmlOf('word/numbering.xml')), notes, language };
  removeDeadNotes(roots.map(([, root]) => root));
  for (const [name, root] of roots) {
    prepareWord(root, context);
    files[name] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${root.outerHTML}`);
  }
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(files, { level: 0 })) },
    {
      styleMap: [
        "p[style-name='Subtitle'] => p:fresh",
        ...['Quote', 'Intense Quote', 'Block Text', 'Quotations'].map(
          (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
        ),
        'u => u',
      ],
      convertImage: mammoth.images.imgElement(async (image) => {
        const bytes = pictures.isKept ? await image.readAsBuffer().catch(() => undefined) : undefined;
        if (!bytes) pictures.miss();
        return { src: (bytes && pictures.keep(bytes, image.contentType)) ?? '' };
      }),
    },
  );
  const unknown = messages.flatMap(({ message }) => /unrecognised element was ignored: (\S+)/.exec(message)?.[1] ?? []);
  tellLost(main, unknown, notes);
  const body = parseFragment(withDirections(value));
  for (const element of elementsIn(body)) {
    if (element.localName === 'img' && !element.getAttribute('src')) element.remove();
  }
  pictures.report();
  const title = applyMarks(body, takeMarks(body));
  correctLinks(body);
  return releaseOf(body, { title, language: options.lang ?? language }, source, options);
}

/** References to notes that are nowhere, which programs that cut documents leave behind. mammoth 1.13.0 can't read on there. */
function removeDeadNotes(roots: readonly Element[]): void {
  const all = roots.flatMap(elementsIn);
  for (const kind of ['w:footnote', 'w:endnote']) {
    const ids = all.filter(({ nodeName }) => nodeName === kind).map((note) => note.getAttribute('w:id'));
    for (const entry of all) {
      if (entry.nodeName === `${kind}Reference` && !ids.includes(entry.getAttribute('w:id'))) entry.remove();
    }
  }
}

/** Links within the document lead to places that are not kept; those of fields may hold switches of Word. */
function correctLinks(body: HTMLElement): void {
  for (const element of elementsIn(body)) {
    if (element.localName !== 'a') continue;
    const written = element.getAttribute('href');
    const [address, ...switches] = (written ?? '').split('"');
    const anchor = /\\l\s*"([^"]*)/.exec(switches.join('"'))?.[1];
    if (written === null || written.startsWith('#')) {
      // The arrow back from a footnote.
      if (element.textContent === '↑') element.remove();
      else element.replaceWith(...element.childNodes);
    } else if (switches.length) element.setAttribute('href', anchor ? `${address}#${anchor}` : address);
  }
}
