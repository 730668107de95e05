#!/usr/bin/env sh
# Expected: the digits that the option `numberingSystem` of Intl.NumberFormat asks for are those of all its methods, as
# ECMA-402 has it (one resolved numbering system for `format` and `formatRange`).
#
# Seen in Node 22.23.3 and 26.10.0 (V8 12.4 and newer), and in Node 20.19.5: `format` follows the option, `formatRange`
# takes the digits of the locale where these are not 0 to 9: 3, but ٣–٥. The same wish written into the locale
# (`ar-EG-u-nu-latn`) holds for both, and Intl.DateTimeFormat has no such fault.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/run.mjs" <<'JS'
for (const [locale, options] of [
  ['ar-EG', { numberingSystem: 'latn' }],
  ['fa', { numberingSystem: 'latn' }],
  ['ar-EG-u-nu-latn', {}],
]) {
  const numbers = new Intl.NumberFormat(locale, options);
  console.log(
    `${locale} ${JSON.stringify(options)}: ${numbers.resolvedOptions().numberingSystem}, ${numbers.format(3)}, ${numbers.formatRange(3, 5)}`,
  );
}
JS
expected='ar-EG {"numberingSystem":"latn"}: latn, 3, ٣–٥
fa {"numberingSystem":"latn"}: latn, 3, ۳–۵
ar-EG-u-nu-latn {}: latn, 3, 3–5'
code=0
for version in 22.23.3 26.10.0; do
  npm install --prefix "$folder/$version" --silent --no-audit --no-fund "node@$version" >/dev/null 2>&1 || exit 2
  seen=$("$folder/$version/node_modules/.bin/node" "$folder/run.mjs")
  echo "Node $version"
  echo "$seen"
  [ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; code=1; }
done
exit $code
