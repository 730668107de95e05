// Pages of text, as browsers without script, styles and pictures draw them. Those that aren't on this machine are skipped.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { publish } from '../../src/cli/commands/publish.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { scratchFolder } from '../helpers/publications.js';

const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
const browsers: Record<string, string[]> = {
  w3m: ['-dump', '-cols', '100', '-O', 'UTF-8', '-I', 'UTF-8', '-T', 'text/html'],
  lynx: ['-dump', '-width=100', '-display_charset=utf-8', '-assume_charset=utf-8', '-nomargins'],
  links2: ['-dump', '-width', '100', '-codepage', 'utf-8', '-html-assume-codepage', 'utf-8'],
};

/** Lines break where a browser likes, and between Chinese letters, too: what counts is what is read. */
const bare = (text: string) => text.replace(/[\s\u200e\u200f\u2066-\u2069\u00ad]+/g, '');

/** Publications, by their language: each is made once. */
const publications = new Map(languages.map((language) => [language, scratchFolder()]));
before(async () => {
  for (const [language, out] of publications) await publish(`demo/feeds/oim.${language}.json`, { out, text: true });
});

for (const [name, options] of Object.entries(browsers)) {
  const path = `/usr/bin/${name}`;
  describe(`${name} shows all of a page of text`, { skip: existsSync(path) ? false : `needs ${name}` }, () => {
    for (const [language, out] of publications) {
      const draw = (file: string) =>
        bare(
          execFileSync(path, [...options, join(out, 'current/text', file)], {
            encoding: 'utf8',
            env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', HOME: out },
          }),
        );

      it(language, () => {
        const feed = JSON.parse(readFileSync(`demo/feeds/oim.${language}.json`, 'utf8')) as Feed;
        const list = draw('index.html');
        const newest = feed.items.slice(0, 10);
        for (const { title, summary } of newest) {
          assert.ok(list.includes(bare(title!)), title);
          assert.ok(list.includes(bare(summary!)), summary);
        }
        const contact = feed._iom!.contacts!.find(({ id }) => id === newest[0]._iom!.contacts![0])!;
        assert.ok(list.includes(contact.email!), contact.email);
        const release = draw(`item/${newest[0].id}.html`);
        assert.ok(release.includes(bare(newest[0].title!)));
        // Its last sentence: nothing is cut.
        const last = newest[0]
          .content_html!.replace(/<[^>]+>/g, ' ')
          .trim()
          .split(/\s+/)
          .slice(-4)
          .join('');
        assert.ok(release.includes(bare(last)), last);
      });
    }
  });
}
