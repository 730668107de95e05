import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { isOnMap, isPlaced, parseOffices, filterOffices, type ParsedOffice } from '../../src/feed/parts/offices.js';
import type { ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { problemsOf } from '../../src/feed/parse/problems.js';
import { normalizeForSearch } from '../../src/i18n/search-text.js';

const parsed = (offices: unknown): ParsedFeed => ({
  feed: { version: '', title: 'Test feed', items: [], _iom: { about: '', offices } as Feed['_iom'] },
  baseUrl: 'https://example.org/feed.json',
  problems: [],
});
/** The offices, and what the feed's owner is told. */
function read(offices: unknown) {
  const feed = parsed(offices);
  return { offices: parseOffices(feed), problems: problemsOf(feed) };
}
const one = (fields: object) => {
  const { offices, problems } = read([{ id: 'a', name: 'Test Office', ...fields }]);
  return { office: offices[0], problems };
};

describe('readOffices', () => {
  it('takes an office that is as it should be as it is', () => {
    const office = {
      id: 'geneva',
      name: 'IOM Geneva',
      kind: 'headquarters',
      country: 'CH',
      city: 'Geneva',
      region: 'Europe',
      address: '17 Route des Morillons\n1211 Geneva 19',
      latitude: 46.2044,
      longitude: 6.1432,
      phones: [{ number: '+41227179111', text: '+41 22 717 9111', kind: 'office' }],
      email: 'hq@iom.int',
      url: 'https://example.org/geneva',
      time_zone: 'Europe/Zurich',
      hours: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
    };
    assert.deepEqual(read([office]), { offices: [office], problems: [] });
  });

  it('reads a feed once, and adds what it could not read to the problems of the feed', () => {
    const feed = parsed([{ id: 'a', name: 'Test Office', email: 'nobody' }]);
    assert.equal(parseOffices(feed), parseOffices(feed));
    assert.deepEqual(problemsOf(feed), ['_iom.offices[0].email: "nobody"']);
  });

  for (const [what, latitude, longitude, place] of [
    ['numbers', -34.9011, -56.1645, [-34.9011, -56.1645]],
    ['text', '-34.9011', ' -56.1645 ', [-34.9011, -56.1645]],
    ['a comma', '-34,9011', '-56,1645', [-34.9011, -56.1645]],
    ['degrees and hemispheres', '34.9011° S', '56.1645°W', [-34.9011, -56.1645]],
    ['the minus sign of typographers', '\u221234.9', '\u221256.2', [-34.9, -56.2]],
    ['a longitude counted eastwards all around', 10, 190, [10, -170]],
    ['the equator', 0, 32.5, [0, 32.5]],
    ['the date line', -18, 180, [-18, 180]],
    ['the date line, from its other side', -18, -181, [-18, -180]],
    ['a pole', 90, 10, [90, 10]],
    ['all around', 10, 360, [10, 0]],
    ['degrees without decimals and a small letter', '34 s', '+56 e', [-34, 56]],
  ] as const) {
    it(`a place as ${what} ⇒ read, without a word`, () => {
      const { office, problems } = one({ latitude, longitude });
      assert.deepEqual([office.latitude, office.longitude], place);
      assert.deepEqual(problems, []);
    });
  }

  for (const [what, fields, place, problem] of [
    ['swapped', { latitude: 139.65, longitude: 35.67 }, [35.67, 139.65], '139.65, 35.67 (swapped)'],
    ['swapped, at a pole', { latitude: 180, longitude: 90 }, [90, 180], '180, 90 (swapped)'],
    ['outside the world in one', { latitude: 100, longitude: 91 }, [], '100, 91 (invalid)'],
    ['outside the world in the other', { latitude: 181, longitude: 10 }, [], '181, 10 (invalid)'],
    ['of the other coordinate', { longitude: 12 }, [], 'undefined, 12 (incomplete)'],
    ['outside the world', { latitude: 200, longitude: 200 }, [], '200, 200 (invalid)'],
    ['at 0, 0', { latitude: 0, longitude: '0' }, [], '0, 0 (invalid)'],
    ['of one coordinate', { latitude: 12 }, [], '12, undefined (incomplete)'],
  ] as const) {
    it(`a place ${what} ⇒ ${place.length ? 'turned' : 'none'}, and named`, () => {
      const { office, problems } = one(fields);
      assert.deepEqual(isPlaced(office) ? [office.latitude, office.longitude] : [], place);
      assert.deepEqual(problems, [`_iom.offices[0]: ${problem}`]);
    });
  }

  for (const latitude of ['34.9 km', 'at 34.9', '34.9 SW', '361', {}]) {
    it(`${JSON.stringify(latitude)} for a latitude ⇒ left out, and named`, () => {
      const { office, problems } = one({ latitude });
      assert.equal(isPlaced(office), false);
      assert.deepEqual(problems, [`_iom.offices[0].latitude: ${JSON.stringify(latitude)}`]);
    });
  }

  it('a place that is no number ⇒ left out; the office stays in the list', () => {
    const { office, problems } = one({ latitude: 'north', longitude: null });
    assert.equal(isPlaced(office), false);
    assert.deepEqual(problems, ['_iom.offices[0].latitude: "north"']);
  });

  it('nothing said of a place ⇒ in the list, without a word', () => {
    const { office, problems } = one({});
    assert.equal(isPlaced(office), false);
    assert.deepEqual(problems, []);
  });

  for (const [what, address, expected] of [
    ['line ends', 'Street 1\r\n 1211 Geneva ', 'Street 1\n1211 Geneva'],
    ['<br>', 'Street 1<br />1211 <b>Geneva</b>', 'Street 1\n1211 Geneva'],
    ['a list that holds more than texts', ['Street 1', {}, null], 'Street 1'],
    ['a list', ['Street 1', '', '1211 Geneva'], 'Street 1\n1211 Geneva'],
    ['a blank line', 'Street 1\n\n1211 Geneva', 'Street 1\n1211 Geneva'],
    ['entities', 'Street &amp; Lane', 'Street & Lane'],
  ] as const) {
    it(`an address with ${what} ⇒ its lines`, () => assert.equal(one({ address }).office.address, expected));
  }

  for (const [written, expected] of [
    ['Sub office', 'sub-office'],
    ['HEADQUARTERS', 'headquarters'],
    ['sub_office', 'sub-office'],
    ['regional', 'regional'],
    ['country', 'country'],
    ['liaison', 'liaison'],
    ['clinic', 'clinic'],
    ['centre', 'centre'],
    ['embassy', undefined],
  ]) {
    it(`the kind ${written} ⇒ ${expected ?? 'left out'}`, () =>
      assert.equal(one({ kind: written }).office.kind, expected));
  }

  it('a time zone that nobody knows is named where there are hours to reckon with', () => {
    const hours = [{ days: [1, 2], opens: '09:00', closes: '17:00' }];
    assert.deepEqual(one({ time_zone: 'Mars/Olympus', hours }).problems, ['_iom.offices[0].time_zone: "Mars/Olympus"']);
    assert.equal(one({ time_zone: 'Mars/Olympus', hours }).office.time_zone, undefined);
    assert.equal(one({ time_zone: 'Europe/Zurich', hours }).office.time_zone, 'Europe/Zurich');
    assert.deepEqual(one({ time_zone: 'Mars/Olympus' }).problems, []);
  });

  it('a country is two letters, of either case', () => {
    assert.equal(one({ country: ' uy ' }).office.country, 'UY');
    assert.deepEqual(one({ country: {} }).problems, ['_iom.offices[0].country: {}']);
    assert.deepEqual(one({ country: 'Uruguay' }).problems, ['_iom.offices[0].country: "Uruguay"']);
  });

  it('HTML has no place in a name', () =>
    assert.equal(read([{ name: 'IOM <b>Test</b><script>x()</script>' }]).offices[0].name, 'IOM Test x()'));

  for (const [fields, name] of [
    [{ city: 'Testville' }, 'Testville'],
    [{ address: 'Street 1\nTestville' }, 'Street 1'],
    [{ country: 'UY' }, 'UY'],
    [{ email: 'office@example.org' }, 'office@example.org'],
  ] as const) {
    it(`${JSON.stringify(fields)} and no name ⇒ called ${name}`, () =>
      assert.equal(read([fields]).offices[0].name, name));
  }

  it('what has nothing to call it by is left out and named', () =>
    assert.deepEqual(read([{ time_zone: 'UTC' }, 'x', null, []]), {
      offices: [],
      problems: [
        '_iom.offices[0]: {"time_zone":"UTC"}',
        '_iom.offices[1]: "x"',
        '_iom.offices[2]: null',
        '_iom.offices[3]: []',
      ],
    }));

  it('twins ⇒ once; two offices with one id ⇒ both', () => {
    const office = { id: 'a', name: 'Test Office' };
    const { offices, problems } = read([office, office, { id: 'a', name: 'Other Office' }]);
    assert.deepEqual(
      offices.map(({ id }) => id),
      ['a', 'a#2'],
    );
    assert.deepEqual(problems, ['_iom.offices[1].id: a (duplicate)', '_iom.offices[2].id: a (duplicate)']);
  });

  it('no extension ⇒ none', () => {
    const feed = parsed([]);
    (feed.feed as { _iom: unknown })._iom = undefined;
    assert.deepEqual(parseOffices(feed), []);
  });

  it('offices that are no list ⇒ none', () =>
    assert.deepEqual(read({ a: 1 }), { offices: [], problems: ['_iom.offices: {"a":1}'] }));
});

describe('selectOffices', () => {
  const offices = [
    { id: 'geneva', name: 'OIM Genève', kind: 'headquarters', country: 'CH', region: 'Europe' },
    { id: 'dakar', name: 'OIM Dakar', kind: 'regional', country: 'SN', region: 'Afrique centrale et de l’Ouest' },
    { id: 'lima', name: 'OIM Lima', country: 'PE' },
  ] as ParsedOffice[];
  const textOf = ({ name, region = '' }: ParsedOffice) => normalizeForSearch(`${name}\n${region}`);
  for (const [selection, expected] of [
    [{}, 'geneva dakar lima'],
    [{ kinds: ['regional', 'headquarters'] }, 'geneva dakar'],
    [{ kinds: ['country'] }, 'lima'],
    [{ countries: ['sn'] }, 'dakar'],
    [{ regions: ["afrique centrale et de l'ouest"] }, 'dakar'],
    [{ search: 'GENEVE' }, 'geneva'],
    [{ search: ' ouest  oim ' }, 'dakar'],
    [{ search: ' ' }, 'geneva dakar lima'],
    [{ countries: ['UY'], regions: ['Europe'] }, ''],
    [{ search: 'oim', countries: ['PE'] }, 'lima'],
    [{ search: 'nobody' }, ''],
  ] as const) {
    it(`${JSON.stringify(selection)} ⇒ ${expected || 'none'}`, () =>
      assert.equal(
        filterOffices(offices, selection, textOf)
          .map(({ id }) => id)
          .join(' '),
        expected,
      ));
  }
});

describe('whether a map can show an office', () => {
  const office = { id: 'a', name: 'Test Office' };
  for (const [what, fields, expected] of [
    ['at its place', { latitude: 0, longitude: 6 }, true],
    ['at its country', { country: 'CH' }, true],
    ['at both', { latitude: 46, longitude: 6, country: 'CH' }, true],
    ['nowhere', { city: 'Geneva' }, false],
  ] as const) {
    it(`${what} ⇒ ${expected ? 'yes' : 'no'}`, () => assert.equal(isOnMap({ ...office, ...fields }), expected));
  }
});
