#!/usr/bin/env sh
# Expected: a range of two days in different months names both months, as it does in other languages.
#
# Seen in Node 22.23.3 and 26.10.0 (ICU 78.3, CLDR 48.0), and in Node 20.19.5 (ICU 77.1): in Swahili the first month is
# missing, with all styles that write the month as a word. From 30 January to 2 February 2026 reads as a range that runs
# backwards within February. Across years both months are there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/run.mjs" <<'JS'
const days = new Intl.DateTimeFormat('sw', { dateStyle: 'long', timeZone: 'UTC' });
const range = (...dates) => days.formatRange(...dates.map((date) => new Date(date))).replace(/\s/g, ' ');
console.log(range('2026-01-30', '2026-02-02'));
console.log(range('2025-12-30', '2026-01-02'));
JS
expected='30 – 2 Februari 2026
30 Desemba 2025 – 2 Januari 2026'
code=0
for version in 22.23.3 26.10.0; do
  npm install --prefix "$folder/$version" --silent --no-audit --no-fund "node@$version" >/dev/null 2>&1 || exit 2
  seen=$("$folder/$version/node_modules/.bin/node" "$folder/run.mjs")
  echo "Node $version"
  echo "$seen"
  [ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; code=1; }
done
exit $code
