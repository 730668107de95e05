import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileOf } from '../publish/addresses.js';
import type { Source } from './source.js';

/** What says whether there is a file at a relative address, beside a source that is a file. */
export const besideOf =
  ({ name, url }: Source) =>
  (address: string): boolean =>
    !url && name !== '-' && existsSync(join(dirname(name), fileOf(address)));
