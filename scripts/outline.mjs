// Writes the units of the demo's feeds into its pages, inside <iom-org-chart>: for crawlers and without script.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { readOrganization } from '../src/feed/organization.ts';
import { readFeed } from '../src/feed/read.ts';
import { outlineOf } from '../src/html/outline.ts';

for (const page of ['index', 'en', 'es', 'ar']) {
  const path = `demo/${page}.html`;
  const html = await readFile(path, 'utf8');
  const language = /<html lang="(\w+)"/.exec(html)[1];
  const feed = await readFile(`demo/feeds/oim.${language}.json`, 'utf8');
  const outline = outlineOf(readOrganization(await readFeed(feed, 'https://example.org/')));
  const written = html.replace(/(<iom-org-chart[^>]*>).*?(?=<\/iom-org-chart>)/s, (_, tag) => tag + outline);
  await writeFile(path, await format(written, { ...(await resolveConfig(path)), parser: 'html' }));
}
