#!/usr/bin/env sh
# Expected: Intl.RelativeTimeFormat tells the past from the future: -3 and 3 of a unit are different words.
#
# Seen in Node 22.23.3 and 26.10.0 (ICU 78.3, CLDR 48.0), and in Node 20.19.5 (ICU 77.1):
# - Arabic, short, months from 3 to 10: three months ago is "خلال 3 أشهر", in three months. The long and the narrow form
#   of the same locale are right ("قبل 3 أشهر"), and so are 12 months.
# - Tigrinya, long (the default), days: three days ago is "ኣብ 3 መዓልቲ", in three days; weeks are right.
#
# This library writes the day itself where both directions come out alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/run.mjs" <<'JS'
const format = (locale, style, value, unit) => new Intl.RelativeTimeFormat(locale, { style }).format(value, unit);
for (const [locale, style, unit] of [
  ['ar', 'short', 'month'],
  ['ar', 'long', 'month'],
  ['ti', 'long', 'day'],
  ['ti', 'long', 'week'],
]) {
  console.log(`${locale} ${style}: ${format(locale, style, -3, unit)} | ${format(locale, style, 3, unit)}`);
}
JS
expected='ar short: خلال 3 أشهر | خلال 3 أشهر
ar long: قبل 3 أشهر | خلال 3 أشهر
ti long: ኣብ 3 መዓልቲ | ኣብ 3 መዓልቲ
ti long: ቅድሚ 3 ሰሙን | ኣብ 3 ሰሙን'
code=0
for version in 22.23.3 26.10.0; do
  npm install --prefix "$folder/$version" --silent --no-audit --no-fund "node@$version" >/dev/null 2>&1 || exit 2
  seen=$("$folder/$version/node_modules/.bin/node" "$folder/run.mjs")
  echo "Node $version"
  echo "$seen"
  [ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; code=1; }
done
exit $code
