import type { FeedError } from '../../feed/load/errors.js';
import { subscribe, type FeedState } from '../../feed/load/store.js';
import type { completeFeed } from '../../feed/parse/parse-lenient.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { toHttpUrl } from '../../html/http-url.js';
import type { Item } from '../../feed/schema/model.generated.js';
import type { NewsFeed } from './news-feed.js';

/**
 * The pages of a feed as far as they were read. After a light list, which has the newest items as lists show them, the
 * whole feed follows from its beginning: an item that is there is the same by its `id`.
 */
export class FeedPages {
  /** Why the page after the last one could not be had. */
  error?: FeedError;
  /** Reads all of a page; without it, a page is read as far as lists show it. */
  complete?: typeof completeFeed;
  #first?: ParsedFeed;
  #older: ParsedFeed[] = [];
  #fetching?: Promise<void>;

  constructor(private host: NewsFeed) {}

  /**
   * Takes the newest copy of the first page.
   *
   * @returns Whether it is that of another feed: of the one before, nothing is left.
   */
  begin(first: ParsedFeed): boolean {
    const before = this.#first;
    this.#first = first;
    const isOther = before?.baseUrl !== first.baseUrl;
    if (isOther) this.error = undefined;
    if (isOther || (first !== before && !this.#isJoined)) {
      this.#older = [];
      this.#fetching = undefined;
    }
    return isOther;
  }

  get all(): ParsedFeed[] {
    const all = this.#first ? [this.#first, ...this.#older] : [];
    return this.complete ? all.map(this.complete) : all;
  }

  /** The newest page that has its items whole, where there is one. */
  get newest(): ParsedFeed {
    const [first, second = first] = this.all;
    return this.#isLight ? second : first;
  }

  /** URL of the page after the last one; undefined at the end, and where a feed leads back to a page already read. */
  get next(): string | undefined {
    const { all } = this;
    const last = all.at(-1);
    const next = last && toHttpUrl(last.feed.next_url, last.baseUrl);
    return all.some(({ baseUrl }) => baseUrl === next) ? undefined : next;
  }

  get #isLight(): boolean {
    return this.all[0].feed.items.some(({ _iom }) => _iom?.excerpt_of);
  }

  /** Between a light list that is newer than the pages after it and those pages, items may be missing. */
  get #isJoined(): boolean {
    const [first, second] = this.all;
    const last = first.feed.items.at(-1)?.id;
    return !second || !this.#isLight || second.feed.items.some(({ id }) => id === last);
  }

  /**
   * Whether a light list lacks something: then it is on its way. Of another feed, a list shows what it has.
   *
   * @param count Items that are wanted.
   * @param narrowed Whether they are chosen by what lists don't show.
   */
  lacks(count: number, narrowed: boolean): boolean {
    const { all, host } = this;
    if (host.prerendered || this.error || !this.next || !this.#isLight) return false;
    const read = new Set(all.flatMap(({ feed }) => feed.items.map(({ id }) => id)));
    const isEnough = all[1] ? narrowed || read.size >= count : !narrowed && host.visibleItems(all[0]).length >= count;
    if (!isEnough) void this.fetchNext();
    return !isEnough;
  }

  /** Fetches the page after the last one. */
  fetchNext(): Promise<void> {
    const { next, host } = this;
    if (!next) return Promise.resolve();
    const fetching = (this.#fetching ??= fetchPage(next).then(({ parsed, error }) => {
      // Too late: the list shows another feed now.
      if (fetching !== this.#fetching) return;
      this.#fetching = undefined;
      if (parsed) this.#older.push(parsed);
      this.error = parsed ? undefined : error;
      host.requestUpdate();
      if (!parsed && error)
        import('../base/feedback.js').then(({ reportProblems }) => reportProblems(host, error), console.warn);
    }));
    return fetching;
  }
}

/**
 * One page of a feed, or why it can't be had. Not by `request`, which other-feed.ts has: a file that both share would be
 * one more request.
 */
function fetchPage(url: string): Promise<FeedState> {
  return new Promise((done) => {
    const leave = subscribe(url, (snapshot) => {
      if (snapshot.pending) return;
      done({ ...snapshot });
      queueMicrotask(() => leave());
    });
  });
}

/** `id`s of those that are in the newer copy only; what is older than the newest was there, and not shown. */
export function cameSince(before: readonly Item[], now: readonly Item[]): ReadonlySet<string> {
  const known = new Set(before.map(({ id }) => id));
  const newest = Math.max(...before.map(dateOf));
  return new Set(now.filter((item) => !known.has(item.id) && dateOf(item) >= newest).map(({ id }) => id));
}

const dateOf = ({ date_published: date }: Item) => Date.parse(date ?? '') || 0;
