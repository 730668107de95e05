import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { validate } from '../../src/cli/commands/validate.js';
import { frontMatterField } from '../../src/cli/import/lexicon/front-matter.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { iomFeed } from '../helpers/cli.js';
import { importing } from '../helpers/import-sources.js';
import { scratchFolder } from '../helpers/publications.js';

/** Imports a file in Markdown. */
const markdown = async (text: string, name = 'essai.md') => {
  const { item, notes, failed } = await importing({ text, name });
  return { item, notes, failed, html: item?.content_html ?? '' };
};

describe('a release in Markdown', () => {
  const headed = (head: string) => markdown(`---\ntitle: Test\n${head}\n---\n\nText of the test.\n`);

  it('has corrections, newest first, and an event', async () => {
    const { item, notes } = await headed(
      `corrections:
  - 2026-11-28 The first.
  - "2026-11-30T10:00:00+01:00: The second."
event: 2026-12-02T10:00:00+01:00
event_end: 2026-12-02T11:00:00+01:00
lieu de l’événement: Room 1`,
    );
    assert.deepEqual(item?._iom?.corrections, [
      { date: '2026-11-30T10:00:00+01:00', text: 'The second.' },
      { date: '2026-11-28T00:00:00Z', text: 'The first.' },
    ]);
    assert.deepEqual(item?._iom?.event, {
      start: '2026-12-02T10:00:00+01:00',
      end: '2026-12-02T11:00:00+01:00',
      location: 'Room 1',
    });
    assert.equal(notes.length, 0);
  });

  it('names a correction without a day, and an event without a beginning or that ends before it', async () => {
    for (const [head, words] of [
      ['corrections: [The number was wrong.]', /“The number was wrong\.” has no day/],
      ['event: soon', /“soon” is no moment/],
      ['event_place: Room 1', /“Room 1” belongs to an event without a beginning/],
      ['event: 2026-12-02T10:00:00Z\nevent_end: 2026-12-01T10:00:00Z', /is not after the beginning/],
    ] as const) {
      const { item, notes } = await headed(head);
      assert.match(notes.map((note) => JSON.stringify(note)).join(), words);
      assert.equal(item?.title, 'Test');
      assert.equal(item?._iom?.corrections, undefined);
      assert.equal(item?._iom?.event?.end, undefined);
    }
  });

  it('says in its head what the text doesn’t, as it is typed', async () => {
    const { item, notes } = await markdown(`---
titre: "L’essai : un titre"
date: 2026-03-01 10:30
langue: français
résumé: Un résumé.
mots-clés: [Santé, Urgences]
auteurs:
  - Test Person
type: communiqué de presse
pays: Sénégal, Mali
lieu: Dakar
image: https://example.org/port.jpg
texte alternatif: Un port
légende: Le port
adresse: https://example.org/fr/essai
---

# L’essai : un titre

Un **texte** avec un [lien](https://example.org/).
`);
    assert.deepEqual(notes, []);
    assert.deepEqual(item, {
      id: 'https://example.org/fr/essai',
      url: 'https://example.org/fr/essai',
      title: 'L’essai : un titre',
      content_html: '<p>Un <strong>texte</strong> avec un <a href="https://example.org/">lien</a>.</p>',
      summary: 'Un résumé.',
      image: 'https://example.org/port.jpg',
      date_published: '2026-03-01T10:30:00Z',
      authors: [{ name: 'Test Person' }],
      tags: ['Santé', 'Urgences'],
      language: 'fr',
      _iom: {
        kind: 'press-release',
        dateline: 'Dakar',
        countries: ['SN', 'ML'],
        images: [{ url: 'https://example.org/port.jpg', alt: 'Un port', caption: 'Le port' }],
      },
    });
  });

  it('says so where nobody has described its picture, with the line', async () => {
    const { notes, feed } = await importing({
      name: 'essai.md',
      text: '---\ntitle: Essai\nimage: https://example.org/port.jpg\nalt:\n---\nUn texte.\n',
    });
    assert.deepEqual(notes, ['essai.md:3: the picture has no description; write what can be seen in it as “alt: …”']);
    assert.equal(feed.items[0].image, 'https://example.org/port.jpg');
  });

  it('without a head has its title in the first heading, its day and language in the name of the file', async () => {
    const { item } = await markdown('\uFEFF# Un titre\n\nUn texte.\n', '2026-03-01-essai.fr.md');
    assert.deepEqual(
      [item?.title, item?.date_published, item?.language, item?.content_html],
      ['Un titre', '2026-03-01T00:00:00Z', 'fr', '<p>Un texte.</p>'],
    );
  });

  it('is read although its head is no YAML, and says so', async () => {
    for (const space of [' ', '\u00a0']) {
      const { item, notes } = await markdown(
        `---\ntitle: Appel${space}: aide ${space === ' ' ? ': oui' : ': non'}\ndate: 2026-03-01\n---\nUn texte.\n`,
      );
      assert.match(item?.title ?? '', /^Appel.: aide : (?:oui|non)$/);
      assert.equal(item?.date_published, '2026-03-01T00:00:00Z');
      assert.match(
        notes[0],
        /^essai\.md:2: the head of the file is not valid YAML; each line was read as “key: value”/,
      );
    }
  });

  it('has nothing made a number, a date or a truth', async () => {
    const { item, notes } = await markdown(
      '---\nid: 0123\ntitle: 10:30\ntags: [NO, 0598168043, 2026-02-31]\n---\nUn texte.\n',
    );
    assert.deepEqual(
      [item?.id, item?.title, item?.tags, notes],
      ['0123', '10:30', ['NO', '0598168043', '2026-02-31'], []],
    );
  });

  it('is left out when it is not public, and told', async () => {
    for (const [head, note] of [
      ['draft: true', /^essai\.md:1: “T” is a draft; it was left out, as it is not public/],
      ['published: false\ndate: 2026-03-01', /“T” is not published/],
      ['publié: non', /“T” is not published/],
      ['status: private', /“T” is private/],
      ['visibility: private', /“T” is private/],
      ['masqué: oui', /“T” is private/],
      ['password: test', /“T” is password-protected/],
      ['expiryDate: 2020-01-01', /“T” has expired/],
      ['date: 2999-01-01', /“T” is scheduled for 2999-01-01T00:00:00Z; .*--planned includes it/],
      ['embargo: bientôt', /^essai\.md:3: the embargo of “T” can't be read; it was left out/],
    ] as const) {
      const { item, notes } = await markdown(`---\ntitle: T\n${head}\n---\nUn texte.\n`);
      assert.equal(item, undefined, head);
      assert.match(notes.join('\n'), note);
    }
  });

  it('is left out when its head says so, however that is written', async () => {
    for (const [what, text] of [
      ['behind an empty line', '\n\n---\ntitle: T\ndraft: true\n---\n\n# Secret\n\nUn texte.\n'],
      ['between longer lines', '-----\ntitle: T\ndraft: true\n-----\n\n# Secret\n\nUn texte.\n'],
      ['without an end', '---\ntitle: T\ndraft: true\n\n# Secret\n\nUn texte.\n'],
      ['in JSON', '{\n  "title": "T",\n  "draft": true\n}\n\n# Secret\n\nUn texte.\n'],
      ['with mistakes', '---\ntitle: "T\ndraft: true\n---\n\n# Secret\n\nUn texte.\n'],
    ]) {
      const { item, notes } = await markdown(text);
      assert.equal(item, undefined, what);
      assert.match(notes.join('\n'), /“T” is a draft; it was left out/, what);
    }
    const { notes } = await markdown('\n---\ntitle: T\nhumeur: bonne\n\nUn texte.\n');
    assert.deepEqual(notes, [
      'essai.md:1: the head of the file has no end; it was read up to the first empty line; write a line --- behind it',
      'essai.md:4: “humeur” in the head of the file is not known; it was left out',
    ]);
  });

  it('begins with a line that somebody drew, and no head', async () => {
    const { html, item } = await markdown('---\nGenève : un texte.\n\n# T\n\nEncore.\n');
    assert.equal(item?.title, 'T');
    assert.match(html, /Genève : un texte/);
  });

  it('has values as they were meant where the head has mistakes', async () => {
    const { item } = await markdown(
      '---\ntitle: "Appel : aide\ntags: [Santé, Urgences\nauthor: Test Person\n---\nUn texte.\n',
    );
    assert.deepEqual(
      [item?.title, item?.tags, item?.authors],
      ['Appel : aide', ['Santé', 'Urgences'], [{ name: 'Test Person' }]],
    );
  });

  it('is under embargo until the moment that it names', async () => {
    const { item } = await markdown('---\ntitle: T\nembargo: 2026-11-24T09:00:00+01:00\n---\nUn texte.\n');
    assert.equal(item?._iom?.embargo_until, '2026-11-24T09:00:00+01:00');
  });

  it('shows HTML as it is written, and says so', async () => {
    const { html, notes } = await markdown('# T\n\nUn <b>texte</b>.<!-- more -->\n\n<script>alert(1)</script>\n');
    assert.doesNotMatch(html, /<b>|<script/);
    assert.match(html, /&lt;b&gt;texte&lt;\/b&gt;/);
    assert.doesNotMatch(html, /more/);
    assert.match(notes[0], /^essai\.md:3: “<b>” is HTML; it is shown as it is written; use Markdown/);
  });

  for (const [what, text, expected] of [
    [
      'blanks that don’t break after #, - and >',
      '#\u00a0T\n\n-\u00a0un\n-\u00a0deux\n',
      '<ul><li>un</li><li>deux</li></ul>',
    ],
    [
      'bold beside quotation marks',
      '# T\n\n**« Oui »**dit-il et **«نعم»**ثم.\n',
      '<p><strong>« Oui »</strong>dit-il et <strong>«نعم»</strong>ثم.</p>',
    ],
    ['telephones at the start of a line', '# T\n\n+ 41 22 555 01 00 répond.\n', '<p>+ 41 22 555 01 00 répond.</p>'],
    ['years at the start of a line', '# T\n\n2026. Une année.\n', '<p>2026. Une année.</p>'],
    [
      'a day above a rule',
      '# T\n\nLe texte.\n\n1er mars 2026\n---\n\nSuite.\n',
      '<p>Le texte.</p><p>1er mars 2026</p><p>Suite.</p>',
    ],
    [
      'tables and strikethrough',
      '# T\n\n| A | B |\n| - | - |\n| 1 | ~~2~~ |\n',
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td><s>2</s></td></tr></tbody></table>',
    ],
  ] as const) {
    it(`has ${what} as they were meant`, async () => {
      const { html } = await markdown(text);
      assert.equal(html.replace(/>\s+</g, '><'), expected);
    });
  }

  it('tells of a file without a title or a text, of a head in TOML, and of keys that are not known', async () => {
    const cases: [string, RegExp][] = [
      ['Un texte.\n', /^essai\.md: it has no title; write its title as “# Title”/],
      ['# Un titre\n', /^essai\.md: there is no text in it/],
      ['+++\ntitle = "T"\n+++\nUn texte.\n', /^essai\.md:1: the head of the file is TOML; write it as YAML/],
    ];
    for (const [text, note] of cases) {
      const { failed, notes } = await markdown(text);
      assert.equal(failed, true);
      assert.match(notes.join('\n'), note);
    }
    const { notes } = await markdown('---\ntitle: T\nlayout: post\nhumeur: bonne\n---\nUn texte.\n');
    assert.deepEqual(notes, ['essai.md:4: “humeur” in the head of the file is not known; it was left out']);
  });
});

describe('lists in YAML', () => {
  it('have the fields of tables, in any of the six languages, as they are typed', async () => {
    const { feed, notes } = await importing({
      name: 'contacts.yaml',
      text: `- nom: Personne d’essai
  téléphone: "+41 22 555 01 00"
  langues: [français, anglais]
- name: Press desk
  phone:
    - +41 22 555 01 01
    - +41 22 555 01 02
  id: 0123
`,
    });
    assert.deepEqual(notes, []);
    assert.deepEqual(feed._iom?.contacts, [
      {
        id: 'personne-d-essai',
        name: 'Personne d’essai',
        phones: [{ number: '+41225550100', text: '+41 22 555 01 00' }],
        languages: ['fr', 'en'],
      },
      {
        id: '0123',
        name: 'Press desk',
        phones: [
          { number: '+41225550101', text: '+41 22 555 01 01' },
          { number: '+41225550102', text: '+41 22 555 01 02' },
        ],
      },
    ]);
  });

  it('may all be in one file, with menu, mission and what the feed says of itself', async () => {
    const { feed, notes } = await importing({
      name: 'site.yaml',
      text: `flux:
  titre: OIM Essai
  page d’accueil: https://example.org/fr
  langue: fr
mission:
  titre: Qui sommes-nous
  texte: Une organisation.
menu:
  - titre: Agir
    entrées:
      - titre: Travailler avec nous
        lien: https://example.org/fr/emplois
chiffres:
  - libellé: Etats membres
    valeur: 175
bureaux:
  - nom: OIM Essai
    pays: Sénégal
`,
    });
    assert.deepEqual(notes, []);
    assert.deepEqual([feed.title, feed.home_page_url, feed.language], ['OIM Essai', 'https://example.org/fr', 'fr']);
    const { about, ...parts } = feed._iom!;
    assert.ok(about);
    assert.deepEqual(parts, {
      mission: { title: 'Qui sommes-nous', text: 'Une organisation.' },
      menu: [{ title: 'Agir', entries: [{ title: 'Travailler avec nous', url: 'https://example.org/fr/emplois' }] }],
      figures: [{ id: 'etats-membres', label: 'Etats membres', value: 175 }],
      offices: [{ id: 'oim-essai', name: 'OIM Essai', country: 'SN' }],
    });
  });

  for (const [name, text, note] of [
    ['contacts.yaml', '- name: A\n  phone: "x\n', /^contacts\.yaml:\d: the YAML is broken: .+; correct it/],
    ['liste.yaml', '- name: A\n', /^liste\.yaml:1: it does not say what it lists; name the file contacts, offices/],
    ['offices.yaml', '- name: A\n  country: Atlantis\n', /^offices\.yaml:2: “Atlantis” is not a country/],
    [
      'offices.yaml',
      '- name: A\n  colour: red\n',
      /^offices\.yaml:2: “colour” is not a field of offices; it was left out/,
    ],
    [
      'offices.yaml',
      '- name: A\n  address:\n    street: B\n',
      /^offices\.yaml:3: “address” has parts of its own; it was left out; write a text/,
    ],
    ['offices.yaml', '- A\n', /^offices\.yaml:1: this is not an entry of offices/],
    ['menu.yaml', '- url: https://example.org/\n', /^menu\.yaml:1: this entry of the menu has no title/],
    [
      'all.yaml',
      'colours: [red]\n',
      /^all\.yaml:1: “colours” is not known here; it was left out; use contacts, offices/,
    ],
    [
      'contacts.yaml',
      '- name: A\n  id: x\n- name: B\n  id: x\n',
      /^contacts\.yaml:4: the id “x” is also in contacts\.yaml:2; give each its own/,
    ],
  ] as const) {
    it(`${JSON.stringify(text)} ⇒ told with its line`, async () => {
      const { notes } = await importing({ text, name });
      assert.match(notes[0], note);
    });
  }
});

describe('docs/import.md', () => {
  const page = readFileSync('docs/import.md', 'utf8');
  const example = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\\n\`\`\``).exec(page)![1];

  it('has a release in Markdown and lists in YAML that are read as they stand', async () => {
    const { item, notes } = await markdown(`${example('markdown')}\n`);
    assert.deepEqual(
      [item?.title, item?.language, item?.tags],
      ['Ouverture d’un centre à Dakar', 'fr', ['Santé', 'Urgences']],
    );
    assert.match(
      notes.join('\n'),
      /^essai\.md:1: “photos\/port\.jpg” is relative.+\nessai\.md:9: no contact is called “Personne d’essai”[^\n]+$/s,
    );
    const { feed, notes: others } = await importing({ text: example('yaml'), name: 'example.yaml' });
    assert.deepEqual(others, []);
    assert.deepEqual(Object.keys(feed._iom ?? {}).sort(), ['about', 'contacts', 'menu', 'mission', 'offices']);
  });

  it('names the keys of a head that are known', () => {
    const keys = [
      ...page.slice(page.indexOf('| key '), page.indexOf('Values stay as they')).matchAll(/^\| (`[^|]+`) +\|/gm),
    ].flatMap(([, cell]) => [...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key));
    assert.ok(keys.length > 15);
    for (const key of keys) assert.ok(frontMatterField(key), key);
  });
});

describe('a folder', () => {
  const folderWith = (files: Record<string, string>) => {
    const folder = scratchFolder();
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };

  it('is the whole source of a feed', async () => {
    const folder = folderWith({
      'content/README.md': 'How to write here.',
      'content/feed.yaml': 'title: OIM Essai\nhome_page_url: https://example.org/fr\nlanguage: fr\n',
      'content/contacts.csv': 'Nom;Courriel\nPersonne d’essai;essai@example.org\n',
      'content/units.yaml': '- name: Direction\n  contact: Personne d’essai\n',
      'content/offices.csv': 'Nom;Ville\nOIM Essai;Dakar\n',
      'content/chiffres.yaml': '- libellé: Etats membres\n  valeur: 175\n',
      'content/menu.yaml': '- title: Agir\n  url: https://example.org/fr/agir\n',
      'content/releases/2026-03-01-un.md':
        '---\ncontacts: essai@example.org\n---\n# Un\n\n![Un port](photos/port.jpg) Un texte.\n',
      'content/releases/2026-03-02-deux.md': '# Deux\n\nUn autre texte.\n',
      'content/releases/photos/port.jpg': 'x',
      'content/~$offices.csv': 'x',
    });
    const { stderr, code } = await iomFeed(['import', 'content', '--lang', 'fr', '--out', 'feed.json'], {
      cwd: folder,
    });
    assert.deepEqual([stderr, code], ['feed.json: 2 items, 1 contact, 1 office, 1 unit, 1 figure\n', 0]);
    const { title, items, _iom } = JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8')) as Feed;
    assert.deepEqual([title, ...items.map((item) => item.title)], ['OIM Essai', 'Deux', 'Un']);
    assert.deepEqual(items[1]._iom?.contacts, ['personne-d-essai']);
    assert.equal(_iom?.organization?.[0].contact, 'personne-d-essai');
    assert.deepEqual(Object.keys(_iom ?? {}).sort(), [
      'about',
      'contacts',
      'figures',
      'menu',
      'offices',
      'organization',
    ]);
    // Pictures are looked for from the folder of the feed.
    assert.match(items[1].content_html ?? '', /src="content\/releases\/photos\/port\.jpg"/);
    const findings = await validate(join(folder, 'feed.json'));
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('has pictures in a folder above that of the release', async () => {
    const folder = folderWith({
      'content/fr/releases/un.md':
        '---\nimage: ../../media/port.jpg\nalt: Un port\n---\n# Un\n\n![Une rue](../../media/rue.jpg) Un texte.\n',
      'content/media/port.jpg': 'x',
      'content/media/rue.jpg': 'x',
    });
    const { stderr } = await iomFeed(['import', 'content', '--lang', 'fr', '--out', 'feed.json'], { cwd: folder });
    assert.doesNotMatch(stderr, /relative/);
    const { items } = JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8')) as Feed;
    assert.equal(items[0].image, 'content/media/port.jpg');
    assert.match(items[0].content_html ?? '', /src="content\/media\/rue\.jpg"/);
  });

  it('with two files of one id is told with both, and nothing is written', async () => {
    const release = '---\nid: essai\n---\n# Un titre\n\nUn texte.\n';
    const folder = folderWith({ 'content/a.md': release, 'content/b.md': release.replace('Un titre', 'Un autre') });
    const { stderr, code } = await iomFeed(['import', 'content', '--out', 'feed.json'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(stderr, /^content\/b\.md:2: the id “essai” is also in content\/a\.md:2; give each its own\n/);
    assert.match(stderr, /nothing was written; feed\.json was not changed\n$/);
  });
});
