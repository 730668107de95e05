import type { Item } from '../../feed/schema/model.generated.js';

/** A release for search engines, as schema.org NewsArticle. */
export const newsArticle = ({
  title,
  summary,
  url,
  date_published,
  date_modified,
  language,
  image,
  _iom,
  tags,
}: Item) => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: title,
  description: summary,
  url,
  mainEntityOfPage: url,
  datePublished: date_published,
  dateModified: date_modified,
  inLanguage: language,
  keywords: tags,
  dateline: _iom?.dateline,
  correction: _iom?.corrections?.map(({ date, text }) => ({ '@type': 'CorrectionComment', datePublished: date, text })),
  image: _iom?.images?.map((picture) => picture.url) ?? image,
  workTranslation: _iom?.translations?.map((other) => ({
    '@type': 'NewsArticle',
    inLanguage: other.language,
    url: other.url,
  })),
});
