// What the blocks call things: for each element and attribute of the manifest the words of whoever edits a page. English;
// translations.txt has the other languages. The build fails when an attribute has no words here.

/** By tag without `iom-`. `icon` is a path in a square of 24, drawn with lines. */
export const elements = {
  'news-feed': {
    title: 'News',
    description: 'Press releases, stories and statements, newest first.',
    keywords: ['press releases', 'feed', 'list'],
    icon: 'M4 5h5v5H4zM12 6h8M12 9h6M4 14h5v5H4zM12 15h8M12 18h6',
    variations: [
      { name: 'cards', title: 'News as cards', attributes: { layout: 'cards', limit: 6 } },
      { name: 'compact', title: 'News, headlines only', attributes: { layout: 'compact' } },
    ],
  },
  'press-release': {
    title: 'Press release',
    description: 'One release in full: the newest, or one you choose.',
    keywords: ['news', 'statement', 'article'],
    icon: 'M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 14h7M9 17h4',
  },
  'press-contact': {
    title: 'Press contact',
    description: 'Who answers the press, with phone and e-mail.',
    keywords: ['contact', 'phone', 'e-mail'],
    icon: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 3-5 6-5s6 2 6 5M16 6h5v4h-3l-2 2z',
  },
  'org-chart': {
    title: 'Organization chart',
    description: 'Who reports to whom, with search.',
    keywords: ['organization', 'units', 'structure'],
    icon: 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4',
  },
  'link-cards': {
    title: 'Cards',
    description: 'Pages, files, data and vacancies of a section.',
    keywords: ['links', 'vacancies', 'section'],
    icon: 'M3 5h8v14H3zM13 5h8v14h-8zM5 15h4M15 15h4M3 12h8M13 12h8',
  },
  'sdg-grid': {
    title: 'Goals',
    description: 'The Sustainable Development Goals that the work serves.',
    keywords: ['sustainable development', '2030 Agenda'],
    icon: 'M4 4h4v4H4zM10 4h4v4h-4zM16 4h4v4h-4zM4 10h4v4H4zM10 10h4v4h-4zM16 10h4v4h-4zM4 16h4v4H4zM10 16h4v4h-4z',
    variations: [{ name: 'strip', title: 'Goals in one line', attributes: { layout: 'strip' } }],
  },
  'site-menu': {
    title: 'Menu of the organization',
    description: 'The sections of the organization’s site.',
    keywords: ['navigation', 'menu'],
    icon: 'M4 6h16M4 12h16M4 18h10',
  },
  about: {
    title: 'Who we are',
    description: 'The mission, in a few sentences.',
    keywords: ['mission', 'about us'],
    icon: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7v1',
  },
  'key-figures': {
    title: 'Key figures',
    description: 'Numbers with their source and date.',
    keywords: ['numbers', 'statistics', 'data'],
    icon: 'M4 20V10h4v10M10 20V4h4v16M16 20v-7h4v7M3 20h18',
  },
  'office-map': {
    title: 'Offices',
    description: 'Where the organization works, as a list and a map.',
    keywords: ['map', 'addresses', 'countries'],
    icon: 'M12 21s-6-6-6-11a6 6 0 0 1 12 0c0 5-6 11-6 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  },
};

const kinds = {
  'press-release': 'Press release',
  news: 'News',
  statement: 'Statement',
  story: 'Story',
  briefing: 'Press briefing',
  advisory: 'Media advisory',
};
const filters = { search: 'Search', tags: 'Topics', countries: 'Countries', kind: 'Kinds' };

/**
 * By name, or by element and name where they differ. `control`: `tokens` and `pick` choose several or one of what the feed
 * has (`from`), `checks` several of `choices`; without it the type says which. A help is only there where the label leaves a
 * question.
 */
export const attributes = {
  // Panel “What to show”
  'item-id': {
    panel: 'show',
    label: 'Which release',
    help: 'Without a choice it is the newest.',
    control: 'pick',
    from: 'items',
  },
  'press-contact/item-id': { panel: 'show', label: 'Contacts of a release', control: 'pick', from: 'items' },
  'contact-id': {
    panel: 'show',
    label: 'Which contact',
    help: 'Without a choice all are shown.',
    control: 'pick',
    from: 'contacts',
  },
  country: {
    panel: 'show',
    label: 'Contacts for a country',
    control: 'pick',
    from: 'contactCountries',
    names: 'region',
  },
  section: {
    panel: 'show',
    label: 'Section',
    help: 'Without a choice all are shown.',
    control: 'pick',
    from: 'sections',
  },
  figures: {
    panel: 'show',
    label: 'Which figures',
    help: 'In this order; without a choice the first ones.',
    control: 'tokens',
    from: 'figures',
  },
  limit: { panel: 'show', label: 'Number of items', control: 'range' },
  kind: { panel: 'show', label: 'Only these kinds', control: 'checks', choices: kinds },
  'link-cards/kind': {
    panel: 'show',
    label: 'Only these kinds',
    control: 'checks',
    choices: { page: 'Page', file: 'File', data: 'Data', vacancy: 'Vacancy', action: 'Call to action' },
  },
  'office-map/kind': {
    panel: 'show',
    label: 'Only these kinds',
    control: 'checks',
    choices: {
      headquarters: 'Headquarters',
      regional: 'Regional office',
      country: 'Country office',
      'sub-office': 'Sub-office',
      liaison: 'Liaison office',
      clinic: 'Clinic',
      centre: 'Centre',
    },
  },
  tags: { panel: 'show', label: 'Only these topics', control: 'tokens', from: 'tags' },
  countries: { panel: 'show', label: 'Only these countries', control: 'tokens', from: 'countries', names: 'region' },
  'office-map/countries': {
    panel: 'show',
    label: 'Only these countries',
    control: 'tokens',
    from: 'officeCountries',
    names: 'region',
  },
  region: { panel: 'show', label: 'Only this region', control: 'pick', from: 'regions' },
  search: { panel: 'show', label: 'Only with these words' },
  office: { panel: 'show', label: 'Office that is opened', control: 'pick', from: 'offices' },
  root: { panel: 'show', label: 'Unit at the top', help: 'Only its branch is shown.', control: 'pick', from: 'units' },
  unit: { panel: 'show', label: 'Unit that is opened', control: 'pick', from: 'units' },
  depth: { panel: 'show', label: 'Number of levels', help: '0 shows all.', control: 'range', max: 10 },
  all: { panel: 'show', label: 'All 17 goals' },
  more: { panel: 'show', label: 'A button to show more' },
  controls: { panel: 'show', label: 'Visitors can filter by', control: 'checks', choices: filters },
  'office-map/controls': {
    panel: 'show',
    label: 'Visitors can filter by',
    control: 'checks',
    choices: { search: 'Search', kind: 'Kinds', countries: 'Countries', region: 'Regions', nearest: 'Nearest first' },
  },
  hide: {
    panel: 'show',
    label: 'Leave out',
    control: 'checks',
    choices: {
      title: 'Title of the feed',
      source: 'Link to the site',
      kind: 'Kinds',
      summary: 'Summaries',
      date: 'Dates',
      images: 'Pictures',
    },
  },
  'press-release/hide': {
    panel: 'show',
    label: 'Leave out',
    control: 'checks',
    choices: {
      languages: 'Other languages',
      files: 'Files',
      share: 'Share button',
      notes: 'Notes to editors',
      contact: 'Press contact',
      related: 'Related news',
    },
  },
  'link-cards/hide': {
    panel: 'show',
    label: 'Leave out',
    control: 'checks',
    choices: { title: 'Title of the section', introduction: 'Introduction', images: 'Pictures' },
  },
  // Look
  layout: {
    panel: 'look',
    label: 'Layout',
    choices: { list: 'List', cards: 'Cards', compact: 'Headlines only', featured: 'List with a large first item' },
  },
  'sdg-grid/layout': { panel: 'look', label: 'Layout', choices: { cards: 'Cards', strip: 'One line' } },
  'org-chart/layout': {
    panel: 'look',
    label: 'Layout',
    choices: {
      auto: 'What there is room for',
      chart: 'From the top down',
      'left-to-right': 'In reading direction',
      outline: 'As an outline',
    },
  },
  levels: {
    panel: 'look',
    label: 'Levels open at first',
    help: '0 opens two or three, by their size.',
    control: 'range',
    max: 10,
  },
  theme: { panel: 'look', label: 'Colours', choices: { auto: 'Same as the page', light: 'Light', dark: 'Dark' } },
  dates: { panel: 'look', label: 'Dates', choices: { absolute: 'As a day', relative: 'As time that has passed' } },
  open: { panel: 'look', label: 'An item opens', choices: { page: 'On its own page', here: 'In place of the list' } },
  compact: { panel: 'look', label: 'Shorten millions' },
  chart: {
    panel: 'look',
    label: 'Earlier values and shares',
    choices: { line: 'As a line', bars: 'As bars', waffle: 'As a hundred squares' },
  },
  'count-up': { panel: 'look', label: 'Numbers count up' },
  'heading-level': {
    panel: 'look',
    label: 'Level of the headings',
    help: 'As the outline of the page needs it; the size stays.',
    choices: { 1: 'Heading 1', 2: 'Heading 2', 3: 'Heading 3', 4: 'Heading 4', 5: 'Heading 5', 6: 'Heading 6' },
  },
  // Language; `lang` is added by the editor
  'any-language': { panel: 'language', label: 'Also items in other languages', help: 'Their language is named.' },
  languages: {
    panel: 'language',
    label: 'Languages of the feed',
    help: 'Only where it has others than Arabic, Chinese, English, French, Russian and Spanish: their codes, such as “pt en”.',
  },
  // More; the feed is added by the editor
  src: {
    panel: 'more',
    label: 'Address of the feed',
    help: 'Its language is in it as {lang}, if there is one for each.',
  },
  label: { panel: 'more', label: 'Name of the menu', help: 'For people who use a screen reader.' },
  topology: { panel: 'more', label: 'Address of another map', help: 'TopoJSON or GeoJSON.' },
  hash: { panel: 'more', label: 'Keep the opened unit in the address of the page' },
  'structured-data': { panel: 'more', label: 'Tell search engines' },
  refresh: {
    panel: 'more',
    label: 'Ask for news every … seconds',
    help: 'At least 30; 0 is never.',
    control: 'number',
  },
  loading: { panel: 'more', label: 'Load', choices: { lazy: 'When it comes near', eager: 'At once' } },
  consent: { panel: 'more', label: 'Ask visitors first', help: 'Nothing is loaded for this block until they agree.' },
};
