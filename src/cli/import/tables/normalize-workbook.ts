import { strFromU8, strToU8, zipSync } from 'fflate';
import { unzip } from '../documents/unzip.js';

/** Parts that say something of cells. Pictures, charts, macros and the like don't. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml|worksheets\/_rels\/[^/]+\.rels))$/i;

/** What exceljs would make an object of for each cell of a sheet, or look for in parts that are left out here. */
const unneeded =
  /<c\s[^<>]*(?:\/>|><\/c>)|<(dataValidations|conditionalFormatting|extLst|tableParts|legacyDrawingHF|rowBreaks|colBreaks|ignoredErrors|sheetProtection|protectedRanges|autoFilter|oleObjects|controls)\b[^>]*?(?:\/>|>[^]*?<\/\1>)|<(?:drawing|legacyDrawing|picture|pageSetup)\b[^>]*\/>/g;

/**
 * A workbook as exceljs 4.4.0 reads it right: truths as `1` (LibreOffice writes `date1904="true"`, which would move all days by
 * four years), no prefix before the names of tags, and nothing but cells, so that a sheet that is formatted over its 16,384
 * columns, or has a list to choose from in a million rows, takes no more memory than what is in it.
 *
 * @throws {UnzipError} When it is broken, or too much.
 */
export function normalizeWorkbook(bytes: Uint8Array): Uint8Array {
  const files = unzip(bytes, (name) => wanted.test(name));
  const texts = new Map([...files].map(([name, content]) => [name, withoutPrefix(strFromU8(content))]));
  const relations = texts.get('xl/_rels/workbook.xml.rels');
  if (relations === undefined || !texts.has('xl/workbook.xml')) throw new Error('there is no workbook in this file');
  const { text, names } = withUsualNames(withKnownRelations(relations, workbookRelations));
  const kept: Record<string, string> = { 'xl/_rels/workbook.xml.rels': text };
  for (const [name, content] of texts) {
    if (name in kept) continue;
    const [, rels] = /^xl\/worksheets\/_rels\/([^/]+)\.rels$/.exec(name) ?? [];
    const sheet = names.get(rels ? `xl/worksheets/${rels}` : name);
    if (rels && sheet) kept[sheet.replace(/([^/]+)$/, '_rels/$1.rels')] = withKnownRelations(content, ['hyperlink']);
    else if (sheet) kept[sheet] = withTruths(content).replace(unneeded, '');
    else if (name === 'xl/workbook.xml') kept[name] = withTruths(content).replace(beyondSheets, '');
    else if (name === '_rels/.rels') kept[name] = withKnownRelations(content, ['officeDocument']);
    else if (!/worksheets/.test(name)) kept[name] = content;
  }
  return zipSync(Object.fromEntries(Object.entries(kept).map(([name, content]) => [name, strToU8(content)])), {
    level: 0,
  });
}

const workbookRelations = ['worksheet', 'sharedStrings', 'styles'];
const beyondSheets = /<(definedNames|externalReferences|pivotCaches|extLst)\b[^]*?<\/\1>/g;

const withTruths = (xml: string): string =>
  xml.replace(
    /(\s(?:date1904|hidden|rightToLeft|collapsed|customHeight|customWidth)=")(true|false)"/g,
    (_, before: string, truth: string) => `${before}${truth === 'true' ? 1 : 0}"`,
  );

/** Sheets under the names that exceljs looks for; it doesn't see any other. */
function withUsualNames(relations: string): { text: string; names: Map<string, string> } {
  const names = new Map<string, string>();
  const text = relations.replace(/<Relationship\b[^>]*?\/>/g, (relation) => {
    if (!/\sType="[^"]*\/worksheet"/.test(relation)) return relation;
    const usual = `worksheets/sheet${names.size + 1}.xml`;
    return relation.replace(/(\sTarget=")([^"]*)"/, (_, before: string, target: string) => {
      names.set(target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`, `xl/${usual}`);
      return `${before}${usual}"`;
    });
  });
  return { text, names };
}

/** `<x:row>` and the like, as some programs write them. */
function withoutPrefix(xml: string): string {
  const [, prefix] = /<(\w+):(?:worksheet|workbook|sst|styleSheet)[\s>]/.exec(xml.slice(0, 2000)) ?? [];
  return prefix ? xml.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1') : xml;
}

const standard = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Relations of some kinds, by the addresses of the usual form of Office Open XML. */
const withKnownRelations = (xml: string, kinds: readonly string[]): string =>
  xml
    .replaceAll('http://purl.oclc.org/ooxml/officeDocument/relationships', standard)
    .replace(/><\/Relationship>/g, '/>')
    .replace(/<Relationship\b[^>]*?\/>/g, (relation) =>
      kinds.includes(/\sType="[^"]*\/(\w+)"/.exec(relation)?.[1] ?? '') ? relation : '',
    );
