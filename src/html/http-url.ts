/** Most absolute URLs: parsing would change nothing of them, and take ten times as long. */
const isPlain = /^https:\/\/([a-z]+\.)+[a-z]+\/[\w/-]*(\.\w+)?$/;

/**
 * Resolves a URL of a feed and lets it through only when it leads to the web.
 *
 * @param value What the feed holds; control characters and blanks around it are ignored, as browsers do.
 * @param base Absolute URL that relative ones are resolved against: the feed's own.
 * @returns An absolute `http:` or `https:` URL; undefined for anything else (`javascript:`, `data:`, …).
 */
export function toHttpUrl(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (isPlain.test(value)) return value;
  try {
    const { href, protocol } = new URL(value, base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
