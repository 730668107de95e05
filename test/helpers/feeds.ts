/** Sources as sites make them, of what a test wants to say. */

const cdata = (text: string) => `<![CDATA[${text}]]>`;

interface RssStory {
  title?: string;
  html?: string;
  /** The whole text beside a description. */
  whole?: string;
  link?: string;
  date?: string;
  /** Further elements of the item. */
  more?: string;
}

export const rss = (stories: RssStory[], more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Test office</title><link>https://office.example.org/</link><language>en</language>${more}
${stories
  .map(
    ({ title, html = '<p>Text.</p>', whole, link, date, more: further = '' }) =>
      `<item>${title === undefined ? '' : `<title>${cdata(title)}</title>`}${link ? `<link>${link}</link>` : ''}${date ? `<pubDate>${date}</pubDate>` : ''}<description>${cdata(html)}</description>${whole ? `<content:encoded>${cdata(whole)}</content:encoded>` : ''}${further}</item>`,
  )
  .join('\n')}</channel></rss>`;

/** A post of WordPress’ REST interface. */
export const post = ({
  id,
  title,
  html = '<p>Text.</p>',
  protected: locked = false,
  ...fields
}: Record<string, unknown>) => ({
  id,
  date: '2026-05-01T10:00:00',
  date_gmt: '2026-05-01T08:00:00',
  link: `https://office.example.org/${String(id)}`,
  title: { rendered: title },
  content: { rendered: locked ? '' : html, protected: locked },
  excerpt: { rendered: '', protected: locked },
  ...fields,
});

interface Exported {
  id: number;
  title: string;
  status?: string;
  type?: string;
  password?: string;
  thumbnail?: number;
  year?: number;
  html?: string;
  more?: string;
}

/** An export of WordPress. */
export const exported = (entries: Exported[]) =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Test office</title><link>https://office.example.org</link><language>en</language>
<wp:author><wp:author_login>${cdata('tperson')}</wp:author_login><wp:author_display_name>${cdata('Test Person')}</wp:author_display_name></wp:author>
${entries
  .map(
    ({ id, title, status = 'publish', type = 'post', password = '', thumbnail, year = 2026, html, more = '' }) =>
      `<item><title>${cdata(title)}</title><link>https://office.example.org/${id}</link><dc:creator>${cdata('tperson')}</dc:creator><guid isPermaLink="false">https://office.example.org/?p=${id}</guid><content:encoded>${cdata(html ?? 'The first line.\n\nThe second,\nin two lines.')}</content:encoded><excerpt:encoded>${cdata('')}</excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:post_date>${cdata(`${year}-05-01 10:00:00`)}</wp:post_date><wp:post_date_gmt>${cdata(`${year}-05-01 08:00:00`)}</wp:post_date_gmt><wp:status>${cdata(status)}</wp:status><wp:post_type>${cdata(type)}</wp:post_type><wp:post_password>${cdata(password)}</wp:post_password><category domain="category" nicename="uncategorized">${cdata('Sin categoría')}</category><category domain="post_tag" nicename="health">${cdata('Health')}</category>${type === 'attachment' ? `<wp:attachment_url>${cdata(`https://office.example.org/${id}.jpg`)}</wp:attachment_url><wp:postmeta><wp:meta_key>${cdata('_wp_attachment_image_alt')}</wp:meta_key><wp:meta_value>${cdata('A boat')}</wp:meta_value></wp:postmeta>` : ''}${thumbnail ? `<wp:postmeta><wp:meta_key>${cdata('_thumbnail_id')}</wp:meta_key><wp:meta_value>${cdata(`${thumbnail}`)}</wp:meta_value></wp:postmeta>` : ''}${more}</item>`,
  )
  .join('\n')}</channel></rss>`;

/** A node of Drupal’s JSON:API. */
export const node = ({ id, title, image, langcode = 'en', ...attributes }: Record<string, unknown>) => ({
  type: 'node--news',
  id,
  links: { self: { href: `https://drupal.example.org/${String(langcode)}/jsonapi/node/news/${String(id)}` } },
  attributes: {
    title,
    langcode,
    created: '2026-03-01T10:00:00+00:00',
    path: { alias: `/${String(id)}` },
    body: { processed: `<p>What ${String(title)} says.</p>` },
    ...attributes,
  },
  relationships: image ? { field_image: { data: { type: 'file--file', id: image } } } : {},
});
