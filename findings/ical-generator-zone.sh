#!/usr/bin/env sh
# Expected: an event with a `Date` and a `timezone` starts at that moment, written as the clocks of the zone show it:
# 07:30 UTC is 09:30 in Africa/Juba.
#
# Seen in ical-generator 10.2.0: the clock of the machine is written under the name of the zone. The same program says
# 04:30 in Africa/Juba on a machine in Montevideo (five hours early) and 16:30 on one in Tokyo (seven hours late). The
# calendar holds no VTIMEZONE either. Without `timezone` the event is in UTC and right.
# The same generator escapes `,` and `;` in a URL, as text values want it and URI values (RFC 5545, 3.3.13) do not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund ical-generator@10.2.0 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import ical from 'ical-generator';
const start = new Date('2026-03-03T07:30:00Z');
const url = 'https://www.example.org/map?at=1,2;zoom=3';
const lines = (timezone) => {
  const calendar = ical();
  calendar.createEvent({ id: 'test', start, timezone, url, summary: 'Briefing' });
  return calendar.toString().split('\r\n').filter((line) => /^(DTSTART|URL)/.test(line)).join(' | ');
};
console.log(`${process.env.TZ}: ${lines('Africa/Juba')}`);
console.log(`${process.env.TZ}: ${lines()}`);
JS
seen=$(for zone in America/Montevideo Asia/Tokyo; do TZ=$zone node "$folder/run.mjs"; done)
echo "ical-generator 10.2.0"
echo "$seen"
expected='America/Montevideo: DTSTART;TZID=Africa/Juba:20260303T043000 | URL;VALUE=URI:https://www.example.org/map?at=1\,2\;zoom=3
America/Montevideo: DTSTART:20260303T073000Z | URL;VALUE=URI:https://www.example.org/map?at=1\,2\;zoom=3
Asia/Tokyo: DTSTART;TZID=Africa/Juba:20260303T163000 | URL;VALUE=URI:https://www.example.org/map?at=1\,2\;zoom=3
Asia/Tokyo: DTSTART:20260303T073000Z | URL;VALUE=URI:https://www.example.org/map?at=1\,2\;zoom=3'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
