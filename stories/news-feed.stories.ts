import '../src/elements/news-feed/define.js';
import { inline, metaOf, states, type Story } from './helpers.js';

const tag = 'iom-news-feed';
export default { title: 'Elements/News feed', component: tag, ...metaOf(tag) };

export const Default: Story = {};
export const Cards: Story = { args: { layout: 'cards', limit: 6 }, globals: { width: 'full' } };
export const CardsOnAPhone: Story = { args: { layout: 'cards', limit: 2 }, globals: { width: '320' } };
export const Featured: Story = { args: { layout: 'featured' }, globals: { width: 'full' } };
export const FeaturedOnAPhone: Story = { args: { layout: 'featured', limit: 3 }, globals: { width: '320' } };
export const Compact: Story = { args: { layout: 'compact' } };
export const ShowMore: Story = { args: { limit: 3, more: true } };
export const Controls: Story = { args: { controls: 'search,tags,countries,kind', more: true } };
export const PressReleasesOnly: Story = { args: { kind: 'press-release' } };
export const OneCountry: Story = { args: { countries: 'UY' } };
export const TimePassed: Story = { args: { dates: 'relative' } };
export const OpensHere: Story = { args: { open: 'here' } };
export const AnyLanguage: Story = {
  args: { 'any-language': true, src: 'feeds/oim.es.json' },
  globals: { language: 'fr' },
};
export const PlainJsonFeed: Story = {
  render: (args) =>
    inline(
      tag,
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'A feed from anybody',
        items: [
          { id: '1', content_text: 'A note without a title, as micro blogs write them.', url: 'https://example.org/1' },
          { id: '2', title: 'An item without a date', content_html: '<p>Text.</p>', url: 'https://example.org/2' },
          { id: '3', title: 'An item without a page', content_text: 'Text.', date_published: '2026-05-04' },
        ],
      },
      { ...args, src: '' },
    ),
  globals: { language: 'en' },
};
export const OneThousandItems: Story = {
  args: { limit: 1000 },
  render: (args) =>
    inline(
      tag,
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Many items',
        items: Array.from({ length: 1000 }, (_, index) => ({
          id: `item-${index}`,
          title: `Test item ${index + 1} of a thousand`,
          summary: 'Rows out of sight are not laid out until they come near.',
          url: `https://example.org/${index}`,
          date_published: '2026-05-04T10:00:00+02:00',
        })),
      },
      { ...args, src: '' },
    ),
  globals: { language: 'en' },
};
export const Empty: Story = {
  render: (args) =>
    inline(
      tag,
      { version: 'https://jsonfeed.org/version/1.1', title: 'Nothing yet', items: [] },
      { ...args, fallback: false },
    ),
};
export const Loading: Story = { ...states.Loading, tags: ['loading'] };
export const ErrorWithFallback: Story = { ...states.ErrorWithFallback, tags: ['warns'] };
export const ErrorWithoutFallback: Story = { ...states.ErrorWithoutFallback, tags: ['warns'] };
export const Offline: Story = { ...states.Offline, tags: ['warns'] };
export const Stale: Story = { ...states.Stale, tags: ['warns'] };
export const RightToLeft: Story = states.RightToLeft;
export const RightToLeftDark: Story = states.RightToLeftDark;
export const Chinese: Story = states.Chinese;
export const Russian: Story = states.Russian;
export const DarkPage: Story = states.DarkPage;
export const DarkTheme: Story = states.DarkTheme;
export const LightTheme: Story = states.LightTheme;
export const Phone: Story = states.Phone;
export const Wide: Story = states.Wide;
