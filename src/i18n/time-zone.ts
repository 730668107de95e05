const minute = 60_000;

const formats: Record<string, Intl.DateTimeFormat> = {};

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds; undefined for an unknown zone. */
export function utcOffset(zone: string): ((instant: number) => number) | undefined {
  try {
    const format = (formats[zone] ??= new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }));
    return (instant) => {
      const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(instant)) ?? [];
      return sign ? Number(sign + 1) * (Number(hours) * 60 + Number(minutes)) * minute : 0;
    };
  } catch {
    return undefined;
  }
}
