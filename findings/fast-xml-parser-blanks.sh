#!/usr/bin/env sh
# Expected: text around a CDATA section belongs to its element as it stands, since CDATA only changes how characters are
# written (XML 1.0, 2.7). Trimming, the default, takes white space off the ends of a value.
#
# Seen in fast-xml-parser 5.12.1: each piece before, in and after a section is trimmed, and then they are joined, so that
# words run together in the middle of a title. `trimValues: false` keeps all of it, and the ends are trimmed afterwards.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund fast-xml-parser@5.12.1 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import { XMLParser } from 'fast-xml-parser';
const xml = ' <title> News of <![CDATA[IOM & UNHCR]]> in Dakar </title>';
for (const trimValues of [true, false]) {
  console.log(`trimValues ${trimValues}: "${new XMLParser({ trimValues }).parse(xml).title}"`);
}
JS
seen=$(node "$folder/run.mjs")
echo "fast-xml-parser 5.12.1"
echo "$seen"
expected='trimValues true: "News ofIOM & UNHCRin Dakar"
trimValues false: " News of IOM & UNHCR in Dakar "'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
