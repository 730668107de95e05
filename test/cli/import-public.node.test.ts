import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { iomFeed } from '../helpers/cli.js';
import { docx, frenchStyles, paragraph, styled } from '../helpers/documents.js';
import { importing } from '../helpers/import-sources.js';
import { exported, node, post, rss } from '../helpers/feeds.js';

const titles = (items: { title?: string }[]) => items.map(({ title }) => title);

describe('what is not public', () => {
  it('of WordPress’ REST interface is left out, each post named', async () => {
    const posts = [
      post({ id: 1, title: 'Public' }),
      post({ id: 2, title: 'Names', status: 'draft', date_gmt: '0000-00-00T00:00:00' }),
      post({ id: 3, title: 'Plans', status: 'private' }),
      post({ id: 4, title: 'To be checked', status: 'pending' }),
      post({ id: 5, title: 'Thrown away', status: 'trash' }),
      post({ id: 6, title: 'Of a plugin', status: 'acf-disabled' }),
      post({ id: 7, title: 'For donors', protected: true }),
      post({ id: 8, title: 'For partners', password: 'test' }),
      post({
        id: 9,
        title: 'Tomorrow',
        status: 'future',
        date: '2999-01-01T10:00:00',
        date_gmt: '2999-01-01T08:00:00',
      }),
    ];
    const text = JSON.stringify(posts);
    const { items, notes } = await importing({ text, name: 'posts.json' });
    assert.deepEqual(titles(items), ['Public']);
    const [planned] = (await importing({ text, planned: true })).items;
    assert.deepEqual([planned.title, planned._iom?.embargo_until], ['Tomorrow', '2999-01-01T10:00:00+02:00']);
    assert.deepEqual(
      notes.map((note) => note.replace(/^posts.json:\d+: /, '').split(';')[0]),
      [
        '“Names” is a draft',
        '“Plans” is private',
        '“To be checked” waits for review',
        '“Thrown away” is in the trash',
        '“Of a plugin” has the status “acf-disabled”',
        '“For donors” is password-protected',
        '“For partners” is password-protected',
        '“Tomorrow” is scheduled for 2999-01-01T10:00:00+02:00',
      ],
    );
  });

  it('of an export of WordPress is left out, and pages and pictures are no news', async () => {
    const text = exported([
      { id: 1, title: 'Public & free', thumbnail: 3 },
      { id: 2, title: 'Secret', status: 'draft' },
      { id: 3, title: 'boat', type: 'attachment', status: 'inherit' },
      { id: 4, title: 'Locked', password: 'test' },
      { id: 5, title: 'About', type: 'page' },
      { id: 6, title: 'Planned', status: 'future', year: 2999 },
      { id: 7, title: 'Of the site’s own type', type: 'press-release' },
    ]);
    const { items, notes } = await importing({ text, name: 'export.xml', planned: true });
    assert.deepEqual(titles(items), ['Planned', 'Public & free', 'Of the site’s own type']);
    assert.equal(items[0]._iom?.embargo_until, '2999-05-01T10:00:00+02:00');
    const [, open] = items;
    assert.equal(open.content_html, '<p>The first line.</p>\n<p>The second,<br>in two lines.</p>');
    assert.deepEqual(open.authors, [{ name: 'Test Person' }]);
    assert.deepEqual(open.tags, ['Health']);
    assert.deepEqual(open._iom?.images, [{ url: 'https://office.example.org/3.jpg', alt: 'A boat' }]);
    assert.match(notes.join('\n'), /^export\.xml:\d+: “Secret” is a draft; .*\n.*“Locked” is password-protected/);
    assert.match(notes.join('\n'), /1 page; left out/);
  });

  for (const [language, title, text] of [
    ['English', 'Protected: For donors', 'There is no excerpt because this is a protected post.'],
    ['French', 'Protégé : Pour les donateurs', 'Il n’y a pas d’extrait, car cette publication est protégée.'],
    ['Spanish', 'Protegido: Para donantes', 'No hay extracto porque es una entrada protegida.'],
    ['Portuguese', 'Protegido: Para doadores', 'Não há excerto porque é um conteúdo protegido.'],
    ['Russian', 'Защищено: Для доноров', 'Отрывка нет, потому что запись защищена.'],
    ['Arabic', 'محمي: للمانحين', 'ليس هناك مقتطف لأن هذه المقالة محمية.'],
    ['Chinese', '受密码保护：捐助者', '这是一篇受密码保护的文章，无法提供摘要。'],
  ]) {
    it(`of RSS is left out though only words say it, in ${language}`, async () => {
      const { items, notes } = await importing({ text: rss([{ title, html: `<p>${text}</p>` }, { title: 'Public' }]) });
      assert.deepEqual(titles(items), ['Public']);
      assert.match(notes.join(), /is password-protected; it was left out, as it is not public/);
    });
  }

  it('of RSS is left out where the text is the form that asks for the password', async () => {
    const form =
      '<form class="post-password-form" action="/wp-login.php?action=postpass"><input name="post_password"></form>';
    assert.deepEqual(titles((await importing({ text: rss([{ title: 'For donors', html: form }]) })).items), []);
  });

  it('stays apart from what only begins with such a word', async () => {
    const html = '<p>Forty families tell how the new law protects them.</p>';
    const { items } = await importing({ text: rss([{ title: 'Protected: forty families', html }]) });
    assert.equal(items.length, 1);
  });

  it('of Drupal is left out with its pictures; what the Scheduler plans has its embargo', async () => {
    const text = JSON.stringify({
      data: [
        node({ id: '1', title: 'Public', status: true, image: 'secret' }),
        node({ id: '2', title: 'Hidden', status: false }),
        node({ id: '3', title: 'In work', moderation_state: 'draft' }),
        node({ id: '4', title: 'Planned', status: false, publish_on: '2999-01-01T08:00:00+00:00' }),
      ],
      included: [{ type: 'file--file', id: 'secret', attributes: { status: false, uri: { url: '/secret.jpg' } } }],
    });
    const { items, notes } = await importing({ text, planned: true });
    assert.deepEqual(
      items.map(({ title, image, _iom }) => [title, image, _iom?.embargo_until]),
      [
        ['Planned', undefined, '2999-01-01T08:00:00+00:00'],
        ['Public', undefined, undefined],
      ],
    );
    assert.match(notes.join('\n'), /“Hidden” is not published.*\n.*“In work” is not published/);
  });

  it('of Markdown that is planned has its embargo', async () => {
    const text = '---\ntitle: Planned\ndate: 2999-01-01T08:00:00Z\n---\nA text.\n';
    const { item } = await importing({ text, name: 'planned.md', planned: true });
    assert.equal(item?._iom?.embargo_until, '2999-01-01T08:00:00Z');
  });

  it('of a JSON Feed with an embargo that can’t be read is left out', async () => {
    const items = [{ id: '1', title: 'Soon', content_text: 'a', _iom: { embargo_until: 'when it is time' } }];
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items });
    const { feed, notes } = await importing({ text });
    assert.deepEqual(feed.items, []);
    assert.match(notes.join(), /the embargo of “Soon” can't be read; it was left out/);
  });
});

describe('further pages', () => {
  it('of WordPress and Drupal are read to the end, on the same site only', async () => {
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const page = Number(new URL(url, 'http://x').searchParams.get('page') ?? 1);
      if (url.startsWith('/posts')) {
        response.setHeader('X-WP-TotalPages', '3');
        response.end(JSON.stringify([post({ id: page, title: `Post ${page}` })]));
      } else {
        const next = page < 2 ? `http://${address()}/node?page=2` : 'https://elsewhere.example.org/node?page=3';
        response.end(
          JSON.stringify({ data: [node({ id: `n${page}`, title: `Node ${page}` })], links: { next: { href: next } } }),
        );
      }
    });
    const address = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { stdout } = await iomFeed([
      'import',
      `http://${address()}/posts`,
      `http://${address()}/node`,
      '--lang',
      'en',
    ]);
    server.close();
    const { items } = JSON.parse(stdout) as { items: { title: string }[] };
    assert.deepEqual(titles(items).sort(), ['Node 1', 'Node 2', 'Post 1', 'Post 2', 'Post 3']);
    assert.deepEqual(asked, ['/posts', '/posts?page=2', '/posts?page=3', '/node', '/node?page=2']);
  });
});

describe('a line about an embargo', () => {
  const texts = (line: string) => ({
    text: `${line}\n\nA title\n\nGeneva – The text of the release begins here.\n`,
    document: docx({
      styles: frenchStyles,
      body: [
        paragraph(line),
        styled('Titre', 'A title'),
        paragraph('Geneva – The text of the release begins here.'),
      ].join(''),
    }),
  });
  for (const [line, until] of [
    ['EMBARGO: 2026-11-24T09:00:00+01:00', '2026-11-24T09:00:00+01:00'],
    ['Sous embargo jusqu’au 24 novembre 2026 à 9h00 (UTC+1)', '2026-11-24T09:00:00+01:00'],
    ['Embargo hasta el 24 de noviembre de 2026', '2026-11-24T00:00:00Z'],
    ['Эмбарго до 24 ноября 2026 г.', '2026-11-24T00:00:00Z'],
    ['禁发至2026年11月24日', '2026-11-24T00:00:00Z'],
    ['Strictly embargoed until further notice', undefined],
    ['EMBARGO', undefined],
  ] as const) {
    it(`${line} ⇒ ${until ? `nothing is shown before ${until}` : 'the release is left out'}`, async () => {
      for (const given of Object.values(texts(line))) {
        const { item, notes } = await importing({ text: given, name: 'release' });
        if (until) {
          assert.equal(item?._iom?.embargo_until, until);
          assert.doesNotMatch(JSON.stringify(item), /mbargo [^u]|禁发|Эмбарго/);
          const reported = notes.filter((note) =>
            /the embargo of “A title” has no time zone; it was read as UTC/.test(note),
          );
          assert.equal(reported.length, until.endsWith('Z') ? 1 : 0);
        } else {
          assert.equal(item, undefined);
          assert.match(
            notes.join('\n'),
            /the embargo of “A title” can't be read; it was left out; write it as “Embargo: 2026-/,
          );
        }
      }
    });
  }

  it('is none where it says that there is none, and in titles', async () => {
    for (const line of ['Embargo levé', 'Embargo: none']) {
      const { item } = await importing({ ...texts(line), name: 'release' });
      assert.deepEqual([item?.title, item?._iom?.embargo_until], ['A title', undefined], line);
    }
    const { item } = await importing({ text: 'Embargo on arms in a test country\n\nThe text.\n' });
    assert.equal(item?.title, 'Embargo on arms in a test country');
  });
});
