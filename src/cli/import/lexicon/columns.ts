import { normalizeForSearch } from '../../../i18n/search-text.js';

/** The languages of the United Nations, in the order of the lists below. */
export const languages = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];

/** What a table lists. */
export const tableKinds = ['contacts', 'offices', 'units', 'figures'] as const;
export type TableKind = (typeof tableKinds)[number];

/** Names of something in each language, parted by `|`; the first is the one that templates have. */
type Names = readonly [en: string, fr: string, es: string, ar: string, ru: string, zh: string];

const shared = {
  id: ['ID|Identifier', 'Identifiant|ID', 'Identificador|ID', 'المعرف', 'Идентификатор|ID', '标识|编号'],
  phone: [
    'Phone|Telephone|Tel|Phone number|Office phone|Landline',
    'Téléphone|Tél|Tel|Numéro de téléphone|Téléphone fixe|Téléphone bureau|Standard',
    'Teléfono|Tel|Número de teléfono|Teléfono fijo',
    'الهاتف|هاتف|رقم الهاتف|تليفون',
    'Телефон|Тел|Номер телефона',
    '电话|电话号码|座机',
  ],
  mobile: [
    'Mobile|Cell|Cell phone|Mobile phone|WhatsApp',
    'Mobile|Portable|Téléphone portable|Téléphone mobile|GSM',
    'Móvil|Celular|Teléfono móvil|Teléfono celular',
    'الجوال|جوال|الهاتف المحمول|الهاتف الجوال|المحمول|موبايل',
    'Мобильный|Мобильный телефон|Моб|Сотовый',
    '手机|手机号码|移动电话',
  ],
  duty: [
    'Duty phone|After hours|Hotline|Emergency phone',
    'Permanence|Astreinte|Téléphone d’astreinte',
    'Guardia|Teléfono de guardia',
    'هاتف المناوبة|المناوبة',
    'Дежурный телефон|Дежурный',
    '值班电话|热线',
  ],
  fax: ['Fax', 'Fax|Télécopie|Télécopieur', 'Fax', 'الفاكس|فاكس', 'Факс', '传真'],
  email: [
    'E-mail|Email|Mail|Email address|E-mail address',
    'Courriel|E-mail|Email|Mél|Mail|Adresse électronique|Adresse e-mail|Adresse mail',
    'Correo electrónico|Correo|E-mail|Email',
    'البريد الإلكتروني|بريد إلكتروني|الإيميل|البريد',
    'Электронная почта|Эл почта|Почта|E-mail|Email|Адрес электронной почты',
    '电子邮件|邮箱|电子邮箱|电邮',
  ],
  url: [
    'Website|URL|Link|Web|Web page|Web site|Page',
    'Site web|Lien|URL|Page web|Adresse web|Site|Site internet|Page',
    'Sitio web|Enlace|Página web|URL|Web|Página',
    'الموقع الإلكتروني|الرابط|رابط|صفحة الويب|الموقع',
    'Сайт|Ссылка|Веб-сайт|Веб-страница|URL',
    '网站|网址|链接|网页',
  ],
  time_zone: [
    'Time zone|Timezone',
    'Fuseau horaire',
    'Zona horaria|Huso horario',
    'المنطقة الزمنية',
    'Часовой пояс',
    '时区',
  ],
  hours: [
    'Opening hours|Hours|Office hours|Working hours|Business hours',
    'Horaires|Heures d’ouverture|Horaires d’ouverture|Heures de bureau',
    'Horario|Horarios|Horario de atención|Horario de oficina',
    'ساعات العمل|أوقات العمل|أوقات الدوام|الدوام',
    'Часы работы|Режим работы|График работы|Время работы',
    '工作时间|办公时间|开放时间',
  ],
} satisfies Record<string, Names>;

const image: Names = [
  'Picture|Photo|Image',
  'Photo|Image|Portrait',
  'Foto|Imagen',
  'الصورة|صورة',
  'Фото|Изображение',
  '照片|图片',
];
const kind: Names = [
  'Type|Kind|Category',
  'Type|Genre|Catégorie',
  'Tipo|Categoría',
  'النوع|نوع',
  'Тип|Вид|Категория',
  '类型|类别',
];

/**
 * The columns of each kind of table, in the order of the templates. A name that is shared by two fields of a kind belongs
 * to the first.
 */
export const columns = {
  contacts: {
    given: ['First name|Given name', 'Prénom', 'Nombre de pila', 'الاسم الأول', 'Имя и отчество', '名'],
    name: [
      'Name|Full name|Contact|Person',
      'Nom|Nom complet|Nom et prénom|Contact|Personne',
      'Nombre|Nombre completo|Nombre y apellidos|Contacto|Persona',
      'الاسم|الاسم الكامل|جهة الاتصال',
      'Имя|ФИО|Полное имя|Контакт|Имя и фамилия',
      '姓名|名字|联系人',
    ],
    family: [
      'Last name|Surname|Family name',
      'Nom de famille',
      'Apellidos|Apellido',
      'اسم العائلة|اللقب',
      'Фамилия',
      '姓',
    ],
    role: [
      'Role|Title|Job title|Position|Function',
      'Fonction|Poste|Titre|Rôle',
      'Cargo|Puesto|Función',
      'المنصب|الوظيفة|المسمى الوظيفي|الصفة',
      'Должность|Роль',
      '职务|职位|职称',
    ],
    office: [
      'Office|Duty station|Country office|Organization',
      'Bureau|Mission|Lieu d’affectation|Organisation',
      'Oficina|Misión|Lugar de destino|Organización',
      'المكتب|البعثة|مكتب',
      'Бюро|Офис|Представительство|Место службы',
      '办事处|办公室|工作地点',
    ],
    topics: [
      'Topics|Subjects|Themes',
      'Thèmes|Sujets|Domaines',
      'Temas',
      'المواضيع|الموضوعات',
      'Темы|Тематика',
      '主题|议题',
    ],
    countries: ['Countries|Country', 'Pays', 'Países|País', 'البلدان|البلد|الدول|الدولة', 'Страны|Страна', '国家'],
    phone: shared.phone,
    mobile: shared.mobile,
    duty: shared.duty,
    fax: shared.fax,
    email: shared.email,
    url: shared.url,
    languages: [
      'Languages|Language|Languages spoken',
      'Langues|Langue|Langues parlées',
      'Idiomas|Idioma|Lenguas',
      'اللغات|اللغة',
      'Языки|Язык|Владение языками',
      '语言|语种',
    ],
    time_zone: shared.time_zone,
    hours: shared.hours,
    id: shared.id,
  },
  offices: {
    name: [
      'Name|Office|Office name|Mission|Country office',
      'Nom|Bureau|Nom du bureau|Mission',
      'Nombre|Oficina|Nombre de la oficina|Misión',
      'الاسم|المكتب|اسم المكتب|البعثة',
      'Название|Офис|Бюро|Название офиса|Представительство',
      '名称|办事处|办公室|办事处名称',
    ],
    kind: [
      `${kind[0]}|Office type`,
      `${kind[1]}|Type de bureau`,
      `${kind[2]}|Tipo de oficina`,
      `${kind[3]}|نوع المكتب`,
      `${kind[4]}|Тип офиса`,
      `${kind[5]}|办事处类型`,
    ],
    country: ['Country', 'Pays', 'País', 'البلد|الدولة', 'Страна', '国家'],
    city: ['City|Town|Location', 'Ville|Localité|Lieu', 'Ciudad|Localidad|Lugar', 'المدينة', 'Город', '城市'],
    region: ['Region', 'Région', 'Región', 'المنطقة|الإقليم', 'Регион', '地区|区域'],
    address: [
      'Address|Street|Street address|Postal address',
      'Adresse|Adresse postale|Rue',
      'Dirección|Domicilio|Dirección postal',
      'العنوان',
      'Адрес|Почтовый адрес',
      '地址',
    ],
    latitude: ['Latitude|Lat', 'Latitude|Lat', 'Latitud|Lat', 'خط العرض', 'Широта', '纬度'],
    longitude: ['Longitude|Lon|Lng|Long', 'Longitude|Lon|Lng|Long', 'Longitud|Lon|Long', 'خط الطول', 'Долгота', '经度'],
    coordinates: [
      'Coordinates|GPS|GPS coordinates|Geolocation|Lat Lon|Latitude Longitude',
      'Coordonnées GPS|Coordonnées|Coordonnées géographiques|Géolocalisation|Position',
      'Coordenadas|Coordenadas geográficas|Geolocalización',
      'الإحداثيات|إحداثيات',
      'Координаты|Географические координаты',
      '坐标|经纬度',
    ],
    phone: shared.phone,
    mobile: shared.mobile,
    duty: shared.duty,
    fax: shared.fax,
    email: shared.email,
    url: shared.url,
    time_zone: shared.time_zone,
    hours: shared.hours,
    id: shared.id,
  },
  units: {
    name: [
      'Unit|Name|Unit name|Department|Division|Entity|Post',
      'Unité|Nom|Nom de l’unité|Service|Département|Entité|Intitulé',
      'Unidad|Nombre|Nombre de la unidad|Departamento|Servicio',
      'الوحدة|الاسم|اسم الوحدة|القسم|الإدارة',
      'Подразделение|Название|Отдел|Департамент|Управление',
      '部门|单位|名称|部门名称',
    ],
    parent: [
      'Reports to|Parent|Parent unit|Part of|Superior',
      'Relève de|Unité supérieure|Rattachée à|Rattachement|Rattaché à|Supérieur',
      'Depende de|Unidad superior|Dependencia',
      'تتبع|يتبع|الوحدة الأعلى|الجهة الأعلى',
      'Подчиняется|Вышестоящее подразделение|Входит в|Подчинение',
      '上级部门|上级单位|上级|隶属',
    ],
    kind,
    head: [
      'Head|Headed by|Manager|Director|Incumbent',
      'Responsable|Chef|Dirigée par|Titulaire|Directeur|Directrice',
      'Responsable|Jefe|Jefa|Titular|Director|Directora',
      'الرئيس|المسؤول|المدير|رئيس الوحدة',
      'Руководитель|Начальник|Глава',
      '负责人|主管|领导',
    ],
    summary: [
      'Responsibilities|Summary|Description|Tasks|Mandate',
      'Attributions|Mission|Description|Tâches|Missions|Résumé',
      'Funciones|Descripción|Responsabilidades|Resumen|Tareas',
      'المهام|الوصف|المسؤوليات|الاختصاصات',
      'Задачи|Описание|Функции|Обязанности',
      '职责|说明|简介|描述',
    ],
    contact: [
      'Contact|Press contact',
      'Contact|Contact presse',
      'Contacto|Contacto de prensa',
      'جهة الاتصال',
      'Контакт',
      '联系人',
    ],
    url: shared.url,
    image,
    state: [
      'State|Status|Post status',
      'État du poste|État|Statut',
      'Estado del puesto|Estado|Situación',
      'حالة المنصب|الحالة',
      'Состояние должности|Состояние|Статус',
      '职位状态|状态',
    ],
    reports_to: [
      'Also reports to',
      'Relève aussi de',
      'También depende de|Depende también de',
      'تتبع أيضا|يتبع أيضا',
      'Также подчиняется|Подчиняется также',
      '同时隶属|兼隶属',
    ],
    id: shared.id,
  },
  figures: {
    label: [
      'Label|Indicator|Figure|Name|Key figure',
      'Libellé|Indicateur|Intitulé|Chiffre clé|Désignation',
      'Indicador|Concepto|Etiqueta|Nombre',
      'المؤشر|البيان|التسمية',
      'Показатель|Название|Наименование',
      '指标|名称|项目',
    ],
    value: [
      'Value|Number|Amount',
      'Valeur|Chiffre|Nombre|Montant',
      'Valor|Cifra|Número|Cantidad',
      'القيمة|العدد|الرقم|المبلغ',
      'Значение|Число|Количество|Сумма',
      '数值|数字|数量|数额',
    ],
    kind,
    currency: ['Currency', 'Devise|Monnaie', 'Moneda|Divisa', 'العملة', 'Валюта', '货币|币种'],
    unit: ['Unit', 'Unité', 'Unidad', 'الوحدة', 'Единица измерения|Единица|Ед изм', '单位'],
    qualifier: [
      'Precision|Qualifier',
      'Précision|Approximation',
      'Precisión|Aproximación',
      'الدقة',
      'Точность',
      '精确度',
    ],
    as_of: [
      'As of|Date|Year|Reference date',
      'Date|Au|Année|État au|Date de référence',
      'Fecha|A fecha de|Año|Fecha de referencia',
      'التاريخ|في تاريخ|السنة',
      'По состоянию на|Дата|Год',
      '截至|日期|年份',
    ],
    note: [
      'Note|Comment|Remark',
      'Note|Remarque|Commentaire|Précisions',
      'Nota|Observación|Comentario|Observaciones',
      'ملاحظة|ملاحظات',
      'Примечание|Комментарий',
      '备注|注释|说明',
    ],
    source: ['Source', 'Source', 'Fuente', 'المصدر', 'Источник', '来源'],
    source_url: [
      'Source link|Source URL',
      'Lien de la source|URL de la source',
      'Enlace de la fuente',
      'رابط المصدر',
      'Ссылка на источник',
      '来源链接',
    ],
    history: [
      'History|Earlier values',
      'Historique|Valeurs antérieures',
      'Historial|Valores anteriores',
      'القيم السابقة',
      'Прежние значения|История',
      '历史数值',
    ],
    better: [
      'Better|Good trend',
      'Tendance souhaitée',
      'Tendencia deseada',
      'الاتجاه المرغوب',
      'Желаемая тенденция',
      '期望趋势',
    ],
    id: shared.id,
  },
} satisfies Record<TableKind, Record<string, Names>>;

/** Names of the kinds themselves, of files and sheets. */
export const kindNames: Record<TableKind, Names> = {
  contacts: ['Contacts|Press contacts', 'Contacts|Contacts presse', 'Contactos', 'جهات الاتصال', 'Контакты', '联系人'],
  offices: [
    'Offices|Missions|Field offices',
    'Bureaux|Missions|Implantations',
    'Oficinas|Misiones',
    'المكاتب|مكاتب|البعثات',
    'Бюро|Офисы|Представительства',
    '办事处|办公室',
  ],
  units: [
    'Units|Organization|Organisation|Org chart|Structure|Departments',
    'Unités|Organigramme|Structure|Services|Organisation',
    'Unidades|Organigrama|Estructura|Departamentos',
    'الوحدات|الهيكل|الهيكل التنظيمي',
    'Подразделения|Структура|Оргструктура',
    '部门|组织结构|机构',
  ],
  figures: [
    'Figures|Key figures|Numbers|Indicators',
    'Chiffres|Chiffres clés|Indicateurs',
    'Cifras|Cifras clave|Indicadores',
    'الأرقام|أرقام|المؤشرات',
    'Показатели|Цифры',
    '数据|数字|指标',
  ],
};

/** A heading as it is compared: without case, accents, punctuation, and numbers as in `Phone 2` or `Phone_1`. */
export const normalizeHeading = (text: string): string =>
  normalizeForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/[\d ]+$/, '')
    .trim();

const split = (names: Names) => names.flatMap((name) => name.split('|')).map(normalizeHeading);

/** Fields of each kind by their headings, those of the feed's own schema included. */
const fields = Object.fromEntries(
  tableKinds.map((table) => {
    const known = new Map<string, string>();
    const add = (heading: string, field: string) => {
      if (!known.has(heading)) known.set(heading, field);
    };
    for (const [field, names] of Object.entries<Names>(columns[table])) {
      add(normalizeHeading(field), field);
      for (const heading of split(names)) add(heading, field);
    }
    return [table, known];
  }),
) as Record<TableKind, Map<string, string>>;

/**
 * The field that a heading stands for. `Nom / Name` is in two languages, `Téléphone (bureau)` has a remark.
 *
 * @returns Undefined where the heading is not known.
 */
export function fieldCalled(heading: string, table: TableKind): string | undefined {
  const known = fields[table];
  const whole =
    known.get(normalizeHeading(heading)) ?? known.get(normalizeHeading(heading.replace(/[(（].*?[)）]/g, '')));
  if (whole) return whole;
  const parts = heading.split(/[/|\n]/);
  const [first, ...others] = parts.map((part) => known.get(normalizeHeading(part)));
  return others.length && others.every((field) => field === first) ? first : undefined;
}

const kinds = tableKinds.flatMap((table) => split(kindNames[table]).map((name) => [name, table] as const));

/** The kind that the name of a file or a sheet tells, such as `Bureaux 2026`. */
export function kindCalled(name: string): TableKind | undefined {
  const words = ` ${normalizeHeading(name)} `;
  const isHan = (text: string) => /\p{Script=Han}/u.test(text);
  return kinds.find(([known]) => words.includes(isHan(known) ? known : ` ${known} `))?.[1];
}

/** The name of a kind of table in a language. */
export const nameOfKind = (table: TableKind, language: Language): string =>
  kindNames[table][languages.indexOf(language)].split('|')[0];

/** The fields of a kind with their headings in a language, in order. */
export const headingsOf = (table: TableKind, language: Language): [field: string, heading: string][] =>
  Object.entries<Names>(columns[table]).map(([field, names]) => [
    field,
    names[languages.indexOf(language)].split('|')[0],
  ]);
