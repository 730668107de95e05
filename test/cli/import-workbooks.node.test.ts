import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { cellText } from '../../src/cli/import/tables/cell-text.js';
import { csvTemplate, workbookTemplate } from '../../src/cli/template/write-template.js';
import { iomFeed } from '../helpers/cli.js';
import { importing } from '../helpers/import-sources.js';
import { scratchFolder } from '../helpers/publications.js';
import { withPart, withWrongSize, workbook } from '../helpers/workbooks.js';

/** Imports a workbook that is filled in a test. */
async function imported(...given: Parameters<typeof workbook>) {
  return importBytes(await workbook(...given));
}
async function importBytes(text: Uint8Array) {
  const { feed, notes, failed } = await importing({ text, name: 'bureaux.xlsx' });
  const { contacts = [], offices = [], organization = [], figures = [] } = feed._iom ?? {};
  return { notes, failed, contacts, offices, units: organization, figures };
}

describe('a workbook', () => {
  it('is read sheet by sheet, each with its headings; what one names may be in another', async () => {
    const { units, contacts, notes } = await imported('Unités', (sheet, book) => {
      sheet.addRows([
        ['Unité', 'Relève de', 'Contact'],
        ['Direction', '', 'Personne d’essai'],
        ['Section', 'Direction'],
      ]);
      book.addWorksheet('Contacts presse').addRows([
        ['Nom', 'Téléphone'],
        ['Personne d’essai', '+41 22 555 01 00'],
      ]);
    });
    assert.deepEqual(notes, []);
    assert.deepEqual(
      [units[0].contact, units[1].parent, contacts[0].phones?.[0].number],
      ['personne-d-essai', 'direction', '+41225550100'],
    );
  });

  it('has wrong cells named by sheet, row and column', async () => {
    const { notes } = await imported('Bureaux', (sheet) => {
      sheet.addRows([['Nom', 'Ville', 'Pays'], ['Essai', 'Dakar', 'Sénégal'], [], ['Autre', 'Lima', 'Atlantide']]);
    });
    assert.deepEqual(notes, [
      'bureaux.xlsx, sheet “Bureaux”, C4: “Atlantide” is not a country; it was left out; write its name, or its two-letter code',
    ]);
  });

  it('keeps telephones and codes as they are shown: as numbers, with zeros, with a +', async () => {
    const { contacts, notes } = await imported('Contacts', (sheet) => {
      sheet.addRows([
        ['Nom', 'Téléphone', 'Pays'],
        ['A', 59829168043, 'Uruguay'],
        ['B', 598168043, 'France'],
        ['C', 59829168043, ''],
        ['D', 225550100, 'CH'],
      ]);
      sheet.getCell('B3').numFmt = '0000000000';
      sheet.getCell('B4').numFmt = '"+"0';
      sheet.getCell('B5').numFmt = '000 000 00 00';
    });
    assert.deepEqual(
      notes.filter((note) => !/is not in use/.test(note)),
      [],
    );
    assert.deepEqual(
      contacts.map(({ phones }) => phones?.[0].number),
      ['+59829168043', '+33598168043', '+59829168043', '+41225550100'],
    );
  });

  it('takes links, rich text and addresses for what they lead to', async () => {
    const { offices, notes } = await imported('Offices', (sheet) => {
      sheet.addRow(['Name', 'Website', 'E-mail']);
      sheet.getCell('A2').value = { richText: [{ text: 'Test ' }, { font: { bold: true }, text: 'office' }] };
      sheet.getCell('B2').value = { text: 'our site', hyperlink: 'https://example.org/?a=1&b=2' };
      sheet.getCell('C2').value = { text: 'write to us', hyperlink: 'mailto:test@example.org?subject=x' };
    });
    assert.deepEqual(notes, []);
    assert.deepEqual(offices, [
      { id: 'test-office', name: 'Test office', email: 'test@example.org', url: 'https://example.org/?a=1&b=2' },
    ]);
  });

  it('takes the last result of a formula, and never calculates one', async () => {
    const { figures, notes } = await imported('Figures', (sheet) => {
      sheet.addRow(['Label', 'Value', 'Note']);
      sheet.addRows([
        ['A', { formula: '100+75', result: 175 }],
        ['B', { formula: '1+1' }],
        ['C', { formula: '1/0', result: { error: '#DIV/0!' } }],
        ['D', 5, { formula: 'NA()', result: { error: '#N/A' } }],
      ]);
    });
    assert.deepEqual(
      figures.map(({ label, value }) => [label, value]),
      [
        ['A', 175],
        ['D', 5],
      ],
    );
    assert.deepEqual(notes, [
      'bureaux.xlsx, sheet “Figures”, B3: its formula has no result; it was left out; open the file, save it once, and import it again',
      'bureaux.xlsx, sheet “Figures”, A3: “B” has no value; the row was left out; add the number',
      'bureaux.xlsx, sheet “Figures”, B4: its formula results in #DIV/0!; it was left out; correct the formula',
      'bureaux.xlsx, sheet “Figures”, A4: “C” has no value; the row was left out; add the number',
      'bureaux.xlsx, sheet “Figures”, C5: its formula results in #N/A; it was left out; correct the formula',
    ]);
  });

  it('repeats what is merged down its rows, and takes what is merged across them for a title', async () => {
    const { offices, notes } = await imported('Bureaux', (sheet) => {
      sheet.addRows([
        ['Nos bureaux', '', ''],
        ['Nom', 'Pays', 'Ville'],
        ['AFRIQUE', '', ''],
        ['A', 'Sénégal', 'Dakar'],
        ['B', '', 'Thiès'],
        ['C', 'Mali', 'Bamako'],
      ]);
      sheet.mergeCells('A1:C1');
      sheet.mergeCells('A3:C3');
      sheet.mergeCells('B4:B5');
    });
    assert.deepEqual(
      offices.map(({ name, country, city }) => [name, country, city]),
      [
        ['A', 'SN', 'Dakar'],
        ['B', 'SN', 'Thiès'],
        ['C', 'ML', 'Bamako'],
      ],
    );
    assert.deepEqual(notes, [
      'bureaux.xlsx, sheet “Bureaux”, A1: “Nos bureaux” is above the headings; it was left out',
      'bureaux.xlsx, sheet “Bureaux”, A3: “AFRIQUE” goes over several columns, as a title does; it was left out',
    ]);
  });

  it('leaves out what is hidden, and says so', async () => {
    const hidden = await workbook('Contacts', (sheet, book) => {
      sheet.addRows([
        ['Nom', 'Téléphone', 'Courriel'],
        ['A', '+41 22 555 01 00', 'a@example.org'],
        ['B', '', 'b@example.org'],
        ['C', '', 'c@example.org'],
      ]);
      sheet.getRow(3).hidden = true;
      sheet.getColumn(2).hidden = true;
      for (const state of ['hidden', 'veryHidden'] as const) {
        const other = book.addWorksheet(`Privé ${state}`);
        other.addRows([
          ['Nom', 'Courriel'],
          ['Secret', 'secret@example.org'],
        ]);
        other.state = state;
      }
    });
    // LibreOffice writes truths as words.
    for (const bytes of [
      hidden,
      withPart(hidden, 'xl/worksheets/sheet1.xml', (xml) => xml.replaceAll('hidden="1"', 'hidden="true"')),
    ]) {
      const { contacts, notes } = await importBytes(bytes);
      assert.deepEqual(
        contacts.map(({ name, phones }) => [name, phones]),
        [
          ['A', undefined],
          ['C', undefined],
        ],
      );
      assert.deepEqual(
        notes.map((note) => note.replace(/; (?:it was|they were) left out.*/, '')),
        [
          'bureaux.xlsx, sheet “Contacts”: row 3 is hidden',
          'bureaux.xlsx, sheet “Contacts”: column B is hidden',
          'bureaux.xlsx, sheet “Privé hidden”: it is hidden',
          'bureaux.xlsx, sheet “Privé veryHidden”: it is hidden',
        ],
      );
    }
  });

  it('has days as dates or as numbers, counted from 1900 or from 1904', async () => {
    const dated = (is1904: boolean) =>
      workbook('Chiffres', (sheet, book) => {
        book.properties.date1904 = is1904;
        sheet.addRows([
          ['Libellé', 'Valeur', 'Date'],
          ['A', 1, new Date('2026-03-01T00:00:00Z')],
          ['B', 2, new Date('2026-03-01T00:00:00Z')],
          ['C', 3, 46082],
          ['D', 4, 2026],
        ]);
        sheet.getCell('C2').numFmt = 'dd/mm/yyyy';
        sheet.getCell('C3').numFmt = 'mmm yyyy';
      });
    const days = ({ figures }: Awaited<ReturnType<typeof importBytes>>) => figures.map(({ as_of: day }) => day);
    const of1900 = await importBytes(await dated(false));
    assert.deepEqual(days(of1900), ['2026-03-01', '2026-03', '2026-03-01', '2026']);
    assert.deepEqual(of1900.notes, [
      'bureaux.xlsx, sheet “Chiffres”, C4: “46082” is the number of a day; it was read as 2026-03-01; format the cell as a date',
    ]);
    const of1904 = await dated(true);
    assert.deepEqual(days(await importBytes(of1904)).slice(0, 2), ['2026-03-01', '2026-03']);
    const asLibreOffice = withPart(of1904, 'xl/workbook.xml', (xml) => xml.replace('date1904="1"', 'date1904="true"'));
    assert.notDeepEqual(asLibreOffice, of1904);
    assert.deepEqual(days(await importBytes(asLibreOffice)).slice(0, 2), ['2026-03-01', '2026-03']);
  });

  it('rounds moments to the second, so that a day stays the day', () => {
    const shown = (iso: string, format: string) => cellText(new Date(iso), format)?.text;
    assert.equal(shown('2026-02-28T23:59:59.999Z', 'dd/mm/yyyy'), '2026-03-01');
    assert.equal(shown('2026-03-01T09:29:59.999Z', 'dd/mm/yyyy hh:mm'), '2026-03-01T09:30');
    assert.equal(shown('1899-12-30T09:29:59.999Z', 'hh:mm'), '09:30');
    assert.equal(shown('2026-03-01T00:00:00Z', 'yyyy'), '2026');
  });

  it('says percent and money by the format of its cells', async () => {
    const { figures } = await imported('Figures', (sheet) => {
      sheet.addRows([
        ['Label', 'Value'],
        ['A', 0.125],
        ['B', 12500.5],
        ['C', 1234567],
      ]);
      sheet.getCell('B2').numFmt = '0%';
      sheet.getCell('B3').numFmt = '#,##0.00 "€"';
      sheet.getCell('B4').numFmt = '#,##0';
    });
    assert.deepEqual(
      figures.map(({ value, kind, currency }) => [value, kind, currency]),
      [
        [12.5, 'percent', undefined],
        [12500.5, 'money', 'EUR'],
        [1234567, undefined, undefined],
      ],
    );
  });

  it('costs no more than what is in it: 16,384 formatted columns, a list to choose from in a million rows', async () => {
    const bytes = withPart(
      await workbook('Offices', (sheet) =>
        sheet.addRows([
          ['Name', 'City'],
          ['Test', 'Dakar'],
        ]),
      ),
      'xl/worksheets/sheet1.xml',
      (xml) => {
        const letters = (column: number): string =>
          (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
        const names = Array.from({ length: 16_384 }, (_, column) => letters(column));
        const rows = Array.from(
          { length: 60 },
          (_, row) => `<row r="${row + 3}">${names.map((name) => `<c r="${name}${row + 3}" s="0"/>`).join('')}</row>`,
        );
        return xml.replace(
          '</sheetData>',
          `${rows.join('')}</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
        );
      },
    );
    const before = process.memoryUsage().rss;
    const { offices, notes } = await importBytes(bytes);
    assert.deepEqual([offices, notes], [[{ id: 'test', name: 'Test', city: 'Dakar' }], []]);
    assert.ok(process.memoryUsage().rss - before < 400_000_000);
  });

  it('is refused when it is a bomb, whatever sizes it names', async () => {
    const bomb = withPart(
      await workbook('Offices', (sheet) => sheet.addRow(['Name', 'City'])),
      'xl/worksheets/sheet1.xml',
      (xml) => xml + ' '.repeat(210_000_000),
    );
    for (const bytes of [bomb, withWrongSize(bomb, 'xl/worksheets/sheet1.xml', 1000)]) {
      const { notes, failed } = await importBytes(bytes);
      assert.equal(failed, true);
      assert.match(notes[0], /^bureaux\.xlsx: it unpacks to more than 200 MB; /);
    }
  });

  it('is told when it is broken, or has no table', async () => {
    const bytes = await workbook('Feuille', (sheet) => sheet.addRow(['Bonjour']));
    const empty = await importBytes(bytes);
    assert.equal(empty.failed, true);
    assert.match(empty.notes[0], /^bureaux\.xlsx, sheet “Feuille”, A1: there are no headings of contacts, offices/);
    const cut = await importBytes(bytes.subarray(0, bytes.length / 2));
    assert.equal(cut.failed, true);
    assert.match(cut.notes[0], /^bureaux\.xlsx: it is (?:broken|a packed file)/);
  });
});

describe('iom-feed template', () => {
  for (const lang of ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const) {
    it(`writes tables in ${lang} that are read back without a finding`, async () => {
      for (const kind of ['contacts', 'offices', 'units', 'figures'] as const) {
        const templates = { csv: csvTemplate(kind, lang), xlsx: await workbookTemplate(kind, lang) };
        for (const [type, content] of Object.entries(templates)) {
          const name = `${lang}-${kind}.${type}`;
          const { feed, notes } = await importing({ text: Buffer.from(content), name, lang });
          assert.deepEqual(notes, [], name);
          const part = kind === 'units' ? 'organization' : (kind as 'contacts');
          assert.equal(feed._iom?.[part]?.length, 1, name);
        }
      }
    });
  }

  it('writes the file that is named, as a workbook where its name says so', async () => {
    const folder = scratchFolder();
    for (const name of ['bureaux.csv', 'bureaux.xlsx']) {
      const file = join(folder, name);
      const { code, stderr } = await iomFeed(['template', 'offices', '--lang', 'fr', '--out', file]);
      assert.equal(code, 0, stderr);
      const { feed, notes } = await importing({ text: await readFile(file), name, lang: 'fr' });
      assert.deepEqual([notes, feed._iom?.offices?.length], [[], 1], name);
    }
  });

  it('writes every column that is read, with its example', async () => {
    const { stdout } = await iomFeed(['template', 'contacts', '--lang', 'fr']);
    assert.match(
      stdout,
      /^\uFEFFPrénom;Nom;Nom de famille;Fonction;Bureau;.+\r\n;Personne d’essai;;Responsable de presse;/,
    );
  });

  it('is filled in: its example is left out beside what was added, and told', async () => {
    const { stdout } = await iomFeed(['template', 'offices', '--lang', 'fr']);
    const { feed, notes } = await importing({ text: `${stdout}OIM Dakar;;Sénégal;Dakar\r\n`, name: 'bureaux.csv' });
    assert.deepEqual(
      feed._iom?.offices?.map(({ name }) => name),
      ['OIM Dakar'],
    );
    assert.deepEqual(notes, [
      'bureaux.csv:2, column “Nom”: “Bureau d’essai” is the example of the template; it was left out; delete the row',
    ]);
  });

  for (const [args, message] of [
    [['bureaux'], /^iom-feed: bureaux is not one of contacts, offices, units, figures\n$/],
    [['offices', '--lang', 'de'], /^iom-feed: --lang de is not one of en, fr, es, ar, ru, zh\n$/],
  ] as const) {
    it(`${args.join(' ')} ⇒ says what there is`, async () => {
      const { stderr, code } = await iomFeed(['template', ...args]);
      assert.match(stderr, message);
      assert.equal(code, 2);
    });
  }
});
