/**
 * Every element, by its tag without `iom-`: the only list of them. Each says how high it stands before its feed is there,
 * in `em`.
 *
 * @param width Of the element, in `em`.
 * @param items Its `limit`, where it has one; by itself what it shows without one.
 * @param layout Its `layout`, where it has one.
 */
export const placeholderHeights: Record<string, (width: number, items?: number, layout?: string) => number> = {
  'news-feed': (width, items = 5, layout = '') =>
    (Math.max(9.3, 18.5 - 0.4 * width) * items + 5) * (layout === 'compact' ? 0.65 : 1),
  'press-release': () => 60,
  'press-contact': (width) => (width < 29 ? 37 : 26.5),
  'org-chart': () => 43,
  // Nearly: a row of them is as high as its pictures are wide.
  'link-cards': (width, items = 6) => 8 + items * (width < 46 ? 11.5 : 9),
  'sdg-grid': (width, _, layout) =>
    layout === 'strip' ? 3.5 * Math.ceil(17 / Math.floor((width + 0.5) / 3.5)) - 0.5 : 40,
  'site-menu': () => 3,
  about: (width) => (width < 24 ? 28 : width < 36 ? 23 : 17),
  'key-figures': (width, items = 3) =>
    14 * Math.ceil(items / (width < 24 ? 1 : width < 37 ? 2 : width < 60 ? 3 : 4)) - 2,
  'office-map': () => 36,
};
