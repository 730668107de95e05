// node --import tsx test/bench/ten.mjs: how much longer a page of all ten elements takes until what is in sight is there
// than a page of news, release and contact. Asserts nothing; the time is the processor's, so only the ratio says something.
import { serveSite, withPage } from '../helpers/site.ts';

const names = ['news-feed', 'press-release', 'press-contact'];
const all = [...names, 'site-menu', 'about', 'key-figures', 'link-cards', 'office-map', 'org-chart', 'sdg-grid'];
const page = (elements) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<script type="module" blocking="render" src="/dist/autoload.js"></script>
${elements.map((name) => `<iom-${name} src="/demo/feeds/oim.en.json"><a href="/">Fallback</a></iom-${name}>`).join('')}`;

const site = await serveSite({ '/three': page(names), '/ten': page(all) });
const times = { three: [], ten: [] };
for (let round = 0; round < 7; round++) {
  for (const path of Object.keys(times)) {
    const time = await withPage('chromium', async (tab) => {
      await tab.setViewport({ width: 1200, height: 900 });
      await tab.goto(`${site.origin}${path}`);
      await tab.waitForFunction(() =>
        [...document.querySelectorAll('body > *')].every(
          (element) =>
            element.getBoundingClientRect().top > document.documentElement.clientHeight ||
            element.matches(':state(ready)'),
        ),
      );
      return tab.evaluate('performance.now()');
    });
    times[path].push(time);
  }
}
await site.close();
const median = (list) => list.sort((one, other) => one - other)[list.length >> 1];
const [three, ten] = [median(times.three), median(times.ten)];
console.log(`three: ${Math.round(three)} ms, ten: ${Math.round(ten)} ms, ratio ${(ten / three).toFixed(2)}`);
