import { explainNetworkFailure } from '../network-failure.js';
import { PictureFetcher, type Answer, type FetchLimits } from './fetch-picture.js';
import { makePicture, stemOf, type MadePicture } from './make-picture.js';
import { PictureError } from './picture-error.js';
import {
  addPicture,
  keepPicture,
  pathsOf,
  type Picture,
  type PictureFiles,
  type PublishedPictures,
} from './pictures.js';

/** Pictures that are fetched and made at a time: as many as the threads of Node's pool. */
const lanes = 4;

/** What became of one address: a picture, a problem, or both where the copy from before stays. */
interface Outcome {
  picture?: Picture;
  problem?: string;
}

/**
 * Publishes copies of the pictures that a feed has on other sites. Of one that was copied before, the server is asked
 * whether it is still the same; where it doesn't answer as it should, the last good copy stays.
 *
 * @param addresses Of pictures on other sites. Those that can't be had are in no result but the problems.
 * @param seen Told how many are done.
 */
export async function copyPictures(
  feed: string,
  addresses: Iterable<string>,
  files: PictureFiles,
  limits: Partial<FetchLimits> = {},
  seen: (done: number, all: number) => void = () => {},
): Promise<PublishedPictures> {
  const fetcher = new PictureFetcher(limits);
  const sources = bySource(addresses);
  const outcomes = new Map<string, Outcome>();
  const rest = sources.entries();
  let failed = false;
  const lane = async () => {
    for (const [source, [address]] of rest) {
      if (failed) return;
      try {
        outcomes.set(source, await copyPicture(`${feed}: the picture ${address}`, source, fetcher, files));
      } catch (error) {
        failed = true;
        throw error;
      }
      seen(outcomes.size, sources.size);
    }
  };
  // Where one fails, such as on a full disk, the others finish what they are at: nothing is written afterwards.
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  fetcher.close();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const all: PublishedPictures = { pictures: new Map(), problems: [] };
  // In the order of the feed, whichever came first.
  for (const [source, names] of sources) {
    const { picture, problem } = outcomes.get(source)!;
    if (picture) for (const address of names) all.pictures.set(address, picture);
    if (problem) all.problems.push(problem);
  }
  return all;
}

/** What is said without a protocol is asked for by https. */
const noSite = 'https://feed.invalid/';

/** The addresses by what is asked for: without what only a browser reads. */
function bySource(addresses: Iterable<string>): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const address of addresses) {
    const source = URL.canParse(address, noSite) ? new URL(address, noSite) : undefined;
    if (source) source.hash = '';
    const key = source?.href ?? address;
    sources.set(key, [...(sources.get(key) ?? []), address]);
  }
  return sources;
}

async function copyPicture(
  what: string,
  source: string,
  fetcher: PictureFetcher,
  files: PictureFiles,
): Promise<Outcome> {
  const known = files.before.get(source);
  let answer: Answer | undefined;
  let made: MadePicture | undefined;
  try {
    const url = new URL(source);
    answer = await fetcher.fetch(url, known);
    if (!answer && keepPicture(known, files)) return { picture: known };
    // The same, but its files are gone.
    answer ??= (await fetcher.fetch(url))!;
    if (!isMadeFrom(known, answer.bytes, url) || !keepPicture(known, files)) {
      made = await makePicture(answer.bytes, url.pathname, false);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') throw error;
    const isForbidden = error instanceof PictureError && error.isForbidden;
    const reason = reasonOf(error, fetcher.timeout);
    if (!isForbidden && keepPicture(known, files)) {
      return { picture: known, problem: `${what} is the previous copy: ${reason}` };
    }
    return { problem: `${what} was not copied: ${reason}` };
  }
  const { etag, lastModified } = answer;
  const { sizes, moving } = made ? addPicture(made, files) : known!;
  return { picture: { source, etag, lastModified, sizes, moving } };
}

/** Whether a copy was made from these very bytes. */
const isMadeFrom = (known: Picture | undefined, bytes: Buffer, { pathname }: URL) =>
  !!known && pathsOf(known).every((path) => path.startsWith(`${stemOf(pathname, bytes)}-`));

function reasonOf(error: unknown, timeout: number): string {
  if (error instanceof PictureError) return `${error.message}; ${error.fix}`;
  const what = (error as Error).message.replace(/\s+/g, ' ').replace(/[\s:]+$/, '');
  return explainNetworkFailure(error, timeout) ?? `${what}; check it in a browser, and upload it again`;
}
