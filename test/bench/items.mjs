// The same items in every form that somebody reads.

const words = 'water border harbour family return station winter school market bridge valley letter'.split(' ');
const pick = (seed) => words[(seed * 7919 + 13) % words.length];
const sentence = (seed, length) => Array.from({ length }, (_, index) => pick(seed + index * 3)).join(' ');

/** Items as any feed has them: a title, a summary of two lines, a date, an address. */
export const makeItems = (count) =>
  Array.from({ length: count }, (_, index) => ({
    id: `item-${index}`,
    url: `https://example.org/news/${index}`,
    title: `Item ${index}: ${sentence(index, 6)}`,
    summary: `${sentence(index + 5, 24)}.`,
    date_published: new Date(Date.UTC(2026, 10, 20) - index * 36e5).toISOString(),
  }));

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const jsonFeed = (items) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Example news',
    home_page_url: 'https://example.org/',
    language: 'en',
    items,
  });

export const rss = (items) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Example news</title><link>https://example.org/</link>${items
    .map(
      ({ title, url, summary, date_published }) =>
        `<item><title>${escape(title)}</title><link>${url}</link><description>${escape(summary)}</description><pubDate>${new Date(date_published).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

/** What the service behind jquery-rss and vanilla-rss makes of a feed. */
export const feedrapp = (items) =>
  JSON.stringify({
    responseStatus: 200,
    responseData: {
      feed: {
        title: 'Example news',
        link: 'https://example.org/',
        entries: items.map(({ title, url, summary, date_published }) => ({
          title,
          link: url,
          author: 'Example',
          content: summary,
          contentSnippet: summary,
          publishedDate: date_published,
          categories: [],
        })),
      },
    },
  });

const account = {
  id: '1',
  username: 'example',
  acct: 'example',
  display_name: 'Example',
  avatar: '/test/bench/dot.svg',
  avatar_static: '/test/bench/dot.svg',
  url: 'https://example.org/@example',
  emojis: [],
};

/** Posts as Mastodon's API answers. */
export const statuses = (items) =>
  JSON.stringify(
    items.map(({ id, title, summary, url, date_published }) => ({
      id,
      url,
      uri: url,
      created_at: date_published,
      content: `<p>${escape(title)}</p><p>${escape(summary)}</p>`,
      account,
      emojis: [],
      media_attachments: [],
      mentions: [],
      tags: [],
      visibility: 'public',
      sensitive: false,
      spoiler_text: '',
      reblog: null,
      card: null,
      poll: null,
      in_reply_to_id: null,
      replies_count: 0,
      reblogs_count: 0,
      favourites_count: 0,
    })),
  );
export const mastodonAccount = JSON.stringify(account);

const author = {
  did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa',
  handle: 'example.org',
  displayName: 'Example',
  labels: [],
};
/** Posts as Bluesky's API answers. */
export const authorFeed = (items) =>
  JSON.stringify({
    feed: items.map(({ id, title, summary, date_published }) => ({
      post: {
        uri: `at://${author.did}/app.bsky.feed.post/${id}`,
        cid: 'bafyreib2rxk3rybk3aobmv5cjuql3bm2twh4jo5uqoqgvkmv4z3hp6p6ry',
        author,
        record: {
          $type: 'app.bsky.feed.post',
          text: `${title}\n${summary}`,
          createdAt: date_published,
          langs: ['en'],
        },
        indexedAt: date_published,
        labels: [],
        replyCount: 0,
        repostCount: 0,
        likeCount: 0,
        quoteCount: 0,
      },
    })),
  });
export const blueskyProfile = JSON.stringify({ ...author, postsCount: 1000, followersCount: 1, followsCount: 1 });
