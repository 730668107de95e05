#!/usr/bin/env sh
# Expected: which files an entry is split into depends on what it imports. A page that imports a module, and later another one
# that needs the same module, is two files: the shared module is in the first, which is always there.
#
# Seen in rolldown 1.2.19: so it is, until any other entry of the build has a top-level await. Then the shared module is a
# third file, one more request for a page that has nothing to do with the await. Builds that count requests do without
# top-level await, or group their modules by name (`output.codeSplitting.groups`).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund rolldown@1.2.19 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import { rolldown } from 'rolldown';
const page = {
  'page.js': `import { shared } from './shared.js'; console.log(shared); import('./later.js');`,
  'later.js': `import { shared } from './shared.js'; console.log('later', shared);`,
  'shared.js': `export const shared = 'shared';`,
};
for (const statement of ['Promise.resolve();', 'await Promise.resolve();']) {
  const files = { ...page, 'unrelated.js': statement };
  const sources = { name: 'sources', resolveId: (id) => id.replace('./', ''), load: (id) => files[id] };
  const bundle = await rolldown({ input: ['page.js', 'unrelated.js'], plugins: [sources] });
  const { output } = await bundle.generate({ format: 'es' });
  const names = output.map(({ fileName }) => fileName.replace(/-[\w-]{8}\./, '.')).sort();
  console.log(`unrelated.js is “${statement}”: ${names.join(' ')}`);
}
JS
seen=$(node "$folder/run.mjs")
echo "rolldown 1.2.19"
echo "$seen"
expected='unrelated.js is “Promise.resolve();”: later.js page.js unrelated.js
unrelated.js is “await Promise.resolve();”: later.js page.js shared.js unrelated.js'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
