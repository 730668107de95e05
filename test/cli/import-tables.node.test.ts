import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importing } from '../helpers/import-sources.js';

/** Imports a table with separators. */
const csv = async (text: string | Uint8Array, options: { name?: string; country?: string; lang?: string } = {}) => {
  const { feed, notes, failed } = await importing({ text, name: 'bureaux.csv', ...options });
  const { contacts = [], offices = [], organization = [], figures = [] } = feed._iom ?? {};
  return { feed, notes, failed, contacts, offices, units: organization, figures };
};

describe('a table of offices', () => {
  it('is read as French spreadsheets save it: semicolons, decimal commas, a byte order mark', async () => {
    const { offices, notes } = await csv(
      '\uFEFFNom;Type;Pays;Ville;Latitude;Longitude;Téléphone;Courriel;Site web;Fuseau horaire;Horaires\r\n' +
        'OIM Essai;Bureau de pays;Uruguay;Montevideo;-34,9011;-56,1645;2916 8043;essai@example.org;www.example.org;Montevideo;Lu–Ve 9h–17h30\r\n',
    );
    assert.deepEqual(notes, []);
    assert.deepEqual(offices, [
      {
        id: 'oim-essai',
        name: 'OIM Essai',
        kind: 'country',
        country: 'UY',
        city: 'Montevideo',
        latitude: -34.9011,
        longitude: -56.1645,
        phones: [{ number: '+59829168043', text: '2916 8043' }],
        email: 'essai@example.org',
        url: 'https://www.example.org/',
        time_zone: 'America/Montevideo',
        hours: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:30' }],
      },
    ]);
  });

  const rows: [language: string, text: string][] = [
    ['English', 'Name,Country,City,Latitude\nTest,Switzerland,Geneva,46.2\n'],
    ['French', 'Nom;Pays;Ville;Latitude\nTest;Suisse;Genève;46,2\n'],
    ['Spanish', 'Nombre;País;Ciudad;Latitud\nTest;Suiza;Ginebra;46,2\n'],
    ['Arabic', 'الاسم،,البلد,المدينة,خط العرض\nTest,سويسرا,جنيف,٤٦٫٢\n'],
    ['Russian', 'Название;Страна;Город;Широта\nTest;Швейцария;Женева;46,2\n'],
    ['Chinese', '名称,国家,城市,纬度\nTest,瑞士,日内瓦,46.2\n'],
  ];
  for (const [language, text] of rows) {
    it(`has its columns named in ${language}`, async () => {
      const { offices, notes } = await csv(text, { name: 'table.csv' });
      assert.equal(offices[0]?.country, 'CH');
      // A latitude alone is no place.
      assert.match(
        notes.join('\n'),
        /^table\.csv:2, column “[^”]+”: latitude or longitude is missing; the other was left out/,
      );
    });
  }

  it('is not cut at decimal commas, whatever the table ends with', async () => {
    for (const end of ['', '\n', '\n\n', '\r\n;;\r\n']) {
      const { offices, notes } = await csv(`Bureau;Lat;Lon\nEssai;12,5;13,5\n"Essai, 2";-12,25;-13,75${end}`);
      assert.deepEqual(notes, []);
      assert.deepEqual(
        offices.map(({ name, latitude, longitude }) => [name, latitude, longitude]),
        [
          ['Essai', 12.5, 13.5],
          ['Essai, 2', -12.25, -13.75],
        ],
      );
    }
  });

  it('may name its separator in a line before it, or be parted by tabs', async () => {
    for (const text of [
      'sep=|\nNom|Ville\nEssai|Dakar\n',
      'sep=;\nNom;Ville\nEssai;Dakar\n',
      'Nom\tVille\nEssai\tDakar\n',
    ]) {
      const { offices, notes } = await csv(text);
      assert.deepEqual([offices[0]?.name, offices[0]?.city, notes.length], ['Essai', 'Dakar', 0], text);
    }
  });

  it('is read in Windows-1252 and UTF-16, as Excel saves it', async () => {
    const text = 'Nom;Région\nOIM – l’Essai;Amérique\n';
    const ansi = Buffer.from(text.replace('–', '\x96').replace('’', '\x92'), 'latin1');
    for (const bytes of [ansi, Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      const { offices } = await csv(bytes);
      assert.deepEqual([offices[0].name, offices[0].region], ['OIM – l’Essai', 'Amérique']);
    }
  });

  it('has countries by the codes of three letters that the United Nations uses', async () => {
    const { offices, notes } = await csv('Nom;Pays\nEssai;URY\nAutre;SSD\n');
    assert.deepEqual(notes, []);
    assert.deepEqual([offices[0].country, offices[1].country], ['UY', 'SS']);
  });

  it('keeps quotation marks inside of cells, and cells with several lines', async () => {
    const { offices, notes } = await csv('Nom;Adresse;Ville\nEssai 5" nord;"Rue 1\nBP 2";Dakar\nAutre;Rue;X;\n');
    assert.deepEqual(notes, []);
    assert.deepEqual([offices[0].name, offices[0].address, offices[1].city], ['Essai 5" nord', 'Rue 1\nBP 2', 'X']);
  });

  it('counts lines, not rows: the second row of this one is in line 4', async () => {
    const { notes } = await csv('Nom;Adresse;Pays\nEssai;"Rue 1\nBP 2";Uruguay\nAutre;Rue;Atlantide\n');
    assert.deepEqual(notes, [
      'bureaux.csv:4, column “Pays”: “Atlantide” is not a country; it was left out; write its name, or its two-letter code',
    ]);
  });

  it('says what it leaves out: columns that are not known once, cells without a heading, titles above', async () => {
    const { notes, offices } = await csv(
      'Liste des bureaux;;;\n;;;\nNom;Ville;Budget;\nEssai;Dakar;12;\nAutre;Lima;13;reste\n;;;\nSource : essai;;;\n',
    );
    assert.equal(offices.length, 2);
    assert.deepEqual(
      notes.map((note) => note.replace(/; it was left out.*/, '')),
      [
        'bureaux.csv:1: “Liste des bureaux” is above the headings',
        'bureaux.csv:7, column “Nom”: “Source : essai” is alone in its row, after an empty one',
        'bureaux.csv:3: the column “Budget” is not known',
        'bureaux.csv:5: this cell has no heading above it',
      ],
    );
  });

  it('tells of a table that names no columns, and of an id that stands twice', async () => {
    const { failed, notes } = await csv('1;2\n3;4\n');
    assert.equal(failed, true);
    assert.match(
      notes[0],
      /^bureaux\.csv:1: there are no headings of contacts, offices, units or figures; its first row has/,
    );
    const twice = await csv('ID;Nom\na;Essai\na;Autre\n');
    assert.equal(twice.failed, true);
    assert.deepEqual(twice.notes, [
      'bureaux.csv:3, column “ID”: the id “a” is also in bureaux.csv:2, column “ID”; give each its own',
    ]);
  });

  it('has no offices of its totals', async () => {
    const { offices, notes } = await csv('Nom;Ville\nEssai;Dakar\nTotal;1\n');
    assert.deepEqual(
      [offices.length, notes],
      [1, ['bureaux.csv:3, column “Nom”: “Total” adds up other rows; it was left out']],
    );
  });

  it('keeps offices of one name apart', async () => {
    const { offices } = await csv('Nom;Ville\nAntenne;Dakar\nAntenne;Lima\nAntenne;Lima\n');
    assert.deepEqual(
      offices.map(({ id }) => id),
      ['antenne', 'antenne-lima', 'antenne-2'],
    );
  });
});

describe('coordinates', () => {
  const places: [written: string, latitude: number, longitude: number][] = [
    ['-34.9011, -56.1645', -34.9011, -56.1645],
    ['-34,9011; -56,1645', -34.9011, -56.1645],
    ['−34,9011 / −56,1645', -34.9011, -56.1645],
    ['-34,9011, -56,1645', -34.9011, -56.1645],
    ['12°34′S 56°10′W', -12.566667, -56.166667],
    ['12° 34\' 30" S, 56° 10\' 0" O', -12.575, -56.166667],
    ['S 12°34′, E 56°', -12.566667, 56],
    ['56°10′ E, 12°34′ N', 12.566667, 56.166667],
    ['12°34′ с. ш., 56°10′ в. д.', 12.566667, 56.166667],
    ['南纬12度34分, 东经56度', -12.566667, 56],
    ['٣٤٫٩، ٥٦٫١', 34.9, 56.1],
  ];
  for (const [written, latitude, longitude] of places) {
    it(`${written} ⇒ ${latitude}, ${longitude}`, async () => {
      const { offices, notes } = await csv(`Nom\tCoordonnées\nEssai\t${written.replaceAll('"', '″')}\n`);
      assert.deepEqual([offices[0].latitude, offices[0].longitude, notes], [latitude, longitude, []]);
    });
  }

  for (const [latitude, longitude, note] of [
    ['-56,1', '-134,9', undefined],
    ['-134,9', '-56,1', /latitude and longitude may be exchanged/],
    ['349011', '561645', /349011, 561645 is no place on earth; both were left out/],
    ['0', '0', /latitude and longitude are 0/],
    ['12°75′N', '13', /“12°75′N” is not a latitude; it was left out; write degrees as/],
    ['13 E', '12', /“13 E” is not a latitude/],
    ['nord', '12', /“nord” is not a latitude/],
  ] as const) {
    it(`${latitude} and ${longitude} ⇒ ${note ? 'told, and left out' : 'kept'}`, async () => {
      const { offices, notes } = await csv(`Nom;Latitude;Longitude\nEssai;${latitude};${longitude}\n`);
      assert.equal(offices[0].latitude === undefined, note !== undefined);
      assert.match(notes.join('\n'), note ?? /^$/);
    });
  }
});

describe('a table of contacts', () => {
  it('is read with names in two columns, several telephones, languages and topics', async () => {
    const { contacts, notes } = await csv(
      'Prénom;Nom;Fonction;Bureau;Pays;Téléphone 1;Téléphone 2;Mobile;Langues;Thèmes\n' +
        'Essai;PERSONNE;Chargée de presse;OIM Essai;Uruguay;+598 2916 8043;2916 8044 poste 12;+41 79 555 01 00;français, anglais et arabe;Santé, urgences\n',
      { name: 'contacts.csv' },
    );
    assert.deepEqual(notes, []);
    assert.deepEqual(contacts, [
      {
        id: 'essai-personne',
        name: 'Essai PERSONNE',
        role: 'Chargée de presse',
        office: 'OIM Essai',
        topics: ['Santé', 'urgences'],
        countries: ['UY'],
        phones: [
          { number: '+59829168043', text: '+598 2916 8043' },
          { number: '+59829168044', text: '2916 8044', extension: '12' },
          { number: '+41795550100', text: '+41 79 555 01 00', kind: 'mobile' },
        ],
        languages: ['fr', 'en', 'ar'],
      },
    ]);
  });

  it('loses no row without a word', async () => {
    for (const field of ['Website', 'Mobile', 'Languages', 'Time zone', 'Topics']) {
      const { notes, contacts } = await csv(`Name,${field},Role\n,x,\n`, { name: 'contacts.csv' });
      assert.equal(contacts.length, 0);
      assert.match(
        notes.join('\n'),
        new RegExp(`^contacts\\.csv:2, column “${field}”: the row of “x” has no name`, 'm'),
      );
    }
  });

  it('has portraits and accounts; an account without a name is called as its server', async () => {
    const { contacts, notes } = await csv(
      'Nom;Photo;Comptes;Réseaux sociaux\nTest Person;portraits/test.jpg;"WhatsApp: https://wa.me/1; https://www.example.org/test";X : example.org/x\n',
      { name: 'contacts.csv' },
    );
    assert.deepEqual(notes, []);
    assert.deepEqual(contacts, [
      {
        id: 'test-person',
        name: 'Test Person',
        image: 'portraits/test.jpg',
        accounts: [
          { title: 'WhatsApp', url: 'https://wa.me/1' },
          { title: 'example.org', url: 'https://www.example.org/test' },
          { title: 'X', url: 'https://example.org/x' },
        ],
      },
    ]);
  });

  it('takes a desk for a contact, and leaves out what nobody could call', async () => {
    const { contacts, notes } = await csv(
      'Name,Role,Email,Phone\n,Press desk,press@example.org,\n,,,+41 22 555 01 00\n',
      {
        name: 'contacts.csv',
      },
    );
    assert.deepEqual(contacts, [{ id: 'press-desk', name: 'Press desk', email: 'press@example.org' }]);
    assert.deepEqual(notes, [
      'contacts.csv:3, column “Phone”: the row of “+41 22 555 01 00” has no name; it was left out; add the name',
    ]);
  });

  for (const [text, note] of [
    [
      'Name,Phone\nTest Person,0598168043\n',
      /“0598168043” is not a telephone number of a country that is known here; it was left out; write it with \+/,
    ],
    ['Name,Phone\nTest Person,59829168043\n', /“59829168043” has no \+; it was read as \+59829168043/],
    ['Name,Phone\nTest Person,ask the desk\n', /“ask the desk” is not a telephone number/],
    ['Name,Email\nTest Person,a@example.org; b@example.org\n', /“b@example.org” is a second e-mail address/],
    ['Name,Email\nTest Person,nobody\n', /“nobody” is not an e-mail address/],
    ['Name,Website\nTest Person,see below\n', /“see below” is not a web address/],
    [
      'Name,Accounts\nTest Person,@test\n',
      /“@test” is not an account; it was left out; write it as WhatsApp: https:\/\/wa\.me\/41225550100/,
    ],
    ['Name,Accounts\nTest Person,WhatsApp: https:\n', /“WhatsApp: https:” is not an account/],
    ['Name,Languages\nTest Person,"French, Klingonese"\n', /“Klingonese” is not a language/],
    [
      'Name,Time zone\nTest Person,GMT-3\n',
      /“GMT-3” is not a time zone; it was left out; write it as America\/Montevideo/,
    ],
    ['Name,Opening hours\nTest Person,by appointment\n', /“by appointment” are not opening hours/],
  ] as const) {
    it(`${text.split('\n')[1]} ⇒ told with its column`, async () => {
      const { contacts, notes } = await csv(text, { name: 'contacts.csv' });
      assert.match(notes.join('\n'), note);
      assert.match(notes[0], /^contacts\.csv:2, column “/);
      assert.equal(contacts[0].name, 'Test Person');
    });
  }
});

describe('opening hours', () => {
  const weekdays = [1, 2, 3, 4, 5];
  for (const [written, days, opens, closes] of [
    ['Lu–Ve 9h–17h', weekdays, '09:00', '17:00'],
    ['Du lundi au vendredi, de 9 h à 17 h 30', weekdays, '09:00', '17:30'],
    ['Mon-Fri 9am-5pm', weekdays, '09:00', '17:00'],
    ['lunes a viernes de 9:00 a 17:00', weekdays, '09:00', '17:00'],
    ['пн–пт 09:00–17:00', weekdays, '09:00', '17:00'],
    ['с понедельника по пятницу с 9:00 до 17:00', weekdays, '09:00', '17:00'],
    ['周一至周五 9:00-17:00', weekdays, '09:00', '17:00'],
    ['الأحد – الخميس ٠٨:٠٠–١٦:٠٠', [1, 2, 3, 4, 7], '08:00', '16:00'],
    ['daily 08:00-24:00', [1, 2, 3, 4, 5, 6, 7], '08:00', '00:00'],
  ] as const) {
    it(`${written} ⇒ ${opens} to ${closes}`, async () => {
      const { offices, notes } = await csv(`Nom;Horaires\nEssai;"${written}"\n`);
      assert.deepEqual([notes, offices[0].hours], [[], [{ days: [...days], opens, closes }]]);
    });
  }

  it('may have a break, and other hours on other days', async () => {
    const { offices } = await csv('Nom;Horaires\nEssai;"lun., mar. 9h-12h, 14h-18h ; sam. 9h-12h"\n');
    assert.deepEqual(offices[0].hours, [
      { days: [1, 2], opens: '09:00', closes: '12:00' },
      { days: [1, 2], opens: '14:00', closes: '18:00' },
      { days: [6], opens: '09:00', closes: '12:00' },
    ]);
  });
});

describe('a table of units', () => {
  it('lets units refer to each other, and to contacts, by name', async () => {
    const contacts = 'Nom;Courriel\nPersonne d’essai;essai@example.org\n';
    const units =
      'Unité;Relève de;Relève aussi de;Responsable;Contact;État\nSection;Direction;Cabinet;;essai@example.org;\nDirection;;;Personne d’essai;Personne d’essai;poste vacant\nCabinet;;;;;\n';
    const { feed, notes } = await importing(
      { text: units, name: 'unites.csv' },
      { text: contacts, name: 'contacts.csv' },
    );
    assert.deepEqual(notes, []);
    assert.deepEqual(feed._iom?.organization, [
      {
        id: 'section',
        name: 'Section',
        parent: 'direction',
        contact: 'personne-d-essai',
        reports_to: [{ unit: 'cabinet' }],
      },
      { id: 'direction', name: 'Direction', head: 'Personne d’essai', contact: 'personne-d-essai', state: 'vacant' },
      { id: 'cabinet', name: 'Cabinet' },
    ]);
  });

  it('tells of names that nobody has, and of units that are below themselves', async () => {
    const { notes, units } = await csv('Unit,Reports to,Contact\nA,B,Nobody\nB,A,\nC,D,\n', { name: 'units.csv' });
    assert.deepEqual(
      notes.map((note) => note.replace(/^units\.csv:/, '')),
      [
        '2, column “Contact”: no contact is called “Nobody”; it was left out; correct the name, or add the contact',
        '3, column “Reports to”: “B” would be below itself; it was put at the top; correct the unit above it',
        '4, column “Reports to”: no unit is called “D”; it was left out; correct the name, or add the unit',
      ],
    );
    assert.deepEqual(
      units.map(({ parent }) => parent),
      ['b', undefined, undefined],
    );
  });
});

describe('a table of figures', () => {
  const header = 'Libellé;Valeur;Type;Devise;Date;Source;Lien de la source;Historique\n';
  const read = async (row: string) => {
    const { figures, notes } = await csv(header + row, { name: 'chiffres.csv', lang: 'fr' });
    return { figure: figures[0], notes };
  };

  it('is read with what a value says beside its number', async () => {
    const { figure, notes } = await read(
      'Aide;plus de 1,2 million US$;;;03/2026;Rapport;https://example.org/r;2024: 1 000 000; 2025: 1 100 000'
        .replace('; 2025', '\n2025')
        .replace(/;([^;]*\n.*)$/s, ';"$1"'),
    );
    assert.deepEqual(notes, []);
    assert.deepEqual(figure, {
      id: 'aide',
      label: 'Aide',
      value: 1_200_000,
      kind: 'money',
      currency: 'USD',
      qualifier: 'more-than',
      as_of: '2026-03',
      source: { title: 'Rapport', url: 'https://example.org/r' },
      history: [
        { as_of: '2024', value: 1_000_000 },
        { as_of: '2025', value: 1_100_000 },
      ],
    });
  });

  for (const [row, expected, note] of [
    ['A;12 %', { value: 12, kind: 'percent' }],
    ['A;1951;année', { value: 1951, kind: 'year' }],
    ['A;4 500 km', { value: 4500, unit: 'km' }],
    ['A;≈ 1 200', { value: 1200, qualifier: 'about' }],
    ['A;-3,5', { value: -3.5 }],
    ['A;175;;;mars 2026', { value: 175, as_of: '2026-03' }],
    ['A;175;;;31.12.2025', { value: 175, as_of: '2025-12-31' }],
    [
      'A;175;;;46082',
      { value: 175, as_of: '2026-03-01' },
      /“46082” is the number of a day; it was read as 2026-03-01; format the cell as a date/,
    ],
    ['A;1951', { value: 1951 }, /1951 is read as a count; if it is a year, say so/],
    ['A;1.500', { value: 1500 }, /“1\.500” may have thousands or decimals; it was read as 1500/],
    ['A;175;;;soon', { value: 175 }, /“soon” is not a date; it was left out; write it as 2026-03-01/],
    ['A;175;;XYZ', { value: 175 }, /“XYZ” is not a currency/],
    ['A;many', undefined, /“many” is not a number; the row was left out/],
    ['A;', undefined, /“A” has no value; the row was left out/],
    [';12', undefined, /“12” has no label; the row was left out/],
    [';;;;2026', undefined, /“2026” has no value; the row was left out/],
  ] as [string, object | undefined, RegExp?][]) {
    it(`${row} ⇒ ${JSON.stringify(expected) ?? 'told'}`, async () => {
      const { figure, notes } = await read(`${row}\n`);
      assert.match(notes[0] ?? '', note ?? /^$/);
      const { id, label, ...rest } = figure ?? {};
      assert.deepEqual(figure && rest, expected);
      assert.ok(!figure || (id && label));
    });
  }
});
