// npm run newsroom:pictures: takes the pictures of docs/newsroom.md, of the forms as an officer sees them. Needs Chromium and
// what `npm run build` writes.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';
import { launchOptions } from '../../test/helpers/browsers.mjs';
import { buildNewsroom, copyNewsroom, serveNewsroom } from './workshop.mjs';

const target = 'docs/images';
const folder = join(mkdtempSync(join(tmpdir(), 'newsroom-')), 'newsroom');
copyNewsroom(folder);
console.log((await buildNewsroom(folder)).output);
const { origin, close } = await serveNewsroom(`${folder}/public`);
const browser = await puppeteer.launch({
  ...launchOptions.chromium,
  headless: true,
  args: [...launchOptions.chromium.args, '--lang=fr-FR', '--accept-lang=fr-FR'],
});
const page = await browser.newPage();
await page.setViewport({ width: 1200, height: 760 });
await page.evaluateOnNewDocument('window.showDirectoryPicker = () => navigator.storage.getDirectory();');
mkdirSync(target, { recursive: true });

/** Few colours, since a form has few: a tenth of the bytes. */
const take = async (name) =>
  sharp(await page.screenshot())
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(`${target}/newsroom-${name}.png`);

// The origin's private file system stands for the folder that an officer chooses.
await page.goto(`${origin}page.css`);
const files = readdirSync(`${folder}/content`, { recursive: true, encoding: 'utf8' })
  .filter((path) => statSync(`${folder}/content/${path}`).isFile())
  .map((path) => [`content/${path}`, readFileSync(`${folder}/content/${path}`, 'base64')]);
await page.evaluate(async (entries) => {
  const root = await window.navigator.storage.getDirectory();
  await root.getDirectoryHandle('.git', { create: true });
  for (const [path, base64] of entries) {
    const names = path.split('/');
    const last = names.pop();
    let inner = root;
    for (const name of names) inner = await inner.getDirectoryHandle(name, { create: true });
    const stream = await (await inner.getFileHandle(last, { create: true })).createWritable();
    await stream.write(window.Uint8Array.from(window.atob(base64), (sign) => sign.charCodeAt(0)));
    await stream.close();
  }
}, files);

await page.goto(`${origin}admin/index.html`);
const local = await page.waitForSelector('::-p-text(Travailler avec un dépôt local)');
await take('sign-in');
await local.click();
const row = await page.waitForSelector('::-p-xpath(//*[@role="row"][contains(., "Ouverture d’un centre d’essai")])');
await row.evaluate((element) => element.click());
const frame = await (await page.waitForSelector('iframe.preview')).contentFrame();
await frame.waitForFunction(() => document.querySelector('main > *')?.matches(':state(ready)'), { timeout: 60_000 });
await take('form');
await browser.close();
await close();
