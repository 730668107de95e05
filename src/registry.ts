/** Every tag, and how its element is loaded and registered: the only list of them. */
export const registry = {
  'iom-news-feed': () => import('./elements/news-feed/define.js'),
  'iom-press-release': () => import('./elements/press-release/define.js'),
  'iom-press-contact': () => import('./elements/press-contact/define.js'),
};

export type Tag = keyof typeof registry;
