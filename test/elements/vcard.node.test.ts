import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileName, toVCard } from '../../src/elements/press-contact/vcard.js';
import type { ParsedContact } from '../../src/feed/parts/contacts.js';

const alba: ParsedContact = {
  id: 'alba',
  name: 'Alba Goycoechea',
  office: 'OIM Uruguay',
  phones: [{ number: '+59829168043', text: '(5982) 916-8043' }],
  email: 'agoycoechea@iom.int',
};
const unfold = (card: string) => card.replaceAll('\r\n ', '');
const lines = (fields: Partial<ParsedContact>) =>
  unfold(toVCard({ id: 'a', name: 'Test Person', ...fields })).split('\r\n');

describe('toVCard', () => {
  it('the contact of the press release', () => {
    assert.equal(
      toVCard(alba),
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        'FN:Alba Goycoechea',
        'N:;Alba Goycoechea;;;',
        'ORG:OIM Uruguay',
        'TEL;TYPE=WORK,VOICE:+59829168043',
        'EMAIL;TYPE=INTERNET,WORK:agoycoechea@iom.int',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('escapes what would end a value or begin another one', () => {
    const card = lines({ name: 'A;B,C\\D', role: 'One\r\nTEL:+1' });
    assert.ok(card.includes('FN:A\\;B\\,C\\\\D'));
    assert.ok(card.includes('N:;A\\;B\\,C\\\\D;;;'));
    assert.ok(card.includes('TITLE:One\\nTEL:+1'));
  });

  it('folds at 75 octets and leaves every character whole', () => {
    for (const name of [
      'é'.repeat(200),
      'a' + 'é'.repeat(200),
      '😀'.repeat(100),
      'منظمة '.repeat(60),
      'x'.repeat(10_000),
    ]) {
      const card = toVCard({ id: 'a', name });
      const physical = card.split('\r\n');
      assert.ok(physical.every((line) => new TextEncoder().encode(line).length <= 75));
      assert.ok(physical.every((line) => Buffer.from(line).toString() === line));
      assert.ok(unfold(card).includes(name));
      assert.ok(!/[^\r]\n|\r[^\n]/.test(card));
    }
  });

  it('kinds of telephones, and an extension after a pause', () => {
    const card = lines({
      phones: [
        { number: '+59829168043', extension: '12' },
        { number: '+59899000000', kind: 'mobile' },
        { number: '+59829168044', kind: 'fax' },
        { text: '2916 8045' },
      ],
    });
    assert.deepEqual(
      card.filter((line) => line.startsWith('TEL')),
      [
        'TEL;TYPE=WORK,VOICE:+59829168043\\,12',
        'TEL;TYPE=CELL:+59899000000',
        'TEL;TYPE=WORK,FAX:+59829168044',
        'TEL;TYPE=WORK,VOICE:2916 8045',
      ],
    );
  });

  it('tells Outlook of letters beyond ASCII', () =>
    assert.ok(lines({ role: 'Chargée de presse' }).includes('TITLE;CHARSET=UTF-8:Chargée de presse')));

  it('is named after the contact', () => {
    assert.equal(fileName(alba), 'Alba-Goycoechea.vcf');
    assert.equal(fileName({ id: 'a', name: '../../مكتب الصحافة' }), 'مكتب-الصحافة.vcf');
    assert.equal(fileName({ id: 'a', name: '…' }), 'contact.vcf');
  });
});
