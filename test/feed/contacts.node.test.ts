import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseContacts, parseContacts } from '../../src/feed/parts/contacts.js';
import type { Feed, Item } from '../../src/feed/schema/model.generated.js';
import type { ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { problemsOf } from '../../src/feed/parse/problems.js';
import { mailUrl, telUrl } from '../../src/html/contact-url.js';

const parsed = (contacts: unknown, items: Partial<Item>[] = []): ParsedFeed => ({
  feed: { version: '', title: 'Test feed', items: items as Item[], _iom: { about: '', contacts } as Feed['_iom'] },
  baseUrl: 'https://example.org/feed.json',
  problems: [],
});
const read = (...contacts: unknown[]) => {
  const feed = parsed(contacts);
  return { ...parseContacts(feed), problems: problemsOf(feed) };
};
const one = (fields: object) => read({ id: 'a', name: 'Test Person', ...fields });

describe('readContacts', () => {
  it('takes a contact that is as it should be as it is', () => {
    const contact = {
      id: 'alba',
      name: 'Alba Goycoechea',
      office: 'OIM Uruguay',
      phones: [{ number: '+59829168043', text: '(5982) 916-8043' }],
      email: 'agoycoechea@iom.int',
      languages: ['es', 'en'],
      time_zone: 'America/Montevideo',
      hours: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
    };
    assert.deepEqual(read(contact).contacts, [contact]);
    assert.deepEqual(read(contact).problems, []);
  });

  it('a portrait beside the feed is found there, not on the site that the feed is about', () => {
    const feed = parsed([{ id: 'a', name: 'Test Person', image: '../images/a.svg', url: '/press' }]);
    const about = { ...feed.feed, home_page_url: 'https://www.office.test' };
    const [contact] = parseContacts({
      ...feed,
      baseUrl: 'https://feeds.office.test/fr/feed.json',
      feed: about,
    }).contacts;
    assert.equal(contact.image, 'https://feeds.office.test/images/a.svg');
    assert.equal(contact.url, 'https://www.office.test/press');
  });

  it('reads a feed once, and adds what it could not read to the problems of the feed', () => {
    const feed = parsed([{ id: 'a', name: 'Test Person', email: 'nobody' }]);
    assert.equal(parseContacts(feed), parseContacts(feed));
    assert.deepEqual(problemsOf(feed), ['_iom.contacts[0].email: "nobody"']);
  });

  for (const [what, value, expected] of [
    ['blanks and points', '+598 2.916-8043', { number: '+59829168043', text: '+598 2.916-8043' }],
    ['a zero in brackets', '+44 (0)20 7946 0000', { number: '+442079460000', text: '+44 (0)20 7946 0000' }],
    ['00 for the plus', '0059829168043', { number: '+59829168043', text: '0059829168043' }],
    ['tel:', 'tel:+59829168043', { number: '+59829168043', text: 'tel:+59829168043' }],
    ['no country code', '(5982) 916-8043', { number: undefined, text: '(5982) 916-8043' }],
    ['two numbers', '+59829168043/44', { number: undefined, text: '+59829168043/44' }],
    ['letters', '+598 CALL ME', { number: undefined, text: '+598 CALL ME' }],
    ['other digits', '+٥٩٨ 2916 8043', { number: undefined, text: '+٥٩٨ 2916 8043' }],
    ['16 digits', '+5982916804312345', { number: undefined, text: '+5982916804312345' }],
    ['a number', 59829168043, { number: undefined, text: '59829168043' }],
  ] as const) {
    it(`a telephone with ${what} ⇒ ${expected.number ? 'dialled' : 'shown, not dialled'}`, () => {
      assert.deepEqual(one({ phones: [value] }).contacts[0].phones, [expected]);
      assert.deepEqual(one({ phones: [{ number: value }] }).contacts[0].phones, [expected]);
    });
  }

  it('calls an account as the feed does, or by its host; what leads nowhere is left out', () => {
    const accounts = [
      { title: 'Test account', url: 'https://social.example/@test' },
      { url: 'https://social.example:8080/@other' },
      { title: 'Nowhere' },
      'none',
    ];
    assert.deepEqual(one({ accounts }).contacts[0].accounts, [
      { title: 'Test account', url: 'https://social.example/@test' },
      { title: 'social.example:8080', url: 'https://social.example:8080/@other' },
    ]);
  });

  it('reads an extension out of the words around it, and leaves an unknown kind out', () => {
    const { contacts, problems } = one({ phones: [{ number: '+59829168043', extension: 'ext. 12', kind: 'red' }] });
    assert.equal(contacts[0].phones?.[0].extension, '12');
    assert.equal(contacts[0].phones?.[0].kind, undefined);
    assert.deepEqual(problems, ['_iom.contacts[0].phones[0].kind: "red"']);
  });

  for (const kind of ['office', 'mobile', 'duty', 'fax']) {
    it(`a telephone of the kind ${kind} ⇒ stays that`, () =>
      assert.equal(one({ phones: [{ number: '+59829168043', kind }] }).contacts[0].phones?.[0].kind, kind));
  }

  for (const [extension, expected] of [
    [12, '12'],
    ['12 or 13', undefined],
    ['1 2', undefined],
    ['none', undefined],
    [{}, undefined],
    ['123456789012', undefined],
  ] as const) {
    it(`the extension ${JSON.stringify(extension)} ⇒ ${expected ?? 'left out, and named'}`, () => {
      const { contacts, problems } = one({ phones: [{ number: '+59829168043', extension }] });
      assert.equal(contacts[0].phones?.[0].extension, expected);
      assert.equal(problems.length, expected ? 0 : 1);
    });
  }

  it('what holds no telephone ⇒ left out, and named', () =>
    assert.deepEqual(one({ phones: [null, {}, { kind: 'fax' }, [], true, '+59829168043'] }).contacts[0].phones, [
      { number: '+59829168043', text: '+59829168043' },
    ]));

  it('tel: amid a number ⇒ shown, not dialled', () =>
    assert.deepEqual(one({ phones: ['+598tel:29168043'] }).contacts[0].phones, [
      { number: undefined, text: '+598tel:29168043' },
    ]));

  for (const email of [
    'a@b@example.org',
    'test.mailto:test@example.org',
    {},
    null,
    'nobody',
    'a@example.org\r\nBcc: b@example.org',
    'a b@example.org',
    '@',
    7,
  ]) {
    it(`the address ${JSON.stringify(email)} ⇒ left out`, () =>
      assert.equal(one({ email }).contacts[0].email, undefined));
  }

  it('takes `mailto:` off an address', () =>
    assert.equal(one({ email: ' mailto:agoycoechea@iom.int\n' }).contacts[0].email, 'agoycoechea@iom.int'));

  for (const [written, expected] of [
    ['9:00', '09:00'],
    ['9h30', '09:30'],
    ['09.15', '09:15'],
    ['18h', '18:00'],
    ['24:00', '00:00'],
    ['9', '09:00'],
    ['0930', '09:30'],
    ['9H30', '09:30'],
    ['9:30:00', '09:30'],
  ]) {
    it(`the time ${written} ⇒ ${expected}`, () =>
      assert.equal(
        one({ hours: [{ days: [1], opens: written, closes: '20:00' }] }).contacts[0].hours?.[0].opens,
        expected,
      ));
  }

  it('counts Sunday as 7 when it was 0', () =>
    assert.deepEqual(
      one({ hours: [{ days: ['0', 1], opens: '9:00', closes: '17:00' }] }).contacts[0].hours?.[0].days,
      [7, 1],
    ));

  it('leaves hours out as a whole when some of them can not be read', () => {
    const good = { days: [1], opens: '09:00', closes: '17:00' };
    for (const bad of [
      { ...good, days: [1, 9] },
      { ...good, opens: '25:00' },
      { ...good, opens: '9:60' },
      { ...good, opens: 'from 9:00' },
      { ...good, opens: '9:00 or so' },
      { ...good, opens: '9:00:0' },
      { ...good, opens: '9:00:x0' },
      { ...good, opens: '9:00:0x' },
      { ...good, opens: '99:00' },
      { ...good, opens: 'noon' },
      { ...good, opens: {} },
      { ...good, days: [1, '17'] },
      { ...good, days: [1, '1-5'] },
      { ...good, days: [1, 'Monday'] },
      { ...good, days: [1, {}] },
      { ...good, days: '1' },
      { ...good, days: 1 },
      { ...good, days: [] },
      { days: [1] },
      'x',
    ]) {
      assert.equal(one({ hours: [good, bad] }).contacts[0].hours, undefined);
    }
  });

  it('countries are in capitals; what is no text is left out', () =>
    assert.deepEqual(one({ countries: ['uy', {}, null] }).contacts[0].countries, ['UY']));

  it('an empty list of telephones is no name', () => assert.deepEqual(read({ id: 'a', phones: [] }).contacts, []));

  it('leaves an unknown time zone out', () =>
    assert.equal(one({ time_zone: 'Mars/Olympus' }).contacts[0].time_zone, undefined));

  it('lets only web addresses through, resolved against the feed', () => {
    assert.equal(one({ url: 'javascript:alert(1)' }).contacts[0].url, undefined);
    assert.equal(one({ url: '/people/test' }).contacts[0].url, 'https://example.org/people/test');
  });

  it('shows a contact without a name by the next best, and leaves one with nothing out', () => {
    const { contacts, problems } = read(
      { office: 'Test office' },
      { phones: ['+59829168043'] },
      { languages: ['fr'] },
      null,
    );
    assert.deepEqual(
      contacts.map(({ id, name }) => [id, name]),
      [
        ['Test office', 'Test office'],
        ['+59829168043', '+59829168043'],
      ],
    );
    assert.equal(problems.length, 2);
  });

  it('shows two contacts with one id, and one that is there twice once', () => {
    const { contacts } = read({ id: 1, name: 'First' }, { id: '1', name: 'Second' }, { id: 1, name: 'First' });
    assert.deepEqual(
      contacts.map(({ id, name }) => [id, name]),
      [
        ['1', 'First'],
        ['1#1', 'Second'],
      ],
    );
  });

  it('ignores blanks around keys and what it does not know, `__proto__` too', () => {
    const { contacts } = read(
      JSON.parse('{ "id ": "a", "name": "Test <b>Person</b>", "__proto__": { "email": "x@y.org" } }'),
    );
    assert.equal(contacts[0].name, 'Test Person');
    assert.equal(contacts[0].email, undefined);
  });

  for (const hostile of [undefined, null, 'x', 7, {}, [], [[]], ['x'], [{}], { contacts: 'x' }]) {
    it(`${JSON.stringify(hostile)} ⇒ no contacts, nothing thrown`, () => {
      assert.deepEqual(parseContacts(parsed(hostile)).contacts, []);
      const feed = parsed([]);
      (feed.feed as { _iom: unknown })._iom = hostile;
      assert.deepEqual(parseContacts(feed).contacts, []);
    });
  }
});

describe('ids of contacts', () => {
  it('one that was written stays, whatever stands beside it', () => {
    const { contacts, problems } = read({ id: 'a', name: 'First', email: 'a@example.org' }, { name: 'Second' });
    assert.deepEqual(
      contacts.map(({ id }) => id),
      ['a', 'Second'],
    );
    assert.deepEqual(problems, []);
  });

  it('one that is there twice is named by its place', () =>
    assert.deepEqual(read({ id: 'a', name: 'First' }, { id: 'a', name: 'Second' }).problems, [
      '_iom.contacts[1].id: a (duplicate)',
    ]));

  it('one that is made for a contact takes no other’s place', () => {
    const { contacts } = read({ id: 'a#2', name: 'First' }, { id: 'a', name: 'Second' }, { id: 'a', name: 'Third' });
    assert.deepEqual(
      contacts.map(({ name }) => name),
      ['First', 'Second', 'Third'],
    );
    assert.equal(new Set(contacts.map(({ id }) => id)).size, 3);
  });
});

describe('readContacts, of items', () => {
  it('reads which contacts they name, whatever stands there', () => {
    const items = [{ contacts: ['a', 7, null] }, 'x', null, { contacts: 'a' }, [], undefined].map((_iom, index) => ({
      id: `${index}`,
      _iom: _iom as Item['_iom'],
    }));
    const feed = parsed([], items);
    const { named } = parseContacts(feed);
    assert.deepEqual([...named.values()], [['a', '7'], [], [], [], [], []]);
    assert.deepEqual(problemsOf(feed), ['items[0]._iom.contacts[2]: null', 'items[3]._iom.contacts: "a"']);
  });

  it('names a problem that is known already once', () => {
    const known = 'items[0]._iom.contacts[0]: {}';
    const items = [{ id: 'a', _iom: { contacts: [{}] as unknown as string[] } }];
    const feed = { ...parsed([], items), problems: [known] };
    parseContacts(feed);
    assert.deepEqual(problemsOf(feed), [known]);
  });

  it('leaves the feed as it is: what it could not read is kept beside it', () => {
    const feed = Object.freeze({ ...parsed([{ name: 'A', email: 'nobody' }]), problems: Object.freeze(['x']) });
    const before = problemsOf(feed);
    parseContacts(feed);
    assert.deepEqual([before, feed.problems], [['x'], ['x']]);
    assert.deepEqual(problemsOf(feed), ['x', '_iom.contacts[0].email: "nobody"']);
  });
});

describe('chooseContacts', () => {
  const contacts = [
    { id: 'a', name: 'A', countries: ['uy'] },
    { id: 'b', name: 'B', countries: ['AR', 'UY'] },
    { id: 'c', name: 'C' },
  ];
  const items: Partial<Item>[] = [
    { id: 'secret', language: 'fr', _iom: { embargo_until: '9999-01-01T00:00:00Z', contacts: ['c'] } },
    { id: 'english', language: 'en', _iom: { contacts: ['b'] } },
    { id: 'french', language: 'fr-CH', _iom: { contacts: ['b', 'nobody', 'a'] } },
    { id: 'silent', language: 'es' },
  ];
  const choose = (choice: Parameters<typeof chooseContacts>[1], language = 'fr', among = items) =>
    chooseContacts(parsed(contacts, among), choice, language)
      .map(({ id }) => id)
      .join(' ');

  for (const [what, choice, expected] of [
    ['an id', { contactId: 'b' }, 'b'],
    ['an unknown id', { contactId: 'x' }, ''],
    ['an item', { itemId: 'french' }, 'b a'],
    ['an item that names none', { itemId: 'silent' }, ''],
    ['an unknown item', { itemId: 'x' }, ''],
    ['an item under embargo', { itemId: 'secret' }, ''],
    ['a country', { country: 'uy' }, 'a b'],
    ['a country with blanks around it', { country: ' uy ' }, 'a b'],
    ['a country that nobody has', { country: 'CH' }, ''],
    ['an item and a country', { itemId: 'french', country: 'AR' }, 'b'],
  ] as const) {
    it(`${what} ⇒ ${expected || 'nobody'}`, () => assert.equal(choose(choice), expected));
  }

  it('no choice ⇒ those of the newest item in the language of the page that is not under embargo', () => {
    assert.equal(choose({}), 'b a');
    assert.equal(choose({}, 'en'), 'b');
  });

  it('a language that is no text does no harm', () =>
    assert.equal(
      choose({}, 'fr', [{ id: 'x', language: 7 as unknown as string, _iom: { contacts: ['c'] } }]),
      'a b c',
    ));

  it('no choice, and the newest item names nobody ⇒ everybody', () => {
    assert.equal(choose({}, 'es'), 'a b c');
    assert.equal(choose({}, 'fr', []), 'a b c');
  });
});

describe('URLs of contacts', () => {
  it('tel: with the extension as RFC 3966 writes it', () => {
    assert.equal(telUrl('+59829168043'), 'tel:+59829168043');
    assert.equal(telUrl('+59829168043', '12'), 'tel:+59829168043;ext=12');
    assert.equal(telUrl('+59829168043', '1;phone-context=x'), 'tel:+59829168043');
    assert.equal(telUrl('29168043'), undefined);
    assert.equal(telUrl(), undefined);
  });

  it('mailto: of one address, encoded', () => {
    assert.equal(mailUrl('agoycoechea@iom.int'), 'mailto:agoycoechea@iom.int');
    assert.equal(mailUrl("o'test+press&cc=x?y%@example.org"), "mailto:o'test%2Bpress%26cc%3Dx%3Fy%25@example.org");
    assert.equal(mailUrl('a@example.org\nBcc:b@example.org'), undefined);
    assert.equal(mailUrl('a@example.org\r'), undefined);
    assert.equal(mailUrl('\ud800@example.org'), undefined);
    assert.equal(mailUrl(), undefined);
  });
});
