const types: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

/** Media type of a picture, by the end of its address. */
export const contentType = (address: string): string | undefined =>
  types[/\.(\w+)(?:[?#]|$)/.exec(address)?.[1].toLowerCase() ?? ''];
