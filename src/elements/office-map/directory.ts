import { readOffices, selectOffices, type OfficeSelection, type ReadOffice } from '../../feed/offices.js';
import type { Reading } from '../../feed/read.js';
import { fold } from '../../i18n/fold.js';
import type { Messages } from '../../i18n/words.js';
import { kindOf } from './kinds.js';

/** The offices of a feed as a reader looks for them: in the order of the reader's language, by what they are called in it. */
export class Directory {
  /** Headquarters first, then by name. */
  readonly offices: readonly ReadOffice[];
  #texts: Map<ReadOffice, string>;
  #regions: Intl.DisplayNames;

  /** @param tag BCP 47. */
  constructor(
    readonly reading: Reading,
    readonly tag: string,
    readonly words: Messages,
  ) {
    this.#regions = new Intl.DisplayNames(tag, { type: 'region' });
    const { compare } = new Intl.Collator(tag);
    const isFirst = (office: ReadOffice) => Number(kindOf(office) === 'headquarters');
    this.offices = [...readOffices(reading)].sort((a, b) => isFirst(b) - isFirst(a) || compare(a.name, b.name));
    this.#texts = new Map(
      this.offices.map((office) => {
        const { name, city, region, address } = office;
        const parts = [name, city, this.countryOf(office), region, words.map.kinds[kindOf(office)], address];
        return [office, fold(parts.filter(Boolean).join('\n'))];
      }),
    );
  }

  /** The name of an office's country; its code where that has no name. */
  countryOf = ({ country }: ReadOffice): string => (country && this.#regions.of(country)) ?? '';

  select(offices: readonly ReadOffice[], selection: OfficeSelection): readonly ReadOffice[] {
    return selectOffices(offices, selection, (office) => this.#texts.get(office) ?? '');
  }
}
