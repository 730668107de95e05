#!/usr/bin/env sh
# Expected: an element that `transformTags` renames and `allowedTags` then refuses disappears, as a refused one does
# without renaming, and the rest of the HTML stays well-formed.
#
# Seen in sanitize-html 2.17.5: the renaming is kept for the depth at which the element stood, and the next allowed
# element that is closed at that depth gets the end tag of the renamed one: `<strong>Note.</b> Text.`. In a browser all
# text from there on is bold, a link would go on as one. `nonTextTags` or `exclusiveFilter` with the original name drop
# the element without this.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund sanitize-html@2.17.5 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import sanitize from 'sanitize-html';
const html = '<p><font>Old</font></p><p><strong>Note.</strong> Text.</p>';
const allowedTags = ['p', 'strong'];
console.log(`refused:            ${sanitize(html, { allowedTags })}`);
console.log(`renamed and refused: ${sanitize(html, { allowedTags, transformTags: { font: 'b' } })}`);
JS
seen=$(node "$folder/run.mjs")
echo "sanitize-html 2.17.5"
echo "$seen"
expected='refused:            <p>Old</p><p><strong>Note.</strong> Text.</p>
renamed and refused: <p>Old</p><p><strong>Note.</b> Text.</p>'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
