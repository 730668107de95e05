import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOf, parseDateline } from '../../src/cli/import/extract/dateline.js';
import { parsePageFields } from '../../src/cli/import/extract/page-fields.js';

describe('the dateline of a release', () => {
  for (const [what, text, dateline, date] of [
    ['a hyphen', "Genève - L'OIM aide.", 'Genève'],
    ['a dash', 'Geneva – The text.', 'Geneva'],
    ['a long dash', 'Erbil — The text.', 'Erbil'],
    ['a hyphen without a blank', 'Geneva- The text.', 'Geneva'],
    ['a date inside', 'Lima, 15 de julio de 2016.-  El texto.', 'Lima, 15 de julio de 2016', '2016-07-15'],
    ['two lines', 'Lima, 15 de\njulio de 2016.-\nEl texto.', 'Lima, 15 de julio de 2016', '2016-07-15'],
    ['two cities', 'Geneva/Nairobi – The text.', 'Geneva/Nairobi'],
    ['two cities and a word', 'Bogotá y Lima – El texto.', 'Bogotá y Lima'],
    ['a country', 'South Sudan – The text.', 'South Sudan'],
    ['a city with its country', "Cox's Bazar, Bangladesh — The text.", "Cox's Bazar, Bangladesh"],
    ['a date without a year', 'Geneva, 12 June – The text.', 'Geneva, 12 June'],
    ['the month first', 'Dhaka, July 15, 2016 – The text.', 'Dhaka, July 15, 2016', '2016-07-15'],
    ['a name of several words', 'Port-au-Prince - The text.', 'Port-au-Prince'],
    ['a name with of', 'Port of Spain – The text.', 'Port of Spain'],
    ['a name with de', 'Rio de Janeiro – El texto.', 'Rio de Janeiro'],
    ['a name with del', 'Ciudad del Este - El texto.', 'Ciudad del Este'],
    ['a name with de los', 'Santiago de los Caballeros – El texto.', 'Santiago de los Caballeros'],
    ['a name with d’', 'Côte d’Ivoire – The text.', 'Côte d’Ivoire'],
    ['a name with an apostrophe and l', "Val d'Isère - L'OIM aide.", "Val d'Isère"],
    ['a name with на', 'Ростов на Дону – МОМ помогает.', 'Ростов на Дону'],
    ['a name with parts in small letters', 'Boulogne-sur-Mer – The text.', 'Boulogne-sur-Mer'],
    ['three cities', 'Geneva, Nairobi & Lima – The text.', 'Geneva, Nairobi & Lima'],
    ['an Arabic name of three words', 'مدينة الكويت العاصمة - قالت المنظمة', 'مدينة الكويت العاصمة'],
    ['Arabic cities', 'جنيف و القاهرة - قالت المنظمة', 'جنيف و القاهرة'],
    ['a date of digits', 'Geneva, 15/07/2016 – The text.', 'Geneva, 15/07/2016', '2016-07-15'],
    ['a date of digits and points', 'Genève, 15.7.2016 - « Le texte. »', 'Genève, 15.7.2016', '2016-07-15'],
    ['a date of digits, the year first', 'Geneva 2016-07-15 – The text.', 'Geneva 2016-07-15', '2016-07-15'],
    ['a date of digits that may be two days', 'Geneva, 03/04/2016 – The text.', 'Geneva, 03/04/2016'],
    ['a Chinese date', '日内瓦 2016年7月15日 - 国际移民组织', '日内瓦 2016年7月15日', '2016-07-15'],
    ['a weekday', 'Geneva, Friday, 15 July 2016 – The text.', 'Geneva, Friday, 15 July 2016', '2016-07-15'],
    ['an ordinal', 'Geneva, 15th of July 2016 -- The text.', 'Geneva, 15th of July 2016', '2016-07-15'],
    ['the agency in brackets', 'Geneva (IOM) – The text.', 'Geneva'],
    ['a quote after it', 'Genève, le 3 mars 2020 – « Le texte. »', 'Genève, le 3 mars 2020', '2020-03-03'],
    ['Arabic', 'جنيف - قالت المنظمة', 'جنيف'],
    ['Russian', 'Женева, 15 июля 2016 г. – МОМ помогает.', 'Женева, 15 июля 2016 г.', '2016-07-15'],
    ['Chinese', '日内瓦 - 国际移民组织', '日内瓦'],
  ] as const) {
    it(`${what} ⇒ ${dateline}`, () => {
      const match = parseDateline(text);
      assert.equal(match?.text, dateline);
      assert.equal(match.date, date);
      assert.match(text.slice(match.length), /^(?:L'OIM|The|El|« Le|قالت|МОМ|国际)/);
    });
  }

  it('blanks and line ends in it are one blank, in the place, too', () => {
    const match = parseDateline('Rio  de\n Janeiro,  15 de julio de 2016.- El texto.');
    assert.deepEqual([match?.text, match?.place], ['Rio de Janeiro, 15 de julio de 2016', 'Rio de Janeiro']);
  });

  it('a place beside the name of the agency is one', () => {
    assert.equal(parseDateline('IOM Geneva – The text.')?.place, 'IOM Geneva');
    assert.equal(parseDateline('Geneva IOM – The text.')?.place, 'Geneva IOM');
  });

  for (const text of [
    "Les experts de l'OIM réunissent des fonctionnaires.",
    'Migration – the movement of people – is old.',
    'IOM – The agency.',
    'Geneva-based people met.',
    'Well-known – The rest.',
    '« Un crime – Il faut agir. »',
  ]) {
    it(`none in: ${text}`, () => assert.equal(parseDateline(text), undefined));
  }
});

describe('a day in words', () => {
  for (const [text, day] of [
    ['Wednesday, September 19, 2018', '2018-09-19'],
    ['19/09/2018', '2018-09-19'],
    ['2018-09-19', '2018-09-19'],
    ['2016年7月15日', '2016-07-15'],
    ['1er mars 2020', '2020-03-01'],
    ['15 يوليو 2016', '2016-07-15'],
    ['2016/7/5', '2016-07-05'],
    ['5.13.2016', '2016-05-13'],
    ['13.5.2016', '2016-05-13'],
    ['05/05/2016', '2016-05-05'],
    [' 2016-07-05 ', '2016-07-05'],
    ['12/13/2016', '2016-12-13'],
    ['11/12/2016', undefined],
    ['13/5/7/2016', undefined],
    ['July 2016', undefined],
    ['2016', undefined],
    ['7/2016', undefined],
    ['1/2/3/2016', undefined],
    ['13/13/2016', undefined],
    ['03/04/2016', undefined],
    ['30 February 2016', undefined],
    ['12 June', undefined],
  ] as const) {
    it(`${text} ⇒ ${day ?? 'can’t be told'}`, () => assert.equal(dayOf(text), day));
  }
});

describe('page fields that run together', () => {
  it('gives date, countries and tags', () => {
    const line =
      'Posted: Wednesday, September 19, 2018 - 17:11Image: Region-Country: Asia and the PacificBangladeshThemes: Counter-TraffickingDefault: ';
    assert.deepEqual(parsePageFields(line), {
      date: '2018-09-19T17:11:00Z',
      countries: ['BD'],
      tags: ['Asia and the Pacific', 'Counter-Trafficking'],
      unread: [],
    });
  });

  it('names what it can’t read', () =>
    assert.deepEqual(parsePageFields('Posted: soonImage: ')?.unread, ['Posted: soon']));

  it('is nothing in a sentence', () => assert.equal(parsePageFields('Image: what people see of it.'), undefined));
});
