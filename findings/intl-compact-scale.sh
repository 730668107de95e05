#!/usr/bin/env sh
# Expected: a compact number stands for the number that it shortens, in its long and in its short form.
#
# Seen in Node 22.23.3 and 26.10.0 (ICU 78.3, CLDR 48.0), and in Chromium 156, which has the same data:
# - Nepali, long: 281,000,000 becomes "281 करोड". A करोड is 10,000,000, so that reads as 2,810,000,000. The short form of
#   the same locale says "28 करोड".
# - Bangla, short: 123,000,000,000 becomes "1.2কো", which reads as 12,000,000 (a কোটি is 10,000,000 too), and it is less
#   than what 123,000,000 becomes, "12 কো". The long form says "12,300 কোটি". ICU 77.1 (Node 20) wrote "123কো", which is
#   wrong by a factor of 100.
#
# So a shortened number needs the number in full beside it, and sorting or checking by the short form does not work.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/run.mjs" <<'JS'
const format = (locale, compactDisplay, value) =>
  new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, numberingSystem: 'latn' }).format(value).replace(/\s/, ' ');
console.log(
  [
    `ICU ${process.versions.icu}`,
    format('ne', 'long', 281e6),
    format('ne', 'short', 281e6),
    format('bn', 'short', 123e6),
    format('bn', 'short', 123e9),
    format('bn', 'long', 123e9),
  ].join(' | '),
);
JS
expected='ICU 78.3 | 281 करोड | 28 करोड | 12 কো | 1.2কো | 12,300 কোটি'
code=0
for version in 22.23.3 26.10.0; do
  mkdir "$folder/$version"
  npm install --prefix "$folder/$version" --silent --no-audit --no-fund "node@$version" >/dev/null 2>&1 || exit 2
  seen=$("$folder/$version/node_modules/.bin/node" "$folder/run.mjs")
  echo "Node $version: $seen"
  [ "$seen" = "$expected" ] || { echo "changed; it was: $expected"; code=1; }
done
exit $code
