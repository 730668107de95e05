import type { Item } from './model.js';

/** Whether nothing of an item may be shown yet. */
export const isEmbargoed = ({ _iom }: Item, now = Date.now()): boolean => Date.parse(_iom?.embargo_until ?? '') > now;
