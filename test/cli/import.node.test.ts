import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { fixture, importing } from '../helpers/import-sources.js';

const release = await readFile('demo/content/uy-trafficking-network.fr.txt', 'utf8');

describe('a press release as plain text', async () => {
  const { feed, item, contacts, notes } = await importing({ text: release, lang: 'fr' });
  const { mission, menu = [], figures = [], organization = [] } = feed._iom ?? {};

  it('has a title', () => {
    assert.equal(item?.title, "L'OIM soutient la création d'un réseau binational de lutte contre la traite");
  });

  it('has its paragraphs, with lines joined and quotes whole', () => {
    const paragraphs = item!.content_html!.split('\n');
    assert.equal(paragraphs.length, 8);
    assert.ok(paragraphs.every((paragraph) => /^<p>[^<]+[.»]<\/p>$/.test(paragraph)));
    assert.match(paragraphs[2], /^<p>« Nous devons .+ c'est peu dire », a déclaré un procureur/);
    const words = (text: string) =>
      text
        .replace(/<[^>]+>/g, ' ')
        .split(/\s+/)
        .filter(Boolean);
    const body = release.slice(release.indexOf('Les experts'), release.indexOf('Pour plus'));
    assert.deepEqual(words(item!.content_html!), words(body));
  });

  it('names whom to ask', () => {
    assert.deepEqual(contacts, [
      {
        id: 'alba-goycoechea',
        name: 'Alba Goycoechea',
        office: 'OIM Uruguay',
        countries: ['UY'],
        phones: [{ number: '+59829168043', text: '(5982) 916-8043' }],
        email: 'agoycoechea@iom.int',
      },
    ]);
    assert.deepEqual(item?._iom, { kind: 'press-release', contacts: ['alba-goycoechea'] });
    assert.doesNotMatch(item.content_html!, /Goycoechea|mailto|veuillez contacter/);
  });

  it('brings the menu of its page, titles and introductions apart', () => {
    const outline = menu.map(({ title, entries = [] }) => [title, ...entries.map((entry) => entry.title)]);
    assert.deepEqual(outline, [
      ['Qui sommes nous', 'Structure'],
      ['Notre travail', 'Ce que nous faisons', 'Partenariats'],
      ['Où travaillons-nous'],
      ['Agir', 'Travailler avec nous', 'Engagez-vous'],
      ['Données et recherche'],
      ['2030 AGENDA'],
    ]);
    assert.match(menu[0].summary!, /^L'Organisation internationale pour les migrations \(OIM\) .+ 171 pays\.$/);
    assert.match(menu[1].summary!, /^En tant que principale organisation .+ durable\.$/);
    assert.equal(menu[0].entries?.[0].entries?.length, 7);
  });

  it('brings the mission and its figures', () => {
    assert.deepEqual(mission, { title: 'Qui sommes nous', text: menu[0].summary });
    assert.deepEqual(
      figures.map(({ label, value, kind }) => [label, value, kind]),
      [
        ['Depuis', 1951, 'year'],
        ['Etats membres', 175, undefined],
        ['Pays', 171, undefined],
      ],
    );
  });

  it('brings the units, deputies below their head', () => {
    assert.deepEqual(
      organization.map(({ name, parent }) => (parent ? `${parent} > ${name}` : name)),
      [
        'Directrice générale',
        'directrice-generale > Directrice générale adjointe chargée de la gestion et des réformes',
        'directrice-generale > Directrice générale adjointe chargée des opérations',
        'Bureau du Chef de Cabinet',
        'Bureau des partenariats, de la sensibilisation et de la communication',
        'Bureau de la stratégie et de la performance institutionnelle',
      ],
    );
  });

  it('leaves nothing to tell', () => assert.deepEqual(notes, []));
});

describe('other plain texts', () => {
  it('are read without a navigation, with a wrapped title, a dateline and a contact in a wrapped sentence', async () => {
    const text = `PRESS RELEASE
15 July 2016

A title that goes on for so long that whoever
wrote it had to break it

Lima, 15 de
julio de 2016.- The text begins here, and is wrapped at about fifty letters.
It goes on.

The second paragraph.

For further information, please contact Test Person at IOM
Geneva, Tel: +41 22 717 9111, Email: tperson@example.int
`;
    const { item, contacts, notes } = await importing({ text, lang: 'en' });
    assert.equal(item?.title, 'A title that goes on for so long that whoever wrote it had to break it');
    assert.equal(item.date_published, '2016-07-15T00:00:00Z');
    assert.equal(item._iom?.dateline, 'Lima, 15 de julio de 2016');
    assert.equal(
      item.content_html,
      '<p>The text begins here, and is wrapped at about fifty letters. It goes on.</p>\n<p>The second paragraph.</p>',
    );
    assert.deepEqual(
      contacts.map(({ name, office, email }) => [name, office, email]),
      [['Test Person', 'IOM Geneva', 'tperson@example.int']],
    );
    assert.deepEqual(notes, []);
  });

  it('keep what was not understood, and tell where it stands', async () => {
    const text =
      'A title\n\nThe text of the release.\n\nContact:\nTest Person\nIOM Geneva\nTel: 916-8043\nSkype: testperson\n';
    const { item, contacts, notes } = await importing({ text, name: 'release.txt' });
    assert.deepEqual(contacts, [{ id: 'test-person', name: 'Test Person', office: 'IOM Geneva' }]);
    assert.match(
      item!.content_html!,
      /<p>Contact:<br>Test Person<br>IOM Geneva<br>Tel: 916-8043<br>Skype: testperson<\/p>/,
    );
    assert.deepEqual(notes, [
      'release.txt:9: “Skype: testperson” among the contacts was not understood; it stays in the text',
      'release.txt:8: “916-8043” is not a complete telephone number; it stays in the text; write it with + and the country code, or name the country with --country',
    ]);
  });

  it('read the fields of a page that run together', async () => {
    const text =
      'A title\nPosted: Wednesday, September 19, 2018 - 17:11Image: Region-Country: BangladeshThemes: HealthDefault: \nDhaka – The text of the release.';
    const { item } = await importing({ text });
    assert.equal(item?.date_published, '2018-09-19T17:11:00Z');
    assert.deepEqual(item._iom?.countries, ['BD']);
    assert.deepEqual(item.tags, ['Health']);
    assert.equal(item._iom.dateline, 'Dhaka');
    assert.equal(item.content_html, '<p>The text of the release.</p>');
  });

  it('take long lines for paragraphs', async () => {
    const line = (word: string) => `${word} ${'goes on and on '.repeat(12)}and ends.`;
    const { item } = await importing({ text: `A title\n${line('One')}\n${line('Two')} Longest.\n${line('Three')}` });
    assert.equal(item?.content_html?.match(/<p>/g)?.length, 3);
  });
});

describe('feeds and sites', () => {
  it('RSS 2.0: markup in titles, relative links, pictures, files, a contact behind a link', async () => {
    const { feed, items, contacts } = await importing({ text: await fixture('rss-2.0.xml') });
    assert.equal(feed.title, 'Test office & news');
    const [story] = items;
    assert.equal(story.title, 'A second story');
    assert.equal(story.url, 'https://office.example.org/news/second?utm_source=rss');
    assert.equal(
      story.content_html,
      '<p>The first paragraph, with <a href="https://office.example.org/about">a link</a>.</p>\n<p>The last one.</p>',
    );
    assert.equal(story.summary, 'What it is about.');
    assert.equal(story.date_published, '2026-06-02T10:00:00+03:00');
    assert.equal(story._iom?.dateline, 'Erbil');
    assert.deepEqual(story._iom.images, [
      {
        url: 'https://office.example.org/images/second.jpg',
        alt: 'Two test persons plant a tree.',
        credit: 'Test Photographer',
        width: 1200,
        height: 800,
      },
    ]);
    assert.equal(story.attachments?.[0].mime_type, 'application/pdf');
    assert.deepEqual(
      contacts.map(({ name, email }) => [name, email]),
      [['Test Person', 'tperson@example.org']],
    );
  });

  it('RSS 2.0: what is encoded twice, and a date that is none, are told with their line', async () => {
    const { items, notes } = await importing({ text: await fixture('rss-2.0.xml'), name: 'rss.xml' });
    assert.equal(items[1].title, 'Année d’essai');
    assert.equal(items[1].date_published, undefined);
    assert.deepEqual(
      notes.map((note) => note.split(';')[0]),
      [
        'rss.xml:26: the entities of the title “Année d’essai” are encoded twice',
        'rss.xml:26: “some day in May” is not a readable date',
      ],
    );
  });

  it('RSS 0.91, with its DOCTYPE', async () => {
    const { items, failed } = await importing({ text: await fixture('rss-0.91.xml') });
    assert.deepEqual(
      items.map(({ title, content_html }) => [title, content_html]),
      [['An old story', '<p>Said in a line.</p>']],
    );
    assert.equal(failed, false);
  });

  it('RSS 1.0', async () => {
    const { item } = await importing({ text: await fixture('rss-1.0.rdf') });
    assert.equal(item?.id, 'https://rdf.example.org/1');
    assert.equal(item.date_published, '2026-05-01T09:00:00+02:00');
    assert.deepEqual(item.tags, ['Test subject']);
  });

  it('Atom: its base, its language, XHTML, translations', async () => {
    const { feed, item } = await importing({ text: await fixture('atom.xml') });
    assert.equal(feed.language, 'fr');
    assert.equal(item?.title, "1 < 2, dit l'essai");
    assert.equal(item.url, 'https://atom.example.org/fr/nouvelles/1');
    assert.equal(item.content_html, '<p>Le <b>texte</b>.</p>');
    assert.equal(item.date_modified, '2026-05-03T12:00:00Z');
    assert.deepEqual(item._iom?.translations, [{ language: 'en', url: 'https://atom.example.org/en/news/1' }]);
  });

  it('WordPress: the site’s own time, pictures, tags, a contact in a sentence', async () => {
    const { item, contacts } = await importing({ text: await fixture('wordpress.json') });
    assert.equal(item?.title, 'Una prueba – dos');
    assert.equal(item.date_published, '2026-04-02T09:30:00-03:00');
    assert.equal(item.content_html, '<p>La prueba empieza.</p>');
    assert.equal(item._iom?.dateline, 'Montevideo, 2 de abril de 2026');
    assert.equal(item._iom.images?.[0].alt, 'Una mesa con papeles de prueba.');
    assert.deepEqual(item.tags, ['Salud', 'Frontera']);
    assert.deepEqual(contacts[0].phones, [{ number: '+59829168043', text: '2916 8043', extension: '12' }]);
  });

  it('Drupal: the picture and the terms that came with the node', async () => {
    const { item } = await importing({ text: await fixture('drupal.json') });
    assert.equal(item?.url, 'https://drupal.example.org/fr/nouvelles/essai');
    assert.equal(item.language, 'fr');
    assert.equal(item.image, 'https://drupal.example.org/sites/default/files/port.jpg');
    assert.equal(item._iom?.images?.[0].alt, "Un port d'essai.");
    assert.deepEqual(item.tags, ['Protection']);
    assert.equal(item.content_html, '<p>Le texte avec <a href="https://drupal.example.org/node/2">un lien</a>.</p>');
  });

  it('a saved page: its article alone, what its head says, two contacts', async () => {
    const { feed, item, contacts } = await importing({ text: await fixture('page.html') });
    assert.equal(feed.title, 'Test office');
    assert.equal(item?.title, 'A page is read');
    assert.equal(item.date_published, '2026-02-03T08:00:00+01:00');
    assert.equal(item._iom?.dateline, 'Geneva/Nairobi');
    assert.deepEqual(item._iom.translations, [
      { language: 'fr', url: 'https://page.example.org/fr/nouvelles/une-page-est-lue' },
    ]);
    assert.equal(item.content_html?.match(/<p>/g)?.length, 2);
    assert.doesNotMatch(item.content_html, /Home|Contact us|<h1>/);
    assert.deepEqual(
      contacts.map(({ name, office, phones }) => [name, office, phones?.[0].number]),
      [
        ['Test Person', 'IOM Geneva', '+41227179111'],
        ['Other Person', 'IOM Kenya', '+254204221000'],
      ],
    );
  });

  it('JSON Feed: everything as it is, extensions included', async () => {
    const text = JSON.stringify(officeFeed('fr'));
    const { feed, notes } = await importing({ text });
    assert.deepEqual(feed, JSON.parse(text));
    assert.deepEqual(notes, []);
  });

  it('JSON Feed: what can’t be read is left out and told, with its line', async () => {
    const text =
      '{\n"version": "https://jsonfeed.org/version/1",\n"title": "Test",\n"items": [\n{ "id": 1, "content_text": "a", "date_published": "soon" }\n]\n}';
    const { item, notes } = await importing({ text, name: 'feed.json' });
    assert.deepEqual(item, { id: '1', title: 'a', content_text: 'a' });
    assert.deepEqual(notes, ['feed.json:5: items[0].date_published is "soon", which can\'t be read; it was left out']);
  });
});

describe('several sources', () => {
  const item = (fields: object) => ({ id: 'a', title: 'A story', content_html: '<p>a</p>', ...fields });
  const feed = (items: object[], _iom?: object) =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Test', items, _iom });

  it('stand newest first, those without a date last', async () => {
    const one = feed([
      item({ id: '1', title: 'One', date_published: '2026-01-01T00:00:00Z' }),
      item({ id: '0', title: 'Zero' }),
    ]);
    const two = feed([item({ id: '2', title: 'Two', date_published: '2026-02-01T00:00:00Z' })]);
    const { items } = await importing({ text: one }, { text: two });
    assert.deepEqual(
      items.map(({ id }) => id),
      ['2', '1', '0'],
    );
  });

  it('tell the same story once: the first has the last word, the others add', async () => {
    const one = feed([item({ url: 'https://www.example.org/a/', tags: ['one'] })]);
    const two = feed([item({ id: 'b', url: 'https://example.org/a?utm_source=x', tags: ['two'], summary: 'Short.' })]);
    const { items } = await importing({ text: one }, { text: two });
    assert.deepEqual(
      items.map(({ id, tags, summary }) => [id, tags, summary]),
      [['a', ['one'], 'Short.']],
    );
  });

  it('prefer the whole text to its summary', async () => {
    const one = feed([item({ content_html: '<p>It begins.</p>' })]);
    const two = feed([item({ content_html: '<p>It begins. It goes on, and on, and on.</p>' })]);
    const { items } = await importing({ text: one }, { text: two });
    assert.match(items[0].content_html!, /goes on/);
  });

  it('keep stories apart that share a title, but neither day nor address', async () => {
    const one = feed([item({ id: '1', url: 'https://example.org/1', date_published: '2026-01-01T00:00:00Z' })]);
    const two = feed([item({ id: '2', url: 'https://example.org/2', date_published: '2026-02-01T00:00:00Z' })]);
    assert.equal((await importing({ text: one }, { text: two })).items.length, 2);
  });

  it('share contacts by their address, and items go on naming them', async () => {
    const one = feed([item({ _iom: { contacts: ['desk'] } })], {
      contacts: [{ id: 'desk', name: 'Test Person', email: 'tperson@example.org', hours: [] }],
    });
    const text = 'Another story\n\nThe text.\n\nContact: Test Person, IOM Geneva, Email: TPerson@example.org';
    const { items, contacts } = await importing({ text: one }, { text });
    assert.deepEqual(
      contacts.map(({ id, office }) => [id, office]),
      [['desk', 'IOM Geneva']],
    );
    assert.deepEqual(
      items.map(({ _iom }) => _iom?.contacts),
      [['desk'], ['desk']],
    );
  });

  it('keep people of one name apart who have different addresses', async () => {
    const text = (title: string, email: string) => `${title}\n\nThe text.\n\nContact: Test Person, Email: ${email}`;
    const { items, contacts } = await importing(
      { text: text('One', 'a@example.org') },
      { text: text('Two', 'b@example.org') },
    );
    assert.deepEqual(
      contacts.map(({ id, email }) => [id, email]),
      [
        ['test-person', 'a@example.org'],
        ['test-person-2', 'b@example.org'],
      ],
    );
    assert.deepEqual(
      items.map(({ _iom }) => _iom?.contacts),
      [['test-person'], ['test-person-2']],
    );
  });
});

describe('bad input', () => {
  const rss = (item: string, head = '<?xml version="1.0"?>') =>
    `${head}\n<rss version="2.0"><channel><title>T</title>\n<item>${item}</item></channel></rss>`;
  const latin1 = (text: string) => Buffer.from(text, 'latin1');
  const cases: [what: string, given: string | Uint8Array, note: RegExp, charset?: string][] = [
    ['an empty file', ' \n', /^bad: it is empty; /],
    ['XML that breaks off', rss('<title>a</title>').slice(0, -20), /^bad:3: the XML is broken: /],
    ['XML with a tag that is not closed', rss('<title>a<title>'), /^bad:3: the XML is broken: .*title/],
    [
      'XML with a bomb of entities',
      '<!DOCTYPE lolz [\n<!ENTITY lol "lol">\n<!ENTITY lol2 "&lol;&lol;">]>\n<rss/>',
      /^bad:2: it declares its own entities/,
    ],
    ['XML nested 100,000 deep', `<rss>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</rss>`, /^bad: /],
    ['XML that is no feed', '<?xml version="1.0"?><urlset><url/></urlset>', /^bad: <urlset> is neither RSS nor Atom/],
    ['JSON that breaks off', '{\n"version": "x",\n"items": [', /^bad:3: the JSON is broken: /],
    ['JSON with a comma too many', '{\n"items": [],\n}', /^bad:3: the JSON is broken: property name expected/],
    ['JSON that is something else', '{"name": "x"}', /^bad: it is JSON, but neither a feed/],
    [
      'WordPress refusing',
      '{"code":"rest_no_route","message":"No route was found","data":{"status":404}}',
      /^bad: the site responded with “No route was found”/,
    ],
    [
      'a page without an article',
      '<!doctype html><html><body><a href="/">Home</a></body></html>',
      /^bad: there is no article on this page/,
    ],
    ['a page nested 100,000 deep', `<!doctype html><html><body>${'<div>'.repeat(100_000)}`, /^bad: /],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', /^bad: it is a PDF; import the document that it was made from/],
    ['a packed file', latin1('PK\u0003\u0004\u0014\0'), /^bad: it is a packed file/],
    ['a picture', latin1('\u0089PNG\r\n\u001a\n\0\0'), /^bad: it is a picture/],
    ['a text without a title', 'Only one line.', /^bad: there is no release in it/],
  ];
  for (const [what, text, note] of cases) {
    it(`${what} ⇒ said, and nothing made of it`, async () => {
      const { failed, notes, items } = await importing({ text, name: 'bad' });
      assert.equal(failed, true);
      assert.match(notes.join('\n'), note);
      assert.equal(items.length, 0);
    });
  }

  const texts: [what: string, given: Uint8Array, charset: string | undefined, note: RegExp | undefined][] = [
    [
      'what its declaration says',
      latin1(rss('<title>été</title>', '<?xml version="1.0" encoding="ISO-8859-1"?>')),
      undefined,
      undefined,
    ],
    ['what the server says', latin1(rss('<title>été</title>')), 'iso-8859-1', undefined],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${rss('<title>été</title>')}`, 'utf16le'), undefined, undefined],
    [
      'UTF-8 that says it is Latin-1',
      Buffer.from(rss('<title>été</title>', '<?xml version="1.0" encoding="ISO-8859-1"?>')),
      undefined,
      /is declared as ISO-8859-1, but is UTF-8/,
    ],
    [
      'Windows-1252 that says nothing',
      latin1(rss('<title>été</title>')),
      undefined,
      /^bad:3: it is not UTF-8; it was read as Windows-1252/,
    ],
    [
      'an encoding that does not exist',
      Buffer.from(rss('<title>été</title>')),
      'utf-88',
      /“utf-88” is not a known encoding/,
    ],
  ];
  for (const [what, text, charset, note] of texts) {
    it(`reads ${what}`, async () => {
      const { item, notes } = await importing({ text, charset, name: 'bad' });
      assert.equal(item?.title, 'été');
      assert.match(notes.join('\n'), note ?? /^$/);
    });
  }

  it('reads the encoding that a page names', async () => {
    const page = `<!doctype html><html><head><meta charset="windows-1251"><title>x</title></head><body><article><p>${'Слово за слово. '.repeat(20)}</p></article></body></html>`;
    const bytes = Uint8Array.from(page, (sign) =>
      sign < 'А' ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0x410 + 0xc0,
    );
    assert.match((await importing({ text: bytes })).item!.content_html!, /Слово за слово/);
  });

  it('keeps relative links where no base is known, and asks for one', async () => {
    const { item, notes } = await importing({
      text: rss('<title>a</title><description>&lt;a href="/b"&gt;b&lt;/a&gt;</description>'),
      name: 'bad',
    });
    assert.equal(item?.content_html, '<p><a href="/b">b</a></p>');
    assert.match(notes.join(), /^bad:3: “\/b” is relative, and its site is not known; set the site with --base/);
    const based = await importing({
      text: rss('<title>a</title><description>&lt;a href="/b"&gt;b&lt;/a&gt;</description>'),
      base: 'https://example.org/',
    });
    assert.equal(based.item?.content_html, '<p><a href="https://example.org/b">b</a></p>');
  });

  it('decodes a body whose tags came as text', async () => {
    const { item, notes } = await importing({
      text: rss('<title>a</title><description>&amp;lt;p&amp;gt;b&amp;lt;/p&amp;gt;</description>'),
      name: 'bad',
    });
    assert.equal(item?.content_html, '<p>b</p>');
    assert.match(notes.join(), /^bad:3: the tags of the text are encoded twice/);
  });

  it('keeps an item that has nothing but an address, and tells it', async () => {
    const { items, notes } = await importing({ text: rss('<link>https://example.org/1</link>'), name: 'bad' });
    assert.equal(items.length, 1);
    assert.match(notes.join(), /^bad:3: an item has neither title nor text/);
  });

  it('says so when a feed has no items', async () => {
    assert.match((await importing({ text: rss(''), name: 'bad' })).notes.join(), /^bad: there are no items in it/);
  });
});
