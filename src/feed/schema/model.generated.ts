// Made from src/feed/schema/feed.schema.json by `npm run model`. Change the schema, not this file.

export type Url = string;
/**
 * BCP 47 language tag, such as `fr` or `zh-Hans`.
 */
export type Language = string;
/**
 * ISO 3166-1 alpha-2 code, such as `UY`.
 */
export type Country = string;
/**
 * `HH:MM`, 24 hours.
 */
export type Time = string;

/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with the extension object `_iom`. Any JSON Feed is valid here; `_iom` has what a press page shows beside the news.
 */
export interface Feed {
  /**
   * URL of the JSON Feed version: `https://jsonfeed.org/version/1.1` or `…/1`.
   */
  version: string;
  /**
   * Name of the feed, plain text.
   */
  title: string;
  /**
   * Page the feed describes.
   */
  home_page_url?: string;
  /**
   * Where the feed itself is published.
   */
  feed_url?: string;
  /**
   * What the feed is about, plain text.
   */
  description?: string;
  /**
   * Note to people who read the raw feed.
   */
  user_comment?: string;
  /**
   * The following, older page of the same feed. Must differ from `feed_url`.
   */
  next_url?: string;
  /**
   * Square picture, 512 px or so.
   */
  icon?: string;
  /**
   * Square picture, 64 px or so.
   */
  favicon?: string;
  authors?: Author[];
  language?: Language;
  /**
   * True when the feed will never change again.
   */
  expired?: boolean;
  hubs?: {}[];
  /**
   * News and press releases, newest first.
   */
  items: Item[];
  _iom?: FeedExtension;
}
export interface Author {
  name?: string;
  url?: Url;
  avatar?: Url;
}
/**
 * A news item or press release.
 */
export interface Item {
  /**
   * Unique within the feed, and permanent; usually the URL.
   */
  id: string;
  /**
   * Page of the item.
   */
  url?: string;
  /**
   * Page on another site that the item is about.
   */
  external_url?: string;
  /**
   * Plain text.
   */
  title?: string;
  /**
   * Body as HTML; sanitized with an allow-list.
   */
  content_html?: string;
  /**
   * Body as plain text; hard-wrapped lines are joined when shown.
   */
  content_text?: string;
  /**
   * Plain text, a sentence or two.
   */
  summary?: string;
  /**
   * Main picture.
   */
  image?: string;
  /**
   * Picture above the item.
   */
  banner_image?: string;
  /**
   * RFC 3339. The day is shown as written, in the publisher's time zone.
   */
  date_published?: string;
  /**
   * RFC 3339.
   */
  date_modified?: string;
  authors?: Author[];
  /**
   * Plain text.
   */
  tags?: string[];
  language?: Language;
  attachments?: Attachment[];
  _iom?: ItemExtension;
}
/**
 * A file that belongs to an item.
 */
export interface Attachment {
  url: Url;
  mime_type: string;
  title?: string;
  size_in_bytes?: number;
  duration_in_seconds?: number;
  _iom?: AttachmentExtension;
}
export interface AttachmentExtension {
  /**
   * BCP 47 language tag, such as `fr` or `zh-Hans`.
   */
  language?: string;
}
export interface ItemExtension {
  /**
   * What the item is.
   */
  kind?: 'press-release' | 'news' | 'statement' | 'story' | 'briefing' | 'advisory';
  /**
   * Place (and date) that opens a release, such as `Montevideo`.
   */
  dateline?: string;
  /**
   * Countries the item is about.
   */
  countries?: Country[];
  /**
   * `id`s of the feed's `_iom.contacts`.
   */
  contacts?: string[];
  /**
   * RFC 3339. Widgets show nothing of the item before this time.
   */
  embargo_until?: string;
  event?: Event;
  /**
   * The main picture first.
   */
  images?: Image[];
  /**
   * All sizes of the picture in `image`, smallest first, for layouts to choose from. `iom-feed publish` writes them.
   */
  image_sizes?: ImageSize[];
  translations?: Translation[];
  /**
   * `id`s of items to read next.
   */
  related?: string[];
  /**
   * What was changed in the text since it was published, newest first.
   */
  corrections?: Correction[];
  /**
   * Notes to editors, as HTML.
   */
  notes_html?: string;
  /**
   * The day of `date_published` in words, in the item's language, as a list shows it: the first date that a browser words takes a phone 60 ms. `iom-feed publish` writes it into lists.
   */
  date_text?: string;
  /**
   * Feed with the full item, under the same `id`: this item is an excerpt for lists, with its summary as `content_text`. `iom-feed publish` writes it.
   */
  excerpt_of?: string;
}
/**
 * When and where the item takes place, such as a press briefing; `iom-feed publish` writes calendars of it.
 */
export interface Event {
  /**
   * RFC 3339.
   */
  start: string;
  /**
   * RFC 3339; after `start`.
   */
  end?: string;
  /**
   * Room, building, city, or the address of a meeting online, plain text.
   */
  location?: string;
}
/**
 * A picture with its text alternative, caption and credit.
 */
export interface Image {
  url: Url;
  /**
   * Text alternative; empty for a decorative picture.
   */
  alt: string;
  caption?: string;
  /**
   * Photographer or owner, without the copyright sign.
   */
  credit?: string;
  /**
   * Pixels; used to reserve space.
   */
  width?: number;
  /**
   * Pixels; used to reserve space.
   */
  height?: number;
  /**
   * The same picture in sizes smaller than `url`; `iom-feed publish` writes them.
   */
  sizes?: ImageSize[];
}
/**
 * A picture in one of its sizes.
 */
export interface ImageSize {
  url: Url;
  /**
   * Pixels.
   */
  width: number;
  /**
   * Pixels.
   */
  height: number;
}
/**
 * The same in another language.
 */
export interface Translation {
  language: Language;
  url: Url;
}
export interface Correction {
  /**
   * RFC 3339 date-time.
   */
  date: string;
  /**
   * Plain text, such as `The number of offices was wrong.`
   */
  text: string;
}
/**
 * Everything on a press page that is not an item.
 */
export interface FeedExtension {
  /**
   * URL of the documentation of this extension, as JSON Feed requires of extensions.
   */
  about: string;
  /**
   * Names of the kinds of items, in the language of the feed, by kind: `press-release`, `news` and so on; `iom-feed publish` adds those that are missing. Also names of countries, by ISO 3166-1 code such as `UY`, where the feed calls one otherwise than the United Nations do.
   */
  labels?: {
    [k: string]: string;
  };
  /**
   * People and desks that the press can call or write to.
   */
  contacts?: Contact[];
  /**
   * The units of the organization, as a flat list.
   */
  organization?: Unit[];
  mission?: Mission;
  /**
   * Figures about the organization; the most important first.
   */
  figures?: Figure[];
  /**
   * The navigation of the site.
   */
  menu?: MenuEntry[];
  search?: SiteSearch;
  /**
   * The site in other languages: the menu leads to them.
   */
  translations?: Translation[];
  /**
   * Where the organization works.
   */
  offices?: Office[];
  /**
   * Cards by section, such as `work`, `partnerships`, `action`, `data`.
   */
  sections?: Section[];
  /**
   * Those of the 17 Sustainable Development Goals that the work serves.
   */
  goals?: Goal[];
}
/**
 * A person or a desk for the press.
 */
export interface Contact {
  id: string;
  /**
   * Person or desk, plain text.
   */
  name: string;
  role?: string;
  /**
   * Name of the office, such as `OIM Uruguay`.
   */
  office?: string;
  topics?: string[];
  /**
   * Countries the contact is responsible for.
   */
  countries?: Country[];
  phones?: Phone[];
  email?: string;
  url?: Url;
  /**
   * Languages the contact speaks.
   */
  languages?: Language[];
  /**
   * IANA name, such as `America/Montevideo`.
   */
  time_zone?: string;
  hours?: Hours[];
  /**
   * Portrait, shown as a circle.
   */
  image?: string;
  /**
   * Accounts for messages and on social networks, in the order they are shown.
   */
  accounts?: Account[];
}
export interface Phone {
  /**
   * E.164: `+` and up to 15 digits.
   */
  number: string;
  /**
   * The number as people write it; shown instead of `number`.
   */
  text?: string;
  extension?: string;
  /**
   * `duty` is for calls outside office hours.
   */
  kind?: 'office' | 'mobile' | 'duty' | 'fax';
}
/**
 * Opening hours on some days of the week, in the contact's `time_zone`.
 */
export interface Hours {
  /**
   * ISO 8601 weekdays: 1 is Monday, 7 is Sunday.
   */
  days: number[];
  opens: Time;
  /**
   * `HH:MM`, 24 hours.
   */
  closes: string;
}
export interface Account {
  /**
   * Name of the service, plain text, such as `WhatsApp`.
   */
  title: string;
  url: Url;
}
/**
 * A unit of the organization: an office, a department, a post.
 */
export interface Unit {
  id: string;
  /**
   * Plain text.
   */
  name: string;
  /**
   * `id` of the unit above; units without one are at the top.
   */
  parent?: string;
  /**
   * An assistant is placed beside its superior, not below.
   */
  kind?: 'unit' | 'office' | 'post' | 'assistant';
  /**
   * Who leads the unit, plain text.
   */
  head?: string;
  /**
   * What the unit is responsible for, plain text.
   */
  summary?: string;
  url?: Url;
  /**
   * Picture of the unit or its head.
   */
  image?: string;
  /**
   * `id` of one of the `contacts`.
   */
  contact?: string;
  /**
   * State of the post at its head.
   */
  state?: 'vacant' | 'not-disclosed' | 'eliminated' | 'shared';
  /**
   * Further units it reports to, besides `parent`.
   */
  reports_to?: ReportingLine[];
}
export interface ReportingLine {
  /**
   * `id` of the other unit.
   */
  unit: string;
  /**
   * How it is drawn; default `dotted`.
   */
  line?: 'dotted' | 'solid';
}
/**
 * Who the organization is, in a paragraph.
 */
export interface Mission {
  /**
   * Plain text, such as `Who we are`.
   */
  title: string;
  /**
   * Plain text; blank lines separate paragraphs. Figures of the feed that it mentions are set off.
   */
  text: string;
  /**
   * Page that says more.
   */
  url?: string;
}
/**
 * A number with what it counts.
 */
export interface Figure {
  id: string;
  /**
   * What the number counts, plain text, such as `Member States`.
   */
  label: string;
  value: number;
  /**
   * How the number is formatted: a `count` is grouped, a `year` is not, a `percent` of 12 is 12 %, `money` has a `currency`. Default `count`.
   */
  kind?: 'count' | 'year' | 'percent' | 'money';
  /**
   * ISO 4217 code, such as `USD`; for `money`.
   */
  currency?: string;
  /**
   * Unit shown after the number, plain text, such as `km`.
   */
  unit?: string;
  /**
   * How the number approximates the true value.
   */
  qualifier?: 'about' | 'more-than' | 'less-than';
  /**
   * A sentence about the number, plain text.
   */
  note?: string;
  /**
   * The date of the number: RFC 3339 full-date, or its year, or year and month.
   */
  as_of?: string;
  source?: Source;
  /**
   * Earlier values, oldest first.
   */
  history?: EarlierValue[];
  /**
   * Which trend is good news; default neither.
   */
  better?: 'up' | 'down';
  /**
   * Picture of what the number counts, shown two lines high.
   */
  icon?: string;
}
/**
 * Where the number comes from.
 */
export interface Source {
  title: string;
  url?: Url;
}
export interface EarlierValue {
  /**
   * As the `as_of` of the figure.
   */
  as_of: string;
  value: number;
}
/**
 * A section, a group in it, or a link: three levels.
 */
export interface MenuEntry {
  /**
   * Plain text.
   */
  title: string;
  /**
   * Introduction, plain text.
   */
  summary?: string;
  url?: Url;
  /**
   * Entries below this one.
   */
  entries?: MenuEntry[];
}
/**
 * Where the site is searched: the menu has a form that leads there.
 */
export interface SiteSearch {
  /**
   * Page with the results; what its query says stays there.
   */
  url: string;
  /**
   * Name of the query parameter with the words, such as `s` in WordPress and `keys` in Drupal. Default: `q`.
   */
  parameter?: string;
}
export interface Office {
  id: string;
  /**
   * Plain text, such as `IOM Uruguay`.
   */
  name: string;
  /**
   * What the office is. Default `country`.
   */
  kind?: 'headquarters' | 'regional' | 'country' | 'sub-office' | 'liaison' | 'clinic' | 'centre';
  country?: Country;
  /**
   * Plain text.
   */
  city?: string;
  /**
   * Region of the organization, plain text, such as `South America`.
   */
  region?: string;
  /**
   * Plain text, one address line per line.
   */
  address?: string;
  /**
   * Degrees north, WGS 84.
   */
  latitude?: number;
  /**
   * Degrees east, WGS 84.
   */
  longitude?: number;
  phones?: Phone[];
  email?: string;
  url?: Url;
  /**
   * IANA name, such as `America/Montevideo`.
   */
  time_zone?: string;
  hours?: Hours[];
}
/**
 * Cards that belong together.
 */
export interface Section {
  /**
   * Value for `section="…"`, such as `work`.
   */
  id: string;
  /**
   * Plain text.
   */
  title: string;
  /**
   * Plain text.
   */
  summary?: string;
  url?: Url;
  cards: Card[];
}
/**
 * A link with a description of its target.
 */
export interface Card {
  /**
   * Plain text.
   */
  title: string;
  url: Url;
  /**
   * Plain text.
   */
  summary?: string;
  image?: Image;
  /**
   * What the link leads to. Default `page`.
   */
  kind?: 'page' | 'file' | 'data' | 'vacancy' | 'action';
  /**
   * Of a `file` or `data`, such as `application/pdf`.
   */
  mime_type?: string;
  size_in_bytes?: number;
  /**
   * BCP 47 language tag, such as `fr` or `zh-Hans`.
   */
  language?: string;
  /**
   * RFC 3339 full-date.
   */
  updated?: string;
  /**
   * Last day to apply for a `vacancy`, RFC 3339 full-date, in its `time_zone`.
   */
  closes?: string;
  /**
   * IANA name, such as `America/Montevideo`; default UTC.
   */
  time_zone?: string;
  /**
   * Duty station of a `vacancy`, plain text.
   */
  place?: string;
}
/**
 * A Sustainable Development Goal that the work serves. The widgets have the names of the goals.
 */
export interface Goal {
  number: number;
  /**
   * How the work serves it, plain text.
   */
  how?: string;
  /**
   * Page that says more.
   */
  url?: string;
  /**
   * The most important first.
   */
  targets?: Target[];
}
export interface Target {
  /**
   * Such as `10.7` or `17.a`.
   */
  number: string;
  /**
   * What the target asks for, plain text.
   */
  text?: string;
  url?: Url;
}
