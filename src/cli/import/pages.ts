import { nextPages, type Draft, type ImportOptions } from './draft.js';
import { parseSource } from './formats/detect-format.js';
import { readSource, type Source } from './source.js';

/** Pages that are read of one source, unless it is said otherwise. */
export const maxPages = 100;

export interface PageOptions extends ImportOptions {
  /** Pages that are read at most. Default 100. */
  pages?: number;
}

/** A page of a source, read. */
export interface SourcePage {
  draft: Draft;
  source: Source;
  /** Whether none follows it: there is no more in the source, as far as one can know. */
  isLast: boolean;
}

/**
 * Reads a source, and the pages that follow it on the same site.
 *
 * @param read How a page is had, by its address.
 * @throws {CommandError} When one of them can't be had.
 */
export async function* readPages(
  name: string,
  { pages: limit, ...options }: PageOptions,
  read: (address: string) => Promise<Source> = (address) => readSource(address, undefined, options.lang),
): AsyncGenerator<SourcePage> {
  const visited = new Set<string>();
  for (let next: string | undefined = name; next !== undefined;) {
    visited.add(next);
    const source = await read(next);
    tellWay(source);
    const draft = await parseSource(source, options);
    const following = nextPages.get(draft);
    const isLast = !following;
    next = following && isSameSite(following, source.url ?? name) && !visited.has(following) ? following : undefined;
    if (next && visited.size >= (limit ?? maxPages)) {
      const fix = `import the others, too, from ${next}`;
      // Whoever has named a number knows that there are more.
      if (!limit) source.notes.add('warning', undefined, `this is page ${maxPages}, and there are more`, fix);
      next = undefined;
    }
    yield { draft, source, isLast };
  }
}

/** Whether two addresses belong to one site: to one host, or to a host and one below it. */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [first, second] = [one, other].map((address) => new URL(address).host.replace(/^www\./, ''));
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`);
}

/** Says where a source was, and how long it took, where that is not what one expects. */
function tellWay({ name, url, waited, notes }: Source): void {
  if (url && !isSameSite(url, name)) {
    const fix = 'name that address if the site has moved; if it is not the office’s own, take the source out';
    notes.add('warning', undefined, `the server redirects to another site, ${url}`, fix);
  }
  if (waited) {
    const fix = 'nothing is missing; ask less often';
    notes.add('hint', undefined, `the server was busy, and was asked again after ${waited} seconds`, fix);
  }
}
