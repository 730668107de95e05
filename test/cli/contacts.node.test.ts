import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extractContacts } from '../../src/cli/import/extract/contacts.js';
import { leadIns } from '../../src/cli/import/lexicon/lead-ins.js';
import { parsePhones } from '../../src/cli/import/extract/phones.js';

/** A contact in a line: `name | post | office | numbers | address`. */
const inLine = (text: string, country?: string) => {
  const { contacts, unresolved } = extractContacts(text, country ? [[country]] : []);
  const lines = contacts.map(({ name, role, office, phones = [], email }) =>
    [
      name,
      role,
      office,
      phones
        .map(({ number, extension, kind }) => [number, extension && `ext ${extension}`, kind].filter(Boolean).join(' '))
        .join(' + '),
      email,
    ]
      .map((entry) => entry ?? '')
      .join(' | ')
      .replace(/[ |]+$/, ''),
  );
  return [...lines, ...unresolved.map(({ kind, text }) => `${kind}? ${text}`)];
};

const shapes: [what: string, text: string, ...expected: string[]][] = [
  [
    'a name, an office, a number, an address out of a broken tag, each on its line',
    'Alba Goycoechea\nOIM Uruguay\nTél. (5982) 916-8043\nE-mail :\n"mailto:agoycoechea@iom.int">agoycoechea@iom.int',
    'Alba Goycoechea |  | OIM Uruguay | +59829168043 | agoycoechea@iom.int',
  ],
  [
    'an address that is missing',
    'Test Person at IOM Geneva, Tel: +41 79 403 5526. Email: ',
    'Test Person |  | IOM Geneva | +41794035526',
    'no-address? Email:',
  ],
  [
    'everything in one sentence',
    'Test Person, IOM Cairo, Tel: +202-27365140, Email: tperson@example.int',
    'Test Person |  | IOM Cairo | +20227365140 | tperson@example.int',
  ],
  [
    'an extension, and a number that has since changed',
    'Persona Prueba, OIM Bogotá, Tél. : + 5715946410 Ext. 142, correo electrónico: pprueba@example.int',
    'Persona Prueba |  | OIM Bogotá | +5715946410 ext 142 | pprueba@example.int',
    'doubtful-number? +5715946410 Ext. 142',
  ],
  [
    'several people in one paragraph',
    'Test Person at IOM Geneva, Tel: +41 22 717 9111, Email: a@example.int or Other Person at IOM Kabul, Tel: +93 700 000 000, Email: b@example.int.',
    'Test Person |  | IOM Geneva | +41227179111 | a@example.int',
    'Other Person |  | IOM Kabul | +93700000000 | b@example.int',
  ],
  [
    'several people on lines of their own',
    'Test Person\nMedia Officer\nTel: +41 22 717 9111\n\nOther Person\nIOM Kenya\nMobile: +254 700 000 000',
    'Test Person | Media Officer |  | +41227179111',
    'Other Person |  | IOM Kenya | +254700000000 mobile',
  ],
  [
    'two people who share an office and its number',
    'Test Person and Other Person, IOM Iraq, Tel: +964 770 000 0000',
    'Test Person |  | IOM Iraq | +9647700000000',
    'Other Person |  | IOM Iraq | +9647700000000',
  ],
  [
    'two numbers, the second without its plus',
    'Test Person, Tel. + 41 22 717 94 86 / 41 79 403 55 26',
    'Test Person |  |  | +41227179486 + +41794035526',
  ],
  ['no person', 'IOM Geneva, Tel. +41 22 717 9111', 'IOM Geneva |  |  | +41227179111'],
  ['a generic mailbox', 'media@example.int', 'media@example.int |  |  |  | media@example.int'],
  [
    'a desk with its mailbox',
    'the Media and Communications Unit, mcu@example.int',
    'Media and Communications Unit |  |  |  | mcu@example.int',
  ],
  [
    'a post before the name',
    'IOM Spokesperson Test Person, Mobile: +41 79 403 5526',
    'Test Person | Spokesperson | IOM | +41794035526 mobile',
  ],
  [
    'whose the person is',
    "IOM's Test Person in Geneva, Tel: +41 22 717 9111",
    'Test Person |  | IOM, Geneva | +41227179111',
  ],
  [
    'numbers in brackets',
    'Test Person: +41 22 717 9111 (tperson@example.int); Other Person: +41 79 403 5526 (operson@example.int)',
    'Test Person |  |  | +41227179111 | tperson@example.int',
    'Other Person |  |  | +41794035526 | operson@example.int',
  ],
  [
    'Arabic, with the country of the office',
    'تجربة اختبار، المنظمة الدولية للهجرة في العراق، هاتف: 0770 000 0000 البريد الإلكتروني: x@example.int',
    'تجربة اختبار |  | المنظمة الدولية للهجرة في العراق | +9647700000000 | x@example.int',
  ],
  [
    'Russian',
    'Тест Тестов, МОМ Россия, тел.: +7 495 660 77 81, доб. 12, эл. почта: t@example.int',
    'Тест Тестов |  | МОМ Россия | +74956607781 ext 12 | t@example.int',
  ],
  [
    'Italian',
    'Prova Persona, Ufficio Stampa OIM, Cellulare: +39 340 000 0000, e-mail: pp@example.int',
    'Prova Persona | Ufficio Stampa OIM |  | +393400000000 mobile | pp@example.int',
  ],
  ['a sign that says “at”', 'Test Person, tperson (at) example.int', 'Test Person |  |  |  | tperson@example.int'],
  [
    'something that is none of these',
    'Test Person, IOM Geneva, Tel: +41 22 717 9111, Skype: testperson',
    'Test Person |  | IOM Geneva | +41227179111',
    'words? Skype: testperson',
  ],
  [
    'a number without its country',
    'Test Person, IOM Geneva, Tel: 916-8043',
    'Test Person |  | IOM Geneva',
    'number? 916-8043',
  ],
];

describe('what a release says about its contacts', () => {
  for (const [what, text, ...expected] of shapes) {
    it(`${what} ⇒ ${expected.length === 1 ? 'understood' : 'as far as it is understood'}`, () =>
      assert.deepEqual(inLine(text), expected));
  }

  it('reads a number without its country when the user names one', () => {
    assert.deepEqual(inLine('Persona Prueba, Tel: 2916 8043', 'UY'), ['Persona Prueba |  |  | +59829168043']);
  });

  it('gives the number beside what is printed', () => {
    const [{ phones, countries }] = extractContacts('Persona Prueba\nOIM Uruguay\nTel. (5982) 916-8043').contacts;
    assert.deepEqual(phones, [{ number: '+59829168043', text: '(5982) 916-8043' }]);
    assert.deepEqual(countries, ['UY']);
  });

  it('takes a number for one of two countries only where it can’t be the other’s', () => {
    assert.deepEqual(parsePhones('2916 8043', '', [['UY', 'CH']]).phones, [
      { number: '+59829168043', text: '2916 8043' },
    ]);
    assert.deepEqual(parsePhones('2916 8043', '', [['UY', 'HK']]).unread, ['2916 8043']);
    assert.deepEqual(parsePhones('2916 8043', '', [['UY'], ['HK']]).phones[0].number, '+59829168043');
  });
});

describe('how a release leads to its contacts', () => {
  for (const lead of [
    "Pour plus d'informations, veuillez contacter:",
    'Pour plus d’informations, merci de contacter',
    'Pour de plus amples renseignements, prière de contacter',
    'For further information, please contact',
    'For more\ninformation, please contact:',
    'For media enquiries please get in touch with',
    'Para mayor información se ruega ponerse en contacto con',
    'Para más información, contactar a',
    'Per informazioni:',
    'Per ulteriori informazioni contattare',
    'Para mais informações, contacte',
    'Weitere Informationen:',
    'За дополнительной информацией обращайтесь:',
    'Для получения дополнительной информации, пожалуйста, свяжитесь с',
    'للمزيد من المعلومات يرجى الاتصال بـ',
    'لمزيد من المعلومات، الرجاء التواصل مع',
    '如需更多信息，请联系：',
    'Contact presse :',
    'Media contacts:',
    'Contacto de prensa:',
  ]) {
    it(lead, () => {
      const text = `The end of the text.\n${lead} Test Person`;
      const [{ start, end }, ...others] = leadIns(text);
      assert.deepEqual(others, []);
      assert.equal(text.slice(start, end).trim(), lead);
    });
  }

  for (const none of [
    'For more information, visit www.example.org',
    'Contact with the river was lost.',
    'For information of all kinds there are many sources.',
  ]) {
    it(`but not: ${none}`, () => assert.deepEqual(leadIns(none), []));
  }
});
