import '../src/elements/link-cards/define.js';
import { inline, metaOf, states, type Story } from './helpers.js';

const tag = 'iom-link-cards';
export default {
  title: 'Elements/Link cards',
  component: tag,
  ...metaOf(tag, { section: 'work', limit: 3 }),
};

const feedOf = (cards: object[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Cards',
  items: [],
  _iom: { about: 'https://example.org', sections: [{ id: 'work', title: 'Our work', cards }] },
});

export const Default: Story = { globals: { width: 'full' } };
export const Partnerships: Story = { args: { section: 'partnerships' }, globals: { width: 'full' } };
export const Action: Story = { args: { section: 'action', limit: 6 }, globals: { width: 'full' } };
export const Data: Story = { args: { section: 'data', limit: 6 }, globals: { width: 'full' } };
export const AllSections: Story = { args: { section: '', limit: 6 }, globals: { width: 'full' } };
export const Vacancies: Story = { args: { section: '', kind: 'vacancy', limit: 2, hide: 'images' } };
export const Files: Story = { args: { section: '', kind: 'file,data', limit: 4 } };
export const MoreToShow: Story = { args: { section: 'data', limit: 2 } };
export const WithoutTitle: Story = { args: { hide: 'title,introduction' } };
export const WithoutPictures: Story = { args: { hide: 'images' } };
export const LongTexts: Story = {
  render: (args) =>
    inline(
      tag,
      feedOf([
        {
          title: 'A title that goes on and on '.repeat(12),
          url: 'https://example.org/a',
          summary: 'Text '.repeat(300),
        },
        { title: 'Wordwithoutend'.repeat(20), url: 'https://example.org/b' },
        { title: 'Short' },
      ]),
      { ...args, src: '' },
    ),
};
/** All vacancies have closed: no results. */
export const ClosedVacancies: Story = {
  render: (args) =>
    inline(tag, feedOf([{ title: 'Test post', url: 'https://example.org', kind: 'vacancy', closes: '2020-03-31' }]), {
      ...args,
      src: '',
      fallback: false,
    }),
};
export const Empty: Story = { args: { section: 'nothing', fallback: false } };
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
