import {
  isOnMap,
  isPlaced,
  parseOffices,
  filterOffices,
  type OfficeFilter,
  type ParsedOffice,
} from '../../feed/parts/offices.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { normalizeForSearch } from '../../i18n/search-text.js';
import { formattingTag } from '../../i18n/calendar.js';
import { nameOfCountry, type CountryTable } from '../../i18n/countries.js';
import { noted } from '../../i18n/noted.js';
import type { Messages } from '../../i18n/messages/common.js';
import { kindOf } from './kinds.js';

/** The offices of a feed as a reader looks for them: in the order of the reader's language, by what they are called in it. */
export class Directory {
  /** Headquarters first, then by name. */
  readonly offices: readonly ParsedOffice[];
  #texts: Map<ParsedOffice, string>;

  /**
   * @param tag BCP 47.
   * @param points Where countries are, for offices of which no more is known; see country-points.generated.ts.
   */
  constructor(
    readonly parsed: ParsedFeed,
    readonly tag: string,
    readonly messages: Messages,
    readonly countries: CountryTable | undefined,
    readonly points?: string,
  ) {
    const { compare } = new Intl.Collator(tag, { numeric: true });
    const isFirst = (office: ParsedOffice) => Number(kindOf(office) === 'headquarters');
    this.offices = parseOffices(parsed)
      .map((office) => atCountry(office, points))
      .sort((a, b) => isFirst(b) - isFirst(a) || compare(a.name, b.name));
    this.#texts = new Map(
      this.offices.map((office) => {
        const { name, city, region, address } = office;
        // By its name in the browser as well, which visitors may know.
        const country = office.country && nameOfCountry(office.country, tag);
        const parts = [
          name,
          city,
          this.countryOf(office),
          country,
          region,
          messages.map.kinds[kindOf(office)],
          address,
        ];
        return [office, normalizeForSearch(parts.filter(Boolean).join('\n'))];
      }),
    );
  }

  /** The name of an office's country; its code where that has no name. */
  countryOf = ({ country = '' }: Pick<ParsedOffice, 'country'>): string =>
    nameOfCountry(country, this.tag, this.countries, this.parsed.feed._iom?.labels);

  select(offices: readonly ParsedOffice[], selection: OfficeFilter): readonly ParsedOffice[] {
    return filterOffices(offices, selection, (office) => this.#texts.get(office) ?? '');
  }

  /** How many offices there are, and how many of them on the map where there is one. */
  count(shown: readonly ParsedOffice[], hasMap: boolean): string {
    const { map } = this.messages;
    if (!shown.length) return map.none;
    const numbers = new Intl.NumberFormat(formattingTag(this.tag));
    const placed = hasMap ? ` · ${map.onMap} ${numbers.format(shown.filter(isOnMap).length)}` : '';
    return noted(`${map.offices} ${numbers.format(shown.length)}${placed}`);
  }
}

/** An office where its country is, unless the feed says where exactly, or nobody knows. */
function atCountry(office: ParsedOffice, points = ''): ParsedOffice {
  if (isPlaced(office) || !office.country) return office;
  const [, latitude, longitude] = RegExp(`\\b${office.country}([-\\d.]+),([-\\d.]+)`).exec(points) ?? [];
  return longitude ? { ...office, latitude: +latitude, longitude: +longitude, isAtCountry: true } : office;
}
