// What the forms of the newsroom say to people, in French, Spanish and English: labels and hints, beside the schema, whose
// descriptions are for developers. A form has the fields named here, in this order; what a field may hold is in the schema.

export const formLanguages = ['fr', 'es', 'en'];

/**
 * @typedef {[french: string, spanish: string, english: string]} Words
 *
 * @typedef {object} Field
 * @property {string} name Its key in the file, which `iom-feed import` knows.
 * @property {string} of Where the schema says what it may hold: a definition and a path, such as `item/_iom/kind`.
 * @property {Words} label
 * @property {Words} [hint]
 * @property {string} [as] What it is filled in with, where the schema's own type is not what people type: `text`, `markdown`,
 * `picture`, `icon`, `files`, `corrections`, `accounts`, `contacts`, `unit`, `tags`, `phone`, `hours`, `zone`, `countries`, `country`, `languages`.
 * @property {boolean} [shared] The same in every language. Default: a text of its own in each.
 * @property {boolean} [required] Asked for although the schema leaves it open.
 * @property {string} [initial] Value of a new entry.
 *
 * @typedef {object} Form
 * @property {string} name Of the file, or of the folder of releases.
 * @property {string} icon A Material Symbol of the CMS.
 * @property {Words} label
 * @property {Words} one One of them.
 * @property {string} of Definition in the schema.
 * @property {Field[]} fields
 * @property {string[]} without Properties that have no field: what publishing writes, and what other fields say.
 */

const phone = ['Avec + et l’indicatif du pays.', 'Con + y el prefijo del país.', 'With + and the country code.'];
const page = ['Adresse complète, avec https://', 'Dirección completa, con https://', 'Full address, with https://'];
const zone = {
  name: 'time_zone',
  as: 'zone',
  shared: true,
  label: ['Fuseau horaire', 'Zona horaria', 'Time zone'],
};
const hours = {
  name: 'hours',
  as: 'hours',
  label: ['Horaires', 'Horario', 'Opening hours'],
  hint: ['Par exemple lun–ven 09:00–17:00', 'Por ejemplo lun–vie 09:00–17:00', 'Such as Mon–Fri 09:00–17:00'],
};
const reach = (of) => [
  {
    name: 'email',
    of: `${of}/email`,
    shared: true,
    label: ['Courriel', 'Correo electrónico', 'E-mail'],
  },
  {
    name: 'phone',
    of: 'phone/number',
    as: 'phone',
    shared: true,
    label: ['Téléphone', 'Teléfono', 'Phone'],
    hint: phone,
  },
  {
    name: 'mobile',
    of: 'phone/number',
    as: 'phone',
    shared: true,
    label: ['Portable', 'Móvil', 'Mobile'],
    hint: phone,
  },
];

/** @type {Form} */
export const releases = {
  name: 'releases',
  icon: 'article',
  label: ['Communiqués', 'Comunicados', 'Releases'],
  one: ['Communiqué', 'Comunicado', 'Release'],
  of: 'item',
  fields: [
    {
      name: 'title',
      of: 'item/title',
      required: true,
      label: ['Titre', 'Título', 'Title'],
      hint: [
        'Ce que le lecteur verra d’abord : une phrase, sans point final.',
        'Lo primero que se verá: una frase, sin punto final.',
        'What readers see first: one sentence, without a full stop.',
      ],
    },
    {
      name: 'date',
      of: 'item/date_published',
      required: true,
      shared: true,
      label: ['Date de publication', 'Fecha de publicación', 'Date'],
      hint: ['À l’heure du bureau.', 'En la hora de la oficina.', 'In the time zone of the office.'],
    },
    {
      name: 'summary',
      of: 'item/summary',
      as: 'text',
      label: ['Résumé', 'Resumen', 'Summary'],
      hint: [
        'Une ou deux phrases, pour les listes.',
        'Una o dos frases, para las listas.',
        'A sentence or two, for lists.',
      ],
    },
    {
      name: 'body',
      of: 'item/content_html',
      as: 'markdown',
      required: true,
      label: ['Texte', 'Texto', 'Text'],
      hint: [
        'Des intertitres de niveau 2, puis 3 ; des liens qui disent où ils mènent.',
        'Subtítulos de nivel 2 y luego 3; enlaces que dicen adónde llevan.',
        'Headings of level 2, then 3; links that say where they lead.',
      ],
    },
    {
      name: 'image',
      of: 'image/url',
      as: 'picture',
      shared: true,
      label: ['Photo', 'Foto', 'Picture'],
      hint: ['10 Mo au plus.', '10 MB como máximo.', 'At most 10 MB.'],
    },
    {
      name: 'alt',
      of: 'image/alt',
      label: ['Description de la photo', 'Descripción de la foto', 'Description of the picture'],
      hint: [
        'Ce que l’on y voit, pour qui ne la voit pas.',
        'Lo que se ve en ella, para quien no la ve.',
        'What can be seen in it, for those who can’t see it.',
      ],
    },
    { name: 'caption', of: 'image/caption', label: ['Légende', 'Pie de foto', 'Caption'] },
    {
      name: 'credit',
      of: 'image/credit',
      shared: true,
      label: ['Crédit photo', 'Crédito', 'Credit'],
      hint: ['Sans le signe ©.', 'Sin el signo ©.', 'Without the © sign.'],
    },
    {
      name: 'contacts',
      of: 'item/_iom/contacts',
      as: 'contacts',
      shared: true,
      label: ['Contacts presse', 'Contactos de prensa', 'Press contacts'],
    },
    {
      name: 'embargo',
      of: 'item/_iom/embargo_until',
      shared: true,
      label: ['Embargo jusqu’au', 'Embargo hasta', 'Embargo until'],
      hint: [
        'Rien n’est publié avant ce moment, à l’heure du bureau.',
        'No se publica nada antes de ese momento, en la hora de la oficina.',
        'Nothing is published before this moment, in the time zone of the office.',
      ],
    },
    { name: 'type', of: 'item/_iom/kind', shared: true, initial: 'press-release', label: ['Genre', 'Tipo', 'Kind'] },
    { name: 'place', of: 'item/_iom/dateline', label: ['Lieu', 'Lugar', 'Place'] },
    { name: 'tags', of: 'item/tags', as: 'tags', label: ['Thèmes', 'Temas', 'Topics'] },
    {
      name: 'countries',
      of: 'item/_iom/countries',
      as: 'countries',
      shared: true,
      label: ['Pays', 'Países', 'Countries'],
    },
    {
      name: 'attachments',
      of: 'item/attachments',
      as: 'files',
      label: ['Fichiers à télécharger', 'Archivos para descargar', 'Files to download'],
      hint: [
        'Documents, tableaux, enregistrements ; 10 Mo au plus. Le nom du fichier dit ce qu’il contient.',
        'Documentos, tablas, grabaciones; 10 MB como máximo. El nombre del archivo dice lo que contiene.',
        'Documents, tables, recordings; at most 10 MB. The name of the file says what is in it.',
      ],
    },
    {
      name: 'event_start',
      of: 'item/_iom/event/start',
      shared: true,
      required: false,
      label: ['Événement : début', 'Evento: comienzo', 'Event: beginning'],
      hint: [
        'Pour un point de presse, par exemple. À l’heure du bureau.',
        'Para una rueda de prensa, por ejemplo. En la hora de la oficina.',
        'Of a press briefing, for example. In the time zone of the office.',
      ],
    },
    {
      name: 'event_end',
      of: 'item/_iom/event/end',
      shared: true,
      label: ['Événement : fin', 'Evento: fin', 'Event: end'],
    },
    {
      name: 'event_place',
      of: 'item/_iom/event/location',
      label: ['Événement : lieu', 'Evento: lugar', 'Event: place'],
    },
    {
      name: 'corrections',
      of: 'item/_iom/corrections',
      as: 'corrections',
      label: ['Corrections', 'Correcciones', 'Corrections'],
      hint: [
        'La date d’abord : 2026-11-30 Le nombre de bureaux était faux.',
        'Primero la fecha: 2026-11-30 El número de oficinas no era correcto.',
        'The date first: 2026-11-30 The number of offices was wrong.',
      ],
    },
    {
      name: 'notes',
      of: 'item/_iom/notes_html',
      as: 'markdown',
      label: ['Note aux rédactions', 'Nota para la redacción', 'Notes to editors'],
    },
  ],
  without: [
    ...['id', 'url', 'external_url', 'content_text', 'banner_image', 'date_modified', 'authors', 'language'],
    ...['image', '_iom', '_iom/images', '_iom/image_sizes', '_iom/translations'],
    ...['_iom/related', '_iom/date_text', '_iom/excerpt_of'],
  ],
};

/** @type {Form[]} */
export const lists = [
  {
    name: 'contacts',
    icon: 'contacts',
    label: ['Contacts presse', 'Contactos de prensa', 'Press contacts'],
    one: ['contact', 'contacto', 'contact'],
    of: 'contact',
    fields: [
      { name: 'name', of: 'contact/name', label: ['Nom', 'Nombre', 'Name'] },
      { name: 'role', of: 'contact/role', label: ['Fonction', 'Cargo', 'Role'] },
      ...reach('contact'),
      {
        name: 'duty',
        of: 'phone/number',
        as: 'phone',
        shared: true,
        label: ['Permanence', 'Guardia', 'Duty phone'],
        hint: ['En dehors des heures de bureau.', 'Fuera del horario de oficina.', 'Outside office hours.'],
      },
      {
        name: 'languages',
        of: 'contact/languages',
        as: 'languages',
        shared: true,
        label: ['Langues', 'Idiomas', 'Languages'],
      },
      { name: 'office', of: 'contact/office', label: ['Bureau', 'Oficina', 'Office'] },
      { name: 'topics', of: 'contact/topics', as: 'tags', label: ['Thèmes', 'Temas', 'Topics'] },
      {
        name: 'countries',
        of: 'contact/countries',
        as: 'countries',
        shared: true,
        label: ['Pays', 'Países', 'Countries'],
      },
      { name: 'url', of: 'contact/url', label: ['Page web', 'Página web', 'Web page'], hint: page },
      { ...zone, of: 'contact/time_zone' },
      { ...hours, of: 'contact/hours' },
      {
        name: 'image',
        of: 'contact/image',
        as: 'picture',
        shared: true,
        label: ['Portrait', 'Retrato', 'Portrait'],
        hint: [
          'Le visage au centre ; il paraît dans un cercle, à côté du nom.',
          'La cara en el centro; se muestra en un círculo, junto al nombre.',
          'The face in the middle; it is shown in a circle, beside the name.',
        ],
      },
      {
        name: 'accounts',
        of: 'contact/accounts',
        as: 'accounts',
        shared: true,
        label: ['Comptes', 'Cuentas', 'Accounts'],
        hint: [
          'Messageries et réseaux sociaux, comme WhatsApp: https://wa.me/41225550100',
          'Mensajería y redes sociales, como WhatsApp: https://wa.me/41225550100',
          'Messages and social networks, such as WhatsApp: https://wa.me/41225550100',
        ],
      },
    ],
    without: ['id', 'phones'],
  },
  {
    name: 'offices',
    icon: 'location_on',
    label: ['Bureaux', 'Oficinas', 'Offices'],
    one: ['bureau', 'oficina', 'office'],
    of: 'office',
    fields: [
      { name: 'name', of: 'office/name', label: ['Nom', 'Nombre', 'Name'] },
      { name: 'kind', of: 'office/kind', shared: true, label: ['Genre', 'Tipo', 'Kind'] },
      { name: 'country', of: 'office/country', as: 'country', shared: true, label: ['Pays', 'País', 'Country'] },
      { name: 'city', of: 'office/city', label: ['Ville', 'Ciudad', 'City'] },
      { name: 'address', of: 'office/address', as: 'text', label: ['Adresse', 'Dirección', 'Address'] },
      {
        name: 'latitude',
        of: 'office/latitude',
        shared: true,
        label: ['Latitude', 'Latitud', 'Latitude'],
        hint: [
          'Degrés vers le nord, comme -34.9011',
          'Grados hacia el norte, como -34.9011',
          'Degrees north, such as -34.9011',
        ],
      },
      {
        name: 'longitude',
        of: 'office/longitude',
        shared: true,
        label: ['Longitude', 'Longitud', 'Longitude'],
        hint: [
          'Degrés vers l’est, comme -56.1645',
          'Grados hacia el este, como -56.1645',
          'Degrees east, such as -56.1645',
        ],
      },
      ...reach('office'),
      { name: 'region', of: 'office/region', label: ['Région', 'Región', 'Region'] },
      { name: 'url', of: 'office/url', label: ['Page web', 'Página web', 'Web page'], hint: page },
      { ...zone, of: 'office/time_zone' },
      { ...hours, of: 'office/hours' },
    ],
    without: ['id', 'phones'],
  },
  {
    name: 'units',
    icon: 'account_tree',
    label: ['Organigramme', 'Organigrama', 'Units'],
    one: ['unité', 'unidad', 'unit'],
    of: 'unit',
    fields: [
      { name: 'name', of: 'unit/name', label: ['Nom', 'Nombre', 'Name'] },
      { name: 'parent', of: 'unit/parent', as: 'unit', label: ['Relève de', 'Depende de', 'Reports to'] },
      { name: 'kind', of: 'unit/kind', shared: true, label: ['Genre', 'Tipo', 'Kind'] },
      { name: 'head', of: 'unit/head', label: ['Responsable', 'Responsable', 'Head'] },
      {
        name: 'state',
        of: 'unit/state',
        shared: true,
        label: ['État du poste', 'Estado del puesto', 'State of the post'],
      },
      { name: 'summary', of: 'unit/summary', as: 'text', label: ['Attributions', 'Funciones', 'Responsibilities'] },
      { name: 'contact', of: 'unit/contact', as: 'contact', label: ['Contact', 'Contacto', 'Contact'] },
      { name: 'url', of: 'unit/url', label: ['Page web', 'Página web', 'Web page'], hint: page },
    ],
    without: ['id', 'image', 'reports_to'],
  },
  {
    name: 'figures',
    icon: 'monitoring',
    label: ['Chiffres clés', 'Cifras clave', 'Key figures'],
    one: ['chiffre', 'cifra', 'figure'],
    of: 'figure',
    fields: [
      { name: 'label', of: 'figure/label', label: ['Ce qui est compté', 'Lo que se cuenta', 'What is counted'] },
      { name: 'value', of: 'figure/value', shared: true, label: ['Valeur', 'Valor', 'Value'] },
      { name: 'kind', of: 'figure/kind', shared: true, label: ['Genre', 'Tipo', 'Kind'] },
      {
        name: 'currency',
        of: 'figure/currency',
        shared: true,
        label: ['Devise', 'Moneda', 'Currency'],
        hint: ['Trois lettres, comme USD', 'Tres letras, como USD', 'Three letters, such as USD'],
      },
      { name: 'unit', of: 'figure/unit', label: ['Unité', 'Unidad', 'Unit'] },
      { name: 'qualifier', of: 'figure/qualifier', shared: true, label: ['Précision', 'Precisión', 'Precision'] },
      {
        name: 'as_of',
        of: 'figure/as_of',
        shared: true,
        label: ['Date du chiffre', 'Fecha de la cifra', 'Date of the figure'],
        hint: ['2026, 2026-03 ou 2026-03-31', '2026, 2026-03 o 2026-03-31', '2026, 2026-03 or 2026-03-31'],
      },
      { name: 'note', of: 'figure/note', label: ['Remarque', 'Nota', 'Note'] },
      { name: 'source', of: 'figure/source/title', label: ['Source', 'Fuente', 'Source'] },
      {
        name: 'source_url',
        of: 'figure/source/url',
        label: ['Adresse de la source', 'Enlace de la fuente', 'Source link'],
        hint: page,
      },
      {
        name: 'better',
        of: 'figure/better',
        shared: true,
        label: ['Tendance souhaitée', 'Tendencia deseada', 'Good trend'],
      },
      {
        name: 'icon',
        of: 'figure/icon',
        as: 'icon',
        shared: true,
        label: ['Icône', 'Icono', 'Icon'],
        hint: [
          'Ce que le chiffre compte, en petit ; un fichier SVG ou PNG.',
          'Lo que cuenta la cifra, en pequeño; un archivo SVG o PNG.',
          'What the number counts, in small; a file in SVG or PNG.',
        ],
      },
    ],
    without: ['id', 'history'],
  },
  {
    name: 'menu',
    icon: 'menu',
    label: ['Menu', 'Menú', 'Menu'],
    one: ['entrée', 'entrada', 'entry'],
    of: 'menuEntry',
    levels: 3,
    fields: [
      { name: 'title', of: 'menuEntry/title', label: ['Titre', 'Título', 'Title'] },
      { name: 'url', of: 'menuEntry/url', label: ['Adresse', 'Enlace', 'Address'], hint: page },
      { name: 'summary', of: 'menuEntry/summary', as: 'text', label: ['Introduction', 'Introducción', 'Introduction'] },
    ],
    without: ['entries'],
  },
];

/** @type {Form[]} Files that are no lists. */
export const texts = [
  {
    name: 'mission',
    icon: 'info',
    label: ['Qui sommes-nous', 'Quiénes somos', 'Who we are'],
    of: 'mission',
    fields: [
      { name: 'title', of: 'mission/title', label: ['Titre', 'Título', 'Title'] },
      { name: 'text', of: 'mission/text', as: 'text', label: ['Texte', 'Texto', 'Text'] },
      { name: 'url', of: 'mission/url', label: ['Page web', 'Página web', 'Web page'], hint: page },
    ],
    without: [],
  },
];

/** Words for the values of choices. */
export const values = {
  'press-release': ['Communiqué de presse', 'Comunicado de prensa', 'Press release'],
  news: ['Actualité', 'Noticia', 'News'],
  statement: ['Déclaration', 'Declaración', 'Statement'],
  story: ['Récit', 'Historia', 'Story'],
  briefing: ['Point de presse', 'Rueda de prensa', 'Briefing'],
  advisory: ['Avis aux médias', 'Aviso a los medios', 'Media advisory'],
  headquarters: ['Siège', 'Sede', 'Headquarters'],
  regional: ['Bureau régional', 'Oficina regional', 'Regional office'],
  country: ['Bureau de pays', 'Oficina en el país', 'Country office'],
  'sub-office': ['Sous-bureau', 'Suboficina', 'Sub-office'],
  liaison: ['Bureau de liaison', 'Oficina de enlace', 'Liaison office'],
  clinic: ['Centre médical', 'Centro médico', 'Medical centre'],
  centre: ['Centre administratif', 'Centro administrativo', 'Administrative centre'],
  unit: ['Unité', 'Unidad', 'Unit'],
  office: ['Bureau', 'Oficina', 'Office'],
  post: ['Poste', 'Puesto', 'Post'],
  assistant: ['Assistant', 'Asistente', 'Assistant'],
  vacant: ['Vacant', 'Vacante', 'Vacant'],
  'not-disclosed': ['Non communiqué', 'No publicado', 'Not disclosed'],
  eliminated: ['Supprimé', 'Suprimido', 'Eliminated'],
  shared: ['Partagé', 'Compartido', 'Shared'],
  count: ['Nombre', 'Número', 'Count'],
  year: ['Année', 'Año', 'Year'],
  percent: ['Pourcentage', 'Porcentaje', 'Percentage'],
  money: ['Montant', 'Importe', 'Amount of money'],
  about: ['Environ', 'Aproximadamente', 'About'],
  'more-than': ['Plus de', 'Más de', 'More than'],
  'less-than': ['Moins de', 'Menos de', 'Less than'],
  up: ['À la hausse', 'Al alza', 'Up'],
  down: ['À la baisse', 'A la baja', 'Down'],
};

/** What a form says of a value that it can't take. */
export const mistakes = {
  phone: [
    'Écrivez le numéro avec + et l’indicatif du pays, comme +41 22 555 01 00.',
    'Escriba el número con + y el prefijo del país, como +41 22 555 01 00.',
    'Write the number with + and the country code, such as +41 22 555 01 00.',
  ],
  currency: [
    'Écrivez trois lettres majuscules, comme USD.',
    'Escriba tres letras mayúsculas, como USD.',
    'Write three capitals, such as USD.',
  ],
  corrections: [
    'Commencez par la date, comme 2026-11-30.',
    'Empiece por la fecha, como 2026-11-30.',
    'Begin with the date, such as 2026-11-30.',
  ],
  accounts: [
    'Écrivez le nom du service, deux points et l’adresse, comme WhatsApp: https://wa.me/41225550100.',
    'Escriba el nombre del servicio, dos puntos y la dirección, como WhatsApp: https://wa.me/41225550100.',
    'Write the name of the service, a colon and the address, such as WhatsApp: https://wa.me/41225550100.',
  ],
  as_of: [
    'Écrivez 2026, 2026-03 ou 2026-03-31.',
    'Escriba 2026, 2026-03 o 2026-03-31.',
    'Write 2026, 2026-03 or 2026-03-31.',
  ],
};

/** One of the accounts of a contact. */
export const account = ['Compte', 'Cuenta', 'Account'];

/** One of the corrections. */
export const correction = ['Correction', 'Corrección', 'Correction'];

export const content = ['Contenu', 'Contenido', 'Content'];
