/**
 * Every element, by its tag without `iom-`: the only list of them. The figure says how high it stands before its feed is
 * there, in `em`; with five items, where it has a `limit`.
 */
export const heights: Record<string, number> = {
  'news-feed': 50,
  'press-release': 60,
  'press-contact': 26.5,
  'org-chart': 43,
  'link-cards': 57.5,
  'sdg-grid': 40,
  'site-menu': 3,
  about: 16,
  'key-figures': 11,
  'office-map': 36,
};
