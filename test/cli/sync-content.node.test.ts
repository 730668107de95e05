import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { docx, frenchStyles, paragraph, styled } from '../helpers/documents.js';
import { workshop } from '../helpers/sync.js';
import { workbook } from '../helpers/workbooks.js';

const offices = (...names: string[]) =>
  workbook('Bureaux', (sheet) => sheet.addRows([['Nom', 'Ville'], ...names.map((name) => [name, 'Dakar'])]));
const release = (text: string) =>
  docx({ styles: frenchStyles, body: styled('Titre', 'Un titre d’essai') + paragraph(text) });
const markdown = (id: string, title: string) => `---\nid: ${id}\n---\n# ${title}\n\nUn texte.\n`;

describe('sync from a folder of documents, tables and texts', () => {
  it('publishes what has changed in them, and nothing where nothing has', async () => {
    const shop = workshop('content');
    const file = (name: string) => join(shop.folder, 'content', name);
    mkdirSync(file('.'));
    writeFileSync(file('release.docx'), release('Un texte.'));
    writeFileSync(file('bureaux.xlsx'), await offices('OIM Essai'));
    writeFileSync(file('un.md'), markdown('un', 'Un'));
    assert.equal((await shop.sync()).outcome, 'published');
    assert.equal(shop.feed()._iom?.offices?.[0].name, 'OIM Essai');
    assert.deepEqual(
      shop
        .feed()
        .items.map(({ title }) => title)
        .sort(),
      ['Un', 'Un titre d’essai'],
    );
    assert.equal((await shop.sync()).outcome, 'unchanged');
    writeFileSync(file('bureaux.xlsx'), await offices('OIM Essai', 'OIM Deux'));
    assert.equal((await shop.sync()).outcome, 'published');
    assert.equal(shop.feed()._iom?.offices?.length, 2);
    writeFileSync(file('release.docx'), release('Un autre texte.'));
    assert.equal((await shop.sync()).outcome, 'published');
    assert.ok(shop.feed().items.some(({ content_html: html }) => html === '<p>Un autre texte.</p>'));
  });

  it('keeps what was published when two files have one id, and names both', async () => {
    const shop = workshop('content');
    const file = (name: string) => join(shop.folder, 'content', name);
    mkdirSync(file('.'));
    writeFileSync(file('un.md'), markdown('un', 'Un'));
    await shop.sync();
    writeFileSync(file('deux.md'), markdown('un', 'Deux'));
    const { outcome, messages } = await shop.sync();
    assert.equal(outcome, 'unchanged');
    assert.match(messages.join('\n'), /un\.md:2: the id “un” is also in .+deux\.md:2; give each its own/);
    assert.deepEqual(
      shop.feed().items.map(({ title }) => title),
      ['Un'],
    );
  });

  it('publishes the pictures inside of documents', async () => {
    const shop = workshop('content');
    mkdirSync(join(shop.folder, 'content'));
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Un port"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="image"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const gif = Buffer.from('R0lGODlhCAAIAIAAAP///wAAACH5BAAAAAAALAAAAAAIAAgAAAIHhI+py+1dAAA7', 'base64');
    const body = styled('Titre', 'Un titre') + paragraph('Un texte.') + paragraph(picture) + paragraph('Encore.');
    writeFileSync(
      join(shop.folder, 'content/release.docx'),
      docx({ styles: frenchStyles, body, files: { 'word/media/image1.png': gif } }),
    );
    assert.equal((await shop.sync()).outcome, 'published');
    const out = join(shop.folder, 'feeds/fr');
    assert.equal(readdirSync(join(out, 'sync/pictures')).length, 1);
    const { image = '' } = shop.feed().items[0];
    assert.match(image, /^images\/|^pictures\//);
    assert.ok(existsSync(join(out, 'current', image)));
  });
});
