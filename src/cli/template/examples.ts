import type { TableKind } from '../import/lexicon/columns.js';
import { languages, type Language } from '../import/lexicon/shared-columns.js';

/** Texts of the example rows, in the order of the languages: nobody and nothing that there is. */
const texts = {
  person: ['Test Person', 'Personne d’essai', 'Persona de prueba', 'شخص تجريبي', 'Тестовое лицо', '测试人员'],
  role: ['Press officer', 'Responsable de presse', 'Oficial de prensa', 'مسؤول إعلامي', 'Пресс-секретарь', '新闻官'],
  topics: [
    'Health, emergencies',
    'Santé, urgences',
    'Salud, emergencias',
    'الصحة، الطوارئ',
    'Здоровье, чрезвычайные ситуации',
    '卫生、紧急情况',
  ],
  office: ['Test office', 'Bureau d’essai', 'Oficina de prueba', 'مكتب تجريبي', 'Тестовое бюро', '测试办事处'],
  kind: ['Country office', 'Bureau de pays', 'Oficina en el país', 'مكتب قطري', 'Страновое бюро', '国家办事处'],
  city: ['Geneva', 'Genève', 'Ginebra', 'جنيف', 'Женева', '日内瓦'],
  region: ['Europe', 'Europe', 'Europa', 'أوروبا', 'Европа', '欧洲'],
  address: [
    'Test Street 1, 1200 Geneva',
    'Rue d’essai 1, 1200 Genève',
    'Calle de prueba 1, 1200 Ginebra',
    'شارع تجريبي 1، 1200 جنيف',
    'Тестовая улица, 1, 1200 Женева',
    '日内瓦测试街1号',
  ],
  unit: ['Test unit', 'Unité d’essai', 'Unidad de prueba', 'وحدة تجريبية', 'Тестовое подразделение', '测试部门'],
  summary: [
    'What the unit does',
    'Ce que fait l’unité',
    'Lo que hace la unidad',
    'ما تقوم به الوحدة',
    'Чем занимается подразделение',
    '部门的职责',
  ],
  label: ['Test figure', 'Chiffre d’essai', 'Cifra de prueba', 'رقم تجريبي', 'Тестовый показатель', '测试数据'],
  note: [
    'A sentence about it',
    'Une phrase à ce sujet',
    'Una frase al respecto',
    'جملة عنه',
    'Предложение о нём',
    '一句说明',
  ],
  source: ['Test report', 'Rapport d’essai', 'Informe de prueba', 'تقرير تجريبي', 'Тестовый отчёт', '测试报告'],
  count: ['number', 'nombre', 'número', 'عدد', 'число', '数量'],
} as const;

/** Languages that write decimals with a comma; their spreadsheets part cells by semicolons. */
export const hasDecimalComma = (language: Language): boolean => ['fr', 'es', 'ru'].includes(language);

/** The values of the example row by field; fields without one stay empty. */
export function exampleOf(kind: TableKind, language: Language): Record<string, string> {
  const text = (name: keyof typeof texts) => texts[name][languages.indexOf(language)];
  const number = (value: number) => (hasDecimalComma(language) ? `${value}`.replace('.', ',') : `${value}`);
  const country = new Intl.DisplayNames(language, { type: 'region' }).of('CH')!;
  const languageName = new Intl.DisplayNames(language, { type: 'language' });
  const list = language === 'ar' ? '، ' : language === 'zh' ? '、' : ', ';
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // 3 January 2000 was a Monday.
  const [monday, friday] = [3, 7].map((day) => weekday.format(Date.UTC(2000, 0, day)));
  const points = {
    phone: '+41 22 555 01 00',
    email: 'press@example.org',
    url: 'https://www.example.org/',
    time_zone: 'Europe/Zurich',
    hours: `${monday} – ${friday} 09:00–17:00`,
  };
  const examples: Record<TableKind, Record<string, string>> = {
    contacts: {
      name: text('person'),
      role: text('role'),
      office: text('office'),
      topics: text('topics'),
      countries: country,
      ...points,
      languages: ['fr', 'en'].map((tag) => languageName.of(tag)).join(list),
      accounts: 'WhatsApp: https://wa.me/41225550100',
    },
    offices: {
      name: text('office'),
      kind: text('kind'),
      country,
      city: text('city'),
      region: text('region'),
      address: text('address'),
      latitude: number(46.2044),
      longitude: number(6.1432),
      ...points,
    },
    units: { name: text('unit'), head: text('person'), summary: text('summary'), url: points.url },
    figures: {
      label: text('label'),
      value: '175',
      kind: text('count'),
      as_of: '2026-03-01',
      note: text('note'),
      source: text('source'),
      source_url: points.url,
      history: '2024: 168; 2025: 171',
    },
  };
  return examples[kind];
}

/** Whether a name is that of an example row: somebody may have left it in the table. */
export const isExampleName = (name: string | undefined): boolean =>
  [texts.person, texts.office, texts.unit, texts.label].some((names) => names.some((entry) => entry === name));
