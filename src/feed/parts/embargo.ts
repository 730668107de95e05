import type { Item } from '../schema/model.generated.js';

/** Whether nothing of an item may be shown yet. An embargo that can't be read never ends: better late than too early. */
export function isEmbargoed({ _iom }: Item): boolean {
  const until = _iom?.embargo_until;
  return until !== undefined && !(typeof until === 'string' && Date.parse(until) <= Date.now());
}
