// npm run shots: pictures of every element in every state, at six widths, light and dark, in six languages, in build/shots/.
// Some alone: npm run shots -- news-feed fr ready dark. What it takes them of is dist/: npm run build makes it.
import { mkdirSync, rmSync } from 'node:fs';
import { placeholderHeights } from '../../src/elements.ts';
import { sameLetters, stopClock } from '../helpers/pictures.ts';
import { launch, serveSite } from '../helpers/site.ts';
import { languages, openSheet, sheetAnswers, sheetPath, states, variants } from './sheet.ts';

const folder = 'build/shots';
const named = process.argv.slice(2);
const chosen = (all) => (all.some((name) => named.includes(name)) ? all.filter((name) => named.includes(name)) : all);
const names = chosen(Object.keys(placeholderHeights));
const schemes = ['light', 'dark'];
const known = [...Object.keys(placeholderHeights), ...languages, ...states, ...schemes];
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
      for (const state of chosen(states)) {
        for (const attributes of ['', ...(state === 'ready' ? (variants[name] ?? []) : [])]) {
          const profile = await browser.createBrowserContext();
          const tab = await profile.newPage();
          await tab.setViewport({ width: 1680, height: 1000 });
          await tab.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          await stopClock(tab);
          const path = sheetPath(name, state, lang, attributes);
          await openSheet(tab, site.origin + path.slice(1), name, state);
          if (state === 'ready') await tab.waitForNetworkIdle({ idleTime: 300 });
          const file = path.replace('/sheets/', '').replace(`${name}-`, '').replace('.html', `-${scheme}.png`);
          await tab.screenshot({ path: `${folder}/${name}/${file}`, fullPage: true });
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
