/** Every word of the library in English. The other languages are typed by this one: a missing word does not compile. */
export default {
  notice: {
    empty: 'There is nothing here at the moment.',
    error: 'This content could not be loaded.',
    stale: 'This may not be the latest version.',
    retry: 'Try again',
  },
  kinds: {
    'press-release': 'Press release',
    news: 'News',
    statement: 'Statement',
    story: 'Story',
    briefing: 'Briefing',
    advisory: 'Media advisory',
  },
  news: {
    more: 'Show more',
    back: 'Back to the list',
    noMatch: 'Nothing matches this choice.',
    search: 'Search',
    tags: 'Topic',
    countries: 'Country',
    kinds: 'Kind',
    all: 'All',
  },
  release: {
    languages: 'Also available in',
    share: 'Share',
    copied: 'Link copied',
    print: 'Print',
    notes: 'Notes to editors',
    contact: 'For more information',
    related: 'Read next',
    credit: 'Photo:',
  },
};
