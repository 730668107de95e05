// The points of the checklist in docs/design.md, with what shows each: an element, a page of Storybook, or the builder.
//
// Of an element: `attributes`; `feed`, which makes another one of the demo's; `inside` the tag; `page`, styles of the page;
// `state` that it is in; `act`, done in the page once it is, and `then`, what is waited for after that.

const blockquote = '<blockquote><p>Les experts le savent : une victime qui est entendue tôt parle.</p></blockquote>';
const portrait = '../images/portrait.svg';
/** The root of the element, as text. */
const root = `document.querySelector('body > *').shadowRoot`;
const click = (selector) => `${root}.querySelector('${selector}').click()`;

const withUnits = (change) => (feed) => ({
  ...feed,
  _iom: { ...feed._iom, organization: feed._iom.organization.map(change) },
});
const withItem = (change) => (feed) => ({ ...feed, items: [{ ...feed.items[0], ...change(feed.items[0]) }] });

export const points = [
  { name: 'surfaces', element: 'org-chart', page: 'background: #0b2545; color: #fff', width: 1000, height: 620 },
  {
    name: 'controls',
    element: 'news-feed',
    attributes: 'controls="search,kind,countries" limit="2"',
    page: 'background: #e8f1fb; color: #0b2545',
    width: 640,
    height: 420,
  },
  {
    name: 'focus',
    element: 'link-cards',
    attributes: 'section="work" limit="3"',
    width: 960,
    height: 560,
    act: `${root}.querySelector('.card a').focus()`,
  },
  { name: 'list', element: 'news-feed', width: 640, height: 620 },
  { name: 'featured', element: 'news-feed', attributes: 'layout="featured" limit="3"', width: 640, height: 620 },
  { name: 'text-cards', element: 'news-feed', attributes: 'layout="cards" limit="3"', width: 960, height: 520 },
  {
    name: 'excerpt',
    element: 'news-feed',
    attributes: 'limit="3"',
    feed: (feed) => ({ ...feed, items: feed.items.map((item) => ({ ...item, summary: undefined })) }),
    width: 640,
    height: 420,
  },
  {
    name: 'new',
    element: 'news-feed',
    attributes: 'refresh="600" limit="3"',
    width: 640,
    height: 420,
    act: `(async () => {
      const list = document.querySelector('iom-news-feed');
      const feed = await (await fetch(list.src)).json();
      const base = new URL(list.src, location.href).href;
      const whole = { ...feed, items: feed.items.map((item) => ({ ...item, image: item.image && new URL(item.image, base).href })) };
      list.feed = { ...whole, items: whole.items.slice(1) };
      await new Promise((done) => list.addEventListener('iom-load', done, { once: true }));
      list.feed = whole;
      await new Promise((done) => list.addEventListener('iom-load', done, { once: true }));
    })()`,
  },
  { name: 'chart', element: 'org-chart', width: 1000, height: 620 },
  {
    name: 'opened',
    element: 'org-chart',
    attributes: 'levels="2"',
    width: 1000,
    height: 620,
    act: `[...${root}.querySelectorAll('[aria-expanded]')].at(-1).click()`,
  },
  {
    name: 'details',
    element: 'org-chart',
    attributes: 'unit="ddgo"',
    width: 1000,
    height: 620,
    then: `${root}.querySelector('.panel')`,
  },
  {
    name: 'portraits',
    element: 'org-chart',
    attributes: 'levels="2"',
    feed: withUnits((unit) =>
      unit.parent && unit.parent !== 'dg' ? unit : { ...unit, head: 'Nom d’essai', image: portrait },
    ),
    width: 1000,
    height: 620,
  },
  { name: 'map', element: 'office-map', width: 1000, height: 620 },
  {
    name: 'near',
    element: 'office-map',
    width: 1000,
    height: 620,
    act: `(async () => {
      for (let step = 0; step < 4; step++) {
        ${root}.querySelector('[part~=map] [aria-label^="Agrandir"], [part~=map] [title^="Agrandir"], [part~=map] button').click();
        await new Promise((done) => setTimeout(done, 600));
      }
    })()`,
  },
  { name: 'goals', element: 'sdg-grid', width: 640, height: 560 },
  { name: 'goals-strip', element: 'sdg-grid', attributes: 'layout="strip"', width: 960, height: 300 },
  {
    name: 'figures',
    element: 'key-figures',
    attributes: 'chart figures="member-states,staff"',
    width: 390,
    height: 420,
  },
  {
    name: 'share',
    element: 'key-figures',
    attributes: 'chart="waffle" figures="share,member-states"',
    feed: (feed) => ({
      ...feed,
      _iom: {
        ...feed._iom,
        figures: [...feed._iom.figures, { id: 'share', value: 62, kind: 'percent', label: 'Part d’essai du budget' }],
      },
    }),
    width: 640,
    height: 380,
  },
  { name: 'cards', element: 'link-cards', width: 960, height: 860 },
  { name: 'contact', element: 'press-contact', attributes: 'contact-id="demo-press"', width: 640, height: 460 },
  {
    name: 'correction',
    element: 'press-release',
    attributes: 'item-id="press-desks" hide="contact"',
    width: 640,
    height: 420,
  },
  {
    name: 'release',
    element: 'press-release',
    attributes: 'hide="contact"',
    page: 'max-width: none',
    width: 1440,
    height: 900,
  },
  {
    name: 'quotation',
    element: 'press-release',
    attributes: 'hide="contact"',
    act: `${root}.querySelector('blockquote').scrollIntoView({ block: 'center' })`,
    feed: withItem((item) => ({ content_html: item.content_html.replace('</p>', `</p>${blockquote}`) })),
    width: 640,
    height: 520,
  },
  {
    name: 'files',
    element: 'press-release',
    attributes: 'hide="contact"',
    act: 'scrollTo(0, document.documentElement.scrollHeight)',
    feed: withItem((item) => ({
      content_html: item.content_html.slice(0, item.content_html.indexOf('</p>') + 4),
      attachments: [
        { url: '../images/river.svg', mime_type: 'image/svg+xml', title: 'Dessin du fleuve', size_in_bytes: 240_000 },
        { url: '../images/note.pdf', mime_type: 'application/pdf', title: 'Note d’essai', size_in_bytes: 1_200_000 },
      ],
    })),
    width: 640,
    height: 720,
  },
  {
    name: 'menu',
    element: 'site-menu',
    width: 1280,
    height: 330,
    act: click('.languages .toggle'),
  },
  { name: 'loading', element: 'news-feed', src: '/loading.json', state: 'loading', width: 640, height: 520 },
  { name: 'loading-cards', element: 'link-cards', src: '/loading.json', state: 'loading', width: 960, height: 620 },
  {
    name: 'empty',
    element: 'link-cards',
    src: '/empty.json',
    inside: '',
    state: 'empty',
    width: 640,
    height: 120,
    then: `${root}.querySelector('[part=notice]')`,
  },
  {
    name: 'error',
    element: 'news-feed',
    src: '/missing.json',
    inside: '',
    state: 'error',
    width: 640,
    height: 120,
    then: `${root}.querySelector('[part=notice]')`,
  },
  {
    name: 'builder',
    builder: true,
    width: 1280,
    height: 900,
    ready: `document.querySelector('embed-builder')?.shadowRoot?.querySelector('.verdict.good')`,
    act: `document.querySelector('embed-builder').shadowRoot.querySelector('[name=ui][value=fr]').click()`,
  },
  { name: 'storybook', story: 'welcome--docs', width: 1000, height: 900 },
];
