import Excel, { type Workbook, type Worksheet } from 'exceljs';
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';

/** A workbook, filled by a function for its first sheet. */
export async function workbook(name: string, fill: (sheet: Worksheet, book: Workbook) => void): Promise<Uint8Array> {
  const book = new Excel.Workbook();
  fill(book.addWorksheet(name), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A packed file with one of its parts changed. */
export function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name]))) });
}

/**
 * A packed file in which a part says that it is shorter than it is: in its directory, and before its bytes.
 *
 * @param size Bytes that it says it has.
 */
export function withWrongSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(name); at >= 0; at = copy.indexOf(name, at + 1)) {
    const [local, central] = [at - 30, at - 46];
    if (local >= 0 && copy.readUInt32LE(local) === 0x04034b50) copy.writeUInt32LE(size, local + 22);
    if (central >= 0 && copy.readUInt32LE(central) === 0x02014b50) copy.writeUInt32LE(size, central + 24);
  }
  return copy;
}

/** A packed file as services on the web write it, piece by piece: sizes are behind the bytes that they are of. */
export function streamed(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const archive = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const file = new ZipDeflate(name);
    archive.add(file);
    file.push(content, true);
  }
  archive.end();
  return Buffer.concat(parts);
}
