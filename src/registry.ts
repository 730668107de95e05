/**
 * Every element, by its tag without `iom-`: the only list of them. The figure says how high it stands before its feed is
 * there, in `em`; of a news feed, one row.
 */
export const heights: Record<string, number> = {
  'news-feed': 10,
  'press-release': 60,
  'press-contact': 26.5,
  'org-chart': 31,
  'office-map': 36,
  'link-cards': 37,
  'sdg-grid': 40,
  'site-menu': 3,
  about: 16,
  'key-figures': 10.5,
};
