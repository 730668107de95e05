/**
 * Resolves a URL of a feed and lets it through only when it leads to the web.
 *
 * @param value What the feed holds; control characters and blanks around it are ignored, as browsers do.
 * @param base Absolute URL that relative ones are resolved against: the feed's own.
 * @returns An absolute `http:` or `https:` URL; undefined for anything else (`javascript:`, `data:`, …).
 */
export function toHttpUrl(value: unknown, base: string): string | undefined {
  try {
    const { href, protocol } = new URL(value as string, base);
    return typeof value === 'string' && /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
