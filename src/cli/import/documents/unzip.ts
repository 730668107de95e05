import { Unzip, UnzipInflate } from 'fflate';

/** Bytes of all that a packed file may hold, unpacked. */
const largest = 200_000_000;
/** Files that it may hold. */
const mostFiles = 5000;
/** Bytes that are unpacked before it is looked how many there are. */
const step = 65_536;

/** A packed file that is none, or holds more than it should. */
export class UnzipError extends Error {
  override readonly name = 'UnzipError';
}

/**
 * Unpacks files of a ZIP archive. What comes out is counted while it comes: sizes that an archive names may be wrong.
 *
 * @param wanted Which files, by their names; the others cost nothing.
 * @throws {UnzipError} When it is broken, or too much.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, limit = largest): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let size = 0;
  let count = 0;
  const failures: Error[] = [];
  const reader = new Unzip((file) => {
    if (++count > mostFiles) failures.push(new UnzipError(`it holds more than ${mostFiles} files`));
    if (failures.length || !wanted(file.name) || files.has(file.name)) return;
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, isLast) => {
      if (error) failures.push(new UnzipError(`it is broken: ${file.name} can't be unpacked`, { cause: error }));
      if (failures.length) return;
      size += part.length;
      if (size > limit) {
        parts.length = 0;
        file.terminate();
        failures.push(new UnzipError(`it unpacks to more than ${Math.round(limit / 1e6)} MB`));
        return;
      }
      parts.push(part);
      if (isLast) files.set(file.name, Buffer.concat(parts));
    };
    file.start();
  });
  reader.register(UnzipInflate);
  for (let start = 0; start < bytes.length; start += step) {
    try {
      reader.push(bytes.subarray(start, start + step), start + step >= bytes.length);
    } catch (error) {
      throw failures[0] ?? new UnzipError('it is broken, and was perhaps not saved whole', { cause: error });
    }
    if (failures.length) throw failures[0];
  }
  return files;
}
