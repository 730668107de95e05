import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Of a file and its two compressed forms, that servers look for. */
export const endings = ['', '.br', '.gz'];

/** A file and its two compressed forms, by these endings. */
export type Forms = [ending: string, content: Buffer][];

/**
 * Compresses a file in the threads of Node's pool.
 *
 * @param best For what most readers ask for: about a tenth smaller, in some fifty times the time. For all pages that
 * would take longer than everything else.
 */
export async function compress(content: Buffer, best = false): Promise<Forms> {
  // One piece of output: each further one would be another way to the pool and back.
  const chunkSize = Math.max(1024, content.length >> 1);
  const [br, gz] = await Promise.all([
    brotli(content, {
      chunkSize,
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: best ? constants.BROTLI_MAX_QUALITY : 5,
        [constants.BROTLI_PARAM_LGWIN]: best ? windowOf(content.length) : 18,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    deflate(content, { chunkSize, level: best ? constants.Z_BEST_COMPRESSION : 6 }),
  ]);
  return [
    ['', content],
    ['.br', br],
    ['.gz', gz],
  ];
}

/** As large as the content, within reason: for a small file, memory for a large one takes longer than its compression. */
const windowOf = (length: number): number =>
  Math.min(Math.max(16, 33 - Math.clz32(length)), constants.BROTLI_MAX_WINDOW_BITS - 2);

/**
 * Tells the C library to keep memory that is freed, for the next compression, instead of giving it to the system and
 * asking for it again: without this, pages take more than twice as long (test/bench/publishing.mjs). It does so once a piece
 * as large as this one (4 MB) was freed: mallopt(3), "dynamic mmap threshold". Pages need no larger ones; with 16 MB, each of
 * the threads keeps so much that publishing takes 30 MB more. Elsewhere than under glibc nothing happens.
 */
export function enlargeHeap(): void {
  brotliCompressSync(' ', {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: 1 << 24,
    },
  });
}
