import { hash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { normalizeForSearch } from '../../i18n/search-text.js';

/**
 * A name for a file of a publication, without its ending: one that people can read and that can stand in any address, and
 * a hash of what it is made from.
 *
 * @param name Of what it is made from.
 * @param rest Where nothing of that can be read.
 */
export function fileNameFor(name: string, bytes: Buffer, rest: string): string {
  const readable = normalizeForSearch(basename(name, extname(name)))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${readable || rest}-${hash('sha256', bytes, 'hex').slice(0, 8)}`;
}
