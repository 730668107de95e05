#!/usr/bin/env sh
# Expected: cells of a CSV file that SheetJS can't be sure about stay text, or "1,5" in a file whose columns are parted by
# semicolons is one and a half, as the programs meant that write such files (Excel in German, French, Spanish …).
#
# Seen in xlsx 0.18.5, the newest version on npm: it finds the semicolons, but takes the comma for thousands wherever it
# stands: 1,5 becomes 15, and -34,90 becomes -3490, without a word. Codes lose their zeros, telephone numbers their plus,
# and 01/02/2026 is the second of January. `raw: true` leaves all of them as they were written.
#
# This library reads CSV with papaparse, which makes no numbers, and asks the language of the table what a comma is.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund xlsx@0.18.5 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import * as XLSX from 'xlsx';
const text = 'Share;Lat;Code;Phone;Day\n1,5;-34,90;0012;+41227179111;01/02/2026\n';
for (const options of [{}, { raw: true }]) {
  const { Sheets, SheetNames } = XLSX.read(text, { type: 'string', UTC: true, ...options });
  const [, row] = XLSX.utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1 });
  console.log(`${JSON.stringify(options)}: ${JSON.stringify(row)}`);
}
JS
seen=$(TZ=UTC node "$folder/run.mjs")
echo "xlsx 0.18.5"
echo "$seen"
expected='{}: [15,-3490,12,41227179111,46024]
{"raw":true}: ["1,5","-34,90","0012","+41227179111","01/02/2026"]'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
