import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { headersFor, headersFile, readHeaders } from '../../src/cli/publish/headers.js';
import { publish } from '../../src/cli/commands/publish.js';
import { iomFeed, iomFeedScript } from '../helpers/cli.js';
import { scratchFolder } from '../helpers/publications.js';

describe('the README', () => {
  const lines = readFileSync('README.md', 'utf8').match(/^npx iom-feed .+$/gm) ?? [];
  const folder = scratchFolder();
  copyFileSync('demo/content/uy-trafficking-network.fr.txt', join(folder, 'release.txt'));
  writeFileSync(
    join(folder, 'page.html'),
    '<html lang="fr"><iom-news-feed src="https://feeds.example.org/{lang}/news.json"><a href="/">OIM</a></iom-news-feed>',
  );
  const argumentsOf = (line: string) =>
    [...line.slice('npx iom-feed '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, text, word]) => text ?? word);

  it('has an example for each of the seven commands', () => {
    const names = lines.map((line) => argumentsOf(line)[0]);
    assert.deepEqual(names, ['import', 'validate', 'publish', 'sync', 'prerender', 'check', 'serve']);
  });

  /** The release names no date: that is a warning. The page has the placeholders of the README: those are errors. */
  const codes: Record<string, number> = { validate: 1, check: 2 };
  // What sync does is in docs/sync.md; the last line serves until it is stopped.
  for (const line of lines.filter((entry) => !/^npx iom-feed (sync|serve) /.test(entry))) {
    it(`${line} ⇒ works as it stands`, async () => {
      const args = argumentsOf(line);
      const { code, stderr } = await iomFeed(args, { cwd: folder });
      assert.equal(code, codes[args[0]] ?? 0, stderr);
    });
  }

  it('leaves what it says: a feed, a publication, a page that is filled', () => {
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    assert.match(read('oim.fr.json'), /"title": "OIM – Actualités"/);
    assert.match(read('public/current/feed.json'), /réseau binational/);
    assert.match(read('filled.html'), /<template shadowrootmode="open">[^]+réseau binational/);
  });

  it(`${lines.at(-1)} ⇒ serves`, async () => {
    const args = [...argumentsOf(lines.at(-1)!).filter((arg) => !/^--fail$|%$/.test(arg)), '--port', '0'];
    const child = spawn(process.execPath, [...iomFeedScript, ...args], { cwd: folder });
    const said = await new Promise<string>((done) => child.stdout.on('data', (part) => done(String(part))));
    const url = /http:\S+/.exec(said)?.[0];
    const answer = await fetch(`${url}feed.json`);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.match(await answer.text(), /réseau binational/);
    child.kill();
  });
});

describe('docs/hosting.md', () => {
  const page = readFileSync('docs/hosting.md', 'utf8');
  const number = (text: string) => Number(text.replaceAll(',', ''));

  it('counts right', () => {
    const sums = [...page.matchAll(/([\d,]+(?: [×/+-] [\d,]+)+) = ([\d,]+)/g)];
    assert.ok(sums.length >= 12);
    for (const [sum, terms, result] of sums) {
      const [first, ...rest] = terms.split(/ (?=[×/+-])/);
      const total = rest.reduce((value, term) => {
        const other = number(term.slice(2));
        return { '×': value * other, '/': value / other, '+': value + other, '-': value - other }[term[0]]!;
      }, number(first));
      assert.equal(Math.round(total), number(result), sum);
    }
  });

  it('has the headers that publications have', () => {
    const headers = new Map(headersFor('/feed.json', readHeaders(headersFile())));
    assert.ok(page.includes(`Cache-Control: ${headers.get('Cache-Control')}`));
  });

  it('counts with more bytes than the demo’s feed has', async () => {
    const out = join(scratchFolder(), 'out');
    await publish('demo/feeds/oim.fr.json', { out });
    assert.ok(statSync(join(out, 'current/feed.json.br')).size < number(/a feed of ([\d,]+) bytes/.exec(page)![1]));
  });
});
