// npm run design-pictures: pictures for the checklist in docs/design.md, in docs/pictures/; and demo/images/screenshot.png, the
// picture in the README. Arguments: a folder, a checkout of an older version in which `npm run build` has been run, to take
// the pictures of before as well; and names of points.mjs, to take only some. What is taken is dist/ and, where it is there,
// storybook-static/.
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

const emptyFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Essai',
  home_page_url: 'https://www.example.org/',
  items: [],
};
const [folders, names] = [
  process.argv.slice(2).filter(existsSync),
  process.argv.slice(2).filter((one) => !existsSync(one)),
];
const wanted = points.filter(({ name }) => !names.length || names.includes(name));
const feedOf = ({ name, feed: change, src = feed }) => (change ? `/demo/feeds/${name}.json` : src);

const pageOf = ({ element, attributes = '', inside = link, page = '', ...point }) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <title>${element}</title>
    ${fontsOf('regular')}
    <script type="module" src="/dist/autoload.js"></script>
    <style>body { margin: 0; padding: 1em; ${page} }</style>
  </head>
  <body>
    <iom-${element} loading="eager" src="${feedOf(point)}" ${attributes}>${inside}</iom-${element}>
  </body>
</html>`;

const browser = await launch('chromium', ...sameLetters);
mkdirSync(out, { recursive: true });
for (const folder of folders) await take(folder, 'before');
await take('.', 'after');
if (!names.length) await takeDemo();
await browser.close();

/** Takes the picture of each point from a checkout. */
async function take(folder, when) {
  // The feed is this checkout's: what is compared is how it looks.
  const whole = JSON.parse(readFileSync(`.${feed}`, 'utf8'));
  const answers = {
    [feed]: (response) => json(response, whole),
    '/empty.json': (response) => json(response, emptyFeed),
    '/loading.json': () => undefined,
  };
  for (const point of wanted.filter(({ element }) => element)) {
    answers[`/${point.name}`] = pageOf(point);
    if (point.feed) answers[feedOf(point)] = (response) => json(response, point.feed(whole));
  }
  const site = await serveSite(answers, {}, folder);
  const vite = await createServer({
    root: folder,
    cacheDir: `${folder}/node_modules/.cache/design-pictures`,
    server: { host: '127.0.0.1', port: 5392, hmr: false, ws: false },
    logLevel: 'error',
  });
  await vite.listen();
  for (const point of wanted) {
    const { name, width, height, story, builder, act, then, ready } = point;
    if (story && !existsSync(`${folder}/storybook-static`)) continue;
    const tab = await browser.newPage();
    await tab.setViewport({ width, height });
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await stopClock(tab);
    const url = builder
      ? `${vite.resolvedUrls.local[0]}demo/builder/index.html#lang=fr`
      : `${site.origin}${story ? `storybook-static/iframe.html?id=${story}&viewMode=docs` : name}`;
    await tab.goto(url, { waitUntil: point.state === 'loading' ? 'domcontentloaded' : 'load' });
    await tab.waitForFunction(ready ?? readyOf(point), { timeout: 60_000 });
    // An older version may have nothing of the kind: that is what its picture shows.
    const orNothing = when === 'before' ? () => undefined : undefined;
    if (act) await tab.evaluate(act).catch(orNothing);
    if (then) await tab.waitForFunction(then, { timeout: when === 'before' ? 5000 : 20_000 }).catch(orNothing);
    if (point.state !== 'loading') await tab.waitForNetworkIdle({ idleTime: 500 });
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
function readyOf({ element, state = 'ready' }) {
  return element
    ? `document.querySelector('iom-${element}').matches(':state(${state})')`
    : `document.querySelector('#storybook-docs')?.offsetHeight > 400`;
}
