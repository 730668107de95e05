import type { Source } from '../source.js';

/** Pictures inside of files have no address that a feed could name. */
export function tellPictures(number: number, { notes }: Source): void {
  if (!number) return;
  const fix = `${number === 1 ? 'it was' : 'they were'} left out; publish what is needed, and add its address to the feed (image)`;
  notes.add(
    'warning',
    undefined,
    number === 1 ? 'there is a picture in it' : `there are ${number} pictures in it`,
    fix,
  );
}
