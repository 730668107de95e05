import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { zipSync } from 'fflate';
import { publish } from '../../src/cli/commands/publish.js';
import { validate } from '../../src/cli/commands/validate.js';
import { headersFor, publicationRules } from '../../src/cli/publish/headers.js';
import type { Attachment, Feed } from '../../src/feed/schema/model.generated.js';
import { iomFeed } from '../helpers/cli.js';
import { filesIn, item, readFeedFile, scratchFolder, timesOf, writeFeed } from '../helpers/publications.js';

const pdf = Buffer.from('%PDF-1.4 test');

interface Part {
  name?: string;
  type?: string;
  content?: Uint8Array | string;
  /** More of its head. */
  head?: string;
}

/** A message of text, with what is attached to it. */
const mail = (parts: Part[], html = '<p>Un texte.</p>', kind = 'mixed') =>
  [
    'From: press@example.org\r\nSubject: Un titre\r\nDate: Thu, 24 Sep 2026 09:00:00 +0000\r\nMessage-ID: <1@example.org>',
    `MIME-Version: 1.0\r\nContent-Type: multipart/${kind}; boundary=a\r\n`,
    `--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
    ...parts.map(({ name, type = 'application/octet-stream', content = pdf, head = '' }) => {
      const named = name ? `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\r\n` : '';
      const coded = type.startsWith('message/')
        ? `\r\n${String(content)}`
        : `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`;
      return `--a\r\nContent-Type: ${type}\r\n${named}${head}${coded}`;
    }),
    '--a--\r\n',
  ].join('\r\n');

/** Imports a message as a file, and gives the release, what is beside it, and what was told. */
async function importMail(text: string) {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'release.eml'), text);
  const { stderr, code } = await iomFeed(['import', 'release.eml', '--lang', 'fr', '--out', 'oim.json'], {
    cwd: folder,
  });
  const feed = JSON.parse(readFileSync(join(folder, 'oim.json'), 'utf8')) as Feed;
  const beside = join(folder, 'oim-attachments');
  const saved = existsSync(beside) ? readdirSync(beside).sort() : [];
  return { folder, stderr, code, attachments: feed.items[0].attachments ?? [], saved };
}

describe('attachments of an e-mail', () => {
  it('are listed under the release, in their order, and lie beside the feed', async () => {
    const { folder, attachments, saved, stderr, code } = await importMail(
      mail([
        { name: 'Rapport_annuel 2026.pdf', type: 'application/pdf' },
        { name: 'données.xlsx', content: 'PK table' },
        { name: 'discours.mp3', content: 'ID3 sound' },
      ]),
    );
    assert.equal(code, 0);
    assert.doesNotMatch(stderr, /attached/);
    assert.deepEqual(
      attachments.map(({ url, ...file }) => ({ ...file, url: url.replace(/-[\da-f]{8}\./, '-HASH.') })),
      [
        {
          title: 'Rapport annuel 2026',
          mime_type: 'application/pdf',
          size_in_bytes: pdf.length,
          url: 'oim-attachments/rapport-annuel-2026-HASH.pdf',
        },
        {
          title: 'données',
          mime_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          size_in_bytes: 8,
          url: 'oim-attachments/donnees-HASH.xlsx',
        },
        { title: 'discours', mime_type: 'audio/mpeg', size_in_bytes: 9, url: 'oim-attachments/discours-HASH.mp3' },
      ],
    );
    assert.deepEqual(saved, attachments.map(({ url }) => url.replace('oim-attachments/', '')).sort());
    assert.deepEqual(readFileSync(join(folder, attachments[0].url)), pdf);
    const findings = await validate(join(folder, 'oim.json'));
    assert.deepEqual(
      findings.filter(({ severity }) => severity !== 'hint'),
      [],
    );
  });

  const macros = Buffer.from(zipSync({ 'word/vbaProject.bin': new Uint8Array(8) }));
  for (const [title, part, reason] of [
    ['a program', { name: 'invitation.exe', content: 'MZ\x90\x00' }, /“invitation.exe” is attached.*it is a program/],
    ['a program under another name', { name: 'rapport.pdf', content: 'MZ\x90\x00' }, /it is a program/],
    ['a script', { name: 'lire.sh', content: '#!/bin/sh' }, /it is a program/],
    ['a page', { name: 'page.html', content: '<script>1</script>' }, /only documents, tables, pictures/],
    ['a second ending', { name: 'rapport.pdf.js', content: 'alert(1)' }, /only documents, tables, pictures/],
    ['a document with macros', { name: 'lettre.docx', content: macros }, /it contains macros/],
    ['a packed file', { name: 'photos.zip', content: 'PK\x03\x04' }, /anything may be in a packed file/],
    ['too much', { name: 'film.mp4', content: Buffer.alloc(20_000_001) }, /it exceeds 20 MB/],
    ['a message', { type: 'message/rfc822', content: 'Subject: x\r\n\r\ny' }, /it is a message; save it as .eml/],
  ] satisfies [string, Part, RegExp][]) {
    it(`leave out ${title}, and say so`, async () => {
      const { attachments, saved, stderr } = await importMail(mail([part]));
      assert.deepEqual(attachments, []);
      assert.deepEqual(saved, []);
      assert.match(stderr, reason);
    });
  }

  it('are those that the text doesn’t show, wherever they stand in the message', async () => {
    const picture = { type: 'image/png', content: Buffer.from('iVBORw0KGgo=', 'base64') };
    const html = '<p>Un texte.</p><p><img src="cid:shown" alt="Un port"></p>';
    const parts: Part[] = [
      { ...picture, name: 'port.png', head: 'Content-ID: <shown>\r\n' },
      { name: 'rapport.pdf', type: 'application/pdf', head: 'Content-ID: <r>\r\n' },
      { ...picture, head: 'Content-Disposition: inline; filename=logo.png\r\nContent-ID: <logo>\r\n' },
      { name: 'smime.p7s', type: 'application/pkcs7-signature' },
    ];
    for (const kind of ['related', 'mixed']) {
      const { attachments, stderr } = await importMail(mail(parts.slice(0, kind === 'mixed' ? 2 : 4), html, kind));
      assert.deepEqual(
        attachments.map(({ title }) => title),
        ['rapport'],
        kind,
      );
      assert.doesNotMatch(stderr, /attached|picture/, kind);
    }
  });

  it('a release that is a document is told to be one', async () => {
    const { attachments, stderr } = await importMail(mail([{ name: 'communiqué.docx', content: 'PK' }]));
    assert.equal(attachments.length, 1);
    assert.match(stderr, /“communiqué.docx” is attached; it is offered as a file; if it is the release, save it/);
  });
});

describe('attachments beside a feed', () => {
  const attachment = (url: string, more: Partial<Attachment> = {}): Attachment => ({
    url,
    mime_type: 'application/pdf',
    ...more,
  });

  /** Publishes a feed whose only item has these attachments. */
  function publishing(urls: string[], more: Partial<Feed> = {}) {
    const folder = join(scratchFolder(), 'feed');
    const out = join(folder, 'out');
    mkdirSync(join(folder, 'files'), { recursive: true });
    writeFileSync(join(folder, 'files/Rapport n° 1.pdf'), pdf);
    const entries = [item(1, { attachments: urls.map((url) => attachment(url)) })];
    const feed = writeFeed(join(folder, 'feed.json'), entries, more);
    const published = (file: string) => readFeedFile(out, file).items[0].attachments!.map(({ url }) => url);
    return { folder, out, published, run: (url?: string) => publish(feed, { out, url }) };
  }

  it('are published with it, under a name that never changes its content, and stay the same', async () => {
    const { out, published, run } = publishing(['files/Rapport%20n%C2%B0%201.pdf'], {
      home_page_url: 'https://office.example.org/',
    });
    const { problems } = await run();
    assert.deepEqual(problems, []);
    const [url] = published('feed.json');
    assert.match(url, /^files\/rapport-n-1-[\da-f]{8}\.pdf$/);
    assert.deepEqual(published('kind/news.json'), [`../${url}`]);
    assert.deepEqual(readFileSync(join(out, 'current', url)), pdf);
    assert.equal(readFeedFile(out, 'feed.json').items[0].attachments![0].size_in_bytes, pdf.length);
    const times = timesOf(out);
    assert.equal((await run()).release, undefined);
    assert.deepEqual(timesOf(out), times);
  });

  it('have a whole address in all formats where the publication has one', async () => {
    const { out, published, run } = publishing(['files/Rapport%20n%C2%B0%201.pdf']);
    await run('https://feeds.example.org/fr/');
    const [url] = published('feed.json');
    assert.match(url, /^https:\/\/feeds\.example\.org\/fr\/files\/rapport-n-1-[\da-f]{8}\.pdf$/);
    assert.ok(readFileSync(join(out, 'current/rss/feed.xml'), 'utf8').includes(url));
  });

  it('are made again once they have changed', async () => {
    const { folder, out, published, run } = publishing(['files/Rapport%20n%C2%B0%201.pdf']);
    await run();
    const [before] = published('feed.json');
    writeFileSync(join(folder, 'files/Rapport n° 1.pdf'), '%PDF-1.4 new and longer');
    await run();
    const [after] = published('feed.json');
    assert.notEqual(after, before);
    assert.deepEqual(filesIn(join(out, 'current/files')), [after.replace('files/', '')]);
  });

  it('are told where they aren’t there, are elsewhere, or are nothing to publish', async () => {
    const { folder, out, published, run } = publishing([
      'none.pdf',
      '../outside.pdf',
      '.env',
      'page.html',
      '/root.pdf',
    ]);
    for (const name of ['.env', 'page.html', '../outside.pdf']) writeFileSync(join(folder, name), 'x');
    const { problems } = await run();
    assert.deepEqual(
      problems.map((problem) => problem.replace(/^.*?: the attachment /, '').replace(/; fix it.*/, '')),
      [
        'none.pdf was not published: there is no such file',
        '../outside.pdf was not published: it is outside the folder of the feed and the current folder',
        '.env was not published: it is no document, table, picture or recording',
        'page.html was not published: it is no document, table, picture or recording',
      ],
    );
    assert.equal(existsSync(join(out, 'current/files')), false);
    assert.equal(published('feed.json').length, 5);
  });

  it('are sent as downloads, so that nothing in them runs on the site of the feeds', () => {
    const headers = Object.fromEntries(headersFor('/files/a-1.pdf', publicationRules));
    assert.equal(headers['Content-Disposition'], 'attachment');
    assert.match(headers['Cache-Control'], /immutable/);
  });
});
