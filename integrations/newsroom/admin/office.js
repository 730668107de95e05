// What the office has in newsroom.json, and what every browser has, put into the configuration of the CMS.

/** Regions that are no countries: the euro area, the United Nations, codes for tests, islands that belong to others. */
const notCountries = new Set('EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA'.split(' '));
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Languages that contacts speak, beside the six of the feeds. */
const spoken = 'fr en es ar ru zh pt de it wo ff sw fa uk tr bn hi ht ro sq'.split(' ');

const named = (type, codes, language) => {
  const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
  return codes
    .filter((code) => names.of(code))
    .map((value) => ({ label: names.of(value), value }))
    .sort((one, two) => one.label.localeCompare(two.label, language));
};

/** Choices that are not in the configuration, by the name that stands for them there. */
const choices = {
  countries: (language) => {
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    // A code that was given up has the one that came after it.
    const current = codes.filter((code) => new Intl.Locale(`und-${code}`).region === code && !notCountries.has(code));
    return named('region', current, language);
  },
  languages: (language) => named('language', spoken, language),
  zones: () => Intl.supportedValuesOf('timeZone').map((value) => ({ label: value, value })),
};

/**
 * Completes the configuration of the CMS.
 *
 * @param {object} config What is in config.fr.json.
 * @param {{repository: string, branch: string, url: string, time_zone: string}} office What is in newsroom.json.
 * @param {string} language Of the forms: `fr`, `es` or `en`.
 */
export function forOffice(config, office, language) {
  const fill = (value) => {
    if (Array.isArray(value)) return value.map(fill);
    if (!value || typeof value !== 'object') return value;
    const filled = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner)]));
    if (filled.input_timezone === 'office') filled.input_timezone = office.time_zone;
    if (typeof filled.options === 'string') filled.options = choices[filled.options](language);
    return filled;
  };
  const { repository: repo, branch, url } = office;
  return { ...fill(config), backend: { ...config.backend, repo, branch }, site_url: url };
}

const wallClock = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;

/** How far a zone is from UTC at a moment, in minutes. */
function offsetAt(moment, zone) {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(moment);
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(parts.at(-1).value) ?? [];
  return sign ? Number(`${sign}1`) * (60 * Number(hours) + Number(minutes)) : 0;
}

/**
 * A moment in the zone of the office, since readers are shown the day as it is written: a writer's machine may be elsewhere.
 *
 * @param {string} written RFC 3339, or a day or time without an offset, which is one of the office.
 * @param {string} zone IANA name.
 * @returns {string} RFC 3339; what is no date stays as it is.
 */
export function inZone(written, zone) {
  const isWall = wallClock.test(written);
  let moment = new Date(isWall ? `${written.length === 10 ? `${written}T00:00` : written}Z` : written);
  if (Number.isNaN(moment.getTime())) return written;
  if (isWall) {
    const first = new Date(moment.getTime() - offsetAt(moment, zone) * 60_000);
    // Near a change of the clocks the offset is that of the result.
    moment = new Date(moment.getTime() - offsetAt(first, zone) * 60_000);
  }
  const offset = offsetAt(moment, zone);
  const two = (number) => `${Math.floor(Math.abs(number))}`.padStart(2, '0');
  const time = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${time}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
