#!/usr/bin/env sh
# Expected: the delimiter that papaparse detects does not depend on a line break at the end of the file, which RFC 4180
# leaves open and most programs write.
#
# Seen in papaparse 5.7.1: the empty line after the last break counts as a row of one column when delimiters are compared,
# so that a file with semicolons and decimal commas is read with commas: coordinates are cut in half and headers are one.
# `skipEmptyLines: 'greedy'` helps here; a delimiter that is counted in the header line and passed on always does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund papaparse@5.7.1 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import Papa from 'papaparse';
const text = 'Lat;Lon\n-34,90;-56,18';
for (const [name, source, options] of [
  ['without', text, {}],
  ['with', `${text}\n`, {}],
  ['with, empty lines skipped', `${text}\n`, { skipEmptyLines: 'greedy' }],
]) {
  const { meta, data } = Papa.parse(source, options);
  console.log(`${name}: "${meta.delimiter}" ${JSON.stringify(data[1])}`);
}
JS
seen=$(node "$folder/run.mjs")
echo "papaparse 5.7.1"
echo "$seen"
expected='without: ";" ["-34,90","-56,18"]
with: "," ["-34","90;-56","18"]
with, empty lines skipped: ";" ["-34,90","-56,18"]'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
