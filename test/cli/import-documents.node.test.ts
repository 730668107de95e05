import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { publish } from '../../src/cli/commands/publish.js';
import { validate } from '../../src/cli/commands/validate.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { iomFeed } from '../helpers/cli.js';
import { docx, frenchStyles, paragraph, run, styled, type DocumentParts } from '../helpers/documents.js';
import { importing } from '../helpers/import-sources.js';
import { scratchFolder } from '../helpers/publications.js';
import { streamed, withWrongSize } from '../helpers/workbooks.js';

const title = styled('Titre', 'Un titre d’essai');

/** Imports a document with a title, and gives what became of the text below it. */
async function text(body: string, parts: Partial<DocumentParts> = {}) {
  const bytes = docx({ styles: frenchStyles, ...parts, body: title + body });
  const { item, items, notes, contacts } = await importing({ text: bytes, name: 'release.docx' });
  return { item, items, notes, contacts, html: item?.content_html ?? '' };
}

describe('a document of Word', () => {
  it('is a release: title, day, text, contact, in the language of its text', async () => {
    const { items, contacts, notes } = await importing({
      name: 'release.docx',
      text: docx({
        styles: frenchStyles,
        body: [
          paragraph('COMMUNIQUÉ DE PRESSE'),
          paragraph('24 septembre 2026'),
          title,
          paragraph('Genève – Le texte commence ici.'),
          styled('Titre2', 'Une partie'),
          paragraph(run('Des mots ') + run('en gras', '<w:b/>') + run('.')),
          paragraph('Pour plus d’informations, veuillez contacter Test Person, OIM Genève, Tél : +41 22 555 01 00'),
        ].join(''),
      }),
    });
    assert.deepEqual(notes, []);
    const [{ id, title: named, date_published, language, content_html, _iom }] = items;
    assert.deepEqual(
      [id, named, date_published, language],
      ['un-titre-d-essai', 'Un titre d’essai', '2026-09-24T00:00:00Z', 'fr-FR'],
    );
    assert.equal(
      content_html,
      '<p>Le texte commence ici.</p>\n<h2>Une partie</h2>\n<p>Des mots <strong>en gras</strong>.</p>',
    );
    assert.deepEqual(_iom, { kind: 'press-release', dateline: 'Genève', contacts: ['test-person'] });
    assert.equal(contacts[0].phones?.[0].number, '+41225550100');
  });

  it('is a release although it has no styles: letterhead, title in bold, subtitle, contact at the end', async () => {
    const bold = (content: string) => paragraph(run(content, '<w:b/>'));
    const { item, contacts, notes } = await importing({
      name: 'release.docx',
      lang: 'fr',
      text: docx({
        body: [
          paragraph('Organisation internationale d’essai'),
          '<w:p/>',
          bold('COMMUNIQUÉ DE PRESSE'),
          bold('Un centre d’essai ouvre à Dakar'),
          paragraph(run('Il accueille tout le monde', '<w:i/>')),
          paragraph('Dakar, le 3 mars 2026 – Le centre a ouvert.'),
          bold('Contexte'),
          paragraph('Un autre paragraphe.'),
          bold('Contact presse :'),
          paragraph(
            `${run('Test Person')}<w:r><w:br/></w:r>${run('Chargée de communication, OIM Sénégal')}<w:r><w:br/></w:r>${run('Tél. : +221 33 869 62 00')}<w:r><w:br/></w:r>${run('Courriel : test@example.org')}`,
          ),
        ].join(''),
      }),
    });
    assert.deepEqual(notes, [
      'release.docx: “Organisation internationale d’essai” is above the title; it was left out',
    ]);
    assert.deepEqual(
      [item?.title, item?.summary, item?.date_published, item?._iom?.dateline],
      [
        'Un centre d’essai ouvre à Dakar',
        'Il accueille tout le monde',
        '2026-03-03T00:00:00Z',
        'Dakar, le 3 mars 2026',
      ],
    );
    assert.equal(item?.content_html, '<p>Le centre a ouvert.</p>\n<h3>Contexte</h3>\n<p>Un autre paragraphe.</p>');
    assert.deepEqual(contacts, [
      {
        id: 'test-person',
        name: 'Test Person',
        role: 'Chargée de communication',
        office: 'OIM Sénégal',
        countries: ['SN'],
        phones: [{ number: '+221338696200', text: '+221 33 869 62 00' }],
        email: 'test@example.org',
      },
    ]);
  });

  it('keeps hidden text and prompts to itself, and says so', async () => {
    const { html, notes } = await text(
      [
        paragraph(
          run('Visible. ') + run('Ne pas publier. ', '<w:vanish/>') + run('Visible encore.', '<w:vanish w:val="0"/>'),
        ),
        styled('Interne', 'Note interne.'),
        styled('Interne2', 'Autre note interne.'),
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Cliquez ici pour entrer du texte.')}</w:sdtContent></w:sdt>`,
        `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('Du texte saisi.')}</w:sdtContent></w:sdt>`,
      ].join(''),
    );
    assert.equal(html, '<p>Visible. Visible encore.</p>\n<p>Du texte saisi.</p>');
    assert.deepEqual(notes, [
      'release.docx: 3 pieces of hidden text; left out: it was not meant for readers',
      'release.docx: 1 prompt that nobody has filled in; left out',
    ]);
  });

  it('keeps the text of fields, of other directions, of ruby, and line ends', async () => {
    const { html } = await text(
      paragraph(
        `<w:fldSimple w:instr=" DOCPROPERTY x ">${run('Champ')}</w:fldSimple>${run(', ')}<w:dir w:val="rtl">${run('اختبار')}</w:dir>${run(', ')}<w:bdo w:val="ltr">${run('ordre')}</w:bdo>${run(', ')}<w:smartTag w:element="City">${run('Genève')}</w:smartTag>` +
          `<w:r><w:cr/></w:r><w:r><w:ruby><w:rubyPr/><w:rt>${run('かんじ')}</w:rt><w:rubyBase>${run('漢字')}</w:rubyBase></w:ruby></w:r>${run('.')}`,
      ),
    );
    assert.equal(
      html,
      '<p>Champ, <bdi dir="rtl">اختبار</bdi>, <bdo dir="ltr">ordre</bdo>, Genève<br>漢字(かんじ).</p>',
    );
  });

  it('says which text is in parts that are not read', async () => {
    const { notes } = await text(
      paragraph('Un texte.') + paragraph(`<m:oMath><m:r><m:t>E = mc2</m:t></m:r></m:oMath>${run(' est connu.')}`),
    );
    assert.deepEqual(notes, [
      'release.docx: “E = mc2” is in a part of the document that is not read (m:oMath); it was left out; write it as plain text',
    ]);
  });

  it('leaves out deletions, comments, headers, tables of contents, and takes insertions', async () => {
    const { html } = await text(
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Partie ... 3')}</w:sdtContent></w:sdt>` +
        paragraph(
          `${run('Le ')}<w:del w:id="1"><w:r><w:delText>vieux </w:delText></w:r></w:del><w:ins w:id="2">${run('nouveau ')}</w:ins><w:commentRangeStart w:id="0"/>${run('texte.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
        ) +
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>',
      { comments: `<w:comment w:id="0">${paragraph('À revoir')}</w:comment>`, header: paragraph('Projet') },
    );
    assert.equal(html, '<p>Le nouveau texte.</p>');
  });

  it('has links as they were meant, also with a place in the page', async () => {
    const field = (instruction: string, shown: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { html } = await text(
      paragraph(
        `${run('Voir ')}<w:hyperlink r:id="one">${run('ici')}</w:hyperlink>${run(', ')}${field('"https://example.org/b" \\l "z"', 'là')}${run(', ')}${field('"https://example.org/c" \\o "Une bulle" \\t "_blank"', 'ailleurs')}${run(' et ')}<w:hyperlink w:anchor="plus-bas">${run('plus bas')}</w:hyperlink>${run('.')}`,
      ),
      { links: { one: 'https://example.org/a' } },
    );
    assert.equal(
      html,
      '<p>Voir <a href="https://example.org/a">ici</a>, <a href="https://example.org/b#z">là</a>, <a href="https://example.org/c">ailleurs</a> et plus bas.</p>',
    );
  });

  it('has quotations', async () => {
    const styles = `${frenchStyles}<w:style w:type="paragraph" w:styleId="Citation"><w:name w:val="Quote"/></w:style>`;
    const { html } = await text(
      paragraph('Un texte.') + styled('Citation', 'Un mot.') + styled('Citation', 'Un autre.'),
      { styles },
    );
    assert.equal(html, '<p>Un texte.</p>\n<blockquote><p>Un mot.</p><p>Un autre.</p></blockquote>');
  });

  it('is read although notes are missing that it refers to', async () => {
    const { html } = await text(
      paragraph(
        `${run('Un texte')}<w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>${run('.')}`,
      ),
    );
    assert.equal(html, '<p>Un texte.</p>');
  });

  it('has footnotes at its end', async () => {
    const note = `<w:r><w:footnoteReference w:id="2"/></w:r>`;
    const { html } = await text(paragraph(`${run('Un texte')}${note}${run('.')}`), {
      footnotes: `<w:footnote w:id="2">${paragraph(`${run('Une note. ')}${run('Secret.', '<w:vanish/>')}`)}</w:footnote>`,
    });
    assert.match(html, /^<p>Un texte<sup>\[1\]<\/sup>\.<\/p>\n<ol><li><p>Une note\.<\/p><\/li><\/ol>$/);
  });

  it('has headings by styles based on them, by their level in the outline, and by bold alone', async () => {
    const level = (number: number, content: string) => paragraph(content, `<w:outlineLvl w:val="${number}"/>`);
    const styledOnes = await text(
      [
        paragraph('Un texte.'),
        styled('Rubrique', 'Une rubrique'),
        level(2, 'Un niveau'),
        paragraph(run('En gras', '<w:b/>')),
      ].join(''),
    );
    assert.equal(
      styledOnes.html,
      '<p>Un texte.</p>\n<h2>Une rubrique</h2>\n<h3>Un niveau</h3>\n<p><strong>En gras</strong></p>',
    );
    const bold = await text(
      [paragraph('Un texte.'), paragraph(run('En gras', '<w:b/>')), paragraph(run('Une phrase.', '<w:b/>'))].join(''),
    );
    assert.equal(bold.html, '<p>Un texte.</p>\n<h3>En gras</h3>\n<p><strong>Une phrase.</strong></p>');
  });

  it('has lists with the numbers that it shows', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const item = (list: number, content: string) =>
      paragraph(content, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);
    const { html } = await text(
      [
        paragraph('Un texte.'),
        item(1, 'Un'),
        item(1, 'Deux'),
        paragraph('Entre eux.'),
        item(1, 'Trois'),
        item(4, 'Encore un'),
        paragraph('Puis.'),
        item(2, 'C'),
        item(2, 'D'),
        paragraph('Enfin.'),
        item(3, 'Puce'),
      ].join(''),
      { numbering },
    );
    assert.equal(
      html,
      [
        '<p>Un texte.</p>',
        '<ol><li>Un</li><li>Deux</li></ol>',
        '<p>Entre eux.</p>',
        '<ol start="3"><li>Trois</li></ol>',
        '<ol><li>Encore un</li></ol>',
        '<p>Puis.</p>',
        '<ol type="a" start="3"><li>C</li><li>D</li></ol>',
        '<p>Enfin.</p>',
        '<ul><li>Puce</li></ul>',
      ].join('\n'),
    );
  });

  it('has other languages and directions marked', async () => {
    const { html, item } = await text(
      [
        paragraph('Un texte en français, assez long pour le rester.'),
        paragraph(run('A paragraph in English.', '<w:lang w:val="en-GB"/>')),
        paragraph(run('فقرة بالعربية هنا.', '<w:rtl/><w:lang w:bidi="ar-EG"/>'), '<w:bidi/>'),
      ].join(''),
    );
    assert.equal(item?.language, 'fr-FR');
    assert.equal(
      html,
      '<p>Un texte en français, assez long pour le rester.</p>\n<p lang="en-GB">A paragraph in English.</p>\n<p lang="ar-EG" dir="rtl">فقرة بالعربية هنا.</p>',
    );
  });

  it('keeps blanks that don’t break, soft hyphens and tables', async () => {
    const cell = (content: string) => `<w:tc>${paragraph(content)}</w:tc>`;
    const { html } = await text(
      paragraph(`${run('5\u00a0000\u202f€')}<w:r><w:softHyphen/></w:r><w:r><w:noBreakHyphen/></w:r>${run('.')}`) +
        `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Pays')}${cell('Nombre')}</w:tr><w:tr>${cell('Mali')}${cell('5')}</w:tr></w:tbl>` +
        paragraph('Fin.'),
    );
    assert.match(html, /^<p>5&nbsp;000\u202f€\u00ad\u2011\.<\/p>/);
    assert.match(html, /<thead><tr><th><p>Pays<\/p><\/th>.+<tbody><tr><td><p>Mali<\/p><\/td>/);
  });

  it('says that it has pictures: they have no address', async () => {
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Un port"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="image"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const { html, notes } = await text(paragraph(picture) + paragraph('Un texte.'));
    assert.equal(html, '<p>Un texte.</p>');
    assert.deepEqual(notes, [
      'release.docx: there is a picture in it; left out, as --out names no place for them; publish what is needed, and add its address to the feed',
    ]);
  });

  it('has its pictures beside the feed, with their descriptions, and publish finds them there', async () => {
    const folder = scratchFolder();
    const file = (name: string) => join(folder, name);
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#456' } })
      .png()
      .toBuffer();
    const picture = (id: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Un port"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const body = title + paragraph('Un texte.') + paragraph(picture('image')) + paragraph('Encore.');
    writeFileSync(file('release.docx'), docx({ styles: frenchStyles, body, files: { 'word/media/image1.png': png } }));
    const { code, stderr } = await iomFeed(
      ['import', 'release.docx', '--lang', 'fr', '--out', 'oim.fr.json', '--base', 'https://example.org/'],
      { cwd: folder },
    );
    assert.equal(code, 0, stderr);
    const feed = JSON.parse(readFileSync(file('oim.fr.json'), 'utf8')) as Feed;
    const [address] = readdirSync(file('oim.fr-pictures'));
    assert.match(address, /^picture-[\da-f]{8}\.png$/);
    assert.deepEqual(readFileSync(file(`oim.fr-pictures/${address}`)), png);
    assert.equal(feed.items[0].image, `oim.fr-pictures/${address}`);
    assert.match(JSON.stringify(feed.items[0]), /"alt":"Un port"|alt=.{1,2}Un port/);
    const findings = await validate(file('oim.fr.json'));
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
    await publish(file('oim.fr.json'), { out: file('public') });
    assert.match(readFileSync(file('public/current/feed.json'), 'utf8'), /"image":"images\/picture-/);
  });

  it('is refused when it is a bomb, whatever sizes it names', async () => {
    const bomb = docx({ styles: frenchStyles, body: `${title}${paragraph('x'.repeat(210_000_000))}` });
    for (const bytes of [bomb, withWrongSize(bomb, 'word/document.xml', 1000)]) {
      const { notes, failed, items } = await importing({ text: bytes, name: 'release.docx' });
      assert.deepEqual([failed, items.length], [true, 0]);
      assert.match(notes[0], /^release\.docx: it unpacks to more than 200 MB; /);
    }
  });

  it('is read when it was packed piece by piece', async () => {
    const bytes = streamed(docx({ styles: frenchStyles, body: title + paragraph('Un texte.') }));
    // Bit 3 of its first file: the size is behind it.
    assert.ok(bytes[6] & 8);
    assert.equal((await importing({ text: bytes, name: 'release.docx' })).item?.content_html, '<p>Un texte.</p>');
  });

  it('is told when it is broken, or has no text', async () => {
    const bytes = docx({ styles: frenchStyles, body: title });
    const { failed, notes } = await importing({ text: bytes, name: 'release.docx' });
    assert.deepEqual(
      [failed, notes],
      [true, ['release.docx: there is no release in it; use a document with a title and, below it, the text']],
    );
    const cut = await importing({ text: bytes.subarray(0, bytes.length / 2), name: 'release.docx' });
    assert.equal(cut.failed, true);
  });
});

describe('a file that is not read', () => {
  const ole = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
  const zip = (name: string) => zipSync({ [name]: strToU8('x') });
  const openDocument = (type: string) =>
    zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }] });
  const files: [name: string, bytes: Uint8Array, note: RegExp][] = [
    ['a.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ'), /it is a PDF; import the document that it was made from/],
    [
      'a.doc',
      ole('WordDocument'),
      /it is a document of Word 97 to 2003 \(\.doc\); open it in Word or LibreOffice and save it as \.docx/,
    ],
    ['a.xls', ole('Workbook'), /it is a workbook of Excel 97 to 2003 \(\.xls\)/],
    ['a.msg', ole('__substg1.0_0037001F'), /it is a message of Outlook \(\.msg\); save it as \.eml/],
    ['a.docx', ole('EncryptedPackage'), /it is a document with a password; open it, remove the password, and save it/],
    ['a.odt', openDocument('text'), /it is an OpenDocument text \(\.odt\).+ save it as \.docx/],
    ['a.ods', openDocument('spreadsheet'), /it is an OpenDocument spreadsheet \(\.ods\)/],
    ['a.pages', zip('Index/Document.iwa'), /it is a document of Apple Pages; export it as Word/],
    ['a.rtf', Buffer.from('{\\rtf1 x}'), /it is a rich text document \(\.rtf\)/],
    ['a.zip', zip('release.txt'), /it is a packed file \(ZIP\); unpack it/],
  ];
  for (const [name, bytes, note] of files) {
    it(`${name} ⇒ ${String(note).slice(1, 40)}…`, async () => {
      const { failed, notes } = await importing({ text: bytes, name });
      assert.equal(failed, true);
      assert.equal(notes.length, 1);
      assert.match(notes[0], note);
    });
  }
});

describe('an e-mail', () => {
  const head =
    'From: Press <press@example.org>\r\nTo: list@example.org\r\nSubject: =?utf-8?q?Un_titre_d=E2=80=99essai?=\r\nDate: Thu, 24 Sep 2026 23:30:00 -0300\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n';
  const read = async (text: string | Uint8Array) => {
    const { item, notes, contacts, failed } = await importing({ text, name: 'release.eml', lang: 'fr' });
    return { item, notes, contacts, failed, html: item?.content_html ?? '' };
  };

  it('of text alone is read as a text, in its encoding, with the day as the sender had it', async () => {
    const body =
      'Gen\xe8ve \x96 L\x92essai commence.\r\n\r\nContact : Test Person, OIM Gen\xe8ve, T\xe9l : +41 22 555 01 00\r\n';
    const { item, html, contacts, notes } = await read(
      Buffer.from(
        `${head}Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body}`,
        'latin1',
      ),
    );
    assert.deepEqual(notes, []);
    assert.deepEqual(
      [item?.title, item?.date_published, html],
      ['Un titre d’essai', '2026-09-24T23:30:00-03:00', '<p>L’essai commence.</p>'],
    );
    assert.equal(contacts[0].name, 'Test Person');
  });

  it('with pictures and attachments says what it leaves out', async () => {
    const { html, notes } = await read(
      `${head}Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Un <b>texte</b>.</p><p><img src="cid:p1" alt="x"></p><p>Encore.</p>\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <p1>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n--a\r\nContent-Type: application/pdf; name=rapport.pdf\r\nContent-Disposition: attachment; filename=rapport.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--a--\r\n`,
    );
    assert.equal(html, '<p>Un <b>texte</b>.</p>\n<p>Encore.</p>');
    assert.deepEqual(notes, [
      'release.eml: there is a picture in it; left out, as --out names no place for them; publish what is needed, and add its address to the feed',
      'release.eml: “rapport.pdf” is attached; it was left out, as --out names no place for it; publish it, and add its address to the item',
    ]);
  });

  it('has its pictures beside the feed, those of parts and those in the text', async () => {
    const folder = scratchFolder();
    const data = 'iVBORw0KGgo=';
    writeFileSync(
      join(folder, 'release.eml'),
      `${head}Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Un texte.</p><p><img src="cid:p1" alt="Un port"></p><p>Encore.</p><p><img src="data:image/gif;base64,R0lGODlhAQABAA==" alt="Un lac"></p>\r\n--b\r\nContent-Type: image/png; name=port.png\r\nContent-ID: <p1>\r\nContent-Transfer-Encoding: base64\r\n\r\n${data}\r\n--b--\r\n`,
    );
    const { stderr } = await iomFeed(['import', 'release.eml', '--lang', 'fr', '--out', 'oim.json'], { cwd: folder });
    assert.equal(stderr.includes('picture'), false, stderr);
    const text = readFileSync(join(folder, 'oim.json'), 'utf8');
    const names = readdirSync(join(folder, 'oim-pictures')).sort();
    assert.equal(names.length, 2);
    for (const name of names) assert.ok(text.includes(`oim-pictures/${name}`), name);
    assert.match(names.join(), /picture-[\da-f]{8}\.gif,port-[\da-f]{8}\.png/);
    assert.doesNotMatch(text, /embedded|cid:|data:/);
  });

  it('that was sent on is the message in it', async () => {
    const inner = `${head}Content-Type: text/plain; charset=utf-8\r\n\r\nUn texte.\r\n`;
    const { item, notes } = await read(
      `From: a@example.org\r\nSubject: TR: Essai\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\n\r\n--a\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${inner}\r\n--a--\r\n`,
    );
    assert.deepEqual([item?.title, item?.date_published], ['Un titre d’essai', '2026-09-24T23:30:00-03:00']);
    assert.deepEqual(notes.slice(0, 1), [
      'release.eml: it holds a message that was sent on; that message was imported',
    ]);
  });

  it('of a mailing list has no footer of the list', async () => {
    const footer = `${'_'.repeat(47)}\r\nListe mailing list\r\nhttps://lists.example.org/\r\n`;
    const plain = await read(`${head}Content-Type: text/plain\r\n\r\nUn texte.\r\n${footer}`);
    assert.equal(plain.html, '<p>Un texte.</p>');
    const mixed = await read(
      `${head}Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>Un texte.</p>\r\n--a\r\nContent-Type: text/plain\r\n\r\n${footer}\r\n--a--\r\n`,
    );
    assert.equal(mixed.html, '<p>Un texte.</p>');
    for (const { notes } of [plain, mixed])
      assert.ok(
        notes.includes('release.eml: a mailing list has written its footer below the text; left out'),
        notes.join(),
      );
  });

  it('without a date has none', async () => {
    const { item } = await read(`${head.replace(/Date:.*\r\n/, '')}Content-Type: text/plain\r\n\r\nUn texte.\r\n`);
    assert.equal(item?.title, 'Un titre d’essai');
    assert.equal(item.date_published, undefined);
  });

  it('of Outlook is read as the page that Word writes', async () => {
    const { html } = await read(
      `${head}Content-Type: text/html; charset=utf-8\r\n\r\n<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15 (filtered medium)"></head><body lang=FR><div class=WordSection1><p class=MsoNormal>Un texte de <st1:City>Genève</st1:City>.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>`,
    );
    assert.equal(html, '<p>Un texte de Genève.</p>');
  });
});

describe('a page that a browser saved as one file', () => {
  it('is read as the page that it is', async () => {
    const words = 'A text that is long enough to be the article of a page. '.repeat(6);
    const text = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/news\r\nSubject: A page\r\nDate: Thu, 24 Sep 2026 23:30:00 -0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/news\r\n\r\n<!DOCTYPE html><html lang=3D"en"><head><title>A page</title></head><body><article><h1>A page</h1><p>${words}</p></article></body></html>\r\n--b--\r\n`;
    const { item } = await importing({ text, name: 'page.mhtml' });
    assert.deepEqual([item?.title, item?.language, item?.date_published], ['A page', 'en', undefined]);
    assert.match(item?.content_html ?? '', /^<p>A text that is long enough/);
  });
});

describe('a page that Word saved', () => {
  it('is read in Windows-1252, without what only Word reads', async () => {
    const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15 (filtered)"><style>p.MsoNormal {margin:0}</style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>
<body lang=FR style='word-wrap:break-word'><div class=WordSection1>
<p class=MsoTitle>Un titre d\x92essai</p>
<p class=MsoNormal style='mso-margin-top-alt:auto'>Gen\xe8ve \x96 Le texte de <st1:place w:st="on"><st1:City>Dakar</st1:City></st1:place>.<o:p></o:p></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>Note interne.</span></p>
<h2>Une partie</h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt'><![if !supportLists]><span style='font-family:Symbol'>\xb7<span>&nbsp;&nbsp; </span></span><![endif]>Premier</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt'><span style='font-family:Symbol'>\xb7<span>&nbsp;&nbsp; </span></span>Second</p>
<p class=MsoNormal>Fin.</p>
</div></body></html>`;
    const { item, notes } = await importing({ text: Buffer.from(page, 'latin1'), name: 'release.htm' });
    assert.deepEqual([item?.title, item?.language], ['Un titre d’essai', 'fr']);
    assert.equal(
      item?.content_html,
      '<p>Le texte de Dakar.</p>\n<h2>Une partie</h2>\n<ul><li>Premier</li><li>Second</li></ul>\n<p>Fin.</p>',
    );
    assert.deepEqual(notes, ['release.htm: 1 piece of hidden text; left out: it was not meant for readers']);
  });
});
