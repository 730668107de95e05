import { posix } from 'node:path';

const folder = '/0/1/2/3/4/5/6/7/8/9';

/** Stands for the address of a page that nobody has named. */
export const placeholderBase = `http://page.invalid${folder}/`;

/** Makes addresses that were resolved against `nowhere` relative to the page again. */
export const withoutPlaceholderBase = (text: string): string =>
  text.replace(/http:\/\/page\.invalid(\/[^\s"'<>\\?#]*)/g, (_, path: string) =>
    path.startsWith('/0/') ? posix.relative(folder, path) + (path.endsWith('/') ? '/' : '') : path,
  );
