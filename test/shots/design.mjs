// npm run design-pictures -- FOLDER: pictures for the checklist in docs/design.md, before and after, in docs/pictures/; and
// demo/images/screenshot.png, the picture in the README. FOLDER is a checkout of an older version in which `npm run build`
// has been run; without it only the pictures of this one are taken again. What it takes them of is dist/ and, where it is
// there, storybook-static/.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { createServer } from 'vite';
import { families, fontSheets, fontsOf } from '../helpers/fonts.ts';
import { sameLetters, stopClock } from '../helpers/pictures.ts';
import { contentShown, json, launch, serveSite } from '../helpers/site.ts';
import { points } from './points.mjs';

const out = 'docs/pictures';
const feed = '/demo/feeds/oim.fr.json';

const link = '<a href="https://www.example.org/">example.org</a>';

const pageOf = ({ element, attributes = '', src = feed }) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <title>${element}</title>
    ${fontsOf('regular')}
    <script type="module" src="/dist/autoload.js"></script>
    <style>body { margin: 1em; }</style>
  </head>
  <body>
    <iom-${element} loading="eager" src="${src}" ${attributes}>${link}</iom-${element}>
  </body>
</html>`;

const browser = await launch('chromium', ...sameLetters);
mkdirSync(out, { recursive: true });
if (process.argv[2]) await take(process.argv[2], 'before');
await take('.', 'after');
await takeDemo();
await browser.close();

/** Takes the picture of each point from a checkout. */
async function take(folder, when) {
  const pages = Object.fromEntries(
    points.filter(({ element }) => element).map((point) => [`/${point.name}`, pageOf(point)]),
  );
  // The feed is this checkout's: what is compared is how it looks.
  const answers = { [feed]: (response) => json(response, JSON.parse(readFileSync(`.${feed}`, 'utf8'))) };
  const site = await serveSite({ ...pages, ...answers }, {}, folder);
  const vite = await createServer({
    root: folder,
    cacheDir: `${folder}/node_modules/.cache/design-pictures`,
    server: { host: '127.0.0.1', port: 5392, hmr: false, ws: false },
    logLevel: 'error',
  });
  await vite.listen();
  for (const point of points) {
    const { name, width, height, story, builder, act, ready } = point;
    if (story && !existsSync(`${folder}/storybook-static`)) continue;
    const tab = await browser.newPage();
    await tab.setViewport({ width, height });
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await stopClock(tab);
    const url = builder
      ? `${vite.resolvedUrls.local[0]}demo/builder/index.html#lang=fr`
      : `${site.origin}${story ? `storybook-static/iframe.html?id=${story}&viewMode=docs` : name}`;
    await tab.goto(url);
    await tab.waitForFunction(ready ?? readyOf(point), { timeout: 60_000 });
    if (act) await tab.evaluate(act);
    await tab.waitForNetworkIdle({ idleTime: 500 });
    const picture = await tab.screenshot();
    await sharp(picture).webp({ quality: 62, effort: 6 }).toFile(`${out}/${name}-${when}.webp`);
    await tab.close();
  }
  await vite.close();
  await site.close();
}

/** The picture in the README: the top of a partner's page. */
async function takeDemo() {
  const site = await serveSite();
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 900 });
  await stopClock(tab);
  await tab.goto(`${site.origin}demo/index.html`);
  // For the languages that the fonts of a machine may lack; titles keep those of the page.
  await tab.evaluate(`document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(fontSheets)});
    document.body.style.fontFamily = ${JSON.stringify(families.regular)}`);
  await contentShown(tab, 'iom-press-release', 'iom-news-feed', 'iom-press-contact');
  await tab.evaluate('scrollTo(0, 0)');
  await tab.waitForNetworkIdle({ idleTime: 500 });
  await sharp(await tab.screenshot())
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile('demo/images/screenshot.png');
  await tab.close();
  await site.close();
}

/** When an element has come to rest: as text, since it runs in the page. */
function readyOf({ element }) {
  return element
    ? `document.querySelector('iom-${element}').matches(':state(ready)')`
    : `document.querySelector('#storybook-docs')?.offsetHeight > 400`;
}
