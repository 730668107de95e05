#!/usr/bin/env sh
# Expected: `date1904="true"` and `date1904="1"` mean the same; the attribute is an xsd:boolean (ECMA-376 Part 1, 18.2.28),
# and LibreOffice writes the word.
#
# Seen in exceljs 4.4.0: only "1" is understood. A workbook that counts from 1904 and says so with the word comes out
# 1,462 days early, four years and a day, without a message. The attribute has to be read from workbook.xml beside it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund exceljs@4.4.0 fflate@0.8.3 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import ExcelJS from 'exceljs';
const workbook = new ExcelJS.Workbook();
workbook.properties.date1904 = true;
workbook.addWorksheet('Test').getCell('A1').value = new Date('2026-03-01T00:00:00Z');
const files = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
for (const value of ['1', 'true']) {
  const xml = strFromU8(files['xl/workbook.xml']).replace(/date1904="\w+"/, `date1904="${value}"`);
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(zipSync({ ...files, 'xl/workbook.xml': strToU8(xml) }));
  console.log(`date1904="${value}": ${read.getWorksheet('Test').getCell('A1').value.toISOString().slice(0, 10)}`);
}
JS
seen=$(node "$folder/run.mjs")
echo "exceljs 4.4.0"
echo "$seen"
expected='date1904="1": 2026-03-01
date1904="true": 2022-02-28'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
