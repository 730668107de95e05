// Names of columns that several kinds of table have.
/** The languages of the United Nations, in the order of the lists below. */
export const languages = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];

/** Names of something in each language, parted by `|`; the first is the one that templates have. */
export type Names = readonly [en: string, fr: string, es: string, ar: string, ru: string, zh: string];

export const shared = {
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

export const image: Names = [
  'Picture|Photo|Image',
  'Photo|Image|Portrait',
  'Foto|Imagen',
  'الصورة|صورة',
  'Фото|Изображение',
  '照片|图片',
];
export const kind: Names = [
  'Type|Kind|Category',
  'Type|Genre|Catégorie',
  'Tipo|Categoría',
  'النوع|نوع',
  'Тип|Вид|Категория',
  '类型|类别',
];
