#!/usr/bin/env sh
# Expected: the parts of a workbook are found by its relationships, whatever they are called, as Open Packaging Conventions
# want it (ECMA-376 Part 2, 8.3): a worksheet may be `xl/worksheets/offices.xml`.
#
# Seen in exceljs 4.4.0: only parts called `xl/worksheets/sheetN.xml` are read. A workbook whose worksheet has another name
# opens without an error and without that worksheet. The parts have to be renamed before it reads them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund exceljs@4.4.0 fflate@0.8.3 read-excel-file@9.3.17 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import ExcelJS from 'exceljs';
import { readSheet } from 'read-excel-file/node';
const workbook = new ExcelJS.Workbook();
workbook.addWorksheet('Offices').getCell('A1').value = 'Test office';
const files = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
const { 'xl/worksheets/sheet1.xml': sheet, ...others } = files;
const renamed = Object.fromEntries(
  Object.entries(others).map(([name, bytes]) => [
    name,
    /\.(xml|rels)$/.test(name) ? strToU8(strFromU8(bytes).replaceAll('worksheets/sheet1.xml', 'worksheets/offices.xml')) : bytes,
  ]),
);
for (const [what, parts] of [['sheet1.xml', files], ['offices.xml', { ...renamed, 'xl/worksheets/offices.xml': sheet }]]) {
  const zipped = zipSync(parts);
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(zipped);
  const rows = await readSheet(Buffer.from(zipped));
  console.log(`${what}: exceljs ${read.worksheets.length} worksheet(s), read-excel-file ${rows.length} row(s)`);
}
JS
seen=$(node "$folder/run.mjs")
echo "exceljs 4.4.0, read-excel-file 9.3.17"
echo "$seen"
expected='sheet1.xml: exceljs 1 worksheet(s), read-excel-file 1 row(s)
offices.xml: exceljs 0 worksheet(s), read-excel-file 1 row(s)'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
