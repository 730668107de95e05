#!/usr/bin/env sh
# Expected: reading a response whose body is a stream fails with the reason that the stream failed for, as in the Fetch
# standard (“fully read”: the error steps get the exception) and in Node: a RangeError stays one, so does a TimeoutError.
#
# Seen in Chromium 156: it is always the TypeError of a broken connection. A body that is piped through a TransformStream,
# to count its bytes or to see how far it is, so loses why it was given up. Here the parts of a feed are read one by one.
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
const read = async () => {
  const failing = new ReadableStream({ start: (controller) => controller.error(new RangeError('too large')) });
  const counted = new Response('{}').body.pipeThrough(
    new TransformStream({
      transform() {
        throw new RangeError('too large');
      },
    }),
  );
  const reasonOf = (stream) => new Response(stream).text().catch(({ name }) => name);
  return `${await reasonOf(failing)}, ${await reasonOf(counted)}`;
};
const browser = await puppeteer.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
const page = await browser.newPage();
console.log(`Chromium: ${await page.evaluate(read)}`);
console.log(`Node: ${await read()}`);
await browser.close();
JS
seen=$(cd "$folder" && node run.mjs "$chrome")
"$chrome" --version --no-sandbox 2>/dev/null || true
echo "$seen"
expected='Chromium: TypeError, TypeError
Node: RangeError, RangeError'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
