import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countriesIn } from '../../src/cli/publish/readers/media.js';
import type { Entry } from '../../src/cli/publish/readers/entry.js';
import { toShards } from '../../src/cli/publish/shards.js';
import type { StoredItem } from '../../src/cli/publish/item-facts.js';
import { loadCountryTable, nameOfCountry } from '../../src/i18n/countries.js';
import { official } from '../../src/i18n/locale.js';

const nameIn = async (code: string, tag: string) => nameOfCountry(code, tag, await loadCountryTable(tag));

describe('the name of a country', () => {
  for (const [code, ...names] of [
    [
      'PS',
      'State of Palestine',
      'État de Palestine',
      'Estado de Palestina',
      'دولة فلسطين',
      'Государство Палестина',
      '巴勒斯坦国',
    ],
    ['TR', 'Türkiye', 'Türkiye', 'Türkiye', 'تركيا', 'Турция', '土耳其'],
    ['CI', 'Côte d’Ivoire', 'Côte d’Ivoire', 'Côte d’Ivoire', 'كوت ديفوار', 'Кот-д’Ивуар', '科特迪瓦'],
    ['VN', 'Viet Nam', 'Viet Nam', 'Viet Nam', 'فييت نام', 'Вьетнам', '越南'],
    ['CZ', 'Czechia', 'Tchéquie', 'Chequia', 'تشيكيا', 'Чехия', '捷克'],
    [
      'XK',
      'Kosovo (under UN Security Council resolution 1244)',
      'Kosovo (au sens de la résolution 1244 du Conseil de sécurité de l’ONU)',
      'Kosovo (en virtud de la resolución 1244 del Consejo de Seguridad de las Naciones Unidas)',
      'كوسوفو (بموجب قرار مجلس الأمن 1244)',
      'Косово (согласно резолюции 1244 Совета Безопасности ООН)',
      '科索沃（根据联合国安全理事会第1244号决议）',
    ],
    ['FR', 'France', 'France', 'Francia', 'فرنسا', 'Франция', '法国'],
  ]) {
    it(`${code} is that of the United Nations in its six languages`, async () => {
      const all = await Promise.all(['en', 'fr', 'es', 'ar', 'ru', 'zh'].map((tag) => nameIn(code, tag)));
      assert.deepEqual(all, names);
    });
  }

  for (const [code, name] of [
    ['FK', 'Falkland Islands (Malvinas)'],
    ['HK', 'China, Hong Kong Special Administrative Region'],
    ['BO', 'Bolivia (Plurinational State of)'],
    ['VE', 'Venezuela (Bolivarian Republic of)'],
    ['IR', 'Iran (Islamic Republic of)'],
    ['LA', 'Lao People’s Democratic Republic'],
    ['FM', 'Micronesia (Federated States of)'],
    ['MD', 'Republic of Moldova'],
    ['SY', 'Syrian Arab Republic'],
    ['TZ', 'United Republic of Tanzania'],
    ['KP', 'Democratic People’s Republic of Korea'],
    ['KR', 'Republic of Korea'],
    ['CD', 'Democratic Republic of the Congo'],
    ['CG', 'Congo'],
    ['RU', 'Russian Federation'],
    ['BN', 'Brunei Darussalam'],
    ['CV', 'Cabo Verde'],
    ['SZ', 'Eswatini'],
    ['MK', 'North Macedonia'],
    ['TL', 'Timor-Leste'],
  ]) {
    it(`${code} is ${name}`, async () => assert.equal(await nameIn(code, 'en-GB'), name));
  }

  it('is that of Intl in other languages, and for what M49 does not list', async () => {
    assert.equal(await nameIn('PS', 'de'), 'Palästinensische Autonomiegebiete');
    assert.equal(await nameIn('PS', 'zh-Hant-HK'), new Intl.DisplayNames('zh-Hant-HK', { type: 'region' }).of('PS'));
    assert.equal(await nameIn('AQ', 'en'), 'Antarctica');
  });

  it('is in English where there is no data for the language', async () => {
    for (const tag of ['ht', 'xx-invalid']) assert.equal(await nameIn('PS', tag), 'State of Palestine', tag);
  });

  it('is the code where the language is none', () => assert.equal(nameOfCountry('FR', 'no tag'), 'FR'));

  it('is what the feed says, where it says something', () => {
    assert.equal(nameOfCountry('PS', 'en', {}, { PS: 'Test land' }), 'Test land');
    for (const labels of [{ PS: '' }, { PS: 1 }, null, 'PS'])
      assert.equal(nameOfCountry('PS', 'en', { PS: 'Table' }, labels as object), 'Table');
  });

  it('is the code itself for what is none', () => {
    for (const code of ['', 'Test', 'uy', '12', '__proto__', 'xFR', 'FRx', 'FRA'])
      assert.equal(nameOfCountry(code, 'fr'), code);
  });

  it('tables have codes and names, and no other characters than those of names', async () => {
    for (const tag of official.split(' ')) {
      for (const [code, name] of Object.entries(await loadCountryTable(tag))) {
        assert.match(`${code} ${name}`, /^[A-Z]{2} [\p{L}\p{M}(][\p{L}\p{M} 124’(),،（），–-]+$/u);
      }
    }
  });
});

describe('a publication', () => {
  it('names countries as the United Nations does, or as the feed does', async () => {
    const item = { id: 'a', facts: { countries: ['PS', 'VN'], before: 0 } } as unknown as StoredItem;
    const labelsOf = async (names?: object) =>
      (await toShards([item], 'fr', names)).filter(({ by }) => by === 'country').map(({ label }) => label);
    assert.deepEqual(await labelsOf(), ['État de Palestine', 'Viet Nam']);
    assert.deepEqual(await labelsOf({ VN: 'Test pays' }), ['État de Palestine', 'Test pays']);
    const entry = { countries: ['PS'], language: 'es' } as unknown as Entry;
    assert.deepEqual(
      countriesIn(entry).map(({ label }) => label),
      ['Estado de Palestina'],
    );
  });
});
