/** Minutes from UTC by the names that feeds use: RFC 822, then those of Europe and of where many offices are. */
const offsets: Record<string, number> = Object.fromEntries(
  Object.entries({
    0: 'UT UTC GMT Z WET',
    60: 'CET MEZ BST WEST WAT MET',
    120: 'CEST MESZ EET CAT SAST MEST',
    180: 'EEST MSK EAT TRT',
    240: 'MSD GST',
    270: 'AFT',
    300: 'PKT UZT',
    345: 'NPT',
    420: 'ICT WIB',
    480: 'HKT SGT PHT AWST WITA',
    540: 'JST KST WIT',
    570: 'ACST',
    600: 'AEST',
    630: 'ACDT',
    660: 'AEDT',
    720: 'NZST',
    780: 'NZDT',
    [-120]: 'NDT BRST',
    [-180]: 'ADT BRT ART UYT',
    [-210]: 'NST',
    [-240]: 'EDT AST VET BOT CLT PYT',
    [-300]: 'EST CDT COT PET ECT',
    [-360]: 'CST MDT',
    [-420]: 'MST PDT',
    [-480]: 'PST AKDT',
    [-540]: 'AKST',
    [-600]: 'HST',
  }).flatMap(([minutes, names]) => names.split(' ').map((name) => [name, Number(minutes)])),
);

/** Names for two offsets, by the time of the year. */
const places: Record<string, string> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
};

/** What may follow a time: an offset, a name, or both, also one of the IANA. */
export const zonePattern =
  /^\s*\(?(?:(?:GMT|UTC?|Z)?\s?(?<offset>[+\-−]\d{1,2}(?::?\d{2})?)(?![\d/.-])|(?<iana>[A-Z][A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)|(?<name>[A-Z]{1,5}|[Zz])(?![\p{L}\d]))\)?/u;

/** An offset as RFC 3339 writes it; undefined for a name that isn't known. */
export function offsetOf(
  { offset, iana, name }: Record<string, string | undefined>,
  day: string,
  time: string,
): string | undefined {
  if (offset) {
    const [, sign, hours, minutes = '00'] = /^(.)(\d{1,2}):?(\d{2})?$/.exec(offset)!;
    if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
    return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
  }
  const place = iana ?? places[name!.toUpperCase()];
  if (place) return offsetAt(place, Date.parse(`${day}T${time}Z`));
  const minutes = offsets[name!.toUpperCase()];
  return minutes === undefined ? undefined : inHours(minutes);
}

/** The offset of a zone at the time that its clocks show. */
function offsetAt(timeZone: string, local: number): string | undefined {
  try {
    const clock = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    const index = (moment: number) => {
      const name = clock.formatToParts(moment).find(({ type }) => type === 'timeZoneName')!.value;
      const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    };
    return inHours(index(local - index(local) * 60_000));
  } catch {
    return undefined;
  }
}

function inHours(minutes: number): string {
  if (!minutes) return 'Z';
  const parts = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((entry) =>
    `${entry}`.padStart(2, '0'),
  );
  return `${minutes < 0 ? '-' : '+'}${parts.join(':')}`;
}
