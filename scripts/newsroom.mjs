// npm run newsroom: the newsroom on this machine, to try it out: a copy of integrations/newsroom in build/newsroom, with the
// library as `npm run build` has left it. What is written there is published at once, and embargoes that end are looked for
// every minute. To start afresh, delete the copy. `npm run newsroom -- 8090` takes another port, and a folder after it another
// place for the copy.
import { existsSync, watch } from 'node:fs';
import { resolve } from 'node:path';
import { buildNewsroom, copyNewsroom, serveNewsroom } from './newsroom/workshop.mjs';

const [port = 8080, folder = 'build/newsroom'] = process.argv.slice(2);
if (!existsSync('dist/autoload.js') || !existsSync('build/iom-feed/dist/main.js')) {
  console.error('The library is not built yet: run npm run build first.');
  process.exit(2);
}
if (!existsSync(folder)) copyNewsroom(folder);

let isBuilding = false;
let isAskedFor = false;
async function publish() {
  if (isBuilding) {
    isAskedFor = true;
    return;
  }
  isBuilding = true;
  do {
    isAskedFor = false;
    const { output } = await buildNewsroom(folder);
    process.stdout.write(output);
  } while (isAskedFor);
  isBuilding = false;
}

await publish();
const { origin } = await serveNewsroom(`${folder}/public`, Number(port));
watch(`${folder}/content`, { recursive: true }, () => void publish());
setInterval(() => void publish(), 60_000);
console.log(`
  Page:  ${origin}fr/index.html
  Forms: ${origin}admin/index.html   (“Work with Local Repository”: choose ${resolve(folder)})
  Feeds: ${origin}fr/feed.json, to be pasted into any page
`);
