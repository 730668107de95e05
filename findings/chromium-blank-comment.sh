#!/usr/bin/env sh
# Expected: a blank between two words on a line is a blank for screen readers, too, whatever comments stand beside it.
#
# Seen in Chromium 156: a text of nothing but blanks has no node in the accessibility tree if a comment stands before it
# (or after it, between two elements). Libraries that render templates leave such comments: in Lit’s `${label} ${value}`
# the blank is a text of its own between two of them, so what is “Closes on 31 December” on screen and in what is copied
# is “Closes on31 December” for a screen reader. Blanks that belong to a text are kept: here they are written into the
# expression before them. test/transcripts/ shows where one is missing.
#
# Needs Chromium: CHROME_PATH, or /usr/bin/chromium.
set -eu
chrome=${CHROME_PATH:-/usr/bin/chromium}
[ -x "$chrome" ] || exit 2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund puppeteer-core@24.10.0 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import puppeteer from 'puppeteer-core';
const browser = await puppeteer.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const html of ['A <b>B</b>', 'A<!----> <b>B</b>', 'A<!----> <!---->B', '<i>A</i> <b>B</b>', '<i>A</i> <!----><b>B</b>']) {
  await page.setContent(`<p>${html}</p>`);
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const text = nodes.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => name.value);
  console.log(`${html}: "${text.join('')}" for screen readers, "${await page.$eval('p', (p) => p.innerText)}" on screen`);
}
await browser.close();
JS
seen=$(cd "$folder" && node run.mjs "$chrome")
"$chrome" --version --no-sandbox 2>/dev/null || true
echo "$seen"
expected='A <b>B</b>: "A B" for screen readers, "A B" on screen
A<!----> <b>B</b>: "AB" for screen readers, "A B" on screen
A<!----> <!---->B: "AB" for screen readers, "A B" on screen
<i>A</i> <b>B</b>: "A B" for screen readers, "A B" on screen
<i>A</i> <!----><b>B</b>: "AB" for screen readers, "A B" on screen'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
