import '../src/elements/about/define.js';
import { inline, make, metaOf, states, type Story } from './helpers.js';

const tag = 'iom-about';
export default {
  title: 'Elements/About',
  component: tag,
  ...metaOf(tag),
};

const feedOf = (extension: object) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test organization',
  language: 'en',
  items: [],
  _iom: extension,
});

export const Default: Story = {};
export const Logo: Story = {
  globals: { width: 'full' },
  render: (args) => {
    const element = make(tag, args);
    element.insertAdjacentHTML('beforeend', '<img slot="logo" src="images/partner.svg" alt="" />');
    return element;
  },
};
export const LogoOnPhone: Story = { ...Logo, globals: { width: '320' } };
/** A number is set off if its label is next to it, however both are written. */
export const Figures: Story = {
  render: (args) =>
    inline(
      tag,
      feedOf({
        mission: {
          title: 'Ways to write a number',
          text: 'Since 1951 we have reached 31.1 million people, 31,100,000 PEOPLE and 31 100 000 people.\n\nMember States: 175. The 8 of this sentence is another one than that of 8 observer States.',
        },
        figures: [
          { id: 'founded', label: 'Year of foundation', value: 1951, kind: 'year' },
          { id: 'people', label: 'people', value: 31_100_000 },
          { id: 'states', label: 'Member States', value: 175 },
          { id: 'observers', label: 'observer States', value: 8 },
        ],
      }),
      { ...args, src: '' },
    ),
};
export const TitleAlone: Story = {
  render: (args) => inline(tag, feedOf({ mission: { title: 'Who we are' } }), { ...args, src: '' }),
};
/** HTML is shown as text; an invalid link is left out, with one warning. */
export const Repaired: Story = {
  tags: ['warns'],
  render: (args) =>
    inline(
      tag,
      feedOf({ mission: { title: 'A <b>bold</b> title', text: '<p>One.</p><p>Two.</p>', url: 'javascript:alert(1)' } }),
      { ...args, src: '' },
    ),
};
export const Empty: Story = {
  render: (args) => inline(tag, feedOf({ figures: [] }), { ...args, src: '', fallback: false }),
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
