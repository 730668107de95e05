// The points of the checklist in docs/design.md, with what shows each: an element, a page of Storybook, or the builder.

export const points = [
  { name: 'list', element: 'news-feed', width: 640, height: 620 },
  { name: 'featured', element: 'news-feed', attributes: 'layout="featured" limit="3"', width: 640, height: 620 },
  { name: 'text-cards', element: 'news-feed', attributes: 'layout="cards" limit="3"', width: 960, height: 520 },
  { name: 'chart', element: 'org-chart', width: 1000, height: 620 },
  { name: 'map', element: 'office-map', width: 1000, height: 620 },
  { name: 'goals', element: 'sdg-grid', width: 640, height: 560 },
  { name: 'goals-strip', element: 'sdg-grid', attributes: 'layout="strip"', width: 960, height: 300 },
  {
    name: 'figures',
    element: 'key-figures',
    attributes: 'chart figures="member-states,staff"',
    width: 390,
    height: 420,
  },
  { name: 'cards', element: 'link-cards', attributes: 'section="work"', width: 960, height: 620 },
  { name: 'contact', element: 'press-contact', attributes: 'contact-id="demo-press"', width: 640, height: 460 },
  {
    name: 'correction',
    element: 'press-release',
    attributes: 'item-id="press-desks" hide="contact"',
    width: 640,
    height: 420,
  },
  { name: 'release', element: 'press-release', width: 960, height: 620 },
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
