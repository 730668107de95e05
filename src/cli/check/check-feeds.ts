import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FeedError } from '../../feed/load/errors.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { repairAddress } from '../../feed/parse/repair-value.js';
import { addressIn } from '../../i18n/locale.js';
import { loadFeed } from '../../ssr/load-feed.js';
import { explainFeedError } from '../feed-error.js';
import { excerpt } from '../diagnostics.js';
import { fileOf, isRelative } from '../publish/addresses.js';
import { isLocal, isPlaceholder } from './check-address.js';
import { inlineFeed, sourceOf, type Widget } from './check-element.js';
import { lacksOf } from './feed-needs.js';
import { attributeOf, languageOf, placeOf, startOf, type PageText } from './page-text.js';

export interface FeedOptions {
  /** Local files of feeds, by their address in the page. */
  feeds: Readonly<Record<string, string>>;
  /** Address of the page. */
  base?: string;
  /** Whether to ask for feeds of other sites. */
  online: boolean;
}

/** Looks whether each element finds in its feed what it needs. A feed is asked for once. */
export async function checkFeeds(page: PageText, widgets: readonly Widget[], options: FeedOptions): Promise<void> {
  const known = new Map<string, Promise<Loaded | undefined>>();
  const failures = new Set<Loaded>();
  for (const { element, tag } of widgets) {
    const inline = inlineFeed(element);
    const text = inline?.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    const attributes = new Map(element.attrs.map(({ name, value }) => [name.replace(/^data-/, ''), value]));
    const src = addressIn(sourceOf(element)?.trim() ?? '', languageOf(element) || 'en', attributes.get('languages'));
    if (text === undefined && (!src || isPlaceholder(src) || repairAddress(src).matches.length)) continue;
    const load = () => loadOne(page.name, src, text, options);
    const key = text ?? src;
    const loading = known.get(key) ?? load();
    known.set(key, loading);
    const loaded = await loading;
    const at = inline
      ? startOf(inline)
      : placeOf(element, attributeOf(element, 'src') === undefined ? 'data-src' : 'src');
    if (!loaded) continue;
    if ('what' in loaded) {
      if (failures.has(loaded)) continue;
      failures.add(loaded);
      const name = text === undefined ? ` ${excerpt(src)}` : ' in it';
      page.report(at, 'feed', 'error', `the feed${name}: ${loaded.what}`, loaded.fix);
      continue;
    }
    for (const { attribute, what } of lacksOf(tag.slice(4), loaded, attributes)) {
      const place = attribute
        ? placeOf(element, attributeOf(element, attribute) === undefined ? `data-${attribute}` : attribute)
        : at;
      const fix = attribute ? `correct ${attribute}, or take another feed` : `take a feed that has what <${tag}> shows`;
      page.report(place, 'feed', 'error', `the feed ${what}`, fix);
    }
  }
}

/** A feed, or why there is none. */
type Loaded = ParsedFeed | { what: string; fix: string };

/** @returns Undefined where there is no way to know it. */
async function loadOne(
  page: string,
  src: string,
  inline: string | undefined,
  { feeds, base, online }: FeedOptions,
): Promise<Loaded | undefined> {
  let text = Object.hasOwn(feeds, src) ? feeds[src] : undefined;
  if (inline === undefined && text === undefined) {
    // A page of this machine doesn't say what a root is, and nobody else sees this machine.
    if (isLocal(src) || (!base && src.startsWith('/'))) return undefined;
    if (!base && isRelative(src)) {
      const file = join(dirname(page), fileOf(src));
      if (!existsSync(file)) return { what: `there is no file ${file}`, fix: 'correct the address' };
      text = await readFile(file, 'utf8');
    } else if (!online) return undefined;
  }
  try {
    return await loadFeed(src, inline, base ?? 'https://page.invalid/', text === undefined ? {} : { [src]: text });
  } catch (error) {
    if (error instanceof FeedError) return explainFeedError(error);
    throw error;
  }
}
