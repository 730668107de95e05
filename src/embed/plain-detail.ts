/**
 * What an event says, as JSON that another page can be told. Of a feed only what it says of itself: any page may show this
 * one in a frame, and is not handed what it could not fetch.
 */
export function plainDetail(event: Event): object {
  const own: Record<string, unknown> = { ...(event instanceof CustomEvent ? (event.detail as object) : event) };
  delete own.isTrusted;
  return JSON.parse(
    JSON.stringify(own, (key, value: unknown) => {
      if (value instanceof Event || value instanceof Node) return undefined;
      return key === 'feed' ? textsOf(Object(value) as object) : value;
    }),
  ) as object;
}

const textsOf = (feed: object) =>
  Object.fromEntries(Object.entries(feed).filter(([, value]) => typeof value !== 'object'));
