// Writes what the demo's feeds hold into its pages, for crawlers and without script: the units inside <iom-org-chart>, the
// navigation inside <iom-site-menu>.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { readMenu } from '../src/feed/menu.ts';
import { readOrganization } from '../src/feed/organization.ts';
import { readFeed } from '../src/feed/read.ts';
import { menuOutlineOf, outlineOf } from '../src/html/outline.ts';

const outlines = {
  'iom-org-chart': (reading) => outlineOf(readOrganization(reading)),
  'iom-site-menu': (reading) => menuOutlineOf(readMenu(reading)),
};

for (const page of (await readdir('demo')).filter((name) => name.endsWith('.html'))) {
  const path = `demo/${page}`;
  let html = await readFile(path, 'utf8');
  const language = /<html lang="(\w+)"/.exec(html)[1];
  const reading = await readFeed(await readFile(`demo/feeds/oim.${language}.json`, 'utf8'), 'https://example.org/');
  for (const [tag, outline] of Object.entries(outlines)) {
    html = html.replace(new RegExp(`(<${tag}[^>]*>).*?(?=</${tag}>)`, 's'), (_, start) => start + outline(reading));
  }
  await writeFile(path, await format(html, { ...(await resolveConfig(path)), parser: 'html' }));
}
