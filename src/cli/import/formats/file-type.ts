/** Files that are not read, each with what it is and what to do. */
const unreadable = {
  pdf: ['a PDF', 'import the document that it was made from (.docx or .html), or copy its text into a .txt file'],
  doc: ['a document of Word 97 to 2003 (.doc)', 'open it in Word or LibreOffice and save it as .docx'],
  xls: ['a workbook of Excel 97 to 2003 (.xls)', 'open it in Excel or LibreOffice and save it as .xlsx'],
  ppt: ['a presentation', 'import its text as .docx, .html or .txt'],
  msg: ['a message of Outlook (.msg)', 'save it as .eml, or its text as .docx, .html or .txt'],
  odt: ['an OpenDocument text (.odt)', 'open it in LibreOffice or Word and save it as .docx'],
  ods: ['an OpenDocument spreadsheet (.ods)', 'open it in LibreOffice or Excel and save it as .xlsx or .csv'],
  pages: ['a document of Apple Pages', 'export it as Word (File, Export To), and import that'],
  numbers: ['a spreadsheet of Apple Numbers', 'export it as Excel or CSV (File, Export To), and import that'],
  rtf: ['a rich text document (.rtf)', 'open it in Word or LibreOffice and save it as .docx'],
  locked: ['a document with a password', 'open it, remove the password, and save it'],
  ole: ['a file of an old Office program', 'save it as .docx, .xlsx, .html or .txt'],
  zip: ['a packed file (ZIP)', 'unpack it, and import the files in it'],
  picture: ['a picture', 'import a text, a page, a table or a feed'],
} as const;

/** Files that are read, and are no text or need their bytes. */
const readable = { docx: 'a Word document', xlsx: 'a workbook', mail: 'an e-mail' } as const;

/** What a file is; one without a type is text. */
export type FileType = keyof typeof unreadable | keyof typeof readable;

const isReadable = (type: FileType): type is keyof typeof readable => type in readable;

/** What a file is that import does not read, and what to do; undefined for those that it reads. */
export const explainUnreadable = (type: FileType): readonly [what: string, fix: string] | undefined =>
  isReadable(type) ? undefined : unreadable[type];

/** What a file is that is no text. */
export const nameOfType = (type: FileType): string => (isReadable(type) ? readable[type] : unreadable[type][0]);

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** Names of parts inside of packed files, which are not packed themselves, by what they tell. */
const zipParts: [string | Buffer, FileType][] = [
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'ppt'],
  ['Index/Tables/', 'numbers'],
  ['Index/Document.iwa', 'pages'],
];
/** The same for compound files of old Office programs, whose names are in UTF-16. */
const oleParts: [string | Buffer, FileType][] = [
  [utf16('EncryptedPackage'), 'locked'],
  [utf16('WordDocument'), 'doc'],
  [utf16('Workbook'), 'xls'],
  [utf16('__substg1.0_'), 'msg'],
  [utf16('PowerPoint Document'), 'ppt'],
];

/** Header fields of RFC 5322 that stand at the start of mail, among any others. */
const mailHead =
  /^(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:Received|Return-Path|MIME-Version|Snapshot-Content-Location|Message-ID|Delivered-To|DKIM-Signature):/i;

/**
 * What a file is, by its bytes: names and media types are often wrong.
 *
 * @param name Of the file; mail that somebody wrote by hand is known by it.
 * @returns Undefined for text, such as a feed, a page or a table with separators.
 */
export function fileTypeOf(bytes: Uint8Array, name = ''): FileType | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = all.toString('latin1', 0, 4000);
  const among = (parts: typeof zipParts, rest: FileType) => parts.find(([part]) => all.includes(part))?.[1] ?? rest;
  if (start.startsWith('PK\x03\x04')) return among(zipParts, 'zip');
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return among(oleParts, 'ole');
  if (/^\s*%PDF-/.test(start)) return 'pdf';
  if (/^\s*\{\\rtf/.test(start)) return 'rtf';
  if (/^(?:\x89PNG|GIF8|\xff\xd8\xff|RIFF....WEBP)/s.test(start)) return 'picture';
  const isMail = mailHead.test(start.replace(/\r\n?/g, '\n')) || (/\.eml$/i.test(name) && /^[\w-]+:/.test(start));
  return isMail ? 'mail' : undefined;
}
