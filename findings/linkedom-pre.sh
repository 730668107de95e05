#!/usr/bin/env sh
# Expected: the line break that follows `<pre>` belongs to the markup and not to the text (HTML standard, 13.2.6.4.7), as in
# browsers and in parse5: the text of `<pre>\na</pre>` is `a`.
#
# Seen in linkedom 0.18.15: it stays, so that text taken from such a page begins with an empty line; so it does in
# `<textarea>` and `<listing>`.
#
# This library lets parse5 read HTML before linkedom holds it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund linkedom@0.18.15 parse5@8.1.1 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import { parseHTML } from 'linkedom';
import { parseFragment } from 'parse5';
for (const name of ['pre', 'textarea', 'listing']) {
  const html = `<${name}>\na</${name}>`;
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const [text, standard] = [document.querySelector(name).textContent, parseFragment(html).childNodes[0].childNodes[0].value];
  console.log(`${name}: linkedom ${JSON.stringify(text)}, parse5 ${JSON.stringify(standard)}`);
}
JS
seen=$(node "$folder/run.mjs")
echo "linkedom 0.18.15, parse5 8.1.1"
printf '%s\n' "$seen"
expected='pre: linkedom "\na", parse5 "a"
textarea: linkedom "\na", parse5 "a"
listing: linkedom "\na", parse5 "a"'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; printf '%s\n' "$expected"; exit 1; }
