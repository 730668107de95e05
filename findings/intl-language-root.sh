#!/usr/bin/env sh
# Expected: Intl.DisplayNames names a text whose language is not known (`und`, which many catalogues write) as CLDR does, such
# as "Unknown language", or gives back the tag.
#
# Seen in Node 20.19.5, 22.23.3 and 26.10.0 (V8 with ICU): it is called "root", a word of ICU's data that no reader knows, in
# every language, though `zxx` beside it, a text without language, has its name. With `fallback: 'none'` `und` has no name,
# and the names of all others stay.
#
# This library shows what Intl gives: feeds should leave out a language that they don't know.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/run.mjs" <<'JS'
for (const fallback of ['code', 'none']) {
  for (const tag of ['en', 'fr', 'ar']) {
    const names = new Intl.DisplayNames(tag, { type: 'language', fallback });
    console.log(`${fallback} ${tag}: ${['und', 'und-Arab', 'zxx'].map((language) => names.of(language)).join(', ')}`);
  }
}
JS
expected='code en: root, root (Arabic), No linguistic content
code fr: root, root (arabe), sans contenu linguistique
code ar: root, root (العربية), بدون محتوى لغوي
none en: , , No linguistic content
none fr: , , sans contenu linguistique
none ar: , , بدون محتوى لغوي'
code=0
for version in 20.19.5 22.23.3 26.10.0; do
  npm install --prefix "$folder/$version" --silent --no-audit --no-fund "node@$version" >/dev/null 2>&1 || exit 2
  seen=$("$folder/$version/node_modules/.bin/node" "$folder/run.mjs")
  echo "Node $version"
  echo "$seen"
  [ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; code=1; }
done
exit $code
