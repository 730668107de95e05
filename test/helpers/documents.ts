import { strToU8, zipSync } from 'fflate';

/** What a document of the tests is made of. */
export interface DocumentParts {
  /** What is in `<w:body>`. */
  body: string;
  /** What is in `<w:styles>`. */
  styles?: string;
  /** What is in `<w:numbering>`. */
  numbering?: string;
  /** What is in `<w:footnotes>`. */
  footnotes?: string;
  /** What is in `<w:comments>`. */
  comments?: string;
  /** What is in `<w:hdr>`. */
  header?: string;
  /** Targets of links by their ids. */
  links?: Record<string, string>;
  /** Further files by name. */
  files?: Record<string, Uint8Array>;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A document of Word (.docx) with the given parts. */
export function docx({
  body,
  styles = '',
  numbering = '',
  footnotes,
  comments,
  header,
  links = {},
  files = {},
}: DocumentParts): Uint8Array {
  const part = (name: string, content: string) =>
    strToU8(`${declaration}<w:${name} ${namespaces}>${content}</w:${name}>`);
  const parts = { styles, numbering, footnotes, comments };
  const related = [
    ...Object.keys(parts).map((name) => `<Relationship Id="${name}" Type="${relation}/${name}" Target="${name}.xml"/>`),
    `<Relationship Id="header" Type="${relation}/header" Target="header1.xml"/>`,
    `<Relationship Id="image" Type="${relation}/image" Target="media/image1.png"/>`,
    ...Object.entries(links).map(
      ([id, target]) =>
        `<Relationship Id="${id}" Type="${relation}/hyperlink" Target="${target}" TargetMode="External"/>`,
    ),
  ];
  const relationships = (content: string) =>
    strToU8(
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': relationships(
      `<Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/_rels/document.xml.rels': relationships(related.join('')),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    ...(footnotes && { 'word/footnotes.xml': part('footnotes', footnotes) }),
    ...(comments && { 'word/comments.xml': part('comments', comments) }),
    ...(header && { 'word/header1.xml': part('hdr', header) }),
    ...files,
  });
}

/** A run of text. @param properties What is in `<w:rPr>`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph. @param content Runs, or a text. @param properties What is in `<w:pPr>`. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

/** A paragraph of a style. */
export const styled = (style: string, content: string): string => paragraph(content, `<w:pStyle w:val="${style}"/>`);

/** The styles that documents of a French Word have: names in English, ids in French. */
export const frenchStyles = `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Sous-titre"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrique"><w:name w:val="Rubrique"/><w:basedOn w:val="Titre2"/></w:style>
<w:style w:type="paragraph" w:styleId="Interne"><w:name w:val="Interne"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Interne2"><w:name w:val="Interne 2"/><w:basedOn w:val="Interne"/></w:style>`;
