import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
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

  it('claims nothing that a contact doesn’t say', () => {
    assert.deepEqual(lines({}), ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Test Person', 'N:;Test Person;;;', 'END:VCARD', '']);
    assert.deepEqual(lines({ role: 'Test Person' }), lines({}));
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

  for (const [script, sign, octets] of [
    ['Latin', 'x', 1],
    ['Arabic', 'م', 2],
    ['Chinese', '汉', 3],
    ['an emoji', '😀', 4],
  ] as const) {
    it(`${script} ⇒ each line is as long as 75 octets allow, and goes on behind a blank`, () => {
      const physical = toVCard({ id: 'a', name: 'A', office: sign.repeat(100) })
        .split('\r\n')
        .filter((line) => line.includes(sign));
      const lengths = physical.map((line) => Buffer.byteLength(line));
      assert.ok(physical.length > 1);
      assert.ok(physical.slice(1).every((line) => line.startsWith(` ${sign}`)));
      assert.ok(
        lengths.slice(0, -1).every((length) => length <= 75 && length + octets > 75),
        `lines of ${lengths.join()} octets`,
      );
    });
  }

  it('a line of 75 octets is not folded, one of 76 is', () => {
    const linesOf = (length: number) => toVCard({ id: 'a', name: 'A', office: 'x'.repeat(length) }).split('\r\n');
    assert.ok(linesOf(75 - 'ORG:'.length).includes(`ORG:${'x'.repeat(71)}`));
    assert.ok(linesOf(76 - 'ORG:'.length).includes(' x'));
  });

  it('kinds of telephones, and an extension after a pause', () => {
    const card = lines({
      phones: [
        { number: '+59829168043', extension: '12' },
        { number: '+59899000000', kind: 'mobile' },
        { number: '+59829168044', kind: 'fax' },
        { number: '+59829168046', kind: 'duty' },
        { text: '2916 8045' },
      ],
    });
    assert.deepEqual(
      card.filter((line) => line.startsWith('TEL')),
      [
        'TEL;TYPE=WORK,VOICE:+59829168043\\,12',
        'TEL;TYPE=CELL:+59899000000',
        'TEL;TYPE=WORK,FAX:+59829168044',
        'TEL;TYPE=VOICE:+59829168046',
        'TEL;TYPE=WORK,VOICE:2916 8045',
      ],
    );
  });

  it('tells Outlook of letters beyond ASCII', () =>
    assert.ok(lines({ role: 'Chargée de presse' }).includes('TITLE;CHARSET=UTF-8:Chargée de presse')));

  it('leaves words out of the telephones, and keeps them as a note', () => {
    const card = lines({ phones: [{ text: 'on request' }, { text: '2916 8045' }, { text: 'заказать звонок' }] });
    assert.deepEqual(
      card.filter((line) => /^(TEL|NOTE)/.test(line)),
      ['TEL;TYPE=WORK,VOICE:2916 8045', 'NOTE;CHARSET=UTF-8:on request\\nзаказать звонок'],
    );
  });

  it('languages, time zone and topics', () => {
    const card = lines({
      languages: ['es', 'pt-BR'],
      time_zone: 'America/Montevideo',
      topics: ['Data, figures', 'Law'],
    });
    for (const line of [
      'LANG:es',
      'LANG:pt-BR',
      'TZ;VALUE=TEXT:America/Montevideo',
      'CATEGORIES:Data\\, figures,Law',
    ]) {
      assert.ok(card.includes(line), line);
    }
  });

  it('has , and ; of an address as codes, as some readers keep backslashes', () => {
    const card = lines({ url: 'https://www.example.org/a,b;c?d=1,2' });
    assert.ok(card.includes('URL:https://www.example.org/a%2Cb%3Bc?d=1%2C2'));
    assert.ok(lines({ url: 'https://www.example.org/?a\\b' }).includes('URL:https://www.example.org/?a\\b'));
  });

  it('says whom it is of, the same each time, and when it was made', () => {
    mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 30, 17, 4, 5, 678) });
    const cardOf = (id: string, site: string) => unfold(toVCard({ ...alba, id }, site)).split('\r\n');
    const uid = (id: string, site: string) => cardOf(id, site).filter((line) => line.startsWith('UID:'));
    assert.ok(cardOf('alba', 'https://www.example.org/fr/').includes('REV:2026-11-30T17:04:05Z'));
    mock.timers.setTime(Date.UTC(2026, 11, 1));
    assert.deepEqual(uid('alba', 'https://www.example.org/fr/'), ['UID:https://www.example.org/fr/#alba']);
    assert.deepEqual(uid('a b,ñ', 'https://x.example/'), ['UID:https://x.example/#a%20b%2C%C3%B1']);
    mock.timers.reset();
    assert.doesNotMatch(toVCard(alba), /^(UID|REV)/m);
  });

  it('has the addresses of accounts beside the page', () => {
    const accounts = [{ title: 'Test service', url: 'https://social.example.org/@desk' }];
    assert.deepEqual(
      lines({ url: 'https://example.org/desk', accounts }).filter((entry) => entry.startsWith('URL')),
      ['URL:https://example.org/desk', 'URL:https://social.example.org/@desk'],
    );
  });

  it('is named after the contact', () => {
    assert.equal(fileName(alba), 'Alba-Goycoechea.vcf');
    assert.equal(fileName({ id: 'a', name: '../../مكتب الصحافة' }), 'مكتب-الصحافة.vcf');
    assert.equal(fileName({ id: 'a', name: '…' }), 'contact.vcf');
    assert.equal(fileName({ id: 'a', name: 'x'.repeat(100) }), `${'x'.repeat(60)}.vcf`);
    assert.equal(fileName({ id: 'a', name: '(Test & Person)' }), 'Test-Person.vcf');
  });
});
