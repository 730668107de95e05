import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exported, node, post, rss } from '../helpers/feeds.js';
import { importing } from '../helpers/import-sources.js';

const [may, june] = ['Fri, 01 May 2026 09:00:00 GMT', 'Mon, 01 Jun 2026 09:00:00 GMT'];
const feed = (items: object[]) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items });

describe('within one source, other dates or texts make other stories', () => {
  it('with one title: each has an id that stays when newer ones come', async () => {
    const stories = [
      { title: 'Situation update', date: june, html: 'Three hundred.' },
      { title: 'Situation update', date: may, html: 'Two hundred.' },
    ];
    const { items } = await importing({ text: rss(stories) });
    const ids = items.map(({ id }) => id);
    assert.deepEqual(ids, ['situation-update-2026-06-01', 'situation-update-2026-05-01']);
    const newer = { title: 'Situation update', date: 'Wed, 01 Jul 2026 09:00:00 GMT', html: 'Four hundred.' };
    const later = await importing({ text: rss([newer, ...stories]) });
    assert.deepEqual(later.items.map(({ id }) => id).slice(1), ids);
  });

  it('with one link for all', async () => {
    const link = 'https://office.example.org/news';
    const { items } = await importing({
      text: rss([
        { title: 'Boat', link, date: may },
        { title: 'School', link, date: may },
      ]),
    });
    assert.deepEqual(
      items.map(({ title, url }) => [title, url]),
      [
        ['Boat', link],
        ['School', link],
      ],
    );
    assert.equal(new Set(items.map(({ id }) => id)).size, 2);
  });

  it('with one id, in RSS and in JSON', async () => {
    const guid = (date: string) => ({ title: 'Update', date, html: date, more: '<guid>1</guid>' });
    assert.equal((await importing({ text: rss([guid(may), guid(june)]) })).items.length, 2);
    const items = ['One.', 'Two.'].map((content_text) => ({
      id: '1',
      title: 'Update',
      url: 'https://a.example.org/',
      content_text,
    }));
    assert.equal((await importing({ text: feed(items) })).items.length, 2);
  });

  it('and what stands twice stands once, told', async () => {
    const story = { title: 'Update', date: may };
    const { items, notes } = await importing({ text: rss([story, story]), name: 'a.xml' });
    assert.equal(items.length, 1);
    assert.deepEqual(notes, ['a.xml:4: “Update” is a duplicate of the story in a.xml:3; it was imported once']);
  });

  it('without a letter in their titles, or without titles', async () => {
    const { items } = await importing({ text: rss([{ title: '!!!' }, { title: '🎉' }, { html: 'Only a text.' }, {}]) });
    const ids = items.map(({ id }) => id);
    assert.equal(new Set(ids).size, 4);
    assert.ok(ids.every(Boolean));
  });
});

describe('several sources', () => {
  it('tell each story that became one, with both places', async () => {
    const text = rss([{ title: 'Update', link: 'https://office.example.org/1' }]);
    const { items, notes } = await importing({ text, name: 'a.xml' }, { text, name: 'b.xml' });
    assert.equal(items.length, 1);
    assert.deepEqual(notes, ['b.xml:3: “Update” is a duplicate of the story in a.xml:3; it was imported once']);
  });

  it('with the same short ids, or one title on different days, keep their stories', async () => {
    const one = rss([{ title: 'Boat', more: '<guid>1</guid>', link: 'https://a.example.org/1', date: may }]);
    const two = rss([{ title: 'School', more: '<guid>1</guid>', link: 'https://b.example.org/1', date: june }]);
    assert.equal((await importing({ text: one }, { text: two })).items.length, 2);
    const [first, second] = [may, june].map((date) => ({ text: rss([{ title: 'Update', date }]) }));
    assert.equal((await importing(first, second)).items.length, 2);
  });
});

describe('translations are items of their own, linked with each other', () => {
  const linked = (items: Awaited<ReturnType<typeof importing>>['items']) =>
    items.map(({ id, language, _iom }) => [id, language, _iom?.translations]).sort();

  it('of a node of Drupal', async () => {
    const version = (langcode: string, more: object) => ({
      text: JSON.stringify({
        data: [node({ id: 'a0b1c2d3-0000-4000-8000-000000000001', title: langcode, langcode, ...more })],
      }),
    });
    const { items } = await importing(
      version('en', { default_langcode: true }),
      version('fr', { default_langcode: false }),
    );
    const id = 'a0b1c2d3-0000-4000-8000-000000000001';
    assert.deepEqual(linked(items), [
      [id, 'en', [{ language: 'fr', url: `https://drupal.example.org/fr/${id}` }]],
      [`${id}-fr`, 'fr', [{ language: 'en', url: `https://drupal.example.org/en/${id}` }]],
    ]);
  });

  it('of Polylang and of WPML in WordPress’ REST interface', async () => {
    for (const both of [
      [
        { lang: 'en', translations: { en: 1, fr: 2 } },
        { lang: 'fr', translations: { en: 1, fr: 2 } },
      ],
      [
        { wpml_current_locale: 'en_US', wpml_translations: [{ locale: 'fr_FR', id: 2 }] },
        { wpml_current_locale: 'fr_FR', wpml_translations: [{ locale: 'en_US', id: 1 }] },
      ],
    ]) {
      const posts = both.map((more, index) => post({ id: index + 1, title: `Story ${index}`, ...more }));
      const { items } = await importing({ text: JSON.stringify(posts) });
      assert.deepEqual(
        items.map(({ _iom }) => _iom?.translations?.[0].url),
        ['https://office.example.org/2', 'https://office.example.org/1'],
      );
    }
  });

  it('of Polylang in an export', async () => {
    const entry = (id: number, language: string) => ({
      id,
      title: `Story ${id}`,
      more: `<category domain="language" nicename="${language}">x</category><category domain="post_translations" nicename="pll_1">x</category>`,
    });
    const { items } = await importing({ text: exported([entry(1, 'en'), entry(2, 'fr')]) });
    assert.deepEqual(linked(items), [
      ['https://office.example.org/?p=1', 'en', [{ language: 'fr', url: 'https://office.example.org/2' }]],
      ['https://office.example.org/?p=2', 'fr', [{ language: 'en', url: 'https://office.example.org/1' }]],
    ]);
  });

  it('that have one id in two feeds', async () => {
    const of = (language: string, title: string) =>
      feed([
        {
          id: 'tag:office.example.org,2026:1',
          language,
          title,
          content_text: title,
          url: `https://office.example.org/${language}/1`,
        },
      ]);
    const { items } = await importing({ text: of('en', 'A boat') }, { text: of('fr', 'Un bateau') });
    assert.deepEqual(
      items.map(({ id, _iom }) => [id, _iom?.translations?.[0].language]),
      [
        ['tag:office.example.org,2026:1-en', 'fr'],
        ['tag:office.example.org,2026:1-fr', 'en'],
      ],
    );
  });
});

describe('what a feed says elsewhere', () => {
  it('Atom: its author, the base of each element, its languages, a file, a picture, base64', async () => {
    const packed = Buffer.from('<p>Le texte, é, avec <a href="b">un lien</a>.</p>').toString('base64');
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://office.example.org/" xml:lang="en"><title>T</title><id>t</id><author><name>Press desk</name></author>
<entry xml:base="fr/" xml:lang="fr"><id>1</id><title>A</title><link href="a"/><link rel="enclosure" href="a.pdf" length="9" hreflang="es"/><link rel="enclosure" type="image/jpeg" href="a.jpg"/><updated>2026-01-01T00:00:00Z</updated><content type="text/html" mode="base64">${packed}</content></entry></feed>`;
    const { item } = await importing({ text });
    assert.deepEqual(item, {
      id: '1',
      url: 'https://office.example.org/fr/a',
      title: 'A',
      content_html: '<p>Le texte, é, avec <a href="https://office.example.org/fr/b">un lien</a>.</p>',
      image: 'https://office.example.org/fr/a.jpg',
      date_published: '2026-01-01T00:00:00Z',
      authors: [{ name: 'Press desk' }],
      language: 'fr',
      attachments: [
        {
          url: 'https://office.example.org/fr/a.pdf',
          mime_type: 'application/pdf',
          size_in_bytes: 9,
          _iom: { language: 'es' },
        },
      ],
    });
  });

  it('Drupal: pictures are shown, other files are attached, whichever stands first', async () => {
    const file = (id: string, name: string, filemime: string) => ({
      type: 'file--file',
      id,
      attributes: { filename: name, filemime, filesize: 2048, uri: { url: `/files/${name}` } },
    });
    const to = (id: string, meta = {}) => ({ type: 'file--file', id, meta });
    const release = {
      ...node({ id: 'n', title: 'A', status: true, langcode: 'fr' }),
      relationships: {
        field_files: { data: [to('pdf', { description: 'Le rapport' }), to('mp3')] },
        field_media: { data: [{ type: 'media--document', id: 'm' }] },
        field_image: { data: to('jpg', { alt: 'Un port' }) },
      },
    };
    const medium = {
      type: 'media--document',
      id: 'm',
      attributes: { name: 'Le plan', status: true, langcode: 'es' },
      relationships: { thumbnail: { data: to('icon') }, field_media_document: { data: to('plan') } },
    };
    const included = [
      file('pdf', 'r.pdf', 'application/pdf'),
      file('mp3', 'le_discours.mp3', 'audio/mpeg'),
      file('plan', 'plan.docx', ''),
      file('icon', 'generic.png', 'image/png'),
      file('jpg', 'port.jpg', 'image/jpeg'),
      medium,
    ];
    const { item } = await importing({ text: JSON.stringify({ data: [release], included }) });
    const at = (name: string) => `https://drupal.example.org/files/${name}`;
    assert.equal(item?.image, at('port.jpg'));
    assert.deepEqual(item._iom?.images, [{ url: at('port.jpg'), alt: 'Un port' }]);
    assert.deepEqual(
      item.attachments?.map(({ url, title, size_in_bytes, _iom }) => [url, title, size_in_bytes, _iom?.language]),
      [
        [at('r.pdf'), 'Le rapport', 2048, undefined],
        [at('le_discours.mp3'), 'le discours', 2048, undefined],
        [at('plan.docx'), 'Le plan', 2048, 'es'],
      ],
    );
  });

  it('Media RSS: title and description, a film, its picture', async () => {
    const more =
      '<media:group><media:title>A film</media:title><media:description>What it shows.</media:description><media:content url="https://office.example.org/f.mp4" type="video/mp4" duration="30"/><media:thumbnail url="https://office.example.org/f.jpg"/></media:group>';
    const text = rss([{ html: '', more }]);
    const { item } = await importing({ text });
    assert.deepEqual([item?.title, item?.content_html], ['A film', '<p>What it shows.</p>']);
    assert.equal(item?.image, 'https://office.example.org/f.jpg');
    assert.equal(item.attachments?.[0].duration_in_seconds, 30);
  });

  it('JSON Feed 1.0: its authors; entities in titles; relative links; what is none is left out everywhere', async () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'Boats &amp; schools',
      home_page_url: { a: 1 },
      icon: 42,
      language: 'fr_FR.UTF-8',
      author: { name: 'Press desk' },
      items: [
        { id: 1, title: 'L&rsquo;essai', content_html: '<p><a href="/b">b</a></p>', author: { name: 'Test Person' } },
        {
          id: 2,
          title: 'B',
          content_text: 'b',
          attachments: [{ url: 'b.pdf', mime_type: 'application/pdf' }, { url: 7 }],
        },
      ],
      _iom: { contacts: [{ id: 'desk', name: 'Desk', phones: [{ number: '022' }] }] },
    });
    const { feed: made, items, notes } = await importing({ text, url: 'https://office.example.org/feeds/a.json' });
    assert.deepEqual(Object.keys(made), ['version', 'title', 'authors', 'items', '_iom']);
    assert.deepEqual([made.title, made.authors], ['Boats & schools', [{ name: 'Press desk' }]]);
    assert.deepEqual([items[0].title, items[0].authors], ['L’essai', [{ name: 'Test Person' }]]);
    assert.equal(items[0].content_html, '<p><a href="https://office.example.org/b">b</a></p>');
    assert.deepEqual(items[1].attachments, [
      { url: 'https://office.example.org/feeds/b.pdf', mime_type: 'application/pdf' },
    ]);
    assert.deepEqual(made._iom?.contacts, [{ id: 'desk', name: 'Desk', phones: [] }]);
    assert.ok(
      notes.every((note) => note.endsWith('it was left out')),
      notes.join('\n'),
    );
  });
});
