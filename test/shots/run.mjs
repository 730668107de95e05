// npm run shots: pictures of every element in every state, at six widths, light and dark, in six languages, in build/shots/.
// Some alone: npm run shots -- news-feed fr ready dark. By name only, those with feeds that are hard to lay out, which are in
// test/fixtures/extremes.ts: npm run shots -- words-of-400 fr. What it takes them of is dist/: npm run build makes it.
import { mkdirSync, rmSync } from 'node:fs';
import { placeholderHeights } from '../../src/elements.ts';
import { sameLetters, stopClock } from '../helpers/pictures.ts';
import { extremes } from '../fixtures/extremes.ts';
import { launch, serveSite } from '../helpers/site.ts';
import { concerned, languages, looksOf, openSheet, sheetAnswers, sheetPath, states } from './sheet.ts';

const folder = 'build/shots';
const named = process.argv.slice(2);
const chosen = (all) => (all.some((name) => named.includes(name)) ? all.filter((name) => named.includes(name)) : all);
const names = chosen(Object.keys(placeholderHeights));
const schemes = ['light', 'dark'];
const conditions = named.some((name) => name in extremes)
  ? Object.keys(extremes).filter((name) => named.includes(name))
  : chosen(states);
const known = [...Object.keys(placeholderHeights), ...languages, ...states, ...Object.keys(extremes), ...schemes];
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length) {
  console.error(`There is nothing called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(1);
}

const site = await serveSite(sheetAnswers(names));
const browser = await launch('chromium', ...sameLetters);
if (!named.length) rmSync(folder, { recursive: true, force: true });
let count = 0;
for (const name of names) {
  mkdirSync(`${folder}/${name}`, { recursive: true });
  for (const scheme of chosen(schemes)) {
    for (const lang of chosen(languages)) {
      for (const state of conditions.filter((condition) => concerned(condition).includes(name))) {
        for (const attributes of looksOf(name, state)) {
          const profile = await browser.createBrowserContext();
          const tab = await profile.newPage();
          await tab.setViewport({ width: 1680, height: 1000 });
          await tab.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          await stopClock(tab);
          const path = sheetPath(name, state, lang, attributes);
          await openSheet(tab, site.origin + path.slice(1), state);
          const file = path.replace('/sheets/', '').replace(`${name}-`, '').replace('.html', `-${scheme}.png`);
          // Rows out of sight are not drawn.
          const height = await tab.evaluate('document.documentElement.scrollHeight');
          await tab.setViewport({ width: 1680, height });
          if (state !== 'loading') await tab.waitForNetworkIdle({ idleTime: 300 });
          await tab.screenshot({ path: `${folder}/${name}/${file}` });
          await profile.close();
          count++;
        }
      }
    }
  }
}
await browser.close();
await site.close();
console.log(`${count} sheets of six widths are in ${folder}/.`);
