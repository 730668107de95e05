import { hash } from 'node:crypto';
import { normalizeForSearch } from '../../i18n/search-text.js';

/** Words as most tags are: letters and digits, single blanks between them, hyphens inside. */
const plain = /^[\p{L}\p{N}]+([ -][\p{L}\p{N}]+)*$/u;
/** Names of devices that no file may have under Windows (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** Bytes; a file system gives 255 to a name, and ours grow by an ending. */
const longest = 120;

/**
 * The name a shard's files have for a tag, a country, a language or a kind: `climate_change`, `covid-19`, `uy`. What
 * isn't plain words, or too long, or reserved, is followed by a hash of the whole (`a_b~1f0e6c2d`), so that two values
 * never share a name, and a name never depends on what other values there are: its address can be given to partners.
 *
 * @param value Values that differ in case and accents alone have one name, as widgets count them as one.
 */
export function shardName(value: string): string {
  const folded = fold(value);
  return fileName(folded, folded);
}

/** The name of the file that holds one item, by its `id`: as above, though ids that differ in case alone have two. */
export const itemName = (id: string): string => fileName(fold(id), id);

const fold = (value: string) => normalizeForSearch(value).normalize('NFC').trim();

/** @param exact What shares its name with nothing else. */
function fileName(folded: string, exact: string): string {
  const name = folded.replace(/[^\p{L}\p{N}-]+/gu, '_');
  if (folded === exact && plain.test(folded) && !reserved.test(name) && Buffer.byteLength(name) <= longest) return name;
  let short = '';
  for (const character of name.replace(/^[_-]+|[_-]+$/g, '')) {
    if (Buffer.byteLength(short + character) > longest / 2) break;
    short += character;
  }
  return `${short}~${hash('sha256', exact, 'hex').slice(0, 8)}`;
}
