/**
 * Every element, by its tag without `iom-`: the only list of them. Each says how high it stands before its feed is there,
 * in `em`.
 *
 * @param width Of the element, in `em`.
 * @param items Its `limit`, where it has one; by itself what it shows without one.
 * @param layout Its `layout`, where it has one.
 */
export const placeholderHeights: Record<string, (width: number, items?: number, layout?: string) => number> = {
  'news-feed': (width, items = 5, layout) =>
    (Math.max(9.3, 18.5 - 0.4 * width) * items + 5) * (layout === 'compact' ? 0.65 : 1) +
    (layout === 'featured' ? 13 : 0),
  'press-release': () => 60,
  'press-contact': (width) => (width < 29 ? 37 : 26.5),
  'org-chart': () => 43,
  // Nearly: a row of them is as high as its pictures are wide.
  'link-cards': (width, items = 6) => 8 + items * (width < 46 ? 11.5 : 9),
  'sdg-grid': (width, _, layout) => (layout !== 'strip' ? 40 : width < 31 ? 10 : width < 59 ? 6.5 : 3),
  'site-menu': () => 3,
  about: (width) => (width < 24 ? 28 : width < 36 ? 23 : 17),
  'key-figures': (width, items = 3) =>
    11.25 * Math.ceil(items / (width < 20 ? 1 : width < 30 ? 2 : width < 50 ? 3 : 4)) + (width < 30 ? 3.25 : 1.8),
  'office-map': () => 36,
};
